//! Command: staff take a booking by telephone or at the counter. No hold; the clash is shown before it is saved, and
//! only somebody who says why may book over it.

use super::{
    booking::Source,
    coupon::{self, Wish},
    create::{New, letter, rows},
    details::Details,
    history::{self, Change},
    quote::{occasion, priced},
};
use crate::{
    base::{
        ids::{BookingId, CouponId, CustomerId, OptionId, ResourceId, ServiceId},
        time::local,
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::{
            coupon::CouponRefusal,
            price::Quote,
            service::{self, Service},
        },
        customers::{
            register::{Card, blocked_because, register_chosen},
            sharing,
        },
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::{Placement, Refusal},
            load::{By, Own},
            overbook, overbooking, resource,
            seek::{self, Sought},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// A booking as staff enter it.
#[derive(Clone, Debug)]
pub struct Take<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What.
    pub service: ServiceId,
    /// What besides.
    pub options: &'a [OptionId],
    /// With whom; `None` is whoever is free, chosen fairly.
    pub resource: Option<ResourceId>,
    /// Whether the customer asked for that person.
    pub is_nominated: bool,
    /// From when.
    pub start: DateTime<Utc>,
    /// For how many.
    pub party: i16,
    /// By telephone or at the counter.
    pub source: Source,
    /// For whom.
    pub details: &'a Details,
    /// Their card, where staff came from it.
    pub customer: Option<CustomerId>,
    /// Whether staff know that this guest is blocked, and take the booking all the same.
    pub despite_block: bool,
    /// Why it may stand over another; empty: it may not.
    pub override_reason: &'a str,
    /// What was typed as the code of a coupon; may be empty.
    pub coupon: &'a str,
    /// The form's key: the second submit gets the first answer.
    pub key: &'a str,
    /// The house's secret, for the booking's link.
    pub secret: &'a [u8],
}

/// Why it was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeBookingError {
    /// It clashes or breaks a rule; with a reason it can be taken all the same.
    #[error("refused: {0:?}")]
    Clash(Refusal),
    /// The day has as many seats over others as the owner lets it have.
    #[error("enough is overbooked: {0}")]
    Overbooked(i16),
    /// The service or the person is not there any more.
    #[error("gone")]
    Gone,
    /// The coupon cannot be used.
    #[error("the coupon cannot be used: {0:?}")]
    Coupon(CouponRefusal),
    /// The shop has blocked this guest; why.
    #[error("the guest is blocked")]
    Blocked(String),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(TakeBookingError);

impl From<TakeError> for TakeBookingError {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Taken => Self::Clash(Refusal::Taken),
            TakeError::Db(error) => Self::Db(error),
        }
    }
}

/// Takes a booking. The same key again gives the booking it gave before.
pub fn take(tx: &mut TenantTx<'_>, command: &Take<'_>) -> Result<BookingId, TakeBookingError> {
    if let Some(known) = by_key(tx, command.key)? {
        return Ok(known);
    }
    let service = service::find(tx, command.service)?.ok_or(TakeBookingError::Gone)?;
    let chosen = service.with_options(command.options);
    let service = chosen.map_err(|_otherwise| TakeBookingError::Gone)?;
    let person = match command.resource {
        Some(id) => Some(resource::find(tx, id)?.ok_or(TakeBookingError::Gone)?),
        None => None,
    };
    not_blocked(tx, command)?;
    let placement = place(tx, command, &service)?;
    if let Some(known) = by_key(tx, command.key)? {
        // The other submit of this form was ahead of us in the queue for the lock.
        return Ok(known);
    }
    let card = register_chosen(tx, &command.details.contact, command.customer)?;
    let column = resource::foremost(tx, &placement.resources())?;
    let service = service.on(placement.date);
    let terms = resource::roster(tx)?.terms(&service, column);
    let service = service.done_by(terms);
    let when = (placement.date, placement.start);
    let on = (command.profile.zone, tx.now());
    let quote = priced(
        &service,
        &occasion(on, when, column, command.party),
        person.as_ref().filter(|_| command.is_nominated),
        &command.profile.settings.currency,
    );
    let only = [(None, command.service)];
    let (quote, used) = redeemed(tx, command, (&card, &only), quote)?;
    let id = BookingId(Uuid::new_v4());
    let new = New {
        id,
        customer: card.id,
        service: &service,
        resource: column,
        hold: None,
        key: Some(command.key),
        source: command.source,
        start: placement.start,
        end: placement.end,
        date: placement.date,
        party: command.party,
        is_nominated: command.is_nominated && person.is_some(),
        details: command.details,
        quote: &quote,
        // Whoever takes it by hand is the shop.
        asked: None,
    };
    let letter = letter(tx, &new);
    let mut changes: Vec<_> = card.new.into_iter().collect();
    changes.extend(rows(tx, &new, letter.as_ref(), command.secret)?);
    changes.extend(used.map(|used| coupon::use_row(tx, used, id)));
    if !allocation::take(tx, &placement, Claim::Booking(id), changes)? {
        return Err(TakeBookingError::Gone);
    }
    say_why(tx, id, command.override_reason)?;
    Ok(id)
}

/// Whoever is blocked has a booking only where staff know of that.
pub(super) fn not_blocked(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
) -> Result<(), TakeBookingError> {
    if command.despite_block {
        return Ok(());
    }
    match blocked_because(tx, &command.details.contact, command.customer)? {
        Some(reason) => Err(TakeBookingError::Blocked(reason)),
        None => Ok(()),
    }
}

/// Writes down why it stands over another, where a reason was given.
pub(super) fn say_why(tx: &mut TenantTx<'_>, id: BookingId, reason: &str) -> Result<(), DbError> {
    if reason.is_empty() {
        return Ok(());
    }
    let change = Change {
        field: "overbooked",
        new: Some("yes".to_owned()),
        old: None,
        reason,
    };
    history::write(tx, id, &[change])
}

/// The price with the coupon that the guest has, by the same rules as where guests book by themselves.
pub(super) fn redeemed(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    (card, services): (&Card<'_>, &[(Option<i16>, ServiceId)]),
    quote: Quote,
) -> Result<(Quote, Option<CouponId>), TakeBookingError> {
    if command.coupon.is_empty() {
        return Ok((quote, None));
    }
    let mut cards = match card.new {
        Some(_) => Vec::new(),
        None => sharing::of(tx, card.id)?.cards,
    };
    cards.extend(&card.sharing);
    cards.push(card.id);
    let wish = Wish {
        code: command.coupon,
        services,
        today: local(command.profile.zone, tx.now()).date(),
        cards: Some(&cards),
        own: None,
    };
    let redeemed = coupon::redeem(tx, &wish, quote)?;
    match redeemed.refusal {
        Some(refusal) => Err(TakeBookingError::Coupon(refusal)),
        None => Ok((redeemed.quote, redeemed.coupon)),
    }
}

/// Where it goes: as the engine says or, with a reason, on a seat beyond the real ones.
fn place(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    service: &Service,
) -> Result<Placement, TakeBookingError> {
    let sought = Sought {
        profile: command.profile,
        service,
        party: command.party,
        nominated: command.resource,
        by: By::Hand,
        own: Own::None,
    };
    match seek::place_by_hand_locked(tx, &sought, command.start)? {
        Ok(placement) => Ok(placement),
        Err(refusal) if command.override_reason.is_empty() => Err(TakeBookingError::Clash(refusal)),
        Err(_) => {
            let over = overbook::place(tx, &sought, command.start)?;
            let over = over.ok_or(TakeBookingError::Gone)?;
            within_rule(tx, command, &[&over])?;
            Ok(over)
        }
    }
}

/// Whether the owner lets so much be put over others that day.
pub(super) fn within_rule(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    placed: &[&Placement],
) -> Result<(), TakeBookingError> {
    let of = (command.profile.zone, Own::None);
    match overbooking::passed(tx, of, placed)? {
        Some(most) => Err(TakeBookingError::Overbooked(most)),
        None => Ok(()),
    }
}

/// The booking that this form made before.
pub(super) fn by_key(tx: &mut TenantTx<'_>, key: &str) -> Result<Option<BookingId>, DbError> {
    let business = tx.business();
    let known = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::idempotency_key.eq(key)),
        )
        .select(bookings::id)
        .first(tx.conn())
        .optional()?;
    Ok(known)
}
