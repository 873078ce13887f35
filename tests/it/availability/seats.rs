//! Seats of one thing: classes, counters, parties.

use super::board::{check, check_chosen, check_left};

const CLASS: &str = "open 10-12 · class Yoga seats 5";

#[test]
fn what_is_left_is_counted_in_parties() {
    check_left(CLASS, "10:00=5/5 11:00=5/5");
    check_left(&format!("{CLASS} · party 2"), "10:00=2/2 11:00=2/2");
    check_left(
        &format!("{CLASS} · party 2 · taken Yoga#0 10-11 · taken Yoga#1 10-11"),
        "10:00=1/2 11:00=2/2",
    );
    check_left(
        &format!("{CLASS} · party 5 · taken Yoga#4 10-11"),
        "11:00=1/1",
    );
    check(&format!("{CLASS} · party 6"), "");
}

#[test]
fn a_seat_is_free_for_the_whole_time_or_not_at_all() {
    let class = "open 10-12 · class Yoga seats 2 · 120 min, every 60";
    check_left(
        &format!("{class} · taken Yoga#0 10-11 · taken Yoga#0 11-12"),
        "10:00=1/2",
    );
    // a seat is free at every moment, but it is not the same one
    check(
        &format!("{class} · taken Yoga#0 10-11 · taken Yoga#1 11-12"),
        "",
    );
}

#[test]
fn the_lowest_free_numbers_are_given() {
    let class = format!("{CLASS} · taken Yoga#0 10-11 · taken Yoga#2 10:30-11:30");
    check_chosen(&class, "10", "Yoga#1");
    check_chosen(&class, "11", "Yoga#0");
    check_chosen(&format!("{class} · party 3"), "10", "Yoga#1#3#4");
}

#[test]
fn seats_from_before_the_room_was_made_smaller_count() {
    check_left(
        &format!("{CLASS} · taken Yoga#7 10-11 · taken Yoga#8 10-11"),
        "10:00=3/5 11:00=5/5",
    );
}

#[test]
fn a_party_sits_in_one_room() {
    let rooms = "open 10-11 · class East seats 3 · class West seats 3";
    check_left(&format!("{rooms} · party 2"), "10:00=2/2");
    check(&format!("{rooms} · party 4"), "");
    check_chosen(
        &format!("{rooms} · party 2 · taken East#0 10-11 · taken East#1 10-11"),
        "10",
        "West#0#1",
    );
}

#[test]
fn the_trainer_limits_the_class() {
    check_left(
        "open 10-13 · class Yoga seats 8 · staff Aki 11-12",
        "11:00=1/1",
    );
}
