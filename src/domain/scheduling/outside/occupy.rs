//! What is in a calendar elsewhere takes time here: as blocks, day by business day. What is booked keeps its time, and a block that lies
//! over it has the time around it; so each reading also takes what has come free meanwhile.

use super::{super::allocation, calendar::OutsideCalendar};
use crate::{
    base::time::{LocalDate, WallTime, Weekday, instant, local},
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::businesses::profile::Profile,
};
use chrono::{DateTime, Days, TimeDelta, Utc};
use diesel::sql_types::{Array, Date, Timestamptz, Uuid as SqlUuid};

/// A stretch of time.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// No block is longer (a check of the table says so).
const LONGEST: TimeDelta = TimeDelta::hours(30);
/// No calendar makes more of them.
const MOST: usize = 5_000;

/// From yesterday to the last day that can be booked: what a calendar is read for.
pub fn window(profile: &Profile, now: DateTime<Utc>) -> Span {
    let (first, last) = days(profile, now);
    let begins = |date| instant(profile.zone, date, WallTime::MIDNIGHT).unwrap_or(now);
    (begins(first), begins(last + Days::new(2)))
}

/// Makes what a calendar takes be these stretches, and no others.
pub fn take(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    calendar: &OutsideCalendar,
    spans: &[Span],
) -> db::Result<()> {
    allocation::lock(tx, &[calendar.setup.resource])?;
    let pieces = pieces(profile, tx.now(), spans);
    let dates: Vec<LocalDate> = pieces.iter().map(|(date, _)| *date).collect();
    let (since, until): (Vec<_>, Vec<_>) = pieces.into_iter().map(|(_, span)| span).unzip();
    let (business, now) = (tx.business(), tx.now());
    let wanted = || {
        (
            bind::<Array<Timestamptz>, _>(since.clone()),
            bind::<Array<Timestamptz>, _>(until.clone()),
        )
    };
    let (from, to) = wanted();
    prepared(statement::<(), _>(
        "delete from scheduling.blocks b where b.business_id = ? and b.outside_id = ? and not exists (select \
         from unnest(?::timestamptz[], ?::timestamptz[]) as w (since, until) where w.since = b.start_at and w.until = b.end_at)",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(calendar.id),
            from,
            to,
        ),
    ))
    .execute(tx.conn())?;
    let (from, to) = wanted();
    prepared(statement::<(), _>(
        "insert into scheduling.blocks (business_id, resource_id, business_date, start_at, end_at, outside_id, created_at) \
         select c.business_id, c.resource_id, w.date, w.since, w.until, c.id, ? \
         from scheduling.outside_calendars c, unnest(?::date[], ?::timestamptz[], ?::timestamptz[]) as w (date, since, until) \
         where c.business_id = ? and c.id = ? and not exists (select from scheduling.blocks b where b.business_id = c.business_id \
         and b.outside_id = c.id and b.start_at = w.since and b.end_at = w.until)",
        (
            bind::<Timestamptz, _>(now),
            bind::<Array<Date>, _>(dates),
            from,
            to,
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(calendar.id),
        ),
    ))
    .execute(tx.conn())?;
    fill(tx, calendar)
}

/// Takes whatever of its blocks nobody has. Holds that have expired go first, each as a whole.
fn fill(tx: &mut TenantTx<'_>, calendar: &OutsideCalendar) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    prepared(statement::<(), _>(
        "delete from scheduling.allocations where business_id = ? and expires_at <= ?",
        (bind::<SqlUuid, _>(business), bind::<Timestamptz, _>(now)),
    ))
    .execute(tx.conn())?;
    prepared(statement::<(), _>(
        "insert into scheduling.allocations (business_id, resource_id, seat, start_at, end_at, block_id) \
         select b.business_id, b.resource_id, s.seat, lower(free.piece), upper(free.piece), b.id \
         from scheduling.blocks b join scheduling.resources r on r.business_id = b.business_id and r.id = b.resource_id \
         cross join lateral generate_series(0, r.capacity - 1) as s (seat) \
         cross join lateral unnest(tstzmultirange(tstzrange(b.start_at, b.end_at)) - coalesce((select range_agg(a.during) \
             from scheduling.allocations a where a.business_id = b.business_id and a.resource_id = b.resource_id and a.seat = s.seat \
             and a.start_at > b.start_at - interval '36 hours' and a.start_at < b.end_at and a.end_at > b.start_at), \
             '{}'::tstzmultirange)) as free (piece) \
         where b.business_id = ? and b.outside_id = ?",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(calendar.id),
        ),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// The first and the last business day that a calendar is read for.
fn days(profile: &Profile, now: DateTime<Utc>) -> (LocalDate, LocalDate) {
    let today = local(profile.zone, now).date();
    let ahead = u64::try_from(profile.settings.horizon_days).unwrap_or(0);
    (today - Days::new(1), today + Days::new(ahead + 1))
}

/// Stretches in any order, joined, and cut where a business day ends.
fn pieces(profile: &Profile, now: DateTime<Utc>, spans: &[Span]) -> Vec<(LocalDate, Span)> {
    let (first, last) = days(profile, now);
    let joined = joined(spans);
    let dates = first.iter_days().take_while(|date| *date <= last);
    let bounds = dates.filter_map(|date| {
        let before = date.pred_opt()?;
        Some((date, ends(profile, before)?, ends(profile, date)?))
    });
    let mut all = Vec::new();
    for (date, begins, ends) in bounds {
        for (start, end) in &joined {
            let (mut from, until) = ((*start).max(begins), (*end).min(ends));
            while from < until {
                let next = until.min(from + LONGEST);
                all.push((date, (from, next)));
                from = next;
            }
        }
    }
    all.truncate(MOST);
    all
}

/// When a business day is over: at midnight, or when the shop closes in that night.
fn ends(profile: &Profile, date: LocalDate) -> Option<DateTime<Utc>> {
    let weekday = Weekday::of(date).number();
    let rows = profile.week.iter();
    let own = rows.filter(|row| row.day_of_week == weekday || row.day_of_week > 6);
    let latest = own.filter_map(|row| row.close_minute).max().unwrap_or(0);
    let wall = WallTime::new(u16::try_from(latest.max(1440)).ok()?)?;
    instant(profile.zone, date, wall)
}

fn joined(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for (start, end) in sorted {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}
