//! Why a time cannot be chosen, as a guest is told: one sentence, and what would open it.

use super::strict::Strict;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    people::Cast,
};

fn asked(app: &TestApp, cast: &Cast, staff: &str, when: (&str, &str)) -> Page {
    let (cut, (date, time)) = (&cast.cut.id, when);
    let path = format!(
        "/ja/b/aoi-salon/book/why?service={cut}&staff={staff}&party=1&date={date}&time={time}"
    );
    app.browser().open(&path).strict()
}

#[test]
fn a_guest_is_told_in_one_sentence_and_what_would_open_it() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.salon.staff[0].to_string();
    // Daichi is with Aoi tomorrow at two.
    let page = asked(&app, &cast, &aoi, ("2026-11-21", "14:00"));
    let text = page.text();
    assert!(text.contains("この時間はすでに埋まっています"), "{text}");
    assert!(!text.contains("小川"), "nothing of anybody else: {text}");
    assert!(text.contains("担当を指名しなければ"), "{text}");
    assert!(!page.document().all("button.time").is_empty());
    let times = page.follow("指名なしの空き時間を見る");
    assert!(times.url.contains("/book/times?"), "{}", times.url);
    let anybody = asked(&app, &cast, "", ("2026-11-21", "14:00"));
    assert!(anybody.text().contains("この時間は予約できます"));
    let night = asked(&app, &cast, "", ("2026-11-21", "22:00"));
    assert!(night.text().contains("この時間は受付時間外です"));
}

#[test]
fn the_times_lead_there_and_what_cannot_be_read_is_said() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let path = format!("/ja/b/aoi-salon/book/times?service={}", cast.cut.id);
    let page = app.browser().open(&path).strict();
    let page = page.follow("選べない時間の理由を確かめる").strict();
    assert!(page.errors().is_empty());
    let wrong = page
        .fill("date", "2026-11-21")
        .fill("time", "ひる")
        .press("確かめる");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("time").is_some());
    assert_eq!(wrong.field("time").value, "ひる");
}

#[test]
fn of_whom_guests_do_not_see_nothing_is_told() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.salon.staff[0].to_string();
    let hidden = format!("update scheduling.resources set is_nominable = false where id = '{aoi}'");
    assert_eq!(app.execute(cast.salon.id, hidden), 1);
    // Daichi is with her tomorrow at two; somebody else is free.
    let page = asked(&app, &cast, &aoi, ("2026-11-21", "14:00"));
    assert!(
        page.text().contains("この時間は予約できます"),
        "{}",
        page.text()
    );
    assert_eq!(page.field("staff").value, "");
}
