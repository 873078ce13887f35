//! Calls: who it is, what they had, when there is time; by the keys alone, with the presses of UX 10.2, counted from the page
//! that somebody lands on after signing in.

use super::scene::{DESK, Friday};
use crate::{
    owner::presses::Hand,
    support::{browser::Browser, build::booking::Booked, chromium::Chromium, people::PASSWORD},
};
use omotenashi::domain::customers::register::Name;

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";

/// Each of the day has a number and a reading of their own.
pub fn callers(friday: &Friday) -> Browser {
    let card = |booked: &Booked, phone: &str, (display, kana): (&str, (&str, &str))| {
        let name = Name {
            display: display.to_owned(),
            family_kana: kana.0.to_owned(),
            given_kana: kana.1.to_owned(),
            ..Name::default()
        };
        let sql = format!(
            "update customers.customers set phone = '{phone}', family_name_kana = '{}', given_name_kana = '{}',
             search_key = '{}' where id = '{}'",
            kana.0,
            kana.1,
            name.search_key(),
            booked.customer
        );
        assert_eq!(friday.app.execute(friday.cast.salon.id, sql), 1);
    };
    card(
        &friday.coming,
        "+818011114649",
        ("Nguyen Linh", ("グエン", "リン")),
    );
    card(
        &friday.late,
        "+818022224649",
        ("﨑本 恵", ("サキモト", "メグミ")),
    );
    card(
        &friday.serving,
        "+818033335963",
        ("田中 さくら", ("タナカ", "サクラ")),
    );
    friday.aoi()
}

#[test]
fn the_end_of_a_number_finds_the_caller_with_what_they_had() {
    let friday = Friday::new();
    let aoi = callers(&friday);
    let page = aoi
        .open(&format!("{DESK}/phone"))
        .fill("q", "5963")
        .press("検索");
    assert!(page.text().contains("田中 さくら 様"), "{}", page.text());
    let wish = page.part("form.section", "メニュー・担当");
    assert_eq!(wish.field("service").value, friday.cast.cut.id.to_string());
    assert_eq!(
        wish.field("staff").value,
        friday.cast.salon.staff[1].to_string(),
        "with Suzuki, as last time"
    );
    let times = page.document().texts("section[data-focus] button");
    // Suzuki has one until half past twelve and the next from two.
    assert_eq!(
        times.first().map(String::as_str),
        Some("12:30"),
        "{times:?}"
    );
    assert!(
        !times.iter().take(4).any(|time| time == "13:30"),
        "{times:?}"
    );
}

#[test]
fn one_press_books_the_same_as_last_time() {
    let friday = Friday::new();
    let aoi = callers(&friday);
    let page = aoi
        .open(&format!("{DESK}/phone"))
        .fill("q", "5963")
        .press("検索");
    let page = page.press("12:30");
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.flash().as_deref(), Some("予約を追加しました"));
    let booked = format!(
        "select count(*) from bookings.bookings where customer_id = '{}' and start_at = '2026-11-20 12:30+09'
         and resource_id = '{}' and not is_nominated and source = 'phone'",
        friday.serving.customer, friday.cast.salon.staff[1]
    );
    assert_eq!(
        friday.app.count(friday.cast.salon.id, booked),
        1,
        "on the same card"
    );
}

#[test]
fn several_are_shown_and_a_reading_finds_as_well() {
    let friday = Friday::new();
    let aoi = callers(&friday);
    let page = aoi
        .open(&format!("{DESK}/phone"))
        .fill("q", "4649")
        .press("検索");
    let names = page.document().texts(".offer-name");
    assert_eq!(names.len(), 2, "{names:?}");
    let page = page.follow("Nguyen");
    assert!(page.text().contains("グエン リン"), "{}", page.text());
    // They had asked for Suzuki, so they do again.
    assert_eq!(
        page.part("section[data-focus] form", "")
            .field("nominated")
            .value,
        "yes"
    );
    let page = page.fill("q", "さきもと").press("検索");
    assert!(page.text().contains("サキモト メグミ"), "{}", page.text());
}

#[test]
fn who_is_new_is_taken_with_a_reading_and_a_number() {
    let friday = Friday::new();
    let aoi = callers(&friday);
    let page = aoi
        .open(&format!("{DESK}/phone"))
        .fill("q", "09099998888")
        .press("検索");
    assert!(page.text().contains("当てはまるお客様がいません"));
    assert_eq!(page.field("phone").value, "09099998888");
    let before = friday.app.count(
        friday.cast.salon.id,
        "select count(*) from customers.customers",
    );
    let page = page
        .fill("family_kana", "オガワ")
        .fill("given_kana", "リン")
        .fill("service", &friday.cast.cut.id.to_string())
        .press("空き時間を見る");
    let after = friday.app.count(
        friday.cast.salon.id,
        "select count(*) from customers.customers",
    );
    assert_eq!(before, after, "looking writes nothing");
    let page = page.press("12:30");
    assert_eq!(page.heading(), "オガワ リン 様", "{}", page.text());
}

#[test]
fn who_may_not_see_cards_takes_calls_by_the_form() {
    let friday = Friday::new();
    let ben = friday.cast.ben.sign_in(&friday.app);
    let path = format!("{DESK}/phone");
    assert_eq!(ben.visit(&path).status, 200);
    friday.app.execute(
        friday.cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"customers-read": false}' where role = 'service_provider'"#,
    );
    assert_eq!(ben.visit(&path).status, 403);
    assert!(
        !ben.open(&format!("{DESK}/today"))
            .text()
            .contains("電話受付")
    );
}

/// UX 10.2: a known caller costs at most three presses besides the digits; here without a mouse.
#[test]
fn a_known_caller_costs_three_presses_from_today_and_no_mouse() {
    let friday = Friday::new();
    callers(&friday);
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    let today = sign_in(&friday, &window);
    // By the phone desk (one), digits and Enter (two).
    today.press("電話受付", "電話受付");
    window.until("document.activeElement.name === 'q'");
    window.keys("5963").keys(ENTER);
    window.until("document.querySelector('section[data-focus] button')");
    window.until("document.activeElement.matches('section[data-focus]')");
    // The next stop is the first free time; Enter: three.
    window.keys(TAB).keys(ENTER);
    window.until("document.querySelector('.flash')");
    assert!(window.document().text().contains("予約を追加しました"));
    assert!(window.document().text().contains("12:30〜13:30"));
    // By the form of a booking, which a key opens, it is as many.
    window.visit(&format!("{DESK}/today")).keys("n");
    window.until("document.activeElement.name === 'q'");
    window.keys("5963").keys(ENTER);
    window.until("document.activeElement.matches('#times')");
    window.keys(TAB).keys(ENTER);
    window.until("document.querySelector('.flash')");
    assert!(window.document().text().contains("予約を追加しました"));
    let booked = format!(
        "select count(*) from bookings.bookings where customer_id = '{}' and source = 'phone'",
        friday.serving.customer
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, booked), 2);
}

/// UX 10.2: somebody new costs at most four presses and two fields.
#[test]
fn a_new_caller_costs_four_presses_and_two_fields_from_today() {
    let friday = Friday::new();
    callers(&friday);
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    for by in ["電話受付", "予約を追加"] {
        let today = sign_in(&friday, &window);
        // The phone desk or the form (one).
        today.press(by, by);
        window.until("document.activeElement.name === 'q'");
        // Their number and Enter (one field, two presses).
        let number = if by == "電話受付" {
            "09099998888"
        } else {
            "09099997777"
        };
        window.keys(number).keys(ENTER);
        window.until("document.activeElement.name === 'family_kana'");
        // Their reading (two fields), and the service: its times are there with it (three).
        window.keys("オガワ");
        window.fill("service", &friday.cast.cut.id.to_string());
        window.until("document.querySelector('#times button')");
        let sum = window.document().words(".new-sum").unwrap();
        assert_eq!(sum, "60分 · 合計（税込） 5,500円");
        // A time (four).
        window.execute("document.querySelector('#times button').click()");
        window.until("document.querySelector('.flash')");
        assert!(window.document().text().contains("オガワ 様"), "{by}");
        window.forget();
    }
}

/// Aoi signs in, and is where everybody lands.
fn sign_in<'a>(friday: &Friday, window: &'a Chromium) -> Hand<'a> {
    window.size(1280, 900).visit("/ja/account/sign-in");
    window.fill("email", &friday.cast.aoi.email);
    window.fill("password", PASSWORD);
    Hand::at(window).press("ログイン", "11月20日");
    Hand::at(window)
}
