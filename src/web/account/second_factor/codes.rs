//! The recovery codes, to be written down or printed.

use crate::{
    db,
    domain::accounts::second_factor::{self, recovery},
    web::{
        account::sheet::AskPage,
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, Voice},
    },
};
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/second_factor/codes.html")]
struct CodesPage<'a> {
    ctx: &'a PageCtx,
    codes: Vec<String>,
    renew: LinkButton,
    back: String,
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct KeyForm {
    #[serde(default)]
    pub csrf: String,
}

/// Shows those that are left.
pub async fn show(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let here = links::second_factor_at(ctx.lang, "codes");
    signed_in.fresh(&site, &here)?;
    let (user, secret) = (signed_in.user, site.secret.clone());
    let found: db::Result<_> = site
        .db
        .platform(move |tx| {
            let is_any = second_factor::is_any(tx, user)?;
            Ok((is_any, recovery::shown(tx, user, &secret)?))
        })
        .await;
    let (is_any, codes) = found?;
    if !is_any {
        return Err(Error::NotFound);
    }
    ctx.html(&CodesPage {
        codes,
        renew: LinkButton {
            label: ctx.t.accounts_codes_renew(),
            url: links::second_factor_at(ctx.lang, "codes/renewal"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        back: links::second_factor(ctx.lang),
        ctx: &ctx,
    })
}

/// Asks before the old ones are thrown away.
pub async fn ask(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    signed_in.fresh(&site, &links::second_factor_at(ctx.lang, "codes/renewal"))?;
    let user = signed_in.user;
    let found: db::Result<bool> = site
        .db
        .platform(move |tx| second_factor::is_any(tx, user))
        .await;
    if !found? {
        return Err(Error::NotFound);
    }
    let (t, codes) = (ctx.t, links::second_factor_at(ctx.lang, "codes"));
    ctx.html(&AskPage {
        title: t.accounts_codes_renew_title(),
        lead: t.accounts_codes_renew_lead(),
        action: codes.clone(),
        hidden: vec![("csrf", signed_in.csrf)],
        button: t.accounts_codes_renew(),
        back: codes,
        ctx: &ctx,
    })
}

/// Makes new ones; the old ones open nothing any more.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<KeyForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let here = links::second_factor_at(ctx.lang, "codes");
    signed_in.still_fresh(&site, &here)?;
    let user = signed_in.user;
    let made: db::Result<bool> = site
        .db
        .platform(move |tx| {
            let is_any = second_factor::is_any(tx, user)?;
            if is_any {
                recovery::renew(tx, user)?;
            }
            Ok(is_any)
        })
        .await;
    if !made? {
        return Err(Error::NotFound);
    }
    Ok(flash::say(ctx.see_other(&here)?, Said::CodesRenewed))
}
