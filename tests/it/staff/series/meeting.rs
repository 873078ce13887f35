//! Two at once: the same form twice, and two series that want the same person at the same time.

use super::{BOOK, count, looked, made};
use crate::{
    staff::scene::Friday,
    support::{
        browser::Page,
        build::{a_booking, booking::Booked},
        sql,
    },
};
use std::sync::Barrier;

const SERIES: &str = "select count(*) from bookings.booking_series";
const MEMBERS: &str = "select count(*) from bookings.series_bookings";
/// Pairs of claims on the same seat of the same resource at the same time.
const OVERLAPS: &str = "select count(*) from scheduling.allocations a join scheduling.allocations b
    on a.resource_id = b.resource_id and a.seat = b.seat and a.id < b.id and a.during && b.during";

/// What is answered when all of these are pressed in the same moment.
fn at_once(pages: &[Page]) -> Vec<u16> {
    let start = Barrier::new(pages.len());
    let mut answers: Vec<u16> = std::thread::scope(|scope| {
        let running: Vec<_> = pages
            .iter()
            .map(|page| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    page.form().send(BOOK).status
                })
            })
            .collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    });
    answers.sort_unstable();
    answers
}

/// Another guest's Thursday with Ben's column, which is to be repeated on Fridays at two.
fn rival(friday: &Friday) -> Booked {
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named("小川", "凛")
        .on(friday.cast.salon.staff[1])
        .at("2026-11-26 14:00")
        .with(serde_json::json!({"is_nominated": true}))
        .build()
}

fn looked_by_the_rival(friday: &Friday, booked: &Booked) -> Page {
    let page = friday.aoi().open(&Friday::page_of(booked));
    let page = page.follow("くり返し予約にする");
    page.form()
        .untick("day-4")
        .tick("day-5", "yes")
        .fill("count", "4")
        .press("空きを確かめる")
}

#[test]
fn two_series_that_want_the_same_person_at_the_same_time_are_one_and_the_other_is_shown_again() {
    for _ in 0..3 {
        let friday = Friday::new();
        let other = rival(&friday);
        let pages = [looked(&friday, "4"), looked_by_the_rival(&friday, &other)];
        assert!(
            pages
                .iter()
                .all(|page| page.text().contains("3回分は、そのまま"))
        );
        assert_eq!(at_once(&pages), [303, 409]);
        assert_eq!((count(&friday, SERIES), count(&friday, MEMBERS)), (1, 4));
        assert_eq!(count(&friday, OVERLAPS), 0);
        let of_both = "select count(*) from bookings.bookings b join scheduling.allocations a on a.booking_id = b.id
            where b.business_date > '2026-11-26'";
        assert_eq!(
            count(&friday, of_both),
            3,
            "nothing of the other was booked"
        );
    }
}

#[test]
fn the_same_form_pressed_twice_at_once_makes_one_series() {
    let friday = Friday::new();
    let page = looked(&friday, "4");
    let answers = at_once(&[page.clone(), page.clone()]);
    assert_eq!(answers, [303, 303]);
    assert_eq!((count(&friday, SERIES), count(&friday, MEMBERS)), (1, 4));
    let again = page.form().send(BOOK);
    assert_eq!(again.status, 303, "and a third time, when all is done");
    assert_eq!(count(&friday, SERIES), 1);
}

#[test]
fn two_who_repeat_the_same_booking_make_one_series() {
    let friday = Friday::new();
    let pages = [looked(&friday, "4"), looked(&friday, "4")];
    assert_eq!(at_once(&pages), [303, 303]);
    assert_eq!((count(&friday, SERIES), count(&friday, MEMBERS)), (1, 4));
}

#[test]
fn a_series_that_fails_halfway_leaves_nothing() {
    let friday = Friday::new();
    let page = looked(&friday, "4");
    let fault =
        "alter table bookings.series_bookings add constraint fault check (place < 4) not valid";
    let connection = &mut sql::connect(friday.app.database_url());
    sql::run(connection, fault);
    assert_eq!(page.form().send(BOOK).status, 500);
    assert_eq!((count(&friday, SERIES), count(&friday, MEMBERS)), (0, 0));
    let taken = "select count(*) from scheduling.allocations a join bookings.bookings b on b.id = a.booking_id
        where b.business_date > '2026-11-21'";
    assert_eq!(count(&friday, taken), 0);
    sql::run(
        connection,
        "alter table bookings.series_bookings drop constraint fault",
    );
    made(&friday);
}
