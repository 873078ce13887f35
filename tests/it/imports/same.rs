//! A file makes what the desk would have made of its lines, one by one: the same times, people, seats and prices, and the same
//! refusals. Two shops alike, one of each way.

use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{Business, Service, a_business, a_service},
    people::a_person,
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::{
    base::lang::Lang,
    db,
    domain::{
        bookings::{
            booking::Source,
            details::Details,
            import::{
                bring::{self, Bring, BringError, mark},
                column::Column,
                plan::{How, plan},
                waiting::{self, Cells, Choices, Service as Theirs, Staff},
            },
            take::{Take, TakeBookingError, take},
        },
        businesses::profile,
        customers::register::{Contact, Name},
    },
};
use serde_json::json;

/// The columns of the file.
const COLUMNS: [Column; 6] = [
    Column::Date,
    Column::Start,
    Column::Service,
    Column::Staff,
    Column::Name,
    Column::Phone,
];

/// What is wished for: service, person, start.
type Wish = (usize, Option<usize>, DateTime<Utc>);

struct Shop {
    business: Business,
    services: [Service; 2],
}

fn shop(app: &TestApp, slug: &str) -> Shop {
    let owner = a_person(app, slug, "主", "owner");
    let business = a_business(app)
        .slug(slug)
        .owner(owner.user)
        .staff(2)
        .build();
    let long = a_service(app, &business)
        .named("長い", "Long")
        .minutes(90)
        .with(json!({"buffer_before": 15, "buffer_after": 10}))
        .build();
    let short = a_service(app, &business)
        .named("短い", "Short")
        .minutes(30)
        .build();
    Shop {
        services: [long, short],
        business,
    }
}

/// The same wishes each time: a simple row of numbers that looks like chance.
fn wishes(count: usize) -> Vec<Wish> {
    let mut seed = 7_u64;
    let mut next = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % most
    };
    (0..count)
        .map(|_| {
            let person = usize::try_from(next(3)).unwrap();
            let minutes = i64::try_from(next(3) * 1440 + next(40) * 15).unwrap();
            let start = tokyo("2026-12-01 09:30") + TimeDelta::minutes(minutes);
            (
                usize::try_from(next(2)).unwrap(),
                (person < 2).then_some(person),
                start,
            )
        })
        .collect()
}

fn guest(place: usize) -> Contact {
    Contact {
        name: Name {
            display: format!("客 {place}"),
            ..Name::default()
        },
        email: None,
        phone: Some(format!("+8190{place:08}")),
        lang: Lang::Ja,
    }
}

/// Which lines were refused, taken one by one.
fn by_desk(app: &TestApp, shop: &Shop, wishes: &[Wish]) -> Vec<usize> {
    let mut refused = Vec::new();
    for (place, (service, person, start)) in wishes.iter().enumerate() {
        let details = Details {
            contact: guest(place),
            note: String::new(),
            answers: Vec::new(),
        };
        let (service, start) = (shop.services[*service].id, *start);
        let resource = person.map(|person| shop.business.staff[person]);
        let taken = app.tenant(shop.business.id, move |tx| {
            let profile = profile::own(tx)?.unwrap();
            let command = Take {
                profile: &profile,
                service,
                options: &[],
                resource,
                is_nominated: false,
                start,
                party: 1,
                source: Source::Phone,
                details: &details,
                customer: None,
                despite_block: false,
                override_reason: "",
                coupon: "",
                key: &format!("the-key-of-{place}"),
                secret: b"secret",
            };
            match take(tx, &command) {
                Ok(_) => Ok(true),
                Err(TakeBookingError::Clash(_)) => Ok(false),
                Err(TakeBookingError::Db(error)) => Err(error),
                Err(other) => panic!("{other}"),
            }
        });
        if !taken {
            refused.push(place);
        }
    }
    refused
}

/// The same by a file.
fn by_file(app: &TestApp, shop: &Shop, wishes: &[Wish]) -> Vec<usize> {
    let rows = wishes
        .iter()
        .enumerate()
        .map(|(place, (service, person, start))| {
            let wall = *start + TimeDelta::hours(9);
            let person = person.map_or(String::new(), |person| person.to_string());
            let cells = [
                wall.format("%Y-%m-%d").to_string(),
                wall.format("%H:%M").to_string(),
                service.to_string(),
                person,
                format!("客 {place}"),
                format!("90{place:08}"),
            ];
            (u64::try_from(place).unwrap(), cells.to_vec())
        });
    let cells = Cells {
        header: vec![String::new(); 6],
        rows: rows.collect(),
    };
    let ours = |place: usize| Theirs::Ours(shop.services[place].id);
    let people = |place: usize| Staff::Ours(shop.business.staff[place]);
    let choices = Choices {
        columns: COLUMNS.into_iter().zip(0..).collect(),
        services: [0, 1].map(|place| (place.to_string(), ours(place))).into(),
        staff: [0, 1]
            .map(|place| (place.to_string(), people(place)))
            .into(),
        has_columns: true,
        has_names: true,
        ended: Vec::new(),
    };
    app.tenant(shop.business.id, move |tx| -> db::Result<Vec<usize>> {
        let profile = profile::own(tx)?.unwrap();
        let id = waiting::keep(tx, &cells)?;
        waiting::choose(tx, id, &choices)?;
        let how = How {
            profile: &profile,
            lang: Lang::Ja,
            as_promised: false,
        };
        let file = waiting::find(tx, id)?.unwrap();
        let seen = plan(tx, &file, how, false)?;
        let refused = seen
            .problems
            .iter()
            .map(|(line, _)| usize::try_from(*line).unwrap());
        let refused: Vec<usize> = refused.collect();
        let command = Bring {
            id,
            how,
            reason: "",
            seen: &mark(&file.choices, &seen),
            leaves_problems: true,
            tells_guests: false,
            secret: b"secret",
        };
        match bring::bring(tx, &command) {
            Ok(_) => Ok(refused),
            Err(BringError::Db(error)) => Err(error),
            Err(other) => panic!("{other}"),
        }
    })
}

/// Everything that was made, without what is drawn by lot.
fn state(app: &TestApp, shop: &Shop) -> Vec<String> {
    let sql = "select concat_ws(' ', b.start_at, b.end_at, b.business_date, b.party_size, b.price_cents, b.price_snapshot_json, b.is_nominated, \
        b.status, c.name, c.phone, c.number, r.sort_order, \
        (select string_agg(concat_ws('-', a.start_at, a.end_at, a.seat, k.sort_order), ',' order by k.sort_order) \
            from scheduling.allocations a join scheduling.resources k on k.id = a.resource_id where a.booking_id = b.id)) as line \
        from bookings.bookings b join customers.customers c on c.id = b.customer_id left join scheduling.resources r on r.id = b.resource_id \
        order by 1";
    app.tenant(shop.business.id, move |tx| {
        crate::support::sql::know_every_schema(tx.conn())?;
        Ok(crate::support::sql::lines(tx.conn(), sql))
    })
}

#[test]
fn a_file_makes_what_the_desk_makes_of_the_same_lines_one_by_one() {
    let app = TestApp::start(TestOptions::default());
    let (one, other) = (shop(&app, "by-desk"), shop(&app, "by-file"));
    let wishes = wishes(90);
    let refused = by_desk(&app, &one, &wishes);
    assert!(refused.len() > 10 && refused.len() < 80, "{refused:?}");
    assert_eq!(by_file(&app, &other, &wishes), refused);
    let (by_desk, by_file) = (state(&app, &one), state(&app, &other));
    assert_eq!(by_desk.len(), 90 - refused.len());
    assert_eq!(by_desk, by_file);
}
