//! What became of what was sent, the newest first, for whoever looks why something did not arrive.

use super::delivery::Event;
use crate::{
    base::ids::{BookingId, WebhookDeliveryId, WebhookId},
    db::{self, TenantTx},
    schema::integrations::{webhook_attempts, webhook_deliveries, webhook_events},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// How many are shown.
pub const PAGE: i64 = 50;

/// One event for this listener.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key.
    pub id: WebhookDeliveryId,
    /// `waiting`, `delivered` or `failed`.
    pub state: String,
    /// What was told.
    pub event: Event,
    /// About which booking.
    pub booking: Option<BookingId>,
    /// Each time it was sent, the last one first.
    pub tries: Vec<Try>,
}

/// Once that it was sent.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhook_attempts)]
pub struct Try {
    /// Which.
    pub delivery_id: WebhookDeliveryId,
    /// The number of what was answered.
    pub status: Option<i16>,
    /// Why there is no answer.
    pub error: String,
    /// The first of the answer.
    pub answer: String,
    /// How long it took.
    pub took_ms: i32,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// The newest of one listener.
pub fn read(tx: &mut TenantTx<'_>, webhook: WebhookId) -> db::Result<Vec<Entry>> {
    type Row = (WebhookDeliveryId, String, Option<BookingId>, Event);
    let rows: Vec<Row> = webhook_deliveries::table
        .inner_join(webhook_events::table.on(webhook_events::id.eq(webhook_deliveries::event_id)))
        .filter(webhook_deliveries::business_id.eq(tx.business()))
        .filter(webhook_deliveries::subscription_id.eq(webhook))
        .order((
            webhook_deliveries::created_at.desc(),
            webhook_events::id.desc(),
        ))
        .limit(PAGE)
        .select((
            webhook_deliveries::id,
            webhook_deliveries::state,
            webhook_events::booking_id,
            Event::as_select(),
        ))
        .load(tx.conn())?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<WebhookDeliveryId> = rows.iter().map(|(id, ..)| *id).collect();
    let tries: Vec<Try> = webhook_attempts::table
        .filter(webhook_attempts::business_id.eq(tx.business()))
        .filter(webhook_attempts::delivery_id.eq_any(keys))
        .order((webhook_attempts::created_at.desc(), webhook_attempts::id))
        .select(Try::as_select())
        .load(tx.conn())?;
    let own = |id| tries.iter().filter(move |one| one.delivery_id == id);
    let entry = |(id, state, booking, event)| Entry {
        tries: own(id).cloned().collect(),
        id,
        state,
        event,
        booking,
    };
    Ok(rows.into_iter().map(entry).collect())
}
