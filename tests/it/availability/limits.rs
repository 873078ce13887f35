//! Now, notice, horizon, and the two searches.

use super::board::{Board, check, check_reason};
use chrono::{DateTime, NaiveDate, TimeDelta};
use omotenashi::domain::scheduling::availability::{
    Refusal, explain, free_slots, nearest, next_free, place,
};

#[test]
fn the_past_is_never_offered() {
    check("open 10-14 · now 2026-11-20 11:30", "12:00 13:00");
    check("open 10-14 · now 2026-11-21 0:00", "");
}

#[test]
fn now_itself_may_be_booked_and_a_second_ago_may_not() {
    let mut board = Board::read("open 10-14 · now 2026-11-20 11:00");
    let start = board.input.now;
    assert_eq!(explain(&board.input, start), None);
    board.input.now += TimeDelta::seconds(1);
    assert_eq!(explain(&board.input, start), Some(Refusal::Past));
    assert_eq!(board.listed(), "12:00 13:00");
    // a fraction of a second is as much past as an hour
    board.input.now = start + TimeDelta::nanoseconds(1);
    assert_eq!(explain(&board.input, start), Some(Refusal::Past));
}

#[test]
fn notice_is_kept_to_the_second() {
    let line = "open 10-16 · now 2026-11-20 11:00 · notice 120";
    check(line, "13:00 14:00 15:00");
    check_reason(line, "12", "too-soon");
    let mut board = Board::read(line);
    board.input.now += TimeDelta::seconds(1);
    assert_eq!(board.listed(), "14:00 15:00");
}

#[test]
fn the_horizon_is_counted_in_business_days() {
    let line = "open 10-11 · now 2026-11-18 23:59 · days 5";
    check(&format!("{line} · horizon 2"), "10:00 |  |  |  | ");
    check(&format!("{line} · horizon 3"), "10:00 | 10:00 |  |  | ");
    check(&format!("{line} · horizon 0"), " |  |  |  | ");
    // 25:00 belongs to the last day, 10:00 does not
    check(
        "open 10-26 · every 900 · now 2026-11-20 9:00 · horizon 0 · days 2",
        "10:00 25:00 | ",
    );
    check_reason(
        "open 10-11 · now 2026-11-18 23:59 · horizon 1",
        "10",
        "too-far",
    );
}

#[test]
fn no_more_than_62_days_are_answered() {
    let mut board = Board::read("open 10-11");
    board.input.days = u16::MAX;
    assert_eq!(free_slots(&board.input).len(), 62);
    board.input.days = 0;
    assert_eq!(free_slots(&board.input), []);
    assert_eq!(next_free(&board.input), None);
}

#[test]
fn the_ends_of_the_calendar_are_refused_quietly() {
    let mut board = Board::read("open 0-30 · buffers 4000000000+4000000000");
    for from in [NaiveDate::MIN, NaiveDate::MAX] {
        board.input.from = from;
        board.input.days = 62;
        free_slots(&board.input);
        next_free(&board.input);
    }
    for start in [
        DateTime::<chrono::Utc>::MIN_UTC,
        DateTime::<chrono::Utc>::MAX_UTC,
    ] {
        assert!(place(&board.input, start).is_err());
        assert!(nearest(&board.input, start, 3).len() <= 3);
    }
}

#[test]
fn the_first_free_is_found_days_ahead() {
    let board = Board::read(
        "Sun open 10-12 · Wed open 10-12 · days 14 · 2026-11-22 taken 9-13 · 2026-11-25 taken 9-11",
    );
    let slot = next_free(&board.input).unwrap();
    assert_eq!(slot.date.to_string(), "2026-11-25");
    assert_eq!(slot.minute.to_string(), "11:00");
    assert_eq!(Some(slot), free_slots(&board.input).into_iter().next());
}

#[test]
fn the_three_nearest_stand_in_order_of_time() {
    let board = Board::read("open 10-20 · taken 13-15 · 60 min, every 60");
    let near = |time, count| {
        let slots = nearest(&board.input, board.instant(board.input.from, time), count);
        let words = slots.iter().map(|slot| slot.minute.to_string());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(near("13", 3), "11:00 12:00 15:00");
    assert_eq!(near("14", 3), "12:00 15:00 16:00");
    assert_eq!(near("14", 1), "15:00");
    assert_eq!(near("23", 3), "17:00 18:00 19:00");
    assert_eq!(near("16", 1), "16:00");
    // 12:00 and 15:00 are equally far from half past one
    assert_eq!(near("13:30", 1), "12:00");
    assert_eq!(near("14", 0), "");
}
