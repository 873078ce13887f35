//! The bookings of the town: who made them, what they cost, what became of them.

use super::{NOW, TOWN};

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
    let now = NOW;
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
        NOW
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
fn nobody_is_written_to() {
    assert_eq!(
        TOWN.count("select count(*) from notifications.notification_outbox"),
        0
    );
    assert_eq!(TOWN.count("select count(*) from queue.queue_jobs"), 0);
}

#[test]
fn what_is_over_is_paid_and_one_of_each_of_the_newest_things_is_there() {
    let unpaid = TOWN.count(
        "select count(*) from bookings.bookings k where status = 'completed' and price_cents <> coalesce(
             (select sum(amount_cents) from payments.booking_payments p where p.booking_id = k.id and p.status = 'succeeded'), 0)",
    );
    let early = TOWN.count(
        "select count(*) from payments.booking_payments p join bookings.bookings k on k.id = p.booking_id where k.status <> 'completed'",
    );
    assert_eq!((unpaid, early), (0, 0));
    for table in [
        "catalog.service_approvals",
        "catalog.pricing_rules",
        "catalog.coupons",
        "scheduling.class_rules",
        "bookings.waitlist_rules",
        "bookings.waitlist",
        "bookings.booking_series",
    ] {
        assert_eq!(
            TOWN.count(&format!("select count(*) from {table}")),
            1,
            "{table}"
        );
    }
    let together = TOWN.count(
        "select count(*) from bookings.series_bookings s join bookings.bookings k on k.id = s.booking_id
         where k.status = 'confirmed' and k.customer_id = (select customer_id from bookings.bookings o
             join bookings.series_bookings f on f.booking_id = o.id where f.series_id = s.series_id and f.place = 1)",
    );
    assert!(together > 1, "{together}");
    // Whoever waits, waits for what somebody else has: nothing can be offered before that comes free.
    let taken = TOWN.count(
        "select count(*) from bookings.waitlist w where exists (select from bookings.bookings k
             where k.business_date = w.preferred_date and k.resource_id = w.resource_id and k.customer_id <> w.customer_id
             and k.status = 'confirmed' and extract(epoch from (k.start_at at time zone 'Asia/Tokyo') - k.business_date) / 60
                 = w.preferred_time_start)",
    );
    assert_eq!(taken, 1);
}
