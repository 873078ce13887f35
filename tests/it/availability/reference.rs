//! The slow reference: one truth value for every minute of every day, and nothing clever.
//!
//! It shares the input and the calendar's facts (zones, holidays) with the engine, and no rule.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use omotenashi::{
    base::{
        holidays::holiday,
        time::{WallSpan, WallTime, Weekday},
    },
    domain::scheduling::availability::{
        Candidate, DayKind, Input, Refusal, Resource, Starts, Take,
    },
};

/// Days looked at before and after those asked for.
const MARGIN: i64 = 2;

/// Every minute around the days asked for.
pub struct Reference<'a> {
    input: &'a Input,
    first: DateTime<Utc>,
    dates: Vec<NaiveDate>,
    /// What the wall clock shows at each minute.
    clock: Vec<NaiveDateTime>,
    /// The latest it has shown until then.
    latest: Vec<NaiveDateTime>,
    open: Vec<bool>,
    /// For each resource.
    working: Vec<Vec<bool>>,
}

/// A start of the calendar, whether it can be booked or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Begin {
    pub at: DateTime<Utc>,
    pub date: NaiveDate,
    pub wall: u16,
    pub left: u32,
    pub full: u32,
    pub refusal: Option<Refusal>,
}

impl<'a> Reference<'a> {
    pub fn new(input: &'a Input) -> Self {
        let before = input.from - TimeDelta::days(MARGIN);
        let days = i64::from(input.days) + 2 * MARGIN;
        let first = before.and_hms_opt(0, 0, 0).unwrap().and_utc();
        let minutes = (0..days * 1440).map(|minute| first + TimeDelta::minutes(minute));
        let clock: Vec<_> = minutes
            .map(|minute| minute.with_timezone(&input.zone).naive_local())
            .collect();
        let mut latest = clock.clone();
        for minute in 1..latest.len() {
            latest[minute] = latest[minute].max(latest[minute - 1]);
        }
        let mut reference = Self {
            input,
            first,
            dates: before.iter_days().take(days as usize).collect(),
            open: vec![false; clock.len()],
            working: Vec::new(),
            clock,
            latest,
        };
        reference.open = reference.mark(|date| open_hours(input, date));
        reference.working = input
            .resources
            .iter()
            .map(|resource| reference.mark(|date| work_hours(input, resource, date)))
            .collect();
        reference
    }

    /// Every start of the days asked for, in order of time.
    pub fn begins(&self) -> Vec<Begin> {
        let mut begins: Vec<Begin> = Vec::new();
        let mut claimed = Vec::new();
        for date in &self.dates {
            for span in open_hours(self.input, *date) {
                for wall in span.from().minutes()..span.until().minutes() {
                    let minute = self.reached(*date, wall);
                    let exists = self.clock[minute] == at_wall(*date, wall);
                    let begins_here = exists && self.may_begin(*date, wall, span);
                    if begins_here && !claimed.contains(&minute) {
                        claimed.push(minute);
                        begins.push(self.begin(minute, *date, wall));
                    }
                }
            }
        }
        let last = self.input.from + TimeDelta::days(i64::from(self.input.days));
        begins.retain(|begin| begin.date >= self.input.from && begin.date < last);
        begins.sort_by_key(|begin| begin.at);
        begins
    }

    /// Whether the shop is open for a whole service from an instant on.
    pub fn lies_open(&self, at: DateTime<Utc>) -> bool {
        let length = self.input.service.minutes as usize;
        let Some(minute) = self.minute_of(at) else {
            return false;
        };
        let mut all = minute..minute + length;
        all.all(|minute| self.open.get(minute) == Some(&true))
    }

    /// Whether somebody could take the service at an instant, as far as others are concerned.
    pub fn could(&self, candidate: Candidate, leaves: bool, at: DateTime<Utc>) -> bool {
        let minute = self.minute_of(at);
        minute.is_some_and(|minute| self.room((candidate, leaves), minute).0 > 0)
    }

    fn minute_of(&self, at: DateTime<Utc>) -> Option<usize> {
        let minutes = (at - self.first).num_minutes();
        usize::try_from(minutes)
            .ok()
            .filter(|minute| *minute + 1600 < self.open.len())
    }

    fn begin(&self, minute: usize, date: NaiveDate, wall: u16) -> Begin {
        let at = self.first + TimeDelta::minutes(minute as i64);
        let rooms: Vec<(u32, u32)> = self
            .input
            .needs
            .iter()
            .map(|need| {
                let each = need.candidates.iter();
                let rooms = each.map(|one| self.room((*one, need.leaves), minute));
                rooms.fold((0, 0), |sum, room| (sum.0 + room.0, sum.1 + room.1))
            })
            .collect();
        let room = rooms.iter().map(|room| room.0).min().unwrap();
        let limit = self.limit(date, wall);
        Begin {
            at,
            date,
            wall,
            left: limit.map_or(room, |limit| room.min(limit)),
            full: rooms.iter().map(|room| room.1).min().unwrap(),
            refusal: self
                .refusal(minute, at, date)
                .or((limit == Some(0)).then_some(Refusal::Enough)),
        }
    }

    /// How many more may begin in the half-hour of a wall time: each of its minutes is looked at for what begins in it.
    fn limit(&self, date: NaiveDate, wall: u16) -> Option<u32> {
        let limits = &self.input.limits;
        let half = wall - wall % 30;
        let dated = limits.dated.iter();
        let dated = dated.filter(|one| one.date == date && one.half == half);
        let mut said: Vec<u32> = dated.map(|one| one.most).collect();
        if said.is_empty() {
            let usual = |kind: DayKind| limits.usual.iter().filter(move |one| one.day == kind);
            let mut kind = DayKind::Weekday(Weekday::of(date));
            let eve = holiday(date + TimeDelta::days(1)).is_some();
            if eve && usual(DayKind::DayBeforeHoliday).next().is_some() {
                kind = DayKind::DayBeforeHoliday;
            }
            if holiday(date).is_some() && usual(DayKind::Holiday).next().is_some() {
                kind = DayKind::Holiday;
            }
            said.extend(
                usual(kind)
                    .filter(|one| one.half == half)
                    .map(|one| one.most),
            );
        }
        let most = *said.first()?;
        let minutes = self.reached(date, half)..self.reached(date, half + 30);
        let begins = |minute: usize| {
            let from = self.first + TimeDelta::minutes(minute as i64);
            let begun = limits.begun.iter();
            begun
                .filter(|at| (from..from + TimeDelta::minutes(1)).contains(*at))
                .count() as u32
        };
        let begun: u32 = minutes.map(begins).sum();
        Some(most.saturating_sub(begun))
    }

    fn refusal(&self, minute: usize, at: DateTime<Utc>, date: NaiveDate) -> Option<Refusal> {
        let (input, rules) = (self.input, &self.input.service);
        let today = input.now.with_timezone(&input.zone).date_naive();
        let fits_nobody = input.needs.iter().any(|need| {
            let mut fits = need.candidates.iter().map(|one| self.fits(*one));
            !fits.any(|fits| fits)
        });
        let length = rules.minutes as usize;
        let reasons = [
            (fits_nobody, Refusal::PartyTooLarge),
            (at < input.now, Refusal::Past),
            (
                at < input.now + TimeDelta::minutes(i64::from(rules.notice_minutes)),
                Refusal::TooSoon,
            ),
            (
                date > today + TimeDelta::days(i64::from(rules.horizon_days)),
                Refusal::TooFar,
            ),
            (
                !(minute..minute + length).all(|minute| self.open[minute]),
                Refusal::OutsideHours,
            ),
            (
                !self.can_serve(minute, 0, &mut Vec::new(), |room| room.1),
                Refusal::NobodyWorking,
            ),
            (
                !self.can_serve(minute, 0, &mut Vec::new(), |room| room.0),
                Refusal::Taken,
            ),
        ];
        let first = reasons.into_iter().find(|(holds, _)| *holds);
        first.map(|(_, reason)| reason)
    }

    /// Tries every way of giving each need a resource of its own.
    fn can_serve(
        &self,
        minute: usize,
        need: usize,
        used: &mut Vec<Candidate>,
        side: fn((u32, u32)) -> u32,
    ) -> bool {
        let Some(wanted) = self.input.needs.get(need) else {
            return true;
        };
        wanted.candidates.iter().any(|one| {
            if side(self.room((*one, wanted.leaves), minute)) == 0
                || used.iter().any(|other| other.resource == one.resource)
            {
                return false;
            }
            used.push(*one);
            let served = self.can_serve(minute, need + 1, used, side);
            used.pop();
            served
        })
    }

    /// How many parties could take this candidate: now, and if nothing were taken.
    fn room(&self, (candidate, leaves): (Candidate, bool), minute: usize) -> (u32, u32) {
        let (index, resource) = self.resource(candidate);
        let length = self.input.service.minutes as usize;
        let mut service = minute..minute + length;
        if !self.fits(candidate) || !service.all(|minute| self.working[index][minute]) {
            return (0, 0);
        }
        let from = self.first + TimeDelta::minutes(minute as i64);
        let mut seats: Vec<u16> = Vec::new();
        let (before, after) = (self.input.service.before, self.input.service.after);
        // Nobody is needed from the first minute of the processing to its last one that lies within the service.
        let processing = self.input.service.processing;
        let processing = processing.filter(|one| leaves && one.after > 0);
        let is_left = |minute: i64| {
            processing.is_some_and(|one| {
                let begun = i64::from(one.after);
                begun <= minute && minute < length as i64 && minute < begun + i64::from(one.minutes)
            })
        };
        for minute in -i64::from(before)..length as i64 + i64::from(after) {
            if is_left(minute) {
                continue;
            }
            let now = from + TimeDelta::minutes(minute);
            let sitting = resource.taken.iter();
            let sitting = sitting.filter(|taken| taken.start <= now && now < taken.end);
            seats.extend(sitting.map(|taken| taken.seat));
        }
        seats.sort_unstable();
        seats.dedup();
        match candidate.take {
            Take::Exclusive => (u32::from(seats.is_empty()), 1),
            Take::Seats => {
                let free = (resource.capacity as usize).saturating_sub(seats.len());
                let party = self.input.service.party;
                (free as u32 / party, u32::from(resource.capacity) / party)
            }
        }
    }

    fn fits(&self, candidate: Candidate) -> bool {
        let resource = self.resource(candidate).1;
        let most = match candidate.take {
            Take::Exclusive => resource.party_max,
            Take::Seats => resource.capacity,
        };
        self.input.service.party <= u32::from(most)
    }

    fn resource(&self, candidate: Candidate) -> (usize, &Resource) {
        let mut all = self.input.resources.iter().enumerate();
        all.find(|(_, one)| one.id == candidate.resource).unwrap()
    }

    fn may_begin(&self, date: NaiveDate, wall: u16, span: WallSpan) -> bool {
        match &self.input.service.starts {
            Starts::Grid => u32::from(wall - span.from().minutes()) % self.input.service.step == 0,
            Starts::Timetable(lessons) => {
                let wall = WallTime::new(wall).unwrap();
                lessons.contains(&(Weekday::of(date), wall))
            }
            Starts::Sessions(sessions) => sessions.holds(date, WallTime::new(wall).unwrap()),
        }
    }

    fn mark(&self, hours: impl Fn(NaiveDate) -> Vec<WallSpan>) -> Vec<bool> {
        let mut minutes = vec![false; self.clock.len()];
        for date in &self.dates {
            for span in hours(*date) {
                let from = self.reached(*date, span.from().minutes());
                let until = self.reached(*date, span.until().minutes());
                minutes[from..until].fill(true);
            }
        }
        minutes
    }

    /// The first minute at which the clock shows a wall time or later.
    fn reached(&self, date: NaiveDate, wall: u16) -> usize {
        let wanted = at_wall(date, wall);
        let minute = self.latest.partition_point(|shown| *shown < wanted);
        minute.min(self.clock.len() - 1)
    }
}

fn at_wall(date: NaiveDate, wall: u16) -> NaiveDateTime {
    date.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(wall))
}

/// The opening of a date: wall minutes that some rule opens, in runs.
fn open_hours(input: &Input, date: NaiveDate) -> Vec<WallSpan> {
    let opening = &input.opening;
    let dated = opening.exceptions.iter().filter(|one| one.date == date);
    let dated: Vec<_> = dated.map(|one| one.span).collect();
    let week = (date.day() as u8).div_ceil(7);
    let of = |kind: DayKind, nth: Option<u8>| -> Vec<Option<WallSpan>> {
        let rules = opening.weekly.on(date).iter();
        let rules = rules.filter(|rule| (rule.day, rule.week_of_month) == (kind, nth));
        rules.map(|rule| rule.span).collect()
    };
    let mut ladder = vec![dated];
    if opening.holidays && holiday(date).is_some() {
        ladder.push(of(DayKind::Holiday, Some(week)));
        ladder.push(of(DayKind::Holiday, None));
    }
    if opening.holidays && holiday(date + TimeDelta::days(1)).is_some() {
        ladder.push(of(DayKind::DayBeforeHoliday, Some(week)));
        ladder.push(of(DayKind::DayBeforeHoliday, None));
    }
    ladder.push(of(DayKind::Weekday(Weekday::of(date)), Some(week)));
    ladder.push(of(DayKind::Weekday(Weekday::of(date)), None));
    let said = ladder.into_iter().find(|said| !said.is_empty());
    runs(&said.unwrap_or_default())
}

fn work_hours(input: &Input, resource: &Resource, date: NaiveDate) -> Vec<WallSpan> {
    let dated = resource.exceptions.iter().filter(|one| one.date == date);
    let dated: Vec<_> = dated.map(|one| one.span).collect();
    match &resource.shifts {
        _ if !dated.is_empty() => runs(&dated),
        None => open_hours(input, date),
        Some(shifts) => {
            let week = shifts.on(date).iter();
            let today = week.filter(|shift| shift.day == Weekday::of(date));
            runs(&today.map(|shift| Some(shift.span)).collect::<Vec<_>>())
        }
    }
}

fn runs(said: &[Option<WallSpan>]) -> Vec<WallSpan> {
    let mut minutes = [false; 1801];
    for span in said {
        let Some(span) = span else {
            return Vec::new();
        };
        minutes[usize::from(span.from().minutes())..usize::from(span.until().minutes())].fill(true);
    }
    let mut runs = Vec::new();
    let mut from = None;
    for (minute, open) in (0..).zip(minutes) {
        match (from, open) {
            (None, true) => from = WallTime::new(minute),
            (Some(begun), false) => {
                runs.extend(WallSpan::new(begun, WallTime::new(minute).unwrap()));
                from = None;
            }
            _ => {}
        }
    }
    runs
}
