//! What a guest agreed to: listed with the words in which it was asked, written down, taken back, put on paper.

pub mod list;
pub mod print;
pub(super) mod view;
pub mod withdrawal;
pub mod writing;

use super::words;
use crate::{
    base::ids::CustomerId,
    db::{self, TenantTx},
    domain::{
        bookings::consent::Kind,
        businesses::role::Right,
        customers::card::{self, Card},
    },
    web::{
        owner::{answers, ask, sheet, subject},
        page::PageCtx,
    },
};

/// What whoever reads it needs: the right to notes about guests.
const READ: Right = Right::ReadCustomers;
/// What whoever writes it down needs.
const WRITE: Right = Right::WriteCustomers;

/// The consents of a guest or, with a path, what is below them.
fn at(ctx: &PageCtx, slug: &str, customer: CustomerId, below: &str) -> String {
    words::card(ctx, slug, customer, &format!("/consents{below}"))
}

/// The same, below the back office.
fn path(customer: CustomerId, below: &str) -> String {
    format!("customers/{customer}/consents{below}")
}

/// The card of somebody who is still known here.
fn card(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Option<Card>> {
    let found = card::find(tx, customer)?;
    Ok(found.filter(|card| card.deleted_at.is_none() && card.erased_at.is_none()))
}

/// What a kind and its topic are called.
fn called(ctx: &PageCtx, kind: Kind, topic: &str) -> String {
    let name = ctx.t.of_family("consents-kind", kind.word());
    match (kind, topic) {
        (_, "") => name,
        (Kind::Other, topic) => topic.to_owned(),
        (_, topic) => ctx.t.consents_with_topic(name, topic),
    }
}
