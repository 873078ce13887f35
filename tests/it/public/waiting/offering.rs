//! What comes free is offered in order, held until it has to be answered, and then the next one's.

use super::{Scene, WEDNESDAY};
use crate::{
    public::{strict::Strict, walk::JA},
    support::app::{TestApp, TestOptions, tokyo},
};
use serde_json::json;

const AT_TWO: &str = "select count(*) from bookings.bookings where start_at = '2026-11-25 14:00+09' and status = 'confirmed'";

#[test]
fn what_is_called_off_is_held_for_the_first_and_becomes_their_booking() {
    let scene = Scene::new();
    let (first, second) = (scene.waiting("一番", 60), scene.waiting("二番", 30));
    scene.call_off();
    let place = scene.offered().strict();
    assert_eq!(place.heading(), "空きが出ました");
    // Twenty-four hours of waking: eleven today, thirteen tomorrow.
    let said = place.text();
    assert!(said.contains("回答期限: 11月21日(土) 21:00"), "{said}");
    assert!(scene.is(first, "notified") && scene.is(second, "active"));
    assert!(!scene.stranger(), "it is held");
    let check = place.follow("この時間の予約へ進む").strict();
    let done = check.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert!(scene.is(first, "converted") && scene.is(second, "active"));
    assert_eq!((scene.count(AT_TWO), scene.look()), (1, 0));
}

#[test]
fn whoever_the_shop_prefers_comes_first() {
    let scene = Scene::new();
    let (first, vip) = (scene.waiting("一番", 60), scene.preferred("常連", 5, "vip"));
    scene.call_off();
    assert_eq!(scene.offers().len(), 1);
    assert!(scene.is(vip, "notified") && scene.is(first, "active"));
}

#[test]
fn what_is_not_answered_goes_to_the_next_and_what_is_declined_at_once() {
    let scene = Scene::of(TestApp::start(TestOptions::default()), 1);
    let (first, second) = (scene.waiting("一番", 60), scene.waiting("二番", 30));
    let third = scene.waiting("三番", 10);
    scene.call_off();
    assert_eq!(scene.offers().len(), 1);
    scene.app.clock().set(tokyo("2026-11-20 11:02"));
    assert_eq!(scene.look(), 1);
    assert!(scene.is(first, "expired") && scene.is(second, "notified"));
    let letters = scene.app.letters();
    let subjects: Vec<&str> = letters.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(letters.len(), 2, "{subjects:?}");
    assert!(subjects.iter().any(|one| one.contains("ご案内終了")));
    let offer = letters
        .iter()
        .find(|one| one.subject.contains("空きのご案内"));
    let path = crate::support::letters::link(offer.unwrap());
    scene.app.browser().open(&path).press("登録を取り消す");
    assert!(scene.is(second, "cancelled"));
    assert_eq!(scene.offers().len(), 1);
    assert!(scene.is(third, "notified"));
}

#[test]
fn at_night_nobody_is_woken_and_the_clock_does_not_go() {
    let scene = Scene::of(TestApp::start(TestOptions::default()), 1);
    scene.waiting("一番", 60);
    scene.app.clock().set(tokyo("2026-11-20 22:00"));
    scene.call_off();
    assert!(scene.offers().is_empty());
    assert!(!scene.stranger(), "it is held all night");
    scene.app.clock().set(tokyo("2026-11-21 08:00"));
    let said = scene.offered().text();
    assert!(said.contains("回答期限: 11月21日(土) 9:00"), "{said}");
}

#[test]
fn nobody_is_offered_what_they_could_not_answer() {
    // A booking needs an hour's notice, so ten minutes are left to answer.
    let scene = Scene::new();
    let mine = scene.waiting("一番", 60);
    scene.app.clock().set(tokyo("2026-11-25 12:50"));
    scene.app.execute(
        scene.shop.id,
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'business'",
    );
    scene
        .app
        .execute(scene.shop.id, "delete from scheduling.allocations");
    assert_eq!(scene.look(), 0);
    assert!(scene.is(mine, "active"));
    assert!(scene.stranger(), "whoever comes by may have it");
    // Nothing is offered that has begun, and in the end nothing is waited for.
    scene.app.clock().set(tokyo("2026-11-26 00:01"));
    assert_eq!(scene.look(), 0);
    assert!(scene.is(mine, "expired"));
}

#[test]
fn who_has_not_proved_their_address_is_offered_nothing_and_forgotten_after_a_day() {
    let scene = Scene::new();
    let mine = scene.waiting("一番", 60);
    let unproved = "update bookings.waitlist set proved_at = null";
    assert_eq!(scene.app.execute(scene.shop.id, unproved), 1);
    scene.call_off();
    assert!(scene.offers().is_empty());
    assert_eq!(scene.look(), 0);
    scene.app.clock().set(tokyo("2026-11-21 09:30"));
    scene.look();
    assert!(scene.is(mine, "expired"));
}

#[test]
fn what_was_offered_is_asked_for_once_more_before_it_is_booked() {
    let scene = Scene::new();
    let first = scene.waiting("一番", 60);
    scene.call_off();
    let place = scene.offered().strict();
    let check = place.follow("この時間の予約へ進む").strict();
    let closed = json!({"business_id": scene.shop.id, "date": WEDNESDAY});
    scene
        .app
        .insert(scene.shop.id, "businesses.business_holidays", closed);
    assert_eq!(check.form().send(JA.confirm).status, 409);
    assert_eq!(scene.count(AT_TWO), 0, "the shop is closed by then");
    assert!(scene.is(first, "notified"));
}

#[test]
fn what_is_let_go_overnight_is_promised_to_nobody() {
    let scene = Scene::of(TestApp::start(TestOptions::default()), 1);
    scene.waiting("一番", 60);
    scene.app.clock().set(tokyo("2026-11-20 22:00"));
    scene.call_off();
    assert!(scene.offers().is_empty(), "nobody is woken");
    let gone = "update scheduling.reservations set expires_at = '2026-11-20 22:30+09'";
    assert_eq!(scene.app.execute(scene.shop.id, gone), 1);
    scene.app.clock().set(tokyo("2026-11-21 08:00"));
    assert!(scene.offers().is_empty());
}

#[test]
fn whoever_has_as_many_bookings_as_one_may_have_is_offered_nothing() {
    for cap in ["most_ahead = 1", "most_a_day = 1"] {
        let scene = Scene::new();
        let settings = format!("update businesses.business_settings set {cap}");
        assert_eq!(scene.app.execute(scene.shop.id, settings), 1);
        let full = scene.waiting("満杯", 60);
        let next = scene.waiting("次", 30);
        let other = crate::support::build::a_booking(&scene.app, &scene.shop, &scene.cut)
            .at("2026-11-25 10:00")
            .build();
        let theirs = format!(
            "update bookings.bookings set customer_id = (select customer_id from bookings.waitlist where id = '{full}') \
             where id = '{}'",
            other.id
        );
        assert_eq!(scene.app.execute(scene.shop.id, theirs), 1);
        scene.call_off();
        assert_eq!(scene.offers().len(), 1, "{cap}");
        assert!(
            scene.is(full, "active") && scene.is(next, "notified"),
            "{cap}"
        );
    }
}
