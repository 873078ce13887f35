//! Many at once: what was free for one is given to one, everybody else is told cleanly, and nobody waits for somebody
//! who waits for them.

use super::{
    strict::Strict,
    walk::{JA, free, held, is_free, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Browser,
    build::{Business, Service, a_business, a_service},
    wait::wait_for,
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::{
    base::{
        ids::{ResourceId, ServiceId},
        lang::Lang,
        token::Token,
    },
    db::run::house,
    domain::{
        bookings::create::{self, Create, CreateError},
        businesses::profile,
    },
};
use serde_json::json;
use std::{
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};
use uuid::Uuid;

/// How many are under way at once.
const IN_FLIGHT: usize = 64;
const AT_TWO: &str = "11月21日(土) 14:00";

/// A site whose requests wait for their turn as long as it takes, so that the answer is the booking's and not the
/// queue's; and one address may hold as much as it likes, because everybody here comes from the same one.
fn patient() -> TestApp {
    TestApp::start(TestOptions {
        connections: 8,
        wait: Duration::from_secs(50),
        ..TestOptions::default()
    })
}

/// How an attempt ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Booked,
    /// Told so, with so many other times to choose from.
    JustTaken(usize),
}

/// One person's whole attempt: hold, details, final check.
fn attempt(app: &TestApp, shop: &Business, service: ServiceId, start: DateTime<Utc>) -> End {
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
    let done = told(&answer.settled().strict(), &JA, &[]).strict();
    let done = done.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    End::Booked
}

/// So many attempts, as many at once as the machine bears: how many were booked, and how many told with three others.
fn rush(times: usize, attempt: impl Fn(usize) -> End + Sync) -> (usize, usize) {
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

fn generous(app: &TestApp, staff: usize) -> Business {
    a_business(app)
        .staff(staff)
        .settings(json!({"holds_per_client": 100_000}))
        .build()
}

/// Pairs of claims on the same seat of the same resource at the same time.
fn overlaps(app: &TestApp, shop: &Business) -> i64 {
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

/// Two services that need the same person and the same room, linked in opposite order, so that whoever locks in the
/// order of the rows meets the other half way.
fn crossing(app: &TestApp) -> (Business, [Service; 2]) {
    let shop = generous(app, 1);
    let room = json!({"business_id": shop.id, "resource_type": "room", "name": "個室"});
    let room = ResourceId(app.insert(shop.id, "scheduling.resources", room));
    let one = a_service(app, &shop).by(&[shop.staff[0], room]).build();
    let other = a_service(app, &shop)
        .named("カラー", "Colour")
        .by(&[room, shop.staff[0]])
        .build();
    (shop, [one, other])
}

#[test]
fn two_who_need_the_same_two_things_never_wait_for_each_other() {
    let app = patient();
    let (shop, services) = crossing(&app);
    let mut longest = Duration::ZERO;
    for round in 0..100 {
        let (day, hour) = (round / 8, round % 8);
        let start = tokyo("2026-11-21 10:00") + TimeDelta::days(day) + TimeDelta::hours(hour);
        let began = Instant::now();
        let ends = std::thread::scope(|scope| {
            let [one, other] = services.each_ref().map(|service| {
                let (app, shop) = (&app, &shop);
                scope.spawn(move || hold_only(&app.browser(), shop, service.id, start))
            });
            [one.join().unwrap(), other.join().unwrap()]
        });
        longest = longest.max(began.elapsed());
        let mut ends = ends;
        ends.sort_unstable();
        assert_eq!(ends, [303, 409], "round {round}");
    }
    // PostgreSQL ends a deadlock after a second and the house tries again, so nobody would see it; but it is counted.
    let deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
    assert_eq!(
        app.count(shop.id, deadlocks),
        0,
        "the longest round took {longest:?}"
    );
    assert_eq!(overlaps(&app, &shop), 0);
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        200
    );
}

fn hold_only(browser: &Browser, shop: &Business, service: ServiceId, start: DateTime<Utc>) -> u16 {
    let key = Uuid::new_v4().simple().to_string();
    let path = format!("/ja/b/{}/book/hold", shop.slug);
    let (service, start) = (service.to_string(), start.to_rfc3339());
    let pairs = [
        ("key", key.as_str()),
        ("service", &service),
        ("party", "1"),
        ("start", &start),
    ];
    browser.post(&path, &pairs).status
}

#[test]
fn ten_thousand_lapsed_holds_are_in_nobodys_way() {
    let app = patient();
    let shop = generous(&app, 1);
    let cut = a_service(&app, &shop).build();
    app.execute(shop.id, format!(
        "insert into scheduling.reservations (business_id, service_id, token_hash, idempotency_key, start_at, end_at,
            business_date, expires_at)
         select '{}', '{}', sha256(n::text::bytea), 'lapsed-hold-' || n, '2026-11-21 05:00+00', '2026-11-21 06:00+00',
            '2026-11-21', '2026-11-20 00:30+00' from generate_series(1, 10000) n",
        shop.id, cut.id
    ));
    let lapsed = format!(
        "insert into scheduling.allocations (business_id, resource_id, seat, start_at, end_at, reservation_id, expires_at)
         select business_id, '{}', row_number() over () - 1, start_at, end_at, id, expires_at from scheduling.reservations",
        shop.staff[0]
    );
    assert_eq!(app.execute(shop.id, lapsed), 10_000);
    let began = Instant::now();
    let table = app.browser().open(&times("ja", &shop, &cut, "")).strict();
    assert!(is_free(&table, AT_TWO));
    let details = table.press(&free(AT_TWO)).strict();
    assert!(
        began.elapsed() < Duration::from_secs(4),
        "{:?}",
        began.elapsed()
    );
    let done = told(&details, &JA, &[]).press(JA.confirm);
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from scheduling.allocations where expires_at is not null"
        ),
        0
    );
}

#[test]
fn a_hold_counts_until_its_last_second_and_not_at_its_end() {
    let end = tokyo("2026-11-20 10:10");
    for (seconds, books) in [(-1, true), (0, false), (1, false)] {
        let app = TestApp::start(TestOptions::default());
        let shop = a_business(&app).staff(1).build();
        let cut = a_service(&app, &shop).build();
        let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
        app.clock().set(end + TimeDelta::seconds(seconds));
        let others = app.browser().open(&times("ja", &shop, &cut, ""));
        assert_eq!(is_free(&others, AT_TWO), !books, "{seconds} s");
        let answer = check.form().send(JA.confirm).settled().strict();
        let booked = app.count(shop.id, "select count(*) from bookings");
        assert_eq!(
            (answer.status == 200, booked == 1),
            (books, books),
            "{seconds} s"
        );
    }
}

#[test]
fn a_booking_that_is_overtaken_by_its_own_end_has_all_of_its_time_or_is_none() {
    let app = patient();
    let shop = generous(&app, 2);
    let room = json!({"business_id": shop.id, "resource_type": "room", "name": "個室"});
    let room = ResourceId(app.insert(shop.id, "scheduling.resources", room));
    let mine = a_service(&app, &shop).by(&[shop.staff[0], room]).build();
    let theirs = a_service(&app, &shop)
        .named("カラー", "Colour")
        .by(&[shop.staff[1], room])
        .build();
    let check = told(&held(&app, &shop, &mine, AT_TWO), &JA, &[]);
    let token = Token::parse(check.url.rsplit('=').next().unwrap()).unwrap();
    let secret = app.secret().to_vec();
    let (tell_begun, begun) = mpsc::sync_channel(1);
    let (go, may_go) = mpsc::sync_channel::<()>(1);
    let may_go = std::sync::Mutex::new(may_go);
    let (db, business) = (app.db().clone(), shop.id);
    let slow = std::thread::spawn(move || {
        wait_for(async move {
            db.tenant(house(business), move |tx| {
                tell_begun.send(()).ok();
                may_go.lock().unwrap().recv().ok();
                let profile = profile::own(tx)?.unwrap();
                let (lang, seen_total) = (Lang::Ja, 5500);
                let command = Create {
                    profile: &profile,
                    hold: &token,
                    seen_total,
                    lang,
                    secret: &secret,
                };
                create::create(tx, &command)
            })
            .await
        })
    });
    begun.recv().unwrap();
    app.clock().set(tokyo("2026-11-20 10:11"));
    held(&app, &shop, &theirs, AT_TWO);
    go.send(()).unwrap();
    let ended = slow.join().unwrap();
    assert!(matches!(ended, Err(CreateError::Expired)), "{ended:?}");
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 0);
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        2,
        "theirs alone"
    );
}
