//! Nobody waits for somebody who waits for them.

use super::race::{generous, overlaps, patient};
use crate::support::{
    app::{TestApp, tokyo},
    browser::Browser,
    build::{Business, Service, a_service},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use omotenashi::base::ids::{ResourceId, ServiceId};
use serde_json::json;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Two services that need the same person and the same room, linked in opposite order, so that whoever locks in the
/// order of the rows meets the other half way.
pub fn crossing(app: &TestApp) -> (Business, [Service; 2]) {
    let shop = generous(app, 1);
    let room = json!({"business_id": shop.id, "resource_type": "room", "name": "個室"});
    let room = ResourceId(app.insert(shop.id, "scheduling.resources", room));
    let one = a_service(app, &shop).by(&[shop.staff[0], room]).build();
    let other = a_service(app, &shop)
        .named("カラー", "Colour")
        .by(&[room, shop.staff[0]])
        .build();
    (shop, [one, other])
}

#[test]
fn two_who_need_the_same_two_things_never_wait_for_each_other() {
    let app = patient();
    let (shop, services) = crossing(&app);
    let mut longest = Duration::ZERO;
    for round in 0..100 {
        let (day, hour) = (round / 8, round % 8);
        let start = tokyo("2026-11-21 10:00") + TimeDelta::days(day) + TimeDelta::hours(hour);
        let began = Instant::now();
        let ends = std::thread::scope(|scope| {
            let [one, other] = services.each_ref().map(|service| {
                let (app, shop) = (&app, &shop);
                scope.spawn(move || hold_only(&app.browser(), shop, service.id, start))
            });
            [one.join().unwrap(), other.join().unwrap()]
        });
        longest = longest.max(began.elapsed());
        let mut ends = ends;
        ends.sort_unstable();
        assert_eq!(ends, [303, 409], "round {round}");
    }
    // PostgreSQL ends a deadlock after a second and the house tries again, so nobody would see it; but it is counted.
    let deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
    assert_eq!(
        app.count(shop.id, deadlocks),
        0,
        "the longest round took {longest:?}"
    );
    assert_eq!(overlaps(&app, &shop), 0);
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        200
    );
}

#[test]
fn whoever_needs_two_things_queues_up_for_the_same_one_first() {
    let app = patient();
    let (shop, services) = crossing(&app);
    let both = "select hashtextextended(id::text, 0) from scheduling.resources";
    let first = app.count(
        shop.id,
        format!("select min(hashtextextended) from ({both}) as keys"),
    );
    let mut outside = PgConnection::establish(app.database_url()).unwrap();
    // Both have a hold already and only move it, so that they do not queue up as one address before they get here.
    let keys = ["a", "b"].map(|letter| letter.repeat(32));
    for (place, (service, key)) in services.iter().zip(&keys).enumerate() {
        let hour = TimeDelta::hours(i64::try_from(place).unwrap());
        let start = tokyo("2026-11-20 15:00") + hour;
        assert_eq!(
            hold_by(&app.browser(), &shop, (service.id, start), key),
            303
        );
    }
    for round in 0..12 {
        let start = tokyo("2026-11-21 10:00") + TimeDelta::days(round);
        let lock = format!("begin; select pg_advisory_xact_lock({first})");
        outside.batch_execute(&lock).unwrap();
        std::thread::scope(|scope| {
            for (service, key) in services.iter().zip(&keys) {
                let (app, shop) = (&app, &shop);
                scope.spawn(move || hold_by(&app.browser(), shop, (service.id, start), key));
            }
            let locks = |granted: &str| {
                let sql =
                    "select count(*) from pg_locks where locktype = 'advisory' and database = (
                    select oid from pg_database where datname = current_database())";
                app.count(shop.id, format!("{sql} and {granted}"))
            };
            for _ in 0..200 {
                if locks("not granted") == 2 {
                    break;
                }
                std::thread::sleep(Duration::from_millis(10));
            }
            assert_eq!(locks("not granted"), 2, "both wait");
            assert_eq!(
                locks("granted"),
                1,
                "and have nothing that the other could wait for"
            );
            outside.batch_execute("commit").unwrap();
        });
    }
    assert_eq!(overlaps(&app, &shop), 0);
}

pub fn hold_only(
    browser: &Browser,
    shop: &Business,
    service: ServiceId,
    start: DateTime<Utc>,
) -> u16 {
    let key = Uuid::new_v4().simple().to_string();
    hold_by(browser, shop, (service, start), &key)
}

/// Holds by a form's own key, or moves what that form holds.
pub fn hold_by(
    browser: &Browser,
    shop: &Business,
    (service, start): (ServiceId, DateTime<Utc>),
    key: &str,
) -> u16 {
    let path = format!("/ja/b/{}/book/hold", shop.slug);
    let (service, start) = (service.to_string(), start.to_rfc3339());
    let pairs = [
        ("key", key),
        ("service", &service),
        ("party", "1"),
        ("start", &start),
    ];
    browser.post(&path, &pairs).status
}
