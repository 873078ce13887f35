//! How long a service really takes is told on its page, with the number of visits it rests on.

use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::a_booking,
    people::Cast,
};
use chrono::TimeDelta;
use serde_json::json;

/// A visit of an hour that took so many minutes.
fn visit(app: &TestApp, cast: &Cast, day: usize, minutes: i64) {
    let booked = a_booking(app, &cast.salon, &cast.cut)
        .at(&format!("2026-11-{day:02} 11:00"))
        .status("completed")
        .build();
    let begun = tokyo(&format!("2026-11-{day:02} 11:05"));
    for (state, at) in [
        ("in_service", begun),
        ("completed", begun + TimeDelta::minutes(minutes)),
    ] {
        let row = json!({
            "business_id": cast.salon.id, "booking_id": booked.id, "field_changed": "status", "new_value": state,
            "actor": "member", "created_at": at,
        });
        app.insert(cast.salon.id, "bookings.booking_history", row);
    }
}

#[test]
fn ten_visits_say_how_long_it_really_takes_and_nine_do_not() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let page = format!("/ja/owner/aoi-salon/menu/{}", cast.cut.id);
    let aoi = cast.aoi.sign_in(&app);
    for day in 1..=9 {
        visit(&app, &cast, day, 72);
    }
    // Nobody has a cut in a minute: that is a press that was forgotten.
    visit(&app, &cast, 10, 1);
    assert!(!aoi.open(&page).text().contains("中央値"));
    visit(&app, &cast, 11, 60);
    let told = aoi.open(&page);
    assert!(
        told.text().contains("中央値は72分です（直近10回）"),
        "{}",
        told.text()
    );
    assert_eq!(told.field("minutes").value, "60", "it stays as it is");
}
