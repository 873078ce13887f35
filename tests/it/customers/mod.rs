//! The cards of guests in the back office.

mod blocking;
mod card;
mod chart;
mod chart_forms;
mod chart_photos;
mod consents;
mod editing;
mod finding;
mod likeness;
mod looks;
mod merging;
mod moving;
mod narrowing;
mod plan;
mod reading;
mod wishes;

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::Cast,
};
use omotenashi::{base::ids::CustomerId, domain::customers::register::Name};
use serde_json::{Value, json};

/// Where Aoi's cards are.
const CARDS: &str = "/ja/owner/aoi-salon/customers";

/// The site and its people.
fn house() -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    (app, cast)
}

/// A card at Aoi's, as the product writes it: name and reading in two parts, `more` besides.
fn a_card(app: &TestApp, cast: &Cast, (name, kana): (&str, &str), more: Value) -> CustomerId {
    let part = |text: &str, place: usize| text.split(' ').nth(place).unwrap_or("").to_owned();
    let whole = Name {
        family: part(name, 0),
        given: part(name, 1),
        family_kana: part(kana, 0),
        given_kana: part(kana, 1),
        display: name.to_owned(),
    };
    let mut row = json!({
        "business_id": cast.salon.id, "name": name, "family_name": whole.family, "given_name": whole.given,
        "family_name_kana": whole.family_kana, "given_name_kana": whole.given_kana, "search_key": whole.search_key(),
    });
    for (column, value) in more.as_object().unwrap() {
        row[column] = value.clone();
    }
    CustomerId(app.insert(cast.salon.id, "customers.customers", row))
}

/// The names on the page, in their order.
fn names(page: &Page) -> Vec<String> {
    page.document().texts(".offers .offer-name")
}

/// What a search finds.
fn found(browser: &Browser, typed: &str) -> Vec<String> {
    let query = serde_urlencoded::to_string([("q", typed)]).unwrap();
    let page = browser.open(&format!("{CARDS}?{query}"));
    assert_eq!(page.status, 200, "{}", page.text());
    names(&page)
}
