//! Rules that are not yet: when the business would be open, or somebody would work. What they would change is read before
//! they are (FEATURES "Preview before you publish"), by the same engine that lists times.

use super::{
    availability::{
        Input, Opening, OpeningException, Resource as Able, ShiftException, UsualLimit, WeeklyRule,
        WeeklyShift, hours, working,
    },
    resource, rule_rows,
};
use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, WallSpan, wall_on},
    },
    db::{self, TenantTx},
    domain::businesses::profile::Profile,
};
use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;
use std::collections::HashMap;

/// Judging looks so many days ahead at most: further than anything can be booked.
const JUDGED_DAYS: i64 = 800;

/// What somebody works on a single date, in place of their week's; without hours, off.
pub type Change = (ResourceId, LocalDate, Vec<WallSpan>);

/// One change of rules.
#[derive(Clone, Debug)]
pub enum Proposal {
    /// The week from a date on.
    Week {
        /// Its first date.
        since: LocalDate,
        /// The whole of it.
        rules: Vec<WeeklyRule>,
    },
    /// The hours of single dates, in place of the week's; without hours, closed.
    Days {
        /// Which.
        dates: Vec<LocalDate>,
        /// When it is open on each of them.
        spans: Vec<WallSpan>,
    },
    /// Single dates as the week has them.
    Plain {
        /// Which.
        dates: Vec<LocalDate>,
    },
    /// Somebody's week from a date on.
    Shifts {
        /// Whose.
        resource: ResourceId,
        /// Its first date.
        since: LocalDate,
        /// The whole of it.
        rules: Vec<WeeklyShift>,
    },
    /// People's hours on single dates, in place of their week's; without hours, off.
    ShiftDays(Vec<Change>),
    /// Somebody's date as their week has it.
    PlainShift(ResourceId, LocalDate),
    /// How many may usually begin in each half-hour, from today on.
    Limits {
        /// Today.
        since: LocalDate,
        /// All of them.
        usual: Vec<UsualLimit>,
    },
}

impl Proposal {
    /// The first date on which anything could change.
    pub fn first(&self) -> Option<LocalDate> {
        match self {
            Self::Week { since, .. } | Self::Shifts { since, .. } | Self::Limits { since, .. } => {
                Some(*since)
            }
            Self::Days { dates, .. } | Self::Plain { dates } => dates.iter().min().copied(),
            Self::ShiftDays(days) => days.iter().map(|(_, date, _)| *date).min(),
            Self::PlainShift(_, date) => Some(*date),
        }
    }

    /// The last date on which anything could change: what ends by itself is not looked at further.
    pub fn last(&self) -> Option<LocalDate> {
        let end = |date: LocalDate| date.checked_add_days(Days::new(JUDGED_DAYS.unsigned_abs()));
        match self {
            Self::Week { .. } | Self::Shifts { .. } => self.first().and_then(end),
            Self::Days { dates, .. } | Self::Plain { dates } => dates.iter().max().copied(),
            Self::ShiftDays(days) => days.iter().map(|(_, date, _)| *date).max(),
            // What is booked keeps its time, so that nobody is judged by it.
            Self::PlainShift(_, date) | Self::Limits { since: date, .. } => Some(*date),
        }
    }

    /// A question with the change made.
    pub fn change(&self, input: &mut Input) {
        self.apply(&mut input.opening, &mut input.resources);
        if let Self::Limits { usual, .. } = self {
            input.limits.usual.clone_from(usual);
        }
    }

    /// The rules with the change made.
    pub fn apply(&self, opening: &mut Opening, able: &mut [Able]) {
        match self {
            Self::Week { since, rules } => opening.weekly.replace(*since, rules.clone()),
            Self::Days { dates, spans } => {
                opening
                    .exceptions
                    .retain(|known| !dates.contains(&known.date));
                let said = each(spans);
                let on = |date: &LocalDate| {
                    let date = *date;
                    said.clone()
                        .into_iter()
                        .map(move |span| OpeningException { date, span })
                };
                opening.exceptions.extend(dates.iter().flat_map(on));
            }
            Self::Plain { dates } => opening
                .exceptions
                .retain(|known| !dates.contains(&known.date)),
            Self::Shifts {
                resource,
                since,
                rules,
            } => {
                // Whoever worked whenever the shop was open works by shifts from now on.
                if let Some(able) = able.iter_mut().find(|able| able.id == *resource) {
                    let shifts = able.shifts.get_or_insert_default();
                    shifts.replace(*since, rules.clone());
                }
            }
            Self::ShiftDays(days) => {
                for able in able {
                    let own = days.iter().filter(|(resource, _, _)| *resource == able.id);
                    let said: HashMap<LocalDate, &[WallSpan]> = own
                        .map(|(_, date, spans)| (*date, spans.as_slice()))
                        .collect();
                    able.exceptions
                        .retain(|known| !said.contains_key(&known.date));
                    let new = said.into_iter().flat_map(|(date, spans)| {
                        each(spans)
                            .into_iter()
                            .map(move |span| ShiftException { date, span })
                    });
                    able.exceptions.extend(new);
                }
            }
            Self::PlainShift(resource, date) => {
                let whose = able.iter_mut().filter(|able| able.id == *resource);
                whose.for_each(|able| able.exceptions.retain(|known| known.date != *date));
            }
            // Nothing of hours and shifts.
            Self::Limits { .. } => {}
        }
    }
}

/// What is said of a date: its spans, or that there are none.
fn each(spans: &[WallSpan]) -> Vec<Option<WallSpan>> {
    match spans {
        [] => vec![None],
        spans => spans.iter().copied().map(Some).collect(),
    }
}

/// The rules as they are and as they would be, for judging what is booked.
pub struct Judge {
    zone: Tz,
    present: (Opening, Vec<Able>),
    proposed: (Opening, Vec<Able>),
}

impl Judge {
    /// Reads the rules from a proposal's first date to its last.
    pub fn read(tx: &mut TenantTx<'_>, profile: &Profile, proposal: &Proposal) -> db::Result<Self> {
        let from = proposal.first().unwrap_or_default();
        let until = proposal.last().unwrap_or(from);
        let days = ((until - from).num_days() + 1).min(JUDGED_DAYS);
        let roster = resource::roster(tx)?;
        let mut able: Vec<Able> = roster.resources.iter().map(rule_rows::able).collect();
        let rules = rule_rows::read(tx, &mut able, from, u16::try_from(days).unwrap_or(1))?;
        let present = (rules.opening, able);
        let mut proposed = present.clone();
        proposal.apply(&mut proposed.0, &mut proposed.1);
        Ok(Self {
            zone: profile.zone,
            present,
            proposed,
        })
    }

    /// Whether something booked fits the rules that are, and would not fit those that are proposed.
    pub fn falls_out(
        &self,
        date: LocalDate,
        (start, end): (DateTime<Utc>, DateTime<Utc>),
        takes: &[ResourceId],
    ) -> bool {
        let Some(booked) = on_the_wall(self.zone, date, (start, end)) else {
            return false;
        };
        fits(&self.present, date, booked, takes) && !fits(&self.proposed, date, booked, takes)
    }
}

/// From when until when something lasts, on the clock of its business day.
pub(super) fn on_the_wall(
    zone: Tz,
    date: LocalDate,
    (start, end): (DateTime<Utc>, DateTime<Utc>),
) -> Option<WallSpan> {
    WallSpan::new(wall_on(zone, date, start)?, wall_on(zone, date, end)?)
}

/// Whether the place is open and everybody who is taken works.
pub(super) fn fits(
    (opening, able): &(Opening, Vec<Able>),
    date: LocalDate,
    booked: WallSpan,
    takes: &[ResourceId],
) -> bool {
    let open = hours(opening, date);
    let covers = |spans: &[WallSpan]| {
        spans
            .iter()
            .any(|span| span.from() <= booked.from() && booked.until() <= span.until())
    };
    let mut taken = able.iter().filter(|able| takes.contains(&able.id));
    covers(&open) && taken.all(|able| covers(&WallSpan::merged(working(able, date, &open))))
}
