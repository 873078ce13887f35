//! Payloads. The first is written by the database, too (`integrations.tell`).

use crate::{
    base::ids::{WebhookDeliveryId, WebhookId},
    queue::Job,
};
use serde::{Deserialize, Serialize};

/// Tell another program of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeliverWebhook {
    /// Which, and whom.
    pub delivery: WebhookDeliveryId,
}

impl Job for DeliverWebhook {
    const NAME: &'static str = "deliver_webhook";
    /// With the waits between them, about a day.
    const ATTEMPTS: i32 = 10;
    /// Guests' letters are sooner.
    const PRIORITY: i16 = -5;
}

/// Tell the owners that nothing arrives any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TellWebhookStopped {
    /// Where.
    pub webhook: WebhookId,
}

impl Job for TellWebhookStopped {
    const NAME: &'static str = "tell_webhook_stopped";
}
