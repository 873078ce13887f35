//! Prices that go by the day, the time, the party and how long ahead somebody books: how they are reckoned, from the office to
//! what a guest pays.

mod guests;
mod looks;
mod office;
mod reckoning;

use crate::support::app::TestApp;
use omotenashi::base::ids::BusinessId;
use serde_json::{Value, json};
use uuid::Uuid;

const OFFICE: &str = "/ja/owner/aoi-salon/prices";

/// A rule of everything on the menu.
pub fn rule(app: &TestApp, business: BusinessId, name: (&str, &str), columns: Value) -> Uuid {
    let mut row = json!({"business_id": business, "name_ja": name.0, "name_en": name.1});
    for (column, value) in columns.as_object().unwrap() {
        row[column] = value.clone();
    }
    app.insert(business, "catalog.pricing_rules", row)
}
