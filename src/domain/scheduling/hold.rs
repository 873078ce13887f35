//! A few minutes' promise while someone fills a form (seed 001). A hold and a booking take the same kind of row, so
//! there is nothing else to check and nothing to keep in step.

use super::{
    allocation::{self, Claim, TakeError},
    availability::{Placement, Refusal, Slot},
    client_limit,
    load::{By, Own},
    resource,
    seek::{self, Sought},
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
use serde_json::json;
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
    /// What was typed so far.
    pub details_json: serde_json::Value,
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

    fn is_for(&self, wanted: &Hold<'_>) -> bool {
        self.service_id == wanted.service.id
            && self.start_at == wanted.start
            && self.party_size == wanted.party
            && self.nominated_resource_id == wanted.nominated
            && self.options() == wanted.service.chosen()
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
    let sought = Sought {
        profile: wanted.profile,
        service: wanted.service,
        party: wanted.party,
        nominated: wanted.nominated,
        by: By::Guest,
        own: known.as_ref().map_or(Own::None, |held| Own::Hold(held.id)),
    };
    let placement = match seek::place_locked(tx, &sought, wanted.start)? {
        Ok(placement) => placement,
        // Two submits of one form may have queued up for the same lock: the second finds what the first made.
        Err(refusal) => {
            return match find(tx, &wanted.token)? {
                Some(held) if held.is_alive(tx.now()) && held.is_for(wanted) => Ok(held),
                _ => Err(HoldError::Refused(
                    refusal,
                    seek::nearest(tx, &sought, wanted.start)?,
                )),
            };
        }
    };
    let target = target(tx, wanted, &placement)?;
    let id = known
        .as_ref()
        .map_or_else(|| ReservationId(Uuid::new_v4()), |held| held.id);
    let held = target.held(id, known.as_ref());
    let change: Change<'_> = match known {
        Some(_) => Box::new(renew(tx, id, target)),
        None => Box::new(make(tx, id, wanted, target)),
    };
    let claim = Claim::Hold(id, held.expires_at);
    match allocation::take(tx, &placement, claim, vec![change]) {
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
pub fn keep_details(
    tx: &mut TenantTx<'_>,
    token: &Token,
    details: &serde_json::Value,
) -> Result<(), DbError> {
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

/// Writes a new hold; meets nothing when its token or its key is there already.
fn make<'a>(
    tx: &TenantTx<'_>,
    id: ReservationId,
    wanted: &'a Hold<'_>,
    target: Target,
) -> impl QueryFragment<Pg> + use<'a> {
    diesel::insert_into(reservations::table)
        .values((
            reservations::id.eq(id),
            reservations::business_id.eq(tx.business()),
            reservations::token_hash.eq(wanted.token.hash()),
            reservations::idempotency_key.eq(wanted.key),
            reservations::client_hash.eq(wanted.client),
            reservations::locale.eq(wanted.lang.code()),
            target,
        ))
        .on_conflict_do_nothing()
}

/// Points a hold at another time, with all its minutes before it.
fn renew(tx: &TenantTx<'_>, hold: ReservationId, target: Target) -> impl QueryFragment<Pg> + use<> {
    diesel::update(
        reservations::table.filter(
            reservations::business_id
                .eq(tx.business())
                .and(reservations::id.eq(hold)),
        ),
    )
    .set(target)
}

/// What a hold is for, and until when: the columns that a choice sets.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = reservations, treat_none_as_null = true)]
struct Target {
    service_id: ServiceId,
    start_at: DateTime<Utc>,
    end_at: DateTime<Utc>,
    business_date: NaiveDate,
    party_size: i16,
    nominated_resource_id: Option<ResourceId>,
    chosen_resource_id: Option<ResourceId>,
    option_ids: Vec<OptionId>,
    expires_at: DateTime<Utc>,
    extended_at: Option<DateTime<Utc>>,
}

impl Target {
    /// The hold that this is written to; what was typed stays with it.
    fn held(&self, id: ReservationId, known: Option<&Held>) -> Held {
        Held {
            id,
            service_id: self.service_id,
            start_at: self.start_at,
            end_at: self.end_at,
            business_date: self.business_date,
            party_size: self.party_size,
            nominated_resource_id: self.nominated_resource_id,
            chosen_resource_id: self.chosen_resource_id,
            option_ids: self.option_ids.iter().copied().map(Some).collect(),
            details_json: known.map_or_else(|| json!({}), |held| held.details_json.clone()),
            expires_at: self.expires_at,
            extended_at: self.extended_at,
            committed_at: None,
        }
    }
}

fn target(
    tx: &mut TenantTx<'_>,
    wanted: &Hold<'_>,
    placement: &Placement,
) -> Result<Target, DbError> {
    let minutes = i64::from(wanted.profile.settings.hold_minutes);
    Ok(Target {
        service_id: wanted.service.id,
        start_at: placement.start,
        end_at: placement.end,
        business_date: placement.date,
        party_size: wanted.party,
        nominated_resource_id: wanted.nominated,
        chosen_resource_id: resource::foremost(tx, &placement.resources())?,
        option_ids: wanted.service.chosen(),
        expires_at: tx.now() + TimeDelta::minutes(minutes),
        extended_at: None,
    })
}
