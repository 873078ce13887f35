//! Payloads.

use crate::{
    base::ids::{MailTestId, NoticeId},
    queue::Job,
};
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

/// Send a letter by which somebody tries the mail, and write down how it went.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TryMail {
    /// Which.
    pub test: MailTestId,
}

impl Job for TryMail {
    const NAME: &'static str = "try_mail";
    const ATTEMPTS: i32 = 3;
    /// Somebody waits for it in front of a page.
    const PRIORITY: i16 = 10;
}
