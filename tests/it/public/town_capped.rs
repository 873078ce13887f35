//! What may be booked only so often is found in the town as long as it can be booked, and no longer.

use super::{
    town::{SATURDAY, a_shop, filled, find, found, times},
    walk::{held, says},
};
use crate::support::{
    app::{TestApp, TestOptions},
    build::{Business, a_booking, a_service},
};
use chrono::TimeDelta;
use serde_json::{Value, json};

fn cap(app: &TestApp, shop: &Business, columns: Value) {
    let mut row = json!({"business_id": shop.id});
    for (column, value) in columns.as_object().unwrap() {
        row[column] = value.clone();
    }
    app.insert(shop.id, "scheduling.line_caps", row);
}

fn on(app: &TestApp, date: &str) -> Vec<Vec<String>> {
    times(&find(app, &format!("date={date}&part=evening")))
}

#[test]
fn a_service_that_is_booked_as_often_as_it_may_be_is_not_found_that_day() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = a_shop(&app, "capped-shop");
    cap(&app, &shop, json!({"service_id": cut.id, "lines_a_day": 1}));
    let evening = [["17:00", "17:30", "18:00"]];
    assert_eq!(on(&app, SATURDAY), evening);
    let booked = a_booking(&app, &shop, &cut)
        .on(shop.staff[0])
        .at(&format!("{SATURDAY} 10:00"))
        .build();
    assert!(on(&app, SATURDAY).is_empty(), "one is enough");
    assert_eq!(on(&app, "2026-11-22"), evening, "another day");
    // Another service of the same length and the same hands is asked by itself.
    a_service(&app, &shop)
        .named("カラー", "Colour")
        .with(json!({"sort_order": 9}))
        .build();
    let page = find(&app, &format!("date={SATURDAY}&part=evening"));
    says(&page, &["カラー"]);
    assert_eq!(times(&page), evening);
    app.execute(
        shop.id,
        format!(
            "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
            booked.id
        ),
    );
    says(
        &find(&app, &format!("date={SATURDAY}&part=evening")),
        &["カット"],
    );
}

#[test]
fn somebody_who_has_enough_that_week_is_not_found_until_the_next() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = a_shop(&app, "capped-person");
    let row = json!({"resource_id": shop.staff[0], "lines_a_week": 1});
    cap(&app, &shop, row);
    a_booking(&app, &shop, &cut)
        .on(shop.staff[0])
        .at("2026-11-20 18:00")
        .build();
    assert!(on(&app, SATURDAY).is_empty() && on(&app, "2026-11-22").is_empty());
    assert_eq!(on(&app, "2026-11-23").len(), 1, "weeks begin on Monday");
}

#[test]
fn what_is_held_counts_until_it_lapses() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = a_shop(&app, "held-shop");
    cap(&app, &shop, json!({"service_id": cut.id, "lines_a_day": 1}));
    held(&app, &shop, &cut, "11月21日(土) 10:00");
    assert!(on(&app, SATURDAY).is_empty());
    app.clock().set(app.clock().now() + TimeDelta::minutes(11));
    assert_eq!(on(&app, SATURDAY).len(), 1);
}

#[test]
fn however_many_shops_have_caps_they_are_counted_in_one_statement() {
    let app = TestApp::start(TestOptions::default());
    let path = format!("/ja/find?date={SATURDAY}");
    let asked = |app: &TestApp| {
        let before = app.statements();
        assert_eq!(app.browser().visit(&path).status, 200);
        app.statements() - before
    };
    a_shop(&app, "plain-shop");
    asked(&app);
    let plain = asked(&app);
    let mut shops = Vec::new();
    for place in 0..6 {
        let shop = a_shop(&app, &format!("capped-{place}"));
        shops.push(shop.0.id);
        let row = json!({"service_id": shop.1.id, "lines_a_day": 1 + place % 2});
        cap(&app, &shop.0, row);
        filled(&app, &shop, 10..11);
    }
    asked(&app);
    assert_eq!(asked(&app), plain + 1);
    assert_eq!(found(&find(&app, &format!("date={SATURDAY}"))).len(), 4);
    // Nothing of it is remembered that is not a rule.
    for shop in shops {
        app.execute(
            shop,
            "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer'",
        );
    }
    assert_eq!(found(&find(&app, &format!("date={SATURDAY}"))).len(), 7);
}
