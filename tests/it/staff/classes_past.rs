//! What was said of single sessions of days that are over: not read again with every question about days to come, and there where
//! somebody asks about then.

use super::classes::{STUDIO, Studio};
use serde_json::json;

/// A Saturday weeks ago.
const BEFORE: &str = "2026-10-10";

/// What is said of some of its sessions.
fn said(studio: &Studio, sessions: &[(u16, bool)]) {
    let rules = json!({"business_id": studio.shop.id, "service_id": studio.yoga.id, "least": 1, "decide_hours": 0,
        "calls_off_itself": false});
    let app = &studio.friday.app;
    app.insert(studio.shop.id, "scheduling.class_rules", rules);
    for (minute, is_held) in sessions {
        let row = json!({"business_id": studio.shop.id, "service_id": studio.yoga.id, "date": BEFORE,
            "start_minute": minute, "is_held": is_held});
        app.insert(studio.shop.id, "scheduling.class_dates", row);
    }
}

fn status(studio: &Studio, minute: u16) -> u16 {
    let path = format!("{STUDIO}/sessions/{}/{BEFORE}/{minute}", studio.yoga.id);
    studio.friday.aoi().visit(&path).status
}

#[test]
fn a_session_that_was_added_weeks_ago_is_still_told_on_its_day() {
    let studio = Studio::new();
    said(&studio, &[(660, true), (600, false)]);
    assert_eq!(status(&studio, 660), 200, "added then");
    assert_eq!(status(&studio, 840), 200, "as the timetable has it");
    assert_eq!(status(&studio, 690), 404, "never");
    let path = format!("{STUDIO}/sessions/{}/{BEFORE}/600", studio.yoga.id);
    let off = studio.friday.aoi().open(&path);
    assert!(off.text().contains("中止"), "{}", off.text());
}

#[test]
fn days_to_come_cost_no_statement_for_those_that_are_over() {
    let studio = Studio::new();
    let asked = |path: &str| {
        let browser = studio.friday.aoi();
        browser.open(path);
        let before = studio.friday.app.statements();
        browser.open(path);
        studio.friday.app.statements() - before
    };
    let (coming, gone) = (
        format!("{STUDIO}/sessions/{}/2026-11-21/600", studio.yoga.id),
        format!("{STUDIO}/sessions/{}/{BEFORE}/600", studio.yoga.id),
    );
    let before = (asked(&coming), asked(&gone));
    said(&studio, &[(600, false), (660, true)]);
    assert_eq!(asked(&coming), before.0);
    assert!(
        asked(&gone) > before.1,
        "these are read when they are asked about"
    );
}
