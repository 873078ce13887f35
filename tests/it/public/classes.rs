//! The coming sessions of a class, as guests see them: places left, how many are needed, and the way to one of them.

use super::walk::{JA, told};
use crate::{staff::classes::Studio, support::browser::Page};
use serde_json::json;

fn page(studio: &Studio, lang: &str) -> Page {
    let path = format!("/{lang}/b/studio/classes/{}", studio.yoga.id);
    studio.friday.app.browser().open(&path)
}

fn needs(studio: &Studio, calls_off_itself: bool) {
    let row = json!({
        "business_id": studio.shop.id, "service_id": studio.yoga.id, "least": 3, "decide_hours": 12,
        "calls_off_itself": calls_off_itself,
    });
    studio
        .friday
        .app
        .insert(studio.shop.id, "scheduling.class_rules", row);
}

fn line(page: &Page, time: &str) -> String {
    page.part(".soonest", time).text()
}

#[test]
fn each_session_says_how_many_places_are_left_and_is_booked_with_one_press() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    let shown = page(&studio, "ja");
    assert_eq!(shown.heading(), "朝ヨガ");
    assert!(
        line(&shown, "11月21日(土) 10:00").contains("残り2席"),
        "{}",
        shown.text()
    );
    assert!(line(&shown, "11月21日(土) 14:00").contains("残り3席"));
    let details = shown
        .part(".soonest", "11月21日(土) 10:00")
        .press("予約する");
    let confirm = told(&details, &JA, &[]);
    let done = confirm.press(JA.confirm);
    assert_eq!(done.status, 200);
    assert_eq!(studio.standing("confirmed"), 2);
    assert!(line(&page(&studio, "ja"), "11月21日(土) 10:00").contains("残り1席"));
    let english = page(&studio, "en");
    assert!(
        english.text().contains("1 place left"),
        "{}",
        english.text()
    );
}

#[test]
fn how_many_are_needed_is_said_before_anybody_books() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    needs(&studio, true);
    let shown = page(&studio, "ja");
    let says = "最少開催人数は3名です。開始の12時間前の時点で足りないときは中止し、メールでお知らせします。中止の場合、料金はかかりません。";
    assert!(shown.text().contains(says), "{}", shown.text());
    assert!(line(&shown, "11月21日(土) 10:00").contains("開催まであと2名"));
    for seat in 1..3 {
        studio.guest("2026-11-21 10:00", seat, "鈴木");
    }
    let full = line(&page(&studio, "ja"), "11月21日(土) 10:00");
    assert!(
        full.contains("満員") && full.contains("開催に必要な人数に達しています"),
        "{full}"
    );
    assert!(!full.contains("予約する"));
}

#[test]
fn what_is_called_off_is_said_and_what_is_no_class_has_no_such_page() {
    let studio = Studio::new();
    needs(&studio, false);
    let row = json!({
        "business_id": studio.shop.id, "service_id": studio.yoga.id, "date": "2026-11-21", "start_minute": 600, "is_held": false,
    });
    studio
        .friday
        .app
        .insert(studio.shop.id, "scheduling.class_dates", row);
    let off = line(&page(&studio, "ja"), "11月21日(土) 10:00");
    assert!(off.contains("中止") && !off.contains("予約する"), "{off}");
    let cut = format!("/ja/b/aoi-salon/classes/{}", studio.friday.cast.cut.id);
    assert_eq!(studio.friday.app.browser().visit(&cut).status, 404);
    let times = format!("/ja/b/studio/book/times?service={}", studio.yoga.id);
    let list = studio
        .friday
        .app
        .browser()
        .open(&times)
        .follow("日程の一覧で見る");
    assert_eq!(list.heading(), "朝ヨガ");
}

#[test]
fn who_holds_a_place_in_a_session_that_is_called_off_meanwhile_books_nothing() {
    let studio = Studio::new();
    let held = page(&studio, "ja")
        .part(".soonest", "11月21日(土) 10:00")
        .press("予約する");
    let confirm = told(&held, &JA, &[]);
    let asked = studio.session(600).follow("この回を中止");
    asked.press("中止する");
    let lost = confirm.press(JA.confirm);
    assert!(!lost.text().contains("予約が確定"), "{}", lost.text());
    assert_eq!(studio.standing("confirmed"), 0);
    let claims = "select count(*) from scheduling.allocations";
    assert_eq!(studio.count(claims), 0);
}

/// However many book while it is called off: whoever was let in is called off with it, and nobody has a place in it afterwards.
#[test]
fn of_those_who_book_while_a_session_is_called_off_nobody_is_left_in_it() {
    let studio = Studio::new();
    let asked = studio.session(600).follow("この回を中止");
    let path = format!("/ja/b/studio/classes/{}", studio.yoga.id);
    let held: Vec<Page> = (0..3)
        .map(|_| {
            let page = studio.friday.app.browser().open(&path);
            let held = page
                .part(".soonest", "11月21日(土) 10:00")
                .press("予約する");
            told(&held, &JA, &[])
        })
        .collect();
    std::thread::scope(|scope| {
        for confirm in &held {
            scope.spawn(move || confirm.form().send(JA.confirm));
        }
        scope.spawn(|| asked.form().send("中止する"));
    });
    // Whoever looked may have been shown that somebody has booked meanwhile.
    let left = studio.session(600);
    if left.text().contains("この回を中止") {
        let asked = left.follow("この回を中止");
        let button = match asked.text().contains("中止して知らせる") {
            true => "中止して知らせる",
            false => "中止する",
        };
        asked.press(button);
    }
    assert_eq!(studio.standing("confirmed"), 0);
    let claims = "select count(*) from scheduling.allocations where expires_at is null";
    assert_eq!(studio.count(claims), 0);
    let off = "select count(*) from scheduling.class_dates where not is_held";
    assert_eq!(studio.count(off), 1);
}
