//! Opening hours and shifts of single dates, out of the rules for all of them.

use super::input::{
    DayKind, Input, Opening, Resource, ServiceRules, ShiftException, Starts, WeeklyRule,
};
use crate::base::{
    holidays::holiday,
    span::Span,
    time::{
        BusinessDay, LAST_MINUTE, LocalDate, WallSpan, WallTime, Weekday, local, wall_on,
        week_of_month,
    },
};

use chrono::{DateTime, Utc};

/// A business day with its opening hours.
pub(super) struct Day {
    pub clock: BusinessDay,
    pub open: Vec<WallSpan>,
}

/// Whether something may begin at a wall time of a date that is open like this: where its timetable says so or, without
/// one, every `step` minutes.
pub fn begins(
    open: &[WallSpan],
    date: LocalDate,
    (starts, step): (&Starts, u32),
    wall: WallTime,
) -> bool {
    let span = open.iter().find(|span| span.contains(wall));
    span.is_some_and(|span| match starts {
        Starts::Grid => {
            let after = u32::from(wall.minutes() - span.from().minutes());
            after.is_multiple_of(step.max(1))
        }
        Starts::Timetable(lessons) => lessons.contains(&(Weekday::of(date), wall)),
        Starts::Sessions(sessions) => sessions.holds(date, wall),
    })
}

/// Whether the shop opens at all on a business day.
pub fn is_open(input: &Input, date: LocalDate) -> bool {
    !hours(&input.opening, date).is_empty()
}

impl Day {
    /// A date of the shop, resolved.
    pub fn resolve(input: &Input, date: LocalDate) -> Self {
        Self {
            clock: BusinessDay::new(input.zone, date),
            open: hours(&input.opening, date),
        }
    }

    /// Wall times as seconds since 1970; `None` for what lies in a clock change altogether.
    pub fn span(&self, wall: WallSpan) -> Option<Span> {
        let from = self.clock.reached(wall.from())?;
        Span::new(from, self.clock.reached(wall.until())?)
    }

    /// The opening, as seconds since 1970.
    pub fn opening(&self) -> impl Iterator<Item = Span> {
        self.open.iter().filter_map(|wall| self.span(*wall))
    }

    /// From the first opening to the last closing, in seconds since 1970.
    pub fn hull(&self) -> Option<Span> {
        let spans = self.opening();
        spans.reduce(|all, next| Span::new(all.from(), next.until()).unwrap_or(all))
    }

    /// Whether the day still goes on after the next one has begun.
    pub fn runs_late(&self) -> bool {
        self.open
            .last()
            .is_some_and(|span| span.until().minutes() > 24 * 60)
    }

    /// Every wall time at which the service may begin, with its instant, in order. Whether it
    /// then fits is another question.
    pub fn starts(&self, rules: &ServiceRules) -> Vec<(WallTime, i64)> {
        let walls: Vec<WallTime> = match &rules.starts {
            Starts::Grid => self
                .open
                .iter()
                .flat_map(|span| grid(rules, *span))
                .collect(),
            Starts::Timetable(lessons) => {
                let weekday = Weekday::of(self.clock.date());
                let own = lessons.iter().filter(|(day, _)| *day == weekday);
                self.lessons(own.map(|(_, wall)| *wall))
            }
            Starts::Sessions(sessions) => {
                let all = sessions.on(self.clock.date()).into_iter();
                self.lessons(all.filter(|one| one.is_held).map(|one| one.wall))
            }
        };
        walls
            .into_iter()
            .filter_map(|wall| Some((wall, self.clock.at(wall)?)))
            .collect()
    }

    /// Whether the service may begin at a wall time of this day.
    pub fn is_start(&self, rules: &ServiceRules, wall: WallTime) -> bool {
        let date = self.clock.date();
        begins(&self.open, date, (&rules.starts, rules.step), wall)
    }

    /// Those of some times at which the shop is open, in order.
    fn lessons(&self, walls: impl Iterator<Item = WallTime>) -> Vec<WallTime> {
        let mut walls: Vec<WallTime> = walls
            .filter(|wall| self.open.iter().any(|span| span.contains(*wall)))
            .collect();
        walls.sort_unstable();
        walls.dedup();
        walls
    }
}

/// When a resource works on a date, as seconds since 1970, in any order.
pub(super) fn shifts<'a>(resource: &'a Resource, day: &'a Day) -> impl Iterator<Item = Span> + 'a {
    working(resource, day.clock.date(), &day.open)
        .into_iter()
        .filter_map(|wall| day.span(wall))
}

/// When a resource works on a date, on the wall: its shifts or, without any, the opening `hours` of that date.
pub fn working(resource: &Resource, date: LocalDate, hours: &[WallSpan]) -> Vec<WallSpan> {
    let said = |exception: &&ShiftException| exception.date == date;
    let mut exceptions = resource.exceptions.iter().filter(said).peekable();
    if exceptions.peek().is_some() {
        return unless_closed(exceptions.map(|exception| exception.span));
    }
    match &resource.shifts {
        None => hours.to_vec(),
        Some(shifts) => {
            let weekday = Weekday::of(date);
            let week = shifts.on(date).iter();
            let today = week.filter(|shift| shift.day == weekday);
            today.map(|shift| shift.span).collect()
        }
    }
}

/// The business day an instant belongs to: last night's, while that is still open, else its local date.
pub fn business_day(input: &Input, at: DateTime<Utc>) -> LocalDate {
    let date = local(input.zone, at).date();
    let night = date.pred_opt().filter(|night| {
        let wall = wall_on(input.zone, *night, at);
        let open = hours(&input.opening, *night);
        wall.is_some_and(|wall| open.iter().any(|span| span.contains(wall)))
    });
    night.unwrap_or(date)
}

/// When the shop is open on a date, on the wall, in order; empty when it is closed.
pub fn hours(opening: &Opening, date: LocalDate) -> Vec<WallSpan> {
    let said: Vec<_> = opening
        .exceptions
        .iter()
        .filter(|exception| exception.date == date)
        .map(|exception| exception.span)
        .collect();
    if !said.is_empty() {
        return unless_closed(said);
    }
    let week = opening.weekly.on(date);
    let next_is_holiday = || date.succ_opt().and_then(holiday).is_some();
    let kinds = [
        (DayKind::Holiday, holiday(date).is_some()),
        (DayKind::DayBeforeHoliday, next_is_holiday()),
    ];
    for (kind, applies) in kinds {
        if opening.holidays && applies {
            let rules = repeating(week, kind, date);
            if !rules.is_empty() {
                return unless_closed(rules);
            }
        }
    }
    let weekday = DayKind::Weekday(Weekday::of(date));
    unless_closed(repeating(week, weekday, date))
}

/// The rules of one kind of day: those for this week of the month, else the plain ones.
fn repeating(rules: &[WeeklyRule], kind: DayKind, date: LocalDate) -> Vec<Option<WallSpan>> {
    let week = Some(week_of_month(date));
    let of = |wanted: Option<u8>| {
        rules
            .iter()
            .filter(|rule| rule.day == kind && rule.week_of_month == wanted)
            .map(|rule| rule.span)
            .collect::<Vec<_>>()
    };
    let special = of(week);
    if special.is_empty() {
        of(None)
    } else {
        special
    }
}

fn unless_closed(spans: impl IntoIterator<Item = Option<WallSpan>>) -> Vec<WallSpan> {
    let open: Option<Vec<WallSpan>> = spans.into_iter().collect();
    WallSpan::merged(open.unwrap_or_default())
}

fn grid(rules: &ServiceRules, span: WallSpan) -> impl Iterator<Item = WallTime> {
    let (from, until) = (span.from().minutes(), span.until().minutes());
    // a step longer than any day leaves the first start, so it may be cut to the longest day
    let step = rules.step.clamp(1, u32::from(LAST_MINUTE));
    (u32::from(from)..u32::from(until))
        .step_by(usize::try_from(step).unwrap_or(usize::MAX))
        .filter_map(|minutes| WallTime::new(u16::try_from(minutes).ok()?))
}
