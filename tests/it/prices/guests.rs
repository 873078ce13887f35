//! What guests see of rules of prices, and what they pay.

use super::rule;
use crate::{
    public::{
        strict::Strict,
        walk::{JA, held, says, times, told},
    },
    support::{
        app::{TestApp, TestOptions},
        build::{Business, Service, a_business, a_service},
        people::{house, lines},
    },
};
use serde_json::json;

const TOTAL: &str = "select price_cents::text as line from bookings.bookings";

/// 佐藤 alone, from ten to seven; a cut of an hour for 5,500 yen.
fn shop() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

#[test]
fn a_guest_sees_why_it_costs_less_and_pays_what_they_saw() {
    let (app, shop, cut) = shop();
    let saturdays = json!({"days": 64, "percent": -10});
    let id = rule(&app, shop.id, ("土曜割", "Saturday offer"), saturdays);
    let window = app.browser().open(&format!("/ja/b/{}", shop.slug)).strict();
    says(&window, &["4,950円〜", "日時などで変わります"]);
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    says(&table.strict(), &["4,950円〜", "土曜割（土曜日）: 10%引き"]);
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let check = told(&details, &JA, &[]).strict();
    says(&check, &["土曜割", "-550円", "4,950円"]);
    let done = check.press(JA.confirm).strict();
    says(&done, &["土曜割", "-550円", "4,950円"]);
    assert_eq!(lines(&app, shop.id, TOTAL), ["4950"]);
    // What was agreed stays (S0-82).
    let dearer = format!("update catalog.pricing_rules set percent = 50 where id = '{id}'");
    app.execute(shop.id, dearer);
    says(
        &app.browser().open(&done.url),
        &["土曜割", "-550円", "4,950円"],
    );
}

#[test]
fn on_another_day_the_rule_is_not_there() {
    let (app, shop, cut) = shop();
    let saturdays = json!({"days": 64, "percent": -10});
    rule(&app, shop.id, ("土曜割", "Saturday offer"), saturdays);
    let details = held(&app, &shop, &cut, "11月25日(水) 14:00");
    let check = told(&details, &JA, &[]).strict();
    says(&check, &["5,500円"]);
    assert!(!check.text().contains("土曜割"));
    check.press(JA.confirm).strict();
    assert_eq!(lines(&app, shop.id, TOTAL), ["5500"]);
}

#[test]
fn a_rule_about_other_services_changes_nothing_here() {
    let (app, shop, cut) = shop();
    let other = a_service(&app, &shop).named("カラー", "Colour").build();
    let some = json!({"is_for_all": false, "amount_cents": -1000});
    let id = rule(&app, shop.id, ("カラー割", "Colour offer"), some);
    let tie = json!({"business_id": shop.id, "service_id": other.id, "rule_id": id});
    app.insert(shop.id, "catalog.service_pricing_rules", tie);
    let page = |service: &Service| app.browser().open(&times("ja", &shop, service, ""));
    says(
        &page(&other),
        &["4,500円", "カラー割: 1名につき1,000円引き"],
    );
    assert!(
        !page(&other).text().contains("4,500円〜"),
        "it always holds"
    );
    assert!(!page(&cut).text().contains("カラー割"));
}

#[test]
fn a_rule_that_is_over_is_told_to_nobody() {
    let (app, shop, cut) = shop();
    for (name, last) in [("秋割", "2026-11-19"), ("冬割", "2026-11-20")] {
        let until = json!({"percent": -10, "last_date": last});
        rule(&app, shop.id, (name, "Offer"), until);
    }
    let page = app.browser().open(&times("ja", &shop, &cut, ""));
    says(&page, &["冬割"]);
    assert!(!page.text().contains("秋割"));
}

#[test]
fn a_price_that_changes_before_the_button_is_shown_again() {
    let (app, shop, cut) = shop();
    let check = told(&held(&app, &shop, &cut, "11月21日(土) 14:00"), &JA, &[]);
    let more = json!({"amount_cents": 500});
    rule(&app, shop.id, ("年末料金", "Season"), more);
    let again = check.form().send(JA.confirm);
    assert_eq!(again.status, 409);
    says(&again, &["年末料金", "6,000円"]);
    assert_eq!(lines(&app, shop.id, TOTAL), [""; 0]);
    again.press(JA.confirm);
    assert_eq!(lines(&app, shop.id, TOTAL), ["6000"]);
}

#[test]
fn a_booking_by_hand_costs_what_a_guest_would_pay() {
    let (app, cast, aoi) = house();
    let wednesdays = json!({"days": 8, "percent": -10});
    rule(&app, cast.salon.id, ("水曜割", "Wednesdays"), wednesdays);
    let form = aoi.open("/ja/staff/aoi-salon/bookings/new");
    let form = form
        .fill("service", &cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .press("空き時間を見る");
    says(&form, &["合計（税込） 4,950円"]);
    let done = form.fill("family", "山本").press("予約を追加");
    assert_eq!(done.status, 200, "{:?}", done.errors());
    says(&done, &["水曜割", "4,950円"]);
    let kept = "select price_cents::text as line from bookings.bookings where source = 'phone'";
    assert_eq!(lines(&app, cast.salon.id, kept), ["4950"]);
}
