//! What of a menu the search of the town finds: what anybody can book as it stands, on the days on which it stands so.

use super::town::{SATURDAY, a_shop, find, found, times};
use crate::support::{
    app::{TestApp, TestOptions},
    build::{a_business, a_service},
};
use serde_json::json;

fn on(app: &TestApp, date: &str, part: &str) -> Vec<Vec<String>> {
    times(&find(app, &format!("date={date}&part={part}")))
}

#[test]
fn what_must_be_chosen_and_what_is_for_those_who_have_been_there_is_not_found() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let returning = json!({"audience": "returning", "sort_order": 0});
    a_service(&app, &shop)
        .named("常連カット", "Regulars")
        .with(returning)
        .build();
    let choosy = a_service(&app, &shop)
        .named("カラー", "Colour")
        .with(json!({"sort_order": 1}))
        .build();
    let row = json!({"business_id": shop.id, "name_ja": "長さ", "is_required": true});
    let group = app.insert(shop.id, "catalog.option_groups", row);
    let row =
        json!({"business_id": shop.id, "group_id": group, "name_ja": "ロング", "minutes": 30});
    let option = app.insert(shop.id, "catalog.options", row);
    let row = json!({"business_id": shop.id, "service_id": choosy.id, "group_id": group});
    app.insert(shop.id, "catalog.service_option_groups", row);
    let page = find(&app, &format!("date={SATURDAY}"));
    assert!(found(&page).is_empty() && page.text().contains("条件に合うお店がありません"));
    // A group without options asks nothing.
    app.execute(
        shop.id,
        format!("update catalog.options set deleted_at = now() where id = '{option}'"),
    );
    assert!(
        find(&app, &format!("date={SATURDAY}"))
            .text()
            .contains("カラー")
    );
    a_service(&app, &shop)
        .named("シャンプー", "Shampoo")
        .with(json!({"sort_order": -1}))
        .build();
    assert!(
        find(&app, &format!("date={SATURDAY}"))
            .text()
            .contains("シャンプー"),
        "the first of the menu"
    );
}

#[test]
fn a_class_is_found_at_its_sessions_alone() {
    let app = TestApp::start(TestOptions::default());
    let (shop, yoga) = a_shop(&app, "studio");
    let row = json!({"business_id": shop.id, "service_id": yoga.id, "day_of_week": 6, "start_minute": 660});
    app.insert(shop.id, "scheduling.timetable_entries", row);
    assert_eq!(on(&app, SATURDAY, ""), [["11:00"]]);
    assert!(on(&app, "2026-11-22", "").is_empty());
    let row = json!({"business_id": shop.id, "service_id": yoga.id, "least": 1, "decide_hours": 0, "calls_off_itself": false});
    app.insert(shop.id, "scheduling.class_rules", row);
    for (minute, is_held) in [(660, false), (900, true)] {
        let row = json!({"business_id": shop.id, "service_id": yoga.id, "date": SATURDAY, "start_minute": minute, "is_held": is_held});
        app.insert(shop.id, "scheduling.class_dates", row);
    }
    assert_eq!(on(&app, SATURDAY, ""), [["15:00"]]);
}

#[test]
fn what_is_planned_holds_from_its_day_on_and_days_and_weeks_have_their_limits() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = a_shop(&app, "planning");
    let card = json!({
        "duration_minutes": 120, "price_cents": 8000, "tax_rate_percent": 10, "buffer_before": 0, "buffer_after": 0,
        "party_min": 1, "party_max": 1, "slot_step_minutes": null, "notice_minutes": null, "horizon_days": null,
        "audience": "everyone", "policy_id": null,
    });
    let tie = json!({"resource": shop.staff[0], "take": "exclusive", "is_required": true, "terms": {"price": null, "minutes": null}});
    let setup = json!({"card": card, "ties": [tie], "starts": []});
    let row = json!({"business_id": shop.id, "service_id": cut.id, "valid_from": SATURDAY, "setup_json": setup});
    app.insert(shop.id, "catalog.service_changes", row);
    assert_eq!(
        on(&app, "2026-11-20", "evening"),
        [["17:00", "17:30", "18:00"]]
    );
    assert_eq!(on(&app, SATURDAY, "evening"), [["17:00"]]);
    assert!(
        find(&app, &format!("date={SATURDAY}"))
            .text()
            .contains("2時間")
    );
    // One has begun that Saturday, and no more may.
    let row = json!({
        "business_id": shop.id, "resource_id": shop.staff[0], "start_at": "2026-11-21T01:00:00Z",
        "end_at": "2026-11-21T03:00:00Z", "begins_at": "2026-11-21T01:00:00Z",
    });
    app.insert(shop.id, "scheduling.allocations", row);
    let most = |column: &str, most: &str| {
        let set = format!("update businesses.business_settings set {column} = {most}");
        assert_eq!(app.execute(shop.id, set), 1);
    };
    assert_eq!(on(&app, SATURDAY, "evening"), [["17:00"]]);
    most("most_starts_a_day", "1");
    assert!(on(&app, SATURDAY, "evening").is_empty());
    assert_eq!(on(&app, "2026-11-22", "evening"), [["17:00"]]);
    most("most_starts_a_day", "null");
    most("most_starts_a_week", "1");
    assert!(on(&app, "2026-11-22", "evening").is_empty());
    assert_eq!(on(&app, "2026-11-23", "evening"), [["17:00"]]);
}
