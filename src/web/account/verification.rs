//! The link in the letter that proves an address. It asks for the password as well, so that nobody finishes an account
//! which somebody else has begun with their address; and whoever gives it is signed in. The browser in which that password was
//! chosen a little while ago is not asked for it.

use super::{
    admit::{Entrant, Proved, admit},
    known,
    sent::{self, About, Sent},
    sheet::{self, FormPage, SaidPage, Way},
};
use crate::{
    base::token::Token,
    db,
    domain::accounts::{person::Person, sign_in, verification},
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

/// Asks for the password, or only for a press; changes nothing.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| verification::find(tx, &token))
        .await;
    match found? {
        Some((person, _)) => {
            let asks = !has_chosen(&site, &request, &person);
            let none = Errors::default();
            ctx.html(&page(&ctx, &path.1, (&person.email, asks), &none))
        }
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
    if !has_chosen(&site, &request, &person) {
        sheet::check_password(&site, &mut errors, &form.0.password, &person).await?;
    }
    if !errors.is_empty() {
        let page = page(&ctx, &path.1, (&person.email, true), &errors);
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
    let inside = sent::forget(&site, inside);
    Ok(flash::say(inside, Said::AddressProved))
}

fn has_chosen(site: &Site, request: &HttpRequest, person: &Person) -> bool {
    let sent = Sent::of(site, request, About::SignUp);
    sent.is_some_and(|sent| sent.is_of(person))
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

fn page<'a>(
    ctx: &'a PageCtx,
    token: &str,
    (email, asks): (&str, bool),
    errors: &Errors,
) -> FormPage<'a> {
    let t = ctx.t;
    let password = asks.then(|| sheet::password_field(ctx, errors));
    let forgotten = asks.then(|| Way::new(t.accounts_reset_way(), links::reset(ctx.lang)));
    FormPage {
        ctx,
        title: t.accounts_verification_title(),
        lead: vec![match asks {
            true => t.accounts_verification_lead(email),
            false => t.accounts_verification_lead_here(email),
        }],
        errors: errors.summary(t),
        action: links::verification(ctx.lang, token),
        hidden: Vec::new(),
        fields: password.into_iter().collect(),
        button: t.accounts_verification(),
        ways: forgotten.into_iter().collect(),
        others: Vec::new(),
        keeps_typed: false,
    }
}
