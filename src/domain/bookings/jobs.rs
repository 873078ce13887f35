//! Payloads.

use crate::{base::ids::BookingId, queue::Job};
use serde::{Deserialize, Serialize};

/// Remind the shop of a request that waits for it, and let it lapse when its time has come; nothing once it is answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TendRequest {
    /// Which.
    pub booking: BookingId,
}

impl Job for TendRequest {
    const NAME: &'static str = "tend_request";
}
