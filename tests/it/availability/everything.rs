//! Every way through a visit, tried one after the other: every pause, and everybody for every need.

use super::reference::Reference;
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::{
    base::ids::ResourceId,
    domain::scheduling::availability::{Starts, Visit},
};

/// What the visit itself takes: whose, of what, in which minutes with and without what is kept free.
type Own = (usize, ResourceId, Vec<i64>, Vec<i64>);

/// Tries everything: every pause, and everybody for every need.
pub struct Everything<'a> {
    visit: &'a Visit,
    known: Vec<Vec<Reference<'a>>>,
    pub begins: Vec<Vec<Vec<DateTime<Utc>>>>,
}

impl<'a> Everything<'a> {
    pub fn new(visit: &'a Visit) -> Self {
        let known: Vec<Vec<_>> = visit
            .guests
            .iter()
            .map(|lines| {
                lines
                    .iter()
                    .map(|line| Reference::new(&line.input))
                    .collect()
            })
            .collect();
        let begins = known.iter().map(|lines: &Vec<Reference<'_>>| {
            let of = |one: &Reference<'_>| one.begins().iter().map(|begin| begin.at).collect();
            lines.iter().map(of).collect()
        });
        Self {
            visit,
            begins: begins.collect(),
            known,
        }
    }

    pub fn can(
        &self,
        (guest, line): (usize, usize),
        start: DateTime<Utc>,
        ready: DateTime<Utc>,
        own: &mut Vec<Own>,
    ) -> bool {
        let Some(lines) = self.visit.guests.get(guest) else {
            return true;
        };
        let Some(one) = lines.get(line) else {
            return self.can((guest + 1, 0), start, start, own);
        };
        let most = if line == 0 { 0 } else { one.wait };
        (0..=most).step_by(5).any(|wait| {
            let at = ready + TimeDelta::minutes(i64::from(wait));
            self.may_begin((guest, line), at) && self.serve((guest, line), (start, at), 0, own)
        })
    }

    fn may_begin(&self, (guest, line): (usize, usize), at: DateTime<Utc>) -> bool {
        let input = &self.visit.guests[guest][line].input;
        let rules = &input.service;
        let listed = self.begins[guest][line].contains(&at);
        // The others begin when they are reached.
        let is_begin = listed || (line > 0 && rules.starts == Starts::Grid);
        is_begin
            && at >= input.now + TimeDelta::minutes(i64::from(rules.notice_minutes))
            && self.known[guest][line].lies_open(at)
    }

    fn serve(
        &self,
        place: (usize, usize),
        (start, at): (DateTime<Utc>, DateTime<Utc>),
        need: usize,
        own: &mut Vec<Own>,
    ) -> bool {
        let input = &self.visit.guests[place.0][place.1].input;
        let rules = &input.service;
        let length = TimeDelta::minutes(i64::from(rules.minutes));
        let Some(wanted) = input.needs.get(need) else {
            return self.can((place.0, place.1 + 1), start, at + length, own);
        };
        let minutes = |before: u32, after: u32| -> Vec<i64> {
            let processing = rules
                .processing
                .filter(|one| wanted.leaves && one.after > 0);
            let begun = at.timestamp() / 60;
            (-i64::from(before)..i64::from(rules.minutes + after))
                .filter(|minute| {
                    !processing.is_some_and(|one| {
                        let from = i64::from(one.after);
                        from <= *minute
                            && *minute
                                < (from + i64::from(one.minutes)).min(i64::from(rules.minutes))
                    })
                })
                .map(|minute| begun + minute)
                .collect()
        };
        let (whole, bare) = (minutes(rules.before, rules.after), minutes(0, 0));
        wanted.candidates.iter().any(|one| {
            let id = one.resource;
            let meets = |(whose, resource, theirs, theirs_bare): &Own| {
                *resource == id
                    && match *whose == place.0 {
                        true => theirs_bare.iter().any(|minute| bare.contains(minute)),
                        false => theirs.iter().any(|minute| whole.contains(minute)),
                    }
            };
            let twice = own
                .iter()
                .rev()
                .take(need)
                .any(|(_, resource, ..)| *resource == id);
            if twice
                || own.iter().any(meets)
                || !self.known[place.0][place.1].could(*one, wanted.leaves, at)
            {
                return false;
            }
            own.push((place.0, id, whole.clone(), bare.clone()));
            let served = self.serve(place, (start, at), need + 1, own);
            own.pop();
            served
        })
    }
}
