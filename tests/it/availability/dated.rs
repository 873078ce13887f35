//! A service that is otherwise from a date on: as it was on the days before it, and as it will be on those from it on.

use super::{
    properties::{input, needs, service},
    reference::{Begin, Reference},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use omotenashi::domain::scheduling::availability::{
    Input, Later, Refusal, explain, free_slots, next_free, place, starts,
};
use proptest::prelude::*;

fn changing() -> impl Strategy<Value = Input> {
    (input(), -1..4_i64, service(), needs()).prop_map(|(input, after, service, needs)| Input {
        later: Some(Later {
            from: input.from + TimeDelta::days(after),
            service,
            needs,
        }),
        ..input
    })
}

/// What the reference says of each half, asked as if it were the whole. Of two that begin at once the earlier day's counts, unless
/// the calendar keeps that one from beginning: what may be booked later ahead from a date on is bookable by its own day.
fn expected(input: &Input) -> Vec<Begin> {
    let later = input.later.clone().unwrap();
    let now = Input {
        later: None,
        ..input.clone()
    };
    let then = Input {
        service: later.service,
        needs: later.needs,
        ..now.clone()
    };
    let before = |one: &Begin| one.date < later.from;
    let mut begins = Reference::new(&now).begins();
    begins.retain(before);
    let after = Reference::new(&then).begins().into_iter();
    begins.extend(after.filter(|one| !before(one)));
    let by_calendar = |one: &Begin| one.refusal.is_some_and(|why| why < Refusal::NobodyWorking);
    begins.sort_by_key(|one| (one.at, by_calendar(one)));
    begins.dedup_by_key(|one| one.at);
    begins
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn each_day_is_offered_by_what_holds_on_it(input in changing()) {
        let told = |at: DateTime<Utc>, date: NaiveDate, left: u32| (at, date, left);
        let free: Vec<_> = expected(&input)
            .iter()
            .filter(|one| one.refusal.is_none())
            .map(|one| told(one.at, one.date, one.left))
            .collect();
        let slots = free_slots(&input);
        let listed: Vec<_> = slots.iter().map(|one| told(one.start, one.date, one.left)).collect();
        prop_assert_eq!(listed, free);
        prop_assert_eq!(next_free(&input), slots.first().cloned());
    }

    #[test]
    fn what_is_listed_can_be_placed_and_lasts_as_long_as_on_its_day(input in changing(), odd in 1..19_i64) {
        let slots = free_slots(&input);
        let later = input.later.clone().unwrap();
        let first = input.from.and_hms_opt(0, 0, 0).unwrap().and_utc() - TimeDelta::hours(20);
        let minutes = (0..4200).step_by(25).map(|minute| first + TimeDelta::minutes(minute + odd));
        for start in minutes.chain(slots.iter().map(|slot| slot.start)) {
            let placed = place(&input, start);
            let listed = slots.iter().find(|slot| slot.start == start);
            prop_assert_eq!(placed.is_ok(), listed.is_some(), "{}: {:?}", start, placed);
            prop_assert_eq!(placed.as_ref().err().copied(), explain(&input, start));
            if let (Ok(placed), Some(slot)) = (placed, listed) {
                let rules = if placed.date < later.from { &input.service } else { &later.service };
                prop_assert_eq!(placed.date, slot.date);
                prop_assert_eq!(placed.end - placed.start, TimeDelta::minutes(rules.minutes.into()));
            }
        }
    }

    #[test]
    fn what_never_comes_changes_nothing(input in input(), service in service(), needs in needs()) {
        let from = input.from + TimeDelta::days(100);
        let planned = Input { later: Some(Later { from, service, needs }), ..input.clone() };
        prop_assert_eq!(starts(&planned), starts(&input));
        prop_assert_eq!(explain(&planned, input.now), explain(&input, input.now));
    }
}
