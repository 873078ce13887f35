//! Each law broken on purpose, as the role that owns the tables could: it is seen.

use super::{
    acts::Who,
    laws::{self, LAWS},
    shop::Shop,
    wish::{Kind, Part, Wish, instant},
};
use crate::support::sql;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{PgConnection, connection::SimpleConnection};

/// What would have to go wrong for a law to be broken; each is undone after it was seen.
const FAULTS: [(&str, &str); 18] = [
    (
        "a seat is one claim's at a time",
        "insert into scheduling.allocations (business_id, resource_id, seat, start_at, end_at, booking_id, begins_at) \
            select business_id, resource_id, seat, start_at + interval '5 minutes', end_at, booking_id, begins_at \
            from scheduling.allocations where booking_id is not null limit 1",
    ),
    (
        "no more is taken than there is, unless the shop has put it there knowingly",
        "update scheduling.allocations set seat = 7 where booking_id is not null",
    ),
    (
        "a claim is a living hold's, a standing booking's or a block's",
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer'",
    ),
    (
        "a living hold has its time",
        "delete from scheduling.allocations where reservation_id is not null",
    ),
    (
        "a visit has the very claims that its lines say",
        "update scheduling.allocations a set end_at = a.end_at + interval '15 minutes' from bookings.booking_lines l \
            where l.booking_id = a.booking_id",
    ),
    (
        "the lines of a visit lie within it and do not overlap for one guest",
        "update bookings.booking_lines set start_at = start_at - interval '30 minutes' where part = 1",
    ),
    (
        "a booking of one service has its column from its beginning to its end",
        "update scheduling.allocations set start_at = start_at + interval '10 minutes' where booking_id is not null",
    ),
    (
        "a booking of one service has one of each kind that is needed or what is put together, with as many seats as it takes",
        "delete from scheduling.allocations a using scheduling.resources r where r.id = a.resource_id and r.resource_type = 'room'",
    ),
    (
        "a price is the sum of its lines",
        "update bookings.bookings set price_cents = price_cents + 1",
    ),
    (
        "the story of a booking leads to where it stands",
        "insert into bookings.booking_history (business_id, booking_id, field_changed, old_value, new_value) \
            select business_id, id, 'status', 'confirmed', 'arrived' from bookings.bookings where status = 'confirmed'",
    ),
    (
        "a version is raised with every state",
        "update bookings.bookings set version = 0",
    ),
    (
        "a coupon is used no more often than it may be",
        "update catalog.coupons set most_uses = 1",
    ),
    (
        "whoever has a coupon in the price has used it, and the other way round",
        "delete from bookings.coupon_uses",
    ),
    (
        "what the waiting list offers is held, and nothing else of it is",
        "update bookings.waitlist set status = 'cancelled' where status = 'notified'",
    ),
    (
        "a series is one guest's, and its places have no gap",
        "delete from bookings.series_bookings where place = 2",
    ),
    (
        "what waits for the shop has its term, and what does not is proposed nothing",
        "delete from bookings.booking_requests",
    ),
    (
        "nobody pays more than is owed",
        "update payments.booking_payments set amount_cents = 9999999",
    ),
    (
        "no job is there twice",
        "insert into queue.queue_jobs (business_id, job_type, payload_json) select business_id, job_type, payload_json \
            from queue.queue_jobs where payload_json ? 'notice'",
    ),
];

/// The owner of the tables takes down what keeps even them from it.
const UNGUARDED: &str = "do $$ declare one record; begin \
    for one in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace \
        where c.relkind in ('r', 'p') and n.nspname in ('bookings', 'scheduling', 'catalog', 'payments', 'queue', 'businesses') loop \
        execute format('alter table %s no force row level security', one.name); \
        execute format('alter table %s disable trigger user', one.name); \
    end loop; end $$; alter table scheduling.allocations drop constraint allocations_no_overlap";

fn at(day: u64, minute: u32) -> DateTime<Utc> {
    instant("2026-11-20".parse().unwrap(), minute) + TimeDelta::days(i64::try_from(day).unwrap())
}

/// A shop in which each law has something to say.
fn furnished() -> Shop {
    let shop = Shop::new(2);
    let book = |form: &str, wish: &Wish, start, has_coupon| {
        shop.hold(form, wish, start).unwrap();
        shop.commit(form, has_coupon, wish.asks()).unwrap()
    };
    let cut = Wish::one(Kind::Cut, None, 1);
    let paid = book("first", &cut, at(4, 600), true);
    book(
        "second",
        &Wish::one(Kind::Spa, Some(0), 1),
        at(4, 720),
        true,
    );
    book("third", &Wish::one(Kind::Talk, None, 1), at(6, 600), false);
    book("lesson", &Wish::one(Kind::Yoga, None, 2), at(6, 840), false);
    let part = |kind| Part {
        guest: 0,
        kind,
        person: None,
    };
    let both = Wish {
        parts: vec![part(Kind::Cut), part(Kind::Colour)],
        party: 1,
    };
    book("visit", &both, at(6, 660), false);
    shop.hold("open", &cut, at(6, 960)).unwrap();
    shop.arrive(paid).unwrap();
    shop.pay(paid, 500, "a payment").unwrap();
    let repeated = book("again", &cut, at(7, 600), false);
    shop.repeat(repeated, 3, "a series").unwrap();
    shop.block(0, (at(7, 660), at(7, 720))).unwrap();
    shop.join("waits", &cut, at(7, 900));
    let moved = book("moved", &cut, at(7, 780), false);
    shop.reschedule(Who::Staff, moved, at(7, 785)).unwrap();
    assert_eq!(shop.look(), 1);
    shop
}

fn after(owner: &mut PgConnection, fault: &str, query: &str) -> Vec<String> {
    owner.batch_execute("begin").unwrap();
    owner.batch_execute(fault).unwrap();
    let broken = sql::lines(owner, query);
    owner.batch_execute("rollback").unwrap();
    broken
}

#[test]
fn each_law_sees_what_breaks_it_and_nothing_where_all_is_well() {
    let shop = furnished();
    laws::hold(&shop.app);
    let mut owner = sql::connect(shop.app.database_url());
    owner.batch_execute(UNGUARDED).unwrap();
    let query = laws::query(&shop.app);
    assert_eq!(after(&mut owner, "select 1", &query), Vec::<String>::new());
    for law in &LAWS {
        let fault = FAULTS.iter().find(|(name, _)| *name == law.name);
        let (_, fault) = fault.unwrap_or_else(|| panic!("nobody has tried to break: {}", law.name));
        let broken = after(&mut owner, fault, &query);
        assert!(
            broken.iter().any(|one| one.starts_with(law.name)),
            "{}: {broken:#?}",
            law.name
        );
    }
    // What is wrong is seen by everybody who asks.
    owner
        .batch_execute("update bookings.bookings set price_cents = price_cents + 1")
        .unwrap();
    assert!(!laws::broken(&shop.app).is_empty());
}
