//! What begins when, for whoever limits how much may: read only where something is limited, and decided behind a lock of the
//! week, so that of two guests one has its last place, of a half-hour, of a day or of the week.

use super::{availability::Limits, caps, load::Own, taken::instant};
use crate::{
    base::ids::BusinessId,
    db::{
        self, TenantTx, TownTx,
        statement::{bind, statement},
    },
    domain::businesses::profile::Settings,
};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc, Weekday};
use diesel::{
    prelude::*,
    sql_types::{Array, Binary, Nullable, Timestamptz, Uuid as SqlUuid},
};
use std::collections::HashMap;

/// Whose claim begins when. Claims are found by the index of what is taken, which begins no more than the longest of them before
/// or after. All of them in one row, packed and in no order: a month of a large staff is thousands, and to sort them and to send
/// each by itself costs the server more than to find them.
const BEGUN: &str = "select string_agg(timestamptz_send(begins_at) || uuid_send(coalesce(booking_id, reservation_id)), '') \
    from scheduling.allocations where business_id = ? \
    and start_at > ?::timestamptz - interval '36 hours' and start_at < ?::timestamptz + interval '36 hours' \
    and begins_at >= ? and begins_at < ? and (expires_at is null or expires_at > ?) \
    and coalesce(booking_id, reservation_id) is distinct from ?::uuid";

/// What begins so many days before and after belongs to the same week, wherever the shop is.
const WEEK: TimeDelta = TimeDelta::days(8);

/// The limits with what the shop says of whole days and weeks.
pub(super) fn capped(limits: Limits, settings: &Settings) -> Limits {
    let most = |most: Option<i16>| most.and_then(|most| u32::try_from(most).ok());
    Limits {
        a_day: most(settings.most_starts_a_day),
        a_week: most(settings.most_starts_a_week),
        ..limits
    }
}

/// Counts what begins between two instants, the asker's own left out, and what is counted by services and people. Where nothing
/// is limited, nothing is asked.
pub(super) fn fill(
    tx: &mut TenantTx<'_>,
    limits: &mut Limits,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    own: Own,
) -> db::Result<()> {
    if !limits.is_empty() {
        let around = match limits.reaches_far() {
            true => WEEK,
            false => TimeDelta::zero(),
        };
        limits.begun = read(tx, (since - around, until + around), own)?;
    }
    caps::fill(tx, limits, (since, until), own)
}

/// When each booking and each living hold begins between two instants, in order.
pub(super) fn read(
    tx: &mut TenantTx<'_>,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    own: Own,
) -> db::Result<Vec<DateTime<Utc>>> {
    let own = match own {
        Own::None => None,
        Own::Booking(booking) => Some(booking.0),
        Own::Hold(hold) => Some(hold.0),
    };
    let packed: Option<Vec<u8>> = statement::<Nullable<Binary>, _>(
        BEGUN,
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(until),
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(until),
            bind::<Timestamptz, _>(tx.now()),
            bind::<Nullable<SqlUuid>, _>(own),
        ),
    )
    .get_result(tx.conn())?;
    Ok(packed.as_deref().map(unpacked).unwrap_or_default())
}

/// Each booking and each living hold counts once, whatever it takes.
fn unpacked(claims: &[u8]) -> Vec<DateTime<Utc>> {
    let (claims, _) = claims.as_chunks::<24>();
    let mut each: Vec<_> = claims
        .iter()
        .filter_map(|claim| {
            let (begins, whose) = claim.split_first_chunk::<8>()?;
            Some((instant(*begins)?, whose))
        })
        .collect();
    each.sort_unstable();
    each.dedup();
    each.into_iter().map(|(begins, _)| begins).collect()
}

/// When each booking and each living hold of many businesses begins between two instants, and a week around, in order.
pub(super) fn of_many(
    tx: &mut TownTx<'_>,
    ids: &[BusinessId],
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> db::Result<HashMap<BusinessId, Vec<DateTime<Utc>>>> {
    let ((since, until), now) = ((since - WEEK, until + WEEK), tx.now());
    let rows: Vec<(BusinessId, DateTime<Utc>)> = statement::<(SqlUuid, Timestamptz), _>(
        "select business_id, begins_at from scheduling.allocations where business_id = any (?) \
         and start_at > ?::timestamptz - interval '36 hours' and start_at < ?::timestamptz + interval '36 hours' \
         and begins_at >= ? and begins_at < ? and (expires_at is null or expires_at > ?) \
         group by business_id, coalesce(booking_id, reservation_id), begins_at order by business_id, begins_at",
        (
            bind::<Array<SqlUuid>, _>(ids.to_vec()),
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(until),
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(until),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    let mut each: HashMap<BusinessId, Vec<DateTime<Utc>>> = HashMap::new();
    for (business, begins) in rows {
        each.entry(business).or_default().push(begins);
    }
    Ok(each)
}

/// Queues up for the week of what a clock on the shop's wall shows, until the transaction ends. Whoever takes people and
/// tables, too, has queued up for those before, so that nobody waits in a ring.
pub(super) fn lock(tx: &mut TenantTx<'_>, wall: NaiveDateTime) -> db::Result<()> {
    let week = wall.date().week(Weekday::Mon);
    let monday = week.checked_first_day().unwrap_or(wall.date());
    db::lock_name(tx, format!("{} {monday}", tx.business()))
}
