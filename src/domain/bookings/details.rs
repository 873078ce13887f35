//! Who books, as parsed: kept with the hold until the booking is made (a draft on the server, not in the browser).

use crate::domain::customers::register::Contact;
use serde::{Deserialize, Serialize};

/// The longest remark, in characters.
pub const NOTE_MAX: usize = 500;

/// What the details page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Who, and how to reach them.
    pub contact: Contact,
    /// 備考・ご要望
    pub note: String,
}

impl Details {
    /// As it is kept with the hold.
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// What a hold keeps; `None` while nothing was typed.
    pub fn from_json(json: &serde_json::Value) -> Option<Self> {
        serde_json::from_value(json.clone()).ok()
    }
}
