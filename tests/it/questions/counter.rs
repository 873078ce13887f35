//! What the shop sees of the answers, who may, and what becomes of them.

use super::{house, question};
use crate::public::walk::says;
use serde_json::json;

const DESK: &str = "/ja/staff/aoi-salon";

/// An answer of Daichi's beside his booking with Aoi.
fn answered(app: &crate::support::app::TestApp, cast: &crate::support::people::Cast) {
    let answers =
        json!([{"question": null, "ja": "症状", "en": "Symptoms", "given": {"text": "頭が痛い"}}]);
    let row =
        json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "answers": answers});
    app.insert(cast.salon.id, "bookings.booking_answers", row);
}

#[test]
fn who_may_read_notes_reads_answers_and_others_only_that_there_are_some() {
    let (app, cast, aoi) = house();
    answered(&app, &cast);
    let page = format!("{DESK}/bookings/{}", cast.booking.id);
    says(
        &aoi.open(&page),
        &["事前の質問への回答", "症状", "頭が痛い"],
    );
    let ben = cast.ben.sign_in(&app);
    says(&ben.open(&page), &["頭が痛い"]);
    app.execute(
        cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"customers-read": false}' where role = 'service_provider'"#,
    );
    let closed = cast.ben.sign_in(&app).open(&page);
    says(
        &closed,
        &["回答があります。", "お客様のメモを見られるスタッフだけ"],
    );
    assert!(!closed.html.contains("頭が痛い") && !closed.html.contains("症状"));
    let english = aoi.open(&page.replace("/ja/", "/en/"));
    says(&english, &["Symptoms", "Answers given beforehand"]);
}

#[test]
fn the_day_has_a_mark_and_no_words_and_what_is_missing_is_said() {
    let (app, cast, aoi) = house();
    let sheet = |browser: &crate::support::browser::Browser| {
        browser.open(&format!("{DESK}/print?date=2026-11-21"))
    };
    let page = format!("{DESK}/bookings/{}", cast.booking.id);
    assert!(!sheet(&aoi).text().contains("回答"));
    assert!(!aoi.open(&page).text().contains("事前の質問"));
    question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "これからの質問"),
        json!({"is_required": true, "created_at": "2026-11-30T00:00:00Z"}),
    );
    assert!(!sheet(&aoi).text().contains("未回答"), "it was not asked");
    assert!(!aoi.open(&page).text().contains("未回答"));
    question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "アレルギー"),
        json!({"is_required": true}),
    );
    says(&sheet(&aoi), &["未回答"]);
    says(&aoi.open(&page), &["未回答の質問があります: アレルギー"]);
    answered(&app, &cast);
    let marked = sheet(&aoi);
    says(&marked, &["回答あり"]);
    assert!(!marked.html.contains("頭が痛い") && !marked.html.contains("症状"));
    let day = aoi.open(&format!("{DESK}/day?date=2026-11-21"));
    assert!(!day.html.contains("頭が痛い"));
}

#[test]
fn staff_take_a_booking_without_answers() {
    let (app, cast, aoi) = house();
    question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "アレルギー"),
        json!({"is_required": true}),
    );
    let done = aoi
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(done.status, 200, "{:?}", done.errors());
    says(&done, &["未回答の質問があります: アレルギー"]);
}

#[test]
fn another_shop_sees_nothing_of_it_and_the_trail_has_no_words() {
    let (app, cast, _) = house();
    answered(&app, &cast);
    let chika = cast.chika.sign_in(&app);
    let page = format!("/ja/staff/chika-clinic/bookings/{}", cast.booking.id);
    assert_eq!(chika.open(&page).status, 404);
    assert_eq!(
        app.count(
            cast.clinic.id,
            "select count(*) from bookings.booking_answers"
        ),
        0
    );
    let trail = "select count(*) from audit.audit_logs where position('頭が痛い' in concat(before_json, after_json)) > 0";
    assert_eq!(app.count(cast.salon.id, trail), 0);
}
