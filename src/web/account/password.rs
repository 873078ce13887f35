//! A new password for somebody who is signed in and knows the old one.

use super::{
    owner::owner,
    sheet::{self, FormPage, Way},
};
use crate::{
    base::msg::Msg,
    domain::{
        accounts::{change_password::change_password, sign_in},
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::Result,
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize)]
pub struct PasswordForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    new_password: String,
}

/// The empty form.
pub async fn edit(ctx: PageCtx, signed_in: SignedIn) -> Result {
    ctx.html(&page(&ctx, &signed_in, &Errors::default()))
}

/// Changes it, signs every other device out, and tells by letter.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    form: Typed<PasswordForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (person, asker) = owner(&site, &request, &signed_in).await?;
    let mut errors = Errors::default();
    sheet::check_password(&site, &mut errors, &form.password, &person).await?;
    let about = [person.email.as_str(), person.display_name.as_str()];
    sheet::check_new_password(&mut errors, &form.new_password, &about);
    if errors.is_empty() && form.new_password == form.password {
        errors.add("new_password", Msg::new("accounts-new-password-same"));
    }
    if !errors.is_empty() {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &signed_in, &errors),
        );
    }
    let hash = sheet::hash(&site, &form.new_password).await?;
    let kept = signed_in.session;
    site.db
        .platform(move |tx| {
            change_password(tx, person.id, &hash, kept)?;
            sign_in::forgive(tx, &person.email, &asker)?;
            personal::send(tx, &Notice::to(&person, Kind::PasswordChanged))
        })
        .await?;
    site.wake.notify_one();
    Ok(flash::say(
        ctx.see_other(&links::account(ctx.lang))?,
        Said::PasswordChanged,
    ))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    let mut old = sheet::password_field(ctx, errors);
    old.label = t.accounts_password_now();
    FormPage {
        ctx,
        title: t.accounts_password_title(),
        lead: vec![t.accounts_password_lead()],
        errors: errors.summary(t),
        action: links::password(ctx.lang),
        hidden: vec![("csrf", signed_in.csrf.clone())],
        fields: vec![old, sheet::new_password_field(ctx, errors)],
        button: t.accounts_password_change(),
        ways: vec![Way::new(t.ui_back(), links::account(ctx.lang))],
        others: Vec::new(),
        keeps_typed: false,
    }
}
