//! Businesses for measuring: as many and as full as PERFORMANCE 2 says.

use super::{Town, options, run};
use omotenashi::cli::seed::SeedOptions;

/// A question asked of one measured business only.
fn of(slug: &str, asked: &str) -> String {
    format!(
        "select * from ({asked}) as asked where platform.business() = (select id from businesses.businesses where slug = '{slug}')"
    )
}

#[test]
fn a_measured_business_is_as_full_as_it_must_be_and_can_be_given_a_longer_past() {
    let small = SeedOptions {
        size: Some(10_000),
        ..options()
    };
    let town = Town::build(&small);
    let measured = &town.report.measured;
    assert_eq!((measured.businesses, measured.bookings), (2, 28_000));
    let one = |asked: &str| town.each_business(&of("bench-0001", asked));
    assert_eq!(
        one("select concat_ws(' ', count(*), count(distinct number), count(*) filter (where business_date >= date '2026-11-20'),
             count(*) filter (where status = 'confirmed')) from bookings.bookings"),
        ["10000 10000 4000 4000"]
    );
    assert_eq!(one("select count(*) from scheduling.allocations"), ["4000"]);
    assert_eq!(
        one("select (select count(*) from customers.customers) || ' ' || (select count(*) from scheduling.resources)
             || ' ' || (select count(*) from catalog.services) || ' ' || (select count(*) from scheduling.service_resources)"),
        ["2000 10 20 200"]
    );
    let half_hours = one(
        "select sum(extract(epoch from end_at - start_at) / 1800)::int from scheduling.allocations",
    );
    let share = half_hours[0].parse::<i64>().unwrap() * 100 / (60 * 10 * 18);
    assert!((51..=56).contains(&share), "{share} % full");
    let outside = "select count(*) from bookings.bookings
        where extract(hour from start_at at time zone 'Asia/Tokyo') not between 9 and 17
           or (end_at at time zone 'Asia/Tokyo')::time > time '18:00' or (start_at at time zone 'Asia/Tokyo')::date <> business_date";
    assert_eq!(one(outside), ["0"]);
    let at_once = "select count(*) from bookings.bookings one join bookings.bookings other
        on one.resource_id = other.resource_id and one.id < other.id and one.start_at < other.end_at and other.start_at < one.end_at";
    assert_eq!(one(at_once), ["0"]);

    let longer = run(
        &town.db,
        &SeedOptions {
            history_in_one: 700,
            ..small.clone()
        },
    );
    assert_eq!(
        (longer.measured.businesses, longer.measured.bookings),
        (0, 700)
    );
    assert_eq!(one(at_once), ["0"]);
    assert_eq!(
        one("select concat_ws(' ', count(*), count(distinct number)) from bookings.bookings"),
        ["10700 10700"]
    );
    assert!(run(&town.db, &small).is_unchanged());
}
