//! How many of one service, and by one person, guests may book on a day and in a week: what is listed can be had, and no more.

use super::{
    race::{attempt, generous, patient, rush},
    statements::statements,
    walk::{held, is_free, says, times},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{Business, Service, a_booking, a_business, a_service},
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use uuid::Uuid;

const LIVING: &str = "select count(*) from bookings.bookings where status = 'confirmed'";

fn cap(app: &TestApp, shop: &Business, columns: Value) {
    let mut row = json!({"business_id": shop.id});
    for (column, value) in columns.as_object().unwrap() {
        row[column] = value.clone();
    }
    app.insert(shop.id, "scheduling.line_caps", row);
}

fn offers(app: &TestApp, shop: &Business, service: &Service, when: &str) -> bool {
    let table = times("ja", shop, service, "&from=2026-11-24&view=table");
    is_free(&app.browser().open(&table), when)
}

fn ask(app: &TestApp, shop: &Business, service: &Service, wall: &str) -> u16 {
    let asked = app.browser().post(
        &format!("/ja/b/{}/book/hold", shop.slug),
        &[
            ("key", &Uuid::new_v4().simple().to_string()),
            ("service", &service.id.to_string()),
            ("party", "1"),
            ("start", &tokyo(wall).to_rfc3339()),
        ],
    );
    asked.status
}

#[test]
fn no_more_of_a_service_is_booked_on_a_day_than_the_shop_says() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(3).build();
    let perm = a_service(&app, &shop).named("パーマ", "Perm").build();
    let cut = a_service(&app, &shop).build();
    cap(
        &app,
        &shop,
        json!({"service_id": perm.id, "lines_a_day": 2}),
    );
    let first = a_booking(&app, &shop, &perm).at("2026-11-25 10:00").build();
    assert!(offers(&app, &shop, &perm, "11月25日(水) 14:00"));
    // What is held counts as what is booked does.
    held(&app, &shop, &perm, "11月25日(水) 12:00");
    assert!(!offers(&app, &shop, &perm, "11月25日(水) 14:00"));
    assert_eq!(ask(&app, &shop, &perm, "2026-11-25 14:00"), 409);
    assert!(
        offers(&app, &shop, &cut, "11月25日(水) 14:00"),
        "others go on"
    );
    assert!(
        offers(&app, &shop, &perm, "11月26日(木) 14:00"),
        "another day"
    );
    let why = format!(
        "/ja/b/{}/book/why?service={}&party=1&date=2026-11-25&time=14:00",
        shop.slug, perm.id
    );
    says(&app.browser().open(&why), &["受付の上限に達しました"]);
    let gone = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
        first.id
    );
    app.execute(shop.id, gone);
    assert!(offers(&app, &shop, &perm, "11月25日(水) 14:00"));
    let again = a_booking(&app, &shop, &perm).at("2026-11-25 16:00");
    again.build();
    assert!(!offers(&app, &shop, &perm, "11月25日(水) 14:00"));
    app.clock().set(app.clock().now() + TimeDelta::minutes(11));
    assert!(
        offers(&app, &shop, &perm, "11月25日(水) 14:00"),
        "the hold has lapsed"
    );
}

#[test]
fn a_person_has_no_more_on_a_day_and_in_a_week_than_the_shop_says() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(2).build();
    let cut = a_service(&app, &shop).build();
    let (aoi, ben) = (shop.staff[0], shop.staff[1]);
    cap(
        &app,
        &shop,
        json!({"resource_id": aoi, "lines_a_day": 1, "lines_a_week": 2}),
    );
    let at = |wall: &str, who| a_booking(&app, &shop, &cut).at(wall).on(who).build();
    at("2026-11-25 10:00", aoi);
    // Somebody else does it then.
    assert!(offers(&app, &shop, &cut, "11月25日(水) 14:00"));
    at("2026-11-25 14:00", ben);
    assert!(
        !offers(&app, &shop, &cut, "11月25日(水) 14:00"),
        "one is taken, and the other has enough"
    );
    assert_eq!(ask(&app, &shop, &cut, "2026-11-25 14:00"), 409);
    assert_eq!(ask(&app, &shop, &cut, "2026-11-25 15:00"), 303);
    let chosen = "select count(*) from scheduling.reservations where chosen_resource_id = ";
    assert_eq!(app.count(shop.id, format!("{chosen}'{ben}'")), 1);
    // The week goes from Monday to Sunday.
    at("2026-11-28 10:00", aoi);
    at("2026-11-27 14:00", ben);
    assert!(!offers(&app, &shop, &cut, "11月27日(金) 14:00"));
    at("2026-11-30 14:00", ben);
    assert!(offers(&app, &shop, &cut, "11月30日(月) 14:00"));
}

#[test]
fn of_eight_at_once_one_has_the_last_place_under_a_cap() {
    let app = patient();
    let shop = generous(&app, 8);
    let perm = a_service(&app, &shop).build();
    cap(
        &app,
        &shop,
        json!({"service_id": perm.id, "lines_a_day": 1}),
    );
    let (booked, _) = rush(8, |place| {
        let hours = TimeDelta::hours(i64::try_from(place).unwrap());
        attempt(&app, &shop, perm.id, tokyo("2026-11-25 10:00") + hours)
    });
    assert_eq!(booked, 1);
    assert_eq!(app.count(shop.id, LIVING), 1);
}

#[test]
fn of_eight_at_once_one_has_the_last_place_of_a_person() {
    let app = patient();
    let shop = a_business(&app)
        .staff(1)
        .settings(json!({"holds_per_client": 50}))
        .build();
    let cut = a_service(&app, &shop).build();
    cap(
        &app,
        &shop,
        json!({"resource_id": shop.staff[0], "lines_a_day": 1}),
    );
    let (booked, _) = rush(8, |place| {
        let hours = TimeDelta::hours(i64::try_from(place).unwrap());
        attempt(&app, &shop, cut.id, tokyo("2026-11-25 10:00") + hours)
    });
    assert_eq!(booked, 1);
    assert_eq!(app.count(shop.id, LIVING), 1);
}

#[test]
fn a_month_of_thirty_people_with_caps_is_counted_in_one_statement() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(30).build();
    let cut = a_service(&app, &shop).build();
    let month = times("ja", &shop, &cut, "&view=month");
    let before = statements(&app, &month);
    for id in &shop.staff {
        cap(
            &app,
            &shop,
            json!({"resource_id": id, "lines_a_day": 6, "lines_a_week": 30}),
        );
    }
    cap(&app, &shop, json!({"service_id": cut.id, "lines_a_day": 9}));
    for (place, id) in shop.staff.iter().enumerate() {
        let wall = format!("2026-12-{:02} 14:00", 1 + place % 20);
        a_booking(&app, &shop, &cut).at(&wall).on(*id).build();
    }
    let capped = statements(&app, &month);
    assert_eq!(capped, before + 1);
    assert!(capped <= 6, "{capped}");
}
