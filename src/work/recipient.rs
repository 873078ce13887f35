//! How many letters about bookings one address gets, whichever businesses they come from. Guests prove no address before
//! they book, so anybody may name somebody else's; that person gets a few letters, and not a hundred.

use super::Shift;
use crate::{
    base::token::Token,
    db::DbError,
    domain::{
        notifications::{delivery::Letter, send::Kind},
        platform::limit::{self, Limit, Limited},
    },
};
use chrono::TimeDelta;

/// Far above what people book, move and cancel on one day.
const LETTERS: Limit = Limit {
    most: 20,
    window: TimeDelta::days(1),
};

/// What is written down of a letter that is not sent.
pub(super) const ENOUGH: &str = "this address has got enough letters today";

/// Counts a letter that is about to be sent for the first time. Whether its reader has had enough for this day.
pub(super) async fn has_enough(shift: &Shift, letter: &Letter) -> Result<bool, DbError> {
    // A shop hears of everything that waits for it: its address is its own.
    let is_for_shop = Kind::from_name(&letter.kind).is_some_and(Kind::is_for_shop);
    let counts = letter.attempts == 0 && !is_for_shop;
    let Some(email) = letter.to_email.as_deref().filter(|_| counts) else {
        return Ok(false);
    };
    // The table of counters names nobody.
    let who = Token::derived(
        &shift.secret,
        &[b"recipient", email.to_lowercase().as_bytes()],
    );
    let key = format!("letters to {}", who.text());
    let counted = shift
        .db
        .platform(move |tx| limit::count(tx, &key, LETTERS))
        .await;
    match counted {
        Ok(()) => Ok(false),
        Err(Limited::TooOften(_)) => Ok(true),
        Err(Limited::Db(error)) => Err(error),
    }
}
