//! What was done at the visits of a guest: read from the newest on, written, mended, put on paper; with photographs that are
//! given to nobody else.

pub mod caption;
pub mod entry;
pub mod form;
pub mod headings;
pub mod list;
mod photo_page;
pub mod photos;
mod posted;
pub mod print;
pub(super) mod view;

use super::words;
use crate::{
    base::ids::{ChartEntryId, CustomerId},
    db::{self, TenantTx},
    domain::{
        bookings::chart_photos::Stage,
        businesses::role::Right,
        customers::card::{self, Card},
    },
    i18n::Words,
    web::{
        error::Error,
        gate::member::AtWork,
        owner::{answers, ask, sheet, subject},
        page::PageCtx,
    },
};

/// What whoever reads it needs: the right to notes about guests.
const READ: Right = Right::ReadCustomers;
/// What whoever writes in it needs: nobody writes what they may not read.
const WRITE: [Right; 2] = [READ, Right::WriteNotes];

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

/// When a photograph was taken, as this kind of business says it.
fn stage(t: Words, at: &AtWork, stage: Stage) -> String {
    let kind = at.profile.vertical.slug();
    match stage {
        Stage::Before => t.chart_stage_before(kind),
        Stage::After => t.chart_stage_after(kind),
    }
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
