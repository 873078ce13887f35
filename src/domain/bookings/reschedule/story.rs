//! What has changed about a booking is written, with its lines in the story.

use super::{
    super::history::{self, Change},
    Move,
};
use crate::{
    base::ids::ResourceId,
    db::{DbError, TenantTx},
    domain::catalog::price::Quote,
    schema::bookings::bookings,
};
use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;

/// Writes what has changed, and its lines in the story.
pub fn write(tx: &mut TenantTx<'_>, change: &Move<'_>) -> Result<(), DbError> {
    let Move { row, to, .. } = change;
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set((
            bookings::start_at.eq(to.start),
            bookings::end_at.eq(to.end),
            bookings::business_date.eq(to.date),
            bookings::resource_id.eq(to.column),
            bookings::is_nominated.eq(change.is_nominated),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    if let Some(quote) = &change.price {
        diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
            .set((
                bookings::price_cents.eq(quote.total()),
                bookings::price_snapshot_json.eq(serde_json::to_value(quote).unwrap_or_default()),
            ))
            .execute(tx.conn())?;
    }
    // Of a visit, another person may have a service, and nothing else be another.
    match story(change).as_slice() {
        [] => Ok(()),
        told => history::write(tx, row.id, told),
    }
}

/// One line for each thing that is another now; the first of them carries the reason.
fn story<'a>(change: &Move<'a>) -> Vec<Change<'a>> {
    let (row, to) = (change.row, &change.to);
    let instant = |at: DateTime<Utc>| Some(at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let name = |id: Option<ResourceId>| id.map(|id| id.to_string());
    let length = |(start, end): (DateTime<Utc>, DateTime<Utc>)| {
        Some((end - start).num_minutes().to_string())
    };
    let chosen = |is: bool| Some(if is { "yes" } else { "no" }.to_owned());
    let total = change.price.as_ref().map_or(row.price_cents, Quote::total);
    let all = [
        ("start_at", instant(row.start_at), instant(to.start)),
        (
            history::MINUTES,
            length((row.start_at, row.end_at)),
            length((to.start, to.end)),
        ),
        ("resource_id", name(row.resource_id), name(to.column)),
        (
            "is_nominated",
            chosen(row.is_nominated),
            chosen(change.is_nominated),
        ),
        (
            "price_cents",
            Some(row.price_cents.to_string()),
            Some(total.to_string()),
        ),
    ];
    let mut lines: Vec<Change<'_>> = all
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| Change {
            field,
            old,
            new,
            reason: "",
        })
        .collect();
    // A reason stands once; that all of it was taken back is said of each line.
    let told = if change.reason == history::UNDO {
        lines.len()
    } else {
        1
    };
    for line in lines.iter_mut().take(told) {
        line.reason = change.reason;
    }
    lines.extend(change.stands_over.map(|reason| Change {
        field: "overbooked",
        old: None,
        new: Some("yes".to_owned()),
        reason,
    }));
    lines
}
