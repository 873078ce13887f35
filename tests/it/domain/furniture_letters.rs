//! Rows of Aoi's in the tables about letters.

use crate::support::people::Cast;
use serde_json::{Value, json};

/// Each with its table.
pub fn rows(cast: &Cast) -> Vec<(&'static str, Value)> {
    let customer = cast.booking.customer;
    vec![
        (
            "notifications.unreached_addresses",
            json!({"email": "d@example.com", "answer": "550 5.1.1"}),
        ),
        (
            "notifications.guest_wishes",
            json!({"customer_id": customer, "wants_reminders": false}),
        ),
        (
            "notifications.circuits",
            json!({"channel": "line", "failures": 1}),
        ),
        (
            "notifications.mail_tests",
            json!({"asked_by": cast.aoi.user}),
        ),
        (
            "notifications.news_read",
            json!({"user_id": cast.ben.user, "read_until": "2026-11-20 14:00+09"}),
        ),
    ]
}
