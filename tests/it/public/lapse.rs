//! A hold's last second, and what is left of holds that are over.

use super::{
    hold::AT_TWO,
    race::{generous, patient},
    strict::Strict,
    walk::{JA, free, held, is_free, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{Business, a_business, a_service},
    wait::wait_for,
};
use chrono::TimeDelta;
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
    sync::mpsc,
    time::{Duration, Instant},
};

#[test]
fn ten_thousand_lapsed_holds_are_in_nobodys_way() {
    let app = patient();
    let shop = generous(&app, 1);
    let cut = a_service(&app, &shop).build();
    // The quickest of several, because the machine may have other things to do.
    let quickest = || {
        let visit = |_| {
            let began = Instant::now();
            app.browser().open(&times("ja", &shop, &cut, ""));
            began.elapsed()
        };
        (0..5).map(visit).min().unwrap()
    };
    let before = quickest();
    // A few at a time: a busy machine must not take a statement's longest time for them.
    let seats: usize = (0..20)
        .map(|part| lapse(&app, &shop, cut.id, part * 500))
        .sum();
    assert_eq!(seats, 10_000);
    let after = quickest();
    assert!(
        after < before * 10 + Duration::from_millis(200),
        "{before:?} became {after:?}"
    );
    let table = app.browser().open(&times("ja", &shop, &cut, "")).strict();
    assert!(is_free(&table, AT_TWO));
    let details = table.press(&free(AT_TWO)).strict();
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

/// Five hundred holds of the first person that are over, counted from `first`; returns how many seats they left.
fn lapse(app: &TestApp, shop: &Business, service: ServiceId, first: usize) -> usize {
    let (business, staff, last) = (shop.id, shop.staff[0], first + 499);
    let holds = format!(
        "insert into scheduling.reservations (business_id, service_id, token_hash, idempotency_key, start_at, end_at,
            business_date, expires_at)
         select '{business}', '{service}', sha256(n::text::bytea), 'lapsed-hold-' || n, '2026-11-21 05:00+00',
            '2026-11-21 06:00+00', '2026-11-21', '2026-11-20 00:30+00' from generate_series({first}, {last}) n"
    );
    assert_eq!(app.execute(business, holds), 500);
    let seats = format!(
        "insert into scheduling.allocations (business_id, resource_id, seat, start_at, end_at, reservation_id, expires_at)
         select business_id, '{staff}', split_part(idempotency_key, '-', 3)::integer, start_at, end_at, id, expires_at
         from scheduling.reservations r where not exists (
            select 1 from scheduling.allocations a where a.business_id = r.business_id and a.reservation_id = r.id)"
    );
    app.execute(business, seats)
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
                    asks: false,
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
