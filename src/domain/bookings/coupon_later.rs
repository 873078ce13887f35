//! Commands: staff use a coupon on a booking that stands already and is not paid, or take it off again. The same rules hold as
//! where a guest books.

use super::{
    booking::{self, Row},
    coupon::{self, Wish},
    history::{self, Change},
    lines,
    status::Status,
};
use crate::{
    base::{
        ids::{BookingId, ServiceId},
        time::local,
    },
    db::{self, DbError, TenantTx, statement::together},
    domain::{
        businesses::profile::Profile,
        catalog::{
            coupon::CouponRefusal,
            price::{LineKind, Quote},
        },
        customers::sharing,
        payments::{payment, receipt},
    },
    refusal,
    schema::bookings::bookings,
};
use diesel::prelude::*;

/// A code, and for which booking.
#[derive(Clone, Copy, Debug)]
pub struct UseCoupon<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which.
    pub booking: BookingId,
    /// What was looked at.
    pub version: i32,
    /// What was typed.
    pub code: &'a str,
}

/// Why it was not used.
#[derive(Debug, thiserror::Error)]
pub enum UseCouponError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// Somebody changed it since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// It does not stand, or something was paid.
    #[error("too late")]
    TooLate,
    /// It has one.
    #[error("one coupon a booking")]
    Already,
    /// That one cannot be used.
    #[error("refused: {0:?}")]
    Refused(CouponRefusal),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(UseCouponError);

/// Whether a booking in this state could have one, if nothing is paid.
pub fn can_use(row: &Row, quote: &Quote) -> bool {
    stands(row) && row.price_cents > 0 && !has_one(quote)
}

/// Uses it: the price agreed falls, and what was agreed otherwise stays.
pub fn use_coupon(tx: &mut TenantTx<'_>, command: &UseCoupon<'_>) -> Result<(), UseCouponError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(UseCouponError::Unknown)?;
    let agreed: Quote = serde_json::from_value(row.price_snapshot_json.clone()).unwrap_or_default();
    if has_one(&agreed) {
        return Err(UseCouponError::Already);
    }
    if row.version != command.version {
        return Err(UseCouponError::Stale);
    }
    if !can_use(&row, &agreed) || is_paid(tx, &row)? {
        return Err(UseCouponError::TooLate);
    }
    let services = services(tx, &row)?;
    let cards = sharing::of(tx, row.customer_id)?.cards;
    let wish = Wish {
        code: command.code,
        services: &services,
        today: local(command.profile.zone, tx.now()).date(),
        cards: Some(&cards),
        own: Some(row.id),
    };
    let redeemed = coupon::redeem(tx, &wish, agreed)?;
    let Some(used) = redeemed.coupon else {
        let why = redeemed.refusal.unwrap_or(CouponRefusal::Unknown);
        return Err(UseCouponError::Refused(why));
    };
    together(vec![coupon::use_row(tx, used, row.id)])
        .execute(tx.conn())
        .map_err(DbError::from)?;
    let change = Change {
        field: history::COUPON,
        new: Some(command.code.to_owned()),
        ..Change::default()
    };
    Ok(write(tx, &row, (&redeemed.quote, change))?)
}

/// Whether the coupon of a booking in this state can be taken off, if nothing is paid.
pub fn can_take_off(row: &Row, quote: &Quote) -> bool {
    stands(row) && has_one(quote)
}

/// What it comes to without its coupon.
pub fn without(quote: &Quote) -> Quote {
    let mut quote = quote.clone();
    quote.lines.retain(|line| line.kind != LineKind::Coupon);
    quote
}

/// Takes it off, for a reason: the price is what it was without it, and the coupon can be used once more.
pub fn take_off(
    tx: &mut TenantTx<'_>,
    (id, version): (BookingId, i32),
    reason: &str,
) -> Result<(), UseCouponError> {
    let row = booking::find_for_update(tx, id)?.ok_or(UseCouponError::Unknown)?;
    if row.version != version {
        return Err(UseCouponError::Stale);
    }
    let agreed: Quote = serde_json::from_value(row.price_snapshot_json.clone()).unwrap_or_default();
    if !can_take_off(&row, &agreed) || is_paid(tx, &row)? {
        return Err(UseCouponError::TooLate);
    }
    let code = coupon::unuse(tx, row.id)?;
    let change = Change {
        field: history::COUPON,
        old: Some(code.unwrap_or_default()),
        reason,
        ..Change::default()
    };
    Ok(write(tx, &row, (&without(&agreed), change))?)
}

fn stands(row: &Row) -> bool {
    !matches!(
        row.status,
        Status::Cancelled | Status::NoShow | Status::Expired
    )
}

fn is_paid(tx: &mut TenantTx<'_>, row: &Row) -> db::Result<bool> {
    let paid = payment::of(tx, row.id)?;
    let is_paid = paid.iter().any(|one| one.cancelled.is_none());
    Ok(is_paid || receipt::find(tx, row.id)?.is_some())
}

/// What it is for: of a visit, each service that stands.
fn services(
    tx: &mut TenantTx<'_>,
    row: &Row,
) -> Result<Vec<(Option<i16>, ServiceId)>, UseCouponError> {
    let standing = lines::standing(tx, row.id)?;
    if standing.is_empty() {
        let only = row.service_id.ok_or(UseCouponError::TooLate)?;
        return Ok(vec![(None, only)]);
    }
    let each = standing.iter();
    Ok(each
        .map(|(part, line)| (Some(*part), line.service))
        .collect())
}

fn has_one(quote: &Quote) -> bool {
    quote.lines.iter().any(|line| line.kind == LineKind::Coupon)
}

fn write(
    tx: &mut TenantTx<'_>,
    row: &Row,
    (quote, change): (&Quote, Change<'_>),
) -> db::Result<()> {
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set((
            bookings::price_cents.eq(quote.total()),
            bookings::price_snapshot_json.eq(serde_json::to_value(quote).unwrap_or_default()),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    history::write(tx, row.id, &[change])
}
