//! An authenticator app: the drawing it reads, the digits that show it has, and taking it away again.

use super::{codes::KeyForm, step::as_meant};
use crate::{
    base::msg::Msg,
    db,
    domain::{
        accounts::{
            person,
            second_factor::{
                self, recovery,
                totp::{self, Offer},
            },
        },
        businesses,
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        account::sheet::AskPage,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::{SettlingIn, SignedIn},
        site::Site,
        ui::{
            error_summary::ErrorSummary,
            qr::Qr,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use askama::Template;
use serde::Deserialize;

/// The drawing and the box for the digits.
#[derive(Template)]
#[template(path = "account/second_factor/app.html")]
struct AppPage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    drawing: Option<Qr>,
    offer: Offer,
    csrf: String,
    code: TextField,
    action: String,
    back: String,
}

/// What is typed.
#[derive(Deserialize, Default)]
pub struct CodeForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    code: String,
}

/// Begins: a new secret for a new app.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SettlingIn,
    form: Typed<KeyForm>,
) -> Result {
    let signed_in = signed_in.0;
    signed_in.sent(&form.0.csrf)?;
    signed_in.still_fresh(&site, &links::second_factor(ctx.lang))?;
    let user = signed_in.user;
    let done: db::Result<()> = site.db.platform(move |tx| totp::offer(tx, user)).await;
    done?;
    ctx.see_other(&links::second_factor_at(ctx.lang, "app"))
}

/// Shows what the app must read.
pub async fn show(site: Data<Site>, ctx: PageCtx, signed_in: SettlingIn) -> Result {
    let signed_in = signed_in.0;
    signed_in.fresh(&site, &links::second_factor_at(ctx.lang, "app"))?;
    match page(&site, &ctx, &signed_in, &Errors::default()).await? {
        Some(page) => ctx.html(&page),
        None => ctx.see_other(&links::second_factor(ctx.lang)),
    }
}

/// The app shows the right digits: it counts from now on, and its owner gets recovery codes.
pub async fn confirm(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SettlingIn,
    form: Typed<CodeForm>,
) -> Result {
    let (signed_in, form) = (signed_in.0, form.0);
    signed_in.sent(&form.csrf)?;
    signed_in.still_fresh(&site, &links::second_factor_at(ctx.lang, "app"))?;
    let (user, secret, digits) = (signed_in.user, site.secret.clone(), as_meant(&form.code));
    let is_empty = digits.is_empty();
    let confirmed: db::Result<bool> = site
        .db
        .platform(move |tx| {
            if !totp::confirm(tx, user, &digits, &secret)? {
                return Ok(false);
            }
            recovery::ensure(tx, user)?;
            if let Some(person) = person::find(tx, user)? {
                personal::send(tx, &Notice::to(&person, Kind::FactorAdded))?;
            }
            Ok(true)
        })
        .await;
    if !confirmed? {
        let mut errors = Errors::default();
        errors.add(
            "code",
            match is_empty {
                true => Msg::new("accounts-app-code-required"),
                false => Msg::new("accounts-app-code-wrong"),
            },
        );
        let page = page(&site, &ctx, &signed_in, &errors).await?;
        let page = page.ok_or(Error::Expired)?;
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    site.wake.notify_one();
    signed_in.arrive(&request)?;
    let codes = ctx.see_other(&links::second_factor_at(ctx.lang, "codes"))?;
    Ok(flash::say(codes, Said::AppAdded))
}

/// Asks before the app is taken away.
pub async fn ask(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let (user, overview) = (signed_in.user, links::second_factor(ctx.lang));
    let found: db::Result<_> = site
        .db
        .platform(move |tx| second_factor::of(tx, user))
        .await;
    if found?.app_since.is_none() {
        return ctx.see_other(&overview);
    }
    let action = links::second_factor_at(ctx.lang, "app/removal");
    signed_in.fresh(&site, &action)?;
    let t = ctx.t;
    ctx.html(&AskPage {
        title: t.accounts_app_remove_title(),
        lead: t.accounts_app_remove_lead(),
        action,
        hidden: vec![("csrf", signed_in.csrf)],
        button: t.accounts_app_remove(),
        back: overview,
        ctx: &ctx,
    })
}

/// Takes the app away, unless it is the last thing of somebody who must have one.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<KeyForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let overview = links::second_factor(ctx.lang);
    signed_in.still_fresh(&site, &overview)?;
    let (user, grace) = (signed_in.user, site.second_factor_grace);
    let done: db::Result<Said> = site
        .db
        .platform(move |tx| {
            let standing = businesses::second_factor::standing(tx, user, grace)?;
            let passkeys = second_factor::of(tx, user)?.passkeys;
            if standing.due.is_some() && passkeys.is_empty() {
                return Ok(Said::FactorNeeded);
            }
            if totp::remove(tx, user)?
                && let Some(person) = person::find(tx, user)?
            {
                personal::send(tx, &Notice::to(&person, Kind::FactorRemoved))?;
            }
            if passkeys.is_empty() {
                recovery::remove(tx, user)?;
            }
            Ok(Said::AppRemoved)
        })
        .await;
    let said = done?;
    site.wake.notify_one();
    Ok(flash::say(ctx.see_other(&overview)?, said))
}

/// `None` when nothing is offered, or not any more.
async fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    errors: &Errors,
) -> Result<Option<AppPage<'a>>> {
    let t = ctx.t;
    let user = signed_in.user;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| Ok((totp::offered(tx, user)?, person::find(tx, user)?)))
        .await;
    let (Some(id), Some(person)) = found? else {
        return Ok(None);
    };
    let offer = totp::describe(&site.secret, id, &t.ui_brand(), &person.email)
        .ok_or_else(|| Error::Broken("an authenticator app could not be described".to_owned()))?;
    Ok(Some(AppPage {
        ctx,
        errors: errors.summary(t),
        drawing: Qr::of(&offer.url, t.accounts_app_drawing()),
        offer,
        csrf: signed_in.csrf.clone(),
        code: TextField {
            name: "code".to_owned(),
            label: t.accounts_app_code(),
            entry: Entry::OneTimeCode,
            complaint: errors.of("code", t),
            ..TextField::default()
        },
        action: links::second_factor_at(ctx.lang, "app/confirmation"),
        back: links::second_factor(ctx.lang),
    }))
}
