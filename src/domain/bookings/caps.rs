//! How much one guest may book by themselves: so many bookings that lie ahead, and so many on one day. It is decided behind a lock
//! of their address and their number, so that two presses at once are one after the other. Staff book beyond it.

use super::{
    booking::{self, Row},
    proposal,
    status::Status,
};
use crate::{
    base::ids::CustomerId,
    db::{self, TenantTx},
    domain::{
        businesses::profile::Settings,
        customers::{register::Contact, sharing},
    },
    schema::bookings::bookings,
};
use chrono::NaiveDate;
use diesel::{dsl::count_star, prelude::*};

/// What a guest has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// So many lie ahead.
    Ahead(i16),
    /// So many are on that day.
    Day(i16),
}

/// Queues up for everybody who is reached in one of these ways, until the transaction ends. Who they are is read after it.
pub(super) fn lock(tx: &mut TenantTx<'_>, contact: &Contact) -> db::Result<()> {
    lock_ways(tx, [&contact.email, &contact.phone])
}

fn lock_ways(tx: &mut TenantTx<'_>, ways: [&Option<String>; 2]) -> db::Result<()> {
    let ways = ways.into_iter().flatten();
    let ways: Vec<String> = ways
        .map(|way| format!("guest {} {way}", tx.business()))
        .collect();
    db::lock_names(tx, ways)
}

/// What the cards of a guest have reached, where one more is wanted on a day.
pub(super) fn reached(
    tx: &mut TenantTx<'_>,
    settings: &Settings,
    (cards, date): (&[CustomerId], NaiveDate),
) -> db::Result<Option<Reached>> {
    // Somebody new has none, and costs no question.
    if cards.is_empty() {
        return Ok(None);
    }
    if booking::lie_ahead(tx, cards)? >= i64::from(settings.most_ahead) {
        return Ok(Some(Reached::Ahead(settings.most_ahead)));
    }
    let Some(most) = settings.most_a_day else {
        return Ok(None);
    };
    let is_full = on_day(tx, cards, date)? >= i64::from(most);
    Ok(is_full.then_some(Reached::Day(most)))
}

/// The cards of whoever moves a booking, queued up for, where the shop says how much one guest has on a day.
pub(super) fn lock_to_move(
    tx: &mut TenantTx<'_>,
    settings: &Settings,
    customer: CustomerId,
) -> db::Result<Option<(i16, Vec<CustomerId>)>> {
    let Some(most) = settings.most_a_day else {
        return Ok(None);
    };
    let sharing = sharing::of(tx, customer)?;
    lock_ways(tx, [&sharing.email, &sharing.phone])?;
    Ok(Some((most, sharing.cards)))
}

/// What they have reached on the day that a booking of another day goes to.
pub(super) fn reached_by_moving(
    tx: &mut TenantTx<'_>,
    (most, cards): (i16, &[CustomerId]),
    date: NaiveDate,
) -> db::Result<Option<Reached>> {
    let is_full = on_day(tx, cards, date)? >= i64::from(most);
    Ok(is_full.then_some(Reached::Day(most)))
}

/// The days, from one on, on which the guest of a booking has as much as the shop lets them book, so that it cannot be moved there
/// from another. Whom the shop asks is bound by none.
pub fn full_days(
    tx: &mut TenantTx<'_>,
    settings: &Settings,
    (row, from): (&Row, NaiveDate),
) -> db::Result<Vec<NaiveDate>> {
    let Some(most) = settings.most_a_day else {
        return Ok(Vec::new());
    };
    if proposal::waits(tx, row)? {
        return Ok(Vec::new());
    }
    let cards = sharing::of(tx, row.customer_id)?.cards;
    let business = tx.business();
    let full = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::customer_id.eq_any(cards))
                .and(bookings::business_date.ge(from))
                .and(bookings::business_date.ne(row.business_date))
                .and(bookings::status.ne_all([Status::Cancelled, Status::Expired]))
                .and(bookings::deleted_at.is_null()),
        )
        .group_by(bookings::business_date)
        .having(count_star().ge(i64::from(most)))
        .select(bookings::business_date)
        .load(tx.conn())?;
    Ok(full)
}

fn on_day(tx: &mut TenantTx<'_>, cards: &[CustomerId], date: NaiveDate) -> db::Result<i64> {
    let business = tx.business();
    let counted = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::customer_id.eq_any(cards))
                .and(bookings::business_date.eq(date))
                .and(bookings::status.ne_all([Status::Cancelled, Status::Expired]))
                .and(bookings::deleted_at.is_null()),
        )
        .count()
        .get_result(tx.conn())?;
    Ok(counted)
}
