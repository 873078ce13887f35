//! Whoever has a later booking moves up, and never has two.

use super::{JOIN, Scene, WEDNESDAY};
use crate::{
    public::strict::Strict,
    support::{app::tokyo, build::a_booking},
};
use serde_json::json;

const STANDING: &str = "select count(*) from bookings.bookings where status = 'confirmed'";

#[test]
fn a_later_booking_moves_to_what_came_free() {
    let scene = Scene::new();
    let later = a_booking(&scene.app, &scene.shop, &scene.cut)
        .at("2026-11-25 17:00")
        .named("佐藤", "一郎")
        .build();
    let home = format!("/ja/bookings/{}", later.token);
    let form = scene
        .app
        .browser()
        .open(&home)
        .follow("早い時間の空きを待つ")
        .strict();
    assert_eq!(form.heading(), "早い時間の空きを待つ");
    let mine = form
        .fill("from", WEDNESDAY)
        .fill("until", WEDNESDAY)
        .fill("after", "14:00")
        .fill("before", "14:30")
        .press(JOIN)
        .strict();
    assert_eq!(mine.flash().unwrap(), "キャンセル待ちに登録しました");
    assert!(mine.text().contains("今のご予約"), "{}", mine.text());
    scene.call_off();
    let offered = scene.offered().strict();
    assert!(!scene.stranger(), "it is held");
    let moved = offered.press("この時間に変更する").strict();
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    assert!(moved.text().contains("14:00"), "{}", moved.text());
    assert_eq!(scene.count(STANDING), 1);
    let there = format!(
        "select count(*) from bookings.bookings where id = '{}' and start_at = '2026-11-25 14:00+09'",
        later.id
    );
    assert_eq!(scene.count(&there), 1);
    // What it had is free again, and what it has is taken once.
    assert_eq!(
        scene.count("select count(*) from scheduling.allocations"),
        1
    );
    let done = "select count(*) from bookings.waitlist where status = 'converted'";
    assert_eq!(scene.count(done), 1);
}

#[test]
fn who_has_called_off_waits_for_nothing_any_more() {
    let scene = Scene::new();
    let later = a_booking(&scene.app, &scene.shop, &scene.cut)
        .at("2026-11-25 17:00")
        .build();
    let path = format!("/ja/bookings/{}/earlier", later.token);
    let form = scene.app.browser().open(&path);
    form.fill("from", WEDNESDAY)
        .fill("until", WEDNESDAY)
        .fill("after", "14:00")
        .fill("before", "14:30")
        .press(JOIN);
    let cancel = format!("/ja/bookings/{}/cancel", later.token);
    scene
        .app
        .browser()
        .open(&cancel)
        .press("予約をキャンセルする");
    scene.call_off();
    assert!(scene.offers().is_empty());
    let over = "select count(*) from bookings.waitlist where status = 'expired'";
    scene.look();
    assert_eq!(scene.count(over), 1);
}

#[test]
fn who_may_not_move_any_more_is_offered_nothing() {
    let scene = Scene::new();
    let later = a_booking(&scene.app, &scene.shop, &scene.cut)
        .at("2026-11-25 17:00")
        .build();
    let path = format!("/ja/bookings/{}/earlier", later.token);
    let form = scene.app.browser().open(&path);
    form.fill("from", WEDNESDAY)
        .fill("until", WEDNESDAY)
        .fill("after", "14:00")
        .fill("before", "14:30")
        .press(JOIN);
    // A booking can be moved until a day before.
    scene.app.clock().set(tokyo("2026-11-24 17:01"));
    scene.call_off();
    assert!(scene.offers().is_empty());
    assert!(scene.stranger(), "whoever comes by may have it");
    assert_eq!(scene.app.browser().visit(&path).status, 404);
}

#[test]
fn who_may_move_only_while_it_is_free_is_offered_nothing_once_it_is_not() {
    let scene = Scene::new();
    let free = "update businesses.business_settings set moves_while_free = true, change_until_minutes = 60";
    assert_eq!(scene.app.execute(scene.shop.id, free), 1);
    let half = json!({
        "name": "標準", "hours_before": 24, "penalty_percent": 50, "steps_json": [], "no_show_percent": 100,
    });
    let later = a_booking(&scene.app, &scene.shop, &scene.cut)
        .at("2026-11-25 17:00")
        .policy(half)
        .build();
    let path = format!("/ja/bookings/{}/earlier", later.token);
    let form = scene.app.browser().open(&path);
    form.fill("from", WEDNESDAY)
        .fill("until", WEDNESDAY)
        .fill("after", "14:00")
        .fill("before", "14:30")
        .press(JOIN);
    scene.app.clock().set(tokyo("2026-11-24 17:01"));
    scene.call_off();
    assert!(scene.offers().is_empty());
    assert!(scene.stranger(), "whoever comes by may have it");
}

#[test]
fn what_somebody_waits_for_besides_stays_what_it_is() {
    let scene = Scene::new();
    let later = a_booking(&scene.app, &scene.shop, &scene.cut)
        .at("2026-11-25 17:00")
        .build();
    let besides = scene.waiting("もう一度", 60);
    let mine = format!(
        "update bookings.waitlist set customer_id = (select customer_id from bookings.bookings where id = '{}') where id = '{besides}'",
        later.id
    );
    assert_eq!(scene.app.execute(scene.shop.id, mine), 1);
    let path = format!("/ja/bookings/{}/earlier", later.token);
    let ask = || {
        let form = scene.app.browser().open(&path);
        form.fill("from", WEDNESDAY)
            .fill("until", WEDNESDAY)
            .fill("after", "10:00")
            .fill("before", "11:00")
            .press(JOIN)
    };
    let refused = ask().strict();
    assert_eq!(refused.status, 409);
    let said = refused.text();
    assert!(
        said.contains("すでにキャンセル待ちに登録されています"),
        "{said}"
    );
    assert_eq!(refused.field("after").value, "10:00");
    let stays = format!(
        "select count(*) from bookings.waitlist where id = '{besides}' and booking_id is null \
         and preferred_time_start = 840 and status = 'active'"
    );
    assert_eq!(scene.count(&stays), 1);
    // What nobody has said to be theirs stands in nobody's way.
    let unproved = format!("update bookings.waitlist set proved_at = null where id = '{besides}'");
    assert_eq!(scene.app.execute(scene.shop.id, unproved), 1);
    assert_eq!(ask().flash().unwrap(), "キャンセル待ちに登録しました");
    assert!(scene.is(besides, "expired"));
}
