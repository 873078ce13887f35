//! How many may begin in a half-hour, whatever is free: by hand, then against the slow reference.

use super::{
    board::Board,
    properties::{as_begin, bookable, input, spread, taken},
    reference::Reference,
};
use chrono::{NaiveDate, TimeDelta};
use omotenashi::{
    base::time::Weekday,
    domain::scheduling::availability::{
        DatedLimit, DayKind, Input, Limits, Refusal, UsualLimit, explain, free_slots, place,
    },
};
use proptest::{prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};

/// A Friday with three people, who can begin every fifteen minutes.
const DAY: &str = "open 10-12 · staff Aki · staff Ben · staff Emi · 30 min, every 15";

fn limited(line: &str, limits: Limits) -> Board {
    let mut board = Board::read(line);
    board.input.limits = limits;
    board
}

fn usual(day: DayKind, half: u16, most: u32) -> UsualLimit {
    UsualLimit { day, half, most }
}

fn friday() -> DayKind {
    DayKind::Weekday(Weekday::from_number(5).unwrap())
}

#[test]
fn no_more_begin_in_a_half_hour_than_the_shop_lets_guests() {
    let limits = Limits {
        usual: vec![usual(friday(), 600, 2), usual(friday(), 660, 0)],
        ..Limits::default()
    };
    let mut board = limited(DAY, limits);
    assert_eq!(board.listed(), "10:00 10:15 10:30 10:45 11:30");
    let left: Vec<u32> = free_slots(&board.input)
        .iter()
        .map(|slot| slot.left)
        .collect();
    assert_eq!(left, [2, 2, 3, 3, 3]);
    let date = board.input.from;
    let refused = explain(&board.input, board.instant(date, "11:15"));
    assert_eq!(refused, Some(Refusal::Enough));
    // One at a quarter past counts in the half-hour, and not in the next.
    let begun = ["10:00", "10:29", "10:30"].map(|wall| board.instant(date, wall));
    board.input.limits.begun = begun.to_vec();
    assert_eq!(board.listed(), "10:30 10:45 11:30");
    let start = board.instant(date, "10:15");
    assert_eq!(place(&board.input, start).unwrap_err(), Refusal::Enough);
}

#[test]
fn a_date_has_its_own_number_and_holidays_theirs_where_any_is_said() {
    let date: NaiveDate = "2026-11-23".parse().unwrap();
    let monday = DayKind::Weekday(Weekday::of(date));
    let mut limits = Limits {
        usual: vec![usual(monday, 600, 1)],
        ..Limits::default()
    };
    assert_eq!(limits.most(date, 600), Some(1));
    limits.usual.push(usual(DayKind::Holiday, 630, 5));
    assert_eq!(
        (limits.most(date, 600), limits.most(date, 630)),
        (None, Some(5))
    );
    let half = 600;
    limits.dated.push(DatedLimit {
        date,
        half,
        most: 7,
    });
    assert_eq!(limits.most(date, 600), Some(7));
}

#[test]
fn a_night_counts_in_the_half_hour_it_begins_in() {
    let limits = Limits {
        usual: vec![usual(friday(), 1500, 1)],
        ..Limits::default()
    };
    let mut board = limited(
        "open 20-26 · staff Aki · staff Ben · 30 min, every 30",
        limits,
    );
    let start = board.instant(board.input.from, "25:00");
    assert!(place(&board.input, start).is_ok());
    board.input.limits.begun = vec![start + TimeDelta::minutes(10)];
    assert_eq!(place(&board.input, start).unwrap_err(), Refusal::Enough);
}

/// Numbers for the days of a question and those around it, with something begun.
fn with_limits() -> impl Strategy<Value = Input> {
    let kind = prop_oneof![
        6 => select(Weekday::ALL.to_vec()).prop_map(DayKind::Weekday),
        1 => Just(DayKind::Holiday),
        1 => Just(DayKind::DayBeforeHoliday),
    ];
    let usual = (kind, 0..60_u16, 0..4_u32);
    let dated = (-1..4_i64, 0..60_u16, 0..4_u32);
    let begun = prop::collection::vec(-120..6000_i64, 0..60);
    (
        input(),
        prop::collection::vec(usual, 0..150),
        prop::collection::vec(dated, 0..60),
        begun,
    )
        .prop_map(|(mut input, usual, dated, begun)| {
            let midnight = input.from.and_hms_opt(0, 0, 0).unwrap().and_utc();
            let begun = begun.into_iter();
            let mut begun: Vec<_> = begun
                .map(|minute| midnight + TimeDelta::minutes(minute))
                .collect();
            begun.sort_unstable();
            let usual = usual.into_iter().map(|(day, half, most)| UsualLimit {
                day,
                half: half * 30,
                most,
            });
            let dated = dated.into_iter().map(|(after, half, most)| DatedLimit {
                date: input.from + TimeDelta::days(after),
                half: half * 30,
                most,
            });
            input.limits = Limits {
                usual: usual.collect(),
                dated: dated.collect(),
                begun,
                ..Limits::default()
            };
            input
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_list_is_the_references_list(input in with_limits()) {
        let begins = Reference::new(&input).begins();
        let listed: Vec<_> = free_slots(&input).iter().map(as_begin).collect();
        prop_assert_eq!(listed, bookable(&begins));
    }

    #[test]
    fn listed_is_what_can_be_placed_and_the_rest_is_explained(input in with_limits()) {
        let slots = free_slots(&input);
        for begin in Reference::new(&input).begins() {
            let listed = slots.iter().any(|slot| slot.start == begin.at);
            prop_assert_eq!(place(&input, begin.at).is_ok(), listed, "{}", begin.at);
            prop_assert_eq!(explain(&input, begin.at), begin.refusal, "{}", begin.at);
        }
    }

    #[test]
    fn a_booking_takes_one_place_of_its_half_hour(input in with_limits()) {
        let slots = free_slots(&input);
        let service = &input.service;
        let reach = i64::from(service.minutes + service.before + service.after).max(30);
        for slot in spread(&slots) {
            let placed = place(&input, slot.start).unwrap();
            let mut then = taken(&input, &placed);
            then.limits.begun.push(placed.start);
            then.limits.begun.sort_unstable();
            let after = free_slots(&then);
            for before in &slots {
                let now = after.iter().find(|other| other.start == before.start);
                let left = now.map_or(0, |other| other.left);
                let apart = (before.start - slot.start).abs() >= TimeDelta::minutes(reach);
                prop_assert!(left <= before.left);
                prop_assert!(!apart || left == before.left);
                prop_assert!(before.start != slot.start || left < before.left);
            }
        }
    }
}

/// The properties prove nothing where no limit is ever what stands in the way.
#[test]
fn the_limits_that_are_tried_are_worth_trying() {
    let mut runner = TestRunner::deterministic();
    let refused: usize = (0..200)
        .map(|_| with_limits().new_tree(&mut runner).unwrap().current())
        .map(|input| {
            let begins = Reference::new(&input).begins();
            let enough = |refusal| refusal == Some(Refusal::Enough);
            begins.iter().filter(|begin| enough(begin.refusal)).count()
        })
        .sum();
    assert!(refused >= 20, "{refused}");
}
