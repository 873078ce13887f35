//! What guests are asked beforehand: from the office to the sheet of the day, and what becomes of the answers.

mod counter;
mod files;
mod guests;
mod hand;
mod looks;
mod office;
mod rules;

use crate::support::{
    app::TestApp,
    build::Service,
    people::{house, lines},
};
use omotenashi::base::ids::BusinessId;
use serde_json::{Value, json};
use uuid::Uuid;

const OFFICE: &str = "/ja/owner/aoi-salon/questions";

/// A question about a service, after those that stand.
fn question(
    app: &TestApp,
    business: BusinessId,
    service: &Service,
    (kind, name): (&str, &str),
    more: Value,
) -> Uuid {
    let place = app.count(business, "select count(*) from catalog.questions");
    let mut row = json!({
        "business_id": business, "kind": kind, "name_ja": name, "sort_order": place,
        "created_at": "2026-11-01T00:00:00Z",
    });
    let more = more.as_object().cloned().unwrap_or_default();
    row.as_object_mut().unwrap().extend(more);
    let id = app.insert(business, "catalog.questions", row);
    let tie = json!({"business_id": business, "service_id": service.id, "question_id": id});
    app.insert(business, "catalog.service_questions", tie);
    id
}

/// Yes and no.
fn yes_or_no() -> Value {
    json!([{"key": 1, "ja": "はい", "en": "Yes"}, {"key": 2, "ja": "いいえ", "en": "No"}])
}
