//! Somebody's place on the list, for whoever holds its key: which place it is and why, what is offered until when, and the ways
//! to say yes, no and not any more. Opening the link does nothing (mail scanners open links); what acts is a button.

use super::standing::{self, PlacePage};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, WaitId},
        time::LocalDate,
        token::Token,
    },
    db::{DbError, Scope, TenantTx},
    domain::{
        bookings::{
            booking, link,
            waitlist::{
                self,
                answer::{self, TakeEarlierError},
                entry::{self, Entry, Status},
                offer,
                order::{self, Ahead},
                what::{self, What},
            },
        },
        businesses::profile::{self, Profile},
        scheduling::{
            hold::{self, Held},
            resource,
        },
    },
    web::{
        basket::Basket,
        error::{Error, Result},
        flash::{self, Said},
        gate::business,
        links,
        page::PageCtx,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use chrono::{DateTime, Utc};

/// Language, shop, place and key.
type Address = Path<(String, String, String, String)>;

/// A place on the list with all that is said about it.
pub struct Standing {
    /// Where.
    pub profile: Profile,
    /// The place.
    pub entry: Entry,
    /// For what, as long as it is on the menu.
    pub service: Option<Bilingual>,
    /// The same as the page of a visit has it, where it is one.
    pub visit: Option<Basket>,
    /// With whom, if somebody was chosen.
    pub person: Option<Bilingual>,
    /// Who stands before.
    pub ahead: Ahead,
    /// What is offered, or was last.
    pub held: Option<Held>,
    /// The booking that would move, or that was made.
    pub booking: Option<BookingId>,
    /// When the booking that would move begins.
    pub later: Option<(LocalDate, DateTime<Utc>, DateTime<Utc>)>,
    /// The instant of the reading.
    pub now: DateTime<Utc>,
}

impl Standing {
    /// Whether something is offered and can be taken.
    pub fn is_offered(&self) -> bool {
        self.entry.status == Status::Notified
            && self
                .held
                .as_ref()
                .is_some_and(|held| held.is_alive(self.now))
    }
}

/// The place.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Address) -> Result {
    let (_, slug, id, token) = path.into_inner();
    let (scope, id, key) = opened(&site, &ctx, &slug, (&id, &token)).await?;
    let secret = site.secret.clone();
    let read = site
        .db
        .read(scope, move |tx| -> std::result::Result<_, DbError> {
            read(tx, id, &secret)
        });
    let standing = read.await?.ok_or(Error::NotFound)?;
    let page: PlacePage<'_> = standing::page(&site, &ctx, &standing, &key);
    ctx.html(&page)
}

/// Somebody says that they are themselves.
pub async fn stay(site: Data<Site>, ctx: PageCtx, path: Address) -> Result {
    let (_, slug, id, token) = path.into_inner();
    let (scope, id, key) = opened(&site, &ctx, &slug, (&id, &token)).await?;
    let proved = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<bool, DbError> {
            answer::prove(tx, id)
        });
    let said = match proved.await? {
        true => Said::WaitlistJoined,
        false => Said::WaitlistOver,
    };
    site.wake.notify_one();
    let there = links::waiting(ctx.lang, &slug, (id, &key));
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// Somebody leaves.
pub async fn leave(site: Data<Site>, ctx: PageCtx, path: Address) -> Result {
    let (_, slug, id, token) = path.into_inner();
    let (scope, id, key) = opened(&site, &ctx, &slug, (&id, &token)).await?;
    let left = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<bool, DbError> {
            answer::leave(tx, id)
        });
    let said = match left.await? {
        true => Said::WaitlistLeft,
        false => Said::WaitlistOver,
    };
    site.wake.notify_one();
    let there = links::waiting(ctx.lang, &slug, (id, &key));
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// Somebody takes the earlier time: their booking moves there.
pub async fn take(site: Data<Site>, ctx: PageCtx, path: Address) -> Result {
    let (_, slug, id, token) = path.into_inner();
    let (scope, id, key) = opened(&site, &ctx, &slug, (&id, &token)).await?;
    let secret = site.secret.clone();
    let taken = site.db.tenant(
        scope,
        move |tx| -> std::result::Result<Option<BookingId>, TakeEarlierError> {
            let Some(profile) = profile::open_to_public(tx)? else {
                return Err(TakeEarlierError::Unknown);
            };
            answer::take_earlier(tx, (&profile, secret.as_slice()), id)?;
            Ok(entry::find(tx, id)?.and_then(|entry| entry.booking_id))
        },
    );
    let place = links::waiting(ctx.lang, &slug, (id, &key));
    match taken.await {
        Ok(Some(booking)) => {
            site.wake.notify_one();
            let token = link::token(&site.secret, booking).text();
            let home = links::booking(ctx.lang, &token);
            Ok(flash::say(ctx.see_other(&home)?, Said::Moved))
        }
        Ok(None)
        | Err(
            TakeEarlierError::Unknown | TakeEarlierError::Expired | TakeEarlierError::NotMoved(_),
        ) => Ok(flash::say(ctx.see_other(&place)?, Said::WaitlistOver)),
        Err(TakeEarlierError::Db(error)) => Err(error.into()),
    }
}

/// The scope of whoever holds the right key of a place; another key opens nothing.
async fn opened(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    (id, typed): (&str, &str),
) -> std::result::Result<(Scope, WaitId, Token), Error> {
    let id: WaitId = id.parse().map_err(|_no_id| Error::NotFound)?;
    let key = Token::parse(typed).ok_or(Error::NotFound)?;
    let former = site.former_secret.iter();
    let is_right = former
        .map(Vec::as_slice)
        .chain([site.secret.as_slice()])
        .any(|secret| waitlist::token(secret, id) == key);
    if !is_right {
        return Err(Error::NotFound);
    }
    Ok((business::visitor(site, ctx, slug).await?, id, key))
}

fn read(
    tx: &mut TenantTx<'_>,
    id: WaitId,
    secret: &[u8],
) -> std::result::Result<Option<Standing>, DbError> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    let Some(entry) = entry::find(tx, id)? else {
        return Ok(None);
    };
    let what = what::read(tx, &entry)?;
    // Of a visit each service may have somebody else.
    let is_visit = what.as_ref().is_some_and(What::is_visit);
    let person = match entry.resource_id.filter(|_| !is_visit) {
        Some(id) => resource::find(tx, id)?.map(|person| person.name),
        None => None,
    };
    let held = match entry.reservation_id {
        Some(_) => hold::find(tx, &offer::token(secret, &entry))?,
        None => None,
    };
    let made = match (entry.status, &held) {
        (Status::Converted, Some(held)) => booking::of_hold(tx, held.id)?,
        _ => None,
    };
    let later = match entry.booking_id {
        Some(id) => booking::find(tx, id)?.map(|booking| {
            let row = booking.row;
            (row.business_date, row.start_at, row.end_at)
        }),
        None => None,
    };
    Ok(Some(Standing {
        ahead: order::ahead(tx, id)?,
        booking: entry.booking_id.or(made),
        now: tx.now(),
        profile,
        entry,
        service: what.as_ref().map(What::name),
        visit: what.filter(|_| is_visit).map(|what| Basket::awaited(&what)),
        person,
        held,
        later,
    }))
}
