//! Business days that run past midnight.

use super::board::{Board, check, check_reason};
use omotenashi::domain::scheduling::availability::{Input, free_slots, next_free, place};

#[test]
fn friday_goes_on_until_half_past_two() {
    check(
        "Fri open 22-26:30 · 60 min, every 60 · days 2",
        "22:00 23:00 24:00 25:00 | ",
    );
}

#[test]
fn half_past_one_on_saturday_is_fridays_25_30() {
    let board = Board::read("Fri open 20-27 · on 2026-11-13 · 60 min, every 30");
    let slots = free_slots(&board.input);
    let late = slots.iter().find(|slot| slot.minute.to_string() == "25:30");
    let late = late.unwrap();
    assert_eq!(late.start.to_rfc3339(), "2026-11-13T16:30:00+00:00");
    assert_eq!(late.date.to_string(), "2026-11-13");
}

#[test]
fn what_is_taken_after_midnight_is_taken() {
    check("Fri open 22-26 · taken 25-26", "22:00 23:00 24:00");
    check("Fri open 22-26 · 2026-11-21 taken 0-1", "22:00 23:00 25:00");
}

#[test]
fn shifts_run_past_midnight_too() {
    check("open 20-28 · Fri staff Aki 23-26", "23:00 24:00 25:00");
    // and reach into the opening of the next day
    check(
        "Fri open 20-24 · Sat open 1-4 · Fri staff Aki 23-27 · days 2",
        "23:00 | 01:00 02:00",
    );
}

#[test]
fn a_shop_that_never_closes_is_open_across_midnight() {
    check(
        "open 0-24 · 90 min, every 480 · days 2",
        "00:00 08:00 16:00 | 00:00 08:00 16:00",
    );
    check("open 0-24 · 1500 min, every 1410", "00:00 23:30");
    // from Friday's 29:00 it ends on Sunday
    check(
        "Fri open 0-30 · Sat open 0-24 · Sun open 0-24 · 1380 min, every 1740",
        "00:00 29:00",
    );
    // but not if tomorrow is closed
    check("open 0-24 · Sat closed · 1500 min, every 720", "");
    check("open 0-24 · Sat closed · 90 min, every 690", "00:00 11:30");
}

#[test]
fn an_instant_belongs_to_one_day_only() {
    // Friday until 30:00, Saturday from 5:00: five o'clock is Friday's
    let line = "Fri open 27-30 · Sat open 5-8 · 60 min, every 60";
    check(
        &format!("{line} · days 2"),
        "27:00 28:00 29:00 | 06:00 07:00",
    );
    check(&format!("{line} · on 2026-11-21"), "06:00 07:00");
    check_reason(&format!("{line} · on 2026-11-21"), "5", "not-asked");
}

#[test]
fn two_grids_in_the_small_hours_are_listed_in_order_of_time() {
    let board = Board::read("Fri open 27-30 · Sat open 4:30-8 · days 2 · every 60");
    let slots = free_slots(&board.input);
    assert!(slots.is_sorted_by_key(|slot| slot.start));
    assert_eq!(board.listed(), "27:00 28:00 29:00 | 04:30 05:30 06:30");
}

#[test]
fn the_next_free_may_be_the_next_days() {
    // Friday's first free start is 29:30, Saturday's is 4:30
    let board =
        Board::read("Fri open 20:30-30 · Sat open 4:30-8 · days 2 · 30 min, every 540 · staff Aki");
    assert_eq!(board.listed(), "20:30 29:30 | 04:30");
    let board = Board::read(
        "Fri open 20:30-30 · Sat open 4:30-8 · days 2 · 30 min, every 540 · taken 20-21",
    );
    assert_eq!(board.listed(), "29:30 | 04:30");
    assert_eq!(next_free(&board.input).unwrap().minute.to_string(), "04:30");
}

#[test]
fn the_window_of_a_start_finds_it_whichever_day_it_belongs_to() {
    let board = Board::read("Fri open 20-27 · Sat open 10-12");
    for (time, minute) in [("25:00", "25:00"), ("34:00", "10:00")] {
        let (hours, _) = time.split_once(':').unwrap();
        let midnight = board.instant(board.input.from, "0");
        let start = midnight + chrono::TimeDelta::hours(hours.parse().unwrap());
        let (from, days) = Input::window(board.input.zone, start);
        let input = Input {
            from,
            days,
            ..board.input.clone()
        };
        assert!(place(&input, start).is_ok(), "{time}");
        let slots = free_slots(&input);
        let slot = slots.iter().find(|slot| slot.start == start).unwrap();
        assert_eq!(slot.minute.to_string(), minute);
    }
}
