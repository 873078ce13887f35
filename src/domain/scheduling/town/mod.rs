//! Who in this town is free then: the same engine as at one shop, asked about many from a handful of statements, however many
//! shops there are. What is found can be held.

mod ask;
mod read;

use super::availability::Slot;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, ServiceId},
        text::search_key,
        time::{LocalDate, WallSpan},
    },
    db::{self, TownTx},
    domain::{
        businesses::town::{self, Near},
        catalog::service::Audience,
    },
};
use ask::{Match, Open};
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};

/// So many shops are asked at most; where there are more, another choice of them each day.
pub const MOST_SHOPS: usize = 1_000;
/// So many times of a shop are named.
pub const MOST_TIMES: usize = 3;
/// So many shops are asked about other times when nothing was found, over so many days, from so many days before.
const ASKED_AGAIN: usize = 200;
const OTHER_DAYS: u16 = 7;
const DAYS_BEFORE: u64 = 2;
/// So many other times are named.
const MOST_INSTEAD: usize = 3;

/// A part of a business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Until noon.
    Morning,
    /// From noon to five.
    Afternoon,
    /// From five on, and into the night.
    Evening,
}

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What kind of shop, and where.
    pub near: Near,
    /// Words of a service, its heading or its shop, all of which must be there; empty is anything.
    pub text: String,
    /// The business day.
    pub date: LocalDate,
    /// Between which wall times it begins.
    pub span: WallSpan,
    /// How many come.
    pub party: i16,
}

/// A shop that is free then.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which.
    pub business: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// The first service on its menu that can be had.
    pub service: ServiceId,
    /// What that is called.
    pub name: Bilingual,
    /// How long it takes.
    pub minutes: i16,
    /// Whether it is for a first visit only.
    pub is_for_new: bool,
    /// Its first times.
    pub slots: Vec<Slot>,
    /// How many more there are.
    pub more: usize,
}

/// When there would be something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The business day.
    pub date: LocalDate,
    /// The part of it.
    pub part: Part,
    /// How many of the shops that were asked are free then.
    pub shops: usize,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Those that are free: whoever has the earliest time first; of the same time, in an order that is another each day.
    pub found: Vec<Found>,
    /// How many shops have what is looked for, free or not.
    pub shops: usize,
    /// Whether there are more shops than were asked.
    pub is_cut: bool,
    /// Where nothing was found, what would help.
    pub instead: Vec<Instead>,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    /// Its minutes: from the first up to but without the last.
    pub fn minutes(self) -> (i16, i16) {
        match self {
            Self::Morning => (0, 720),
            Self::Afternoon => (720, 1_020),
            Self::Evening => (1_020, 1_800),
        }
    }

    fn of(slot: &Slot) -> Self {
        match slot.minute.minutes() {
            0..720 => Self::Morning,
            720..1_020 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// Looks for it.
pub fn search(tx: &mut TownTx<'_>, wanted: &Wanted) -> db::Result<Answer> {
    let most = i64::try_from(MOST_SHOPS).unwrap_or(i64::MAX);
    let mut ids = town::candidates(tx, &wanted.near, (wanted.date, most + 1))?;
    let is_cut = ids.len() > MOST_SHOPS;
    ids.truncate(MOST_SHOPS);
    let words = keys(&wanted.text);
    let known = read::known(tx, &ids)?.into_iter();
    let mut matches: Vec<Match> = known
        .filter_map(|known| Match::of(known, &words, wanted.party))
        .collect();
    let shops = matches.len();
    let mut found = Vec::new();
    ask::each(tx, &matches, (wanted.party, wanted.date, 1), &mut |open| {
        found.extend(first(open, wanted));
    })?;
    // The order in which they were asked is another each day, and stays among equals.
    found.sort_by_key(|one| one.slots.first().map(|slot| slot.start));
    let instead = match found.is_empty() {
        true => {
            matches.truncate(ASKED_AGAIN);
            instead(tx, &matches, wanted)?
        }
        false => Vec::new(),
    };
    Ok(Answer {
        found,
        shops,
        is_cut,
        instead,
    })
}

/// The words of a search, as names are kept to be found.
fn keys(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(search_key);
    words.filter(|word| !word.is_empty()).collect()
}

/// A shop with the first of its services that can be had then.
fn first(open: Open<'_>, wanted: &Wanted) -> Option<Found> {
    let will_do = |slot: &Slot| slot.date == wanted.date && wanted.span.contains(slot.minute);
    let profile = open.profile();
    let mut found = None;
    open.each(|service, mut slots| {
        slots.retain(will_do);
        if slots.is_empty() {
            return true;
        }
        let more = slots.len().saturating_sub(MOST_TIMES);
        slots.truncate(MOST_TIMES);
        found = Some(Found {
            business: profile.id,
            slug: profile.slug.clone(),
            service: service.id,
            name: service.name.clone(),
            minutes: service.clone().on(wanted.date).figures.duration_minutes,
            is_for_new: service.figures.audience == Audience::New,
            slots,
            more,
        });
        false
    });
    found
}

/// The nearest parts of days at which some of the shops are free: of the day that is wanted before others, of another day that
/// part which is wanted before others.
fn instead(tx: &mut TownTx<'_>, matches: &[Match], wanted: &Wanted) -> db::Result<Vec<Instead>> {
    let before = wanted.date.checked_sub_days(Days::new(DAYS_BEFORE));
    let days = (wanted.party, before.unwrap_or(wanted.date), OTHER_DAYS);
    let mut free: BTreeMap<(LocalDate, Part), usize> = BTreeMap::new();
    ask::each(tx, matches, days, &mut |open| {
        let mut own: BTreeSet<(LocalDate, Part)> = BTreeSet::new();
        open.each(|_, slots| {
            own.extend(slots.iter().map(|slot| (slot.date, Part::of(slot))));
            true
        });
        for one in own {
            *free.entry(one).or_default() += 1;
        }
    })?;
    let is_wanted = |part: Part| {
        let (from, until) = part.minutes();
        let whole = WallSpan::of_minutes(from, until);
        whole.is_some_and(|whole| whole.contains(wanted.span.from()))
    };
    let mut instead: Vec<Instead> = free
        .into_iter()
        .map(|((date, part), shops)| Instead { date, part, shops })
        .collect();
    instead.sort_by_key(|one| {
        let off = (one.date - wanted.date).num_days().abs();
        (off > 0, !is_wanted(one.part), off, one.date)
    });
    instead.truncate(MOST_INSTEAD);
    Ok(instead)
}
