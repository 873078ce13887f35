//! The bookings of the town: where they lie, what they take, what they cost, what became of them.

use super::TOWN;

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

#[test]
fn every_booking_lies_within_opening_hours() {
    let outside = TOWN.each_business(&format!(
        "select k.number || ' ' || start_at from ({TIMED}) k where not exists (
             select from (
                 select open_minute, close_minute from businesses.business_holidays h
                 where h.business_id = k.business_id and h.date = k.business_date and open_minute is not null
                 union all
                 select open_minute, close_minute from businesses.business_hours h
                 where h.business_id = k.business_id and h.day_of_week = k.dow and not is_closed
                   and not exists (select from businesses.business_holidays x where x.business_id = k.business_id and x.date = k.business_date)
                   and case when exists (select from businesses.business_hours x
                            where x.business_id = k.business_id and x.day_of_week = k.dow and x.week_of_month = k.week)
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
             <> (select count(distinct a.resource_id) from scheduling.allocations a where a.booking_id = k.id)
             or exists (select from scheduling.allocations a
                  join scheduling.resources r on r.id = a.resource_id
                  left join scheduling.service_resources l on l.resource_id = a.resource_id and l.service_id = s.id
                  where a.booking_id = k.id
                  group by a.resource_id, r.capacity, r.party_max, l.use
                  having l.use is null
                      or count(*) <> case l.use when 'exclusive' then r.capacity else k.party_size end
                      or min(a.seat) < 0 or max(a.seat) >= r.capacity
                      or (l.use = 'exclusive' and k.party_size > r.party_max)
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
fn prices_are_those_of_the_menu_for_the_party_and_the_person() {
    let wrong = TOWN.each_business(
        "select k.number from bookings.bookings k join catalog.services s on s.id = k.service_id
         join scheduling.resources r on r.id = k.resource_id
         where k.price_cents <> s.price_cents * party_size + case when is_nominated then r.nomination_fee_cents else 0 end
            or k.price_cents <> (select sum((l ->> 'amount')::bigint) from jsonb_array_elements(price_snapshot_json -> 'lines') l)
            or (policy_snapshot_json = 'null') <> (s.policy_id is null)
            or party_size not between s.party_min and s.party_max",
    );
    assert!(
        wrong.is_empty(),
        "{} cost otherwise: {:?}",
        wrong.len(),
        wrong.first()
    );
}

#[test]
fn what_is_over_has_ended_and_what_lies_ahead_has_not_begun() {
    let now = super::NOW;
    let early = TOWN.count(&format!(
        "select count(*) from bookings.bookings where start_at > timestamptz '{now}' + interval '12 minutes'
         and status not in ('confirmed', 'cancelled')"
    ));
    let late = TOWN.count(&format!(
        "select count(*) from bookings.bookings where end_at <= timestamptz '{now}' and status not in ('completed', 'cancelled', 'no_show')"
    ));
    assert_eq!((early, late), (0, 0));
    for status in [
        "completed",
        "confirmed",
        "cancelled",
        "no_show",
        "in_service",
        "arrived",
    ] {
        let count = TOWN.count(&format!(
            "select count(*) from bookings.bookings where status = '{status}'"
        ));
        assert!(count > 0, "nothing is {status}");
    }
}

#[test]
fn each_story_begins_when_it_was_booked_and_ends_where_it_stands() {
    let wrong = TOWN.each_business(
        "select k.number from bookings.bookings k where
             (select array_agg(new_value order by created_at, array_position(
                  array['confirmed', 'arrived', 'in_service', 'completed', 'no_show', 'cancelled'], new_value))
              from bookings.booking_history h where h.booking_id = k.id and field_changed = 'status')[1] <> 'confirmed'
          or (select new_value from bookings.booking_history h where h.booking_id = k.id and field_changed = 'status'
              order by created_at desc, array_position(
                  array['confirmed', 'arrived', 'in_service', 'completed', 'no_show', 'cancelled'], new_value) desc limit 1) <> k.status::text
          or (select min(created_at) from bookings.booking_history h where h.booking_id = k.id) <> k.created_at
          or k.created_at >= k.start_at
          or (k.business_date > date '2026-11-20' and k.created_at >= timestamptz '2026-11-20 00:00+09')",
    );
    assert!(
        wrong.is_empty(),
        "{} are told otherwise: {:?}",
        wrong.len(),
        wrong.first()
    );
    let future = TOWN.count(&format!(
        "select count(*) from bookings.booking_history where created_at > timestamptz '{}'",
        super::NOW
    ));
    assert_eq!(future, 0);
}

#[test]
fn those_who_stayed_away_are_counted_on_their_cards() {
    let wrong = TOWN.count(
        "select count(*) from customers.customers c where no_show_count <> (
             select count(*) from bookings.bookings k where k.customer_id = c.id and status = 'no_show')",
    );
    assert_eq!(wrong, 0);
}

#[test]
fn guests_are_called_as_people_in_japan_are_and_many_come_again() {
    for name in ["髙橋%", "%﨑%", "𠮷田%"] {
        let asked = format!("select count(*) from customers.customers where name like '{name}'");
        assert!(TOWN.count(&asked) > 0, "nobody is called {name}");
    }
    let without_reading = TOWN.count(
        "select count(*) from customers.customers where locale = 'ja' and (family_name_kana = '' or given_name_kana = '')",
    );
    let single = TOWN.count(
        "select count(*) from customers.customers where locale = 'en' and family_name = '' and name !~ ' '",
    );
    let unreachable = TOWN
        .count("select count(*) from customers.customers where email is null and phone is null");
    assert_eq!((without_reading, unreachable), (0, 0));
    assert!(single > 0);
    let again = TOWN.count(
        "select count(*) from (select customer_id from bookings.bookings group by customer_id having count(*) > 2) as often",
    );
    assert!(again > 300, "{again}");
    let addresses = TOWN.count("select count(*) from customers.customers where email !~ '@([a-z]+\\.)?example\\.(com|jp)$'");
    assert_eq!(addresses, 0);
}

#[test]
fn new_guests_only_take_what_is_for_new_guests() {
    let again = TOWN.count(
        "select count(*) from bookings.bookings k join catalog.services s on s.id = k.service_id and s.audience = 'new'
         where exists (select from bookings.bookings earlier where earlier.customer_id = k.customer_id and earlier.start_at < k.start_at)",
    );
    assert_eq!(again, 0);
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

#[test]
fn nobody_is_written_to() {
    assert_eq!(
        TOWN.count("select count(*) from notifications.notification_outbox"),
        0
    );
    assert_eq!(TOWN.count("select count(*) from queue.queue_jobs"), 0);
}
