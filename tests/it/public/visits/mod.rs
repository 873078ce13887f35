//! A visit of several services, and of several guests: held, booked and written as one, and nothing taken twice.

mod again;
mod asked;
mod capped;
mod coupons;
mod looks;
mod pages;
mod pages_chance;
mod pages_move;
mod pages_race;
mod pages_wrong;
mod part;
mod part_limits;
mod part_moving;
mod part_pages;
mod shop;
mod why;

use self::shop::{Ended, Shop, trial};
use crate::support::app::tokyo;
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::domain::{
    bookings::{
        lines as booked,
        promised::promised,
        reschedule::{Reschedule, RescheduleError, reschedule},
    },
    businesses::profile,
    catalog::{price::LineKind, service},
    scheduling::{
        availability::Refusal,
        load::{By, Own},
        visit::{self, Part},
    },
};
use serde_json::json;

#[test]
fn services_of_one_guest_follow_one_another_and_become_one_booking() {
    let shop = Shop::of(2);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let held = shop.hold("chain", &wish, ten).unwrap();
    assert_eq!((held.end_at - ten).num_minutes(), 105);
    assert_eq!(held.party_size, 1);
    // The same hand goes on, and the hour and the three quarters are one stretch.
    assert_eq!(shop.taken().len(), 1);
    assert!(
        shop.taken()[0].ends_with("10:00-11:45"),
        "{:?}",
        shop.taken()
    );
    // The same wish again is the same hold.
    assert_eq!(shop.hold("chain", &wish, ten).unwrap().id, held.id);
    let booking = shop.book("chain");
    assert!(shop.taken()[0].ends_with("10:00-11:45"));
    let lines = shop
        .app
        .tenant(shop.business.id, move |tx| booked::of(tx, &[booking]));
    let said: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line.part,
                line.guest,
                line.service_id,
                (line.end_at - line.start_at).num_minutes(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [(0, 0, Some(shop.cut), 60), (1, 0, Some(shop.colour), 45)]
    );
    assert_eq!(lines[0].resource_id, lines[1].resource_id);
    let price = format!(
        "select price_cents::text as line from bookings.bookings where id = '{booking}' and end_at - start_at = '105 minutes'"
    );
    assert_eq!(
        crate::support::people::lines(&shop.app, shop.business.id, &price),
        ["13200"]
    );
}

#[test]
fn several_guests_are_served_side_by_side_or_not_at_all() {
    let wish = |shop: &Shop| {
        vec![
            (0, shop.cut, None),
            (0, shop.colour, None),
            (1, shop.cut, None),
        ]
    };
    let ten = tokyo("2026-11-24 10:00").to_utc();
    let shop = Shop::of(2);
    let held = shop.hold("friends", &wish(&shop), ten).unwrap();
    assert_eq!(held.party_size, 2);
    let mut ends: Vec<String> = shop.taken().iter().map(|one| one[2..].to_owned()).collect();
    ends.sort();
    assert_eq!(ends, ["10:00-11:00", "10:00-11:45"]);
    let alone = Shop::of(1);
    assert_eq!(
        alone.hold("friends", &wish(&alone), ten).unwrap_err(),
        Refusal::NobodyWorking
    );
    assert!(alone.taken().is_empty());
}

#[test]
fn a_form_goes_from_a_visit_to_one_service_and_back() {
    let shop = Shop::of(1);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    let both = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let one = vec![(0, shop.colour, None)];
    let first = shop.hold("form", &both, ten).unwrap();
    let next = shop.hold("form", &one, ten).unwrap();
    assert_eq!((next.id, next.lines().len()), (first.id, 0));
    assert!(shop.taken()[0].ends_with("10:00-10:45"));
    let back = shop.hold("form", &both, ten).unwrap();
    assert_eq!((back.id, back.lines().len()), (first.id, 2));
    assert_eq!(shop.taken().len(), 1);
    assert!(shop.taken()[0].ends_with("10:00-11:45"));
}

#[test]
fn whoever_is_asked_for_twice_costs_once() {
    let shop = Shop::of(2);
    let person = shop.business.staff[1];
    shop.app.execute(
        shop.business.id,
        format!("update scheduling.resources set is_nominable = true, nomination_fee_cents = 550 where id = '{person}'"),
    );
    let wish = vec![(0, shop.cut, Some(person)), (0, shop.colour, Some(person))];
    let held = shop
        .hold("asked-for", &wish, tokyo("2026-11-24 10:00").to_utc())
        .unwrap();
    let quote = shop.app.tenant(shop.business.id, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        Ok(promised(tx, &held)?.unwrap().quote(&profile, tx.now()))
    });
    let kinds: Vec<_> = quote
        .lines
        .iter()
        .map(|line| (line.kind, line.part))
        .collect();
    assert_eq!(
        kinds,
        [
            (LineKind::Service, Some(0)),
            (LineKind::Nomination, Some(0)),
            (LineKind::Service, Some(1))
        ]
    );
    assert_eq!(quote.total(), 5500 + 550 + 7700);
}

#[test]
fn a_visit_is_moved_as_a_whole_or_not_at_all() {
    let shop = Shop::of(1);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    shop.hold(
        "move",
        &vec![(0, shop.cut, None), (0, shop.colour, None)],
        ten,
    )
    .unwrap();
    let booking = shop.book("move");
    shop.hold(
        "other",
        &vec![(0, shop.colour, None)],
        tokyo("2026-11-24 15:00").to_utc(),
    )
    .unwrap();
    let to = |wall: &str, version: i32| {
        let start = tokyo(wall).to_utc();
        shop.app.tenant(shop.business.id, move |tx| {
            let profile = profile::own(tx)?.unwrap();
            let command = Reschedule {
                profile: &profile,
                booking,
                start,
                version,
                minutes: None,
                reason: "",
                tell: false,
                person: None,
                override_reason: "",
                seen_fee: None,
            };
            Ok(match reschedule(tx, &command) {
                Ok(()) => None,
                Err(RescheduleError::Refused(refusal, nearest)) => Some((refusal, nearest.len())),
                Err(other) => panic!("{other}"),
            })
        })
    };
    // The colour would run into somebody else's.
    assert_eq!(to("2026-11-24 14:00", 1), Some((Refusal::Taken, 3)));
    assert!(shop.taken()[0].ends_with("10:00-11:45"));
    assert_eq!(to("2026-11-24 13:00", 1), None);
    let taken = shop.taken();
    assert!(
        taken[0].ends_with("13:00-14:45") && taken.len() == 2,
        "{taken:?}"
    );
    let lines = shop
        .app
        .tenant(shop.business.id, move |tx| booked::of(tx, &[booking]));
    let starts: Vec<_> = lines.iter().map(|line| line.start_at).collect();
    let one = tokyo("2026-11-24 13:00").to_utc();
    assert_eq!(starts, [one, one + TimeDelta::minutes(60)]);
}

#[test]
fn of_many_who_want_the_same_hours_one_has_them() {
    const KEYS: [&str; 8] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight",
    ];
    let shop = Shop::of(1);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    let had: Vec<bool> = std::thread::scope(|scope| {
        let each = KEYS.iter().enumerate().map(|(place, key)| {
            let shop = &shop;
            scope.spawn(move || {
                // Half of them want the second half of it alone.
                let (wish, start) = match place % 2 {
                    0 => (vec![(0, shop.cut, None), (0, shop.colour, None)], ten),
                    _ => (vec![(0, shop.colour, None)], ten + TimeDelta::minutes(60)),
                };
                shop.hold(key, &wish, start).is_ok()
            })
        });
        let each: Vec<_> = each.collect();
        each.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(had.iter().filter(|had| **had).count(), 1, "{had:?}");
    assert_eq!(shop.taken().len(), 1);
}

#[test]
fn what_is_listed_can_be_held_and_nothing_else() {
    let shop = Shop::of(2);
    for (person, time) in [
        (0, "2026-11-24 11:30"),
        (1, "2026-11-24 14:00"),
        (0, "2026-11-24 15:15"),
    ] {
        let start = tokyo(time);
        let row = json!({
            "business_id": shop.business.id, "resource_id": shop.business.staff[person], "start_at": start,
            "end_at": start + TimeDelta::minutes(50),
        });
        shop.app
            .insert(shop.business.id, "scheduling.allocations", row);
    }
    let wish = vec![
        (0, shop.cut, None),
        (0, shop.colour, None),
        (1, shop.colour, None),
    ];
    let listed = {
        let wish = wish.clone();
        shop.app.tenant(shop.business.id, move |tx| {
            let profile = profile::own(tx)?.unwrap();
            let mut services = Vec::new();
            for (_, id, _) in &wish {
                services.push(service::find(tx, *id)?.unwrap());
            }
            let parts: Vec<Part<'_>> = wish
                .iter()
                .zip(&services)
                .map(|((guest, ..), service)| Part {
                    guest: *guest,
                    service,
                    party: 1,
                    nominated: None,
                    wait: 0,
                })
                .collect();
            let sought = visit::Sought {
                profile: &profile,
                parts: &parts,
                by: By::Guest,
                own: Own::None,
            };
            let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
            visit::free(tx, &sought, (date, 1))
        })
    };
    let listed: Vec<DateTime<Utc>> = listed.into_iter().map(|slot| slot.start).collect();
    assert!(listed.len() > 4, "{listed:?}");
    let midnight = tokyo("2026-11-24 00:00").to_utc();
    for quarter in 0..96 {
        let start = midnight + TimeDelta::minutes(quarter * 15);
        let held = trial(&shop.app, shop.business.id, wish.clone(), start);
        assert_eq!(
            matches!(held, Ended::Held),
            listed.contains(&start),
            "{start}: {held}"
        );
    }
}
