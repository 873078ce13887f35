//! Which letters a guest wants: reminders can be refused; that a booking stands, is changed or is off is told in any case.

use crate::{
    base::{
        ids::{BusinessId, CustomerId, UserId},
        token::Token,
    },
    db::{self, TenantTx, statement::prepared},
    schema::notifications::guest_wishes,
};
use diesel::prelude::*;

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestWishes {
    /// To be reminded.
    pub reminders: bool,
    /// Whether the guest said so themselves; the shop may have written it down for them.
    pub is_own: bool,
}

impl Default for GuestWishes {
    fn default() -> Self {
        Self {
            reminders: true,
            is_own: false,
        }
    }
}

/// The key with which a guest says what they want, without signing in: it stands in letters, opens nothing else, and no row
/// holds it.
pub fn token(secret: &[u8], (business, customer): (BusinessId, CustomerId)) -> Token {
    let parts: [&[u8]; 3] = [
        b"letters wanted",
        business.0.as_bytes(),
        customer.0.as_bytes(),
    ];
    Token::derived(secret, &parts)
}

/// What a guest wants; without having said anything, everything.
pub fn of(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<GuestWishes> {
    let found: Option<(bool, Option<UserId>)> = guest_wishes::table
        .filter(guest_wishes::business_id.eq(tx.business()))
        .filter(guest_wishes::customer_id.eq(customer))
        .select((guest_wishes::wants_reminders, guest_wishes::said_by))
        .first(tx.conn())
        .optional()?;
    Ok(
        found.map_or_else(GuestWishes::default, |(reminders, by)| GuestWishes {
            reminders,
            is_own: by.is_none(),
        }),
    )
}

/// Forgets what was said on cards that forget their person.
pub fn forget(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<()> {
    let gone = guest_wishes::table
        .filter(guest_wishes::business_id.eq(tx.business()))
        .filter(guest_wishes::customer_id.eq_any(cards));
    diesel::delete(gone).execute(tx.conn())?;
    Ok(())
}

/// Keeps that a guest wants to be reminded, or not. Saying it twice changes nothing.
pub fn set(tx: &mut TenantTx<'_>, customer: CustomerId, reminders: bool) -> db::Result<()> {
    let (business, now, by) = (tx.business(), tx.now(), tx.actor().user());
    let said = || {
        (
            guest_wishes::wants_reminders.eq(reminders),
            guest_wishes::said_by.eq(by),
            guest_wishes::said_at.eq(now),
        )
    };
    let kept = diesel::insert_into(guest_wishes::table)
        .values((
            guest_wishes::business_id.eq(business),
            guest_wishes::customer_id.eq(customer),
            said(),
        ))
        .on_conflict((guest_wishes::business_id, guest_wishes::customer_id))
        .do_update()
        .set(said());
    prepared(kept).execute(tx.conn())?;
    Ok(())
}
