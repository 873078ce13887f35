//! A few minutes' promise while someone fills a form (seed 001). A hold and a booking take the same kind of row, so
//! there is nothing else to check and nothing to keep in step.

mod target;

use super::{
    allocation::{self, Claim, TakeError},
    availability::{Refusal, Slot, VisitPlacement},
    client_limit,
    line::Line,
    load::{By, Own},
    seek::{self, Sought},
    visit::{self, Part},
};
use crate::{
    base::{
        ids::{OptionId, ReservationId, ResourceId, ServiceId},
        lang::Lang,
        token::Token,
    },
    db::{
        DbError, TenantTx,
        statement::{Change, prepared},
    },
    domain::{businesses::profile::Profile, catalog::service::Service},
    refusal,
    schema::scheduling::{allocations, reservations},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};
use serde::Deserialize;
use serde_json::{Value, json};
use target::Target;
use uuid::Uuid;

/// What somebody wants to have held.
#[derive(Clone, Debug)]
pub struct Hold<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What, with what was chosen besides.
    pub service: &'a Service,
    /// For how many.
    pub party: i16,
    /// With whom; `None` is anybody, chosen fairly inside the lock.
    pub nominated: Option<ResourceId>,
    /// What else belongs to the visit, each guest's in their order; the service above is the first guest's first.
    pub more: &'a [Part<'a>],
    /// From when.
    pub start: DateTime<Utc>,
    /// The form's own key. One form, one hold: choosing another time on it moves the hold.
    pub key: &'a str,
    /// The token by which the holder is known; made from the key, so a repeated submit finds its hold.
    pub token: Token,
    /// Hash of the network address, for the limit of live holds.
    pub client: &'a [u8],
    /// The language of the page.
    pub lang: Lang,
}

/// A hold as it stands.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = reservations)]
pub struct Held {
    /// Its key.
    pub id: ReservationId,
    /// What for.
    pub service_id: ServiceId,
    /// From.
    pub start_at: DateTime<Utc>,
    /// Until.
    pub end_at: DateTime<Utc>,
    /// The business day.
    pub business_date: NaiveDate,
    /// For how many.
    pub party_size: i16,
    /// With whom, if somebody was chosen.
    pub nominated_resource_id: Option<ResourceId>,
    /// Whose column it stands in.
    pub chosen_resource_id: Option<ResourceId>,
    /// What was chosen besides.
    pub option_ids: Vec<Option<OptionId>>,
    /// The services of a visit of several; an empty list where there is one.
    pub lines_json: Value,
    /// What was typed as the code of a coupon.
    pub coupon_code: String,
    /// What was typed so far.
    pub details_json: Value,
    /// Alive until.
    pub expires_at: DateTime<Utc>,
    /// When it was extended, which is done once.
    pub extended_at: Option<DateTime<Utc>>,
    /// When it became a booking.
    pub committed_at: Option<DateTime<Utc>>,
}

/// Why nothing was held.
#[derive(Debug, thiserror::Error)]
pub enum HoldError {
    /// Not to be had: the reason, and the nearest times that are.
    #[error("refused: {0:?}")]
    Refused(Refusal, Vec<Slot>),
    /// One network address holds too much already.
    #[error("too many live holds")]
    TooMany,
    /// The form's hold has become a booking; another wish needs another form.
    #[error("already a booking")]
    Spent,
    /// There is no such hold.
    #[error("no such hold")]
    Unknown,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(HoldError);

impl Held {
    /// Whether it still counts.
    pub fn is_alive(&self, now: DateTime<Utc>) -> bool {
        self.committed_at.is_none() && self.expires_at > now
    }

    /// What was chosen besides, by key.
    pub fn options(&self) -> Vec<OptionId> {
        self.option_ids.iter().flatten().copied().collect()
    }

    /// Minutes that are held, buffers left out.
    pub fn minutes(&self) -> i64 {
        (self.end_at - self.start_at).num_minutes()
    }

    /// The services of a visit of several, in their order; none where there is one.
    pub fn lines(&self) -> Vec<Line> {
        Vec::deserialize(&self.lines_json).unwrap_or_default()
    }

    fn is_for(&self, wanted: &Hold<'_>) -> bool {
        let (lines, parts) = (self.lines(), wanted.parts());
        let same = match lines.as_slice() {
            [] => wanted.more.is_empty() && self.party_size == wanted.party,
            lines => {
                lines.len() == parts.len()
                    && lines
                        .iter()
                        .zip(&parts)
                        .all(|(line, part)| line.is_for(part))
            }
        };
        same && self.service_id == wanted.service.id
            && self.start_at == wanted.start
            && self.nominated_resource_id == wanted.nominated
            && self.options() == wanted.service.chosen()
    }
}

impl<'a> Hold<'a> {
    /// Every service of the visit, the first one first.
    fn parts(&self) -> Vec<Part<'a>> {
        let first = Part {
            guest: 0,
            service: self.service,
            party: self.party,
            nominated: self.nominated,
            wait: 0,
        };
        let more = self.more.iter().copied();
        std::iter::once(first).chain(more).collect()
    }

    /// How many come: who has several services is one guest.
    fn guests(&self) -> i16 {
        let mut parts = self.parts();
        parts.dedup_by_key(|part| part.guest);
        let parties = parts.iter().map(|part| part.party);
        parties.fold(0, i16::saturating_add)
    }

    /// Where it goes, as the engine says under the lock; or the reason.
    fn place(
        &self,
        tx: &mut TenantTx<'_>,
        own: Own,
    ) -> Result<Result<VisitPlacement, Refusal>, DbError> {
        if self.more.is_empty() {
            let placed = seek::place_locked(tx, &self.sought(own), self.start)?;
            return Ok(placed.map(VisitPlacement::from));
        }
        visit::place_locked(tx, &self.visit(&self.parts(), own), self.start)
    }

    fn nearest(&self, tx: &mut TenantTx<'_>, own: Own) -> Result<Vec<Slot>, DbError> {
        if self.more.is_empty() {
            return seek::nearest(tx, &self.sought(own), self.start);
        }
        visit::nearest(tx, &self.visit(&self.parts(), own), self.start)
    }

    fn visit<'p>(&self, parts: &'p [Part<'p>], own: Own) -> visit::Sought<'p>
    where
        'a: 'p,
    {
        visit::Sought {
            profile: self.profile,
            parts,
            by: By::Guest,
            own,
        }
    }

    fn sought(&self, own: Own) -> Sought<'a> {
        Sought {
            profile: self.profile,
            service: self.service,
            party: self.party,
            nominated: self.nominated,
            by: By::Guest,
            own,
        }
    }
}

/// Holds a time, or moves the form's hold to it; what was typed stays with the hold. Repeating the same wish while
/// the hold lives changes nothing. Queues are stood in in one order: submits of one form for its hold, then one address
/// for its limit, then everybody for a person's time.
pub fn hold(tx: &mut TenantTx<'_>, wanted: &Hold<'_>) -> Result<Held, HoldError> {
    let known = find_for_update(tx, &wanted.token)?;
    match &known {
        Some(held) if held.committed_at.is_some() => return Err(HoldError::Spent),
        Some(held) if held.is_alive(tx.now()) && held.is_for(wanted) => return Ok(held.clone()),
        // A living hold that moves is no further one.
        Some(held) if held.is_alive(tx.now()) => {}
        Some(_) | None => {
            let most = wanted.profile.settings.holds_per_client;
            if !client_limit::may_hold_another(tx, wanted.client, most)? {
                // It may be this very form's other submit that came first and has the last hold there was.
                return match find(tx, &wanted.token)? {
                    Some(held) if held.is_alive(tx.now()) => hold(tx, wanted),
                    _ => Err(HoldError::TooMany),
                };
            }
        }
    }
    let own = known.as_ref().map_or(Own::None, |held| Own::Hold(held.id));
    let placed = match wanted.place(tx, own)? {
        Ok(placed) => placed,
        // Two submits of one form may have queued up for the same lock: the second finds what the first made.
        Err(refusal) => {
            return match find(tx, &wanted.token)? {
                Some(held) if held.is_alive(tx.now()) && held.is_for(wanted) => Ok(held),
                _ => Err(HoldError::Refused(refusal, wanted.nearest(tx, own)?)),
            };
        }
    };
    let target = Target::of(tx, wanted, &placed)?;
    let id = known
        .as_ref()
        .map_or_else(|| ReservationId(Uuid::new_v4()), |held| held.id);
    let held = target.held(id, known.as_ref());
    let change: Change<'_> = match known {
        Some(_) => Box::new(target::renew(tx, id, target)),
        None => Box::new(target::make(tx, id, wanted, target)),
    };
    let claim = Claim::Hold(id, held.expires_at);
    let seats = allocation::Wanted::from(&placed);
    match allocation::take_seats(tx, &seats, claim, vec![change]) {
        Ok(true) => Ok(held),
        // Another submit of this form was first, and has taken time of its own: go by what it made.
        Ok(false) if find(tx, &wanted.token)?.is_some() => hold(tx, wanted),
        // The key was used for another token: it is of no use any more.
        Ok(false) => Err(HoldError::Spent),
        // The net below the lock: the transaction is over, so the alternatives are the next request's to find.
        Err(TakeError::Taken) => Err(HoldError::Refused(Refusal::Taken, Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

/// The hold of a token.
pub fn find(tx: &mut TenantTx<'_>, token: &Token) -> Result<Option<Held>, DbError> {
    let business = tx.business();
    let held = reservations::table
        .filter(
            reservations::business_id
                .eq(business)
                .and(reservations::token_hash.eq(token.hash())),
        )
        .select(Held::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(held)
}

/// The hold of a token, locked until the transaction ends.
pub fn find_for_update(tx: &mut TenantTx<'_>, token: &Token) -> Result<Option<Held>, DbError> {
    let business = tx.business();
    let held = reservations::table
        .filter(
            reservations::business_id
                .eq(business)
                .and(reservations::token_hash.eq(token.hash())),
        )
        .select(Held::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(held)
}

/// Gives a living hold its minutes once more, once. Returns whether it did.
pub fn extend(tx: &mut TenantTx<'_>, profile: &Profile, token: &Token) -> Result<bool, HoldError> {
    let held = find_for_update(tx, token)?.ok_or(HoldError::Unknown)?;
    let now = tx.now();
    if !held.is_alive(now) || held.extended_at.is_some() {
        return Ok(false);
    }
    let expires_at = now + TimeDelta::minutes(i64::from(profile.settings.hold_minutes));
    let business = tx.business();
    prepared(
        diesel::update(
            allocations::table.filter(
                allocations::business_id
                    .eq(business)
                    .and(allocations::reservation_id.eq(held.id)),
            ),
        )
        .set(allocations::expires_at.eq(expires_at)),
    )
    .execute(tx.conn())?;
    prepared(
        diesel::update(reservations::table.filter(reservations::id.eq(held.id))).set((
            reservations::expires_at.eq(expires_at),
            reservations::extended_at.eq(now),
        )),
    )
    .execute(tx.conn())?;
    Ok(true)
}

/// Keeps what was typed with the hold, so that neither a reload nor a lapse loses it. What was typed went on with the
/// booking if there is one; nothing is kept with a hold that is spent.
pub fn keep_details(tx: &mut TenantTx<'_>, token: &Token, details: &Value) -> Result<(), DbError> {
    let business = tx.business();
    prepared(
        diesel::update(
            reservations::table.filter(
                reservations::business_id
                    .eq(business)
                    .and(reservations::token_hash.eq(token.hash()))
                    .and(reservations::committed_at.is_null()),
            ),
        )
        .set(reservations::details_json.eq(details)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Marks a hold as having become a booking; what was typed lives on in the booking and the customer's card.
pub fn spend(tx: &TenantTx<'_>, hold: ReservationId) -> impl QueryFragment<Pg> + use<> {
    diesel::update(
        reservations::table.filter(
            reservations::business_id
                .eq(tx.business())
                .and(reservations::id.eq(hold)),
        ),
    )
    .set((
        reservations::committed_at.eq(tx.now()),
        reservations::details_json.eq(json!({})),
    ))
}
