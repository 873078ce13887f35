//! Why it was whose turn, said with the figures it was decided by.

use super::board::Board;
use omotenashi::domain::scheduling::availability::{Chosen, Line, Visit, place, place_visit};

const THREE: &str = "open 10-20 · staff Aki · staff Ben · staff Cho";

fn at_three(line: &str) -> Chosen {
    let board = Board::read(line);
    let start = board.instant(board.input.from, "15");
    place(&board.input, start).unwrap().takes[0].chosen.unwrap()
}

#[test]
fn the_least_booked_is_said_with_minutes() {
    let line = format!("{THREE} · taken Aki 10-12 · taken Ben 10-11:30 · taken Cho 10-13");
    let chosen = Chosen::LeastBooked { own: 90, next: 120 };
    assert_eq!(at_three(&line), chosen);
}

#[test]
fn the_longest_idle_is_said_with_since_when() {
    let line = format!("{THREE} · taken Aki 12-13 · taken Ben 10-11 · taken Cho 11-12");
    let board = Board::read(&line);
    let at = |time: &str| Some(board.instant(board.input.from, time));
    let (own, next) = (at("11"), at("12"));
    assert_eq!(at_three(&line), Chosen::LongestIdle { own, next });
    // Ben has the same to do, and has not begun.
    let line = format!("{THREE} · taken Aki 12-13 · taken Ben 18-19 · taken Cho 11-12");
    let (own, next) = (None, at("12"));
    assert_eq!(at_three(&line), Chosen::LongestIdle { own, next });
}

#[test]
fn seniority_comes_last_and_equals_are_said_to_be_equal() {
    let ranked = format!("{THREE} · rank Aki 3 · rank Ben 2 · rank Cho 1");
    assert_eq!(at_three(&ranked), Chosen::Seniority);
    assert_eq!(at_three(THREE), Chosen::Equal);
    // Where two are as senior and the third is busier, these two are equal.
    let tie = format!("{THREE} · taken Aki 10-11 · rank Ben 5 · rank Cho 5");
    assert_eq!(at_three(&tie), Chosen::Equal);
}

#[test]
fn whoever_is_left_was_the_only_one() {
    let line = format!("{THREE} · taken Aki 14-16 · taken Ben 15-16");
    assert_eq!(at_three(&line), Chosen::Only);
    // Nobody else is at work.
    assert_eq!(
        at_three("open 10-20 · staff Aki · staff Ben 10-14"),
        Chosen::Only
    );
}

#[test]
fn somebody_slower_counts_as_next() {
    let line = format!("{THREE} · Ben needs 90 · Cho needs 90 · taken Ben 10-11 · taken Cho 10-12");
    assert_eq!(at_three(&line), Chosen::LeastBooked { own: 0, next: 60 });
}

#[test]
fn a_table_is_said_to_be_the_smallest() {
    let two = "open 10-20 · table Big seats 6 · table Small seats 4 · party 3";
    assert_eq!(at_three(two), Chosen::Smallest { own: 4, next: 6 });
}

#[test]
fn whoever_has_the_guest_in_hand_goes_on() {
    let input = Board::read(&format!("{THREE} · taken Ben 10-11 · taken Cho 10-11")).input;
    let start = Board::read(THREE).instant(input.from, "15");
    let line = || Line {
        input: input.clone(),
        wait: 0,
    };
    let visit = Visit {
        guests: vec![vec![line(), line()]],
    };
    let placed = place_visit(&visit, start).unwrap();
    let chosen = placed.guests[0]
        .iter()
        .map(|one| one.takes[0].chosen.unwrap());
    let chosen: Vec<Chosen> = chosen.collect();
    assert_eq!(
        chosen,
        [Chosen::LeastBooked { own: 0, next: 60 }, Chosen::InHand]
    );
}
