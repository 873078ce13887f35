//! Bookings out of a file that were taken back, as operators see to them: had back with their time or not at all, and deleted
//! for good.

use super::{bin::GONE, scene::Platform};
use crate::{
    imports::{HEAD, LINE, checked},
    support::{
        browser::{Browser, Page},
        build::a_booking,
        sql,
    },
};
use omotenashi::domain::bookings::bin::Kind;
use serde_json::json;
use uuid::Uuid;

/// What stands of it.
const BOOKED: &str =
    "select count(*) from bookings.bookings where source = 'import' and deleted_at is null";
const TIME: &str = "select count(*) from scheduling.allocations";
const CARDS: &str = "select count(*) from customers.customers where deleted_at is null";
/// As the bin calls it.
pub(super) const NAME: &str = "2026-11-20 (2)";

/// A file whose bookings were taken back, with none that is left.
pub(super) fn an_import(platform: &Platform) -> (Kind, Uuid, &'static str) {
    let salon = platform.cast.salon.id;
    let row = json!({"business_id": salon, "state": "undone", "made_count": 3, "made_at": GONE, "undone_at": GONE});
    let id = platform.app.insert(salon, "bookings.booking_imports", row);
    (Kind::Import, id, "2026-11-19 (3)")
}

/// Two bookings brought in, and taken back.
fn undone(platform: &Platform) -> (Browser, String) {
    let aoi = platform.cast.aoi.sign_in(&platform.app);
    let file = format!("{HEAD}{LINE}A-2,2026/12/02,10:00,,カット,,別の 人,,,,\n");
    let made = checked(&aoi, &file).press("2件の予約を取り込む");
    let undone = made
        .follow("取り込みを取り消す")
        .press("2件の予約を取り消す");
    assert_eq!(undone.flash().as_deref(), Some("取り込みを取り消しました"));
    (aoi, file)
}

/// The same, and by now somebody else has the time of one of them.
pub(super) fn in_the_way(platform: &Platform) {
    undone(platform);
    let cast = &platform.cast;
    a_booking(&platform.app, &cast.salon, &cast.cut)
        .named("山本", "花")
        .at("2026-12-01 10:30")
        .on(cast.salon.staff[0])
        .build();
}

fn bin(platform: &Platform) -> Page {
    let salon = platform.cast.salon.id;
    let fumiko = platform.fumiko.sign_in(&platform.app);
    fumiko.open(&format!("/ja/operator/businesses/{salon}/bin"))
}

fn counts(platform: &Platform) -> [i64; 3] {
    [BOOKED, TIME, CARDS].map(|sql| platform.app.count(platform.cast.salon.id, sql))
}

#[test]
fn what_was_taken_back_stands_again_with_its_time_and_its_cards() {
    let platform = Platform::new();
    undone(&platform);
    assert_eq!(counts(&platform), [0, 1, 1]);
    let list = bin(&platform);
    let line = list.part("li.offer", NAME).text();
    assert!(line.contains("取り込んだ予約"), "{line}");
    let list = list.press(&format!("元に戻す {NAME}"));
    assert_eq!(list.flash().as_deref(), Some("元に戻しました"));
    assert_eq!(counts(&platform), [2, 3, 3]);
    assert!(!list.text().contains(NAME), "{}", list.text());
    let state = "select count(*) from booking_imports where state = 'made' and undone_at is null";
    assert_eq!(platform.app.count(platform.cast.salon.id, state), 1);
    let letters = "select count(*) from notifications.notification_outbox";
    assert_eq!(
        platform.app.count(platform.cast.salon.id, letters),
        0,
        "nobody is written to"
    );
    // Each booking's own story has both.
    let booking = platform.app.tenant(platform.cast.salon.id, |tx| {
        let query = "select id::text as line from bookings.bookings where source = 'import'";
        Ok(sql::lines(tx.conn(), query).remove(0))
    });
    let path = format!("/ja/staff/aoi-salon/bookings/{booking}");
    let story = platform.cast.aoi.sign_in(&platform.app).open(&path).text();
    for told in ["取り込みの取り消しで削除", "取り込みを元に戻して復活"] {
        assert!(story.contains(told), "{told}: {story}");
    }
}

#[test]
fn nothing_of_it_stands_again_where_some_of_its_time_is_gone() {
    let platform = Platform::new();
    in_the_way(&platform);
    let before = counts(&platform);
    let list = bin(&platform);
    let refused = list.form().send(&format!("元に戻す {NAME}"));
    assert_eq!(refused.status, 409, "{}", refused.text());
    let said = refused.errors().concat();
    assert!(said.contains("1件の予約の時間が取れない"), "{said}");
    assert!(said.contains("12月1日(火) 10:00"), "{said}");
    assert_eq!(counts(&platform), before, "all or nothing");
}

#[test]
fn what_was_brought_in_again_or_has_lost_its_guest_stays_taken_back() {
    let platform = Platform::new();
    let (aoi, file) = undone(&platform);
    let salon = platform.cast.salon.id;
    let other = "update customers set deleted_at = deleted_at - interval '1 day' where deleted_at is not null";
    platform.app.execute(salon, other);
    let refused = bin(&platform).form().send(&format!("元に戻す {NAME}"));
    assert_eq!(refused.status, 409);
    let said = refused.errors().concat();
    assert!(
        said.contains("2件の予約のお客様が削除されています"),
        "{said}"
    );
    checked(&aoi, &file).press("2件の予約を取り込む");
    let before = counts(&platform);
    let refused = bin(&platform).form().send(&format!("元に戻す {NAME}"));
    assert_eq!(refused.status, 409);
    let said = refused.errors().concat();
    assert!(said.contains("取り込み直されている"), "{said}");
    assert_eq!(counts(&platform), before);
}

#[test]
fn it_is_deleted_for_good_with_its_bookings_and_nothing_besides() {
    let platform = Platform::new();
    undone(&platform);
    let salon = platform.cast.salon.id;
    let page = bin(&platform).follow(&format!("完全に削除 {NAME}"));
    let done = page
        .fill("reason", "店舗の依頼")
        .fill("name", NAME)
        .send("完全に削除");
    assert_eq!(done.status, 303, "{}", done.text());
    for (left, sql) in [
        (1, "select count(*) from bookings.bookings"),
        (0, "select count(*) from bookings.booking_imports"),
        (0, "select count(*) from bookings.imported_bookings"),
        (3, "select count(*) from customers.customers"),
    ] {
        assert_eq!(platform.app.count(salon, sql), left, "{sql}");
    }
    assert!(!bin(&platform).text().contains(NAME));
}
