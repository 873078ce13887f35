//! The catalogue behind the counter: the menu, who and what it takes, what cancelling costs.

mod approvals;
mod caps;
mod category;
mod classes;
mod handle;
mod looked;
mod looks;
mod menu;
mod offline;
mod order;
mod otherwise;
mod own_place;
mod parting;
mod planned;
mod policies;
mod processing;
mod real_length;
mod resources;
mod service;
mod table_groups;
mod tables_booked;
mod takers;

use crate::support::{
    app::TestApp,
    browser::{Browser, Page},
    build::Service,
    people::{self, Cast, house},
};
use omotenashi::base::ids::ServiceId;

const OFFICE: &str = "/ja/owner/aoi-salon";
/// What saves a change that was looked at.
const SAVE: &str = "この内容で保存";
const MENU: &str = "/ja/owner/aoi-salon/menu";

/// The lines that a statement finds in Aoi's business.
fn lines(app: &TestApp, cast: &Cast, query: &str) -> Vec<String> {
    people::lines(app, cast.salon.id, query)
}

/// A form without a page: with the key of the browser's own.
fn post(browser: &Browser, path: &str, pairs: &[(&str, &str)]) -> Page {
    let csrf = browser.open(MENU).field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let all: Vec<_> = [("csrf", csrf.as_str())]
        .iter()
        .chain(pairs)
        .copied()
        .collect();
    browser.post(&format!("{OFFICE}/{path}"), &all)
}

/// The service of a name, as the menu knows it.
fn service_called(app: &TestApp, cast: &Cast, name: &str) -> Service {
    let query = format!("select id::text as line from catalog.services where name_ja = '{name}'");
    let found = lines(app, cast, &query);
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    Service {
        id: ServiceId(found[0].parse().unwrap()),
        name: name.to_owned(),
        minutes: 60,
        price: 0,
    }
}
