//! A guest types a code on the final check.

use super::{USE, coupon};
use crate::{
    public::{
        strict::Strict,
        walk::{JA, held, says, told},
    },
    support::{
        app::{TestApp, TestOptions},
        browser::Page,
        build::{Business, Service, a_business, a_service},
        people::lines,
    },
};
use serde_json::json;

const TOTALS: &str = "select price_cents::text as line from bookings.bookings order by created_at";
const KEPT: &str = "select count(*) from bookings.coupon_uses";

/// 佐藤 and another, from ten to seven; a cut of an hour for 5,500 yen.
fn shop() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(2).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

fn checked(app: &TestApp, shop: &Business, cut: &Service, when: &str) -> Page {
    told(&held(app, shop, cut, when), &JA, &[]).strict()
}

/// Somebody else, so that they have no card yet.
fn of_another(app: &TestApp, shop: &Business, cut: &Service, when: &str) -> Page {
    let own = [("phone", "090-9999-0001"), ("email", "other@example.com")];
    told(&held(app, shop, cut, when), &JA, &own).strict()
}

#[test]
fn a_code_makes_it_cheaper_before_the_button_and_on_the_booking() {
    let (app, shop, cut) = shop();
    let plain = checked(&app, &shop, &cut, "11月25日(水) 14:00");
    assert!(
        !plain.text().contains("クーポン"),
        "a shop without coupons asks for none"
    );
    let until = json!({"percent": 10, "last_date": "2026-11-30"});
    coupon(&app, shop.id, "SPRING-10", until);
    let check = app.browser().open(&plain.url);
    let used = check.fill("code", "ｓｐｒｉｎｇ－10 ").press(USE).strict();
    says(
        &used,
        &["クーポン（春割）", "-550円", "4,950円", "2026年11月30日"],
    );
    let done = used.press(JA.confirm).strict();
    says(&done, &["クーポン（春割）", "-550円", "4,950円"]);
    assert_eq!(lines(&app, shop.id, TOTALS), ["4950"]);
    assert_eq!(app.count(shop.id, KEPT), 1);
}

#[test]
fn a_code_that_cannot_be_used_is_said_and_the_booking_goes_on_without_it() {
    let (app, shop, cut) = shop();
    let other = a_service(&app, &shop).named("カラー", "Colour").build();
    let some = coupon(
        &app,
        shop.id,
        "COLOUR",
        json!({"percent": 50, "is_for_all": false}),
    );
    let tie = json!({"business_id": shop.id, "coupon_id": some, "service_id": other.id});
    app.insert(shop.id, "catalog.coupon_services", tie);
    coupon(
        &app,
        shop.id,
        "EARLY",
        json!({"percent": 50, "first_date": "2026-12-01"}),
    );
    coupon(
        &app,
        shop.id,
        "LATE",
        json!({"percent": 50, "last_date": "2026-11-19"}),
    );
    coupon(
        &app,
        shop.id,
        "MUCH",
        json!({"percent": 50, "least_cents": 6000}),
    );
    let gone = json!({"percent": 50, "deleted_at": "2026-11-19 10:00+09"});
    coupon(&app, shop.id, "GONE", gone);
    let mut page = checked(&app, &shop, &cut, "11月25日(水) 14:00");
    for (code, said) in [
        ("COLOUR", "選んだメニューには使えません"),
        ("EARLY", "2026年12月1日"),
        ("LATE", "過ぎています"),
        ("MUCH", "6,000円以上"),
        ("GONE", "見つかりません"),
        ("<b>nonsense</b>", "見つかりません"),
    ] {
        let refused = page.fill("code", code).send(USE);
        assert_eq!(refused.status, 422, "{code}");
        says(&refused, &[said, "5,500円"]);
        page = refused;
    }
    let without = page.press("クーポンを使わない").strict();
    assert!(!without.text().contains("見つかりません"));
    without.press(JA.confirm).strict();
    assert_eq!(lines(&app, shop.id, TOTALS), ["5500"]);
    assert_eq!(app.count(shop.id, KEPT), 0);
}

#[test]
fn one_guest_uses_it_so_often_and_only_whoever_is_new_what_is_for_them() {
    let (app, shop, cut) = shop();
    coupon(
        &app,
        shop.id,
        "ONCE",
        json!({"amount_cents": 1000, "most_each": 1}),
    );
    coupon(
        &app,
        shop.id,
        "HELLO",
        json!({"amount_cents": 2000, "is_for_new": true}),
    );
    let first = checked(&app, &shop, &cut, "11月25日(水) 14:00");
    first
        .fill("code", "once")
        .press(USE)
        .press(JA.confirm)
        .strict();
    let again = checked(&app, &shop, &cut, "11月26日(木) 14:00");
    let again = again.fill("code", "once").press(USE);
    says(&again, &["4,500円"]);
    let refused = again.form().send(JA.confirm);
    assert_eq!(refused.status, 409);
    says(&refused, &["お一人で使える回数", "5,500円"]);
    let known = refused
        .fill("code", "hello")
        .press(USE)
        .form()
        .send(JA.confirm);
    assert_eq!(known.status, 409);
    says(&known, &["はじめての方だけ", "5,500円"]);
    known.press(JA.confirm).strict();
    let new = of_another(&app, &shop, &cut, "11月24日(火) 14:00");
    new.fill("code", "hello")
        .press(USE)
        .press(JA.confirm)
        .strict();
    assert_eq!(lines(&app, shop.id, TOTALS), ["3500", "4500", "5500"]);
}

#[test]
fn what_is_cancelled_gives_its_use_back() {
    let (app, shop, cut) = shop();
    coupon(
        &app,
        shop.id,
        "LAST",
        json!({"amount_cents": 99_999, "most_uses": 1}),
    );
    let check = checked(&app, &shop, &cut, "11月25日(水) 14:00");
    let done = check
        .fill("code", "last")
        .press(USE)
        .press(JA.confirm)
        .strict();
    says(&done, &["-5,500円"]);
    let other = of_another(&app, &shop, &cut, "11月26日(木) 14:00");
    let late = other.fill("code", "last").send(USE);
    assert_eq!(late.status, 422);
    says(&late, &["利用回数の上限に達しました", "5,500円"]);
    let cancelled = "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer'";
    app.execute(shop.id, cancelled);
    let now = late.fill("code", "last").press(USE);
    says(&now, &["-5,500円"]);
    now.press(JA.confirm).strict();
    assert_eq!(lines(&app, shop.id, TOTALS), ["0", "0"]);
}

#[test]
fn what_the_shop_never_answered_has_used_nothing_and_leaves_its_guest_new() {
    let (app, shop, cut) = shop();
    let first = json!({"percent": 10, "most_uses": 1, "most_each": 1, "is_for_new": true});
    coupon(&app, shop.id, "FIRST", first);
    for when in ["11月25日(水) 14:00", "11月26日(木) 14:00"] {
        let check = checked(&app, &shop, &cut, when);
        let used = check.fill("code", "first").press(USE).strict();
        used.press(JA.confirm).strict();
        app.execute(shop.id, "update bookings.bookings set status = 'expired'");
    }
    assert_eq!(lines(&app, shop.id, TOTALS), ["4950", "4950"]);
}
