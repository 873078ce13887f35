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
        scheduling::{
            availability::{Refusal, Slot, VisitPlacement},
            load::{By, Own},
            seek,
            visit::{self, Part},
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
    /// What, as it was agreed, each service with who was asked for: all of a visit of several, or the only one.
    pub parts: &'a [Part<'a>],
    /// With whom each of them would be the best, if they can.
    pub columns: &'a [Option<ResourceId>],
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
    pub wanted: Option<VisitPlacement>,
    /// What was said about it.
    pub pick: Pick,
    /// Why what was chosen in its place cannot be had.
    pub not_that: Option<Refusal>,
    /// What it comes to.
    pub placement: Option<VisitPlacement>,
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
    let mut slots = asked.free(tx, days)?;
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
    let own = own.map(VisitPlacement::occupied);
    own.is_some_and(|(since, end)| since < until && from < end)
}

/// Where one start goes: with whom it would be the best, else with whoever was asked for or is free; and never over another day of the same series, because
/// nobody comes twice at a time.
fn place(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    start: DateTime<Utc>,
    before: &[Line],
) -> db::Result<Result<VisitPlacement, Refusal>> {
    if start <= tx.now() {
        return Ok(Err(Refusal::Past));
    }
    let with = asked.with();
    let mut both = asked.parts.iter().zip(&with);
    let is_open = both.any(|(part, own)| part.nominated != own.nominated);
    let found = match is_open {
        true => match one(tx, asked, (&with, start))? {
            Ok(placement) => Ok(placement.kept(asked.kept())),
            Err(_) => one(tx, asked, (asked.parts, start))?,
        },
        false => one(tx, asked, (asked.parts, start))?,
    };
    Ok(found.and_then(
        |found| match before.iter().any(|other| meets(other, found.occupied())) {
            true => Err(Refusal::Taken),
            false => Ok(found),
        },
    ))
}

/// One service is asked about as it always is, several as a visit.
fn one(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    (parts, start): (&[Part<'_>], DateTime<Utc>),
) -> db::Result<Result<VisitPlacement, Refusal>> {
    if let [part] = parts {
        let sought = asked.alone(part);
        let found = match asked.is_to_decide {
            true => seek::place_by_hand_locked(tx, &sought, start)?,
            false => seek::fits_by_hand(tx, &sought, start)?,
        };
        return Ok(found.map(VisitPlacement::from));
    }
    let sought = asked.visit(parts);
    match asked.is_to_decide {
        true => visit::place_by_hand_locked(tx, &sought, start),
        false => visit::fits_by_hand(tx, &sought, start),
    }
}

impl<'a> Asked<'a> {
    fn free(&self, tx: &mut TenantTx<'_>, days: (LocalDate, u16)) -> db::Result<Vec<Slot>> {
        match self.parts {
            [part] => seek::free_by_hand(tx, &self.alone(part), days, usize::MAX),
            parts => visit::free_by_hand(tx, &self.visit(parts), days, usize::MAX),
        }
    }

    /// The services with whom each would be the best, where nobody was asked for.
    fn with(&self) -> Vec<Part<'a>> {
        let both = self.parts.iter().zip(self.columns);
        both.map(|(part, column)| Part {
            nominated: part.nominated.or(*column),
            ..*part
        })
        .collect()
    }

    /// Who has those for which nobody was asked.
    fn kept(&self) -> impl Iterator<Item = Option<ResourceId>> {
        let both = self.parts.iter().zip(self.columns);
        both.map(|(part, column)| column.filter(|_| part.nominated.is_none()))
    }

    fn alone<'p>(&self, part: &Part<'p>) -> seek::Sought<'p>
    where
        'a: 'p,
    {
        seek::Sought {
            profile: self.profile,
            service: part.service,
            party: part.party,
            nominated: part.nominated,
            by: By::Hand,
            own: self.own,
        }
    }

    fn visit<'p>(&self, parts: &'p [Part<'p>]) -> visit::Sought<'p>
    where
        'a: 'p,
    {
        visit::Sought {
            profile: self.profile,
            parts,
            by: By::Hand,
            own: self.own,
        }
    }
}
