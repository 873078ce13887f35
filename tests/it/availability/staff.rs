//! People and their shifts.

use super::board::{check, check_chosen, check_left};

#[test]
fn the_service_lies_inside_one_shift() {
    check(
        "open 10-16 · staff Aki 11-14 · 60 min, every 30",
        "11:00 11:30 12:00 12:30 13:00",
    );
    check(
        "open 10-16 · staff Aki 10-12 13-16 · 120 min, every 60",
        "10:00 13:00 14:00",
    );
    // two halves that touch are one shift
    check(
        "open 10-16 · staff Aki 10-12 12-14 · 180 min, every 60",
        "10:00 11:00",
    );
    // two people do not make one long shift
    check(
        "open 10-16 · staff Aki 10-12 · staff Ben 12-14 · 180 min, every 60",
        "",
    );
}

#[test]
fn a_shift_does_not_open_the_shop() {
    check("open 10-12 · staff Aki 6-23", "10:00 11:00");
}

#[test]
fn any_of_several_people_will_do() {
    let two = "open 10-14 · staff Aki · staff Ben · taken Aki 10-12 · taken Ben 11-13";
    check_left(two, "10:00=1/2 12:00=1/2 13:00=2/2");
    check_left(
        "open 10-13 · staff Aki 10-12 · staff Ben 11-13",
        "10:00=1/1 11:00=2/2 12:00=1/1",
    );
}

#[test]
fn the_one_who_is_free_is_chosen() {
    let two = "open 10-14 · staff Aki · staff Ben · taken Aki 10-12 · taken Ben 11-13";
    check_chosen(two, "10", "Ben");
    check_chosen(two, "12", "Aki");
}

#[test]
fn shifts_follow_the_weekday() {
    check(
        "open 10-12 · Fri staff Aki 10-11 · Sun staff Aki 11-12 · days 3",
        "10:00 |  | 11:00",
    );
}

#[test]
fn a_dated_exception_replaces_the_shift() {
    check("open 10-14 · staff Aki 10-12 · 2026-11-20 Aki off", "");
    check(
        "open 10-14 · staff Aki 10-12 · 2026-11-20 Aki 12-14",
        "12:00 13:00",
    );
    check(
        "open 10-14 · staff Aki 10-12 · 2026-11-20 Aki 12-14 · 2026-11-20 Aki off",
        "",
    );
    check(
        "open 10-12 · staff Aki 10-12 · 2026-11-20 Aki off · days 2",
        " | 10:00 11:00",
    );
}

#[test]
fn one_who_is_always_there_can_be_off_too() {
    check(
        "open 10-12 · staff Aki · 2026-11-20 Aki off · days 2",
        " | 10:00 11:00",
    );
    check("open 10-12 · staff Aki · 2026-11-20 Aki 11-12", "11:00");
}

#[test]
fn a_span_taken_twice_is_taken_once() {
    check_left(
        "open 10-13 · staff Aki · staff Ben · taken Aki 10-11 · taken Aki 10-11 · taken Aki 10-12",
        "10:00=1/2 11:00=1/2 12:00=2/2",
    );
}
