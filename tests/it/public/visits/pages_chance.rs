//! Shops and wishes made by chance: what the page of a visit lists is held when it is pressed, and nothing else is.

use crate::{
    public::strict::Strict,
    support::{
        app::{TestApp, TestOptions, tokyo},
        build::{Business, a_business, a_service},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::base::ids::ServiceId;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many shops; the number of a shop is its seed.
const SHOPS: u64 = 10;
/// So many starts are tried of each list, and as many that it does not have.
const TRIED: usize = 6;

fn a_shop_by_chance(app: &TestApp, chance: &mut StdRng) -> (Business, Vec<ServiceId>) {
    let hours = ["10:00-19:00", "9:00-12:00,13:30-18:00", "18:00-26:00"];
    let shop = a_business(app)
        .open(hours.choose(chance).unwrap())
        .closed_on(chance.random_range(0..7))
        .staff(chance.random_range(1..=3))
        .settings(json!({"holds_per_client": 100_000, "slot_step_minutes": one_of(chance, &[15, 20, 30])}))
        .build();
    let services = (0..3).map(|place| {
        let name = format!("メニュー{place}");
        let by: Vec<_> = shop
            .staff
            .iter()
            .copied()
            .filter(|_| chance.random_ratio(3, 4))
            .collect();
        let by = if by.is_empty() {
            shop.staff.clone()
        } else {
            by
        };
        let figures = json!({
            "buffer_before": one_of(chance, &[0, 5]), "buffer_after": one_of(chance, &[0, 10, 15]),
        });
        let service = a_service(app, &shop).named(&name, &name).by(&by);
        let service = service
            .minutes(one_of(chance, &[20, 30, 45, 60, 90]))
            .with(figures)
            .build();
        service.id
    });
    let services: Vec<ServiceId> = services.collect();
    for person in &shop.staff {
        for hour in 0..chance.random_range(4..20) {
            let start =
                app.clock().now() + TimeDelta::minutes(hour * 420 + chance.random_range(0..40) * 5);
            let row = json!({
                "business_id": shop.id, "resource_id": person, "start_at": start,
                "end_at": start + TimeDelta::minutes(chance.random_range(1..40) * 5),
            });
            app.insert(shop.id, "scheduling.allocations", row);
        }
    }
    (shop, services)
}

fn one_of(chance: &mut StdRng, all: &[i64]) -> i64 {
    *all.choose(chance).unwrap()
}

/// One to three services of each of one to three guests.
fn a_wish_by_chance(chance: &mut StdRng, services: &[ServiceId]) -> String {
    let guests = (0..chance.random_range(1..=3)).map(|_| {
        let own =
            (0..chance.random_range(1..=3)).map(|_| services.choose(chance).unwrap().to_string());
        own.collect::<Vec<_>>().join("_")
    });
    guests.collect::<Vec<_>>().join("*")
}

fn listed(app: &TestApp, shop: &Business, with: &str) -> BTreeSet<DateTime<Utc>> {
    let path = format!("/ja/b/{}/book/visit?with={with}&view=table", shop.slug);
    let page = app.browser().open(&path).strict();
    assert_eq!(page.status, 200, "{with}: {}", page.text());
    let document = page.document();
    let buttons = document.all("table.slots button[name=start]").into_iter();
    let starts = buttons.filter_map(|button| button.attr("value"));
    starts
        .map(|start| DateTime::parse_from_rfc3339(start).unwrap().to_utc())
        .collect()
}

/// The status of the answer to a start that is pressed; nothing stays of it.
fn pressed(app: &TestApp, shop: &Business, with: &str, start: DateTime<Utc>) -> u16 {
    let key = Uuid::new_v4().simple().to_string();
    let answer = app.browser().post(
        &format!("/ja/b/{}/book/visit", shop.slug),
        &[
            ("key", &key),
            ("with", with),
            ("start", &start.to_rfc3339()),
        ],
    );
    app.execute(shop.id, "delete from scheduling.reservations");
    answer.status
}

#[test]
fn what_the_page_lists_is_held_and_nothing_else() {
    let app = TestApp::start(TestOptions::default());
    let (mut held, mut refused) = (0, 0);
    for seed in 0..SHOPS {
        let chance = &mut StdRng::seed_from_u64(seed);
        app.clock().set(tokyo("2026-11-20 10:00"));
        let (shop, services) = a_shop_by_chance(&app, chance);
        let with = a_wish_by_chance(chance, &services);
        let starts = listed(&app, &shop, &with);
        let picked: Vec<DateTime<Utc>> = starts.iter().copied().collect();
        let edges = picked.iter().take(1).chain(picked.iter().rev().take(1));
        for start in edges.chain(picked.choose_multiple(chance, TRIED)) {
            let status = pressed(&app, &shop, &with, *start);
            assert_eq!(status, 303, "shop {seed}, {with}, {start}");
            held += 1;
        }
        for _ in 0..TRIED {
            // Within the seven days that the page shows.
            let minutes = chance.random_range(0..6 * 288) * 5;
            let start = app.clock().now() + TimeDelta::minutes(minutes);
            if !starts.contains(&start) {
                let status = pressed(&app, &shop, &with, start);
                assert!(
                    matches!(status, 409 | 422),
                    "shop {seed}, {with}, {start} is not listed, but {status}"
                );
                refused += 1;
            }
        }
    }
    assert!(held > 20, "{held} listed starts are a poor harvest");
    assert!(refused > 30, "{refused}");
}
