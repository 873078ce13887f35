//! Who takes longer than others, or is quicker.

use super::{
    board::{Board, check, check_chosen, check_left, check_reason},
    properties::input,
};
use chrono::TimeDelta;
use omotenashi::domain::scheduling::availability::{
    Input, explain, free_slots, next_free, place, starts,
};
use proptest::prelude::*;

#[test]
fn each_person_is_free_for_as_long_as_they_take() {
    // Ben takes 90 minutes: at 13:00 the shop would close on him.
    check_left(
        "open 10-14 · staff Aki · staff Ben · Ben needs 90",
        "10:00=2/2 11:00=2/2 12:00=2/2 13:00=1/1",
    );
    check(
        "open 10-14 · staff Ben · Ben needs 90 · taken Ben 12:15-12:30",
        "10:00",
    );
    check(
        "open 10-14 · staff Aki · staff Ben · Ben needs 30 · every 30 · taken Aki 10-14 · taken Ben 11-12",
        "10:00 10:30 12:00 12:30 13:00 13:30",
    );
}

#[test]
fn what_else_it_takes_is_taken_for_as_long_as_whoever_does_it_needs() {
    let chair = "open 10-13 · staff Aki · staff Ben · Ben needs 90 · chair C · taken C 11:15-12";
    // Only Aki is done before the chair is wanted; at eleven neither is.
    check_chosen(chair, "10:00", "Aki + C");
    check_left(chair, "10:00=1/1 12:00=1/1");
    let board = Board::read("open 10-14 · staff Ben · Ben needs 90 · chair C · buffers 0+10");
    let start = board.instant(board.input.from, "10");
    let placed = place(&board.input, start).unwrap();
    assert_eq!(placed.end - placed.start, TimeDelta::minutes(90));
    assert_eq!(placed.occupied_until - placed.end, TimeDelta::minutes(10));
}

#[test]
fn turns_are_taken_whatever_their_lengths() {
    let busy = "open 10-20 · staff Aki · staff Ben · Ben needs 90";
    check_chosen(&format!("{busy} · taken Aki 10-12"), "14:00", "Ben");
    check_chosen(&format!("{busy} · taken Ben 10-12"), "14:00", "Aki");
    check_chosen(&format!("{busy} · rank Aki 2"), "14:00", "Ben");
}

#[test]
fn the_nearest_reason_is_given() {
    let two = "open 10-14 · staff Aki · staff Ben · Ben needs 90 · taken Aki 13-14";
    check_reason(two, "13:00", "taken");
    check_reason(two, "12:00", "free");
    check_reason(
        "open 10-14 · staff Ben · Ben needs 90",
        "13:00",
        "outside-hours",
    );
}

/// Some who take longer, some who are quicker.
fn lengths() -> impl Strategy<Value = Vec<Option<u32>>> {
    let own = prop::option::weighted(0.6, prop::sample::select(vec![15, 30, 45, 90, 120]));
    prop::collection::vec(own, 12)
}

fn with(mut input: Input, lengths: &[Option<u32>]) -> Input {
    let needs = input.needs.iter_mut();
    for (one, own) in needs.flat_map(|need| &mut need.candidates).zip(lengths) {
        one.minutes = *own;
    }
    input
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn listed_is_what_can_be_placed_and_nothing_else(input in input(), lengths in lengths(), odd in 1..19_i64) {
        let input = with(input, &lengths);
        let slots = free_slots(&input);
        let next = next_free(&input).map(|slot| slot.start);
        prop_assert_eq!(next, slots.first().map(|slot| slot.start));
        let first = input.from.and_hms_opt(0, 0, 0).unwrap().and_utc() - TimeDelta::hours(20);
        let minutes = (0..4200).step_by(35).map(|minute| first + TimeDelta::minutes(minute + odd));
        for start in minutes.chain(slots.iter().map(|slot| slot.start)) {
            let placed = place(&input, start);
            let listed = slots.iter().any(|slot| slot.start == start);
            prop_assert_eq!(placed.is_ok(), listed, "{}: {:?}", start, placed);
            prop_assert_eq!(placed.err(), explain(&input, start));
        }
        for slot in starts(&input) {
            prop_assert!(slot.left <= slot.capacity, "{:?}", slot);
        }
    }

    #[test]
    fn whoever_is_placed_takes_as_long_as_they_take(input in input(), lengths in lengths()) {
        let input = with(input, &lengths);
        let usual = input.service.minutes;
        for slot in free_slots(&input).iter().step_by(7) {
            let placed = place(&input, slot.start).unwrap();
            let own = |need: usize| {
                let id = placed.takes[need].resource;
                let mut all = input.needs[need].candidates.iter();
                all.find(|one| one.resource == id).and_then(|one| one.minutes).unwrap_or(usual)
            };
            let has_own = |need: &usize| {
                input.needs[*need].candidates.iter().any(|one| one.minutes.is_some_and(|own| own != usual))
            };
            let length = (0..input.needs.len()).find(has_own).map_or(usual, own);
            prop_assert_eq!(placed.end - placed.start, TimeDelta::minutes(i64::from(length)));
        }
    }
}
