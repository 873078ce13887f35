//! Whether somebody who waits could book what they would be offered: a guest who has as many bookings as one guest may have is
//! held nothing, for they could not take it and others could.

use super::entry::Entry;
use crate::{
    base::{ids::CustomerId, time::LocalDate},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::{bookings::booking, businesses::profile::Settings, customers::card::Card},
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Date, Nullable, Text, Uuid as SqlUuid},
};
use std::collections::HashSet;

/// What one guest may still book.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    /// So many bookings lie ahead that there may be no further one.
    pub is_full: bool,
    /// On these days there are as many as there may be on one.
    pub days: HashSet<LocalDate>,
}

/// What somebody who waits may still book by themselves. Whoever moves a booking makes no further one.
pub(super) fn of(
    tx: &mut TenantTx<'_>,
    settings: &Settings,
    (entry, card): (&Entry, &Card),
) -> db::Result<Room> {
    if entry.booking_id.is_some() {
        return Ok(Room::default());
    }
    let cards = sharing(tx, card)?;
    let most = i64::from(settings.most_ahead);
    Ok(Room {
        is_full: booking::lie_ahead(tx, &cards)? >= most,
        days: match settings.most_a_day {
            Some(most) => days(tx, &cards, most.into())?,
            None => HashSet::new(),
        },
    })
}

/// Every card with the same address or number, as they are counted when something is booked.
fn sharing(tx: &mut TenantTx<'_>, card: &Card) -> db::Result<Vec<CustomerId>> {
    let found = statement::<SqlUuid, _>(
        "select id from customers.customers where business_id = ? \
         and (id = ? or email::text = ? or phone = ?) and deleted_at is null",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(card.id),
            bind::<Nullable<Text>, _>(card.email.clone()),
            bind::<Nullable<Text>, _>(card.phone.clone()),
        ),
    );
    Ok(found.load(tx.conn())?)
}

/// The business days on which these cards have so many bookings.
fn days(tx: &mut TenantTx<'_>, cards: &[CustomerId], most: i64) -> db::Result<HashSet<LocalDate>> {
    let cards: Vec<_> = cards.iter().map(|card| card.0).collect();
    let found: Vec<LocalDate> = statement::<Date, _>(
        "select business_date from bookings.bookings where business_id = ? and customer_id = any (?) \
         and status not in ('cancelled', 'expired') and deleted_at is null \
         group by business_date having count(*) >= ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(cards),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    Ok(found.into_iter().collect())
}
