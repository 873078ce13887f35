//! The guest's key to one booking: the address in the letter. The token can be made again from the house's secret, so
//! that each later letter can carry it; stored is only its hash, so that a copy of the database opens nothing.

use crate::{
    base::{
        ids::{BookingId, BusinessId},
        token::Token,
    },
    db::{
        self, Actor, PlatformTx, Scope, TenantTx,
        statement::{bind, statement},
    },
    schema::bookings::booking_links,
};
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::QueryFragment,
    sql_types::{Binary, Uuid as SqlUuid},
};
use uuid::Uuid;

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

/// The same for a booking that has none yet, or one from a secret that is not the house's any more: the old one opens it
/// still. Who has had theirs taken away gets no other.
pub fn renew(tx: &mut TenantTx<'_>, booking: BookingId, token: &Token) -> db::Result<()> {
    let _made: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "insert into bookings.booking_links (business_id, booking_id, token_hash) \
         select b.business_id, b.id, ? from bookings.bookings b where b.business_id = ? and b.id = ? \
         and not exists (select from bookings.booking_links l where l.booking_id = b.id \
             and (l.token_hash = ? or l.revoked_at is not null)) \
         on conflict do nothing returning id",
        (
            bind::<Binary, _>(token.hash()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
            bind::<Binary, _>(token.hash()),
        ),
    )
    .load(tx.conn())?;
    Ok(())
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
