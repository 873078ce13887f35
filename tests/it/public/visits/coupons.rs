//! A coupon counts for each service of a visit that it is for, whichever comes first, and nothing is taken off twice.

use super::{
    pages::visit,
    part::off,
    part_pages::{counter, to},
    shop::Shop,
};
use crate::{
    public::{
        strict::Strict,
        walk::{JA, free, says, told},
    },
    support::{browser::Page, people::lines},
};
use omotenashi::base::ids::{BookingId, ServiceId};
use serde_json::{Value, json};

const TEN: &str = "11月24日(火) 10:00";
const USE: &str = "クーポンを使う";

/// A coupon of these services, or of all.
fn coupon(shop: &Shop, columns: Value, only: &[ServiceId]) {
    let mut row = json!({
        "business_id": shop.business.id, "code": "SPRING", "name_ja": "春割", "name_en": "Spring", "is_for_all": only.is_empty(),
    });
    for (column, value) in columns.as_object().unwrap() {
        row[column] = value.clone();
    }
    let id = shop.app.insert(shop.business.id, "catalog.coupons", row);
    for service in only {
        let tie = json!({"business_id": shop.business.id, "coupon_id": id, "service_id": service});
        shop.app
            .insert(shop.business.id, "catalog.coupon_services", tie);
    }
}

/// The final check of a cut and a colour, with the code typed.
fn checked(shop: &Shop) -> Page {
    let page = visit(shop, &format!("{}_{}", shop.cut, shop.colour), "");
    let details = page.press(&free(TEN)).strict();
    let check = told(&details, &JA, &[]).strict();
    check.fill("code", "spring").press(USE)
}

/// What the coupon takes off, service by service, and the total.
fn taken(shop: &Shop) -> Vec<String> {
    let query = "select (line ->> 'part') || ' ' || (line ->> 'amount') as line from bookings.bookings, \
        jsonb_array_elements(price_snapshot_json -> 'lines') line where line ->> 'kind' = 'coupon' \
        union all select 'total ' || price_cents from bookings.bookings \
        where price_cents = (select sum((line ->> 'amount')::int) from jsonb_array_elements(price_snapshot_json -> 'lines') line) \
        order by 1";
    lines(&shop.app, shop.business.id, query)
}

fn booking(shop: &Shop) -> BookingId {
    let id = lines(
        &shop.app,
        shop.business.id,
        "select id::text as line from bookings.bookings",
    );
    id[0].parse().unwrap()
}

#[test]
fn a_coupon_of_the_second_service_counts() {
    let shop = Shop::of(2);
    coupon(&shop, json!({"percent": 10}), &[shop.colour]);
    let check = checked(&shop).strict();
    says(&check, &["クーポン（春割）", "-770円", "12,430円"]);
    let done = check.press(JA.confirm).strict();
    says(&done, &["クーポン（春割）", "-770円", "12,430円"]);
    assert_eq!(taken(&shop), ["1 -770", "total 12430"]);
    // Off with its service, and nothing of it is left.
    off(&shop, booking(&shop), 1, (1, Some(0)));
    assert_eq!(taken(&shop), ["total 5500"]);
    let uses = shop.app.tenant(shop.business.id, |tx| {
        omotenashi::domain::bookings::coupon::uses(tx)
    });
    assert!(uses.is_empty(), "it can be used again");
}

#[test]
fn a_coupon_of_neither_is_refused() {
    let shop = Shop::of(2);
    let other = crate::support::build::a_service(&shop.app, &shop.business)
        .named("パーマ", "Perm")
        .build()
        .id;
    coupon(&shop, json!({"percent": 10}), &[other]);
    let refused = checked(&shop);
    assert_eq!(refused.status, 422);
    assert!(refused.error("code").is_some());
}

#[test]
fn percent_of_all_are_taken_off_each() {
    let shop = Shop::of(2);
    coupon(&shop, json!({"percent": 10}), &[]);
    checked(&shop).press(JA.confirm);
    assert_eq!(taken(&shop), ["0 -550", "1 -770", "total 11880"]);
    off(&shop, booking(&shop), 0, (1, Some(0)));
    assert_eq!(taken(&shop), ["1 -770", "total 6930"]);
}

#[test]
fn an_amount_is_taken_off_once_and_stays_with_what_is_left() {
    let shop = Shop::of(2);
    coupon(&shop, json!({"amount_cents": 1000}), &[]);
    checked(&shop).press(JA.confirm);
    assert_eq!(taken(&shop), ["0 -416", "1 -584", "total 12200"]);
    off(&shop, booking(&shop), 0, (1, Some(0)));
    assert_eq!(taken(&shop), ["1 -1000", "total 6700"]);
}

#[test]
fn what_stands_again_takes_its_share_of_the_amount_back() {
    let shop = Shop::of(2);
    coupon(&shop, json!({"amount_cents": 1000}), &[]);
    checked(&shop).press(JA.confirm);
    let (browser, there) = counter(&shop, booking(&shop));
    let page = browser.open(&there);
    let asked = to(&browser, &page, "/parts/0/cancel");
    let done = asked.press("このメニューを取り消す");
    assert_eq!(taken(&shop), ["1 -1000", "total 6700"]);
    done.part(".flash", "").press("元に戻す");
    assert_eq!(taken(&shop), ["0 -416", "1 -584", "total 12200"]);
}

#[test]
fn the_least_price_is_that_of_all_of_it() {
    let shop = Shop::of(2);
    let least = json!({"amount_cents": 1000, "least_cents": 13_200});
    coupon(&shop, least, &[shop.colour]);
    checked(&shop).press(JA.confirm);
    assert_eq!(taken(&shop), ["1 -1000", "total 12200"]);
    let more = Shop::of(2);
    let least = json!({"amount_cents": 1000, "least_cents": 13_201});
    coupon(&more, least, &[more.colour]);
    assert_eq!(checked(&more).status, 422);
}
