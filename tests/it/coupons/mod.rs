//! Coupons: from the office to the last use, of which several guests would like to make one.

mod guests;
mod looks;
mod office;
mod race;
mod standing;

use crate::support::app::TestApp;
use omotenashi::base::ids::BusinessId;
use serde_json::{Value, json};
use uuid::Uuid;

const OFFICE: &str = "/ja/owner/aoi-salon/coupons";
const USE: &str = "クーポンを使う";

/// A coupon of everything on the menu.
fn coupon(app: &TestApp, business: BusinessId, code: &str, columns: Value) -> Uuid {
    let mut row =
        json!({"business_id": business, "code": code, "name_ja": "春割", "name_en": "Spring"});
    for (column, value) in columns.as_object().unwrap() {
        row[column] = value.clone();
    }
    app.insert(business, "catalog.coupons", row)
}
