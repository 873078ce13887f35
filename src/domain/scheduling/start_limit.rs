//! How many bookings may begin in each half-hour before guests can make no more (受付可能数): the usual numbers of a week, and
//! one half-hour of one date that has another. Staff book beyond it as they like, and what they book counts.

use super::{
    availability::{HALF_HOUR, Limits, UsualLimit, hours},
    begun,
    load::Own,
    rule_rows,
};
use crate::{
    base::time::{BusinessDay, LAST_MINUTE, LocalDate, WallSpan, WallTime},
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::scheduling::{start_limit_dates, start_limits},
};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::{
    prelude::*,
    sql_types::{Array, Date, SmallInt, Uuid as SqlUuid},
};

/// The largest usual number.
pub const MOST: i64 = 999;
/// The largest number of a single date, which may lie above what has begun there.
const MOST_OF_A_DATE: u32 = 9_999;

/// The usual number of a half-hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = start_limits)]
pub struct Usual {
    /// 0 Sunday to 6 Saturday, 7 public holiday, 8 the day before one.
    pub day_of_week: i16,
    /// Minutes after midnight of the business day.
    pub start_minute: i16,
    /// So many may begin.
    pub most: i16,
}

/// One half-hour of a business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfHour {
    /// Minutes after midnight of the business day.
    pub minute: u16,
    /// How many may begin; `None` is as many as there is room for.
    pub most: Option<u32>,
    /// How many do.
    pub begun: u32,
    /// Whether it has a number of its own on this date.
    pub is_special: bool,
}

/// What is done to the number of one half-hour of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// One more than are left. Where there is no limit, there is nothing to raise.
    More,
    /// One less. Where there is no limit, no more can begin.
    Fewer,
    /// As the week has it.
    Usual,
}

impl HalfHour {
    /// How many more guests may begin; `None` is as many as there is room for.
    pub fn left(&self) -> Option<u32> {
        self.most.map(|most| most.saturating_sub(self.begun))
    }

    /// The number that a press makes of it; `None` where the press changes nothing.
    fn pressed(&self, press: Press) -> Option<Option<u32>> {
        match (press, self.left()) {
            (Press::Usual, _) => Some(None),
            (Press::More, Some(left)) => Some(Some(self.begun + left + 1)),
            (Press::Fewer, None) => Some(Some(self.begun)),
            (Press::Fewer, Some(left)) if left > 0 => Some(Some(self.begun + left - 1)),
            (Press::More, None) | (Press::Fewer, Some(_)) => None,
        }
    }
}

/// The usual numbers of the business, day by day.
pub fn usual(tx: &mut TenantTx<'_>) -> db::Result<Vec<Usual>> {
    let business = tx.business();
    Ok(start_limits::table
        .filter(start_limits::business_id.eq(business))
        .order((start_limits::day_of_week, start_limits::start_minute))
        .select(Usual::as_select())
        .load(tx.conn())?)
}

/// From now on these are the usual numbers. What stays as it was is not written again, so that the trail tells what changed.
pub fn set(tx: &mut TenantTx<'_>, rows: &[Usual]) -> db::Result<()> {
    let values = |of: fn(&Usual) -> i16| rows.iter().map(of).collect::<Vec<i16>>();
    let days = values(|one| one.day_of_week);
    let minutes = values(|one| one.start_minute);
    let most = values(|one| one.most);
    let gone = statement::<(), _>(
        "delete from scheduling.start_limits l where l.business_id = ? and not exists (\
         select from unnest(?::int2[], ?::int2[]) as said (day, minute) \
         where said.day = l.day_of_week and said.minute = l.start_minute)",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SmallInt>, _>(days.clone()),
            bind::<Array<SmallInt>, _>(minutes.clone()),
        ),
    );
    prepared(gone).execute(tx.conn())?;
    let said = statement::<(), _>(
        "insert into scheduling.start_limits (business_id, day_of_week, start_minute, most) \
         select ?::uuid, said.day, said.minute, said.most \
         from unnest(?::int2[], ?::int2[], ?::int2[]) as said (day, minute, most) \
         on conflict (business_id, day_of_week, start_minute) do update set most = excluded.most \
         where start_limits.most <> excluded.most",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SmallInt>, _>(days),
            bind::<Array<SmallInt>, _>(minutes),
            bind::<Array<SmallInt>, _>(most),
        ),
    );
    prepared(said).execute(tx.conn())?;
    Ok(())
}

/// The usual numbers as the engine knows them.
pub fn rules(rows: &[Usual]) -> Vec<UsualLimit> {
    let rule = |one: &Usual| {
        Some(UsualLimit {
            day: rule_rows::day_kind(one.day_of_week)?,
            half: u16::try_from(one.start_minute).ok()?,
            most: u32::try_from(one.most).ok()?,
        })
    };
    rows.iter().filter_map(rule).collect()
}

/// The half-hours during which the shop is open on a date, in order.
pub fn day(tx: &mut TenantTx<'_>, zone: Tz, date: LocalDate) -> db::Result<Vec<HalfHour>> {
    let rules = rule_rows::read(tx, &mut [], date, 1)?;
    let (mut limits, clock) = (rules.limits, BusinessDay::new(zone, date));
    limits.begun = match whole(&clock) {
        Some(day) => begun::read(tx, day, Own::None)?,
        None => Vec::new(),
    };
    let halves = halves(&hours(&rules.opening, date));
    let each = halves.into_iter();
    Ok(each
        .map(|minute| half_of(&limits, &clock, minute))
        .collect())
}

/// Every half-hour that some of these spans reach into, by the minute it begins with.
pub fn halves(open: &[WallSpan]) -> Vec<u16> {
    let of = |span: &WallSpan| {
        let first = span.from().minutes() / HALF_HOUR * HALF_HOUR;
        (first..span.until().minutes()).step_by(usize::from(HALF_HOUR))
    };
    let mut halves: Vec<u16> = open.iter().flat_map(of).collect();
    halves.sort_unstable();
    halves.dedup();
    halves
}

/// Does it, decided behind the lock that guests stand before. Where the shop is closed there is nothing to press: `false`.
pub fn press(
    tx: &mut TenantTx<'_>,
    zone: Tz,
    (date, minute): (LocalDate, u16),
    press: Press,
) -> db::Result<bool> {
    begun::lock(
        tx,
        date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into()),
    )?;
    tx.rules_changed()?;
    let halves = day(tx, zone, date)?;
    let Some(half) = halves.iter().find(|half| half.minute == minute) else {
        return Ok(false);
    };
    match half.pressed(press) {
        None => {}
        Some(None) => forget(tx, (date, half.minute))?,
        Some(Some(most)) => say(tx, (date, half.minute), most)?,
    }
    Ok(true)
}

fn forget(tx: &mut TenantTx<'_>, (date, minute): (LocalDate, u16)) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        start_limit_dates::table.filter(
            start_limit_dates::business_id
                .eq(business)
                .and(start_limit_dates::date.eq(date))
                .and(start_limit_dates::start_minute.eq(column(minute.into()))),
        ),
    ))
    .execute(tx.conn())?;
    Ok(())
}

fn say(tx: &mut TenantTx<'_>, (date, minute): (LocalDate, u16), most: u32) -> db::Result<()> {
    let said = statement::<(), _>(
        "insert into scheduling.start_limit_dates (business_id, date, start_minute, most) values (?, ?, ?, ?) \
         on conflict (business_id, date, start_minute) do update set most = excluded.most",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Date, _>(date),
            bind::<SmallInt, _>(column(minute.into())),
            bind::<SmallInt, _>(column(most.min(MOST_OF_A_DATE))),
        ),
    );
    prepared(said).execute(tx.conn())?;
    Ok(())
}

fn half_of(limits: &Limits, clock: &BusinessDay, minute: u16) -> HalfHour {
    let date = clock.date();
    let mut dated = limits.dated.iter();
    HalfHour {
        minute,
        most: limits.most(date, minute),
        begun: limits.begun(clock, minute),
        is_special: dated.any(|one| one.date == date && one.half == minute),
    }
}

/// From its midnight to the end of its night.
fn whole(clock: &BusinessDay) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let at = |wall: WallTime| DateTime::from_timestamp(clock.reached(wall)?, 0);
    at(WallTime::MIDNIGHT).zip(at(WallTime::new(LAST_MINUTE)?))
}

fn column(number: u32) -> i16 {
    i16::try_from(number).unwrap_or(i16::MAX)
}
