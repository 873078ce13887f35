//! What would become of one day of a series: the time that is wanted, why it cannot be had, what was chosen in its place, and
//! what is nearest. Asked to be shown, and asked again under the locks to decide.

use crate::{
    base::{
        fingerprint::fingerprint,
        ids::ResourceId,
        time::{LocalDate, WallTime, days_after, instant},
    },
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::Service,
        scheduling::{
            availability::{Chosen, Placement, Refusal, Slot},
            load::{By, Own},
            seek::{self, Sought},
        },
    },
};
use chrono::{DateTime, Utc};

/// So many other times are offered for a day that does not go.
const OFFERED: usize = 3;
/// They are looked for so many days before and after.
const AROUND: u16 = 3;

/// What was said about a day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Nothing: it is to be as the rule has it.
    Wanted,
    /// It is left out.
    Skip,
    /// Another time takes its place.
    At(DateTime<Utc>),
}

/// What is asked for on each day.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What, as it was agreed.
    pub service: &'a Service,
    /// For how many.
    pub party: i16,
    /// Who was asked for.
    pub nominated: Option<ResourceId>,
    /// With whom it would be the best, if they can.
    pub column: Option<ResourceId>,
    /// Whose claims do not count: its own, where it is moved.
    pub own: Own,
    /// Whether a yes must stay true: then what it could take is queued up for.
    pub is_to_decide: bool,
}

/// A day of a series.
#[derive(Clone, Debug)]
pub struct Line {
    /// The business day.
    pub date: LocalDate,
    /// From when, if that day has such a time.
    pub start: Option<DateTime<Utc>>,
    /// Why that cannot be had.
    pub refusal: Option<Refusal>,
    /// What it would take, where it can.
    pub wanted: Option<Placement>,
    /// What was said about it.
    pub pick: Pick,
    /// Why what was chosen in its place cannot be had.
    pub not_that: Option<Refusal>,
    /// What it comes to.
    pub placement: Option<Placement>,
    /// What that day costs, where it is a new booking; minor units, tax included.
    pub price: Option<i64>,
    /// The nearest times that can be had.
    pub nearest: Vec<Slot>,
}

impl Line {
    /// Whether it is known what becomes of it.
    pub fn is_settled(&self) -> bool {
        self.pick == Pick::Skip || self.placement.is_some()
    }
}

/// What tells one plan from another for whoever saw it: its days, which of them do not go, and what the others cost. What they chose
/// for those is not part of it, nor who serves where nobody was named.
pub fn mark(lines: &[Line]) -> String {
    let seen: Vec<_> = lines
        .iter()
        .map(|line| {
            let price = line.price.filter(|_| line.refusal.is_none());
            (line.date, line.start, line.refusal, price)
        })
        .collect();
    fingerprint(&seen)
}

/// Finds out what becomes of one day, beside what was found for those before it.
pub fn settle(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    (date, wall, pick): (LocalDate, WallTime, Pick),
    before: &[Line],
) -> db::Result<Line> {
    let start = instant(asked.profile.zone, date, wall);
    let wanted = match start {
        Some(start) => place(tx, asked, start, before)?,
        None => Err(Refusal::NoSuchTime),
    };
    let refusal = wanted.as_ref().err().copied();
    let wanted = wanted.ok();
    let (placement, not_that) = match pick {
        Pick::Wanted => (wanted.clone(), None),
        Pick::Skip => (None, None),
        Pick::At(other) => match place(tx, asked, other, before)? {
            Ok(placement) => (Some(placement), None),
            Err(why) => (None, Some(why)),
        },
    };
    Ok(Line {
        date,
        start,
        refusal,
        wanted,
        pick,
        not_that,
        placement,
        price: None,
        nearest: Vec::new(),
    })
}

/// The nearest times for a day that does not go, once it is known what the others take: on the day itself before others.
pub fn nearest(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    line: &Line,
    all: &[Line],
) -> db::Result<Vec<Slot>> {
    let (now, date) = (tx.now(), line.date);
    let from = (0..AROUND).fold(date, |day, _| day.pred_opt().unwrap_or(day));
    let days = (from, AROUND.saturating_mul(2).saturating_add(1));
    let until = days_after(date, u32::from(AROUND));
    let mut slots = seek::free_by_hand(tx, &asked.sought(asked.nominated), days, usize::MAX)?;
    slots.retain(|slot| {
        let is_another = Some(slot.start) != line.start;
        let mut others = all.iter().filter(|one| one.date != date);
        let is_free = others.all(|one| !meets(one, (slot.start, slot.end)));
        slot.start > now && slot.date <= until && is_another && is_free
    });
    let far = |slot: &Slot| match line.start {
        Some(start) => (slot.start - start).abs(),
        None => slot.start - now,
    };
    slots.sort_by_key(|slot| (slot.date != date, far(slot), slot.start));
    slots.truncate(OFFERED);
    Ok(slots)
}

/// Whether a day's own time, as far as it is known, meets another.
fn meets(line: &Line, (from, until): (DateTime<Utc>, DateTime<Utc>)) -> bool {
    let own = line.placement.as_ref();
    own.is_some_and(|own| own.occupied_from < until && from < own.occupied_until)
}

/// Where one start goes: with whom it would be the best, else with anybody; and never over another day of the same series, because
/// nobody comes twice at a time.
fn place(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    start: DateTime<Utc>,
    before: &[Line],
) -> db::Result<Result<Placement, Refusal>> {
    if start <= tx.now() {
        return Ok(Err(Refusal::Past));
    }
    let found = match asked.column.filter(|_| asked.nominated.is_none()) {
        Some(column) => match one(tx, asked, (Some(column), start))? {
            Ok(mut placement) => {
                placement.because(Some(column), Chosen::Kept);
                Ok(placement)
            }
            Err(_) => one(tx, asked, (None, start))?,
        },
        None => one(tx, asked, (asked.nominated, start))?,
    };
    let span = |found: &Placement| (found.occupied_from, found.occupied_until);
    Ok(found.and_then(
        |found| match before.iter().any(|other| meets(other, span(&found))) {
            true => Err(Refusal::Taken),
            false => Ok(found),
        },
    ))
}

fn one(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    (with, start): (Option<ResourceId>, DateTime<Utc>),
) -> db::Result<Result<Placement, Refusal>> {
    let sought = asked.sought(with);
    match asked.is_to_decide {
        true => seek::place_by_hand_locked(tx, &sought, start),
        false => seek::fits_by_hand(tx, &sought, start),
    }
}

impl<'a> Asked<'a> {
    fn sought(&self, with: Option<ResourceId>) -> Sought<'a> {
        Sought {
            profile: self.profile,
            service: self.service,
            party: self.party,
            nominated: with,
            by: By::Hand,
            own: self.own,
        }
    }
}
