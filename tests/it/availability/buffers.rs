//! Time kept free before and after a service.

use super::board::{Board, check};
use omotenashi::domain::scheduling::availability::place;

#[test]
fn buffers_keep_away_from_what_is_taken() {
    let day = "open 10-16 · taken 12-13 · 60 min, every 30";
    check(day, "10:00 10:30 11:00 13:00 13:30 14:00 14:30 15:00");
    check(
        &format!("{day} · buffers 0+30"),
        "10:00 10:30 13:00 13:30 14:00 14:30 15:00",
    );
    check(
        &format!("{day} · buffers 30+0"),
        "10:00 10:30 11:00 13:30 14:00 14:30 15:00",
    );
    check(&format!("{day} · buffers 60+60"), "10:00 14:00 14:30 15:00");
    check(
        &format!("{day} · buffers 1+1"),
        "10:00 10:30 13:30 14:00 14:30 15:00",
    );
}

#[test]
fn buffers_may_stick_out_of_opening_hours_lunch_and_shift() {
    check(
        "open 10-12 · 60 min, every 60 · buffers 30+45",
        "10:00 11:00",
    );
    check(
        "open 10-15 · lunch 12-13 · 60 min, every 60 · buffers 30+45",
        "10:00 11:00 13:00 14:00",
    );
    check("open 9-18 · staff Aki 10-12 · buffers 30+45", "10:00 11:00");
}

#[test]
fn what_sticks_out_is_still_taken() {
    // whoever was there before opening is in the way of a buffer
    check("open 10-12 · taken 9-9:45 · buffers 15+0", "10:00 11:00");
    check("open 10-12 · taken 9-9:46 · buffers 15+0", "11:00");
    check("open 10-12 · taken 12:30-13 · buffers 0+30", "10:00 11:00");
    check("open 10-12 · taken 12:29-13 · buffers 0+30", "10:00");
}

#[test]
fn the_placement_says_from_when_until_when() {
    let board = Board::read("open 10-12 · 45 min · buffers 10+15");
    let at = |time| board.instant(board.input.from, time);
    let placement = place(&board.input, at("11:00")).unwrap();
    assert_eq!(placement.occupied_from, at("10:50"));
    assert_eq!(placement.start, at("11:00"));
    assert_eq!(placement.end, at("11:45"));
    assert_eq!(placement.occupied_until, at("12:00"));
}
