//! 放置時間: the colour sets, whoever serves is free meanwhile, and the chair is not.

use super::board::{Board, check, check_chosen, check_reason};
use omotenashi::domain::scheduling::availability::place;

const COLOUR: &str = "open 10-16 · 120 min, every 30 · processing 45+30";

#[test]
fn somebody_else_is_served_while_the_colour_sets() {
    // Another colour of 10:00: Aki has 10:00 to 10:45 and 11:15 to 12:00.
    let taken = "taken 10-10:45 · taken 11:15-12";
    check(
        &format!("open 10-13 · 30 min, every 15 · {taken}"),
        "10:45 12:00 12:15 12:30",
    );
    // One that is itself a colour fits into no gap of half an hour.
    check(
        &format!("{COLOUR} · {taken}"),
        "12:00 12:30 13:00 13:30 14:00",
    );
}

#[test]
fn what_lies_in_the_processing_is_not_in_the_way() {
    check(
        &format!("{COLOUR} · taken 12:45-13:15"),
        "10:00 10:30 12:00 13:30 14:00",
    );
    check_reason(&format!("{COLOUR} · taken 12:45-13:16"), "12:00", "taken");
    check_reason(&format!("{COLOUR} · taken 12:44-13:15"), "12:00", "taken");
}

#[test]
fn the_chair_stays_taken() {
    let chair = format!("{COLOUR} · staff Aki · chair One");
    check_reason(&format!("{chair} · taken Aki 12:45-13:15"), "12:00", "free");
    check_reason(
        &format!("{chair} · taken One 12:45-13:15"),
        "12:00",
        "taken",
    );
}

#[test]
fn a_class_with_an_assistant_leaves_as_people_do() {
    let line = format!("{COLOUR} · staff Aki · assistant Ren · taken Ren 12:45-13:15");
    check_chosen(&line, "12:00", "Aki + Ren");
}

#[test]
fn buffers_stay_outside_of_it() {
    let line = format!("{COLOUR} · buffers 15+15");
    check_reason(&format!("{line} · taken 12:45-13:15"), "12:00", "free");
    check_reason(&format!("{line} · taken 11:40-11:50"), "12:00", "taken");
    check_reason(&format!("{line} · taken 14:10-14:20"), "12:00", "taken");
}

#[test]
fn what_reaches_beyond_the_service_is_cut_off_and_what_follows_is_kept_free() {
    let line = "open 10-16 · 60 min, every 60 · processing 40+90";
    check_reason(&format!("{line} · taken 12:40-13"), "12:00", "free");
    let swept = format!("{line} · buffers 0+10");
    check_reason(&format!("{swept} · taken 12:40-13"), "12:00", "free");
    check_reason(&format!("{swept} · taken 13:05-13:15"), "12:00", "taken");
    // It needs somebody at its start, whatever is written.
    check_reason(
        "open 10-16 · 60 min, every 60 · processing 0+60 · taken 12:30-12:40",
        "12:00",
        "taken",
    );
}

#[test]
fn whoever_is_slower_is_slower_after_it() {
    let line = "open 10-16 · 60 min, every 60 · processing 20+20 · staff Aki · Aki needs 90";
    check_reason(&format!("{line} · taken Aki 12:20-12:40"), "12:00", "free");
    check_reason(&format!("{line} · taken Aki 13:10-13:30"), "12:00", "taken");
}

#[test]
fn the_placement_says_what_is_taken_of_whom() {
    let board = Board::read(&format!("{COLOUR} · buffers 5+10 · staff Aki · chair One"));
    let at = |time| board.instant(board.input.from, time);
    let placed = place(&board.input, at("12:00")).unwrap();
    assert_eq!(placed.end, at("14:00"));
    let spans = placed.takes.iter().map(|one| one.spans.clone());
    assert_eq!(
        spans.collect::<Vec<_>>(),
        [
            vec![(at("11:55"), at("12:45")), (at("13:15"), at("14:10"))],
            vec![(at("11:55"), at("14:10"))],
        ]
    );
    assert_eq!(placed.seats().count(), 3);
}
