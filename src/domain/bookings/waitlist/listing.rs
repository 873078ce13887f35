//! Read: the list as the shop sees it, whose turn it is first.

use super::entry::{self, Entry};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{CustomerId, ServiceId},
    },
    db::{self, TenantTx},
    domain::catalog::service,
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
    /// What they wait for, as long as it is on the menu.
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
    let listed = entries.into_iter().map(|entry| Listed {
        name: names.get(&entry.customer_id).cloned().unwrap_or_default(),
        service: menu.get(&entry.service_id).cloned(),
        entry,
    });
    Ok(listed.collect())
}
