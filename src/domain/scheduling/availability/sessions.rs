//! When a class is held: on its timetable, and on single dates as was said of them. A session that somebody else gives is a
//! question of its own.

use super::input::{Input, Need, ServiceRules, Starts};
use crate::base::{
    ids::ResourceId,
    time::{LocalDate, WallTime, Weekday, days_after},
};
use std::borrow::Cow;

/// When a class is held. What was said of a session of a date is all that counts for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sessions {
    /// What repeats.
    pub weekly: Vec<(Weekday, WallTime)>,
    /// What was said of single sessions.
    pub dated: Vec<DatedSession>,
}

/// What was said of one session of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedSession {
    /// The business day.
    pub date: LocalDate,
    /// When it begins.
    pub wall: WallTime,
    /// Whether it is held; otherwise it is called off.
    pub is_held: bool,
    /// Who gives it; `None` is whoever gives the class.
    pub with: Option<ResourceId>,
}

impl Sessions {
    /// What was said of a session.
    pub fn said(&self, date: LocalDate, wall: WallTime) -> Option<&DatedSession> {
        let mut dated = self.dated.iter();
        dated.find(|one| one.date == date && one.wall == wall)
    }

    /// Whether one is held then.
    pub fn holds(&self, date: LocalDate, wall: WallTime) -> bool {
        match self.said(date, wall) {
            Some(said) => said.is_held,
            None => self.repeats(date, wall),
        }
    }

    /// Whether the timetable of the week has one then.
    pub fn repeats(&self, date: LocalDate, wall: WallTime) -> bool {
        self.weekly.contains(&(Weekday::of(date), wall))
    }

    /// Everything of a date, in order: what is held, and what is called off.
    pub fn on(&self, date: LocalDate) -> Vec<DatedSession> {
        let weekday = Weekday::of(date);
        let repeating = self.weekly.iter().filter(|(day, _)| *day == weekday);
        let repeating = repeating
            .filter(|(_, wall)| self.said(date, *wall).is_none())
            .map(|(_, wall)| DatedSession {
                date,
                wall: *wall,
                is_held: true,
                with: None,
            });
        let said = self.dated.iter().filter(|one| one.date == date).copied();
        let mut all: Vec<DatedSession> = repeating.chain(said).collect();
        all.sort_by_key(|one| one.wall);
        all.dedup_by_key(|one| one.wall);
        all
    }
}

/// The question, once for everything that whoever gives the class gives, and once for each session that somebody else does.
pub(super) fn by_teacher(input: Cow<'_, Input>) -> Vec<Cow<'_, Input>> {
    match apart(&input) {
        Some(questions) => questions.into_iter().map(Cow::Owned).collect(),
        None => vec![input],
    }
}

/// The questions, where there is more than one: first what whoever gives the class gives.
fn apart(input: &Input) -> Option<Vec<Input>> {
    let Starts::Sessions(sessions) = &input.service.starts else {
        return None;
    };
    let last = days_after(input.from, u32::from(input.days));
    let is_asked = |one: &DatedSession| input.from <= one.date && one.date < last;
    let given = sessions.dated.iter().filter(|one| one.is_held);
    let others: Vec<Input> = given
        .filter(|one| is_asked(one))
        .filter_map(|one| Some(given_by(input, *one, one.with?)))
        .collect();
    if others.is_empty() {
        return None;
    }
    let mut own = sessions.clone();
    for one in &mut own.dated {
        one.is_held &= one.with.is_none();
    }
    let own = Input {
        service: starting(&input.service, own),
        ..input.clone()
    };
    Some(std::iter::once(own).chain(others).collect())
}

/// The question about one session that somebody gives.
fn given_by(input: &Input, session: DatedSession, teacher: ResourceId) -> Input {
    let alone = Sessions {
        weekly: Vec::new(),
        dated: vec![DatedSession {
            with: None,
            ..session
        }],
    };
    Input {
        from: session.date,
        days: 1,
        service: starting(&input.service, alone),
        needs: only(&input.needs, teacher),
        ..input.clone()
    }
}

fn starting(rules: &ServiceRules, sessions: Sessions) -> ServiceRules {
    ServiceRules {
        starts: Starts::Sessions(sessions),
        ..rules.clone()
    }
}

/// The needs where this person gives it. Whoever asked for somebody else, or who does not give this class any more, finds
/// nobody.
fn only(needs: &[Need], teacher: ResourceId) -> Vec<Need> {
    let names = |need: &Need| {
        let mut candidates = need.candidates.iter();
        candidates.any(|one| one.resource == teacher)
    };
    let place = needs.iter().position(names);
    let narrow = |(index, need): (usize, &Need)| {
        let mut need = need.clone();
        if place == Some(index) || (place.is_none() && need.leaves) {
            need.candidates.retain(|one| one.resource == teacher);
            need.groups.clear();
        }
        need
    };
    needs.iter().enumerate().map(narrow).collect()
}
