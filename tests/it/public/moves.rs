//! What moving a booking asks for, beside what cancelling costs: until when, how often, for how much; and nobody gets round the cap
//! of a day by moving.

use super::{
    change::{MOVE, MOVE_BUTTON, letters, opened, salon, stories},
    strict::Strict,
    walk::{JA, booked, held, says, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, a_business, a_service},
    people::house,
};
use serde_json::{Value, json};

fn rule(app: &TestApp, shop: &Business, moves: &Value) {
    let sql = format!("update catalog.cancellation_policies set moves_json = '{moves}'");
    app.execute(shop.id, sql);
}

fn fees(app: &TestApp, shop: &Business) -> i64 {
    let sql = "select coalesce(sum(coalesce(new_value, '0')::bigint - coalesce(old_value, '0')::bigint), 0)::bigint \
        from bookings.booking_history where field_changed = 'move_fee'";
    app.count(shop.id, sql)
}

/// On the way to the button: another time of that day.
fn chosen(home: &Page, time: &str) -> Page {
    home.follow(MOVE).follow("11月25日").press(time).strict()
}

#[test]
fn moving_costs_what_was_agreed_and_it_is_said_before_the_button() {
    let (app, shop, cut) = salon(json!({"change_until_minutes": 60}));
    let moves = json!({"until_hours": 3, "most": null, "steps": [
        {"hours_before": 48, "percent": 10}, {"hours_before": 24, "percent": 30}]});
    rule(&app, &shop, &moves);
    let check = told(&held(&app, &shop, &cut, "11月25日(水) 14:00"), &JA, &[]);
    says(
        &check,
        &[
            "日時の変更",
            "11月25日(水) 11:00まで変更できます",
            "30%（1,650円）",
        ],
    );
    let home = check.press(JA.confirm).strict();
    says(&home, &["10%（550円）"]);
    // Whatever the shop changes afterwards is for others.
    rule(&app, &shop, &json!({}));
    let free = chosen(&home, "15:00");
    says(&free, &["今なら無料で変更できます"]);
    app.clock().set(tokyo("2026-11-24 10:00"));
    // The page was shown while it was free.
    let changed = free.press(MOVE_BUTTON);
    assert!(changed.flash().unwrap().contains("変更料が変わりました"));
    says(&changed, &["変更料 550円がかかります"]);
    assert_eq!(fees(&app, &shop), 0);
    let moved = changed.press(MOVE_BUTTON);
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    says(&moved, &["変更料 550円をご来店時に頂戴します"]);
    assert_eq!(fees(&app, &shop), 550);
    let told = "and data_json ->> 'fee' = '550'";
    assert_eq!(letters(&app, &shop, "booking_changed", told), 1);
    assert_eq!(stories(&app, &shop, "start_at", "2026-11-25T06:00:00Z"), 1);
    app.clock().set(tokyo("2026-11-25 12:01"));
    let late = app.browser().open(&moved.url);
    assert!(!late.text().contains(MOVE), "three hours before the start");
}

#[test]
fn as_often_as_was_agreed_and_no_oftener() {
    let (app, shop, cut) = salon(json!({}));
    rule(&app, &shop, &json!({"most": 1}));
    let home = opened(&app, &shop, &cut);
    says(&home, &["あと1回変更できます"]);
    let moved = chosen(&home, "15:00").press(MOVE_BUTTON);
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    assert!(!moved.text().contains(MOVE));
    says(&moved, &["お店にご連絡ください"]);
    let again = [
        ("start", "2026-11-25T07:00:00Z"),
        ("version", "2"),
        ("fee", "0"),
    ];
    let refused = home.browser.post(&format!("{}/move", home.url), &again);
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert_eq!(stories(&app, &shop, "start_at", "2026-11-25T07:00:00Z"), 0);
}

#[test]
fn staff_waive_it_with_a_reason() {
    let (app, cast, aoi) = house();
    let policy = json!({"name": "標準", "hours_before": 1, "penalty_percent": 50, "steps_json": [], "no_show_percent": 0,
        "moves_json": {"steps": [{"hours_before": 8000, "percent": 20}]}});
    let own = format!(
        "update bookings.bookings set policy_snapshot_json = '{policy}' where id = '{}'",
        cast.booking.id
    );
    app.execute(cast.salon.id, own);
    let guest = app
        .browser()
        .open(&format!("/ja/bookings/{}", cast.booking.token));
    let moved = guest.follow(MOVE).press("15:00").press(MOVE_BUTTON);
    says(&moved, &["ご来店時に頂戴します"]);
    assert_eq!(fees(&app, &cast.salon), 1100);
    let page = aoi.open(&format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id));
    says(&page, &["未収の変更料 1,100円", "変更料 1,100円が発生"]);
    let form = page.follow("変更料を請求しない");
    let refused = form.form().send("請求しない");
    assert_eq!(refused.status, 422);
    assert!(refused.error("reason").is_some());
    let waived = form.fill("reason", "電車の遅れ").press("請求しない");
    assert_eq!(waived.flash().unwrap(), "変更料を請求しないことにしました");
    says(&waived, &["電車の遅れ"]);
    assert!(!waived.text().contains("未収の変更料"));
    assert_eq!(fees(&app, &cast.salon), 0);
}

#[test]
fn what_moving_has_cost_is_taken_at_the_till_and_stands_on_the_receipt() {
    let (app, cast, aoi) = house();
    let policy = json!({"name": "標準", "hours_before": 1, "penalty_percent": 50, "steps_json": [], "no_show_percent": 0,
        "moves_json": {"steps": [{"hours_before": 8000, "percent": 20}]}});
    let own = format!(
        "update bookings.bookings set policy_snapshot_json = '{policy}' where id = '{}'",
        cast.booking.id
    );
    app.execute(cast.salon.id, own);
    let guest = app
        .browser()
        .open(&format!("/ja/bookings/{}", cast.booking.token));
    guest.follow(MOVE).press("15:00").press(MOVE_BUTTON);
    app.execute(
        cast.salon.id,
        format!(
            "update bookings.bookings set status = 'arrived' where id = '{}'",
            cast.booking.id
        ),
    );
    let desk = format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id);
    let form = aoi.open(&format!("{desk}/payment"));
    assert_eq!(form.field("amount").value, "6600");
    says(&form, &["変更料", "1,100円", "6,600円"]);
    let part = form.fill("amount", "5500").press("会計済みにする");
    part.part("#payment", "残り1,100円");
    assert!(!part.text().contains("領収書"), "not yet");
    let paid = aoi.open(&format!("{desk}/payment")).press("会計済みにする");
    paid.part("#payment", "会計済み");
    says(&paid, &["変更料 1,100円は会計済みです"]);
    assert!(!paid.text().contains("変更料を請求しない"));
    let receipt = aoi.open(&format!("{desk}/receipt"));
    says(&receipt, &["変更料", "6,600円"]);
    let issued = receipt.fill("addressee", "小川").press("発行して印刷");
    says(&issued, &["変更料", "6,600円", "600円"]);
}

#[test]
fn a_policy_that_eats_itself_is_refused_where_it_is_typed() {
    let (app, cast, aoi) = house();
    let form = aoi.open("/ja/owner/aoi-salon/policies/new");
    for (typed, field) in [
        (vec![("move-until", "-1")], "move-until"),
        (
            vec![("move-hours-1", "24"), ("move-percent-1", "101")],
            "move-percent-1",
        ),
        (
            vec![
                ("move-hours-1", "48"),
                ("move-percent-1", "50"),
                ("move-hours-2", "24"),
                ("move-percent-2", "20"),
            ],
            "move-hours-2",
        ),
        (
            vec![
                ("move-until", "24"),
                ("move-hours-1", "12"),
                ("move-percent-1", "50"),
            ],
            "move-hours-1",
        ),
    ] {
        let mut filled = form.fill("name", "標準");
        for (name, value) in &typed {
            filled = filled.fill(name, value);
        }
        let refused = filled.send("保存");
        assert_eq!(refused.status, 422, "{field}");
        assert!(refused.error(field).is_some(), "{field}");
        for (name, value) in &typed {
            assert_eq!(refused.field(name).value, *value);
        }
    }
    form.fill("name", "標準")
        .fill("move-until", "12")
        .fill("move-most", "2")
        .fill("move-hours-1", "24")
        .fill("move-percent-1", "20")
        .press("保存");
    let kept = "select count(*) from catalog.cancellation_policies where moves_json = \
        '{\"until_hours\": 12, \"most\": 2, \"steps\": [{\"hours_before\": 24, \"percent\": 20}]}'";
    assert_eq!(app.count(cast.salon.id, kept), 1);
}

#[test]
fn a_guest_does_not_get_round_the_cap_of_a_day_by_moving() {
    let app = TestApp::start(TestOptions::default());
    let one = json!({"most_ahead": 5, "most_a_day": 1});
    let shop = a_business(&app).staff(2).settings(one).build();
    let cut = a_service(&app, &shop).build();
    let home = booked(&app, &shop, &cut, "11月25日(水) 14:00");
    booked(&app, &shop, &cut, "11月26日(木) 14:00");
    let browser = app.browser();
    let to = |day: &str, time: &str| {
        let page = browser.open(&home.url).follow(MOVE).follow(day);
        page.press(time).press(MOVE_BUTTON)
    };
    let listed = browser.open(&format!("{}/move?from=2026-11-26", home.url));
    let starts = listed.document().all("[name=start]").len();
    assert!(starts > 0, "the days after it");
    for button in listed.document().all("[name=start]") {
        let start = button.attr("value").unwrap();
        assert!(!start.starts_with("2026-11-26"), "{start}");
    }
    let path = format!("{}/move?start=2026-11-26T07%3A00%3A00Z", home.url);
    let refused = browser.open(&path).press(MOVE_BUTTON);
    assert_eq!(refused.status, 409);
    says(&refused, &["この日にすでに1件あります"]);
    let there = "select count(*) from bookings.bookings where business_date = '2026-11-25'";
    assert_eq!(app.count(shop.id, there), 1);
    assert_eq!(
        to("11月25日", "16:00").flash().unwrap(),
        "日時を変更しました",
        "its own day counts it once"
    );
}
