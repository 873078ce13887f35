//! The link in the letter that proves an address. It asks for the password as well, so that nobody finishes an account
//! which somebody else has begun with their address; and whoever gives it is signed in.

use super::{
    admit::{Entrant, Proved, admit},
    known,
    sheet::{self, FormPage, SaidPage, Way},
};
use crate::{
    base::token::Token,
    db,
    domain::accounts::{sign_in, verification},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        site::Site,
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize)]
pub struct VerificationForm {
    #[serde(default)]
    password: String,
}

/// Asks for the password; changes nothing.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| verification::find(tx, &token))
        .await;
    match found? {
        Some((person, _)) => ctx.html(&page(&ctx, &path.1, &person.email, &Errors::default())),
        None => gone(&ctx),
    }
}

/// Proves the address and signs in.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Typed<VerificationForm>,
) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let wanted = token.clone();
    let found: db::Result<_> = site
        .db
        .platform(move |tx| verification::find(tx, &wanted))
        .await;
    let Some((person, leads_to)) = found? else {
        return gone(&ctx);
    };
    let asker = known::count(&site, &request, &person.email).await?;
    let mut errors = Errors::default();
    sheet::check_password(&site, &mut errors, &form.0.password, &person).await?;
    if !errors.is_empty() {
        let page = page(&ctx, &path.1, &person.email, &errors);
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (user, email) = (person.id, person.email.clone());
    let done = site
        .db
        .platform(move |tx| -> db::Result<bool> {
            let is_proved = verification::redeem(tx, &token)?;
            if is_proved {
                sign_in::succeed(tx, user, (&email, &asker), None)?;
            }
            Ok(is_proved)
        })
        .await;
    if !done? {
        return gone(&ctx);
    }
    let entrant = Entrant::of(person, Proved::Once);
    let inside = admit(&site, &ctx, &request, entrant, &leads_to).await?;
    Ok(flash::say(inside, Said::AddressProved))
}

/// The link is used or old. Signing in sends another, if there is need.
fn gone(ctx: &PageCtx) -> Result {
    let t = ctx.t;
    let page = SaidPage {
        ctx,
        title: t.accounts_link_gone_title(),
        lines: vec![t.accounts_verification_gone()],
        ways: vec![sheet::to_sign_in(ctx)],
    };
    ctx.redraw(StatusCode::GONE, &page)
}

fn page<'a>(ctx: &'a PageCtx, token: &str, email: &str, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    FormPage {
        ctx,
        title: t.accounts_verification_title(),
        lead: vec![t.accounts_verification_lead(email)],
        errors: errors.summary(t),
        action: links::verification(ctx.lang, token),
        hidden: Vec::new(),
        fields: vec![sheet::password_field(ctx, errors)],
        button: t.accounts_verification(),
        ways: vec![Way::new(t.accounts_reset_way(), links::reset(ctx.lang))],
        others: Vec::new(),
        keeps_typed: false,
    }
}
