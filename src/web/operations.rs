//! For those who run the site: is it up, is it ready, what has it sent.

use super::{error::Error, site::Site};
use crate::db::{self, DbError};
use actix_web::{HttpResponse, web};

/// Its addresses.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/healthz").route(web::get().to(healthz)))
        .service(web::resource("/readyz").route(web::get().to(readyz)));
}

/// The process answers.
async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n")
}

/// The database answers, too.
async fn readyz(site: web::Data<Site>) -> Result<HttpResponse, Error> {
    let answered: db::Result<()> = site.db.platform(|_| Ok::<_, DbError>(())).await;
    answered?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ready\n"))
}
