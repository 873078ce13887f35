//! Many at once: what was free for one is given to one, and everybody else is told cleanly.

use super::{
    strict::Strict,
    walk::{JA, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{Business, a_business, a_service},
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::base::ids::{ResourceId, ServiceId};
use serde_json::json;
use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};
use uuid::Uuid;

/// How many are under way at once.
const IN_FLIGHT: usize = 64;

/// A site whose requests wait for their turn as long as it takes, so that the answer is the booking's and not the
/// queue's; and one address may hold as much as it likes, because everybody here comes from the same one.
pub fn patient() -> TestApp {
    TestApp::start(TestOptions {
        connections: 8,
        wait: Duration::from_secs(50),
        ..TestOptions::default()
    })
}

/// How an attempt ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    Booked,
    /// Told so, with so many other times to choose from.
    JustTaken(usize),
}

/// One person's whole attempt: hold, details, final check.
pub fn attempt(app: &TestApp, shop: &Business, service: ServiceId, start: DateTime<Utc>) -> End {
    let browser = app.browser();
    let key = Uuid::new_v4().simple().to_string();
    let answer = browser.post(
        &format!("/ja/b/{}/book/hold", shop.slug),
        &[
            ("key", &key),
            ("service", &service.to_string()),
            ("party", "1"),
            ("start", &start.to_rfc3339()),
        ],
    );
    if answer.status == 409 {
        let answer = answer.strict();
        assert!(
            answer
                .text()
                .contains("ほかのお客様の予約が先に確定しました")
        );
        return End::JustTaken(answer.document().all(".times-wide button").len());
    }
    assert_eq!(answer.status, 303, "{}", answer.text());
    // Everybody with an address of their own: five bookings with one are all that may lie ahead.
    let own = [("phone", ""), ("email", &*format!("{key}@example.com"))];
    let done = told(&answer.settled().strict(), &JA, &own).strict();
    let done = done.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    End::Booked
}

/// So many attempts, as many at once as the machine bears: how many were booked, and how many told with three others.
pub fn rush(times: usize, attempt: impl Fn(usize) -> End + Sync) -> (usize, usize) {
    let next = AtomicUsize::new(0);
    let ends: Vec<End> = std::thread::scope(|scope| {
        let run = || {
            let mine = std::iter::from_fn(|| {
                let place = next.fetch_add(1, Ordering::SeqCst);
                (place < times).then(|| attempt(place))
            });
            mine.collect::<Vec<_>>()
        };
        let threads: Vec<_> = (0..IN_FLIGHT).map(|_| scope.spawn(run)).collect();
        let ends = threads.into_iter().map(|thread| thread.join().unwrap());
        ends.flatten().collect()
    });
    let count = |wanted: End| ends.iter().filter(|end| **end == wanted).count();
    (count(End::Booked), count(End::JustTaken(3)))
}

pub fn generous(app: &TestApp, staff: usize) -> Business {
    a_business(app)
        .staff(staff)
        .settings(json!({"holds_per_client": 100_000}))
        .build()
}

/// Pairs of claims on the same seat of the same resource at the same time.
pub fn overlaps(app: &TestApp, shop: &Business) -> i64 {
    let pairs = "select count(*) from scheduling.allocations a join scheduling.allocations b
        on a.resource_id = b.resource_id and a.seat = b.seat and a.id < b.id and a.during && b.during";
    app.count(shop.id, pairs)
}

#[test]
fn five_hundred_at_one_chair_are_one_booking_and_four_hundred_and_ninety_nine_told() {
    let app = patient();
    let shop = generous(&app, 1);
    let cut = a_service(&app, &shop).build();
    let start = tokyo("2026-11-21 14:00");
    let ends = rush(500, |_| attempt(&app, &shop, cut.id, start));
    assert_eq!(ends, (1, 499));
    for table in [
        "bookings.bookings",
        "scheduling.allocations",
        "scheduling.reservations",
        "queue.queue_jobs",
    ] {
        assert_eq!(
            app.count(shop.id, format!("select count(*) from {table}")),
            1,
            "{table}"
        );
    }
}

#[test]
fn a_class_of_five_takes_exactly_five() {
    let app = patient();
    let shop = generous(&app, 0);
    let room =
        json!({"business_id": shop.id, "resource_type": "room", "name": "スタジオ", "capacity": 5});
    let room = ResourceId(app.insert(shop.id, "scheduling.resources", room));
    let yoga = a_service(&app, &shop).seats_of(room).build();
    let start = tokyo("2026-11-21 14:00");
    let ends = rush(60, |_| attempt(&app, &shop, yoga.id, start));
    assert_eq!(ends, (5, 55));
    let seats = "select count(distinct seat) from scheduling.allocations where booking_id is not null and seat < 5";
    assert_eq!(app.count(shop.id, seats), 5);
}

#[test]
fn one_more_than_there_are_staff_is_told_and_the_others_have_one_each() {
    let app = patient();
    let shop = generous(&app, 4);
    let cut = a_service(&app, &shop).build();
    for (day, people) in [("2026-11-21 14:00", 5), ("2026-11-22 14:00", 20)] {
        let start = tokyo(day);
        assert_eq!(
            rush(people, |_| attempt(&app, &shop, cut.id, start)),
            (4, people - 4)
        );
        let staff = format!(
            "select count(distinct resource_id) from bookings where start_at = '{}'",
            start.to_rfc3339()
        );
        assert_eq!(app.count(shop.id, staff), 4);
    }
}

#[test]
fn services_of_different_lengths_with_buffers_never_lie_over_each_other() {
    let app = patient();
    let shop = generous(&app, 2);
    let short = a_service(&app, &shop)
        .named("前髪", "Fringe")
        .minutes(30)
        .with(json!({"buffer_after": 15, "slot_step_minutes": 15}))
        .build();
    let long = a_service(&app, &shop)
        .with(json!({"buffer_before": 10, "slot_step_minutes": 20}))
        .build();
    let first = tokyo("2026-11-21 10:00");
    let (booked, told) = rush(120, |place| {
        let step = i64::try_from(place / 2 % 12).unwrap();
        let (service, minutes) = if place % 2 == 0 {
            (&short, 15)
        } else {
            (&long, 20)
        };
        attempt(
            &app,
            &shop,
            service.id,
            first + TimeDelta::minutes(step * minutes),
        )
    });
    assert_eq!(booked + told, 120);
    assert!(booked >= 4, "{booked} could be had");
    assert_eq!(overlaps(&app, &shop), 0);
    let beside = "select count(*) from bookings a join bookings b on a.resource_id = b.resource_id and a.id < b.id
        and tstzrange(a.start_at, a.end_at) && tstzrange(b.start_at, b.end_at)";
    assert_eq!(app.count(shop.id, beside), 0);
    let claims = "select count(*) from scheduling.allocations where booking_id is not null";
    assert_eq!(app.count(shop.id, claims), i64::try_from(booked).unwrap());
}
