//! Several kinds of thing at once, rooms and tables.

use super::board::{Board, check, check_chosen, check_left, check_reason};
use omotenashi::{
    base::ids::ResourceId,
    domain::scheduling::availability::{Candidate, Take, explain, free_slots},
};
use uuid::Uuid;

#[test]
fn two_people_share_one_chair() {
    let one_chair = "open 10-13 · staff Aki · staff Ben · chair One";
    check_left(one_chair, "10:00=1/1 11:00=1/1 12:00=1/1");
    check(&format!("{one_chair} · taken One 11-12"), "10:00 12:00");
    check(
        &format!("{one_chair} · taken Aki 11-12"),
        "10:00 11:00 12:00",
    );
    check(
        &format!("{one_chair} · taken Aki 11-12 · taken Ben 10-12"),
        "10:00 12:00",
    );
}

#[test]
fn every_need_is_taken_in_its_order() {
    check_chosen(
        "open 10-13 · staff Aki · staff Ben · chair One · chair Two · taken Aki 10-11 · taken One 10-11",
        "10",
        "Ben + Two",
    );
}

#[test]
fn nobody_is_taken_twice() {
    // one person cannot be both hands
    check("open 10-12 · staff Aki · assistant Aki", "");
    check(
        "open 10-12 · staff Aki · staff Ben · assistant Aki",
        "10:00 11:00",
    );
    // the choice that leaves the assistant's need with nobody is passed over
    check_chosen(
        "open 10-12 · staff Aki · staff Ben · assistant Aki",
        "10",
        "Ben + Aki",
    );
    check_reason(
        "open 10-12 · staff Aki · staff Ben · assistant Aki · taken Ben 10-11",
        "10",
        "taken",
    );
    check_reason(
        "open 10-12 · staff Aki · staff Ben 11-12 · assistant Aki",
        "10",
        "nobody-working",
    );
}

#[test]
fn three_needs_are_served_by_passing_on() {
    let line = "open 10-11 · staff Aki · staff Ben · assistant Aki · assistant Cho · room Aki";
    check_chosen(line, "10", "Ben + Cho + Aki");
    check(&format!("{line} · taken Cho 10-11"), "");
}

#[test]
fn the_smallest_table_that_fits_comes_first() {
    let tables = "open 18-20 · table Six seats 6 · table Two seats 2 · table Four seats 4";
    check_chosen(&format!("{tables} · party 2"), "18", "Two#0#1");
    check_chosen(&format!("{tables} · party 3"), "18", "Four#0#1#2#3");
    check_chosen(
        &format!("{tables} · party 3 · taken Four 19-20"),
        "18",
        "Four#0#1#2#3",
    );
    check_chosen(
        &format!("{tables} · party 3 · taken Four 18:30-19"),
        "18",
        "Six#0#1#2#3#4#5",
    );
    check_left(&format!("{tables} · party 3"), "18:00=2/2 19:00=2/2");
    check(&format!("{tables} · party 7"), "");
}

#[test]
fn one_taken_seat_takes_the_table() {
    check(
        "open 18-20 · table Four seats 4 · taken Four#3 18-19",
        "19:00",
    );
    // a seat from before the table was made smaller
    check(
        "open 18-20 · table Four seats 4 · taken Four#9 18-19",
        "19:00",
    );
}

#[test]
fn unknown_and_repeated_candidates_are_passed_over() {
    let mut board = Board::read("open 10-11 · staff Aki");
    let unknown = Candidate {
        resource: ResourceId(Uuid::from_u128(99)),
        take: Take::Exclusive,
        minutes: None,
    };
    let known = board.input.needs[0].candidates[0];
    board.input.needs[0].candidates = vec![unknown, known, known];
    assert_eq!(free_slots(&board.input)[0].left, 1);
}

#[test]
fn without_needs_nothing_is_offered() {
    let mut board = Board::read("open 10-11");
    board.input.needs.clear();
    assert_eq!(free_slots(&board.input), []);
    let start = board.instant(board.input.from, "10");
    assert_eq!(explain(&board.input, start).unwrap().id(), "nobody-working");
}
