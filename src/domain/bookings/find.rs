//! A booking by what people read aloud.

use super::{number, status::Status};
use crate::{
    base::ids::BookingId,
    db::{self, TenantTx},
    schema::bookings::bookings,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

/// What is found.
#[derive(Clone, Debug, Queryable)]
pub struct Found {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// The business day.
    pub date: NaiveDate,
    /// From.
    pub start: DateTime<Utc>,
}

/// The booking of the business that has this number, with or without its dash; none where it cannot be a number.
pub fn by_number(tx: &mut TenantTx<'_>, typed: &str) -> db::Result<Option<Found>> {
    let Some(number) = number::read(typed) else {
        return Ok(None);
    };
    Ok(bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::number.eq(number))
        .filter(bookings::deleted_at.is_null())
        .select((
            bookings::id,
            bookings::number,
            bookings::business_date,
            bookings::start_at,
        ))
        .first(tx.conn())
        .optional()?)
}

/// The last confirmed booking of the diary, to show by it what a letter would look like.
pub fn last(tx: &mut TenantTx<'_>) -> db::Result<Option<BookingId>> {
    Ok(bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::status.eq(Status::Confirmed))
        .filter(bookings::deleted_at.is_null())
        .order(bookings::start_at.desc())
        .select(bookings::id)
        .first(tx.conn())
        .optional()?)
}
