//! Shops made by chance: what a page lists can be held and booked, and what it does not list is refused for a reason.

use super::{
    strict::Strict,
    walk::{JA, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{Business, Service, a_business, a_service},
    wait::wait_for,
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::{
    base::{ids::ResourceId, lang::Lang, time::local, token::Token},
    db::{DbError, TenantTx, run::house},
    domain::{
        bookings::{
            create::{self, Create},
            details::Details,
            quote::quote,
        },
        businesses::profile,
        catalog::service,
        customers::register::{Contact, Name},
        scheduling::{
            availability::{self, Slot},
            hold::{self, Hold, HoldError},
            load::{self, By, Own},
            seek::Sought,
        },
    },
    refusal,
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use serde_json::json;
use std::collections::BTreeSet;

/// So many shops; the number of a shop is its seed, so one that fails can be looked at alone.
pub(super) const SHOPS: u64 = 14;
/// So many starts are tried of each list, and as many that it does not have.
const TRIED: usize = 12;
const DAYS: u16 = 7;

/// A zone, and an instant shortly before its clocks change.
const PLACES: [(&str, &str); 6] = [
    ("Asia/Tokyo", "2026-11-20 10:00"),
    ("America/New_York", "2026-10-31 23:00"),
    ("America/New_York", "2027-03-13 12:00"),
    ("Europe/London", "2027-03-27 18:00"),
    ("Australia/Lord_Howe", "2027-04-02 12:00"),
    ("America/St_Johns", "2026-10-30 12:00"),
];
const HOURS: [&str; 6] = [
    "10:00-19:00",
    "9:00-12:00,13:30-18:00",
    "18:00-26:00",
    "0:00-24:00",
    "22:00-29:30",
    "7:15-11:45,12:00-20:05",
];

pub(super) struct Shop {
    pub business: Business,
    pub service: Service,
    pub party: i16,
    /// Only with this person.
    pub nominated: Option<ResourceId>,
}

pub(super) fn a_shop_by_chance(app: &TestApp, chance: &mut StdRng) -> Shop {
    let (zone, now) = *PLACES.choose(chance).unwrap();
    app.clock().set(tokyo(now));
    let business = a_business(app)
        .open(HOURS.choose(chance).unwrap())
        .closed_on(chance.random_range(0..7))
        .staff(chance.random_range(1..=3))
        .with(json!({"timezone": zone}))
        .settings(json!({"holds_per_client": 100_000, "slot_step_minutes": one_of(chance, &[10, 15, 20, 30, 60])}))
        .build();
    shifts_by_chance(app, chance, &business);
    let mut by = business.staff.clone();
    if chance.random() {
        for name in ["個室1", "個室2"] {
            let room = json!({"business_id": business.id, "resource_type": "room", "name": name});
            by.push(ResourceId(app.insert(
                business.id,
                "scheduling.resources",
                room,
            )));
        }
    }
    let figures = json!({
        "buffer_before": one_of(chance, &[0, 5, 15]), "buffer_after": one_of(chance, &[0, 10, 30]),
        "notice_minutes": one_of(chance, &[0, 60, 1440]), "horizon_days": one_of(chance, &[3, 60]), "party_max": 4,
    });
    let minutes = one_of(chance, &[20, 30, 45, 60, 90, 180]);
    let making = a_service(app, &business).minutes(minutes).with(figures);
    let in_seats = chance.random_ratio(1, 3);
    let service = if in_seats {
        let row = json!({"business_id": business.id, "resource_type": "equipment", "name": "台", "capacity": 6});
        let seats = ResourceId(app.insert(business.id, "scheduling.resources", row));
        making.seats_of(seats).build()
    } else {
        making.by(&by).build()
    };
    // Some need nobody for a while.
    if chance.random_ratio(1, 3) {
        let (after, most) = (one_of(chance, &[5, 10]), (minutes - 10).max(5));
        let row = json!({"business_id": business.id, "service_id": service.id, "after_minutes": after,
            "processing_minutes": one_of(chance, &[5, 30]).min(most / 5 * 5)});
        app.insert(business.id, "catalog.processing_times", row);
    }
    // Some take longer than others, or are quicker.
    for person in &business.staff {
        if chance.random_ratio(1, 3) {
            let own = one_of(chance, &[15, 40, 75, 120]);
            let own = format!(
                "update scheduling.service_resources set duration_minutes = {own} where resource_id = '{person}'"
            );
            app.execute(business.id, own);
        }
        // Some take nothing that guests book by themselves.
        if chance.random_ratio(1, 6) {
            let stop = format!(
                "update scheduling.resources set takes_online = false where id = '{person}'"
            );
            app.execute(business.id, stop);
        }
    }
    let nominated = (!in_seats && chance.random_ratio(1, 3)).then(|| business.staff[0]);
    let party = chance.random_range(1..=3);
    if chance.random() {
        limits_by_chance(app, chance, &business);
    }
    Shop {
        business,
        service,
        party,
        nominated,
    }
}

/// Some let no more than so many begin in some half-hours.
fn limits_by_chance(app: &TestApp, chance: &mut StdRng, business: &Business) {
    for (day, half) in (0..7).flat_map(|day| (14..54).map(move |half| (day, half))) {
        if chance.random_ratio(1, 3) {
            let row = json!({"business_id": business.id, "day_of_week": day, "start_minute": half * 30,
                "most": chance.random_range(0..3)});
            app.insert(business.id, "scheduling.start_limits", row);
        }
    }
}

fn one_of(chance: &mut StdRng, values: &[i64]) -> i64 {
    *values.choose(chance).unwrap()
}

/// Some have hours of their own, some a day off, and some time is taken already.
fn shifts_by_chance(app: &TestApp, chance: &mut StdRng, business: &Business) {
    let today = app.clock().now().date_naive();
    for person in &business.staff {
        if chance.random() {
            let own =
                format!("update scheduling.resources set has_shifts = true where id = '{person}'");
            app.execute(business.id, own);
            for day in 0..6 {
                let from = chance.random_range(0..30) * 30;
                let row = json!({
                    "business_id": business.id, "resource_id": person, "day_of_week": day, "start_minute": from,
                    "end_minute": from + chance.random_range(2..28) * 30,
                });
                app.insert(business.id, "scheduling.staff_working_hours", row);
            }
        }
        let off = json!({
            "business_id": business.id, "resource_id": person, "is_working": false,
            "date": today + chrono::Days::new(chance.random_range(0..7)),
        });
        app.insert(business.id, "scheduling.staff_exceptions", off);
        for hour in 0..chance.random_range(0..20) {
            let start =
                app.clock().now() + TimeDelta::minutes(hour * 420 + chance.random_range(0..40) * 5);
            let row = json!({
                "business_id": business.id, "resource_id": person, "start_at": start,
                "end_at": start + TimeDelta::minutes(chance.random_range(1..40) * 5),
            });
            app.insert(business.id, "scheduling.allocations", row);
        }
    }
}

/// How a trial ended; every end undoes it, so that the next start finds the shop as it was.
#[derive(Debug, thiserror::Error)]
enum Ended {
    #[error("held and booked")]
    Booked,
    #[error("refused: {0:?}, nearest {1:?}")]
    Refused(availability::Refusal, Vec<Slot>),
    #[error("otherwise: {0}")]
    Otherwise(String),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Ended);

fn try_one(tx: &mut TenantTx<'_>, shop: &Shop, start: DateTime<Utc>) -> Result<Ended, DbError> {
    let profile = profile::own(tx)?.unwrap();
    let service = service::find(tx, shop.service.id)?.unwrap();
    let token = Token::random();
    let wanted = Hold {
        profile: &profile,
        service: &service,
        party: shop.party,
        nominated: shop.nominated,
        more: &[],
        start,
        key: "a key by chance",
        token: token.clone(),
        client: b"somebody",
        lang: Lang::Ja,
    };
    match hold::hold(tx, &wanted) {
        Ok(_held) => {}
        Err(HoldError::Refused(refusal, nearest)) => return Ok(Ended::Refused(refusal, nearest)),
        Err(HoldError::Db(error)) => return Err(error),
        Err(other) => return Ok(Ended::Otherwise(other.to_string())),
    }
    let name = Name {
        display: "山田 花子".to_owned(),
        ..Name::default()
    };
    let contact = Contact {
        name,
        email: None,
        phone: Some("+819012345678".to_owned()),
        lang: Lang::Ja,
    };
    let details = Details {
        contact,
        note: String::new(),
        answers: Vec::new(),
    };
    hold::keep_details(tx, &token, &details.to_json())?;
    let seen_total = quote(&service, shop.party, None, "JPY").total();
    let command = Create {
        profile: &profile,
        hold: &token,
        seen_total,
        asks: false,
        lang: Lang::Ja,
        secret: b"secret",
    };
    Ok(match create::create(tx, &command) {
        Ok(_) => Ended::Booked,
        Err(other) => Ended::Otherwise(other.to_string()),
    })
}

/// What becomes of a start; nothing stays of it.
fn trial(app: &TestApp, shop: &std::sync::Arc<Shop>, start: DateTime<Utc>) -> Ended {
    let (db, shop) = (app.db().clone(), std::sync::Arc::clone(shop));
    let undone = wait_for(async move {
        db.tenant(house(shop.business.id), move |tx| -> Result<(), Ended> {
            let ended = try_one(tx, &shop, start)?;
            Err(ended)
        })
        .await
    });
    undone.unwrap_err()
}

fn listed(app: &TestApp, shop: &std::sync::Arc<Shop>) -> Vec<Slot> {
    let own = std::sync::Arc::clone(shop);
    app.tenant(shop.business.id, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        let service = service::find(tx, own.service.id)?.unwrap();
        let sought = Sought {
            profile: &profile,
            service: &service,
            party: own.party,
            nominated: own.nominated,
            by: By::Guest,
            own: Own::None,
        };
        let today = local(profile.zone, tx.now()).date();
        Ok(availability::free_slots(&load::input(
            tx,
            &sought.over(today, DAYS),
        )?))
    })
}

#[test]
fn every_listed_start_can_be_booked_and_every_other_is_refused_for_a_reason() {
    let app = TestApp::start(TestOptions::default());
    let (mut booked, mut reasons) = (0, BTreeSet::new());
    for seed in 0..SHOPS {
        let chance = &mut StdRng::seed_from_u64(seed);
        let shop = std::sync::Arc::new(a_shop_by_chance(&app, chance));
        let slots = listed(&app, &shop);
        let starts: BTreeSet<DateTime<Utc>> = slots.iter().map(|slot| slot.start).collect();
        assert_eq!(
            on_the_page(&app, &shop),
            starts,
            "shop {seed}: the page lists what the engine does"
        );
        // The edges are where listing and deciding part ways first.
        let picked: Vec<DateTime<Utc>> = starts.iter().copied().collect();
        let edges = picked.iter().take(2).chain(picked.iter().rev().take(2));
        for start in edges.chain(picked.choose_multiple(chance, TRIED)) {
            let ended = trial(&app, &shop, *start);
            assert!(
                matches!(ended, Ended::Booked),
                "shop {seed}, {start}: {ended}"
            );
            booked += 1;
        }
        let now = app.clock().now();
        for _ in 0..TRIED {
            let start =
                now + TimeDelta::minutes(chance.random_range(-30..i64::from(DAYS) * 288) * 5);
            if starts.contains(&start) || beyond(&slots, start) {
                continue;
            }
            let ended = trial(&app, &shop, start);
            let Ended::Refused(refusal, nearest) = ended else {
                panic!("shop {seed}, {start} is not listed, but {ended}");
            };
            assert!(nearest.len() <= 3 && nearest.iter().all(|slot| slot.start >= now));
            reasons.insert(refusal.id());
        }
        book_one_on_the_page(&app, &shop);
    }
    assert!(booked > 60, "{booked} listed starts are a poor harvest");
    assert!(reasons.len() >= 5, "{reasons:?}");
}

/// Whether a start may lie on a business day after those that were listed.
fn beyond(slots: &[Slot], start: DateTime<Utc>) -> bool {
    slots.last().is_none_or(|last| start > last.start)
}

fn address(shop: &Shop) -> String {
    let staff = shop
        .nominated
        .map(|id| format!("&staff={id}"))
        .unwrap_or_default();
    let more = format!("&view=table&party={}{staff}", shop.party);
    times("ja", &shop.business, &shop.service, &more)
}

/// The starts that the table of seven days offers.
fn on_the_page(app: &TestApp, shop: &Shop) -> BTreeSet<DateTime<Utc>> {
    let page = app.browser().open(&address(shop));
    assert_eq!(page.status, 200);
    let document = page.document();
    let buttons = document.all("table.slots button[name=start]").into_iter();
    let starts = buttons.filter_map(|button| button.attr("value"));
    starts
        .map(|start| DateTime::parse_from_rfc3339(start).unwrap().to_utc())
        .collect()
}

/// The first that the page offers, all the way over HTTP; where none is, it says so.
fn book_one_on_the_page(app: &TestApp, shop: &Shop) {
    let page = app.browser().open(&address(shop));
    let document = page.document();
    let Some(first) = document.attribute("table.slots button[name=start]", "aria-label") else {
        assert!(page.text().contains("空きがありません"));
        return;
    };
    let done = told(&page.press(&first).strict(), &JA, &[]).strict();
    let done = done.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました", "{first}");
    assert_eq!(
        app.count(shop.business.id, "select count(*) from bookings"),
        1
    );
}
