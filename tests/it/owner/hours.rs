//! The week: looked at before it is saved, from a date on.

use super::OFFICE;
use crate::{
    staff::scene::Friday,
    support::browser::{Filling, Page},
};
use chrono::NaiveDate;
use omotenashi::{
    base::time::WallSpan,
    domain::{businesses::hours, scheduling::day_plan},
};

const LOOK: &str = "変更の影響を確認";
const SAVE: &str = "この内容で保存";

/// The form of the week.
fn form(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{OFFICE}/hours/week"))
}

/// Closed on Fridays from a date on.
fn no_fridays<'a>(page: &'a Page, since: &str) -> Filling<'a> {
    page.fill("since", since)
        .fill("d5a_from", "")
        .fill("d5a_until", "")
}

/// When the shop is open on a date.
fn open_on(friday: &Friday, date: &str) -> Vec<String> {
    let date: NaiveDate = date.parse().unwrap();
    let said = |span: &WallSpan| format!("{}-{}", span.from(), span.until());
    friday.app.tenant(friday.cast.salon.id, move |tx| {
        Ok(day_plan::read(tx, &[], (date, 1))?[0]
            .opening
            .iter()
            .map(said)
            .collect())
    })
}

#[test]
fn a_week_is_looked_at_then_saved_and_holds_from_its_date() {
    let friday = Friday::new();
    let looked = form(&friday)
        .fill("since", "2026-12-01")
        .fill("d1a_from", "")
        .fill("d1a_until", "")
        .fill("d2a_from", "１１００")
        .fill("d2a_until", "14:00")
        .fill("d2b_from", "17:00")
        .fill("d2b_until", "25:30")
        .press(LOOK);
    assert_eq!(
        (looked.status, looked.heading()),
        (200, "変更の確認".to_owned())
    );
    assert!(
        looked.text().contains("12月1日(火)から"),
        "{}",
        looked.text()
    );
    assert_eq!(
        open_on(&friday, "2026-12-07"),
        ["10:00-19:00"],
        "nothing is saved by looking"
    );
    let saved = looked.press(SAVE);
    assert_eq!(saved.flash().unwrap(), "営業時間を保存しました");
    assert_eq!(
        open_on(&friday, "2026-11-30"),
        ["10:00-19:00"],
        "the Monday before"
    );
    assert!(open_on(&friday, "2026-12-07").is_empty(), "a Monday after");
    assert_eq!(
        open_on(&friday, "2026-12-01"),
        ["11:00-14:00", "17:00-25:30"]
    );
    assert!(
        saved
            .part("section", "12月1日(火)から")
            .text()
            .contains("17:00〜25:30")
    );
    let guests = friday.aoi().open("/ja/b/aoi-salon");
    assert!(!guests.text().contains("25:30"), "not yet");
    let withdrawn = saved.press("この変更を取りやめる");
    assert_eq!(
        withdrawn.flash().unwrap(),
        "予定していた変更を取りやめました"
    );
    assert_eq!(open_on(&friday, "2026-12-07"), ["10:00-19:00"]);
}

#[test]
fn bookings_that_would_lie_outside_are_named_and_stay_as_they_are() {
    let friday = Friday::new();
    let page = form(&friday);
    let looked = no_fridays(&page, "2026-11-20").press(LOOK);
    assert!(
        looked.text().contains("影響を受ける予約（2件）"),
        "{}",
        looked.text()
    );
    assert!(looked.text().contains("Nguyen Linh 様"));
    let there = Friday::page_of(&friday.coming);
    let link = format!(".effect .clash a[href='{there}']");
    assert_eq!(looked.document().all(&link).len(), 1);
    assert_eq!(looked.press(SAVE).status, 200);
    assert!(friday.status(&friday.coming, "confirmed"));
    // What lies outside already is no news.
    let again = form(&friday).fill("d1a_until", "18:00").press(LOOK);
    assert!(again.text().contains("影響を受ける予約（0件）"));
}

#[test]
fn a_later_date_leaves_the_bookings_before_it_alone() {
    let friday = Friday::new();
    let looked = no_fridays(&form(&friday), "2026-11-21").press(LOOK);
    assert!(
        looked.text().contains("影響を受ける予約（0件）"),
        "{}",
        looked.text()
    );
}

#[test]
fn weeks_of_a_month_holidays_and_their_eves_come_back_as_they_were_typed() {
    let friday = Friday::new();
    let saved = form(&friday)
        .fill("d7_mode", "closed")
        .fill("d8_mode", "hours")
        .fill("d8a_from", "9:00")
        .fill("d8a_until", "21:00")
        .fill("n0_day", "2")
        .tick("n0_week2", "yes")
        .tick("n0_week4", "yes")
        .press(LOOK)
        .press(SAVE);
    assert_eq!(saved.status, 200);
    for said in ["祝日 定休日", "祝前日 9:00〜21:00", "第2・第4火曜日 定休日"] {
        assert!(saved.text().contains(said), "{said}: {}", saved.text());
    }
    assert!(open_on(&friday, "2026-11-24").is_empty(), "the 4th Tuesday");
    assert!(open_on(&friday, "2026-11-23").is_empty(), "a holiday");
    assert_eq!(
        open_on(&friday, "2026-11-22"),
        ["09:00-21:00"],
        "the day before one"
    );
    let page = form(&friday);
    for (field, value) in [
        ("d7_mode", "closed"),
        ("d8a_until", "21:00"),
        ("n0_day", "2"),
    ] {
        assert_eq!(page.field(field).value, value);
    }
    assert_eq!(page.field("n0_week4").value, "yes");
    // The same once more changes nothing.
    let looked = page.press(LOOK);
    assert!(
        looked
            .text()
            .contains("増える開始時刻 0件、減る開始時刻 0件"),
        "{}",
        looked.text()
    );
}

#[test]
fn whatever_is_wrong_is_said_at_its_row_all_at_once_and_kept() {
    let friday = Friday::new();
    let refused = form(&friday)
        .fill("since", "2026-11-19")
        .fill("d1a_until", "")
        .fill("d2a_from", "朝から")
        .fill("d3a_from", "20:00")
        .fill("d4b_from", "18:00")
        .fill("d4b_until", "20:00")
        .fill("d8_mode", "hours")
        .tick("n0_week2", "yes")
        .press(LOOK);
    assert_eq!(refused.status, 422);
    let said = refused.errors();
    for words in [
        "今日以降の日付を選んでください",
        "開始と終了の両方を入力してください",
        "時刻は「9:00」のように入力してください",
        "終了は開始より後の時刻にしてください（翌日にかかるときは25:30のように書きます）",
        "時間が重なっています。重ならないように直してください",
        "営業時間を入力してください",
        "曜日を選んでください",
    ] {
        assert!(
            said.iter().any(|one| one.contains(words)),
            "{words}: {said:?}"
        );
    }
    assert_eq!(said.len(), 7, "{said:?}");
    assert_eq!(
        refused.error("d2").unwrap(),
        "時刻は「9:00」のように入力してください"
    );
    assert_eq!(refused.field("d2a_from").value, "朝から");
    let weeks = friday.app.tenant(friday.cast.salon.id, hours::weeks);
    assert_eq!(weeks.len(), 7, "as it was");
}

#[test]
fn of_two_who_change_the_week_the_second_sees_what_the_first_saved() {
    let friday = Friday::new();
    let (one, other) = (form(&friday), form(&friday));
    let late = other.fill("d1a_until", "20:00").press(LOOK);
    one.fill("d1a_until", "21:00").press(LOOK).press(SAVE);
    let refused = late.press(SAVE);
    assert_eq!(refused.status, 409);
    assert!(
        refused
            .errors()
            .iter()
            .any(|said| said.contains("ほかの方が先に変更しました"))
    );
    assert!(
        refused
            .part("section", "いま保存されている営業時間")
            .text()
            .contains("21:00")
    );
    assert_eq!(refused.field("d1a_until").value, "20:00");
    assert_eq!(open_on(&friday, "2026-11-23"), ["10:00-21:00"]);
    // And then chooses.
    refused.press(LOOK).press(SAVE);
    assert_eq!(open_on(&friday, "2026-11-23"), ["10:00-20:00"]);
}

#[test]
fn mending_and_the_other_language_keep_what_was_typed() {
    let friday = Friday::new();
    let looked = form(&friday).fill("d1a_until", "20:15").press(LOOK);
    let english = looked.press("English");
    assert_eq!(english.heading(), "Check the change");
    let mended = looked.press("内容を直す");
    assert_eq!(mended.field("d1a_until").value, "20:15");
    let english = mended.fill("d2a_until", "20:30").press("English");
    assert_eq!(english.heading(), "Change opening hours");
    assert_eq!(english.field("d2a_until").value, "20:30");
}

#[test]
fn one_press_stops_online_bookings_and_one_lets_them_go_on() {
    let friday = Friday::new();
    let today = friday.aoi().open("/ja/staff/aoi-salon/today");
    let stopped = today.press("ネット予約の受付を止める");
    assert_eq!(stopped.flash().unwrap(), "ネット予約の受付を止めました");
    assert!(
        stopped
            .document()
            .words(".desk-notice")
            .unwrap()
            .contains("止めています")
    );
    let guest = friday.app.browser();
    assert!(
        guest
            .open("/ja/b/aoi-salon")
            .text()
            .contains("オンラインでの予約受付を停止")
    );
    stopped.press("ネット予約の受付を再開");
    assert!(
        !guest
            .open("/ja/b/aoi-salon")
            .text()
            .contains("オンラインでの予約受付を停止")
    );
}
