//! How much one guest books by themselves, and until when they move what they could not call off for nothing any more.

use super::{
    change::{MOVE, MOVE_BUTTON, opened, salon},
    race::{attempt, generous, patient, rush},
    strict::Strict,
    walk::{JA, held, is_free, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service},
    people::house,
};
use chrono::TimeDelta;
use serde_json::json;
use std::{sync::Barrier, thread};
use uuid::Uuid;

const LIVING: &str = "select count(*) from bookings.bookings where status = 'confirmed'";

/// The last press of somebody who is always the same.
fn book(app: &TestApp, shop: &Business, cut: &Service, when: &str) -> Page {
    let check = told(&held(app, shop, cut, when), &JA, &[]).strict();
    check.form().send(JA.confirm)
}

#[test]
fn a_guest_books_as_much_as_the_shop_says_and_no_more() {
    let app = TestApp::start(TestOptions::default());
    let few = json!({"most_ahead": 3, "most_a_day": 2});
    let shop = a_business(&app).staff(1).settings(few).build();
    let cut = a_service(&app, &shop).build();
    for when in ["11月21日(土) 11:00", "11月21日(土) 12:00"] {
        assert_eq!(book(&app, &shop, &cut, when).status, 303, "{when}");
    }
    let third = book(&app, &shop, &cut, "11月21日(土) 14:00");
    assert_eq!(third.status, 409);
    let said = "同じご連絡先の予約が、この日にすでに2件あります";
    assert!(third.text().contains(said), "{}", third.text());
    assert_eq!(book(&app, &shop, &cut, "11月22日(日) 11:00").status, 303);
    let fourth = book(&app, &shop, &cut, "11月24日(火) 11:00");
    assert_eq!(fourth.status, 409);
    let said = "同じご連絡先の予約がすでに3件あります";
    assert!(fourth.text().contains(said), "{}", fourth.text());
    // What is called off counts on no day.
    let gone = "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer'
        where start_at = '2026-11-21 11:00+09'";
    assert_eq!(app.execute(shop.id, gone), 1);
    assert_eq!(book(&app, &shop, &cut, "11月21日(土) 16:00").status, 303);
    assert_eq!(app.count(shop.id, LIVING), 3);
    // Nor does what the shop never answered.
    let lapsed =
        "update bookings.bookings set status = 'expired' where start_at = '2026-11-21 12:00+09'";
    assert_eq!(app.execute(shop.id, lapsed), 1);
    assert_eq!(book(&app, &shop, &cut, "11月21日(土) 17:00").status, 303);
}

#[test]
fn of_eight_presses_of_one_guest_at_once_one_is_booked() {
    const PRESSES: usize = 8;
    let app = patient();
    let shop = generous(&app, PRESSES);
    let one = "update businesses.business_settings set most_a_day = 1";
    app.execute(shop.id, one);
    let cut = a_service(&app, &shop).build();
    let start = Barrier::new(PRESSES);
    let statuses: Vec<u16> = thread::scope(|scope| {
        let press = || {
            let held = app.browser().post(
                &format!("/ja/b/{}/book/hold", shop.slug),
                &[
                    ("key", &Uuid::new_v4().simple().to_string()),
                    ("service", &cut.id.to_string()),
                    ("party", "1"),
                    ("start", &tokyo("2026-11-25 14:00").to_rfc3339()),
                ],
            );
            let check = told(&held.settled(), &JA, &[]);
            start.wait();
            check.form().send(JA.confirm).status
        };
        let presses: Vec<_> = (0..PRESSES).map(|_| scope.spawn(press)).collect();
        let statuses = presses.into_iter().map(|press| press.join().unwrap());
        statuses.collect()
    });
    let booked = statuses.iter().filter(|status| **status == 303).count();
    let refused = statuses.iter().filter(|status| **status == 409).count();
    assert_eq!((booked, refused), (1, PRESSES - 1), "{statuses:?}");
    assert_eq!(app.count(shop.id, LIVING), 1);
}

#[test]
fn as_many_begin_on_a_day_and_in_a_week_as_the_shop_says() {
    let app = TestApp::start(TestOptions::default());
    let caps = json!({"most_starts_a_day": 2, "most_starts_a_week": 3});
    let shop = a_business(&app).staff(3).settings(caps).build();
    let cut = a_service(&app, &shop).build();
    let offers = |when: &str| {
        let table = times("ja", &shop, &cut, "&from=2026-11-24&view=table");
        is_free(&app.browser().open(&table), when)
    };
    let at = |wall: &str| a_booking(&app, &shop, &cut).at(wall).build();
    at("2026-11-25 10:00");
    assert!(offers("11月25日(水) 14:00"));
    // What is held counts as what is booked does.
    held(&app, &shop, &cut, "11月25日(水) 12:00");
    assert!(!offers("11月25日(水) 14:00"), "two begin that day");
    assert!(offers("11月26日(木) 14:00"));
    let refused = app.browser().post(
        &format!("/ja/b/{}/book/hold", shop.slug),
        &[
            ("key", &Uuid::new_v4().simple().to_string()),
            ("service", &cut.id.to_string()),
            ("party", "1"),
            ("start", &tokyo("2026-11-25 14:00").to_rfc3339()),
        ],
    );
    assert_eq!(refused.status, 409);
    at("2026-11-29 10:00");
    assert!(!offers("11月26日(木) 14:00"), "three begin that week");
    assert!(offers("11月30日(月) 14:00"), "the next begins on Monday");
    app.clock().set(app.clock().now() + TimeDelta::minutes(11));
    assert!(offers("11月25日(水) 14:00"), "the hold has lapsed");
}

#[test]
fn of_many_at_once_no_more_begin_on_a_day_than_may() {
    let app = patient();
    let shop = generous(&app, 8);
    let two = "update businesses.business_settings set most_starts_a_day = 2";
    app.execute(shop.id, two);
    let cut = a_service(&app, &shop).build();
    let (booked, _) = rush(16, |place| {
        let hours = TimeDelta::hours(i64::try_from(place % 8).unwrap());
        attempt(&app, &shop, cut.id, tokyo("2026-11-25 10:00") + hours)
    });
    assert_eq!(booked, 2);
    assert_eq!(app.count(shop.id, LIVING), 2);
}

#[test]
fn where_the_shop_says_so_a_booking_is_moved_only_while_calling_it_off_is_free() {
    // Two days before on, calling off costs half; the shop itself would let guests move until three hours before.
    let settings = json!({"change_until_minutes": 180, "moves_while_free": true});
    let (app, shop, cut) = salon(settings);
    app.execute(
        shop.id,
        "update catalog.cancellation_policies set hours_before = 48",
    );
    let page = opened(&app, &shop, &cut);
    let until = page.text();
    assert!(
        until.contains("11月23日") && until.contains("14:00まで変更できます"),
        "{until}"
    );
    let check = page.follow(MOVE).strict().press("15:00").strict();
    app.clock().set(tokyo("2026-11-23 14:01"));
    let late = check.browser.open(&page.url);
    assert!(!late.text().contains("まで変更できます"));
    let refused = check.press(MOVE_BUTTON);
    assert!(
        refused.text().contains("オンラインで変更できません"),
        "{}",
        refused.text()
    );
    let free = "update businesses.business_settings set moves_while_free = false";
    app.execute(shop.id, free);
    let again = check.browser.open(&page.url);
    assert!(again.text().contains("11月25日(水) 11:00まで変更できます"));
}

#[test]
fn an_owner_says_how_much_one_guest_books() {
    let (app, cast, aoi) = house();
    let form = aoi.open("/ja/owner/aoi-salon/rules");
    assert_eq!(form.field("most_ahead").value, "5");
    assert_eq!(form.field("most_a_day").value, "");
    let looked = form
        .fill("most_ahead", "2")
        .fill("most_a_day", "1")
        .tick("moves_while_free", "yes")
        .press("保存");
    assert_eq!(looked.flash().unwrap(), "予約の受け方を保存しました");
    let kept = "select count(*) from businesses.business_settings \
        where most_ahead = 2 and most_a_day = 1 and moves_while_free";
    assert_eq!(app.count(cast.salon.id, kept), 1);
    aoi.open("/ja/owner/aoi-salon/rules")
        .fill("most_a_day", "")
        .press("保存");
    let none = "select count(*) from businesses.business_settings where most_a_day is null";
    assert_eq!(app.count(cast.salon.id, none), 1);
}
