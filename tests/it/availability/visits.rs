//! Several services in one visit, against a search that tries every way there is.

use super::{
    board::Board,
    everything::Everything,
    properties::{input, needs, service},
    reference::Reference,
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::domain::scheduling::availability::{
    Input, Line, Refusal, ServiceRules, Take, Visit, free_slots, free_visits, place, place_visit,
};
use proptest::{prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};

/// The same shop for each of some services, given as boards; a pause of so many minutes before each but the first.
pub fn visit(guests: &[&[(&str, u32)]]) -> Visit {
    let line = |(board, wait): &(&str, u32)| Line {
        input: Board::read(board).input,
        wait: *wait,
    };
    let guests = guests.iter();
    Visit {
        guests: guests
            .map(|lines| lines.iter().map(line).collect())
            .collect(),
    }
}

fn listed(visit: &Visit) -> String {
    let slots = free_visits(visit);
    let words = slots.iter().map(|slot| slot.minute.to_string());
    words.collect::<Vec<_>>().join(" ")
}

fn at(visit: &Visit, time: &str) -> DateTime<Utc> {
    let minutes: Vec<i64> = time.split(':').map(|part| part.parse().unwrap()).collect();
    let midnight = visit.guests[0][0].input.from.and_hms_opt(0, 0, 0).unwrap();
    (midnight + TimeDelta::minutes(minutes[0] * 60 + minutes[1] - 9 * 60)).and_utc()
}

const SHOP: &str = "open 10-14 · every 30 · staff Aki · staff Ren";

#[test]
fn one_service_follows_the_other_without_a_pause() {
    let cut = format!("{SHOP} · 60 min · taken Aki 11-12 · taken Ren 12-13");
    let colour = format!("{SHOP} · 90 min · taken Aki 11-12 · taken Ren 12-13");
    let visit = visit(&[&[(&cut, 0), (&colour, 0)]]);
    // From 10:00 on the colour would run into what either of them has, from 11:30 on the cut.
    assert_eq!(listed(&visit), "11:00");
    let placed = place_visit(&visit, at(&visit, "11:00")).unwrap();
    assert_eq!(
        (placed.start, placed.end),
        (at(&visit, "11:00"), at(&visit, "13:30"))
    );
    let who: Vec<_> = placed.guests[0].iter().map(|one| one.resources()).collect();
    assert_ne!(who[0], who[1], "Ren cuts, Aki colours");
    assert_eq!(
        place_visit(&visit, at(&visit, "12:00")),
        Err(Refusal::OutsideHours)
    );
    assert_eq!(
        place_visit(&visit, at(&visit, "10:00")),
        Err(Refusal::Taken)
    );
}

#[test]
fn a_guest_may_wait_as_long_as_they_will() {
    let cut = format!("{SHOP} · 60 min · taken Aki 11-12 · taken Ren 11-12");
    let short = format!("{SHOP} · 30 min · taken Aki 11-12 · taken Ren 11-12");
    assert_eq!(listed(&visit(&[&[(&cut, 0), (&short, 0)]])), "12:00 12:30");
    let waits = visit(&[&[(&cut, 0), (&short, 60)]]);
    assert_eq!(listed(&waits), "10:00 12:00 12:30");
    let placed = place_visit(&waits, at(&waits, "10:00")).unwrap();
    assert_eq!(placed.guests[0][1].start, at(&waits, "12:00"));
    assert_eq!(listed(&visit(&[&[(&cut, 0), (&short, 55)]])), "12:00 12:30");
}

#[test]
fn whoever_has_the_guest_in_hand_goes_on_and_is_taken_once() {
    let cut = format!("{SHOP} · 60 min · buffers 10+10");
    let visit = visit(&[&[(&cut, 0), (&cut, 0)]]);
    let placed = place_visit(&visit, at(&visit, "11:00")).unwrap();
    let who: Vec<_> = placed.guests[0].iter().map(|one| one.resources()).collect();
    assert_eq!(who[0], who[1]);
    let seats = placed.seats();
    assert_eq!(seats.len(), 1);
    assert_eq!(
        (seats[0].2, seats[0].3),
        (at(&visit, "10:50"), at(&visit, "13:10"))
    );
}

#[test]
fn two_guests_side_by_side_need_two_people() {
    let cut = format!("{SHOP} · 60 min · taken Aki 11-12");
    let both = visit(&[&[(&cut, 0)], &[(&cut, 0)]]);
    assert_eq!(listed(&both), "10:00 12:00 12:30 13:00");
    let three = visit(&[&[(&cut, 0)], &[(&cut, 0)], &[(&cut, 0)]]);
    assert_eq!(listed(&three), "");
    assert_eq!(
        place_visit(&three, at(&three, "10:00")),
        Err(Refusal::NobodyWorking)
    );
    let placed = place_visit(&both, at(&both, "10:00")).unwrap();
    assert_ne!(
        placed.guests[0][0].resources(),
        placed.guests[1][0].resources()
    );
}

#[test]
fn another_guest_of_the_party_is_served_while_the_colour_sets() {
    let alone = "open 10-12 · every 30 · staff Aki";
    let colour = format!("{alone} · 90 min · processing 30+30");
    let fringe = format!("{alone} · 30 min");
    let wash = format!("{alone} · 30 min · taken Aki 12-14");
    let both = visit(&[&[(&colour, 0)], &[(&wash, 0), (&fringe, 0)]]);
    assert_eq!(listed(&both), "", "nobody washes from the start");
    let later = visit(&[&[(&fringe, 0), (&colour, 0)]]);
    assert_eq!(listed(&later), "10:00");
}

#[test]
fn a_class_begins_on_its_timetable_wherever_it_stands() {
    let lesson = "open 10-14 · 60 min · starts 12:00 · class Yoga seats 4";
    let talk = "open 10-14 · 30 min · every 30 · class Yoga seats 4";
    assert_eq!(listed(&visit(&[&[(talk, 0), (lesson, 0)]])), "11:30");
    assert_eq!(
        listed(&visit(&[&[(talk, 0), (lesson, 60)]])),
        "10:30 11:00 11:30"
    );
    assert_eq!(listed(&visit(&[&[(lesson, 0), (talk, 0)]])), "12:00");
}

#[test]
fn friends_take_a_seat_each() {
    let lesson = "open 10-14 · 60 min · starts 12:00 · class Yoga seats 3 · taken Yoga#1 12-13";
    let placed = place_visit(
        &visit(&[&[(lesson, 0)], &[(lesson, 0)]]),
        at(&visit(&[&[(lesson, 0)]]), "12:00"),
    );
    let placed = placed.unwrap();
    let seats: Vec<_> = placed.seats().iter().map(|one| one.1).collect();
    assert_eq!(seats, [0, 2]);
    let three = visit(&[&[(lesson, 0)], &[(lesson, 0)], &[(lesson, 0)]]);
    assert_eq!(
        place_visit(&three, at(&three, "12:00")),
        Err(Refusal::Taken)
    );
}

/// One to three services for one or two guests of one shop.
pub fn visits() -> impl Strategy<Value = Visit> {
    let line = (service(), needs(), select(vec![0_u32, 0, 10, 45]));
    let guests = prop::collection::vec(prop::collection::vec(line, 1..3), 1..3);
    (input(), guests).prop_map(|(shop, guests)| {
        let mut is_first = true;
        let mut line = |(service, needs, wait): (ServiceRules, Vec<_>, u32)| {
            let mut input = shop.clone();
            if !is_first {
                input.service = ServiceRules {
                    minutes: service.minutes.min(45),
                    notice_minutes: service.notice_minutes.min(60),
                    horizon_days: 9,
                    party: service.party.min(2),
                    ..service
                };
                input.needs = needs.into_iter().take(2).collect();
            }
            is_first = false;
            Line { input, wait }
        };
        let guests = guests.into_iter();
        Visit {
            guests: guests
                .map(|lines| lines.into_iter().map(&mut line).collect())
                .collect(),
        }
    })
}

fn exclusive(mut visit: Visit) -> Visit {
    for line in visit.guests.iter_mut().flatten() {
        for candidate in line
            .input
            .needs
            .iter_mut()
            .flat_map(|need| &mut need.candidates)
        {
            candidate.take = Take::Exclusive;
        }
    }
    visit
}

/// The properties prove nothing where no visit can be had, or nothing stands in its way.
#[test]
fn the_visits_that_are_tried_are_worth_trying() {
    let mut runner = TestRunner::deterministic();
    let tried: Vec<(usize, usize)> = (0..200)
        .map(|_| visits().new_tree(&mut runner).unwrap().current())
        .filter(|visit| visit.guests.iter().flatten().count() > 1)
        .map(|visit| {
            let free = free_visits(&visit).len();
            (free, free_slots(&visit.guests[0][0].input).len())
        })
        .collect();
    let offering = tried.iter().filter(|(free, _)| *free > 0).count();
    let fewer = tried
        .iter()
        .filter(|(free, first)| *free > 0 && free < first);
    let fewer = fewer.count();
    assert!(
        offering >= 20 && fewer >= 10,
        "{offering}, {fewer} of {}",
        tried.len()
    );
}

fn alone(input: &Input) -> Visit {
    Visit {
        guests: vec![vec![Line {
            input: input.clone(),
            wait: 0,
        }]],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_visit_of_one_service_is_that_service(input in input()) {
        let one = alone(&input);
        let slots: Vec<_> = free_slots(&input).iter().map(|slot| (slot.start, slot.end, slot.date)).collect();
        let visits: Vec<_> = free_visits(&one).iter().map(|slot| (slot.start, slot.end, slot.date)).collect();
        prop_assert_eq!(&visits, &slots);
        for (start, ..) in slots.iter().step_by(slots.len() / 5 + 1) {
            let placed = place_visit(&one, *start).unwrap();
            prop_assert_eq!(&placed.guests[0][0], &place(&input, *start).unwrap());
        }
    }

    #[test]
    fn what_is_listed_is_what_can_be_placed_and_nothing_is_taken_twice(visit in visits(), odd in 0..7_i64) {
        let slots = free_visits(&visit);
        let first = visit.guests[0][0].input.from.and_hms_opt(0, 0, 0).unwrap().and_utc() - TimeDelta::hours(20);
        let minutes = (0..4200).step_by(45).map(|minute| first + TimeDelta::minutes(minute + odd * 5));
        for start in minutes.chain(slots.iter().map(|slot| slot.start)) {
            let placed = place_visit(&visit, start);
            let listed = slots.iter().find(|slot| slot.start == start);
            prop_assert_eq!(placed.is_ok(), listed.is_some(), "{}: {:?}", start, placed);
            let (Ok(placed), Some(slot)) = (placed, listed) else { continue };
            prop_assert_eq!((placed.start, placed.end), (slot.start, slot.end));
            for (lines, asked) in placed.guests.iter().zip(&visit.guests) {
                prop_assert_eq!(lines.len(), asked.len());
                for (pair, line) in lines.windows(2).zip(asked.iter().skip(1)) {
                    let pause = pair[1].start - pair[0].end;
                    prop_assert!(pause >= TimeDelta::zero() && pause <= TimeDelta::minutes(i64::from(line.wait)));
                }
            }
            let seats = placed.seats();
            for (index, one) in seats.iter().enumerate() {
                for other in seats.iter().skip(index + 1) {
                    let same = (one.0, one.1) == (other.0, other.1);
                    prop_assert!(!same || one.3 < other.2 || other.3 < one.2);
                }
                let resource = visit.guests[0][0].input.resources.iter().find(|known| known.id == one.0).unwrap();
                for taken in resource.taken.iter().filter(|taken| taken.seat == one.1) {
                    prop_assert!(taken.end <= one.2 || one.3 <= taken.start);
                }
            }
        }
    }

    #[test]
    fn whatever_can_be_had_is_found(visit in visits().prop_map(exclusive)) {
        let found: Vec<_> = free_visits(&visit).iter().map(|slot| slot.start).collect();
        let everything = Everything::new(&visit);
        let starts = &everything.begins[0][0];
        let known: Vec<_> = Reference::new(&visit.guests[0][0].input)
            .begins()
            .iter()
            .filter(|begin| begin.refusal != Some(Refusal::TooFar) && starts.contains(&begin.at))
            .map(|begin| begin.at)
            .filter(|at| everything.can((0, 0), *at, *at, &mut Vec::new()))
            .collect();
        prop_assert_eq!(found, known);
    }
}
