//! Read: the list as the shop sees it, whose turn it is first.

use super::{
    entry::{self, Entry},
    what,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, CustomerId, ServiceId, WaitId},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{lines, promised::joined},
        catalog::service,
    },
    schema::customers::customers,
};
use diesel::prelude::*;
use std::collections::HashMap;

/// Somebody on the list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Their place.
    pub entry: Entry,
    /// What they are called.
    pub name: String,
    /// What they wait for, as long as it is on the menu; of a visit all of its services.
    pub service: Option<Bilingual>,
}

/// So many of the list, with names.
pub fn list(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<Listed>> {
    let entries = entry::open(tx, most)?;
    let cards: Vec<CustomerId> = entries.iter().map(|entry| entry.customer_id).collect();
    let names: Vec<(CustomerId, String)> = customers::table
        .filter(customers::business_id.eq(tx.business()))
        .filter(customers::id.eq_any(cards))
        .select((customers::id, customers::name))
        .load(tx.conn())?;
    let names: HashMap<CustomerId, String> = names.into_iter().collect();
    let menu = service::all(tx)?.into_iter();
    let menu: HashMap<ServiceId, Bilingual> = menu.map(|one| (one.id, one.name)).collect();
    let ids: Vec<WaitId> = entries.iter().map(|entry| entry.id).collect();
    let others = what::others(tx, &ids)?;
    let moving: Vec<BookingId> = entries
        .iter()
        .filter_map(|entry| entry.booking_id)
        .collect();
    let booked = lines::of(tx, &moving)?;
    let named = |entry: &Entry| {
        let own = booked.iter().filter(|line| {
            Some(line.booking_id) == entry.booking_id && line.cancelled_at.is_none()
        });
        let own: Vec<&Bilingual> = own
            .filter_map(|line| menu.get(line.service_id.as_ref()?))
            .collect();
        if let Some((first, more)) = own.split_first() {
            let all = more
                .iter()
                .fold((*first).clone(), |all, next| joined(&all, next, " + "));
            return Some(all);
        }
        let first = menu.get(&entry.service_id).cloned();
        let mut own = others.iter().filter(|(id, _)| *id == entry.id);
        own.try_fold(first?, |all, (_, next)| {
            let next = menu.get(next.as_ref()?)?;
            Some(joined(&all, next, " + "))
        })
    };
    let listed = entries.into_iter().map(|entry| Listed {
        name: names.get(&entry.customer_id).cloned().unwrap_or_default(),
        service: named(&entry),
        entry,
    });
    Ok(listed.collect())
}
