//! Payloads.

use crate::{base::ids::NoticeId, queue::Job};
use serde::{Deserialize, Serialize};

/// Draw a letter and hand it to the mail.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendNotice {
    /// Which.
    pub notice: NoticeId,
}

impl Job for SendNotice {
    const NAME: &'static str = "send_notice";
    const PRIORITY: i16 = 10;
}

/// Draw a letter about a waiting list and hand it to the mail.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendWaitlistNotice {
    /// Which.
    pub notice: NoticeId,
}

impl Job for SendWaitlistNotice {
    const NAME: &'static str = "send_waitlist_notice";
    const PRIORITY: i16 = 10;
}
