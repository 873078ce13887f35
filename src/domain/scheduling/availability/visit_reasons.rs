//! Why a visit cannot begin at an instant: of each of its services why it could not be had when it is reached, and which one it is
//! that does not go beside those before it.

use super::{
    input::{Input, Starts},
    reasons::reasons,
    refusal::Refusal,
    visit::{Line, Visit, place_visit},
};
use chrono::{DateTime, TimeDelta, Utc};

/// What is said of a visit at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitReasons {
    /// Why all of it cannot begin then; nothing where it can.
    pub whole: Option<Refusal>,
    /// Which of its services that is about, counted through all guests.
    pub about: Option<usize>,
    /// Each of its services, guest after guest.
    pub lines: Vec<LineReasons>,
}

/// What is said of one of its services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineReasons {
    /// When it is reached, where nobody waits.
    pub start: DateTime<Utc>,
    /// Every reason why it cannot begin then, asked about by itself; the first is what holds and locks would say. None where all
    /// of the visit can be had.
    pub reasons: Vec<Refusal>,
}

/// Why a visit cannot begin then. Each service is asked about by itself first; where each could be had and not all of them
/// together, it is about the first one that does not go beside those before it.
pub fn visit_reasons(visit: &Visit, start: DateTime<Utc>) -> VisitReasons {
    let whole = place_visit(visit, start).err();
    let each = visit.guests.iter().flat_map(|lines| of_guest(lines, start));
    let mut lines: Vec<LineReasons> = each.collect();
    // What cannot begin when it is reached may begin a little later, for a guest who waits.
    if whole.is_none() {
        lines.iter_mut().for_each(|line| line.reasons.clear());
    }
    let about = whole.and_then(|_| {
        let alone = lines.iter().position(|line| !line.reasons.is_empty());
        alone.or_else(|| (0..lines.len()).find(|place| fails(visit, place + 1, start)))
    });
    VisitReasons {
        whole,
        about,
        lines,
    }
}

impl VisitReasons {
    /// Why the one that it is about cannot be had by itself; nothing where it is the others that are in its way.
    pub fn by_itself(&self) -> Option<Refusal> {
        self.lines.get(self.about?)?.reasons.first().copied()
    }
}

/// The services of one guest, each from when the one before it ends.
fn of_guest(lines: &[Line], start: DateTime<Utc>) -> Vec<LineReasons> {
    let mut at = start;
    let mut all = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        let input = match place {
            0 => line.input.clone(),
            _ => reached(line.input.clone()),
        };
        all.push(LineReasons {
            start: at,
            reasons: reasons(&input, at),
        });
        at += TimeDelta::minutes(input.service.minutes.into());
    }
    all
}

/// It begins when it is reached, but on its timetable where it has one. How much may begin in a half-hour is settled where the
/// visit begins.
fn reached(mut input: Input) -> Input {
    for rules in input.every_rule() {
        if rules.starts == Starts::Grid {
            rules.step = 1;
        }
    }
    input.limits = input.limits.of_caps();
    input
}

/// Whether the first so many services do not go together.
fn fails(visit: &Visit, count: usize, start: DateTime<Utc>) -> bool {
    let mut left = count;
    let guests = visit.guests.iter().map(|lines| {
        let own = lines.len().min(left);
        left -= own;
        lines.iter().take(own).cloned().collect::<Vec<Line>>()
    });
    let guests: Vec<_> = guests.collect();
    let guests = guests.into_iter().filter(|lines| !lines.is_empty());
    let first = Visit {
        guests: guests.collect(),
    };
    place_visit(&first, start).is_err()
}
