//! One service of a visit is called off or moved: its time is free, its price is gone, and the others stay as they are.

use super::shop::{Shop, Wish};
use crate::support::{app::tokyo, people::lines};
use chrono::{DateTime, Utc};
use omotenashi::{
    base::ids::{BookingId, ResourceId},
    domain::{
        bookings::{
            lines_told::{ToldLine, told},
            part::{self, CallOff, Off, PartError, Shift},
            reschedule::Person,
        },
        businesses::profile,
        scheduling::availability::Refusal,
    },
};

/// How it ended, without what no test asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Off(Off),
    Moved,
    Already,
    Stale,
    Unknown,
    TooLate,
    FeeChanged,
    OutOfOrder(Vec<DateTime<Utc>>),
    Refused(Refusal),
}

fn why(error: PartError) -> End {
    match error {
        PartError::Already => End::Already,
        PartError::Stale => End::Stale,
        PartError::Unknown => End::Unknown,
        PartError::TooLate => End::TooLate,
        PartError::FeeChanged => End::FeeChanged,
        PartError::OutOfOrder(slots) => {
            End::OutOfOrder(slots.into_iter().map(|slot| slot.start).collect())
        }
        PartError::Refused(refusal, _) => End::Refused(refusal),
        other => panic!("{other}"),
    }
}

pub fn off(shop: &Shop, booking: BookingId, part: i16, (version, seen): (i32, Option<i64>)) -> End {
    shop.app.tenant(shop.business.id, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        let command = CallOff {
            profile: &profile,
            booking,
            part,
            version,
            reason: "",
            seen_fee: seen,
            tell: false,
        };
        Ok(part::call_off(tx, &command).map_or_else(why, End::Off))
    })
}

pub fn shifted(shop: &Shop, booking: BookingId, (part, version): (i16, i32), wall: &str) -> End {
    given(shop, booking, (part, version), wall, None)
}

fn given(
    shop: &Shop,
    booking: BookingId,
    (part, version): (i16, i32),
    wall: &str,
    person: Option<(ResourceId, bool)>,
) -> End {
    let start = tokyo(&format!("2026-11-24 {wall}")).to_utc();
    shop.app.tenant(shop.business.id, move |tx| {
        let profile = profile::own(tx)?.unwrap();
        let command = Shift {
            profile: &profile,
            booking,
            part,
            start,
            version,
            person: person.map(|(resource, is_nominated)| Person {
                resource,
                is_nominated,
            }),
            reason: "",
            tell: false,
            seen_fee: None,
        };
        Ok(part::shift(tx, &command).map_or_else(why, |()| End::Moved))
    })
}

pub fn booked(shop: &Shop, wish: &Wish) -> BookingId {
    let ten = tokyo("2026-11-24 10:00").to_utc();
    shop.hold("visit", wish, ten).unwrap();
    shop.book("visit")
}

fn told_of(shop: &Shop, booking: BookingId) -> Vec<ToldLine> {
    shop.app
        .tenant(shop.business.id, move |tx| told(tx, &[booking]))
}

/// The booking as its row says it: when, for how much, which services its price names, and its state.
pub fn row(shop: &Shop) -> String {
    let query = "select to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || '-' \
        || to_char(end_at at time zone 'Asia/Tokyo', 'HH24:MI') || ' ' || price_cents || ' ' \
        || (select string_agg(line ->> 'part', ',') from jsonb_array_elements(price_snapshot_json -> 'lines') line) \
        || ' ' || status as line from bookings.bookings";
    lines(&shop.app, shop.business.id, query).remove(0)
}

fn three(shop: &Shop) -> Wish {
    vec![
        (0, shop.cut, None),
        (0, shop.colour, None),
        (0, shop.cut, None),
    ]
}

#[test]
fn the_middle_one_of_three_leaves_its_time_and_its_price() {
    let shop = Shop::of(1);
    let booking = booked(&shop, &three(&shop));
    assert_eq!(row(&shop), "10:00-12:45 18700 0,1,2 confirmed");
    assert_eq!(off(&shop, booking, 1, (1, Some(0))), End::Off(Off::Part(0)));
    assert_eq!(row(&shop), "10:00-12:45 11000 0,2 confirmed");
    assert_eq!(shop.taken(), ["1 10:00-11:00", "1 11:45-12:45"]);
    let told = told_of(&shop, booking);
    let stands: Vec<bool> = told.iter().map(ToldLine::stands).collect();
    assert_eq!(stands, [true, false, true]);
    // It still has the name and the price that it had.
    assert_eq!((told[1].name.ja.as_str(), told[1].price), ("カラー", 7700));
    let wish = vec![(0, shop.colour, None)];
    let quarter_to = tokyo("2026-11-24 11:00").to_utc();
    shop.hold("other", &wish, quarter_to).unwrap();
    let story = "select field_changed || ': ' || coalesce(new_value, '') as line from bookings.booking_history \
        where field_changed <> 'status' order by 1";
    assert_eq!(
        lines(&shop.app, shop.business.id, story),
        ["line_off: 1 0", "price_cents: 11000"]
    );
}

#[test]
fn without_the_first_one_the_visit_begins_with_the_next() {
    let shop = Shop::of(1);
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let booking = booked(&shop, &wish);
    assert_eq!(off(&shop, booking, 0, (1, Some(0))), End::Off(Off::Part(0)));
    assert_eq!(row(&shop), "11:00-11:45 7700 1 confirmed");
    assert_eq!(shop.taken(), ["1 11:00-11:45"]);
    let begins = "select to_char(begins_at at time zone 'Asia/Tokyo', 'HH24:MI') || ' ' || (b.service_id = l.service_id) as line \
        from scheduling.allocations a join bookings.bookings b on b.id = a.booking_id \
        join bookings.booking_lines l on l.booking_id = b.id and l.part = 1";
    assert_eq!(lines(&shop.app, shop.business.id, begins), ["11:00 true"]);
}

#[test]
fn the_last_one_is_the_booking() {
    let shop = Shop::of(1);
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let booking = booked(&shop, &wish);
    off(&shop, booking, 1, (1, Some(0)));
    assert_eq!(
        off(&shop, booking, 0, (2, Some(0))),
        End::Off(Off::Booking(0))
    );
    assert_eq!(row(&shop), "10:00-11:00 5500 0 cancelled");
    assert!(shop.taken().is_empty());
    assert_eq!(off(&shop, booking, 0, (3, Some(0))), End::Already);
}

#[test]
fn who_looked_at_something_older_is_told() {
    let shop = Shop::of(1);
    let booking = booked(&shop, &three(&shop));
    assert_eq!(off(&shop, booking, 2, (7, Some(0))), End::Stale);
    assert_eq!(off(&shop, booking, 9, (1, Some(0))), End::Unknown);
    off(&shop, booking, 2, (1, Some(0)));
    // Pressed twice it is off, and nobody was first.
    assert_eq!(off(&shop, booking, 2, (1, Some(0))), End::Already);
    assert_eq!(off(&shop, booking, 1, (1, Some(0))), End::Stale);
    assert_eq!(shifted(&shop, booking, (1, 1), "12:00"), End::Stale);
    assert_eq!(shifted(&shop, booking, (2, 2), "12:00"), End::Already);
    assert_eq!(row(&shop), "10:00-11:45 13200 0,1 confirmed");
}

#[test]
fn of_two_who_call_off_at_once_one_is_told_to_look_again() {
    let shop = Shop::of(1);
    let booking = booked(&shop, &three(&shop));
    let ends: Vec<End> = std::thread::scope(|scope| {
        let each = [0, 2].map(|part| {
            let shop = &shop;
            scope.spawn(move || off(shop, booking, part, (1, Some(0))))
        });
        each.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let done = ends.iter().filter(|end| **end == End::Off(Off::Part(0)));
    assert_eq!(done.count(), 1, "{ends:?}");
    assert!(ends.contains(&End::Stale), "{ends:?}");
    assert_eq!(
        told_of(&shop, booking)
            .iter()
            .filter(|one| one.stands())
            .count(),
        2
    );
}

#[test]
fn after_the_limit_it_costs_its_part_of_the_price() {
    let shop = Shop::of(1);
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let booking = booked(&shop, &wish);
    shop.app.execute(
        shop.business.id,
        "update bookings.bookings set policy_snapshot_json = \
         '{\"name\": \"標準\", \"hours_before\": 24, \"penalty_percent\": 50, \"steps_json\": [], \"no_show_percent\": 100}'",
    );
    shop.app.clock().set(tokyo("2026-11-23 10:01"));
    let due = shop
        .app
        .tenant(shop.business.id, move |tx| part::due(tx, booking, 1));
    let due = due.unwrap();
    assert_eq!((due.fee, due.total, due.is_last), (3850, 5500, false));
    assert_eq!(off(&shop, booking, 1, (1, Some(0))), End::FeeChanged);
    assert_eq!(
        off(&shop, booking, 1, (1, Some(3850))),
        End::Off(Off::Part(3850))
    );
    assert_eq!(told_of(&shop, booking)[1].fee, 3850);
    assert_eq!(row(&shop), "10:00-11:00 5500 0 confirmed");
}

#[test]
fn the_fee_for_a_person_and_a_coupon_stay_with_what_is_left() {
    let shop = Shop::of(2);
    let person = shop.business.staff[1];
    shop.app.execute(
        shop.business.id,
        format!("update scheduling.resources set is_nominable = true, nomination_fee_cents = 550 where id = '{person}'"),
    );
    let wish = vec![(0, shop.cut, Some(person)), (0, shop.colour, Some(person))];
    let booking = booked(&shop, &wish);
    let coupon = "update bookings.bookings set price_cents = price_cents - 1000, price_snapshot_json = jsonb_set(price_snapshot_json, \
        '{lines}', price_snapshot_json -> 'lines' || '{\"kind\": \"coupon\", \"name_ja\": \"割引\", \"name_en\": \"\", \
        \"quantity\": 1, \"amount\": -1000, \"tax_rate_percent\": 10}')";
    shop.app.execute(shop.business.id, coupon);
    off(&shop, booking, 0, (1, Some(0)));
    assert_eq!(row(&shop), "11:00-11:45 7250 1,1 confirmed");
    assert_eq!(told_of(&shop, booking)[0].price, 5500);
}

#[test]
fn one_service_is_moved_between_those_beside_it() {
    let shop = Shop::of(1);
    let booking = booked(&shop, &three(&shop));
    assert_eq!(shifted(&shop, booking, (2, 1), "15:00"), End::Moved);
    assert_eq!(row(&shop), "10:00-16:00 18700 0,1,2 confirmed");
    assert_eq!(shop.taken(), ["1 10:00-11:45", "1 15:00-16:00"]);
    assert_eq!(shifted(&shop, booking, (1, 2), "12:30"), End::Moved);
    assert_eq!(shop.taken().len(), 3);
    // Not while the first one lasts, nor into the third.
    for wall in ["10:45", "14:30"] {
        let End::OutOfOrder(nearest) = shifted(&shop, booking, (1, 3), wall) else {
            panic!("{wall}");
        };
        let (from, until) = (tokyo("2026-11-24 11:00"), tokyo("2026-11-24 14:15"));
        assert_eq!(nearest.len(), 3, "{wall}");
        assert!(
            nearest
                .iter()
                .all(|start| from <= *start && *start <= until),
            "{nearest:?}"
        );
    }
    // Where it is it stays without a word.
    assert_eq!(shifted(&shop, booking, (1, 3), "12:30"), End::Moved);
    assert_eq!(shifted(&shop, booking, (1, 3), "13:00"), End::Moved);
}

#[test]
fn what_somebody_else_has_is_not_given_to_a_service() {
    let shop = Shop::of(1);
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let booking = booked(&shop, &wish);
    let other = vec![(0, shop.cut, None)];
    let two = tokyo("2026-11-24 14:00").to_utc();
    shop.hold("other", &other, two).unwrap();
    assert_eq!(
        shifted(&shop, booking, (1, 1), "13:30"),
        End::Refused(Refusal::Taken)
    );
    assert_eq!(shifted(&shop, booking, (1, 1), "13:15"), End::Moved);
    assert_eq!(row(&shop), "10:00-14:00 13200 0,1 confirmed");
}

#[test]
fn two_guests_of_a_visit_are_not_given_the_same_hands() {
    let shop = Shop::of(2);
    let (one, other) = (shop.business.staff[0], shop.business.staff[1]);
    let wish = vec![(0, shop.cut, Some(one)), (1, shop.cut, Some(other))];
    shop.app.execute(
        shop.business.id,
        "update scheduling.resources set is_nominable = true, nomination_fee_cents = 550",
    );
    let booking = booked(&shop, &wish);
    assert_eq!(row(&shop), "10:00-11:00 12100 0,0,1,1 confirmed");
    let to = |wall, asked| given(&shop, booking, (1, 1), wall, Some((one, asked)));
    assert_eq!(to("10:30", false), End::Refused(Refusal::Taken));
    assert_eq!(to("11:00", true), End::Moved);
    // Whoever is asked for by both is paid for once.
    assert_eq!(row(&shop), "10:00-12:00 11550 0,0,1 confirmed");
    assert_eq!(shop.taken(), ["1 10:00-12:00"]);
    let told = told_of(&shop, booking);
    assert_eq!(told[1].resource, Some(one));
    assert!(told[1].shown_with().is_some());
}
