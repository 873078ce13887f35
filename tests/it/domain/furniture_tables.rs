//! Tables of Aoi's that go together, and files: a row of each table about them.

use super::furniture::TAKEN;
use crate::support::people::Cast;
use serde_json::{Value, json};

/// The group.
const TABLES: &str = "00000000-0000-4000-8000-000000000184";

/// The rows.
pub(super) fn rows(cast: &Cast) -> Vec<(&'static str, Value)> {
    vec![
        (
            "scheduling.table_groups",
            json!({"id": TABLES, "name": "奥の2卓", "least": 5, "most": 8}),
        ),
        (
            "scheduling.table_group_members",
            json!({"group_id": TABLES, "resource_id": cast.salon.staff[0]}),
        ),
        (
            "scheduling.outside_calendars",
            json!({
                "resource_id": cast.salon.staff[0], "name": "佐藤のカレンダー", "kind": "ical", "host": "calendar.example",
                "source": "\\x01", "next_at": "2027-12-01 10:00+09",
            }),
        ),
        (
            "bookings.calendar_feeds",
            json!({"user_id": cast.aoi.user, "token_hash": "\\xfeed"}),
        ),
        ("bookings.feed_rules", json!({"shows": "name"})),
    ]
}

/// A program of Aoi's that listens.
const LISTENER: &str = "00000000-0000-4000-8000-000000000225";
/// What it was told.
const TOLD: &str = "00000000-0000-4000-8000-000000000226";
/// That it was.
const TELLING: &str = "00000000-0000-4000-8000-000000000227";

/// Other programs and what they were told.
pub(super) fn of_webhooks() -> Vec<(&'static str, Value)> {
    vec![
        (
            "integrations.webhook_subscriptions",
            json!({"id": LISTENER, "address": "https://example.jp/x", "events": "booking.created"}),
        ),
        (
            "integrations.webhook_events",
            json!({"id": TOLD, "kind": "webhook.test", "occurred_at": "2026-11-20T01:00:00Z", "data_json": {}}),
        ),
        (
            "integrations.webhook_deliveries",
            json!({"id": TELLING, "event_id": TOLD, "subscription_id": LISTENER}),
        ),
        (
            "integrations.webhook_attempts",
            json!({"delivery_id": TELLING, "took_ms": 5}),
        ),
    ]
}

/// Files and what became of them.
pub(super) fn of_files() -> Vec<(&'static str, Value)> {
    vec![
        (
            "businesses.embeddings",
            json!({"hosts": "https://example.jp"}),
        ),
        (
            "businesses.purges",
            json!({"kind": "service", "thing_id": TAKEN, "reason": "x"}),
        ),
        (
            "businesses.file_exports",
            json!({"id": TAKEN, "contents": "everything", "script": "utf-8", "locale": "ja"}),
        ),
        (
            "businesses.file_export_pieces",
            json!({"export_id": TAKEN, "place": 0, "bytes": "\\x50"}),
        ),
    ]
}
