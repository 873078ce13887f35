//! One's own bookings, in four heaps.

use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{a_booking, booking::Booked},
    people::Cast,
};

const OWN: &str = "/en/account/bookings";
const HEAPS: [(&str, &str); 4] = [
    ("Upcoming", "You have no upcoming bookings"),
    (
        "Awaiting reply",
        "No bookings are waiting for a shop's reply",
    ),
    ("Past", "You have no past bookings"),
    ("Cancelled", "You have no cancelled bookings"),
];

/// Which heap shows a booking of which day, for somebody; all others say that they are empty.
fn heaps(browser: &crate::support::browser::Browser) -> Vec<(&'static str, Vec<String>)> {
    let first = browser.open(OWN);
    let of = |(heap, empty): (&'static str, &str)| {
        let page = first.follow(heap);
        let rows = page.document().texts(".offer-name");
        assert_eq!(
            rows.is_empty(),
            page.text().contains(empty),
            "{heap}: {}",
            page.text()
        );
        (!rows.is_empty()).then_some((heap, rows))
    };
    HEAPS.into_iter().filter_map(of).collect()
}

fn set(app: &TestApp, cast: &Cast, booked: &Booked, what: &str) {
    let changed = app.execute(
        cast.salon.id,
        format!("update bookings set {what} where id = '{}'", booked.id),
    );
    assert_eq!(changed, 1);
}

#[test]
fn each_booking_lies_in_the_heap_that_its_state_and_the_clock_say() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let day = |browser| {
        heaps(browser)
            .into_iter()
            .map(|(heap, rows)| (heap, rows.len()))
            .collect::<Vec<_>>()
    };
    for (what, heap) in [
        ("status = 'confirmed'", "Upcoming"),
        ("status = 'arrived'", "Upcoming"),
        ("status = 'in_service'", "Upcoming"),
        ("status = 'pending'", "Awaiting reply"),
        ("status = 'pending_payment'", "Awaiting reply"),
        ("status = 'pending_deposit'", "Awaiting reply"),
        ("status = 'completed'", "Past"),
        ("status = 'no_show'", "Past"),
        ("status = 'expired'", "Cancelled"),
        (
            "status = 'cancelled', cancelled_by = 'business'",
            "Cancelled",
        ),
    ] {
        set(&app, &cast, &cast.booking, what);
        assert_eq!(day(&browser), [(heap, 1)], "{what}");
    }
    set(
        &app,
        &cast,
        &cast.booking,
        "status = 'confirmed', cancelled_by = null",
    );
    let end = tokyo("2026-11-21 15:00");
    app.clock().set(end - chrono::TimeDelta::seconds(1));
    assert_eq!(day(&browser), [("Upcoming", 1)]);
    app.clock().set(end);
    assert_eq!(day(&browser), [("Past", 1)]);
    set(&app, &cast, &cast.booking, "deleted_at = now()");
    assert!(day(&browser).is_empty());
}

#[test]
fn a_row_leads_to_the_booking_to_the_shop_and_to_the_same_again() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    assert_eq!(
        browser.open("/en/account").url,
        OWN,
        "a customer comes in here"
    );
    let page = browser.open(OWN);
    let booking = page
        .document()
        .attribute(".offer a.offer-name", "href")
        .unwrap();
    assert_eq!(booking, format!("/en/bookings/{}", cast.booking.token));
    assert_eq!(browser.visit(&booking).status, 200);
    assert!(
        !page.text().contains("Book the same again"),
        "it is not over"
    );
    set(&app, &cast, &cast.booking, "status = 'completed'");
    let over = browser.open(&format!("{OWN}?show=past"));
    let again = over.follow("Book the same again");
    assert_eq!(again.status, 200);
    assert!(
        again.url.contains(&format!("service={}", cast.cut.id)),
        "{}",
        again.url
    );
    let japanese = page.follow("日本語");
    assert_eq!(japanese.heading(), "ご予約の一覧");
    app.execute(cast.salon.id, "update businesses set status = 'suspended'");
    let closed = browser.open(&format!("{OWN}?show=past"));
    assert_eq!(
        closed.document().all(".offer").len(),
        1,
        "what was booked stays known"
    );
    assert!(!closed.text().contains("Book the same again"));
}

#[test]
fn earlier_guests_find_their_bookings_and_nobody_finds_anybody_elses() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for (person, of) in [
        (&cast.aoi, "the owner"),
        (&cast.ben, "who works there"),
        (&cast.chika, "another"),
    ] {
        assert!(
            heaps(&person.sign_in(&app)).is_empty(),
            "{of} sees Daichi's as their own"
        );
    }
    let guest = a_booking(&app, &cast.clinic, &cast.consultation)
        .at("2026-11-24 11:00")
        .build();
    let card = format!(
        "update customers set email = 'Chika@Example.com' where id = (select customer_id from bookings where id = '{}')",
        guest.id
    );
    app.execute(cast.clinic.id, card);
    let found = heaps(&cast.chika.sign_in(&app));
    assert_eq!(found.len(), 1);
    assert!(found[0].1[0].starts_with("Tue, 24 Nov"), "{found:?}");
    assert_eq!(heaps(&cast.daichi.sign_in(&app))[0].1.len(), 1);
}

#[test]
fn twenty_stand_on_a_page_and_more_cost_no_more_statements() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    browser.open(OWN);
    let asked = |path: &str| {
        let before = app.statements();
        let page = browser.open(path);
        (app.statements() - before, page)
    };
    let (few, _) = asked(OWN);
    for day in 1..=24 {
        a_booking(&app, &cast.salon, &cast.cut)
            .of(cast.daichi.user)
            .at(&format!("2026-12-{day:02} 10:00"))
            .build();
    }
    let (many, page) = asked(OWN);
    assert_eq!(many, few);
    assert_eq!(page.document().all(".offer").len(), 20);
    assert!(
        page.document().texts(".offer-name")[0].starts_with("Sat, 21 Nov"),
        "the next comes first"
    );
    let rest = page.follow("Next page");
    assert_eq!(rest.document().all(".offer").len(), 5);
    assert_eq!(
        rest.follow("Previous page").document().all(".offer").len(),
        20
    );
    for strange in [
        "?page=-1",
        "?page=x",
        "?page=99999999999999999999",
        "?show=nothing",
        "?page=499",
    ] {
        let page = browser.open(&format!("{OWN}{strange}"));
        assert_eq!(
            page.document().all(".offer").len(),
            20,
            "{strange}: as far as there is anything"
        );
    }
}

#[test]
fn a_booking_without_a_link_is_given_one_when_its_guest_opens_it() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let gone = app.execute(
        cast.salon.id,
        format!(
            "delete from booking_links where booking_id = '{}'",
            cast.booking.id
        ),
    );
    assert_eq!(gone, 1);
    let its_page = format!("/en/bookings/{}", cast.booking.token);
    let browser = cast.daichi.sign_in(&app);
    let list = browser.open(OWN);
    assert_eq!(browser.visit(&its_page).status, 404, "looking makes none");
    let key = list.document().attribute("[name=csrf]", "value").unwrap();
    let id = cast.booking.id.to_string();
    let stranger = cast.chika.sign_in(&app);
    let theirs = stranger.open("/en/account/email").field("csrf").value;
    let open = "/en/account/bookings/open";
    let body = [("csrf", theirs.as_str()), ("booking", id.as_str())];
    assert_eq!(stranger.post(open, &body).status, 404, "not theirs");
    assert_eq!(browser.visit(&its_page).status, 404);
    for unknown in ["", "x", "00000000-0000-0000-0000-000000000000"] {
        let body = [("csrf", key.as_str()), ("booking", unknown)];
        assert_eq!(browser.post(open, &body).status, 404, "{unknown}");
    }
    let title = list.document().texts("button.offer-name").remove(0);
    let page = list.press(&title);
    assert_eq!((page.url.as_str(), page.status), (its_page.as_str(), 200));
    let again = browser.open(OWN);
    let link = again.document().attribute("a.offer-name", "href");
    assert_eq!(link.as_deref(), Some(its_page.as_str()));
    let body = [("csrf", key.as_str()), ("booking", id.as_str())];
    assert_eq!(browser.post(open, &body).status, 303, "pressed twice");
}

#[test]
fn a_row_says_number_price_people_and_whom_it_is_for() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    set(
        &app,
        &cast,
        &cast.booking,
        "party_size = 3, price_cents = 5500, number = 'HN-4711'",
    );
    let row = |path: &str| browser.open(path).document().texts(".offer").remove(0);
    let own = row(OWN);
    for fact in ["Booking number HN-4711", "¥5,500", "3 people"] {
        assert!(own.contains(fact), "{fact}: {own}");
    }
    assert!(!own.contains("For "), "oneself: {own}");
    let renamed = format!(
        "update customers set name = '小川 さくら' where id = (select customer_id from bookings where id = '{}')",
        cast.booking.id
    );
    app.execute(cast.salon.id, renamed);
    assert!(row(OWN).contains("For 小川 さくら"), "{}", row(OWN));
    assert!(row("/ja/account/bookings").contains("小川 さくら 様のご予約"));
    set(
        &app,
        &cast,
        &cast.booking,
        "status = 'cancelled', cancelled_by = 'customer'",
    );
    let off = row(&format!("{OWN}?show=cancelled"));
    assert!(!off.contains("5,500"), "it costs nothing any more: {off}");
}

#[test]
fn whoever_is_asked_something_reads_that_the_shop_waits_for_them() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    assert!(browser.open(OWN).text().contains("Confirmed"));
    let asks = format!(
        "insert into bookings.proposals (business_id, booking_id, absent_on, was_start_at, was_end_at, start_at, resource_id) \
         select business_id, id, business_date, start_at, end_at, start_at, resource_id from bookings.bookings where id = '{}'",
        cast.booking.id
    );
    assert_eq!(app.execute(cast.salon.id, asks), 1);
    let said = browser.open(OWN).text();
    assert!(
        said.contains("Waiting for your answer") && !said.contains("Confirmed"),
        "{said}"
    );
    let answered = "update bookings.proposals set answer = 'accepted', answered_at = now()";
    assert_eq!(app.execute(cast.salon.id, answered), 1);
    let said = browser.open(OWN).text();
    assert!(said.contains("Confirmed"), "{said}");
}
