//! Coming in with a passkey: no address, no password, and nothing more is asked.

use super::{
    admit::{Entrant, Proved, admit},
    ceremony::{Act, CeremonyPage},
    sheet::{self, SaidPage},
};
use crate::{
    base::token::Token,
    db,
    domain::accounts::second_factor::passkey,
    web::{
        crowd::alarm,
        error::{Error, Result},
        form::typed::Typed,
        links,
        page::PageCtx,
        passkeys,
        site::Site,
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use serde::Deserialize;

/// Where to go afterwards.
#[derive(Deserialize, Default)]
pub struct BeginForm {
    #[serde(default)]
    next: String,
}

/// What the browser sends.
#[derive(Deserialize, Default)]
pub struct AnswerForm {
    #[serde(default)]
    ticket: String,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    next: String,
}

/// Begins: the page on which the browser asks for the key.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    request: HttpRequest,
    form: Typed<BeginForm>,
) -> Result {
    let ceremony = passkeys::begin(&site, &request).await?;
    ctx.stand_at(&links::sign_in(ctx.lang, Some(&form.0.next)));
    let action = links::passkey(ctx.lang, "answer");
    let hidden = vec![("next", form.0.next)];
    ctx.html(&CeremonyPage {
        ways: vec![sheet::to_sign_in(&ctx)],
        ..CeremonyPage::of(&ctx, Act::Open, &ceremony, action, hidden)
    })
}

/// Lets in whoever holds the key.
pub async fn answer(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<AnswerForm>,
) -> Result {
    let house = passkeys::house(&site)?;
    passkeys::count(&site, &request).await?;
    let form = form.0;
    let ticket = Token::parse(&form.ticket).ok_or(Error::Unreadable)?;
    let (answer, next) = (form.answer, form.next);
    let opened: db::Result<_> = site
        .db
        .platform(move |tx| passkey::open(tx, &house, &ticket, &answer))
        .await;
    let Some(person) = opened? else {
        alarm::not_let_in(&ctx.request, "passkey", None);
        let t = ctx.t;
        let page = SaidPage {
            ctx: &ctx,
            title: t.accounts_passkey_title(),
            lines: vec![t.accounts_passkey_unknown()],
            ways: vec![sheet::to_sign_in(&ctx)],
        };
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let entrant = Entrant::of(person, Proved::Twice);
    admit(&site, &ctx, &request, entrant, &next).await
}
