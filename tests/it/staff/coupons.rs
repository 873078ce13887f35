//! Coupons at the counter: the same rules as for guests, at the box where the code is typed.

use super::scene::{DESK, Friday};
use crate::{
    public::walk::says,
    support::{
        app::tokyo,
        browser::Page,
        build::{a_booking, booking::Booked},
        people::lines,
    },
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use uuid::Uuid;

const USES: &str = "select count(*) from bookings.coupon_uses";

fn coupon(friday: &Friday, code: &str, columns: Value) -> Uuid {
    let mut row = json!({
        "business_id": friday.cast.salon.id, "code": code, "name_ja": "春割", "name_en": "Spring",
        "amount_cents": 1000,
    });
    for (column, value) in columns.as_object().unwrap() {
        row[column] = value.clone();
    }
    friday
        .app
        .insert(friday.cast.salon.id, "catalog.coupons", row)
}

fn new(friday: &Friday, time: &str, code: &str) -> Page {
    friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", time)
        .fill("family_kana", "やまもと")
        .fill("coupon", code)
        .press("予約を追加")
}

fn on(friday: &Friday, booked: &Booked, code: &str) -> Page {
    friday
        .aoi()
        .open(&Friday::page_of(booked))
        .follow("クーポンを使う")
        .fill("coupon", code)
        .send("クーポンを使う")
}

fn prices(friday: &Friday) -> Vec<String> {
    let sql = "select b.price_cents::text as line from bookings.coupon_uses u join bookings.bookings b on b.id = u.booking_id order by 1";
    lines(&friday.app, friday.cast.salon.id, sql)
}

#[test]
fn a_code_typed_on_a_new_booking_makes_it_cheaper_or_says_why_not() {
    let friday = Friday::new();
    let plain = friday.aoi().open(&format!("{DESK}/bookings/new"));
    assert!(!plain.html.contains("name=\"coupon\""), "there are none");
    coupon(&friday, "SPRING", json!({"most_uses": 1}));
    coupon(&friday, "RICH", json!({"least_cents": 90000}));
    for (code, said) in [
        ("nothing", "見つかりません"),
        ("RICH", "90,000円以上の予約で使えます"),
    ] {
        let refused = new(&friday, "1430", code);
        assert_eq!(refused.status, 422, "{code}");
        assert!(refused.error("coupon").unwrap().contains(said), "{code}");
        assert_eq!(refused.field("coupon").value, code, "what was typed stays");
        assert_eq!(refused.field("family_kana").value, "やまもと");
    }
    let taken = new(&friday, "1430", "ｓｐｒｉｎｇ");
    says(&taken, &["-1,000円", "4,500円"]);
    assert_eq!(prices(&friday), ["4500"]);
    let used_up = new(&friday, "1600", "SPRING");
    assert!(used_up.error("coupon").unwrap().contains("上限"));
    assert_eq!(friday.app.count(friday.cast.salon.id, USES), 1);
}

#[test]
fn a_booking_that_stands_gets_one_before_it_is_paid() {
    let friday = Friday::new();
    coupon(&friday, "SPRING", json!({"is_for_new": true}));
    coupon(&friday, "OTHER", json!({}));
    let other = a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .at("2026-11-27 11:00")
        .with(json!({}))
        .build();
    // Everybody here shares one number, so nobody is new.
    let refused = on(&friday, &other, "spring");
    assert_eq!(refused.status, 422);
    assert!(refused.error("coupon").unwrap().contains("はじめての方"));
    let used = on(&friday, &other, "other").settled();
    assert_eq!(used.flash().unwrap(), "クーポンを使いました");
    says(&used, &["-1,000円", "クーポンOTHERを使いました"]);
    assert!(!used.text().contains("クーポンを使う"), "one a booking");
    assert_eq!(friday.app.count(friday.cast.salon.id, USES), 1);
    // Over a page that was opened before, nothing is written.
    let page = friday
        .aoi()
        .open(&format!("{}/coupon", Friday::page_of(&friday.coming)));
    friday.app.execute(
        friday.cast.salon.id,
        format!(
            "update bookings.bookings set version = version + 1 where id = '{}'",
            friday.coming.id
        ),
    );
    let late = page.fill("coupon", "other").press("クーポンを使う");
    assert!(late.flash().unwrap().contains("ほかの人が先に変更しました"));
    assert_eq!(friday.app.count(friday.cast.salon.id, USES), 1);
}

#[test]
fn what_was_called_off_does_not_stand_again_over_the_uses_of_its_coupon() {
    let friday = Friday::new();
    coupon(&friday, "SPRING", json!({"most_uses": 1, "most_each": 9}));
    let used = on(&friday, &friday.coming, "SPRING").settled();
    assert_eq!(used.flash().unwrap(), "クーポンを使いました");
    let called_off = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .follow("キャンセル")
        .press("予約をキャンセル");
    assert!(called_off.flash().is_some());
    // Its use is free, and somebody else has it.
    let other = new(&friday, "1430", "SPRING");
    says(&other, &["-1,000円"]);
    friday
        .app
        .clock()
        .set(tokyo("2026-11-20 12:15") + TimeDelta::minutes(2));
    let undo = friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .press("元に戻す");
    assert!(
        undo.flash().unwrap().contains("クーポンは利用の上限"),
        "{:?}",
        undo.flash()
    );
    assert!(friday.status(&friday.coming, "cancelled"));
    friday.app.execute(
        friday.cast.salon.id,
        "update catalog.coupons set most_uses = 2",
    );
    friday
        .aoi()
        .open(&Friday::page_of(&friday.coming))
        .press("元に戻す");
    assert!(friday.status(&friday.coming, "confirmed"));
}

#[test]
fn a_coupon_is_taken_off_for_a_reason_and_can_be_used_again() {
    let friday = Friday::new();
    coupon(&friday, "SPRING", json!({"most_uses": 1}));
    on(&friday, &friday.coming, "SPRING").settled();
    assert_eq!(prices(&friday), ["4500"]);
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    let form = page.follow("クーポンを外す");
    says(&form, &["合計は4,500円から5,500円になります"]);
    let refused = form.press("クーポンを外す");
    assert_eq!(refused.status, 422);
    assert!(refused.error("reason").is_some());
    let done = refused
        .fill("reason", "期限切れでした")
        .press("クーポンを外す");
    assert_eq!(done.flash().unwrap(), "クーポンを外しました");
    says(&done, &["クーポンSPRINGを外しました", "期限切れでした"]);
    assert!(!done.text().contains("-1,000円"));
    assert_eq!(friday.app.count(friday.cast.salon.id, USES), 0);
    let price = format!(
        "select price_cents from bookings.bookings where id = '{}'",
        friday.coming.id
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, price), 5500);
    // Its only use is free again.
    says(&new(&friday, "1430", "SPRING"), &["-1,000円"]);
}

#[test]
fn a_coupon_stays_on_what_is_paid_and_on_what_was_changed_meanwhile() {
    let friday = Friday::new();
    coupon(&friday, "SPRING", json!({}));
    on(&friday, &friday.serving, "SPRING").settled();
    let page = Friday::page_of(&friday.serving);
    let late = friday.aoi().open(&format!("{page}/coupon-off"));
    friday
        .aoi()
        .open(&format!("{page}/payment"))
        .press("会計済みにする");
    let told = late.fill("reason", "まちがい").press("クーポンを外す");
    assert!(told.flash().unwrap().contains("ほかの人が先に変更しました"));
    assert_eq!(prices(&friday), ["4500"]);
    let paid = friday.aoi().open(&page);
    assert!(!paid.text().contains("クーポンを外す"));
}
