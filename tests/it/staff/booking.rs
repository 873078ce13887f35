//! One booking, whole, in both languages.

use super::scene::Friday;

#[test]
fn a_booking_shows_what_was_agreed() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    assert_eq!(page.heading(), "Nguyen Linh 様");
    let text = page.text();
    for told in [
        friday.coming.number.as_str(),
        "11月20日(金) 14:00〜15:00(60分)",
        "カット",
        "鈴木",
        "指名",
        "5,500円",
        "うち消費税（10%）500円",
        "現在 11月19日(木) 14:00より後2,750円（50%）",
        "連絡なし",
        "hanako@example.com",
        "090-1234-5678",
        "予約を受け付け",
    ] {
        assert!(text.contains(told), "{told} is missing");
    }
}

#[test]
fn it_reads_in_english_too() {
    let friday = Friday::new();
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    let english = page.press("English");
    assert!(english.url.starts_with("/en/staff/aoi-salon/bookings/"));
    assert_eq!(english.heading(), "Nguyen Linh");
    for told in [
        "Confirmed",
        "incl. 10% tax ¥500",
        "Suzuki",
        "Requested",
        "Change booking",
        "Cancel",
        "Booking made",
    ] {
        assert!(
            english.text().contains(told),
            "{told} is missing in {}",
            english.text()
        );
    }
}

#[test]
fn what_customers_write_stays_text() {
    let friday = Friday::new();
    let evil = "<script>alert(1)</script>";
    let changed = format!(
        "update bookings.bookings set customer_note = '{evil}', staff_note = '{evil}' where id = '{}'",
        friday.late.id
    );
    friday.app.execute(friday.cast.salon.id, changed);
    let name = format!(
        "update customers.customers set name = '{evil}' where id = '{}'",
        friday.late.customer
    );
    friday.app.execute(friday.cast.salon.id, name);
    let aoi = friday.aoi();
    for path in [
        "/ja/staff/aoi-salon/today".to_owned(),
        "/ja/staff/aoi-salon/day".to_owned(),
        "/ja/staff/aoi-salon/print".to_owned(),
        Friday::page_of(&friday.late),
    ] {
        let page = aoi.open(&path);
        assert!(!page.html.contains("<script>alert"), "{path}");
        assert!(page.text().contains("alert(1)"), "{path}");
    }
}
