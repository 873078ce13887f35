//! Those who have no seat learn nothing, and cannot do anything.

use super::scene::{DESK, Friday};

#[test]
fn who_has_no_seat_finds_nothing_here() {
    let friday = Friday::new();
    let booking = Friday::page_of(&friday.late);
    let pages = [
        format!("{DESK}/today"),
        format!("{DESK}/day"),
        format!("{DESK}/print"),
        format!("{DESK}/bookings/new"),
        booking.clone(),
        format!("{booking}/move"),
        format!("{booking}/cancel"),
    ];
    for person in [&friday.cast.chika, &friday.cast.daichi] {
        let browser = person.sign_in(&friday.app);
        for page in &pages {
            assert_eq!(browser.visit(page).status, 404, "{} at {page}", person.name);
        }
    }
    let nobody = friday.app.browser();
    for page in &pages {
        let answer = nobody.visit(page);
        assert_eq!(answer.status, 303, "{page}");
        assert!(
            answer
                .location()
                .unwrap()
                .starts_with("/ja/account/sign-in?next=")
        );
    }
}

#[test]
fn a_booking_of_another_business_is_not_found_behind_ones_own_counter() {
    let friday = Friday::new();
    let chika = friday.cast.chika.sign_in(&friday.app);
    let here = format!("/ja/staff/chika-clinic/bookings/{}", friday.late.id);
    assert_eq!(chika.visit(&here).status, 404);
    let csrf = chika
        .open("/ja/staff/chika-clinic/today")
        .field("csrf")
        .value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let acts: [(&str, &[(&str, &str)]); 5] = [
        ("progress", &[("to", "arrived")]),
        ("undo", &[]),
        ("note", &[("note", "Chika was here"), ("version", "1")]),
        (
            "move",
            &[("date", "2026-11-21"), ("time", "15:00"), ("version", "1")],
        ),
        ("cancel", &[("fee", "0")]),
    ];
    for (act, pairs) in acts {
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend(pairs);
        assert_eq!(
            chika.post(&format!("{here}/{act}"), &all).status,
            404,
            "{act}"
        );
    }
    assert!(friday.status(&friday.late, "confirmed"));
    let touched = "select count(*) from bookings.bookings where version > 1 or staff_note <> ''";
    assert_eq!(friday.app.count(friday.cast.salon.id, touched), 0);
}

#[test]
fn another_shops_person_or_service_cannot_be_booked() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/bookings/new"));
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let service = friday.cast.cut.id.to_string();
    let foreign_service = friday.cast.consultation.id.to_string();
    let foreign_person = friday.cast.clinic.staff[0].to_string();
    for (service, staff) in [
        (service.as_str(), foreign_person.as_str()),
        (foreign_service.as_str(), ""),
    ] {
        let answer = page.browser.post(
            &format!("{DESK}/bookings/new"),
            &[
                ("csrf", csrf.as_str()),
                ("key", "a key of a form"),
                ("service", service),
                ("staff", staff),
                ("date", "2026-11-25"),
                ("time", "15:00"),
                ("family", "山田"),
            ],
        );
        assert_eq!(answer.status, 422);
    }
    assert_eq!(
        friday.app.count(
            friday.cast.salon.id,
            "select count(*) from bookings.bookings where source = 'phone'"
        ),
        0
    );
}
