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
    ]
}

/// Files and what became of them.
pub(super) fn of_files() -> Vec<(&'static str, Value)> {
    vec![
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
