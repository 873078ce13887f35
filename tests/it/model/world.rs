//! The slow and simple truth: who has what when, as a list, and whether something can be had, by trying everybody.

use super::wish::{Claim, Kind, LESSONS, OPEN, PEOPLE, STEP, Thing, Wish, instant, wall};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use std::collections::BTreeSet;

/// Who books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Guest,
    Staff,
}

/// Whose claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    Booking(usize),
    Hold(usize),
    Block(usize),
    Offer(usize),
}

/// Everything that is taken, and what the shop has said.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub now: DateTime<Utc>,
    pub off: BTreeSet<(usize, NaiveDate)>,
    pub taken: Vec<(Owner, Claim)>,
}

impl World {
    /// Nothing is taken, and it is now.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self {
            now,
            ..Self::default()
        }
    }

    /// From now on these are somebody's claims, and no others.
    pub fn set(&mut self, owner: Owner, claims: Vec<Claim>) {
        self.taken.retain(|(whose, _)| *whose != owner);
        self.taken
            .extend(claims.into_iter().map(|claim| (owner, claim)));
    }

    /// Somebody's claims.
    pub fn of(&self, owner: Owner) -> Vec<Claim> {
        let own = self.taken.iter().filter(|(whose, _)| *whose == owner);
        own.map(|(_, claim)| claim.clone()).collect()
    }

    /// Whether a claim fits beside everybody else's: at no moment is more taken than there is.
    pub fn is_free(&self, claim: &Claim, but: Option<Owner>) -> bool {
        let others: Vec<&Claim> = self
            .taken
            .iter()
            .filter(|(whose, other)| Some(*whose) != but && other.thing == claim.thing)
            .map(|(_, other)| other)
            .filter(|other| other.meets(claim))
            .collect();
        let moments = others.iter().map(|one| one.from.max(claim.from));
        let load = |at: DateTime<Utc>| {
            let then = others.iter().filter(|one| one.from <= at && at < one.until);
            then.map(|one| one.seats).sum::<u16>()
        };
        let most = moments.map(load).max().unwrap_or(0);
        most + claim.seats <= claim.thing.capacity()
    }

    /// Whether somebody works on a day.
    pub fn works(&self, person: usize, date: NaiveDate) -> bool {
        !self.off.contains(&(person, date))
    }

    /// Whether a wish can be had from a start on.
    pub fn can(&self, wish: &Wish, start: DateTime<Utc>, by: By, but: Option<Owner>) -> bool {
        self.may_begin(wish, start, by) && self.served(wish, start, but)
    }

    /// Whether hours, notice and timetable allow it, whoever is free.
    fn may_begin(&self, wish: &Wish, start: DateTime<Utc>, by: By) -> bool {
        let (date, minute) = wall(start);
        let times = wish.times(start);
        let inside = times.iter().all(|(_, from, until)| {
            wall(*from).1 >= OPEN.0 && wall(*until).1 <= OPEN.1 && wall(*until).0 == date
        });
        let lessons = times
            .iter()
            .all(|(part, from, _)| part.kind != Kind::Yoga || LESSONS.contains(&wall(*from).1));
        let is_lesson = wish
            .parts
            .first()
            .is_some_and(|part| part.kind == Kind::Yoga);
        let on_grid = is_lesson || minute.saturating_sub(OPEN.0).is_multiple_of(STEP);
        let in_time = start >= self.now + TimeDelta::minutes(60);
        let by_rule = by == By::Staff || (on_grid && in_time);
        is_open(date) && inside && lessons && by_rule
    }

    /// Whether everybody of a visit finds somebody, by trying everybody.
    fn served(&self, wish: &Wish, start: DateTime<Utc>, but: Option<Owner>) -> bool {
        let mut needed = Vec::new();
        for (part, from, until) in wish.times(start) {
            let until = until + TimeDelta::minutes(part.kind.tidying());
            let of = |thing, seats| Claim {
                thing,
                seats,
                from,
                until,
            };
            let mut choices = Vec::new();
            if part.kind.needs_person() {
                let people =
                    (0..PEOPLE).filter(|one| part.person.is_none_or(|asked| asked == *one));
                let people = people.filter(|one| self.works(*one, wall(from).0));
                choices.push(people.map(|one| of(Thing::Person(one), 1)).collect());
            }
            match part.kind {
                Kind::Spa => choices.push(vec![of(Thing::Room, 1)]),
                Kind::Yoga => choices.push(vec![of(Thing::Studio, wish.party)]),
                Kind::Cut | Kind::Colour | Kind::Talk => {}
            }
            needed.extend(choices);
        }
        self.all_found(&needed, &mut Vec::new(), but)
    }

    fn all_found(
        &self,
        needed: &[Vec<Claim>],
        chosen: &mut Vec<Claim>,
        but: Option<Owner>,
    ) -> bool {
        let Some((choices, rest)) = needed.split_first() else {
            return true;
        };
        for claim in choices {
            // A lesson has room for several of them; whoever serves one cannot serve another.
            let own = chosen
                .iter()
                .filter(|one| one.thing == claim.thing && one.meets(claim));
            let together = Claim {
                seats: claim.seats + own.map(|one| one.seats).sum::<u16>(),
                ..claim.clone()
            };
            if !self.is_free(&together, but) {
                continue;
            }
            chosen.push(claim.clone());
            if self.all_found(rest, chosen, but) {
                return true;
            }
            chosen.pop();
        }
        false
    }

    /// Every start of a day that a guest can have.
    pub fn starts(
        &self,
        wish: &Wish,
        date: NaiveDate,
        but: Option<Owner>,
    ) -> BTreeSet<DateTime<Utc>> {
        let steps = (OPEN.0..OPEN.1).step_by(usize::try_from(STEP).unwrap());
        let starts = steps.map(|minute| instant(date, minute));
        starts
            .filter(|start| self.can(wish, *start, By::Guest, but))
            .collect()
    }

    /// Why these claims are not what a wish takes; nothing where they are.
    pub fn wrong(
        &self,
        (wish, start): (&Wish, DateTime<Utc>),
        claims: &[Claim],
        but: Option<Owner>,
    ) -> Option<String> {
        for claim in claims {
            if !self.is_free(claim, but) {
                return Some(format!("{claim:?} is somebody else's"));
            }
        }
        let times = wish.times(start);
        let with_tidying = times.iter().map(|(part, from, until)| {
            (
                *part,
                *from,
                *until + TimeDelta::minutes(part.kind.tidying()),
            )
        });
        let wanted: Vec<_> = with_tidying.collect();
        let mut moments: Vec<DateTime<Utc>> = wanted
            .iter()
            .flat_map(|(_, from, until)| [*from, *until])
            .collect();
        moments.extend(claims.iter().flat_map(|claim| [claim.from, claim.until]));
        for at in moments {
            let now: Vec<Kind> = wanted
                .iter()
                .filter(|(_, from, until)| *from <= at && at < *until)
                .map(|(part, ..)| part.kind)
                .collect();
            let had = |of: fn(Thing) -> bool| -> u16 {
                let then = claims
                    .iter()
                    .filter(|one| one.from <= at && at < one.until && of(one.thing));
                then.map(|one| one.seats).sum()
            };
            let count = |of: fn(Kind) -> bool| {
                u16::try_from(now.iter().filter(|kind| of(**kind)).count()).unwrap()
            };
            let wants = [
                count(Kind::needs_person),
                count(|kind| kind == Kind::Spa),
                count(|kind| kind == Kind::Yoga) * wish.party,
            ];
            let has = [
                had(|thing| matches!(thing, Thing::Person(_))),
                had(|thing| thing == Thing::Room),
                had(|thing| thing == Thing::Studio),
            ];
            if wants != has {
                return Some(format!(
                    "at {at}: people, room and places {has:?} in place of {wants:?}"
                ));
            }
        }
        let asked_for = times.iter().find(|(part, from, until)| {
            part.person.is_some_and(|one| {
                !claims.iter().any(|claim| {
                    claim.thing == Thing::Person(one)
                        && claim.from <= *from
                        && *until <= claim.until
                })
            })
        });
        asked_for.map(|(part, ..)| format!("{part:?} is not with whom was asked for"))
    }
}

/// Whether the shop opens on a day.
pub fn is_open(date: NaiveDate) -> bool {
    date.weekday() != Weekday::Wed
}
