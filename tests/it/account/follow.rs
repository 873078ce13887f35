//! Bookings made as a guest stay one's own when the address changes.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::Browser,
    build::{a_booking, booking::Booked},
    letters::link,
    people::{Cast, PASSWORD},
};

const NEW: &str = "daichi.new@example.com";

/// Both ends agree to another address.
fn change_address(app: &TestApp, browser: &Browser) {
    let page = browser.open("/en/account/email");
    page.fill("new_email", NEW)
        .fill("password", PASSWORD)
        .press("Send confirmation emails");
    for letter in app.letters() {
        let english = link(&letter).replacen("/ja/", "/en/", 1);
        app.browser().open(&english).press("Confirm the change");
    }
}

fn as_guest(app: &TestApp, cast: &Cast, email: &str, at: &str) -> Booked {
    let guest = a_booking(app, &cast.clinic, &cast.consultation)
        .at(at)
        .build();
    let card = format!(
        "update customers set email = '{email}' where id = '{}'",
        guest.customer
    );
    assert_eq!(app.execute(cast.clinic.id, card), 1);
    guest
}

fn cards(app: &TestApp, cast: &Cast, condition: &str) -> i64 {
    app.count(
        cast.clinic.id,
        format!("select count(*) from customers where {condition}"),
    )
}

#[test]
fn a_guests_booking_is_still_listed_and_its_letters_go_to_the_new_address() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let guest = as_guest(&app, &cast, "Daichi@Example.com", "2026-11-24 11:00");
    let other = as_guest(&app, &cast, "somebody@example.com", "2026-11-24 12:00");
    let browser = cast.daichi.sign_in(&app);
    let shown = |browser: &Browser| {
        let page = browser.open("/en/account/bookings");
        page.document().all(".offer").len()
    };
    assert_eq!(shown(&browser), 2);
    change_address(&app, &browser);
    app.letters();
    assert_eq!(shown(&browser), 2, "nothing vanished");
    let moved = format!(
        "id = '{}' and email = '{NEW}' and user_id = '{}'",
        guest.customer, cast.daichi.user
    );
    assert_eq!(cards(&app, &cast, &moved), 1);
    let untouched = format!(
        "id = '{}' and email = 'somebody@example.com' and user_id is null",
        other.customer
    );
    assert_eq!(cards(&app, &cast, &untouched), 1);
}

#[test]
fn cards_of_an_address_that_is_somebody_elses_by_now_do_not_follow() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let guest = as_guest(&app, &cast, "daichi@example.com", "2026-11-24 11:00");
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open("/en/account/email");
    page.fill("new_email", NEW)
        .fill("password", PASSWORD)
        .press("Send confirmation emails");
    let letters = app.letters();
    for letter in &letters {
        let english = link(letter).replacen("/ja/", "/en/", 1);
        app.browser().open(&english).press("Confirm the change");
    }
    crate::support::people::a_person(&app, "daichi", "別の人", "customer");
    app.letters();
    let untouched = format!(
        "id = '{}' and email = 'daichi@example.com' and user_id is null",
        guest.customer
    );
    assert_eq!(cards(&app, &cast, &untouched), 1);
}
