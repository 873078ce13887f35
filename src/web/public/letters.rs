//! Where a guest says which letters they want, from the link in one and without signing in. Opening it does nothing; what acts is
//! a button, or the one in their mail program (RFC 8058), which sends nothing but that.

use super::frame;
use crate::{
    base::{ids::CustomerId, time::local, token::Token},
    db::{EditError, Scope, TenantTx},
    domain::{
        bookings::offers_wanted,
        businesses::profile::{self, Profile},
        customers::card,
        notifications::wishes,
    },
    web::{
        error::{Error, Result},
        flash::{self, SaidOfLetters},
        gate::business,
        links,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            frame::ShopFrame,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Bytes, Data, Path};
use askama::Template;
use serde::Deserialize;

/// Language, shop, card and key.
type Address = Path<(String, String, String, String)>;

/// The page.
#[derive(Template)]
#[template(path = "public/letters.html")]
pub struct LettersPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    title: String,
    reminders: String,
    reminders_act: PostButton,
    /// That offers are sent, and no more of them, for whoever agreed to them.
    offers: Option<(String, PostButton)>,
}

/// What the page is drawn from.
struct Standing {
    profile: Profile,
    reminders: bool,
    offers: bool,
}

/// What was pressed. A mail program sends none of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Press {
    of: String,
    wish: String,
}

/// What is wanted.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Address) -> Result {
    let (_, slug, id, token) = path.into_inner();
    let (scope, id, key) = opened(&site, &ctx, &slug, (&id, &token)).await?;
    let read = site.db.read(scope, move |tx| read(tx, id));
    let standing = read.await?.ok_or(Error::NotFound)?;
    ctx.html(&page(&ctx, &standing, (id, &key)))
}

/// What is wanted from now on. The body is read as it comes: mail programs send it in more than one way.
pub async fn say(site: Data<Site>, ctx: PageCtx, path: Address, body: Bytes) -> Result {
    let (_, slug, id, token) = path.into_inner();
    let (scope, id, key) = opened(&site, &ctx, &slug, (&id, &token)).await?;
    let press: Press = serde_urlencoded::from_bytes(&body).unwrap_or_default();
    let (is_offers, again) = (press.of == "offers", press.wish == "again");
    let done = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<bool, EditError> {
            let (Some(id), Some(profile)) = (living(tx, id)?, profile::own(tx)?) else {
                return Ok(false);
            };
            if is_offers {
                let today = local(profile.zone, tx.now()).date();
                offers_wanted::stop(tx, id, today)?;
            } else {
                wishes::set(tx, id, again)?;
            }
            Ok(true)
        });
    match done.await {
        Ok(true) => {}
        Ok(false) | Err(EditError::Unknown) => return Err(Error::NotFound),
        Err(EditError::Db(error)) => return Err(error.into()),
        Err(_) => return Err(Error::Stale),
    }
    let said = match again && !is_offers {
        true => SaidOfLetters::LettersWanted,
        false => SaidOfLetters::LettersStopped,
    };
    let there = links::letters(ctx.lang, &slug, (id, &key));
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// The scope of whoever holds the right key; another key opens nothing.
async fn opened(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    (id, typed): (&str, &str),
) -> std::result::Result<(Scope, CustomerId, Token), Error> {
    let id: CustomerId = id.parse().map_err(|_no_id| Error::NotFound)?;
    let key = Token::parse(typed).ok_or(Error::NotFound)?;
    let scope = business::visitor(site, ctx, slug).await?;
    let of = (scope.business, id);
    let former = site.former_secret.iter();
    let is_right = former
        .map(Vec::as_slice)
        .chain([site.secret.as_slice()])
        .any(|secret| wishes::token(secret, of) == key);
    match is_right {
        true => Ok((scope, id, key)),
        false => Err(Error::NotFound),
    }
}

/// The card that this one has become, while its person is known.
fn living(
    tx: &mut TenantTx<'_>,
    id: CustomerId,
) -> std::result::Result<Option<CustomerId>, crate::db::DbError> {
    let Some(found) = card::find(tx, id)? else {
        return Ok(None);
    };
    let kept = match found.merged_into {
        Some(kept) => card::find(tx, kept)?,
        None => Some(found),
    };
    let kept = kept.filter(|card| card.erased_at.is_none());
    Ok(kept.map(|card| card.id))
}

fn read(
    tx: &mut TenantTx<'_>,
    id: CustomerId,
) -> std::result::Result<Option<Standing>, crate::db::DbError> {
    let (Some(id), Some(profile)) = (living(tx, id)?, profile::own(tx)?) else {
        return Ok(None);
    };
    Ok(Some(Standing {
        reminders: wishes::of(tx, id)?.reminders,
        offers: !offers_wanted::standing(tx, id)?.is_empty(),
        profile,
    }))
}

fn page<'a>(
    ctx: &'a PageCtx,
    standing: &Standing,
    (id, key): (CustomerId, &Token),
) -> LettersPage<'a> {
    let t = ctx.t;
    let act = |label: String, of: &str, wish: &str| PostButton {
        label,
        form: PostForm {
            action: links::letters(ctx.lang, &standing.profile.slug, (id, key)),
            hidden: vec![
                ("of".to_owned(), of.to_owned()),
                ("wish".to_owned(), wish.to_owned()),
            ],
        },
        voice: Voice::Quiet,
        ..PostButton::default()
    };
    let (reminders, reminders_act) = match standing.reminders {
        true => (
            t.messages_guest_reminders_on(),
            act(t.messages_guest_stop(), "reminders", "stop"),
        ),
        false => (
            t.messages_guest_reminders_off(),
            act(t.messages_guest_again(), "reminders", "again"),
        ),
    };
    LettersPage {
        shop: frame::frame(ctx, &standing.profile),
        title: t.messages_guest_title(),
        reminders,
        reminders_act,
        offers: standing.offers.then(|| {
            let stop = act(t.messages_guest_offers_stop(), "offers", "stop");
            (t.messages_guest_offers_on(), stop)
        }),
        ctx,
    }
}
