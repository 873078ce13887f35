//! One card: what stands on it, notes, tags, and the ways from it.

use super::{CARDS, a_card, house};
use crate::support::build::a_booking;
use serde_json::json;

#[test]
fn a_card_tells_what_comes_what_was_and_what_it_came_to() {
    let (app, cast) = house();
    let card = cast.booking.customer;
    let booked = |wall: &str, status: &'static str| {
        let booked = a_booking(&app, &cast.salon, &cast.cut)
            .at(wall)
            .status(status)
            .build();
        let own = format!(
            "update bookings.bookings set customer_id = '{card}' where id = '{}'",
            booked.id
        );
        app.execute(cast.salon.id, own);
        booked
    };
    booked("2026-09-01 10:00", "completed");
    booked("2026-10-01 10:00", "completed");
    booked("2026-10-08 10:00", "cancelled");
    booked("2026-10-15 10:00", "no_show");
    let page = cast.aoi.sign_in(&app).open(&format!("{CARDS}/{card}"));
    assert_eq!(page.heading(), "小川 大地 様");
    let figures = page.document().texts(".figures dd");
    assert_eq!(figures.first().map(String::as_str), Some("2回"));
    let spent = 2 * cast.cut.price;
    assert_eq!(
        figures[1].replace(['¥', '￥', ',', '円'], ""),
        spent.to_string()
    );
    assert!(figures[3].contains("9月1日"), "{figures:?}");
    assert!(figures[4].contains("10月1日"), "{figures:?}");
    let text = page.text();
    for there in ["11月21日", "無断キャンセル", "お客様番号 1"] {
        assert!(text.contains(there), "{there}: {text}");
    }
    let booking = page.document().attribute(".offers a.offer-name", "href");
    assert_eq!(
        booking.unwrap(),
        format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id)
    );
}

#[test]
fn the_history_has_pages() {
    let (app, cast) = house();
    let card = cast.booking.customer;
    let many = format!(
        "insert into bookings.bookings (business_id, number, customer_id, status, start_at, end_at, business_date)
         select platform.business(), 'AAA-' || n, '{card}', 'completed', timestamptz '2025-01-01 10:00+09' + n * interval '1 day',
             timestamptz '2025-01-01 11:00+09' + n * interval '1 day', date '2025-01-01' + n from generate_series(1, 45) as n"
    );
    app.execute(cast.salon.id, many);
    let page = cast.aoi.sign_in(&app).open(&format!("{CARDS}/{card}"));
    let numbers = |text: &str| text.matches("AAA-").count();
    assert_eq!(numbers(&page.text()), 20);
    let second = page.follow("さらに前");
    let third = second.follow("さらに前");
    assert_eq!((numbers(&second.text()), numbers(&third.text())), (20, 5));
    assert_eq!(third.follow("最新に戻る").url, page.url);
}

#[test]
fn a_note_is_added_in_two_presses_taken_off_and_put_back() {
    let (app, cast) = house();
    // Who serves writes notes, too.
    let page = cast
        .ben
        .sign_in(&app)
        .open(&format!("{CARDS}/{}", cast.booking.customer));
    let empty = page.fill("kind", "allergy").press("メモを保存");
    assert_eq!(empty.status, 422);
    assert_eq!(
        empty.error("note").as_deref(),
        Some("メモの内容を入力してください")
    );
    let bare = page.fill("note", "x").press("メモを保存");
    assert_eq!(
        bare.error("kind").as_deref(),
        Some("メモの種類を選んでください")
    );
    assert_eq!(bare.field("note").value, "x");
    let saved = page
        .fill("kind", "allergy")
        .fill("note", "ジアミン")
        .press("メモを保存");
    assert_eq!(saved.flash().as_deref(), Some("メモを保存しました"));
    assert!(saved.text().contains("ジアミン") && saved.text().contains("Ben Clark"));
    let removed = saved.press("削除");
    assert_eq!(removed.flash().as_deref(), Some("メモを削除しました"));
    assert!(
        removed
            .part("details", "削除したメモ")
            .text()
            .contains("ジアミン")
    );
    let back = removed.press("元に戻す");
    assert!(!back.text().contains("削除したメモ"));
    assert_eq!(
        app.count(cast.salon.id, "select count(*) from audit.audit_logs where entity = 'customer_notes' and coalesce(after_json, before_json)::text like '%ジアミン%'"),
        0,
        "the trail keeps no words"
    );
}

#[test]
fn tags_are_put_on_offered_and_taken_off() {
    let (app, cast) = house();
    let other = a_card(&app, &cast, ("阿部 花", "アベ ハナ"), json!({}));
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(&format!("{CARDS}/{other}"));
    let long = page.fill("tag", &"長".repeat(31)).press("タグを付ける");
    assert_eq!(long.status, 422);
    let marks = page
        .fill("tag", &"👨\u{200D}👩\u{200D}👧\u{200D}👦".repeat(8))
        .press("タグを付ける");
    assert_eq!(
        marks.status, 422,
        "one letter to people, seven to the database"
    );
    let tagged = page.fill("tag", " 常連 ").press("タグを付ける");
    assert_eq!(tagged.flash().as_deref(), Some("タグを付けました"));
    let daichi = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    let offered = daichi.press("＋ 常連");
    assert_eq!(
        offered.link("常連"),
        format!("{CARDS}?tag=%E5%B8%B8%E9%80%A3")
    );
    let gone = offered.press("外す");
    assert_eq!(gone.flash().as_deref(), Some("タグを外しました"));
    let left = "select count(*) from customers.customer_tags";
    assert_eq!(app.count(cast.salon.id, left), 1);
}

#[test]
fn a_booking_begins_on_a_card_and_stays_with_it() {
    let (app, cast) = house();
    // Neither address nor number: only the card says who it is.
    let card = a_card(&app, &cast, ("阿部 花", "アベ ハナ"), json!({}));
    let aoi = cast.aoi.sign_in(&app);
    let form = aoi.open(&format!("/ja/staff/aoi-salon/bookings/new?customer={card}"));
    assert!(
        form.part(".guest", "")
            .text()
            .contains("阿部 花 様 アベ ハナ")
    );
    let taken = form
        .fill("service", &cast.cut.id.to_string())
        .fill("date", "2026-11-24")
        .fill("time", "11:00")
        .press("予約を追加");
    assert_eq!(taken.flash().as_deref(), Some("予約を追加しました"));
    let theirs = format!("select count(*) from bookings.bookings where customer_id = '{card}'");
    assert_eq!(app.count(cast.salon.id, theirs.clone()), 1);
    assert_eq!(taken.link("お客様のカード"), format!("{CARDS}/{card}"));
    let form = aoi.open(&format!("/ja/staff/aoi-salon/bookings/new?customer={card}"));
    let other = form
        .press("ほかのお客様にする")
        .fill("service", &cast.cut.id.to_string())
        .fill("family", "馬場")
        .fill("given", "花")
        .fill("date", "2026-11-24")
        .fill("time", "13:00")
        .press("予約を追加");
    assert_eq!(other.heading(), "馬場 花 様");
    assert_eq!(
        app.count(cast.salon.id, theirs),
        1,
        "another name is another person"
    );
}
