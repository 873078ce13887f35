//! Whether a session has the guests it needs: decided once, when its hour has come, however many programs look.

use crate::{
    staff::classes::Studio,
    support::{app::tokyo, wait::wait_for},
};
use omotenashi::work::classes::decide;
use serde_json::json;

const CHECKS: &str = "select count(*) from scheduling.class_checks";
const OFF: &str = "select count(*) from scheduling.class_checks where outcome = 'called_off'";
const ASKED: &str =
    "select count(*) from scheduling.class_checks where outcome = 'asked' and guests = 2";
const LETTERS: &str =
    "select count(*) from notifications.notification_outbox where kind = 'booking_cancelled'";

/// Two of three who are needed come at ten on Saturday; it is decided a day before.
fn scarce(calls_off_itself: bool, since: &str) -> Studio {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    needs(&studio, 3, (calls_off_itself, since));
    studio
}

fn needs(studio: &Studio, least: i64, (calls_off_itself, since): (bool, &str)) {
    let row = json!({
        "business_id": studio.shop.id, "service_id": studio.yoga.id, "least": least, "decide_hours": 24,
        "calls_off_itself": calls_off_itself, "since": tokyo(since),
    });
    studio
        .friday
        .app
        .insert(studio.shop.id, "scheduling.class_rules", row);
}

fn decided(studio: &Studio) -> usize {
    let db = studio.friday.app.db().clone();
    wait_for(async move { decide(&db).await.unwrap() })
}

#[test]
fn too_few_and_the_session_is_called_off_by_itself_once_and_everybody_is_told_without_a_fee() {
    let studio = scarce(true, "2026-11-19 09:00");
    assert_eq!(decided(&studio), 1, "the one at two is not due yet");
    assert_eq!((studio.standing("cancelled"), studio.count(OFF)), (2, 1));
    assert_eq!(studio.count(LETTERS), 2);
    assert!(!studio.offers("10:00") && studio.offers("14:00"));
    assert_eq!(decided(&studio), 0);
    assert_eq!((studio.count(CHECKS), studio.count(LETTERS)), (1, 2));
    studio.friday.app.clock().set(tokyo("2026-11-20 12:16"));
    let letters = studio.friday.app.letters();
    assert_eq!(letters.len(), 2);
    for letter in letters {
        let says = ["最少開催人数に満たないため", "キャンセル料はかかりません"];
        assert!(
            says.iter().all(|words| letter.text.contains(words)),
            "{}",
            letter.text
        );
    }
    let page = studio.session(600);
    assert!(
        page.text().contains("自動で中止しました"),
        "{}",
        page.text()
    );
}

#[test]
fn two_programs_that_look_at_once_decide_it_once() {
    let studio = scarce(true, "2026-11-19 09:00");
    let (one, other) = (
        studio.friday.app.db().clone(),
        studio.friday.app.db().clone(),
    );
    let both = wait_for(async move { tokio::join!(decide(&one), decide(&other)) });
    assert_eq!(both.0.unwrap() + both.1.unwrap(), 1);
    assert_eq!((studio.count(CHECKS), studio.count(LETTERS)), (1, 2));
}

#[test]
fn where_the_shop_wishes_it_is_asked_and_nothing_is_called_off() {
    let studio = scarce(false, "2026-11-19 09:00");
    assert_eq!(decided(&studio), 1);
    assert_eq!((studio.standing("cancelled"), studio.count(ASKED)), (0, 1));
    assert!(studio.offers("10:00"), "it stands until somebody decides");
    let list = studio.friday.aoi().open("/ja/staff/studio/sessions");
    let ten = list.part(".day-lines > li", "10:00").text();
    assert!(ten.contains("開催するか決めてください"), "{ten}");
    let page = studio.session(600);
    assert!(
        page.text().contains("最少開催人数3名に対して"),
        "{}",
        page.text()
    );
    let letter = studio.friday.app.letter();
    let says = [
        "人数が最少開催人数に足りないクラスの回があります",
        "/ja/staff/studio/sessions",
    ];
    assert!(
        says.iter().all(|words| letter.text.contains(words)),
        "{}",
        letter.text
    );
    let kept = page.press("このまま開催する");
    assert_eq!(kept.flash().unwrap(), "開催することにしました");
    assert!(!kept.text().contains("最少開催人数3名に対して"));
    assert_eq!(decided(&studio), 0);
}

#[test]
fn enough_is_enough_whatever_becomes_of_it_later() {
    let studio = scarce(true, "2026-11-19 09:00");
    studio.guest("2026-11-21 10:00", 2, "高橋");
    assert_eq!(decided(&studio), 1);
    assert_eq!((studio.count(OFF), studio.count(CHECKS)), (0, 1));
    studio.friday.app.execute(
        studio.shop.id,
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer'",
    );
    assert_eq!(decided(&studio), 0);
    assert_eq!((studio.count(OFF), studio.count(CHECKS)), (0, 1));
}

#[test]
fn what_had_to_be_decided_before_the_rule_was_made_stays_as_it_was() {
    // Made at eleven, when it was already too late for ten o'clock.
    let studio = scarce(true, "2026-11-20 11:00");
    assert_eq!(decided(&studio), 0);
    assert_eq!(studio.standing("confirmed"), 2);
    // At two the next session's hour has come: nobody has booked it, and nobody is told.
    studio.friday.app.clock().set(tokyo("2026-11-20 14:00"));
    assert_eq!(decided(&studio), 1);
    assert_eq!((studio.count(OFF), studio.count(LETTERS)), (1, 0));
    assert!(!studio.offers("14:00") && studio.offers("10:00"));
}

#[test]
fn whoever_still_waits_for_the_shop_is_not_counted() {
    let studio = scarce(true, "2026-11-19 09:00");
    let third = studio.guest("2026-11-21 10:00", 2, "高橋");
    let waits = format!(
        "update bookings.bookings set status = 'pending' where id = '{}'",
        third.id
    );
    assert_eq!(studio.friday.app.execute(studio.shop.id, waits), 1);
    assert_eq!(decided(&studio), 1);
    assert_eq!(studio.count(OFF), 1, "two of three are certain");
}

#[test]
fn what_is_decided_at_night_is_asked_in_the_morning() {
    let studio = scarce(false, "2026-11-19 09:00");
    let rules = "update scheduling.class_rules set decide_hours = 12";
    assert_eq!(studio.friday.app.execute(studio.shop.id, rules), 1);
    // Twelve hours before ten o'clock.
    studio.friday.app.clock().set(tokyo("2026-11-20 22:00"));
    assert_eq!(decided(&studio), 1);
    assert_eq!(studio.count(ASKED), 1);
    assert!(studio.friday.app.letters().is_empty(), "nobody is woken");
    studio.friday.app.clock().set(tokyo("2026-11-21 08:00"));
    let letter = studio.friday.app.letter();
    assert!(letter.text.contains("最少開催人数"), "{}", letter.text);
}
