//! Which starts leave a stub of time that nobody can use.

use super::board::Board;
use omotenashi::domain::scheduling::availability::{free_slots, is_wasteful};

/// The free starts that leave none, of all.
fn snug(line: &str) -> String {
    let board = Board::read(line);
    let slots = free_slots(&board.input);
    let snug = slots
        .iter()
        .filter(|slot| !is_wasteful(&board.input, slot.start));
    let words: Vec<String> = snug.map(|slot| slot.minute.to_string()).collect();
    words.join(" ")
}

#[test]
fn what_ends_where_another_begins_or_leaves_enough_leaves_no_stub() {
    assert_eq!(
        snug("open 10-15 · taken 12-13 · 45 min, every 15"),
        "10:00 10:30 10:45 11:15 13:00 13:30 13:45 14:15"
    );
}

#[test]
fn time_that_is_kept_free_is_no_stub_and_a_shift_has_an_end() {
    // The buffer is used.
    assert_eq!(
        snug("open 10-12 · 60 min, every 15 · buffers 0+15"),
        "10:00 10:45 11:00"
    );
    assert_eq!(
        snug("open 10-19 · staff Aki 10-12 · 60 min, every 15"),
        "10:00 10:30 11:00"
    );
}

#[test]
fn what_has_many_seats_has_no_stubs() {
    let all = "10:00 10:15 10:30 10:45 11:00";
    assert_eq!(snug("open 10-12 · table T seats 4 · 60 min, every 15"), all);
}
