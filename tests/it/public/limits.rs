//! How many guests may begin in a half-hour, whatever is free: what is not listed is refused, holds count, staff book beyond it,
//! and of many at once no more have a place than there are.

use super::{
    change::CANCEL,
    race::{attempt, generous, patient, rush},
    walk::{JA, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service},
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use uuid::Uuid;

const SATURDAY: &str = "2026-11-21";
const LIVING: &str = "select count(*) from bookings.bookings where status = 'confirmed'";

/// So many may begin in a half-hour of that Saturday.
fn limit(app: &TestApp, shop: &Business, minute: i64, most: i64) {
    let row =
        json!({"business_id": shop.id, "date": SATURDAY, "start_minute": minute, "most": most});
    app.insert(shop.id, "scheduling.start_limit_dates", row);
}

/// Whether the table of a service has a button for a start.
fn offers(app: &TestApp, shop: &Business, service: &Service, start: DateTime<Utc>) -> bool {
    let page = app
        .browser()
        .open(&times("ja", shop, service, "&view=table"));
    let document = page.document();
    let buttons = document.all("table.slots button[name=start]").into_iter();
    buttons
        .filter_map(|button| button.attr("value"))
        .any(|value| DateTime::parse_from_rfc3339(value).unwrap() == start)
}

fn hold(app: &TestApp, shop: &Business, service: &Service, start: DateTime<Utc>) -> Page {
    app.browser().post(
        &format!("/ja/b/{}/book/hold", shop.slug),
        &[
            ("key", &Uuid::new_v4().simple().to_string()),
            ("service", &service.id.to_string()),
            ("party", "1"),
            ("start", &start.to_rfc3339()),
        ],
    )
}

/// Three who serve, a service that begins every fifteen minutes, and another.
fn busy() -> (TestApp, Business, Service, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(3).build();
    let quarter = json!({"slot_step_minutes": 15});
    let cut = a_service(&app, &shop).with(quarter.clone()).build();
    let fringe = a_service(&app, &shop)
        .named("前髪", "Fringe")
        .minutes(30)
        .with(quarter)
        .build();
    (app, shop, cut, fringe)
}

#[test]
fn what_begins_counts_for_every_service_and_holds_count_too() {
    let (app, shop, cut, fringe) = busy();
    let (two, quarter) = (tokyo("2026-11-21 14:00"), tokyo("2026-11-21 14:15"));
    limit(&app, &shop, 840, 1);
    assert!(offers(&app, &shop, &cut, two) && offers(&app, &shop, &fringe, quarter));
    assert_eq!(hold(&app, &shop, &cut, two).status, 303);
    for service in [&cut, &fringe] {
        assert!(!offers(&app, &shop, service, quarter));
        assert_eq!(hold(&app, &shop, service, quarter).status, 409);
    }
    assert!(offers(&app, &shop, &cut, two + TimeDelta::minutes(30)));
    // The hold runs out, and its place is there again.
    app.clock().set(app.clock().now() + TimeDelta::minutes(11));
    assert!(offers(&app, &shop, &fringe, quarter));
    assert_eq!(hold(&app, &shop, &fringe, quarter).status, 303);
}

#[test]
fn a_hold_moves_within_its_own_half_hour() {
    let (app, shop, cut, _) = busy();
    limit(&app, &shop, 840, 1);
    let browser = app.browser();
    for wall in ["2026-11-21 14:00", "2026-11-21 14:15"] {
        let held = browser.post(
            &format!("/ja/b/{}/book/hold", shop.slug),
            &[
                ("key", "0123456789abcdef0123456789abcdef"),
                ("service", &cut.id.to_string()),
                ("party", "1"),
                ("start", &tokyo(wall).to_rfc3339()),
            ],
        );
        assert_eq!(held.status, 303, "{wall}: {}", held.text());
    }
}

#[test]
fn what_staff_book_counts_and_is_not_limited_and_what_is_called_off_gives_its_place_back() {
    let (app, shop, cut, _) = busy();
    let two = tokyo("2026-11-21 14:00");
    let booked = a_booking(&app, &shop, &cut)
        .on(shop.staff[0])
        .at("2026-11-21 14:00")
        .build();
    limit(&app, &shop, 840, 1);
    assert!(!offers(&app, &shop, &cut, two));
    let own = format!(
        "delete from scheduling.allocations where booking_id = '{}'",
        booked.id
    );
    app.execute(shop.id, own);
    assert!(offers(&app, &shop, &cut, two), "it takes no time any more");
}

#[test]
fn a_booking_is_called_off_by_its_guest_and_another_has_its_place() {
    let (app, shop, cut, _) = busy();
    let two = tokyo("2026-11-21 14:00");
    limit(&app, &shop, 840, 1);
    let page = told(&hold(&app, &shop, &cut, two).settled(), &JA, &[]);
    let page = page.press(JA.confirm);
    assert_eq!(page.heading(), "ご予約が確定しました");
    assert!(!offers(&app, &shop, &cut, two));
    let gone = app.browser().open(&page.url).follow(CANCEL).press(CANCEL);
    assert_eq!(gone.heading(), "この予約はキャンセルされています");
    assert!(offers(&app, &shop, &cut, two));
}

#[test]
fn without_a_limit_no_page_asks_anything_more_and_with_one_one_thing() {
    let (app, shop, cut, _) = busy();
    let path = times("ja", &shop, &cut, "&view=table");
    let asked = || {
        app.browser().open(&path);
        let before = app.statements();
        app.browser().open(&path);
        app.statements() - before
    };
    let free = asked();
    // Of another day, nothing is counted either.
    let row = json!({"business_id": shop.id, "date": "2027-03-01", "start_minute": 840, "most": 1});
    app.insert(shop.id, "scheduling.start_limit_dates", row);
    assert_eq!(asked(), free);
    limit(&app, &shop, 840, 1);
    assert_eq!(asked(), free + 1);
}

#[test]
fn of_sixty_at_once_no_more_begin_than_the_half_hour_has_places() {
    let app = patient();
    let shop = generous(&app, 6);
    let cut = a_service(&app, &shop)
        .with(json!({"slot_step_minutes": 15}))
        .build();
    limit(&app, &shop, 840, 3);
    let two = tokyo("2026-11-21 14:00");
    // Half of them a quarter of an hour later, with other people: the half-hour alone stands between them.
    let (booked, told) = rush(60, |place| {
        let later = TimeDelta::minutes(if place % 2 == 0 { 0 } else { 15 });
        attempt(&app, &shop, cut.id, two + later)
    });
    assert_eq!((booked, told), (3, 57));
    assert_eq!(app.count(shop.id, LIVING), 3);
}

#[test]
fn of_two_who_need_different_people_one_has_the_last_place() {
    let app = patient();
    let shop = generous(&app, 2);
    let services = [0, 1].map(|place: usize| {
        let name = format!("メニュー{place}");
        a_service(&app, &shop)
            .named(&name, &name)
            .by(&[shop.staff[place]])
            .build()
    });
    limit(&app, &shop, 840, 1);
    let two = tokyo("2026-11-21 14:00");
    let (booked, _) = rush(20, |place| {
        attempt(&app, &shop, services[place % 2].id, two)
    });
    assert_eq!((booked, app.count(shop.id, LIVING)), (1, 1));
}
