//! For whom a booking by hand is: somebody with a card is found and keeps it, somebody new gets one.

use super::{
    phone::callers,
    scene::{DESK, Friday},
};
use crate::support::{browser::Page, chromium::Chromium};

fn new(friday: &Friday) -> Page {
    callers(friday).open(&format!("{DESK}/bookings/new"))
}

fn count(friday: &Friday, what: &str) -> i64 {
    let sql = format!("select count(*) from {what}");
    friday.app.count(friday.cast.salon.id, sql)
}

#[test]
fn digits_a_reading_a_name_or_a_number_find_the_card_and_the_booking_stays_with_it() {
    let friday = Friday::new();
    let form = new(&friday);
    let number = format!(
        "select number from customers.customers where id = '{}'",
        friday.serving.customer
    );
    let number = friday.app.count(friday.cast.salon.id, number).to_string();
    for typed in ["5963", "ﾀﾅｶ", "さくら 田中", "080-3333-5963", &number] {
        let found = form.fill("q", typed).press("探す");
        assert_eq!(found.status, 200, "{typed}");
        let guest = found.part(".guest", "");
        assert!(
            guest.text().contains("田中 さくら 様"),
            "{typed}: {}",
            found.text()
        );
        assert!(
            found.document().all("[name=family]").is_empty(),
            "no second card"
        );
    }
    let (cards, bookings) = (
        count(&friday, "customers.customers"),
        count(&friday, "bookings.bookings"),
    );
    let found = form
        .fill("note", "静かな席で")
        .fill("q", "5963")
        .press("探す");
    // What was typed stays, and what they had last time is chosen.
    assert_eq!(found.field("note").value.trim(), "静かな席で");
    assert_eq!(found.field("service").value, friday.cast.cut.id.to_string());
    assert_eq!(
        found.field("staff").value,
        friday.cast.salon.staff[1].to_string()
    );
    let times = found.document().texts("#times button");
    assert_eq!(
        times.first().map(String::as_str),
        Some("12:30"),
        "{times:?}"
    );
    let booked = found.press("12:30");
    assert_eq!(booked.flash().as_deref(), Some("予約を追加しました"));
    assert!(booked.text().contains("静かな席で"));
    assert_eq!(count(&friday, "customers.customers"), cards);
    assert_eq!(count(&friday, "bookings.bookings"), bookings + 1);
    let theirs = format!(
        "bookings.bookings where customer_id = '{}'",
        friday.serving.customer
    );
    assert_eq!(count(&friday, &theirs), 2);
}

#[test]
fn of_several_one_is_pressed_and_another_can_be_taken() {
    let friday = Friday::new();
    let several = new(&friday)
        .fill("time", "17:00")
        .fill("q", "4649")
        .press("探す");
    assert_eq!(several.document().texts("button.offer-name").len(), 2);
    let taken = several.press("Nguyen Linh 様");
    assert!(taken.part(".guest", "").text().contains("グエン リン"));
    assert_eq!(taken.field("time").value, "17:00");
    assert_eq!(
        taken.field("nominated").value,
        "yes",
        "asked for him last time"
    );
    let booked = taken.press("予約を追加");
    let theirs = format!(
        "bookings.bookings where customer_id = '{}'",
        friday.coming.customer
    );
    assert_eq!((booked.status, count(&friday, &theirs)), (200, 2));
    // Somebody else, in a form of its own.
    let other = new(&friday)
        .fill("q", "4649")
        .press("探す")
        .press("Nguyen Linh 様")
        .press("ほかのお客様にする");
    assert!(other.document().all(".guest").is_empty());
    let theirs = format!(
        "bookings.bookings where customer_id = '{}' and not is_nominated",
        friday.late.customer
    );
    let booked = other
        .fill("q", "サキモト")
        .press("探す")
        .fill("time", "18:00")
        .press("予約を追加");
    assert_eq!(
        (booked.status, count(&friday, &theirs)),
        (200, 2),
        "{:?}",
        booked.errors()
    );
}

#[test]
fn whoever_is_typed_and_not_looked_for_is_looked_for_before_anything_is_booked() {
    let friday = Friday::new();
    let (form, before) = (new(&friday), count(&friday, "bookings.bookings"));
    let filled = |typed: &str| {
        form.fill("service", &friday.cast.cut.id.to_string())
            .fill("date", "2026-11-25")
            .fill("time", "14:30")
            .fill("family", "山本")
            .fill("q", typed)
            .press("予約を追加")
    };
    let found = filled("5963");
    assert!(found.text().contains("田中 さくら 様"));
    let nobody = filled("09099998888");
    assert!(nobody.text().contains("当てはまるお客様がいません"));
    assert_eq!(nobody.field("phone").value, "09099998888");
    assert_eq!(nobody.field("family").value, "山本");
    assert_eq!(count(&friday, "bookings.bookings"), before, "nothing yet");
    let booked = nobody.press("予約を追加");
    assert_eq!(booked.heading(), "山本 様", "{:?}", booked.errors());
    let name = form.fill("q", "高田").press("探す");
    assert_eq!(name.field("family").value, "高田");
    let kana = form.fill("q", "たかだ じゅん").press("探す");
    assert_eq!(kana.field("given_kana").value, "じゅん");
}

#[test]
fn a_card_that_is_gone_is_nobody() {
    let friday = Friday::new();
    let taken = new(&friday).fill("q", "5963").press("探す");
    let gone = format!(
        "update customers.customers set deleted_at = now() where id = '{}'",
        friday.serving.customer
    );
    friday.app.execute(friday.cast.salon.id, gone);
    let told = taken.press("12:30");
    assert_eq!(told.status, 422);
    assert!(told.error("family").is_some());
}

#[test]
fn who_may_not_look_cards_up_has_no_box_and_books_for_none() {
    let friday = Friday::new();
    let ben = friday.cast.ben.sign_in(&friday.app);
    friday.app.execute(
        friday.cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"customers-read": false}' where role = 'service_provider'"#,
    );
    let form = ben.open(&format!("{DESK}/bookings/new"));
    assert!(form.document().all("[name=q]").is_empty());
    let path = format!("{DESK}/bookings/new?customer={}", friday.late.customer);
    assert_eq!(ben.visit(&path).status, 403);
    let looked = ben.open(&format!("{DESK}/bookings/new?q=4649"));
    assert!(!looked.text().contains("Nguyen"));
}

#[test]
fn what_is_chosen_is_said_with_its_times_length_and_price() {
    let friday = Friday::new();
    let form = new(&friday);
    assert!(form.document().texts("#times button").is_empty());
    let shown = form
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "1430")
        .fill("family", "山本")
        .press("空き時間を見る");
    assert!(shown.errors().is_empty());
    assert_eq!(
        shown.document().words(".new-sum").unwrap(),
        "14:30〜15:30 · 60分 · 合計（税込） 5,500円"
    );
    assert_eq!(shown.field("time").value, "1430", "as it was typed");
    let times = shown.document().texts("#times button");
    // All of the day that was asked for.
    assert_eq!(
        times.first().map(String::as_str),
        Some("10:00"),
        "{times:?}"
    );
    assert!(times.contains(&"18:00".to_owned()), "{times:?}");
    let booked = shown.press("16:00");
    assert!(
        booked.text().contains("11月25日(水) 16:00〜17:00"),
        "{}",
        booked.text()
    );
}

#[test]
fn choosing_shows_and_takes_nothing_away_that_is_typed() {
    let friday = Friday::new();
    callers(&friday);
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.visit(&format!("{DESK}/bookings/new"));
    window.fill("family", "山本").fill("note", "静かな席で");
    window.fill("service", &friday.cast.cut.id.to_string());
    window.until("document.querySelector('#times button')");
    window.fill("date", "2026-11-25");
    window.until("document.querySelector('#times button').value.startsWith('2026-11-25')");
    assert_eq!(
        window.execute("return document.querySelector('[name=note]').value"),
        "静かな席で"
    );
    window.press("16:00");
    window.until("document.querySelector('.flash')");
    let text = window.document().text();
    assert!(
        text.contains("山本 様") && text.contains("16:00〜17:00"),
        "{text}"
    );
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
}
