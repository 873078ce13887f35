//! くり返し予約: a booking is repeated by a rule, and several of a series are moved or called off at once.

mod making;
mod meeting;
mod others;
mod rule;
mod several;

use super::scene::Friday;
use crate::support::{browser::Page, build::booking::Booked, sql};

pub const LOOK: &str = "空きを確かめる";
pub const BOOK: &str = "この内容で予約する";

/// The form of a series that begins with Nguyen's Friday at two with Ben's column, who was asked for.
pub fn form(friday: &Friday) -> Page {
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    page.follow("くり返し予約にする")
}

/// What would come of so many.
pub fn looked(friday: &Friday, count: &str) -> Page {
    let page = form(friday).fill("count", count).press(LOOK);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    page
}

/// Four Fridays.
pub fn made(friday: &Friday) -> Page {
    let page = looked(friday, "4").press(BOOK);
    assert_eq!(page.flash().unwrap(), "くり返し予約を入れました");
    page
}

/// When all that belong to the series stand, of those that take their time where they stand, as the clock in Tokyo shows it.
pub fn standing(friday: &Friday) -> Vec<String> {
    friday.app.tenant(friday.cast.salon.id, |tx| {
        let starts = "select to_char(b.start_at at time zone 'Asia/Tokyo', 'MM-DD HH24:MI') as line
            from bookings.series_bookings s join bookings.bookings b on b.id = s.booking_id
            join scheduling.allocations a on a.booking_id = b.id and a.begins_at = b.start_at and a.resource_id = b.resource_id
            where a.expires_at is null";
        Ok(sql::lines(tx.conn(), starts))
    })
}

/// One number of the database.
pub fn count(friday: &Friday, sql: &str) -> i64 {
    friday.app.count(friday.cast.salon.id, sql)
}

/// How many letters of a kind wait or have gone.
pub fn letters(friday: &Friday, kind: &str) -> i64 {
    let sql =
        format!("select count(*) from notifications.notification_outbox where kind = '{kind}'");
    count(friday, &sql)
}

/// The values of a question's answers.
pub fn answers(page: &Page, name: &str) -> Vec<String> {
    let selector = format!("select[name='{name}'] option");
    let document = page.document();
    let options = document.all(&selector).into_iter();
    options
        .filter_map(|option| option.attr("value").map(str::to_owned))
        .collect()
}

/// The page of the booking that is at that place in the series.
pub fn page_of_place(friday: &Friday, place: i16) -> Page {
    let ids = friday.app.tenant(friday.cast.salon.id, move |tx| {
        let id = format!(
            "select booking_id::text as line from bookings.series_bookings where place = {place}"
        );
        Ok(sql::lines(tx.conn(), &id))
    });
    friday
        .aoi()
        .open(&format!("/ja/staff/aoi-salon/bookings/{}", ids[0]))
}

/// How many bookings there are of a card.
pub fn of_guest(friday: &Friday, booked: &Booked) -> i64 {
    let sql = format!(
        "select count(*) from bookings.bookings where customer_id = '{}'",
        booked.customer
    );
    count(friday, &sql)
}
