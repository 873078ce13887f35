//! What was agreed about calling off holds for what is left of a visit, whatever of it is called off first.

use super::{
    part::{End, booked, off, row, shifted},
    shop::Shop,
};
use crate::support::{app::tokyo, people::lines};
use chrono::{DateTime, Utc};
use omotenashi::{
    base::ids::BookingId,
    domain::bookings::{
        booking,
        part::{self, Off},
    },
};

/// A cut at ten and a colour after it, half the price from a day before.
fn agreed(shop: &Shop) -> BookingId {
    let wish = vec![(0, shop.cut, None), (0, shop.colour, None)];
    let booking = booked(shop, &wish);
    shop.app.execute(
        shop.business.id,
        "update bookings.bookings set policy_snapshot_json = \
         '{\"name\": \"標準\", \"hours_before\": 24, \"penalty_percent\": 50, \"steps_json\": [], \"no_show_percent\": 100}'",
    );
    booking
}

fn limits(shop: &Shop, id: BookingId) -> DateTime<Utc> {
    shop.app.tenant(shop.business.id, move |tx| {
        Ok(booking::find(tx, id)?.unwrap().row.limits_start())
    })
}

fn fee(shop: &Shop, booking: BookingId, part: i16) -> i64 {
    let due = shop
        .app
        .tenant(shop.business.id, move |tx| part::due(tx, booking, part));
    due.unwrap().fee
}

#[test]
fn calling_off_what_comes_first_moves_no_limit() {
    let shop = Shop::of(1);
    let booking = agreed(&shop);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    assert_eq!(off(&shop, booking, 0, (1, Some(0))), End::Off(Off::Part(0)));
    assert_eq!(row(&shop), "11:00-11:45 7700 1 confirmed");
    assert_eq!(limits(&shop, booking), ten);
    shop.app.clock().set(tokyo("2026-11-23 10:00"));
    assert_eq!(fee(&shop, booking, 1), 0, "the very instant is free");
    // A day before eleven, but not before ten.
    shop.app.clock().set(tokyo("2026-11-23 10:30"));
    assert_eq!(fee(&shop, booking, 1), 3850);
    let closed = shop.app.browser().open(&format!(
        "{}/cancel",
        super::part_pages::home("ja", booking)
    ));
    assert!(
        closed.text().contains("キャンセル料 3,850円がかかります"),
        "{}",
        closed.text()
    );
}

#[test]
fn of_three_two_are_called_off_and_the_limit_stays() {
    let shop = Shop::of(1);
    let wish = vec![
        (0, shop.cut, None),
        (0, shop.colour, None),
        (0, shop.cut, None),
    ];
    let booking = booked(&shop, &wish);
    let ten = tokyo("2026-11-24 10:00").to_utc();
    off(&shop, booking, 0, (1, Some(0)));
    off(&shop, booking, 1, (2, Some(0)));
    assert_eq!(row(&shop), "11:45-12:45 5500 2 confirmed");
    assert_eq!(limits(&shop, booking), ten);
}

#[test]
fn whoever_moves_what_is_left_agrees_to_another_beginning() {
    let shop = Shop::of(1);
    let booking = agreed(&shop);
    off(&shop, booking, 0, (1, Some(0)));
    assert_eq!(shifted(&shop, booking, (1, 2), "15:00"), End::Moved);
    let three = tokyo("2026-11-24 15:00").to_utc();
    assert_eq!(limits(&shop, booking), three);
    // Back where it was, it is what was agreed again.
    assert_eq!(shifted(&shop, booking, (1, 3), "11:00"), End::Moved);
    assert_eq!(limits(&shop, booking), tokyo("2026-11-24 10:00").to_utc());
    let kept = "select count(*)::text as line from bookings.bookings where limits_from is not null";
    assert_eq!(lines(&shop.app, shop.business.id, kept), ["1"]);
}

#[test]
fn what_does_not_come_first_changes_nothing_about_limits() {
    let shop = Shop::of(1);
    let booking = agreed(&shop);
    off(&shop, booking, 1, (1, Some(0)));
    assert_eq!(limits(&shop, booking), tokyo("2026-11-24 10:00").to_utc());
    let kept = "select count(*)::text as line from bookings.bookings where limits_from is not null";
    assert_eq!(lines(&shop.app, shop.business.id, kept), ["0"]);
}
