//! A guest pays at the counter: the amount and the way are filled in, nothing is taken twice or beyond what is owed, and what was
//! taken by mistake stays in the books as a mistake.

use super::scene::{DESK, Friday};
use crate::support::{
    browser::{Browser, Page},
    people::lines,
};
use omotenashi::domain::businesses::role::Right;
use serde_json::json;

const SUBMIT: &str = "会計済みにする";

/// The form for whoever sits in the chair: 5,500 yen.
fn form(browser: &Browser, friday: &Friday) -> Page {
    browser.open(&format!("{}/payment", Friday::page_of(&friday.serving)))
}

/// What the books say of the booking: amount, way and state of each payment.
fn books(friday: &Friday) -> Vec<String> {
    let query = format!(
        "select amount_cents || ' ' || payment_type || ' ' || status || ' ' || taken_on as line \
         from payments.booking_payments where booking_id = '{}' order by created_at, amount_cents",
        friday.serving.id
    );
    lines(&friday.app, friday.cast.salon.id, &query)
}

#[test]
fn what_is_owed_is_filled_in_and_taken_by_one_press() {
    let friday = Friday::new();
    let ben = friday.cast.ben.sign_in(&friday.app);
    let page = ben.open(&Friday::page_of(&friday.serving));
    page.part("#payment", "未会計");
    let asked = form(&ben, &friday);
    assert_eq!(asked.field("amount").value, "5500");
    assert_eq!(asked.field("way").value, "cash");
    let paid = asked.press(SUBMIT);
    assert!(paid.flash().unwrap().starts_with("会計済みにしました"));
    paid.part("#payment", "会計済み");
    paid.part("#payment", &friday.cast.ben.name);
    paid.part(".story", "お会計: 現金 5,500円");
    assert_eq!(books(&friday), ["5500 cash succeeded 2026-11-20"]);
    // Today's list and the sheet of the day say it, too.
    for path in ["today", "print"] {
        let text = ben.open(&format!("{DESK}/{path}")).text();
        assert!(text.contains("会計済み"), "{path}: {text}");
    }
    // There is nothing more to take.
    let again = form(&ben, &friday);
    assert_eq!(again.url, Friday::page_of(&friday.serving));
    assert!(again.document().all("a[href$='/payment']").is_empty());
}

#[test]
fn it_is_taken_in_parts_and_never_more_than_is_left() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let first = form(&aoi, &friday)
        .fill("amount", "２，０００円")
        .fill("way", "card")
        .press(SUBMIT);
    first.part("#payment", "残り3,500円");
    let second = form(&aoi, &friday);
    assert_eq!(second.field("amount").value, "3500");
    assert_eq!(second.field("way").value, "card", "the last one is first");
    for (typed, said) in [
        ("3501", "残りは3,500円です"),
        ("0", "1円以上の金額"),
        ("", "金額"),
        ("-5", "金額"),
        ("三千", "金額"),
        ("99999999999999999999", "数字"),
    ] {
        let refused = second.fill("amount", typed).press(SUBMIT);
        assert_eq!(refused.status, 422, "{typed}");
        let complaint = refused.error("amount").unwrap();
        assert!(complaint.contains(said), "{typed}: {complaint}");
        assert_eq!(refused.field("amount").value, typed, "what was typed stays");
    }
    assert_eq!(books(&friday).len(), 1);
    second
        .fill("way", "qr")
        .press(SUBMIT)
        .part("#payment", "会計済み");
    let taken = aoi.open(&format!("{DESK}/today"));
    taken.part("#takings", "カード 2,000円");
    taken.part("#takings", "QRコード決済 3,500円");
    taken.part("#takings", "合計 5,500円");
}

#[test]
fn one_form_takes_once_however_often_it_is_sent() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    // Whoever changes the language keeps what is typed, and the key of the form.
    let english = form(&aoi, &friday).fill("amount", "1000").press("English");
    let asked = english.press("日本語");
    assert_eq!(asked.field("amount").value, "1000");
    let filled = asked.fill("way", "cash");
    for _ in 0..3 {
        assert_eq!(filled.send(SUBMIT).status, 303);
    }
    assert_eq!(books(&friday), ["1000 cash succeeded 2026-11-20"]);
    // Two forms opened at the same time cannot take more than there is.
    let (one, other) = (form(&aoi, &friday), form(&aoi, &friday));
    assert_eq!(one.press(SUBMIT).status, 200);
    let told = other.press(SUBMIT);
    assert!(told.flash().unwrap().contains("先に変更しました"));
    assert_eq!(books(&friday).len(), 2);
}

#[test]
fn a_mistake_is_taken_back_and_stays_in_the_books() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let paid = form(&aoi, &friday).press(SUBMIT);
    let back = paid.press("会計を取り消す");
    assert!(back.flash().unwrap().starts_with("元に戻しました"));
    back.part("#payment", "が取り消し");
    back.part("#payment", "未会計");
    back.part(".story", "お会計を取り消し: 現金 5,500円");
    assert_eq!(books(&friday), ["5500 cash refunded 2026-11-20"]);
    let who = "select count(*) from payments.booking_payments where cancelled_by is not null and cancelled_at is not null";
    assert_eq!(friday.app.count(friday.cast.salon.id, who), 1);
    // Pressed again on the page of before.
    let again = paid.press("会計を取り消す");
    assert!(again.flash().unwrap().contains("先に変更しました"));
    assert!(
        !aoi.open(&format!("{DESK}/today"))
            .text()
            .contains("この日のお会計")
    );
}

#[test]
fn nobody_pays_before_they_come_or_after_they_did_not() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    for status in ["pending", "confirmed", "cancelled", "no_show"] {
        friday.app.execute(
            friday.cast.salon.id,
            format!(
                "update bookings.bookings set status = '{status}',
                 cancelled_by = case '{status}' when 'cancelled' then 'business'::bookings.cancelled_by end where id = '{}'",
                friday.serving.id
            ),
        );
        let sent = form(&aoi, &friday);
        assert_eq!(sent.url, Friday::page_of(&friday.serving), "{status}");
        assert!(sent.document().all("a[href$='/payment']").is_empty());
    }
    assert!(books(&friday).is_empty());
}

#[test]
fn an_owner_may_take_the_right_from_somebody_and_takings_are_for_those_who_see_them() {
    let friday = Friday::new();
    form(&friday.aoi(), &friday).press(SUBMIT);
    let ben = friday.cast.ben.sign_in(&friday.app);
    let today = format!("{DESK}/today");
    assert!(ben.open(&today).document().all("#takings").is_empty());
    assert_eq!(
        friday.aoi().open(&today).document().all("#takings").len(),
        1
    );
    let adjusted = json!({ Right::TakePayments.id(): false });
    friday.app.execute(
        friday.cast.salon.id,
        format!(
            "update businesses.staff_assignments set permissions_json = '{adjusted}' where id = '{}'",
            friday.cast.ben_seat
        ),
    );
    let page = Friday::page_of(&friday.serving);
    for act in ["payment", "receipt"] {
        assert_eq!(ben.visit(&format!("{page}/{act}")).status, 403, "{act}");
    }
    let seen = ben.open(&page);
    assert!(seen.document().all("a[href$='/receipt']").is_empty());
    seen.part("#payment", "会計済み");
}
