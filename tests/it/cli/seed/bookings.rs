//! The bookings of the town: where they lie and what they take.

use super::TOWN;
use chrono::NaiveDate;
use omotenashi::base::holidays::holiday;

/// A booking with its wall times in minutes of its business day, as SQL.
const TIMED: &str = "select k.*, extract(dow from business_date)::int as dow, ((extract(day from business_date)::int - 1) / 7 + 1) as week,
    extract(epoch from (start_at at time zone 'Asia/Tokyo') - business_date) / 60 as from_minute,
    extract(epoch from (end_at at time zone 'Asia/Tokyo') - business_date) / 60 as until_minute
    from bookings.bookings k where business_id = platform.business()";

/// Days whose taken time is still there.
const RECENT: &str = "business_date >= date '2026-11-20' - 30";

#[test]
fn twelve_weeks_are_filled_at_every_shop() {
    let counts = TOWN.each_business("select count(*) from bookings.bookings");
    let each: Vec<i64> = counts.iter().map(|count| count.parse().unwrap()).collect();
    assert!(
        each.len() == 5 && each.iter().all(|count| *count > 200),
        "{each:?}"
    );
    let reported: usize = TOWN
        .report
        .shops
        .iter()
        .filter_map(|shop| shop.bookings)
        .sum();
    assert_eq!(i64::try_from(reported).unwrap(), each.iter().sum::<i64>());
    let spans = TOWN.each_business("select min(business_date) < date '2026-10-14' and max(business_date) > date '2026-12-26' from bookings.bookings");
    assert_eq!(spans, ["true"; 5]);
}

/// The column of `business_hours` that a booking's day goes by: a public holiday (7), the day before one (8), the day of
/// the week; each where the shop says something about it.
fn kind_of_day() -> String {
    let first: NaiveDate = "2026-09-01".parse().unwrap();
    let holidays: Vec<String> = first
        .iter_days()
        .take(240)
        .filter(|date| holiday(*date).is_some())
        .map(|date| format!("date '{date}'"))
        .collect();
    assert!(holidays.len() > 8, "{holidays:?}");
    let says = |day: u8| {
        format!(
            "exists (select from businesses.business_hours x where x.business_id = k.business_id and x.day_of_week = {day})"
        )
    };
    let list = holidays.join(", ");
    format!(
        "case when business_date in ({list}) and {} then 7 when business_date + 1 in ({list}) and {} then 8 else dow end",
        says(7),
        says(8)
    )
}

#[test]
fn public_holidays_are_rules_and_not_dates() {
    let rules = TOWN.each_business(
        "select count(*) from businesses.business_hours where day_of_week in (7, 8)",
    );
    // The clinic is closed then, the cleaners work as on any day, and the restaurant stays open late the day before.
    assert_eq!(rules, ["1", "0", "4", "1", "1"]);
    let dates = TOWN.each_business(
        "select date::text || reason from businesses.business_holidays where reason like '%祝%'",
    );
    assert!(dates.is_empty(), "{dates:?}");
}

#[test]
fn every_booking_lies_within_opening_hours() {
    let day = kind_of_day();
    let outside = TOWN.each_business(&format!(
        "select k.number || ' ' || start_at from (select k.*, {day} as kind from ({TIMED}) k) k where not exists (
             select from (
                 select open_minute, close_minute from businesses.business_holidays h
                 where h.business_id = k.business_id and h.date = k.business_date and open_minute is not null
                 union all
                 select open_minute, close_minute from businesses.business_hours h
                 where h.business_id = k.business_id and h.day_of_week = k.kind and not is_closed
                   and not exists (select from businesses.business_holidays x where x.business_id = k.business_id and x.date = k.business_date)
                   and case when exists (select from businesses.business_hours x
                            where x.business_id = k.business_id and x.day_of_week = k.kind and x.week_of_month = k.week)
                       then h.week_of_month = k.week else h.week_of_month is null end
             ) as open where open_minute <= from_minute and until_minute <= close_minute)"
    ));
    assert!(
        outside.is_empty(),
        "{} lie outside: {:?}",
        outside.len(),
        outside.first()
    );
}

#[test]
fn whoever_serves_a_booking_is_on_shift() {
    let at_home = TOWN.each_business(&format!(
        "select distinct k.number || ' ' || r.name || ' ' || start_at from ({TIMED}) k
         join scheduling.resources r on r.id = k.resource_id and has_shifts
         where not exists (
             select from (
                 select start_minute, end_minute from scheduling.staff_exceptions e
                 where e.resource_id = r.id and e.date = k.business_date and is_working
                 union all
                 select start_minute, end_minute from scheduling.staff_working_hours h
                 where h.resource_id = r.id and h.day_of_week = k.dow
                   and not exists (select from scheduling.staff_exceptions x where x.resource_id = r.id and x.date = k.business_date)
             ) as shift where start_minute <= from_minute and until_minute <= end_minute)"
    ));
    assert!(
        at_home.is_empty(),
        "{} not on shift: {:?}",
        at_home.len(),
        at_home.first()
    );
}

#[test]
fn live_bookings_take_just_what_their_service_needs_and_others_take_nothing() {
    let dead = TOWN.count(
        "select count(*) from scheduling.allocations a join bookings.bookings k on k.id = a.booking_id
         where k.status in ('cancelled', 'no_show', 'expired')",
    );
    assert_eq!(dead, 0);
    let wrong = TOWN.each_business(&format!(
        "select k.number || ' ' || s.name_ja from bookings.bookings k join catalog.services s on s.id = k.service_id
         where k.business_id = platform.business() and k.status not in ('cancelled', 'no_show') and {RECENT} and (
             (select count(distinct r.resource_type) from scheduling.service_resources l
                  join scheduling.resources r on r.id = l.resource_id where l.service_id = s.id)
             <> (select count(distinct r.resource_type) from scheduling.allocations a
                  join scheduling.resources r on r.id = a.resource_id where a.booking_id = k.id)
             or exists (select from (select bool_or(use = 'exclusive') as is_exclusive, sum(party_max) as room, count(*) as many,
                      array_agg(id) as ids
                  from (select distinct r.id, r.resource_type, r.party_max, l.use from scheduling.allocations a
                      join scheduling.resources r on r.id = a.resource_id
                      join scheduling.service_resources l on l.resource_id = r.id and l.service_id = s.id
                      where a.booking_id = k.id) one group by resource_type) kinds
                  where (is_exclusive and room < k.party_size)
                      or (many > 1 and not exists (select from scheduling.table_groups g where g.business_id = k.business_id
                          and (select count(*) from scheduling.table_group_members m where m.group_id = g.id
                              and m.resource_id = any (kinds.ids)) = many)))
             or exists (select from scheduling.allocations a
                  join scheduling.resources r on r.id = a.resource_id
                  left join scheduling.service_resources l on l.resource_id = a.resource_id and l.service_id = s.id
                  where a.booking_id = k.id
                  group by a.resource_id, r.resource_type, r.capacity, r.party_max, l.use
                  having l.use is null
                      or count(distinct a.seat) <> case l.use when 'exclusive' then r.capacity else k.party_size end
                      or count(*) <> count(distinct a.seat) * case when r.resource_type = 'staff'
                          and exists (select from catalog.processing_times p where p.service_id = s.id) then 2 else 1 end
                      or min(a.seat) < 0 or max(a.seat) >= r.capacity
                      or min(a.start_at) <> k.start_at - make_interval(mins => s.buffer_before)
                      or max(a.end_at) <> k.end_at + make_interval(mins => s.buffer_after)))"
    ));
    assert!(
        wrong.is_empty(),
        "{} take otherwise: {:?}",
        wrong.len(),
        wrong.first()
    );
    let taken =
        TOWN.count("select count(*) from scheduling.allocations where booking_id is not null");
    assert!(taken > 2_000, "{taken}");
}

#[test]
fn a_chosen_person_is_the_one_who_serves() {
    let chosen = TOWN.count("select count(*) from bookings.bookings where is_nominated");
    assert!(chosen > 200, "{chosen}");
    let other = TOWN.count(
        "select count(*) from bookings.bookings k left join scheduling.resources r on r.id = k.resource_id
         where is_nominated and r.is_nominable is not true",
    );
    assert_eq!(other, 0);
}

#[test]
fn weekends_are_fuller_than_weekdays_and_neither_is_full() {
    // Minutes taken of stylists' shifts in the weeks around today, in percent.
    let share = |days: &str| {
        TOWN.each_business(&format!(
            "with taken as (
                 select sum(extract(epoch from a.end_at - a.start_at)) / 60 as minutes from scheduling.allocations a
                 join scheduling.resources r on r.id = a.resource_id and has_shifts
                 where (a.start_at at time zone 'Asia/Tokyo')::date between date '2026-10-25' and date '2026-11-19'
                   and extract(dow from a.start_at at time zone 'Asia/Tokyo') in ({days})),
             open as (
                 select date::date from generate_series(timestamp '2026-10-25', '2026-11-19', '1 day') as date
                 where extract(dow from date) in ({days}) and exists (
                     select from bookings.bookings k where k.business_date = date and k.business_id = platform.business())),
             shifts as (
                 select sum(h.end_minute - h.start_minute) as minutes from open join scheduling.staff_working_hours h
                 on h.day_of_week = extract(dow from open.date) and h.business_id = platform.business())
             select round(100 * taken.minutes / shifts.minutes) from taken, shifts
             where platform.business() = (select id from businesses.businesses where slug = 'salon-hana')"
        ))
        .first()
        .unwrap()
        .parse::<i64>()
        .unwrap()
    };
    let (weekend, weekdays) = (share("0, 6"), share("2, 3, 4, 5"));
    assert!((60..=88).contains(&weekend), "{weekend} % on weekends");
    assert!((35..=65).contains(&weekdays), "{weekdays} % on weekdays");
}

#[test]
fn late_nights_belong_to_the_evening_before() {
    let late = TOWN.count(
        "select count(*) from bookings.bookings where (start_at at time zone 'Asia/Tokyo')::date = business_date + 1",
    );
    assert!(late > 0);
}
