//! Everything that is held about somebody, and nothing about anybody else.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    build::a_booking,
    people::{Cast, PASSWORD},
};
use omotenashi::base::ids::{BookingId, CustomerId};
use serde_json::{Value, json};

const EXPORT: &str = "/en/account/export";

fn take(browser: &Browser, password: &str) -> Page {
    let page = browser.open(EXPORT);
    page.fill("password", password).send("Download")
}

/// A file that each of two bookings was answered with, and a word on the card.
fn files(app: &TestApp, cast: &Cast, other: uuid::Uuid) {
    for (whose, booking) in [("OWN", cast.booking.id.0), ("OTHER", other)] {
        let row = json!({"business_id": cast.salon.id, "booking_id": booking, "question": booking,
            "name": format!("{whose} photo"), "content_type": "image/jpeg", "bytes": "\\xffd8ff"});
        app.insert(cast.salon.id, "bookings.answer_files", row);
    }
    let tag = json!({"business_id": cast.salon.id, "customer_id": cast.booking.customer, "tag": "STAFF tag"});
    app.insert(cast.salon.id, "customers.customer_tags", tag);
}

/// Something of Daichi's in every place that is looked into, and the like of another beside it.
fn furnish(app: &TestApp, cast: &Cast) {
    let (salon, clinic) = (cast.salon.id, cast.clinic.id);
    let own = (cast.booking.id, cast.booking.customer);
    let other = a_booking(app, &cast.salon, &cast.cut)
        .at("2026-11-22 10:00")
        .named("別府", "他人")
        .with(json!({"customer_note": "OTHER remark", "staff_note": "OTHER staff"}))
        .build();
    files(app, cast, other.id.0);
    app.execute(
        salon,
        format!(
            "update bookings set customer_note = 'OWN remark', staff_note = 'STAFF about others' where id = '{}'",
            own.0
        ),
    );
    let guest = a_booking(app, &cast.clinic, &cast.consultation)
        .at("2026-11-24 11:00")
        .build();
    app.execute(
        clinic,
        format!(
            "update customers set email = 'Daichi@Example.com', name = 'OWN as guest' where id = '{}'",
            guest.customer
        ),
    );
    let removed = json!({"business_id": salon, "customer_id": own.1, "note": "STAFF removed this", "deleted_at": "2026-11-12T00:00:00Z"});
    app.insert(salon, "customers.customer_notes", removed);
    for (whose, (booking, customer)) in [("OWN", own), ("OTHER", (other.id, other.customer))] {
        for (table, row) in [
            (
                "customers.customer_notes",
                json!({"customer_id": customer, "note": format!("{whose} allergy")}),
            ),
            (
                "notifications.notification_outbox",
                json!({"booking_id": booking, "kind": format!("{whose} letter"), "template": "x", "to_email": "x@example.com"}),
            ),
            (
                "payments.booking_payments",
                json!({"booking_id": booking, "provider": format!("{whose} provider"), "amount_cents": 100}),
            ),
            (
                "reviews.reviews",
                json!({"booking_id": booking, "customer_id": customer, "rating": 5, "comment": format!("{whose} review")}),
            ),
            asked_off(whose, cast),
            chart(whose, customer),
            consent(whose, customer),
            answers(whose, booking),
            (
                "bookings.booking_history",
                json!({"booking_id": booking, "field_changed": "status", "actor": "customer", "reason": format!("{whose} reason")}),
            ),
            (
                "bookings.booking_history",
                json!({"booking_id": booking, "field_changed": "status", "actor": "member", "reason": "STAFF reason"}),
            ),
        ] {
            let mut row = row;
            row["business_id"] = json!(salon);
            app.insert(salon, table, row);
        }
    }
    for (user, whose) in [(cast.daichi.user, "OWN"), (cast.chika.user, "OTHER")] {
        app.insert_outside(
            "accounts.family_members",
            json!({"user_id": user, "display_name": format!("{whose} child"), "relation": "child"}),
        );
    }
}

/// When somebody wanted to be off.
fn asked_off(whose: &str, cast: &Cast) -> (&'static str, Value) {
    let (asker, staff) = match whose {
        "OWN" => (&cast.daichi, 0),
        _ => (&cast.chika, 1),
    };
    let row = json!({"resource_id": cast.salon.staff[staff], "asked_by": asker.user, "kind": "rest",
        "first_date": "2026-12-24", "last_date": "2026-12-24", "reason": format!("{whose} reason to be off")});
    ("scheduling.time_off_requests", row)
}

/// What a shop wrote about a visit.
fn chart(whose: &str, customer: CustomerId) -> (&'static str, Value) {
    let parts = json!([{"heading": "施術", "text": format!("{whose} chart")}]);
    let row = json!({"customer_id": customer, "visited_on": "2026-11-20", "parts": parts});
    ("bookings.chart_entries", row)
}

/// What somebody agreed to.
fn consent(whose: &str, customer: CustomerId) -> (&'static str, Value) {
    let wording = format!("{whose} consent");
    let row = json!({"customer_id": customer, "kind": "photos", "wording": wording, "agreed_on": "2026-11-20"});
    ("bookings.consents", row)
}

/// What somebody answered beforehand.
fn answers(whose: &str, booking: BookingId) -> (&'static str, Value) {
    let given = json!({"text": format!("{whose} answer")});
    let answers = json!([{"ja": format!("{whose} question"), "given": given}]);
    let row = json!({"booking_id": booking, "answers": answers});
    ("bookings.booking_answers", row)
}

#[test]
fn it_holds_all_of_ones_own_and_nothing_of_anybody_else() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    furnish(&app, &cast);
    let browser = cast.daichi.sign_in(&app);
    cast.chika.sign_in(&app);
    let file = take(&browser, PASSWORD);
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("application/json"));
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename=\"omotenashi-2026-11-20.json\"")
    );
    let all: Value = serde_json::from_str(&file.html).unwrap();
    for own in [
        "OWN remark",
        "OWN as guest",
        "OWN allergy",
        "OWN letter",
        "OWN provider",
        "OWN review",
        "OWN reason",
        "OWN question",
        "OWN answer",
        "OWN photo",
        "/9j/",
        "OWN chart",
        "OWN reason to be off",
        "OWN consent",
        "OWN child",
        "daichi@example.com",
        "小川 大地",
        cast.booking.number.as_str(),
        "aoi-salon",
        "chika-clinic",
    ] {
        assert!(file.html.contains(own), "{own} is missing: {all:#}");
    }
    for others in ["OTHER", "別府", "STAFF", "chika@", "argon2", "aoi@"] {
        assert!(!file.html.contains(others), "{others}: {all:#}");
    }
    let count = |place: &str| all.pointer(place).unwrap().as_array().unwrap().len();
    for (place, wanted) in [
        ("/account/profile", 1),
        ("/account/family", 1),
        ("/account/sessions", 1),
        ("/cards", 2),
        ("/bookings", 2),
        ("/charts", 1),
        ("/consents", 1),
        ("/letters_about_bookings", 1),
        ("/time_off", 1),
        ("/payments", 1),
        ("/reviews", 1),
    ] {
        assert_eq!(count(place), wanted, "{place}: {all:#}");
    }
    assert!(count("/account/trail") > 0, "its own trail of changes");
}

#[test]
fn it_is_given_for_the_password_three_times_a_day_and_told_by_letter() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    for wrong in ["", "wrong"] {
        let refused = take(&browser, wrong);
        assert_eq!((refused.status, refused.errors().len()), (422, 1));
    }
    assert!(app.letters().is_empty());
    for _ in 0..3 {
        assert_eq!(take(&browser, PASSWORD).status, 200);
    }
    let letters = app.letters();
    assert_eq!(letters.len(), 3);
    assert_eq!(letters[0].to, "daichi@example.com");
    assert_eq!(
        letters[0].subject,
        "【Omotenashi Connect】アカウントの情報がダウンロードされました"
    );
    assert_eq!(take(&browser, PASSWORD).status, 429);
    assert!(
        app.letters().is_empty(),
        "nothing was given, nothing is told"
    );
    app.clock()
        .set(crate::support::app::tokyo("2026-11-21 11:00"));
    assert_eq!(take(&browser, PASSWORD).status, 200);
    assert_eq!(app.browser().visit(EXPORT).status, 303);
    assert_eq!(browser.post(EXPORT, &[("password", PASSWORD)]).status, 403);
}

#[test]
fn a_long_life_is_one_file_in_bounded_time() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let many = format!(
        "insert into bookings (business_id, number, customer_id, service_id, start_at, end_at, business_date, status) \
         select business_id, 'N' || n, customer_id, service_id, start_at - n * interval '1 day', \
             end_at - n * interval '1 day', business_date - n, 'completed' \
         from bookings, generate_series(1, 2000) n where id = '{}'",
        cast.booking.id
    );
    assert_eq!(app.execute(cast.salon.id, many), 2000);
    let before = app.statements();
    let file = take(&browser, PASSWORD);
    let asked = app.statements() - before;
    let all: Value = serde_json::from_str(&file.html).unwrap();
    assert_eq!(all["bookings"].as_array().unwrap().len(), 2001);
    assert!(
        asked < 60,
        "{asked} statements, however many bookings there are"
    );
}
