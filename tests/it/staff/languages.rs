//! The other language of a form takes along what was typed.

use super::scene::{DESK, Friday};
use crate::support::browser::Page;

fn typed(page: &Page, field: &str) -> String {
    page.field(field).value.trim().to_owned()
}

#[test]
fn a_booking_half_typed_goes_along_and_comes_back() {
    let friday = Friday::new();
    let cut = friday.cast.cut.id.to_string();
    let page = friday.aoi().open(&format!("{DESK}/bookings/new"));
    let english = page
        .fill("service", &cut)
        .fill("time", "25時")
        .fill("family", "山本")
        .fill("given", "優")
        .fill("family_kana", "やまもと")
        .fill("phone", "12")
        .fill("note", "静かな席で")
        .press("English");
    assert_eq!(english.status, 200);
    assert!(english.url.contains("/en/staff/"), "{}", english.url);
    assert!(english.errors().is_empty(), "{:?}", english.errors());
    for (field, value) in [
        ("service", cut.as_str()),
        ("time", "25時"),
        ("full_name", "山本 優"),
        ("phone", "12"),
        ("note", "静かな席で"),
    ] {
        assert_eq!(typed(&english, field), value);
    }
    let back = english
        .fill("time", "14:30")
        .fill("date", "2026-11-25")
        .fill("phone", "090-1111-2222")
        .press("日本語");
    for (field, value) in [
        ("family", "山本"),
        ("given", "優"),
        ("family_kana", "やまもと"),
        ("time", "14:30"),
    ] {
        assert_eq!(typed(&back, field), value);
    }
    // The name in Japanese is another by now, and so is the one made of it.
    let english = back.fill("family", "山元").press("English");
    assert_eq!(typed(&english, "full_name"), "山元 優");
    let booked = english
        .fill("full_name", "Yu Yamamoto")
        .press("Add booking");
    assert_eq!(booked.status, 200, "{:?}", booked.errors());
    assert_eq!(booked.heading(), "Yu Yamamoto");
    let card = "select count(*) from customers.customers where name = 'Yu Yamamoto' and family_name = '山元'
        and family_name_kana = 'ヤマモト'";
    assert_eq!(friday.app.count(friday.cast.salon.id, card), 1);
}

#[test]
fn a_name_asked_for_in_parts_is_not_that_of_the_other_page() {
    let friday = Friday::new();
    let english = friday
        .aoi()
        .open("/en/staff/aoi-salon/bookings/new")
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("full_name", "Yu Yamamoto")
        .press("日本語");
    let missing = english.press("予約を追加");
    assert_eq!(missing.error("family").unwrap(), "お名前を入力してください");
    let back = missing.press("English");
    assert_eq!(typed(&back, "full_name"), "Yu Yamamoto");
    assert_eq!(back.press("Add booking").heading(), "Yu Yamamoto");
}

#[test]
fn what_is_typed_to_change_or_call_off_a_booking_goes_along_and_nothing_is_done() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let moved = aoi
        .open(&format!("{}/move", Friday::page_of(&friday.coming)))
        .fill("time", "15:10")
        .fill("staff", &friday.cast.salon.staff[0].to_string())
        .fill("reason", "お客様から電話")
        .press("English");
    assert_eq!(
        (moved.status, typed(&moved, "time").as_str()),
        (200, "15:10")
    );
    assert_eq!(
        typed(&moved, "staff"),
        friday.cast.salon.staff[0].to_string()
    );
    assert_eq!(typed(&moved, "reason"), "お客様から電話");
    let cancel = aoi
        .open(&format!("{}/cancel", Friday::page_of(&friday.coming)))
        .fill("reason", "急な発熱")
        .press("English");
    assert_eq!(
        (cancel.status, typed(&cancel, "reason").as_str()),
        (200, "急な発熱")
    );
    let untouched = format!(
        "select count(*) from bookings.bookings where id = '{}' and version = 1 and status = 'confirmed'",
        friday.coming.id
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, untouched), 1);
}

#[test]
fn a_note_half_typed_goes_along_and_still_knows_what_it_was_typed_over() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let page = || aoi.open(&Friday::page_of(&friday.coming));
    let english = page().fill("note", "静かな席で").press("English");
    assert_eq!(english.status, 200);
    assert!(english.errors().is_empty(), "{:?}", english.errors());
    assert_eq!(typed(&english, "note"), "静かな席で");
    let saved = "select count(*) from bookings.bookings where staff_note <> ''";
    assert_eq!(friday.app.count(friday.cast.salon.id, saved), 0);
    let first = page().fill("note", "アレルギーあり").press("メモを保存");
    assert_eq!(first.status, 200);
    let stale = english.press("Save note");
    assert_eq!(stale.status, 409);
    assert!(
        stale.text().contains("アレルギーあり"),
        "the other's note is shown"
    );
    assert_eq!(typed(&stale, "note"), "静かな席で");
    let back = stale.press("日本語");
    assert_eq!(
        (back.status, typed(&back, "note").as_str()),
        (200, "静かな席で")
    );
}

#[test]
fn the_address_of_somebody_coming_in_goes_along_and_the_password_does_not() {
    let friday = Friday::new();
    let english = friday
        .app
        .browser()
        .open("/ja/account/sign-in?next=/ja/staff/aoi-salon/day")
        .fill("email", "aoi@example.com")
        .fill("password", "geheim-und-lang")
        .press("English");
    assert_eq!(
        (english.status, english.heading().as_str()),
        (200, "Sign in")
    );
    assert!(english.errors().is_empty(), "{:?}", english.errors());
    assert_eq!(typed(&english, "email"), "aoi@example.com");
    assert_eq!(typed(&english, "password"), "");
    assert_eq!(typed(&english, "next"), "/ja/staff/aoi-salon/day");
}
