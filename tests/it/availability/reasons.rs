//! Why a time is not offered.

use super::board::{Board, check_reason};
use chrono::TimeDelta;
use omotenashi::domain::scheduling::availability::{Refusal, explain, place, reasons};

const DAY: &str = "open 10-19 · lunch 13-14 · staff Aki 10-17 · taken 11-12 · 60 min, every 30";

#[test]
fn each_reason_is_told_apart() {
    check_reason(DAY, "10", "free");
    check_reason(DAY, "11:30", "taken");
    check_reason(DAY, "17", "nobody-working");
    check_reason(DAY, "16:30", "nobody-working");
    check_reason(DAY, "15:10", "not-a-start");
    check_reason(DAY, "9:30", "outside-hours");
    check_reason(DAY, "12:30", "outside-hours");
    check_reason(DAY, "13:30", "outside-hours");
    check_reason(DAY, "18:30", "outside-hours");
    check_reason(DAY, "19", "outside-hours");
    check_reason(&format!("{DAY} · 2026-11-20 closed"), "10", "closed");
    check_reason(&format!("{DAY} · now 2026-11-20 10:01"), "10", "past");
    check_reason(
        &format!("{DAY} · now 2026-11-20 9:00 · notice 61"),
        "10",
        "too-soon",
    );
    check_reason(
        &format!("{DAY} · now 2026-11-10 9:00 · horizon 9"),
        "10",
        "too-far",
    );
    check_reason(&format!("{DAY} · party 2"), "10", "party-too-large");
    check_reason(&format!("{DAY} · party 0"), "10", "empty-party");
    check_reason(
        "zone America/New_York · on 2026-03-08 · open 0-5",
        "2:30",
        "no-such-time",
    );
}

#[test]
fn the_first_in_order_is_given() {
    // past, closed, and nobody is so many
    let all = format!("{DAY} · 2026-11-20 closed · now 2026-11-21 9:00 · party 3");
    check_reason(&all, "11", "party-too-large");
    let all = format!("{DAY} · 2026-11-20 closed · now 2026-11-21 9:00");
    check_reason(&all, "11", "past");
    check_reason(&format!("{DAY} · 2026-11-20 closed"), "9:10", "closed");
    check_reason(
        &format!("{DAY} · 2026-11-20 Aki off"),
        "11",
        "nobody-working",
    );
}

#[test]
fn after_midnight_the_night_before_is_meant() {
    let bar = "Fri open 20-26 · 60 min, every 60";
    check_reason(bar, "25", "free");
    check_reason(bar, "25:20", "outside-hours");
    check_reason("Fri open 20-26 · 20 min, every 60", "25:20", "not-a-start");
    // the night is over, and Saturday has no hours of its own
    check_reason(&format!("{bar} · days 2"), "26", "closed");
}

#[test]
fn a_day_that_was_not_asked_about_is_the_callers_fault() {
    let board = Board::read("open 10-12");
    let tomorrow = board.instant(board.input.from, "10") + TimeDelta::days(1);
    assert_eq!(explain(&board.input, tomorrow), Some(Refusal::NotAsked));
}

#[test]
fn an_instant_between_seconds_is_no_start() {
    let board = Board::read("open 10-12");
    let start = board.instant(board.input.from, "10");
    for late in [TimeDelta::milliseconds(1), TimeDelta::seconds(1)] {
        let refusal = place(&board.input, start + late).unwrap_err();
        assert_eq!(refusal, Refusal::NotAStart);
    }
}

#[test]
fn a_need_that_nobody_meets_is_nobody_working() {
    let mut board = Board::read("open 10-12");
    board.input.needs[0].candidates.clear();
    let start = board.instant(board.input.from, "10");
    assert_eq!(explain(&board.input, start), Some(Refusal::NobodyWorking));
}

/// All reasons, in order.
fn all(line: &str, time: &str) -> String {
    let board = Board::read(line);
    let start = board.instant(board.input.from, time);
    let found = reasons(&board.input, start);
    let words: Vec<&str> = found.iter().map(|refusal| refusal.id()).collect();
    words.join(" ")
}

#[test]
fn every_reason_is_found_and_the_first_is_the_one_that_is_given() {
    assert_eq!(all(DAY, "10"), "");
    assert_eq!(all(DAY, "11:10"), "not-a-start taken");
    let late = format!("{DAY} · now 2026-11-20 11:20 · notice 61");
    assert_eq!(all(&late, "11:30"), "too-soon taken");
    assert_eq!(all(&late, "11"), "past too-soon taken");
    let far = format!("{DAY} · now 2026-11-10 9:00 · horizon 9 · party 2");
    assert_eq!(
        all(&far, "11:10"),
        "party-too-large too-far not-a-start taken"
    );
    // Nothing more is to be said of a day that is none.
    let closed = format!("{DAY} · 2026-11-20 closed · party 2");
    assert_eq!(all(&closed, "11"), "party-too-large closed");
    for time in ["10", "11", "11:10", "17", "9", "13:30"] {
        let board = Board::read(&late);
        let start = board.instant(board.input.from, time);
        let first = reasons(&board.input, start).first().copied();
        assert_eq!(first, explain(&board.input, start), "{time}");
    }
}
