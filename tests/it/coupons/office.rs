//! The owner's pages of coupons.

use super::{OFFICE, coupon};
use crate::{
    public::walk::says,
    support::{
        build::a_booking,
        people::{house, lines},
    },
};
use serde_json::json;

#[test]
fn a_coupon_is_made_shown_changed_deleted_and_had_back() {
    let (app, cast, aoi) = house();
    let empty = aoi.open("/ja/owner/aoi-salon/menu").follow("クーポン");
    says(&empty, &["クーポンはまだありません"]);
    let form = empty.follow("クーポンを追加");
    let wrong = form
        .fill("code", "春！")
        .fill("size", "101")
        .fill("first_date", "2026-12-02")
        .fill("last_date", "2026-12-01")
        .fill("most_uses", "0")
        .send("保存");
    assert_eq!(wrong.status, 422);
    for field in ["code", "name_ja", "size", "last_date", "most_uses"] {
        assert!(wrong.error(field).is_some(), "{field}");
    }
    assert_eq!(wrong.field("code").value, "春！", "what was typed stays");
    let list = wrong
        .fill("code", "ｓｐｒｉｎｇ-10")
        .fill("name_ja", "春の割引")
        .fill("size", "10")
        .fill("first_date", "")
        .fill("last_date", "2026-12-31")
        .fill("most_uses", "50")
        .fill("least", "3,000円")
        .fill("scope", "some")
        .tick(&format!("s-{}", cast.cut.id), "yes")
        .press("保存");
    says(
        &list,
        &[
            "SPRING-10",
            "春の割引",
            "10%引き",
            "0回利用（50回まで）",
            "3,000円以上の予約",
            "お一人1回まで",
            "対象: カット",
        ],
    );
    let again = list.follow("クーポンを追加");
    let taken = again
        .fill("code", "spring-10")
        .fill("name_ja", "別の割引")
        .fill("size", "5")
        .send("保存");
    assert_eq!(taken.status, 422);
    assert!(taken.error("code").unwrap().contains("同じコード"));
    let form = list.follow("SPRING-10");
    let changed = form
        .form()
        .fill("kind", "amount")
        .fill("size", "800")
        .press("保存");
    says(&changed, &["800円引き"]);
    let gone = changed.follow("SPRING-10").press("削除");
    assert!(!gone.text().contains("800円引き"));
    let back = gone.press("元に戻す");
    says(&back, &["SPRING-10", "800円引き"]);
    let trail = "select count(*) from audit.audit_logs where entity = 'coupons'";
    assert!(app.count(cast.salon.id, trail) >= 4);
}

/// What a coupon took off stands in the price of each booking.
const PRICED: &str = "update bookings.bookings b set price_snapshot_json = jsonb_set(b.price_snapshot_json, '{lines}', \
    b.price_snapshot_json -> 'lines' || '[{\"kind\": \"coupon\", \"name_ja\": \"春割\", \"name_en\": \"\", \
    \"quantity\": 1, \"amount\": 0, \"tax_rate_percent\": 10}]') \
    from bookings.coupon_uses u where u.booking_id = b.id";

#[test]
fn uses_are_counted_without_what_was_cancelled() {
    let (app, cast, aoi) = house();
    let id = coupon(
        &app,
        cast.salon.id,
        "TWICE",
        json!({"percent": 10, "most_uses": 2}),
    );
    for at in ["2026-11-25 10:00", "2026-11-26 10:00"] {
        let booking = a_booking(&app, &cast.salon, &cast.cut).at(at).build();
        let row = json!({"business_id": cast.salon.id, "coupon_id": id, "booking_id": booking.id});
        app.insert(cast.salon.id, "bookings.coupon_uses", row);
    }
    app.execute(cast.salon.id, PRICED);
    says(
        &aoi.open(OFFICE),
        &["2回利用（2回まで）", "上限に達しました"],
    );
    let cancel = "update bookings.bookings set status = 'cancelled', cancelled_by = 'business' where start_at = '2026-11-26 10:00+09'";
    app.execute(cast.salon.id, cancel);
    let page = aoi.open(OFFICE);
    says(&page, &["1回利用（2回まで）"]);
    assert!(!page.text().contains("上限に達しました"));
}

#[test]
fn two_who_write_the_same_coupon_see_both() {
    let (app, cast, aoi) = house();
    let id = coupon(&app, cast.salon.id, "BOTH", json!({"percent": 10}));
    let path = format!("{OFFICE}/{id}");
    let (first, second) = (aoi.open(&path), cast.aoi.sign_in(&app).open(&path));
    first.fill("name_ja", "あ1").press("保存");
    let late = second.fill("name_ja", "あ2").send("保存");
    assert_eq!(late.status, 409);
    says(&late, &["あ1"]);
    late.form().press("入力した内容で上書き");
    let kept = "select name_ja as line from catalog.coupons";
    assert_eq!(lines(&app, cast.salon.id, kept), ["あ2"]);
}

#[test]
fn nobody_reaches_the_coupons_of_another_shop() {
    let (app, cast, aoi) = house();
    let theirs = coupon(&app, cast.clinic.id, "THEIRS", json!({"percent": 10}));
    assert_eq!(aoi.open(&format!("{OFFICE}/{theirs}")).status, 404);
    assert!(!aoi.open(OFFICE).text().contains("THEIRS"));
}
