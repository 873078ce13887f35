//! One event for one listener: what is sent, and what became of it.

use super::{event::TRIAL, jobs::TellWebhookStopped, webhook::Webhook};
use crate::{
    base::ids::{BusinessId, WebhookDeliveryId, WebhookEventId},
    db::{self, PlatformTx, TenantTx, statement::prepared},
    queue::job,
    schema::integrations::{
        webhook_attempts, webhook_deliveries, webhook_events, webhook_subscriptions,
    },
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

/// The version of what is sent.
pub const VERSION: u8 = 1;
/// How much of an answer is kept.
const KEPT: usize = 500;
/// How much is kept of why there was none.
const WHY: usize = 300;
/// How long all of it is kept.
const AGE: TimeDelta = TimeDelta::days(30);
/// For so long nothing has arrived when no more is sent.
const PATIENCE: TimeDelta = TimeDelta::hours(19);

/// What is to be sent.
#[derive(Clone, Debug)]
pub struct Due {
    /// Whose key is this.
    pub id: WebhookDeliveryId,
    /// To whom.
    pub webhook: Webhook,
    /// What.
    pub event: Event,
    /// Now.
    pub now: DateTime<Utc>,
}

/// What happened.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhook_events)]
pub struct Event {
    /// Its key: whoever gets it twice knows by it.
    pub id: WebhookEventId,
    /// Which kind.
    pub kind: String,
    /// When.
    pub occurred_at: DateTime<Utc>,
    /// What is told.
    pub data_json: Value,
}

impl Event {
    /// What is sent, the same each time.
    pub fn body(&self, business: BusinessId) -> Vec<u8> {
        let body = json!({
            "version": VERSION,
            "id": self.id,
            "type": self.kind,
            "timestamp": self.occurred_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            "business_id": business,
            "data": self.data_json,
        });
        body.to_string().into_bytes()
    }
}

/// What came of sending it.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The number of what was answered.
    pub status: Option<u16>,
    /// Why there is no answer.
    pub error: String,
    /// The first of the answer.
    pub answer: String,
    /// How long it took.
    pub took_ms: i32,
}

impl Attempt {
    /// Whether it arrived.
    pub fn arrived(&self) -> bool {
        self.status
            .is_some_and(|status| (200..300).contains(&status))
    }

    /// Whether whoever is there wants nothing more.
    pub fn is_unwanted(&self) -> bool {
        self.status == Some(410)
    }
}

/// What is to be sent, unless it is done with or nobody wants it now.
pub fn due(tx: &mut TenantTx<'_>, id: WebhookDeliveryId) -> db::Result<Option<Due>> {
    let now = tx.now();
    let found: Option<(String, Webhook, Event)> = webhook_deliveries::table
        .inner_join(
            webhook_subscriptions::table
                .on(webhook_subscriptions::id.eq(webhook_deliveries::subscription_id)),
        )
        .inner_join(webhook_events::table.on(webhook_events::id.eq(webhook_deliveries::event_id)))
        .filter(webhook_deliveries::business_id.eq(tx.business()))
        .filter(webhook_deliveries::id.eq(id))
        .filter(webhook_subscriptions::deleted_at.is_null())
        .select((
            webhook_deliveries::state,
            Webhook::as_select(),
            Event::as_select(),
        ))
        .first(tx.conn())
        .optional()?;
    Ok(found.and_then(|(state, webhook, event)| {
        let is_wanted = webhook.state == "sending" || event.kind == TRIAL;
        (state == "waiting" && is_wanted).then_some(Due {
            id,
            webhook,
            event,
            now,
        })
    }))
}

/// Writes down what came of it; `is_last` where it is not tried again. Where nothing arrives any more, no more is sent until
/// somebody has looked, and the owners are told.
pub fn attempted(
    tx: &mut TenantTx<'_>,
    due: &Due,
    attempt: &Attempt,
    is_last: bool,
) -> db::Result<()> {
    note(tx, due.id, attempt)?;
    let (business, now) = (tx.business(), tx.now());
    let state = match (attempt.arrived(), is_last || attempt.is_unwanted()) {
        (true, _) => "delivered",
        (false, true) => "failed",
        (false, false) => "waiting",
    };
    prepared(
        diesel::update(webhook_deliveries::table)
            .filter(webhook_deliveries::business_id.eq(business))
            .filter(webhook_deliveries::id.eq(due.id))
            .set(webhook_deliveries::state.eq(state)),
    )
    .execute(tx.conn())?;
    let own = || {
        webhook_subscriptions::table
            .filter(webhook_subscriptions::business_id.eq(business))
            .filter(webhook_subscriptions::id.eq(due.webhook.id))
    };
    if attempt.arrived() {
        prepared(
            diesel::update(own().filter(webhook_subscriptions::failures.gt(0))).set((
                webhook_subscriptions::failures.eq(0),
                webhook_subscriptions::failing_since.eq(None::<DateTime<Utc>>),
            )),
        )
        .execute(tx.conn())?;
        return Ok(());
    }
    // A trial that does not arrive is told to whoever tries.
    if due.event.kind == TRIAL {
        return Ok(());
    }
    let since: DateTime<Utc> = own()
        .select(webhook_subscriptions::failing_since)
        .for_update()
        .first::<Option<DateTime<Utc>>>(tx.conn())?
        .unwrap_or(now);
    prepared(diesel::update(own()).set((
        webhook_subscriptions::failures.eq(webhook_subscriptions::failures + 1),
        webhook_subscriptions::failing_since.eq(since),
    )))
    .execute(tx.conn())?;
    if attempt.is_unwanted() || now - since >= PATIENCE {
        let met = prepared(
            diesel::update(own().filter(webhook_subscriptions::state.eq("sending")))
                .set(webhook_subscriptions::state.eq("stopped")),
        )
        .execute(tx.conn())?;
        if met > 0 {
            let webhook = due.webhook.id;
            prepared(job(Some(business), &TellWebhookStopped { webhook }, now)?)
                .execute(tx.conn())?;
        }
    }
    Ok(())
}

fn note(tx: &mut TenantTx<'_>, delivery: WebhookDeliveryId, attempt: &Attempt) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let status = attempt.status.and_then(|status| i16::try_from(status).ok());
    let cut = |text: &str, most: usize| -> String {
        // A zero ends a text for the database.
        text.chars().filter(|one| *one != '\0').take(most).collect()
    };
    prepared(diesel::insert_into(webhook_attempts::table).values((
        webhook_attempts::business_id.eq(business),
        webhook_attempts::delivery_id.eq(delivery),
        webhook_attempts::status.eq(status),
        webhook_attempts::error.eq(cut(&attempt.error, WHY)),
        webhook_attempts::answer.eq(cut(&attempt.answer, KEPT)),
        webhook_attempts::took_ms.eq(attempt.took_ms),
        webhook_attempts::created_at.eq(now),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// Forgets what was told long ago. Returns how many events went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let before = tx.now() - AGE;
    let gone = prepared(diesel::delete(
        webhook_events::table.filter(webhook_events::written_at.lt(before)),
    ))
    .execute(tx.conn())?;
    Ok(gone)
}
