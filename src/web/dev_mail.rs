//! Letters caught while no mail server is set: in development only, 404 otherwise.

use super::{
    error::{Error, Result},
    middleware::language,
    page::PageCtx,
    site::Site,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data, Path},
};
use askama::Template;

/// The list.
#[derive(Template)]
#[template(path = "dev_mail.html")]
struct DevMailPage<'a> {
    ctx: &'a PageCtx,
    letters: Vec<Caught>,
}

struct Caught {
    number: usize,
    to: String,
    subject: String,
    text: String,
}

/// Its addresses.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/dev/mail").route(web::get().to(index)))
        .service(web::resource("/dev/mail/{number}").route(web::get().to(show)));
}

/// The newest first.
async fn index(site: Data<Site>, request: HttpRequest) -> Result {
    let tray = site.tray.as_ref().ok_or(Error::NotFound)?;
    let ctx = PageCtx::of(&request, language(&request));
    let letters = tray
        .letters()
        .into_iter()
        .enumerate()
        .map(|(number, kept)| Caught {
            number,
            to: kept.letter.to,
            subject: kept.letter.subject,
            text: kept.letter.text,
        })
        .collect();
    ctx.html(&DevMailPage { ctx: &ctx, letters })
}

/// One as its reader sees it. Letters bring their own styles, which the site's own policy would not let through.
async fn show(site: Data<Site>, path: Path<usize>) -> Result {
    let tray = site.tray.as_ref().ok_or(Error::NotFound)?;
    let kept = tray
        .letters()
        .into_iter()
        .nth(path.into_inner())
        .ok_or(Error::NotFound)?;
    if kept.letter.html.is_empty() {
        return Ok(HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body(kept.letter.text));
    }
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
        ))
        .body(kept.letter.html))
}
