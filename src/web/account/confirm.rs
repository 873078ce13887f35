//! Whoever is in proves once more who they are, before something dangerous: a browser left open is not its owner.

use super::{
    admit::onward,
    owner::owner,
    sheet::{self, FormPage, Way},
};
use crate::{
    base::ids::UserId,
    db,
    domain::accounts::{person, second_factor::passkey, sign_in},
    web::{
        error::{Error, Result},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        session::{SettlingIn, SignedIn},
        site::Site,
        ui::buttons::PostButton,
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use askama::Template;
use serde::Deserialize;

/// The page of somebody who has no password to say.
#[derive(Template)]
#[template(path = "account/confirm.html")]
pub struct AnewPage<'a> {
    ctx: &'a PageCtx,
    passkey: Vec<PostButton>,
    way: Way,
}

/// What is typed.
#[derive(Deserialize, Default)]
pub struct ConfirmForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// Where to go afterwards.
#[derive(Deserialize, Default)]
pub struct ConfirmQuery {
    #[serde(default)]
    next: String,
}

/// Asks for the password; who has none is asked for their passkey, or to come in again by letter.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SettlingIn,
    query: Asked<ConfirmQuery>,
) -> Result {
    let user = signed_in.0.user;
    let found: db::Result<_> = site.db.platform(move |tx| person::find(tx, user)).await;
    let person = found?.ok_or(Error::NotFound)?;
    let passkey = passkey(&site, &ctx, user, &query.0.next).await?;
    if person.password_hash.is_none() {
        return ctx.html(&AnewPage {
            way: Way::new(ctx.t.accounts_code_title(), links::code(ctx.lang)),
            passkey,
            ctx: &ctx,
        });
    }
    let form = ConfirmForm {
        next: query.0.next,
        ..ConfirmForm::default()
    };
    let errors = Errors::default();
    ctx.html(&page(&ctx, &signed_in.0, passkey, (&form, &errors)))
}

/// Takes the password; each try is counted like one to sign in.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SettlingIn,
    form: Typed<ConfirmForm>,
) -> Result {
    let (signed_in, form) = (signed_in.0, form.0);
    signed_in.sent(&form.csrf)?;
    let (person, asker) = owner(&site, &request, &signed_in).await?;
    let mut errors = Errors::default();
    sheet::check_password(&site, &mut errors, &form.password, &person).await?;
    if !errors.is_empty() {
        let passkey = passkey(&site, &ctx, signed_in.user, &form.next).await?;
        let page = page(&ctx, &signed_in, passkey, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let done: db::Result<()> = site
        .db
        .platform(move |tx| sign_in::forgive(tx, &person.email, &asker))
        .await;
    done?;
    signed_in.prove_again(&request)?;
    ctx.see_other(&onward(&ctx, &form.next))
}

/// The act of proving it with a passkey, for somebody who has one.
async fn passkey(
    site: &Site,
    ctx: &PageCtx,
    user: UserId,
    next: &str,
) -> std::result::Result<Vec<PostButton>, Error> {
    let has_one: db::Result<bool> = site.db.platform(move |tx| passkey::has(tx, user)).await;
    Ok(match has_one? {
        true => sheet::by_passkey(site, ctx, next),
        false => Vec::new(),
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    others: Vec<PostButton>,
    (form, errors): (&ConfirmForm, &Errors),
) -> FormPage<'a> {
    let t = ctx.t;
    FormPage {
        ctx,
        title: t.accounts_confirm_title(),
        lead: vec![t.accounts_confirm_lead()],
        errors: errors.summary(t),
        action: links::confirm_identity(ctx.lang, ""),
        hidden: vec![
            ("csrf", signed_in.csrf.clone()),
            ("next", form.next.clone()),
        ],
        fields: vec![sheet::password_field(ctx, errors)],
        button: t.accounts_confirm(),
        ways: vec![
            Way::new(t.accounts_reset_way(), links::reset(ctx.lang)),
            Way::new(t.ui_back(), links::account(ctx.lang)),
        ],
        others,
        keeps_typed: false,
    }
}
