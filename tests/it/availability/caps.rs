//! How many of one service and by one person: by hand, on the whiteboard.

use super::board::Board;
use omotenashi::{
    base::ids::{ResourceId, ServiceId},
    domain::scheduling::availability::{
        Cap, Counted, Refusal, explain, free_slots, place, reasons,
    },
};
use uuid::Uuid;

/// A Friday with two people.
const DAY: &str = "open 10-12 · staff Aki · staff Ben · 60 min, every 60";

fn capped(of: Counted, a_day: u32, begun: u32) -> Board {
    let mut board = Board::read(DAY);
    let date = board.input.from;
    let service = ServiceId(Uuid::nil());
    board.input.limits.service = Some(service);
    board.input.limits.caps = vec![Cap {
        of,
        a_day: Some(a_day),
        a_week: None,
        begun: vec![(date, begun)],
    }];
    board
}

#[test]
fn a_service_is_listed_as_long_as_it_may_begin() {
    let service = Counted::Service(ServiceId(Uuid::nil()));
    let board = capped(service, 3, 2);
    let left: Vec<u32> = free_slots(&board.input)
        .iter()
        .map(|slot| slot.left)
        .collect();
    assert_eq!(left, [1, 1], "two could, and one may");
    let board = capped(service, 3, 3);
    assert_eq!(board.listed(), "");
    let start = board.instant(board.input.from, "10:00");
    assert_eq!(explain(&board.input, start), Some(Refusal::Capped));
    assert_eq!(place(&board.input, start).unwrap_err(), Refusal::Capped);
    assert_eq!(reasons(&board.input, start), [Refusal::Capped]);
    let other = capped(Counted::Service(ServiceId(Uuid::max())), 3, 3);
    assert_eq!(other.listed(), "10:00 11:00", "that is another service");
}

#[test]
fn somebody_with_enough_is_passed_over_and_the_week_counts_from_monday() {
    let board = Board::read(DAY);
    let aki: ResourceId = board.input.resources[0].id;
    let board = capped(Counted::Person(aki), 1, 1);
    assert_eq!(board.listed(), "10:00 11:00");
    let start = board.instant(board.input.from, "10:00");
    let taken = place(&board.input, start).unwrap().resources();
    assert_ne!(taken, [aki]);
    // The Monday of that week, and the one after it.
    for (monday, listed) in [("2026-11-16", ""), ("2026-11-23", "10:00 11:00")] {
        let mut board = Board::read(DAY);
        let people = board.input.resources.clone();
        board.input.limits.caps = people
            .iter()
            .map(|one| Cap {
                of: Counted::Person(one.id),
                a_day: None,
                a_week: Some(2),
                begun: vec![(monday.parse().unwrap(), 2)],
            })
            .collect();
        assert_eq!(board.listed(), listed, "{monday}");
        let refused = explain(&board.input, start);
        assert_eq!(refused, listed.is_empty().then_some(Refusal::Capped));
    }
}
