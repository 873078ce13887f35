//! Command: a guest shows the code of their booking, and is there. A code is the booking's number and six letters that only
//! this house can make of it, so that a number that was overheard opens nothing.

use super::{
    booking::{self, Row},
    number,
    progress::{self, ProgressError},
    status::Status,
};
use crate::{
    base::{ids::BookingId, text, time::LocalDate, token::Token},
    db::{DbError, TenantTx},
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// So early somebody may come.
pub const BEFORE: TimeDelta = TimeDelta::minutes(30);
/// So many letters are ours.
const OURS: usize = 6;
/// So many are the number's.
const NUMBERS: usize = 7;

/// Why somebody is not let in by a code.
#[derive(Debug, thiserror::Error)]
pub enum CheckInError {
    /// No booking of this shop has it: another shop's, or mistyped, or made up.
    #[error("no booking here has this code")]
    Unknown,
    /// It is for another day.
    #[error("for {0}")]
    OtherDay(LocalDate),
    /// From when it is good.
    #[error("not before {0}")]
    TooEarly(DateTime<Utc>),
    /// The time is over.
    #[error("over")]
    Over,
    /// Somebody came with it before.
    #[error("used")]
    Used,
    /// It was called off, lapsed or was never let in.
    #[error("does not stand")]
    NotStanding,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(CheckInError);

/// The code of a booking: `K7P-3MWX-ABCDEF`.
pub fn code(secret: &[u8], id: BookingId, number: &str) -> String {
    format!("{number}-{}", ours(secret, id))
}

fn ours(secret: &[u8], id: BookingId) -> String {
    let key = Token::derived(secret, &[b"check-in", id.0.as_bytes()]);
    number::letters(&key.hash()).take(OURS).collect()
}

/// The number and the letters of what was typed or read from a code, dashes or not.
fn parts(typed: &str) -> Option<(String, String)> {
    let letters: String = text::ascii(typed)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    let (number, ours) = letters.split_at_checked(NUMBERS)?;
    let number = number::read(number).filter(|_| ours.len() == OURS)?;
    Some((number, ours.to_owned()))
}

/// The booking of a code, if its guest may come in now.
pub fn look(
    tx: &mut TenantTx<'_>,
    (secrets, typed): (&[Vec<u8>], &str),
    today: LocalDate,
) -> Result<Row, CheckInError> {
    let (number, ours_of_it) = parts(typed).ok_or(CheckInError::Unknown)?;
    let business = tx.business();
    let row = bookings::table
        .filter(bookings::business_id.eq(business))
        .filter(bookings::number.eq(number))
        .filter(bookings::deleted_at.is_null())
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?
        .filter(|row: &Row| {
            secrets
                .iter()
                .any(|secret| ours(secret, row.id) == ours_of_it)
        })
        .ok_or(CheckInError::Unknown)?;
    judge(&row, (today, tx.now()))?;
    Ok(row)
}

/// Whether somebody may come in with it at this instant.
fn judge(row: &Row, (today, now): (LocalDate, DateTime<Utc>)) -> Result<(), CheckInError> {
    match row.status {
        Status::Confirmed => {}
        Status::Arrived | Status::InService | Status::Completed => return Err(CheckInError::Used),
        _ => return Err(CheckInError::NotStanding),
    }
    if row.business_date != today {
        return Err(CheckInError::OtherDay(row.business_date));
    }
    if now < row.start_at - BEFORE {
        return Err(CheckInError::TooEarly(row.start_at - BEFORE));
    }
    if now > row.end_at {
        return Err(CheckInError::Over);
    }
    Ok(())
}

/// They are there. Of two who read the same code at once, one is told that it has been used.
pub fn check_in(
    tx: &mut TenantTx<'_>,
    asked: (&[Vec<u8>], &str),
    today: LocalDate,
) -> Result<BookingId, CheckInError> {
    let found = look(tx, asked, today)?;
    let row = booking::find_for_update(tx, found.id)?.ok_or(CheckInError::Unknown)?;
    judge(&row, (today, tx.now()))?;
    match progress::advance(tx, row.id, Status::Arrived) {
        Ok(()) => Ok(row.id),
        Err(ProgressError::Db(error)) => Err(error.into()),
        Err(_) => Err(CheckInError::NotStanding),
    }
}
