//! What a coupon does to the tax of a price, and whether what was called off can stand again with it.

use super::coupon;
use crate::staff::scene::Friday;
use omotenashi::domain::catalog::{
    coupon_card::CouponCard,
    price::{Line, LineKind, Quote},
};
use serde_json::json;

fn line(kind: LineKind, amount: i64, rate: i16) -> Line {
    Line {
        kind,
        name_ja: "品".to_owned(),
        name_en: String::new(),
        quantity: 1,
        amount,
        tax_rate_percent: rate,
        option: None,
        part: None,
    }
}

fn card(percent: Option<i16>, amount_cents: Option<i64>) -> CouponCard {
    CouponCard {
        code: "SPRING".to_owned(),
        name_ja: "春割".to_owned(),
        name_en: String::new(),
        is_for_all: true,
        percent,
        amount_cents,
        least_cents: 0,
        first_date: None,
        last_date: None,
        most_uses: None,
        most_each: None,
        is_for_new: false,
    }
}

fn taken(card: &CouponCard, lines: &[Line]) -> Vec<(i16, i64)> {
    let quote = Quote {
        currency: "JPY".to_owned(),
        lines: lines.to_vec(),
        duration_minutes: 60,
    };
    let lines = card.lines(&quote);
    assert!(lines.iter().all(|line| line.kind == LineKind::Coupon));
    lines
        .iter()
        .map(|line| (line.tax_rate_percent, line.amount))
        .collect()
}

#[test]
fn what_is_taken_off_is_shared_out_by_rate_of_tax_and_no_yen_is_lost() {
    use LineKind::{Nomination, Option as Besides, Rule, Service};
    let cut = line(Service, 5500, 10);
    let tea = line(Besides, 1080, 8);
    let both = [cut.clone(), tea.clone()];
    assert_eq!(taken(&card(Some(10), None), &both), [(10, -550), (8, -108)]);
    assert_eq!(
        taken(&card(None, Some(1000)), &both),
        [(10, -835), (8, -165)]
    );
    assert_eq!(
        taken(&card(None, Some(99_999)), &both),
        [(10, -5500), (8, -1080)]
    );
    // One rate is one line, and the fee for choosing somebody is theirs.
    let chosen = [cut.clone(), line(Nomination, 500, 8)];
    assert_eq!(taken(&card(Some(10), None), &chosen), [(10, -550)]);
    // What a rule takes off is off the price before.
    let ruled = [cut, line(Rule, -500, 10), tea];
    assert_eq!(
        taken(&card(Some(100), None), &ruled),
        [(10, -5000), (8, -1080)]
    );
    assert_eq!(
        taken(&card(Some(10), None), &[line(Service, 0, 10)]),
        [(10, 0)]
    );
}

#[test]
fn what_was_called_off_does_not_stand_again_when_others_have_used_its_coupon_up() {
    let friday = Friday::new();
    let (app, salon) = (&friday.app, friday.cast.salon.id);
    let id = coupon(
        app,
        salon,
        "ONCE",
        json!({"amount_cents": 500, "most_uses": 1}),
    );
    let uses = |booking: String| {
        let row = json!({"business_id": salon, "coupon_id": id, "booking_id": booking});
        app.insert(salon, "bookings.coupon_uses", row);
        // What it took off stands in the price.
        let price = "update bookings.bookings b set price_snapshot_json = jsonb_set(b.price_snapshot_json, '{lines}', \
            b.price_snapshot_json -> 'lines' || '[{\"kind\": \"coupon\", \"name_ja\": \"割\", \"name_en\": \"\", \
            \"quantity\": 1, \"amount\": 0, \"tax_rate_percent\": 10}]') \
            from bookings.coupon_uses u where u.booking_id = b.id \
            and not b.price_snapshot_json @> '{\"lines\": [{\"kind\": \"coupon\"}]}'";
        app.execute(salon, price);
    };
    uses(friday.coming.id.to_string());
    let call_off = || {
        let page = friday.aoi().open(&Friday::page_of(&friday.coming));
        page.follow("キャンセル").press("予約をキャンセル")
    };
    let page = call_off();
    // Nobody else has used it meanwhile.
    let page = page.part(".flash", "キャンセル").press("元に戻す");
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    let page = call_off();
    uses(friday.late.id.to_string());
    let refused = page.part(".flash", "キャンセル").press("元に戻す");
    let said = refused.flash().unwrap();
    assert!(said.contains("上限"), "{said}");
    assert!(friday.status(&friday.coming, "cancelled"));
    let claims = format!(
        "select count(*) from scheduling.allocations where booking_id = '{}'",
        friday.coming.id
    );
    assert_eq!(app.count(salon, claims), 0, "its time stays free");
}
