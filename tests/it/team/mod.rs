//! Who works in a business: the list, rights, leaving, invitations.

mod changing;
mod device;
mod inviting;
mod leaving;
mod looks;
mod passkey;
mod race;
mod second_factor;

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::{Cast, Person, a_person, a_seat},
};
use uuid::Uuid;

/// Where Aoi's team is.
const TEAM: &str = "/ja/staff/aoi-salon/team";

/// The site and its people.
fn house() -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    (app, cast)
}

/// Somebody of a role at Aoi's.
fn a_colleague(app: &TestApp, cast: &Cast, word: &str, role: &str) -> (Person, Uuid) {
    let standing = if role == "owner" { "owner" } else { "staff" };
    let person = a_person(app, word, word, standing);
    let seat = a_seat(app, &cast.salon, &person, role, 0);
    (person, seat)
}

/// Aoi's own seat.
fn seat_of(app: &TestApp, cast: &Cast, person: &Person) -> String {
    one_line(
        app,
        cast,
        &format!(
            "select id::text as line from businesses.staff_assignments where user_id = '{}'",
            person.user
        ),
    )
}

fn one_line(app: &TestApp, cast: &Cast, query: &str) -> String {
    let query = query.to_owned();
    let lines = app.tenant(cast.salon.id, move |tx| {
        Ok(crate::support::sql::lines(tx.conn(), &query))
    });
    assert_eq!(lines.len(), 1, "{lines:?}");
    lines[0].clone()
}

/// What somebody is to the house.
fn standing(app: &TestApp, person: &Person) -> String {
    let house = &mut crate::support::sql::connect_as_house(app.database_url());
    let query = format!(
        "select role::text as line from users where id = '{}'",
        person.user
    );
    crate::support::sql::lines(house, &query)[0].clone()
}

/// How many rows of the trail say that a table was changed so by somebody.
fn trail(app: &TestApp, cast: &Cast, (entity, action): (&str, &str), by: &Person) -> i64 {
    app.count(cast.salon.id, format!(
        "select count(*) from audit.audit_logs where entity = '{entity}' and action = '{action}' and actor_user_id = '{}'",
        by.user
    ))
}

/// The key of forms, from the button that signs out.
fn key(browser: &Browser) -> String {
    let csrf = browser
        .open("/ja/staff/aoi-salon/today")
        .field("csrf")
        .value;
    csrf.split(',').next().unwrap().to_owned()
}

fn post(browser: &Browser, path: &str, pairs: &[(&str, &str)]) -> Page {
    let csrf = key(browser);
    let all: Vec<_> = [("csrf", csrf.as_str())]
        .iter()
        .chain(pairs)
        .copied()
        .collect();
    browser.post(&format!("{TEAM}/{path}"), &all)
}
