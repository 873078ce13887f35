//! What was done at the visits of a guest: read from the newest on, written, mended, put on paper; with photographs that are
//! given to nobody else.

pub mod caption;
pub mod entry;
mod form;
pub mod headings;
pub mod list;
pub mod photos;
mod posted;
pub mod print;
pub(super) mod view;

use super::words;
use crate::{
    base::ids::{ChartEntryId, CustomerId},
    db::{self, TenantTx},
    domain::{
        businesses::role::Right,
        customers::card::{self, Card},
    },
    web::{
        error::Error,
        owner::{answers, ask, sheet, subject},
        page::PageCtx,
    },
};

/// What whoever reads it needs: the right to notes about guests.
const READ: Right = Right::ReadCustomers;
/// What whoever writes in it needs.
const WRITE: Right = Right::WriteNotes;

/// The chart of a guest or, with a path, what is below it.
pub(super) fn at(ctx: &PageCtx, slug: &str, customer: CustomerId, below: &str) -> String {
    words::card(ctx, slug, customer, &format!("/chart{below}"))
}

/// An entry or, with a path, what is below it.
fn entry_at(
    ctx: &PageCtx,
    slug: &str,
    (customer, entry): (CustomerId, ChartEntryId),
    below: &str,
) -> String {
    at(ctx, slug, customer, &format!("/{entry}{below}"))
}

/// The keys in an address.
fn keys(customer: &str, entry: &str) -> Result<(CustomerId, ChartEntryId), Error> {
    let entry = entry.parse().map_err(|_no_key| Error::NotFound)?;
    Ok((words::key(customer)?, entry))
}

/// The card of somebody who is still known here.
fn card(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Option<Card>> {
    let found = card::find(tx, customer)?;
    Ok(found.filter(|card| card.deleted_at.is_none() && card.erased_at.is_none()))
}
