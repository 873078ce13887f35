//! Where other programs listen, as their owner sees to it.

use super::{event::TRIAL, jobs::DeliverWebhook};
use crate::{
    base::ids::{WebhookDeliveryId, WebhookEventId, WebhookId},
    db::{self, EditError, TenantTx, statement::prepared},
    queue::job,
    schema::integrations::{webhook_deliveries, webhook_events, webhook_subscriptions},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::json;

/// So many a business has at most.
pub const MOST: i64 = 20;
/// How long the secret before the newest one counts.
pub const BOTH: TimeDelta = TimeDelta::hours(24);

/// One of them.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhook_subscriptions)]
pub struct Webhook {
    /// Its key.
    pub id: WebhookId,
    /// Where.
    pub address: String,
    /// For what: names with a space between them.
    pub events: String,
    /// `sending`, `paused` by hand, or `stopped` because nothing arrived.
    pub state: String,
    /// How often its secret was renewed, and once more.
    pub generation: i32,
    /// Until when the one before counts.
    pub former_until: Option<DateTime<Utc>>,
    /// Whether its owner has the secret.
    pub is_secret_kept: bool,
    /// How often in a row nothing arrived.
    pub failures: i32,
    /// Since when.
    pub failing_since: Option<DateTime<Utc>>,
    /// Raised with every change that somebody makes.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Webhook {
    /// Whether it listens to a kind of event.
    pub fn listens_to(&self, kind: &str) -> bool {
        self.events.split(' ').any(|one| one == kind)
    }

    /// Which secrets count at an instant, the newest first.
    pub fn generations(&self, now: DateTime<Utc>) -> Vec<i32> {
        let former = self.former_until.filter(|until| now < *until);
        let former = former.map(|_until| self.generation - 1);
        std::iter::once(self.generation).chain(former).collect()
    }
}

/// What its owner writes.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Where.
    pub address: String,
    /// For what.
    pub events: Vec<String>,
}

/// What its owner does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Nothing more is sent for now; what happens is kept.
    Pause,
    /// It is sent again, and all that was kept.
    Resume,
    /// A new secret.
    Rotate,
    /// They have the secret.
    Kept,
    /// It is gone.
    Delete,
}

/// All of a business.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Webhook>> {
    let found = webhook_subscriptions::table
        .filter(webhook_subscriptions::business_id.eq(tx.business()))
        .filter(webhook_subscriptions::deleted_at.is_null())
        .order((webhook_subscriptions::created_at, webhook_subscriptions::id))
        .select(Webhook::as_select())
        .load(tx.conn())?;
    Ok(found)
}

/// One of them.
pub fn find(tx: &mut TenantTx<'_>, id: WebhookId) -> db::Result<Option<Webhook>> {
    let found = webhook_subscriptions::table
        .filter(webhook_subscriptions::business_id.eq(tx.business()))
        .filter(webhook_subscriptions::id.eq(id))
        .filter(webhook_subscriptions::deleted_at.is_null())
        .select(Webhook::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// A new one. [`EditError::Taken`] where there are as many as there may be.
pub fn add(tx: &mut TenantTx<'_>, draft: &Draft) -> Result<WebhookId, EditError> {
    let (business, user) = (tx.business(), tx.actor().user());
    let there: i64 = webhook_subscriptions::table
        .filter(webhook_subscriptions::business_id.eq(business))
        .filter(webhook_subscriptions::deleted_at.is_null())
        .count()
        .get_result(tx.conn())?;
    if there >= MOST {
        return Err(EditError::Taken);
    }
    let id = diesel::insert_into(webhook_subscriptions::table)
        .values((
            webhook_subscriptions::business_id.eq(business),
            webhook_subscriptions::address.eq(&draft.address),
            webhook_subscriptions::events.eq(draft.events.join(" ")),
            webhook_subscriptions::created_by.eq(user),
            webhook_subscriptions::created_at.eq(tx.now()),
        ))
        .returning(webhook_subscriptions::id)
        .get_result(tx.conn())?;
    Ok(id)
}

/// Writes one anew, if it is still what `version` was.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: WebhookId,
    draft: &Draft,
    version: &str,
) -> Result<(), EditError> {
    let known = locked(tx, id)?;
    if known.version.to_string() != version {
        return Err(EditError::Stale);
    }
    prepared(
        diesel::update(webhook_subscriptions::table)
            .filter(webhook_subscriptions::business_id.eq(tx.business()))
            .filter(webhook_subscriptions::id.eq(id))
            .set((
                webhook_subscriptions::address.eq(&draft.address),
                webhook_subscriptions::events.eq(draft.events.join(" ")),
                webhook_subscriptions::version.eq(known.version + 1),
            )),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Does what its owner wants. What is so already stays so.
pub fn act(tx: &mut TenantTx<'_>, id: WebhookId, act: Act) -> Result<(), EditError> {
    let known = locked(tx, id)?;
    let (business, now) = (tx.business(), tx.now());
    let own = || {
        webhook_subscriptions::table
            .filter(webhook_subscriptions::business_id.eq(business))
            .filter(webhook_subscriptions::id.eq(id))
    };
    match act {
        Act::Pause => prepared(
            diesel::update(own().filter(webhook_subscriptions::state.eq("sending")))
                .set(webhook_subscriptions::state.eq("paused")),
        )
        .execute(tx.conn())?,
        Act::Resume if known.state == "sending" => 0,
        Act::Resume => {
            prepared(diesel::update(own()).set((
                webhook_subscriptions::state.eq("sending"),
                webhook_subscriptions::failures.eq(0),
                webhook_subscriptions::failing_since.eq(None::<DateTime<Utc>>),
            )))
            .execute(tx.conn())?;
            send_kept(tx, id)?
        }
        Act::Rotate => prepared(diesel::update(own()).set((
            webhook_subscriptions::generation.eq(known.generation + 1),
            webhook_subscriptions::former_until.eq(now + BOTH),
            webhook_subscriptions::is_secret_kept.eq(false),
        )))
        .execute(tx.conn())?,
        Act::Kept => {
            prepared(diesel::update(own()).set(webhook_subscriptions::is_secret_kept.eq(true)))
                .execute(tx.conn())?
        }
        Act::Delete => {
            prepared(diesel::update(own()).set(webhook_subscriptions::deleted_at.eq(now)))
                .execute(tx.conn())?
        }
    };
    Ok(())
}

/// Sends a trial.
pub fn try_out(tx: &mut TenantTx<'_>, id: WebhookId) -> Result<(), EditError> {
    locked(tx, id)?;
    let (business, now) = (tx.business(), tx.now());
    let event: WebhookEventId = diesel::insert_into(webhook_events::table)
        .values((
            webhook_events::business_id.eq(business),
            webhook_events::kind.eq(TRIAL),
            webhook_events::occurred_at.eq(now),
            webhook_events::data_json.eq(json!({ "webhook": { "id": id } })),
        ))
        .returning(webhook_events::id)
        .get_result(tx.conn())?;
    let delivery: WebhookDeliveryId = diesel::insert_into(webhook_deliveries::table)
        .values((
            webhook_deliveries::business_id.eq(business),
            webhook_deliveries::event_id.eq(event),
            webhook_deliveries::subscription_id.eq(id),
            webhook_deliveries::created_at.eq(now),
        ))
        .returning(webhook_deliveries::id)
        .get_result(tx.conn())?;
    prepared(job(Some(business), &DeliverWebhook { delivery }, now)?).execute(tx.conn())?;
    Ok(())
}

/// Sends again what was sent, or was not to be had. It is the same event, with the same id.
pub fn replay(
    tx: &mut TenantTx<'_>,
    id: WebhookId,
    delivery: WebhookDeliveryId,
) -> Result<(), EditError> {
    locked(tx, id)?;
    let (business, now) = (tx.business(), tx.now());
    let met = prepared(
        diesel::update(webhook_deliveries::table)
            .filter(webhook_deliveries::business_id.eq(business))
            .filter(webhook_deliveries::subscription_id.eq(id))
            .filter(webhook_deliveries::id.eq(delivery))
            .filter(webhook_deliveries::state.ne("waiting"))
            .set(webhook_deliveries::state.eq("waiting")),
    )
    .execute(tx.conn())?;
    // What waits has its job, or gets one when it goes on.
    if met > 0 {
        prepared(job(Some(business), &DeliverWebhook { delivery }, now)?).execute(tx.conn())?;
    }
    Ok(())
}

/// Jobs for everything that waits. What has one still is told at once when that is done, and then done with.
fn send_kept(tx: &mut TenantTx<'_>, id: WebhookId) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    let waiting: Vec<WebhookDeliveryId> = webhook_deliveries::table
        .filter(webhook_deliveries::business_id.eq(business))
        .filter(webhook_deliveries::subscription_id.eq(id))
        .filter(webhook_deliveries::state.eq("waiting"))
        .order((webhook_deliveries::created_at, webhook_deliveries::id))
        .select(webhook_deliveries::id)
        .load(tx.conn())?;
    for delivery in &waiting {
        prepared(job(
            Some(business),
            &DeliverWebhook {
                delivery: *delivery,
            },
            now,
        )?)
        .execute(tx.conn())?;
    }
    Ok(waiting.len())
}

fn locked(tx: &mut TenantTx<'_>, id: WebhookId) -> Result<Webhook, EditError> {
    let known = webhook_subscriptions::table
        .filter(webhook_subscriptions::business_id.eq(tx.business()))
        .filter(webhook_subscriptions::id.eq(id))
        .filter(webhook_subscriptions::deleted_at.is_null())
        .select(Webhook::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    known.ok_or(EditError::Unknown)
}
