//! Shops made by chance: what the search of the town says of each is what its own page says.

use super::listed_is_bookable::{SHOPS, Shop, a_shop_by_chance};
use crate::support::{
    app::{TestApp, TestOptions},
    wait::wait_for,
};
use chrono::{DateTime, Utc};
use omotenashi::{
    base::time::{LAST_MINUTE, LocalDate, WallSpan, WallTime, local},
    db::DbError,
    domain::{
        businesses::{profile, town::Near},
        catalog::service,
        scheduling::{
            availability,
            load::{self, By, Own},
            seek::Sought,
            town::{self, Answer, MOST_TIMES, Wanted},
        },
    },
};
use rand::{SeedableRng, rngs::StdRng};
use std::sync::Arc;

/// So many days are looked at.
const DAYS: u64 = 4;

/// The date where the shop is, and the free starts that its own pages list from then on.
fn listed(app: &TestApp, shop: &Arc<Shop>) -> (LocalDate, Vec<(LocalDate, DateTime<Utc>)>) {
    let own = Arc::clone(shop);
    app.tenant(shop.business.id, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        let service = service::find(tx, own.service.id)?.unwrap();
        let sought = Sought {
            profile: &profile,
            service: &service,
            party: own.party,
            nominated: None,
            by: By::Guest,
            own: Own::None,
        };
        let today = local(profile.zone, tx.now()).date();
        let days = u16::try_from(DAYS).unwrap() + 1;
        let input = load::input(tx, &sought.over(today, days))?;
        let slots = availability::free_slots(&input);
        let slots = slots.into_iter().map(|slot| (slot.date, slot.start));
        Ok((today, slots.collect()))
    })
}

fn searched(app: &TestApp, date: LocalDate, party: i16) -> Answer {
    let wanted = Wanted {
        near: Near::default(),
        text: String::new(),
        date,
        span: WallSpan::new(WallTime::MIDNIGHT, WallTime::new(LAST_MINUTE).unwrap()).unwrap(),
        party,
    };
    let db = app.db().clone();
    wait_for(async move {
        db.town(move |tx| -> Result<Answer, DbError> { town::search(tx, &wanted) })
            .await
            .unwrap()
    })
}

#[test]
fn the_town_says_of_each_shop_what_its_own_pages_list() {
    let app = TestApp::start(TestOptions::default());
    let (mut free, mut full) = (0, 0);
    for seed in 0..SHOPS {
        let chance = &mut StdRng::seed_from_u64(seed);
        let shop = Arc::new(a_shop_by_chance(&app, chance));
        let (today, slots) = listed(&app, &shop);
        for day in 0..DAYS {
            let date = today + chrono::Days::new(day);
            let of_day = slots.iter().filter(|(own, _)| *own == date);
            let starts: Vec<DateTime<Utc>> = of_day.map(|(_, start)| *start).collect();
            let answer = searched(&app, date, shop.party);
            let said = answer
                .found
                .iter()
                .find(|one| one.business == shop.business.id);
            let Some(said) = said else {
                assert!(
                    starts.is_empty(),
                    "shop {seed} is free on {date}: {starts:?}"
                );
                full += 1;
                continue;
            };
            free += 1;
            let first: Vec<DateTime<Utc>> = said.slots.iter().map(|slot| slot.start).collect();
            let most = starts.len().min(MOST_TIMES);
            assert_eq!(first, starts[..most], "shop {seed} on {date}");
            assert_eq!(said.more, starts.len() - most, "shop {seed} on {date}");
        }
    }
    assert!(
        free > 10 && full > 3,
        "{free} days with times, {full} without"
    );
}
