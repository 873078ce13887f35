//! A visit over many days: its first start, what stands in its way, and for how many there is room.

use super::{board::Board, visits::visit};
use omotenashi::domain::scheduling::availability::{
    Refusal, Visit, free_visits, hindrance, most_people, next_visit,
};

const SHOP: &str = "open 10-14 · every 30 · staff Aki · staff Ren";

fn over(mut visit: Visit, days: u16) -> Visit {
    for line in visit.guests.iter_mut().flatten() {
        line.input.days = days;
    }
    visit
}

#[test]
fn what_stands_in_the_way_is_what_comes_nearest_to_nothing() {
    let with = |minutes: u32| format!("{SHOP} · {minutes} min");
    let (hour, long) = (with(60), with(200));
    let why = |guests: &[&[(&str, u32)]]| hindrance(&over(visit(guests), 3));
    assert_eq!(why(&[&[(&hour, 0), (&long, 0)]]), Refusal::OutsideHours);
    let one: &[(&str, u32)] = &[(hour.as_str(), 0)];
    assert_eq!(why(&[one, one, one]), Refusal::NobodyWorking);
    let full = format!("{SHOP} · 60 min · taken Aki 10-14 · taken Ren 10-14");
    assert_eq!(why(&[&[(&full, 0), (&full, 0)]]), Refusal::Taken);
    let closed = "Fri closed · every 30 · staff Aki · 60 min";
    let shut = visit(&[&[(closed, 0), (closed, 0)]]);
    assert_eq!(hindrance(&shut), Refusal::Closed);
}

#[test]
fn the_first_start_is_found_day_by_day_and_no_night_that_goes_on_hides_an_earlier_one() {
    let night = "Fri open 20:30-30 · Sat open 4:30-8 · 30 min, every 540 · staff Aki";
    let busy = format!("{night} · taken 20-21");
    let first = |board: &str, days: u16| {
        let line = (board, 0);
        let visit = over(visit(&[&[line]]), days);
        let first = next_visit(&visit);
        assert_eq!(first, free_visits(&visit).into_iter().next(), "{board}");
        first.map(|slot| slot.minute.to_string())
    };
    assert_eq!(first(night, 2).unwrap(), "20:30");
    // Friday has 29:30 left, which is half past five; Saturday begins before that.
    assert_eq!(first(&busy, 2).unwrap(), "04:30");
    assert_eq!(first(&busy, 1).unwrap(), "29:30");
    let full = format!("{SHOP} · 60 min · taken Aki 10-14 · taken Ren 10-14");
    assert_eq!(first(&full, 1), None);
    assert_eq!(first(&full, 20).unwrap(), "10:00", "the next day");
}

#[test]
fn without_one_of_its_services_the_others_stay_in_their_order() {
    let line = |minutes: u32| format!("{SHOP} · {minutes} min");
    let (one, two, three) = (line(10), line(20), line(30));
    let both = visit(&[&[(&one, 0), (&two, 0)], &[(&three, 0)]]);
    let minutes = |visit: &Visit| -> Vec<Vec<u32>> {
        let guests = visit.guests.iter();
        guests
            .map(|lines| {
                let lines = lines.iter();
                lines.map(|line| line.input.service.minutes).collect()
            })
            .collect()
    };
    assert_eq!(minutes(&both.without(0).unwrap()), [vec![20], vec![30]]);
    assert_eq!(minutes(&both.without(1).unwrap()), [vec![10], vec![30]]);
    assert_eq!(minutes(&both.without(2).unwrap()), [vec![10, 20]]);
    assert!(visit(&[&[(&one, 0)]]).without(0).is_none());
}

#[test]
fn there_is_room_for_as_many_as_the_largest_holds() {
    let party = |count: u32| {
        format!("open 10-14 · 60 min · table A seats 2 · table B seats 4 · party {count}")
    };
    let most = |count: u32| most_people(&Board::read(&party(count)).input);
    assert_eq!((most(9), most(5), most(4), most(1)), (4, 4, 4, 1));
}
