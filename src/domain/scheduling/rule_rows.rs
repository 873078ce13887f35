//! Rows of the tables of rules into the engine's plain data: opening hours, dated exceptions, shifts, timetables, how many may
//! begin in a half-hour, and of one service or by one person.

use super::{
    availability::{
        Cap, Counted, DatedLimit, DatedSession, DayKind, Group, Limits, Opening, OpeningException,
        Resource as Able, Sessions, ShiftException, Starts, UsualLimit, Weekly, WeeklyRule,
        WeeklyShift,
    },
    resource::Resource,
    rule_read::{self, RuleRows},
    setup_plan,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        time::{WallSpan, WallTime, Weekday, days_after},
    },
    db::{self, TenantTx},
    domain::catalog::service::Service,
};
use chrono::NaiveDate;
use diesel::prelude::*;
use uuid::Uuid;

/// Where the rows about tables that are put together come from.
const TABLES: i16 = 9;

/// What is not about single resources.
pub(super) struct Rules {
    /// When the shop is open.
    pub opening: Opening,
    /// The starts of services that have a timetable.
    pub timetable: Timetable,
    /// How many may begin in each half-hour, with nothing begun.
    pub limits: Limits,
    /// What may be put together, in the owner's order.
    pub groups: Vec<Tables>,
}

/// Tables that may be put together.
pub(super) struct Tables {
    /// Which group.
    pub id: Uuid,
    /// Its members, and for how many they are put together.
    pub group: Group,
    order: (Option<i16>, Uuid),
}

/// The rules that matter from `from` on for so many days and their nights; shifts go to those of `able` they are about.
pub(super) fn read(
    tx: &mut TenantTx<'_>,
    able: &mut [Able],
    from: NaiveDate,
    days: u16,
) -> db::Result<Rules> {
    let rows = rule_read::since(tx, from)?;
    Ok(applied(&rows, able, (from, days)))
}

/// The same, out of rows that are there.
pub(super) fn applied(rows: &RuleRows, able: &mut [Able], (from, days): (NaiveDate, u16)) -> Rules {
    let mut rules = Rules {
        opening: Opening {
            holidays: true,
            ..Opening::default()
        },
        timetable: Timetable::default(),
        limits: Limits::default(),
        groups: Vec::new(),
    };
    let first = from.pred_opt().unwrap_or(from);
    let last = days_after(from, days.into());
    let asked = |rule: &&Rule| match rule.source {
        // A week holds from its date on.
        0 | 2 => true,
        _ => rule.date.is_none_or(|date| (first..=last).contains(&date)),
    };
    for rule in rows.all().filter(asked) {
        rule.apply(&mut rules, able);
    }
    rules.groups.sort_by_key(|one| one.order);
    rules
}

/// What may be put together, in the owner's order.
pub(super) fn groups(tx: &mut TenantTx<'_>) -> db::Result<Vec<Group>> {
    let mut groups = Vec::new();
    let rows = rule_read::kept(tx)?;
    for rule in rows.all().filter(|rule| rule.source == TABLES) {
        rule.join(&mut groups);
    }
    groups.sort_by_key(|one: &Tables| one.order);
    Ok(groups.into_iter().map(|one| one.group).collect())
}

/// A resource as the engine knows it, without shifts and with nothing taken.
pub(super) fn able(resource: &Resource) -> Able {
    let count = |value: i16| u16::try_from(value).unwrap_or(0);
    Able {
        id: resource.id,
        capacity: count(resource.capacity),
        party_max: count(resource.party_max),
        shifts: resource.has_shifts.then(Weekly::default),
        exceptions: Vec::new(),
        taken: Vec::new(),
        seniority: count(resource.sort_order).into(),
    }
}

/// One row of any of the tables of rules.
#[derive(Clone, Queryable)]
pub(super) struct Rule {
    pub source: i16,
    /// What it is about, and of a session who gives it.
    whose: Option<Uuid>,
    by: Option<Uuid>,
    day: Option<i16>,
    week: Option<i16>,
    date: Option<NaiveDate>,
    from: Option<i16>,
    until: Option<i16>,
}

/// The starts of all services that have some.
#[derive(Default)]
pub(super) struct Timetable {
    weekly: Vec<(ServiceId, Weekday, WallTime)>,
    dated: Vec<(ServiceId, DatedSession)>,
    classes: Vec<ServiceId>,
}

impl Timetable {
    /// The services that are held at set times.
    pub fn services(&self) -> Vec<ServiceId> {
        let weekly = self.weekly.iter().map(|(service, ..)| *service);
        let mut all: Vec<ServiceId> = weekly.chain(self.classes.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Where a service may begin, on the days that it is about. A class begins at no other times, even while it has none.
    pub fn starts(&self, service: &Service) -> Starts {
        let own = self.weekly.iter().filter(|(one, ..)| *one == service.id);
        let weekly: Vec<(Weekday, WallTime)> = match &service.plan {
            Some(plan) => setup_plan::starts(plan),
            None => own.map(|(_, day, wall)| (*day, *wall)).collect(),
        };
        if self.classes.contains(&service.id) {
            let dated = self.dated.iter().filter(|(one, _)| *one == service.id);
            let dated = dated.map(|(_, said)| *said).collect();
            return Starts::Sessions(Sessions { weekly, dated });
        }
        match weekly.is_empty() {
            true => Starts::Grid,
            false => Starts::Timetable(weekly),
        }
    }
}

impl Rule {
    fn span(&self) -> Option<WallSpan> {
        WallSpan::of_minutes(self.from?, self.until?)
    }

    fn apply(&self, rules: &mut Rules, able: &mut [Able]) {
        let span = self.span();
        let whose = self.whose.map(ResourceId);
        match (self.source, self.day, self.date) {
            (0, Some(day), Some(since)) => {
                let week_of_month = self.week.and_then(|week| u8::try_from(week).ok());
                let rule = day_kind(day).map(|day| WeeklyRule {
                    day,
                    week_of_month,
                    span,
                });
                rules.opening.weekly.add(since, rule);
            }
            (1, _, Some(date)) => rules
                .opening
                .exceptions
                .push(OpeningException { date, span }),
            (2, Some(day), Some(since)) => {
                let shift = Weekday::from_number(day)
                    .zip(span)
                    .map(|(day, span)| WeeklyShift { day, span });
                if let Some(shifts) = find(able, whose).and_then(|able| able.shifts.as_mut()) {
                    shifts.add(since, shift);
                }
            }
            (3, _, Some(date)) => {
                if let Some(able) = find(able, whose) {
                    able.exceptions.push(ShiftException { date, span });
                }
            }
            (4, Some(day), _) => {
                let start = self.from.and_then(wall);
                if let (Some(service), Some(day), Some(start)) =
                    (self.whose, Weekday::from_number(day), start)
                {
                    let lesson = (ServiceId(service), day, start);
                    rules.timetable.weekly.push(lesson);
                }
            }
            (5, Some(day), _) => {
                let limit = day_kind(day).zip(self.limit());
                let limit = limit.map(|(day, (half, most))| UsualLimit { day, half, most });
                rules.limits.usual.extend(limit);
            }
            (6, _, Some(date)) => {
                let limit = self.limit();
                let limit = limit.map(|(half, most)| DatedLimit { date, half, most });
                rules.limits.dated.extend(limit);
            }
            (7, ..) => rules.timetable.classes.extend(self.whose.map(ServiceId)),
            (10, ..) => rules.limits.caps.extend(self.cap()),
            (8, _, Some(date)) => {
                rules.timetable.dated.extend(self.session(date));
            }
            (TABLES, ..) => self.join(&mut rules.groups),
            _ => {}
        }
    }

    /// One more table of a group.
    fn join(&self, groups: &mut Vec<Tables>) {
        let (Some(id), Some(member)) = (self.whose, self.by.map(ResourceId)) else {
            return;
        };
        if let Some(known) = groups.iter_mut().find(|one| one.id == id) {
            known.group.members.push(member);
            known.group.members.sort_unstable();
            return;
        }
        let count = |people: Option<i16>| people.and_then(|one| u32::try_from(one).ok());
        let group = Group {
            members: vec![member],
            least: count(self.from).unwrap_or(1),
            most: count(self.until).unwrap_or(0),
        };
        let order = (self.week, id);
        groups.push(Tables { id, group, order });
    }

    /// What was said of a session, and of which service.
    fn session(&self, date: NaiveDate) -> Option<(ServiceId, DatedSession)> {
        let said = DatedSession {
            date,
            wall: self.from.and_then(wall)?,
            is_held: self.until == Some(1),
            with: self.by.map(ResourceId),
        };
        Some((ServiceId(self.whose?), said))
    }

    /// What is said of a service or of somebody.
    fn cap(&self) -> Option<Cap> {
        let service = self.whose.map(|id| Counted::Service(ServiceId(id)));
        let person = self.by.map(|id| Counted::Person(ResourceId(id)));
        let most = |most: Option<i16>| most.and_then(|most| u32::try_from(most).ok());
        Some(Cap {
            of: service.or(person)?,
            a_day: most(self.from),
            a_week: most(self.until),
            begun: Vec::new(),
        })
    }

    /// A half-hour, and how many may begin in it.
    fn limit(&self) -> Option<(u16, u32)> {
        let half = u16::try_from(self.from?).ok()?;
        Some((half, u32::try_from(self.until?).ok()?))
    }
}

fn find(able: &mut [Able], whose: Option<ResourceId>) -> Option<&mut Able> {
    able.iter_mut().find(|able| Some(able.id) == whose)
}

fn wall(minute: i16) -> Option<WallTime> {
    WallTime::new(u16::try_from(minute).ok()?)
}

/// The kind of day of a column: weekdays, 7 for holidays, 8 for the days before them.
pub(super) fn day_kind(day: i16) -> Option<DayKind> {
    match day {
        7 => Some(DayKind::Holiday),
        8 => Some(DayKind::DayBeforeHoliday),
        _ => Weekday::from_number(day).map(DayKind::Weekday),
    }
}
