//! Who is blocked cannot book online; staff are told, and may book.

use super::{CARDS, house};
use crate::{public::walk, support::app::TestApp};
use omotenashi::base::ids::BusinessId;

fn blocked(app: &TestApp, shop: BusinessId, by: &str) {
    let row = format!(
        "insert into customers.customers (business_id, name, {by}, blocked_at, blocked_reason)
         values (platform.business(), '山田 花子', now(), '料金の未払い')"
    );
    let row = match by {
        "email" => row.replace("'山田 花子'", "'別人', 'hanako@example.com'"),
        _ => row.replace("'山田 花子'", "'別人', '+819012345678'"),
    };
    app.execute(shop, row);
}

#[test]
fn with_a_blocked_address_or_number_nobody_books_online() {
    for by in ["email", "phone"] {
        let (app, cast) = house();
        blocked(&app, cast.salon.id, by);
        let refused = walk::told(
            &walk::held(&app, &cast.salon, &cast.cut, "11月24日(火) 14:00"),
            &walk::JA,
            &[],
        )
        .press(walk::JA.confirm);
        assert_eq!(refused.status, 409, "{by}");
        let text = refused.text();
        assert!(
            text.contains("オンラインでの予約を承れません。お電話でお問い合わせください。"),
            "{text}"
        );
        assert!(!text.contains("未払い"), "the guest is not told why");
        let made = "select count(*) from bookings.bookings";
        assert_eq!(app.count(cast.salon.id, made), 1, "Daichi's alone");
    }
}

#[test]
fn staff_are_told_why_and_may_book_all_the_same() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    let bare = card.press("制限する");
    assert_eq!(bare.status, 422);
    assert_eq!(
        bare.error("reason").as_deref(),
        Some("理由を入力してください")
    );
    let marked = card.fill("reason", "料金の未払い").press("制限する");
    assert_eq!(marked.flash().as_deref(), Some("ネット予約を制限しました"));
    assert!(marked.text().contains("理由: 料金の未払い"));
    let form = aoi.open("/ja/staff/aoi-salon/bookings/new");
    let told = form
        .fill("service", &cast.cut.id.to_string())
        .fill("family", "小川")
        .fill("phone", "090-1234-5678")
        .fill("date", "2026-11-24")
        .fill("time", "11:00")
        .press("予約を追加");
    assert_eq!(told.status, 409);
    assert!(told.part("#blocked", "").text().contains("料金の未払い"));
    assert_eq!(told.field("family").value, "小川");
    let taken = told.press("確認して予約を追加");
    assert_eq!(taken.flash().as_deref(), Some("予約を追加しました"));
    let free = aoi
        .open(&format!("{CARDS}/{}", cast.booking.customer))
        .press("制限を解除");
    assert_eq!(
        free.flash().as_deref(),
        Some("ネット予約の制限を解除しました")
    );
    let written =
        "select count(*) from customers where blocked_at is not null or blocked_reason <> ''";
    assert_eq!(app.count(cast.salon.id, written), 0);
    let trail = "select count(*) from audit.audit_logs where coalesce(after_json::text, '') || coalesce(before_json::text, '') like '%未払い%'";
    assert_eq!(app.count(cast.salon.id, trail), 0);
}

#[test]
fn a_vip_is_marked_and_unmarked() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    let vip = card.press("VIPにする");
    assert_eq!(
        vip.document().texts(".badge").first().map(String::as_str),
        Some("VIPのお客様")
    );
    assert!(aoi.open(CARDS).part("li", "小川").text().contains("VIP"));
    let plain = vip.press("VIPを解除");
    assert_eq!(plain.flash().as_deref(), Some("VIPを解除しました"));
}
