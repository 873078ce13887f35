//! Whose turn it is when anyone will do.

use super::board::{Board, check_chosen};
use chrono::TimeDelta;
use omotenashi::domain::scheduling::availability::{Taken, place};

const THREE: &str = "open 10-20 · staff Aki · staff Ben · staff Cho";

#[test]
fn the_least_occupied_of_the_day_goes_first() {
    check_chosen(
        &format!("{THREE} · taken Aki 10-12 · taken Ben 10-11 · taken Cho 10-12"),
        "15",
        "Ben",
    );
    // what comes later in the day counts as well
    check_chosen(
        &format!("{THREE} · taken Aki 18-19 · taken Ben 19-20 · taken Cho 10-10:59"),
        "15",
        "Cho",
    );
    // yesterday does not
    check_chosen(
        &format!("{THREE} · 2026-11-19 taken Aki 10-19 · taken Ben 10-11 · taken Cho 10-11"),
        "15",
        "Aki",
    );
}

#[test]
fn a_late_night_counts_to_its_own_day() {
    let bar = "Fri open 20-28 · Sat open 20-28 · staff Aki · staff Ben";
    check_chosen(
        &format!("{bar} · taken Aki 26-28 · taken Ben 20-21"),
        "23",
        "Ben",
    );
    let saturday = format!("{bar} · on 2026-11-21 · taken Ben 20-21 · 2026-11-20 taken Aki 24-28");
    check_chosen(&saturday, "23", "Aki");
}

#[test]
fn then_the_longest_idle() {
    check_chosen(
        &format!("{THREE} · taken Aki 12-13 · taken Ben 10-11 · taken Cho 11-12"),
        "15",
        "Ben",
    );
    // who has not begun anything yet goes before who has
    check_chosen(
        &format!("{THREE} · taken Aki 10-11 · taken Ben 18-19 · taken Cho 11-12"),
        "15",
        "Ben",
    );
    // idle since yesterday, for those without work today
    check_chosen(
        &format!(
            "{THREE} · 2026-11-19 taken Aki 12-13 · 2026-11-19 taken Ben 10-11 · 2026-11-19 taken Cho 11-12"
        ),
        "15",
        "Ben",
    );
}

#[test]
fn then_seniority_then_the_id() {
    check_chosen(
        &format!("{THREE} · rank Aki 3 · rank Ben 2 · rank Cho 1"),
        "15",
        "Cho",
    );
    check_chosen(THREE, "15", "Aki");
    check_chosen("open 10-20 · staff Ben · staff Aki", "15", "Ben");
}

#[test]
fn size_goes_before_fairness_only_for_exclusive_use() {
    check_chosen(
        "open 10-20 · table Big seats 4 · table Small seats 2 · taken Small 10-14 · party 2",
        "15",
        "Small#0#1",
    );
    check_chosen(
        "open 10-20 · class Big seats 4 · class Small seats 2 · taken Small#0 10-14 · party 2",
        "15",
        "Big#0#1",
    );
}

#[test]
fn a_day_of_bookings_is_spread_evenly() {
    let mut board = Board::read(THREE);
    for hour in 10..19 {
        let start = board.instant(board.input.from, &hour.to_string());
        let taken = place(&board.input, start).unwrap().takes.remove(0);
        let (id, seats) = (taken.resource, taken.seats);
        assert_eq!(seats, [0]);
        let mut resources = board.input.resources.iter_mut();
        resources
            .find(|one| one.id == id)
            .unwrap()
            .taken
            .push(Taken {
                seat: 0,
                start,
                end: start + TimeDelta::hours(1),
            });
    }
    assert!(board.input.resources.iter().all(|one| one.taken.len() == 3));
}
