//! The guest's key to one booking: the address in the letter. The token can be made again from the house's secret, so
//! that each later letter can carry it; stored is only its hash, so that a copy of the database opens nothing.

use crate::{
    base::{
        ids::{BookingId, BusinessId},
        token::Token,
    },
    db::{self, Actor, PlatformTx, Scope, TenantTx},
    schema::bookings::booking_links,
};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};

/// The token of a booking.
pub fn token(secret: &[u8], booking: BookingId) -> Token {
    Token::derived(secret, &[b"booking link", booking.0.as_bytes()])
}

/// The key of a new booking, to be written with it.
pub(super) fn key(
    tx: &TenantTx<'_>,
    booking: BookingId,
    token: &Token,
) -> impl QueryFragment<Pg> + use<> {
    diesel::insert_into(booking_links::table).values((
        booking_links::business_id.eq(tx.business()),
        booking_links::booking_id.eq(booking),
        booking_links::token_hash.eq(token.hash()),
    ))
}

/// Gives a booking its key where it was written down without one; who has it already keeps it.
pub fn give(
    tx: &mut PlatformTx<'_>,
    (business, booking): (BusinessId, BookingId),
    token: &Token,
) -> db::Result<()> {
    diesel::insert_into(booking_links::table)
        .values((
            booking_links::business_id.eq(business),
            booking_links::booking_id.eq(booking),
            booking_links::token_hash.eq(token.hash()),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())?;
    Ok(())
}

/// What a token opens: the scope of its holder and the booking. `None` for a token that opens nothing.
pub fn open(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<(Scope, BookingId)>> {
    let found: Option<(BusinessId, BookingId)> = booking_links::table
        .filter(
            booking_links::token_hash
                .eq(token.hash())
                .and(booking_links::revoked_at.is_null()),
        )
        .select((booking_links::business_id, booking_links::booking_id))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|(business, booking)| (Scope::new(business, Actor::Guest(booking)), booking)))
}
