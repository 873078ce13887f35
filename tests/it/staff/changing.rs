//! Over another, knowingly; and with somebody else.

use super::scene::Friday;
use crate::support::{browser::Page, build::booking::Booked, chromium::Chromium};
use omotenashi::base::ids::ResourceId;

const ANYWAY: &str = "重なったまま変更する";
const SAVE: &str = "変更を保存";

fn form(friday: &Friday, booked: &Booked) -> Page {
    let page = friday.aoi().open(&Friday::page_of(booked));
    page.follow("予約を変更")
}

fn count(friday: &Friday, sql: &str) -> i64 {
    friday.app.count(friday.cast.salon.id, sql)
}

/// Claims of a booking on somebody, beginning at a wall time of that Friday.
fn takes(friday: &Friday, booked: &Booked, whose: ResourceId, wall: &str) -> i64 {
    let sql = format!(
        "select count(*) from scheduling.allocations where booking_id = '{}' and resource_id = '{whose}'
         and start_at = '2026-11-20 {wall}+09'",
        booked.id
    );
    count(friday, &sql)
}

fn letters(friday: &Friday) -> i64 {
    count(
        friday,
        "select count(*) from notifications.notification_outbox where kind = 'booking_changed'",
    )
}

#[test]
fn over_another_it_is_moved_only_with_a_reason_which_is_kept() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let clash = form(&friday, &friday.coming)
        .fill("time", "12:00")
        .press(SAVE);
    assert_eq!(clash.status, 409);
    let without = clash.press(ANYWAY);
    assert_eq!(without.status, 409);
    assert_eq!(
        without.error("override_reason").unwrap(),
        "重ねて予約する理由を入力してください"
    );
    assert_eq!(takes(&friday, &friday.coming, ben, "14:00"), 1, "as it was");
    let with = without
        .fill("override_reason", "同じ席で待てる")
        .press(ANYWAY);
    assert_eq!(with.status, 200, "{:?}", with.errors());
    assert!(with.text().contains("12:00〜13:00"));
    let story = with.part(".story", "重なり").text();
    assert!(
        story.contains("重なりを承知で予約") && story.contains("同じ席で待てる"),
        "{story}"
    );
    assert_eq!(takes(&friday, &friday.coming, ben, "12:00"), 1);
    assert_eq!(takes(&friday, &friday.coming, ben, "14:00"), 0);
}

#[test]
fn a_reason_where_nothing_clashes_is_not_kept() {
    let friday = Friday::new();
    let clash = form(&friday, &friday.coming)
        .fill("time", "12:00")
        .press(SAVE);
    let moved = clash
        .fill("override_reason", "念のため")
        .fill("time", "17:00")
        .press(ANYWAY);
    assert_eq!(moved.status, 200);
    assert!(!moved.text().contains("重なりを承知で"));
}

#[test]
fn somebody_else_serves_and_the_fee_for_choosing_follows_whom_the_customer_asked_for() {
    let friday = Friday::new();
    let (aoi, ben) = (friday.cast.salon.staff[0], friday.cast.salon.staff[1]);
    friday.app.execute(
        friday.cast.salon.id,
        format!("update scheduling.resources set nomination_fee_cents = 1100 where id = '{aoi}'"),
    );
    let page = form(&friday, &friday.coming)
        .form()
        .tick("nominated", "yes")
        .fill("staff", &aoi.to_string())
        .fill("reason", "お客様のご希望")
        .press(SAVE);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    assert!(
        page.text().contains("14:00〜15:00"),
        "the time stays as it was"
    );
    assert!(
        page.text().contains("指名料（佐藤） 1,100円") && page.text().contains("6,600円"),
        "{}",
        page.text()
    );
    let story = page.part(".story", "担当").text();
    assert!(
        story.contains("担当の変更: 鈴木 → 佐藤") && story.contains("お客様のご希望"),
        "{story}"
    );
    assert!(story.contains("料金の変更: 5,500円 → 6,600円"), "{story}");
    assert!(!story.contains("日時の変更") && !story.contains("指名なし"));
    assert_eq!(takes(&friday, &friday.coming, aoi, "14:00"), 1);
    assert_eq!(letters(&friday), 1, "somebody else was promised");
    // The shop gives it to somebody else: nobody pays for a choice that is not kept.
    let page = page
        .follow("予約を変更")
        .fill("staff", &ben.to_string())
        .press(SAVE);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    assert!(!page.text().contains("指名料（") && page.text().contains("指名なしに変更"));
    let agreed = format!(
        "select price_cents from bookings.bookings where id = '{}' and not is_nominated",
        friday.coming.id
    );
    assert_eq!(count(&friday, &agreed), 5500);
}

#[test]
fn who_was_promised_nobody_is_not_told_of_another() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let page = form(&friday, &friday.late)
        .form()
        .untick("tell")
        .fill("time", "16:00")
        .press(SAVE);
    assert_eq!(letters(&friday), 0);
    let page = page
        .follow("予約を変更")
        .fill("staff", &ben.to_string())
        .press(SAVE);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    assert_eq!(takes(&friday, &friday.late, ben, "16:00"), 1);
    assert_eq!(letters(&friday), 0);
}

#[test]
fn somebody_who_is_busy_is_told_by_name_and_their_nearest_time_is_one_press_away() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let page = form(&friday, &friday.late)
        .fill("staff", &ben.to_string())
        .press(SAVE);
    assert_eq!(page.status, 409);
    assert_eq!(
        page.document().words(".clash h2").unwrap(),
        "この時間は鈴木さんの別の予約（11:30〜12:30）と重なっています"
    );
    assert_eq!(
        page.part("form[novalidate]", "").field("staff").value,
        ben.to_string()
    );
    let clash = page.part(".clash", "重なって");
    let nearest = clash.document().all("button")[0].text().collect::<String>();
    let moved = clash.press(nearest.trim());
    assert_eq!(moved.status, 200, "{:?}", moved.errors());
    let hers = format!(
        "select count(*) from scheduling.allocations where booking_id = '{}' and resource_id = '{ben}'",
        friday.late.id
    );
    assert_eq!(count(&friday, &hers), 1);
}

#[test]
fn nobody_from_elsewhere_can_be_chosen() {
    let friday = Friday::new();
    let page = form(&friday, &friday.coming);
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap();
    let theirs = friday.cast.clinic.staff[0].to_string();
    let path = format!("{}/move", Friday::page_of(&friday.coming));
    for staff in [theirs.as_str(), "nobody"] {
        let pairs = [
            ("csrf", csrf),
            ("version", "1"),
            ("date", "2026-11-20"),
            ("time", "14:00"),
            ("staff", staff),
        ];
        let answer = page.browser.post(&path, &pairs);
        assert_eq!(answer.status, 422, "{staff}");
        assert!(answer.error("staff").is_some());
    }
}

#[test]
fn the_page_and_its_clash_are_for_everybody_on_any_screen() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window
        .as_of(&friday.aoi())
        .visit(&format!("{}/move", Friday::page_of(&friday.coming)));
    assert_eq!(window.violations(), Vec::<String>::new());
    window.fill("time", "12:00").press(SAVE);
    window.until("document.querySelector('.clash-anyway') !== null");
    assert_eq!(window.violations(), Vec::<String>::new());
    window.picture("staff-change-clash");
    window.size(360, 740);
    assert!(!window.is_too_wide());
}
