//! `bounce`: a letter that came back later.

use crate::{
    mail::bounces::report,
    support::{
        app::{TestApp, TestOptions},
        people::Cast,
    },
};
use serde_json::json;
use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Hands a report to the program.
fn bounce(app: &TestApp, report: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut asked = Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .arg("bounce")
        .env_clear()
        .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
        .env("OC_DATA_DIR", folder.path())
        .env("DATABASE_URL", app.database_url())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = asked.stdin.take().unwrap();
    input.write_all(report.as_bytes()).unwrap();
    drop(input);
    let answer = asked.wait_with_output().unwrap();
    assert!(answer.status.success());
    String::from_utf8(answer.stdout).unwrap()
}

#[test]
fn a_letter_that_comes_back_later_bounces_and_marks_its_address_and_nothing_else() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let salon = cast.salon.id;
    let letter = json!({
        "business_id": salon, "booking_id": cast.booking.id, "kind": "booking_confirmed", "template": "x",
        "to_email": "hanako@example.com", "delivery_status": "sent", "sent_at": "2026-11-20T00:50:00Z", "attempts": 1,
    });
    let letter = app
        .insert(salon, "notifications.notification_outbox", letter)
        .to_string();
    let is_bounced = || {
        app.count(salon, "select count(*) from notifications.notification_outbox where delivery_status = 'bounced'")
    };
    let is_marked = || {
        app.count(salon, "select count(*) from notifications.unreached_addresses where email = 'hanako@example.com'")
    };
    let failed = ("failed", "5.1.1");
    let stranger = uuid::Uuid::new_v4().to_string();
    for wrong in [
        report(&letter, "other@example.com", failed),
        report(&stranger, "hanako@example.com", failed),
        report(&letter, "hanako@example.com", ("delayed", "4.4.1")),
        report("x", "hanako@example.com", failed),
        "hello".to_owned(),
    ] {
        assert_eq!(bounce(&app, &wrong), "no letter came back\n");
        assert_eq!((is_bounced(), is_marked()), (0, 0), "{wrong}");
    }
    let right = report(&letter, "Hanako@example.com", failed);
    assert_eq!(bounce(&app, &right), "a letter came back\n");
    assert_eq!((is_bounced(), is_marked()), (1, 1));
    assert_eq!(bounce(&app, &right), "no letter came back\n");
    let lines = "select count(*) from notifications.notification_logs where status = 'failed' and error like '5.1.1%'";
    assert_eq!(app.count(salon, lines), 1);
    let booking = "select version from bookings.bookings where status = 'confirmed'";
    assert_eq!(app.count(salon, booking), 1);
}
