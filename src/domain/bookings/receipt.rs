//! Command: a receipt is issued for a booking that is paid to the yen.

use super::{
    booking::{self, Booking},
    history::{self, Change},
    moving, payment as till,
};
use crate::{
    base::{ids::BookingId, time::local},
    db::{DbError, TenantTx},
    domain::{
        businesses::{legal_card, profile::Profile},
        payments::{
            payment::{self, Payment, Way},
            receipt::{self, IssuerWords, RateWords, ReceiptWords},
        },
    },
    refusal,
};

/// What is typed for it.
#[derive(Clone, Copy, Debug)]
pub struct IssueReceipt<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// For which booking.
    pub booking: BookingId,
    /// 宛名.
    pub addressee: &'a str,
    /// 但し書き.
    pub purpose: &'a str,
}

/// Why none was issued.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// It is not paid, not wholly, or more than it costs by now.
    #[error("not settled")]
    NotSettled,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ReceiptError);

/// Whether a receipt can be issued: something was paid, and just what the booking costs with what is owed for moving it.
pub fn is_settled((booking, fee): (&Booking, i64), payments: &[Payment]) -> bool {
    let paid = payment::sum(payments);
    paid > 0 && paid == till::due(&booking.row, fee)
}

/// Issues it, and says whether it was issued just now: a second one for the same booking finds the first.
pub fn issue(tx: &mut TenantTx<'_>, command: &IssueReceipt<'_>) -> Result<bool, ReceiptError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(ReceiptError::Unknown)?;
    if receipt::find(tx, row.id)?.is_some() {
        return Ok(false);
    }
    let booking = booking::find(tx, row.id)?.ok_or(ReceiptError::Unknown)?;
    let payments = payment::of(tx, row.id)?;
    let fee = moving::due(tx, row.id)?;
    if !is_settled((&booking, fee), &payments) {
        return Err(ReceiptError::NotSettled);
    }
    let registration = legal_card::read(tx)?.registration;
    let said = ReceiptWords {
        addressee: command.addressee.to_owned(),
        purpose: command.purpose.to_owned(),
        issued_on: local(command.profile.zone, tx.now()).date(),
        registration: Some(registration).filter(|number| !number.is_empty()),
        issuer: issuer(command.profile),
        ..preview((&booking, fee), &payments)
    };
    let number = receipt::issue(tx, row.id, &said)?;
    let change = Change {
        field: history::RECEIPT,
        new: Some(number.to_string()),
        ..Change::default()
    };
    history::write(tx, row.id, &[change])?;
    Ok(true)
}

/// What it will say of the money: lines, rates with their tax, and how it was paid. A price whose lines are not known, or do not
/// make it up, is told as a whole.
pub fn preview((booking, fee): (&Booking, i64), payments: &[Payment]) -> ReceiptWords {
    let row = &booking.row;
    let is_known = booking.quote.total() == row.price_cents;
    let bill = booking.quote.with_moving(fee);
    let rates = bill.taxes().into_iter().filter(|_| is_known);
    let rate = |(percent, gross, tax): (i16, i64, i64)| RateWords {
        percent,
        gross,
        tax,
    };
    ReceiptWords {
        used_on: row.business_date,
        amount: payment::sum(payments),
        lines: match is_known {
            true => bill.lines,
            false => Vec::new(),
        },
        rates: rates.map(rate).filter(|rate| rate.gross != 0).collect(),
        ways: ways(payments),
        ..ReceiptWords::default()
    }
}

/// How much was paid in which way.
fn ways(payments: &[Payment]) -> Vec<(String, i64)> {
    let of = |way: Way| {
        let own = payments
            .iter()
            .filter(|one| one.cancelled.is_none() && one.way.unwrap_or(Way::Other) == way);
        own.map(|one| one.amount).sum::<i64>()
    };
    Way::ALL
        .into_iter()
        .map(|way| (way.label().to_owned(), of(way)))
        .filter(|(_, sum)| *sum > 0)
        .collect()
}

fn issuer(profile: &Profile) -> IssuerWords {
    let address = &profile.address;
    IssuerWords {
        name_ja: profile.name.ja.clone(),
        name_en: profile.name.en.clone(),
        postal_code: address.postal_code.clone(),
        prefecture: address.prefecture.clone(),
        city: address.city.clone(),
        street: address.street.clone(),
        building: address.building.clone(),
        english: address.english.clone(),
        phone: profile.phone.clone(),
    }
}
