//! The next guest is told that it will be some minutes later.

use super::scene::Friday;
use crate::support::browser::Page;

fn told(friday: &Friday) -> i64 {
    let sql =
        "select count(*) from notifications.notification_outbox where kind = 'booking_delayed'";
    friday.app.count(friday.cast.salon.id, sql)
}

fn page(friday: &Friday) -> Page {
    friday
        .cast
        .ben
        .sign_in(&friday.app)
        .open(&Friday::page_of(&friday.coming))
}

#[test]
fn a_guest_is_told_once_and_their_booking_stays_as_it_is() {
    let friday = Friday::new();
    let before = page(&friday);
    let after = before.press("10分");
    let said = after.flash().unwrap();
    assert!(
        said.starts_with("お待たせすることをお客様にメールで知らせました"),
        "{said}"
    );
    // Pressed again, from the page of before.
    before.press("10分");
    assert_eq!(told(&friday), 1);
    let letter = friday.app.letter();
    assert!(
        letter.text.contains("約10分遅れる見込みです"),
        "{}",
        letter.text
    );
    assert!(letter.text.contains("14:00"), "{}", letter.text);
    // Their calendar has the time already.
    assert!(letter.calendar.is_none());
    after.part(".story", "約10分お待たせすることを連絡");
    let sql = format!(
        "select count(*) from bookings.bookings where id = '{}' and start_at = '2026-11-20 14:00+09' and version = 1",
        friday.coming.id
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, sql), 1);
    // It gets worse.
    page(&friday).press("20分");
    assert_eq!(told(&friday), 2);
}

#[test]
fn whoever_has_come_or_is_expected_another_day_is_told_nothing() {
    let friday = Friday::new();
    let before = page(&friday);
    let update = |set: &str| {
        let sql = format!(
            "update bookings.bookings set {set} where id = '{}'",
            friday.coming.id
        );
        friday.app.execute(friday.cast.salon.id, sql);
    };
    for set in [
        "status = 'arrived'",
        "status = 'confirmed', start_at = '2026-11-20 15:30+09', end_at = '2026-11-20 16:30+09'",
    ] {
        update(set);
        let again = page(&friday);
        assert!(again.document().all("#delay").is_empty(), "{set}");
        let answer = before.press("10分");
        assert!(
            answer.flash().unwrap().contains("先に変更しました"),
            "{set}"
        );
        assert_eq!(told(&friday), 0, "{set}");
    }
}

#[test]
fn who_comes_before_the_letter_leaves_gets_none() {
    let friday = Friday::new();
    page(&friday).press("10分");
    let sql = format!(
        "update bookings.bookings set status = 'arrived' where id = '{}'",
        friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, sql);
    assert!(friday.app.letters().is_empty());
}

#[test]
fn other_numbers_than_the_buttons_are_not_understood() {
    let friday = Friday::new();
    let page = page(&friday);
    let path = format!("{}/delay", Friday::page_of(&friday.coming));
    for minutes in ["", "0", "-10", "7", "600", "10 "] {
        let csrf = page.field("csrf").value;
        let answer = page
            .browser
            .post(&path, &[("csrf", &csrf), ("minutes", minutes)]);
        assert_eq!(answer.status, 400, "{minutes}");
    }
    assert_eq!(told(&friday), 0);
}
