//! On which terms a file is brought in: who may, at what price, and why promises beside the hours are kept.

use super::{BOOKED, HEAD, LINE, checked, house, sent};
use serde_json::json;

#[test]
fn another_price_is_another_plan() {
    let (app, cast, aoi) = house();
    let check = checked(&aoi, &format!("{HEAD}{LINE}"));
    let before = app.count(cast.salon.id, BOOKED);
    app.execute(
        cast.salon.id,
        "update catalog.services set price_cents = 9900",
    );
    let stale = check.form().send("1件の予約を取り込む");
    assert_eq!(stale.status, 409);
    assert_eq!(app.count(cast.salon.id, BOOKED), before);
    let done = stale.form().press("1件の予約を取り込む");
    assert_eq!(done.flash().as_deref(), Some("予約を取り込みました"));
    let paid =
        "select count(*) from bookings.bookings where source = 'import' and price_cents = 9900";
    assert_eq!(app.count(cast.salon.id, paid), 1);
}

#[test]
fn a_reason_is_asked_for_where_something_lies_beside_the_hours_and_nowhere_else() {
    let (app, cast, aoi) = house();
    let check = checked(&aoi, &format!("{HEAD}{LINE}"));
    let asked = aoi.open(&format!("{}?promised=yes", check.url));
    assert!(asked.document().all("[name=reason]").is_empty());
    let done = asked.press("1件の予約を取り込む");
    assert_eq!(done.flash().as_deref(), Some("予約を取り込みました"));
    let over = "select count(*) from bookings.booking_history where field_changed = 'overbooked'";
    assert_eq!(app.count(cast.salon.id, over), 0);
    let late = "B-2,2026/12/02,20:00,21:00,カット,佐藤,鈴木 桜,,,,\n";
    let check = checked(&aoi, &format!("{HEAD}{late}"));
    let wide = aoi.open(&format!("{}?promised=yes", check.url));
    let long = wide
        .fill("reason", &"あ".repeat(201))
        .press("1件の予約を取り込む");
    assert_eq!(long.status, 422);
    assert_eq!(long.field("reason").value.chars().count(), 201);
    let blank = wide.fill("reason", "　").press("1件の予約を取り込む");
    assert_eq!(blank.status, 422);
    assert!(blank.error("reason").unwrap().contains("理由を入力"));
}

#[test]
fn whoever_may_not_take_bookings_neither_sees_nor_throws_away_nor_changes_a_file() {
    let (app, cast, aoi) = house();
    let columns = sent(&aoi, format!("{HEAD}{LINE}").as_bytes());
    let file = columns.url.strip_suffix("/columns").unwrap().to_owned();
    let rights = json!({"customers-move": true, "bookings-create": false});
    app.execute(
        cast.salon.id,
        format!("update businesses.staff_assignments set role = 'manager', permissions_json = '{rights}' where id = '{}'", cast.ben_seat),
    );
    let ben = cast.ben.sign_in(&app);
    let key = ben.open("/ja/staff/aoi-salon/today").field("csrf").value;
    let key = key.split(',').next().unwrap().to_owned();
    for below in ["/columns", "/names", "/check", "/undo", "/discard"] {
        if below != "/discard" {
            assert_eq!(ben.open(&format!("{file}{below}")).status, 403, "{below}");
        }
        let sent = ben.post(&format!("{file}{below}"), &[("csrf", &key)]);
        assert_eq!(sent.status, 403, "{below}");
    }
    let kept = "select count(*) from bookings.booking_imports where state = 'waiting'";
    assert_eq!(app.count(cast.salon.id, kept), 1);
}
