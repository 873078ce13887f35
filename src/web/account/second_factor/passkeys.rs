//! Adding a passkey to one's account, and taking one away.

use super::codes::KeyForm;
use crate::{
    base::{ids::FactorId, token::Token},
    db,
    domain::{
        accounts::{
            person,
            second_factor::{
                self,
                passkey::{self, PasskeyError},
                recovery,
            },
            ways_in,
        },
        businesses,
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        account::{
            ceremony::{Act, CeremonyPage},
            device,
            sheet::{AskPage, Way},
        },
        error::{Error, Result},
        flash::{self, Said},
        form::typed::{Asked, Typed},
        links,
        page::PageCtx,
        passkeys,
        session::{SettlingIn, SignedIn},
        site::Site,
    },
};
use actix_web::{HttpRequest, web::Data};
use serde::Deserialize;

/// What the browser sends.
#[derive(Deserialize, Default)]
pub struct AnswerForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    ticket: String,
    #[serde(default)]
    answer: String,
}

/// Which one.
#[derive(Deserialize, Default)]
pub struct RemovalForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    passkey: String,
}

/// Which one is asked about.
#[derive(Deserialize, Default)]
pub struct RemovalQuery {
    #[serde(default)]
    passkey: String,
}

/// Asks before one is taken away.
pub async fn ask(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<RemovalQuery>,
) -> Result {
    let id: FactorId = query.0.passkey.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| second_factor::of(tx, user))
        .await;
    let mut all = found?.passkeys.into_iter();
    let passkey = all
        .find(|passkey| passkey.id == id)
        .ok_or(Error::NotFound)?;
    let action = links::second_factor_at(ctx.lang, "passkeys/removal");
    signed_in.fresh(&site, &format!("{action}?passkey={id}"))?;
    let t = ctx.t;
    ctx.html(&AskPage {
        title: t.accounts_passkey_remove_title(),
        lead: t.accounts_passkey_remove_lead(&passkey.name),
        action,
        hidden: vec![("csrf", signed_in.csrf), ("passkey", id.to_string())],
        button: t.accounts_passkey_remove(),
        back: links::second_factor(ctx.lang),
        ctx: &ctx,
    })
}

/// Begins: the page on which the browser makes a key.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SettlingIn,
    form: Typed<KeyForm>,
) -> Result {
    let signed_in = signed_in.0;
    signed_in.sent(&form.0.csrf)?;
    let house = passkeys::house(&site)?;
    let overview = links::second_factor(ctx.lang);
    signed_in.still_fresh(&site, &overview)?;
    let user = signed_in.user;
    let ceremony = site
        .db
        .platform(move |tx| {
            let person = person::find(tx, user)?;
            person
                .map(|person| passkey::begin_adding(tx, &house, &person))
                .transpose()
        })
        .await
        .map_err(|error| match error {
            PasskeyError::Broken(why) => Error::Broken(why),
            PasskeyError::Db(error) => error.into(),
        })?
        .ok_or(Error::NotFound)?;
    ctx.stand_at(&overview);
    let action = links::second_factor_at(ctx.lang, "passkeys/answer");
    let hidden = vec![("csrf", signed_in.csrf)];
    ctx.html(&CeremonyPage {
        ways: vec![Way::new(ctx.t.ui_back(), overview)],
        ..CeremonyPage::of(&ctx, Act::Add, &ceremony, action, hidden)
    })
}

/// Adds the key; its owner gets recovery codes, if they have none yet.
pub async fn answer(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SettlingIn,
    form: Typed<AnswerForm>,
) -> Result {
    let (signed_in, form) = (signed_in.0, form.0);
    signed_in.sent(&form.csrf)?;
    let house = passkeys::house(&site)?;
    let overview = links::second_factor(ctx.lang);
    signed_in.still_fresh(&site, &overview)?;
    let ticket = Token::parse(&form.ticket).ok_or(Error::Unreadable)?;
    let (user, answer, name) = (signed_in.user, form.answer, device::of(&request, ctx.t));
    let added: db::Result<Option<bool>> = site
        .db
        .platform(move |tx| {
            if !passkey::add(tx, &house, user, (&ticket, &answer), &name)? {
                return Ok(None);
            }
            let has_codes = second_factor::of(tx, user)?.codes_left.is_some();
            recovery::ensure(tx, user)?;
            if let Some(person) = person::find(tx, user)? {
                personal::send(tx, &Notice::to(&person, Kind::FactorAdded))?;
            }
            Ok(Some(has_codes))
        })
        .await;
    let Some(has_codes) = added? else {
        return Ok(flash::say(ctx.see_other(&overview)?, Said::PasskeyRefused));
    };
    site.wake.notify_one();
    signed_in.arrive(&request)?;
    let onward = match has_codes {
        true => overview,
        false => links::second_factor_at(ctx.lang, "codes"),
    };
    Ok(flash::say(ctx.see_other(&onward)?, Said::PasskeyAdded))
}

/// Takes one away, unless it is the last thing of somebody who must have one.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<RemovalForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let overview = links::second_factor(ctx.lang);
    signed_in.still_fresh(&site, &overview)?;
    let id: FactorId = form.0.passkey.parse().map_err(|_no_key| Error::NotFound)?;
    let (user, grace) = (signed_in.user, site.second_factor_grace);
    let done: db::Result<Option<Said>> = site
        .db
        .platform(move |tx| {
            let standing = businesses::second_factor::standing(tx, user, grace)?;
            let factors = second_factor::of(tx, user)?;
            let is_last = factors.app_since.is_none() && factors.passkeys.len() < 2;
            if standing.due.is_some() && is_last {
                return Ok(Some(Said::FactorNeeded));
            }
            if ways_in::locked(tx, user)?.are_one() {
                return Ok(Some(Said::LastWayIn));
            }
            if !passkey::remove(tx, user, id)? {
                return Ok(None);
            }
            if is_last {
                recovery::remove(tx, user)?;
            }
            if let Some(person) = person::find(tx, user)? {
                personal::send(tx, &Notice::to(&person, Kind::FactorRemoved))?;
            }
            Ok(Some(Said::PasskeyRemoved))
        })
        .await;
    let said = done?.ok_or(Error::NotFound)?;
    site.wake.notify_one();
    Ok(flash::say(ctx.see_other(&overview)?, said))
}
