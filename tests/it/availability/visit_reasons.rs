//! Why a visit cannot begin at a time: of which service it is, and of each by itself.

use super::visits::visit;
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::domain::scheduling::availability::{
    Refusal, Visit, VisitReasons, place_visit, visit_reasons,
};

const SHOP: &str = "open 10-14 · every 30 · staff Aki · staff Ren";

fn at(visit: &Visit, hour: i64, minute: i64) -> DateTime<Utc> {
    let midnight = visit.guests[0][0].input.from.and_hms_opt(0, 0, 0).unwrap();
    (midnight + TimeDelta::minutes((hour - 9) * 60 + minute)).and_utc()
}

fn asked(guests: &[&[(&str, u32)]], (hour, minute): (i64, i64)) -> VisitReasons {
    let visit = visit(guests);
    let start = at(&visit, hour, minute);
    let found = visit_reasons(&visit, start);
    assert_eq!(
        found.whole,
        place_visit(&visit, start).err(),
        "as locks would say"
    );
    assert_eq!(found.about.is_some(), found.whole.is_some());
    found
}

fn by_line(found: &VisitReasons) -> Vec<Option<Refusal>> {
    let lines = found.lines.iter();
    lines.map(|line| line.reasons.first().copied()).collect()
}

#[test]
fn of_each_service_it_is_said_when_it_is_reached() {
    let cut = format!("{SHOP} · 60 min");
    let busy = format!("{SHOP} · 45 min · taken Aki 11-12 · taken Ren 11-12");
    let free = asked(&[&[(&cut, 0), (&cut, 0)]], (10, 0));
    assert_eq!((free.whole, by_line(&free)), (None, vec![None, None]));
    let cut = format!("{SHOP} · 60 min · taken Aki 11-12 · taken Ren 11-12");
    let second = asked(&[&[(&cut, 0), (&busy, 0)]], (10, 0));
    assert_eq!(second.about, Some(1));
    assert_eq!(by_line(&second), [None, Some(Refusal::Taken)]);
    assert_eq!(second.by_itself(), Some(Refusal::Taken));
    let visit = visit(&[&[(&cut, 0), (&busy, 0)]]);
    assert_eq!(second.lines[1].start, at(&visit, 11, 0), "after the cut");
}

#[test]
fn the_first_service_begins_where_the_menu_lets_it_and_others_when_they_are_reached() {
    let odd = format!("{SHOP} · 50 min");
    let fine = asked(&[&[(&odd, 0), (&odd, 0)]], (10, 0));
    assert_eq!(
        by_line(&fine),
        [None, None],
        "ten to eleven is no start of a menu"
    );
    let wrong = asked(&[&[(&odd, 0), (&odd, 0)]], (10, 10));
    assert_eq!(wrong.about, Some(0));
    assert_eq!(wrong.by_itself(), Some(Refusal::NotAStart));
}

#[test]
fn what_runs_past_closing_is_the_last_one() {
    let long = format!("{SHOP} · 120 min");
    let late = asked(&[&[(&long, 0), (&long, 0)]], (11, 0));
    assert_eq!(late.about, Some(1));
    assert_eq!(by_line(&late), [None, Some(Refusal::OutsideHours)]);
}

#[test]
fn where_each_could_be_had_and_not_all_it_is_the_first_that_does_not_go_beside_the_others() {
    let alone = "open 10-14 · every 30 · staff Aki · 60 min";
    let both = asked(&[&[(alone, 0)], &[(alone, 0)]], (10, 0));
    assert_eq!(both.about, Some(1));
    assert_eq!(by_line(&both), [None, None]);
    assert_eq!(
        (both.by_itself(), both.whole),
        (None, Some(Refusal::NobodyWorking))
    );
}
