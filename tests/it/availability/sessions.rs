//! Classes of which something was said: sessions on single dates, called off, and given by somebody else.

use super::board::Board;
use chrono::NaiveDate;
use omotenashi::{
    base::time::{LocalDate, WallTime, Weekday},
    domain::scheduling::availability::{
        DatedSession, Refusal, Sessions, Starts, explain, free_slots, next_free, place,
    },
};

/// A Friday and the Saturday after it, with two who could give the class; on Fridays it is at ten and at two.
const DAYS: &str = "on 2026-11-20 · days 2 · open 10-18 · staff Aki · staff Ben · 60 min";

fn wall(text: &str) -> WallTime {
    WallTime::parse(text).unwrap()
}

fn date(text: &str) -> LocalDate {
    text.parse::<NaiveDate>().unwrap()
}

fn said(day: &str, time: &str, is_held: bool) -> DatedSession {
    DatedSession {
        date: date(day),
        wall: wall(time),
        is_held,
        with: None,
    }
}

fn class(dated: Vec<DatedSession>) -> Board {
    let friday = Weekday::from_number(5).unwrap();
    let mut board = Board::read(DAYS);
    board.input.service.starts = Starts::Sessions(Sessions {
        weekly: vec![(friday, wall("10:00")), (friday, wall("14:00"))],
        dated,
    });
    board
}

#[test]
fn a_single_date_adds_a_session_and_calls_one_off() {
    assert_eq!(class(Vec::new()).listed(), "10:00 14:00 | ");
    let board = class(vec![
        said("2026-11-20", "10:00", false),
        said("2026-11-20", "11:30", true),
        said("2026-11-21", "16:00", true),
        // Nobody is there at eight, and a session called off that never was changes nothing.
        said("2026-11-21", "8:00", true),
        said("2026-11-21", "12:00", false),
    ]);
    assert_eq!(board.listed(), "11:30 14:00 | 16:00");
    let off = board.instant(date("2026-11-20"), "10:00");
    assert_eq!(explain(&board.input, off), Some(Refusal::NotAStart));
    assert_eq!(place(&board.input, off).unwrap_err(), Refusal::NotAStart);
    let first = next_free(&board.input).unwrap();
    assert_eq!(first.start, board.instant(date("2026-11-20"), "11:30"));
}

#[test]
fn a_class_without_any_session_begins_never_and_not_whenever() {
    let mut board = class(Vec::new());
    board.input.service.starts = Starts::Sessions(Sessions::default());
    assert!(free_slots(&board.input).is_empty());
    assert_eq!(next_free(&board.input), None);
}

#[test]
fn a_session_that_somebody_else_gives_takes_that_person_and_nobody_else() {
    let mut board = class(Vec::new());
    let [aki, ben] = [0, 1].map(|place| board.input.resources[place].id);
    let given = |time: &str, teacher| DatedSession {
        with: Some(teacher),
        ..said("2026-11-20", time, true)
    };
    let Starts::Sessions(sessions) = &mut board.input.service.starts else {
        panic!("it is a class");
    };
    sessions.dated = vec![given("10:00", ben), given("16:00", aki)];
    assert_eq!(board.listed(), "10:00 14:00 16:00 | ");
    let at = |board: &Board, time: &str| board.instant(date("2026-11-20"), time);
    let who = |board: &Board, time: &str| place(&board.input, at(board, time)).unwrap().resources();
    assert_eq!(who(&board, "10:00"), [ben]);
    assert_eq!(who(&board, "16:00"), [aki]);
    let left: Vec<u32> = free_slots(&board.input)
        .iter()
        .map(|slot| slot.left)
        .collect();
    assert_eq!(left, [1, 2, 1], "at two either of them can");
    // Whoever asks for Aki does not get Ben.
    board.input.needs[0]
        .candidates
        .retain(|one| one.resource == aki);
    assert_eq!(board.listed(), "14:00 16:00 | ");
    let refused = explain(&board.input, at(&board, "10:00"));
    assert_eq!(refused, Some(Refusal::NobodyWorking));
}
