//! Who may import whom. The tables below are the house's plan; the compiler cannot hold them in one crate, so this
//! does.

use super::{files, nothing_wrong, paths};

/// What each floor may use, besides itself.
const FLOORS: [(&str, &[&str]); 17] = [
    ("base", &[]),
    ("schema", &["base"]),
    ("db", &["base"]),
    ("queue", &["base", "schema", "db"]),
    ("i18n", &["base"]),
    ("mail", &["base"]),
    ("cluster", &["base"]),
    ("oidc", &["base"]),
    ("media", &["base"]),
    ("outside", &["base"]),
    ("config", &["base", "mail", "oidc", "media"]),
    ("domain", &["base", "schema", "db", "queue"]),
    (
        "web",
        &["base", "db", "i18n", "oidc", "media", "outside", "domain"],
    ),
    (
        "work",
        &[
            "base", "db", "queue", "i18n", "mail", "media", "outside", "domain",
        ],
    ),
    ("app", &ROOF),
    ("cli", &ROOF),
    ("main", &ROOF),
];
const ROOF: [&str; 16] = [
    "base", "schema", "db", "queue", "i18n", "mail", "oidc", "media", "outside", "cluster",
    "config", "domain", "web", "work", "app", "cli",
];

/// Single files that may look further, and why.
const DISPENSATIONS: [(&str, &str, &str); 6] = [
    (
        "src/web/site.rs",
        "mail",
        "letters caught in development are shown at /dev/mail",
    ),
    (
        "src/web/dev.rs",
        "mail",
        "letters caught in development are shown at /dev/mail",
    ),
    (
        "src/web/owner/letters/preview.rs",
        "work",
        "an owner sees a letter as the night shift would write it",
    ),
    (
        "src/web/operator/job.rs",
        "queue",
        "one of the operators' jobs",
    ),
    (
        "src/web/operator/job_kind.rs",
        "queue",
        "the kinds of the operators' jobs",
    ),
    (
        "src/web/operator/jobs.rs",
        "queue",
        "the operators' list of jobs",
    ),
];

/// The rooms, lowest first: each may use those before it.
const ROOMS: [&str; 16] = [
    "platform",
    "audit",
    "accounts",
    "businesses",
    "customers",
    "catalog",
    "scheduling",
    "payments",
    "notifications",
    "bookings",
    "visits",
    "stays",
    "shop",
    "reviews",
    "integrations",
    "analytics",
];

/// The doors of `web`, none of which opens into another.
const AUDIENCES: [&str; 7] = [
    "public", "account", "staff", "owner", "operator", "api", "hooks",
];

/// Macros of ours stand at the root of the crate, wherever they are written.
const MACROS: [(&str, &str); 3] = [
    ("refusal", "db"),
    ("pg_enum", "db"),
    ("pg_enum_in_json", "db"),
];

/// Which floors may name which crates.
const CRATES: [(&str, &[&str]); 9] = [
    ("diesel", &["schema", "db", "queue", "domain", "cli"]),
    ("actix_web", &["web", "app", "cli"]),
    ("actix_session", &["web"]),
    ("askama", &["web", "work"]),
    ("lettre", &["mail"]),
    ("openidconnect", &["oidc"]),
    ("reqwest", &["oidc", "media", "outside"]),
    ("image", &["media"]),
    ("object_store", &["media"]),
];

/// Files that decide without knowing who asks, when, or in which language.
const PURE: [&str; 8] = [
    "rules.rs",
    "status.rs",
    "price.rs",
    "reminders.rs",
    "travel.rs",
    "route.rs",
    "nights.rs",
    "signature.rs",
];

/// Keys have an SQL form, tokens are random, and the clock is the clock: the ground floor's three windows.
const WINDOWS: [&str; 3] = ["src/base/ids.rs", "src/base/token.rs", "src/base/clock.rs"];
const OUTSIDE: [&str; 6] = ["diesel", "rand", "tokio", "actix_web", "fluent", "r2d2"];

#[test]
fn nobody_uses_a_floor_or_a_room_above_and_no_page_uses_another() {
    let complaints: Vec<String> = files("src", "rs")
        .iter()
        .flat_map(|(file, text)| complaints(file, text))
        .collect();
    nothing_wrong(&complaints);
}

/// What is wrong with the paths that one file names.
fn complaints(file: &str, text: &str) -> Vec<String> {
    let place = paths::place_of(file);
    if place.is_empty() && file.ends_with("lib.rs") {
        return Vec::new();
    }
    let used = paths::named(file, text);
    let each = used.iter().filter_map(|path| {
        let parts: Vec<&str> = path.split("::").collect();
        let why = match parts.as_slice() {
            ["", krate, ..] => foreign(file, &place, krate),
            _ => ours(file, &place, &parts),
        };
        why.map(|why| format!("{file} uses {path}; {why}"))
    });
    each.collect()
}

fn foreign(file: &str, place: &[String], krate: &str) -> Option<String> {
    if WINDOWS.contains(&file) {
        return None;
    }
    if is_pure(file) && OUTSIDE.contains(&krate) {
        return Some("nothing pure sees a connection, a clock or a random number".to_owned());
    }
    let (_, floors) = CRATES.iter().find(|(name, _)| *name == krate)?;
    let floor = place.first().map_or("main", String::as_str);
    (!floors.contains(&floor)).then(|| format!("only {} may", floors.join(", ")))
}

fn ours(file: &str, place: &[String], parts: &[&str]) -> Option<String> {
    let floor = place.first().map_or("main", String::as_str);
    let named = *parts.first()?;
    let there = MACROS
        .iter()
        .find(|(name, _)| *name == named)
        .map_or(named, |(_, floor)| floor);
    let (_, may) = FLOORS
        .iter()
        .find(|(name, _)| *name == floor)
        .unwrap_or_else(|| panic!("{file} is on no floor"));
    let dispensed = DISPENSATIONS
        .iter()
        .any(|(who, what, _)| *who == file && *what == there);
    if there != floor && !may.contains(&there) && !dispensed {
        return Some(format!("{there} is no floor below {floor}"));
    }
    if is_pure(file) && !may_be_used_by_the_pure(place, parts) {
        return Some("nothing pure uses more than base and the pure of its own room".to_owned());
    }
    match (floor, place, parts) {
        ("domain", [_, here, ..], ["domain", room, ..]) => room_above(here, room),
        ("web", [_, here, ..], ["web", there, ..]) => other_door(here, there),
        _ => None,
    }
}

fn room_above(here: &str, there: &str) -> Option<String> {
    let level = |room: &str| ROOMS.iter().position(|known| *known == room);
    match (level(here), level(there)) {
        (Some(from), Some(to)) if to > from => Some(format!(
            "{here} stand below {there}. If this is a read, it belongs in {there}"
        )),
        (None, _) => Some(format!("{here} has no place in the order of the rooms")),
        _ => None,
    }
}

fn other_door(here: &str, there: &str) -> Option<String> {
    let door = AUDIENCES.contains(&there) && here != there;
    let from_the_hall = ["mod", "routes"].contains(&here) || !AUDIENCES.contains(&here);
    let pieces = ["ui", "form", "gate"].contains(&here);
    (door && (!from_the_hall || pieces)).then(|| "no page uses another audience's".to_owned())
}

fn is_pure(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or_default();
    let decides = file.starts_with("src/domain/") && PURE.contains(&name);
    file.starts_with("src/base/") || file.contains("/availability/") || decides
}

fn may_be_used_by_the_pure(place: &[String], parts: &[&str]) -> bool {
    match parts {
        ["base", "clock", ..] => place == ["base", "clock"],
        ["base", ..] => true,
        // The labels of an enum, which is how a state is stored.
        ["pg_enum"] | ["schema", _, "sql_types", ..] => true,
        ["domain", room, rest @ ..] => {
            let same = place.get(1).is_some_and(|own| own == room);
            let first = rest.first().copied().unwrap_or_default();
            let pure = PURE.contains(&format!("{first}.rs").as_str());
            same && (pure
                || first == "availability"
                || place.get(2).is_some_and(|own| own == first))
        }
        _ => false,
    }
}

/// A file, what it says, and what is said against it.
const TRESPASSES: [(&str, &str, &str); 14] = [
    (
        "src/base/money.rs",
        "use crate::db::Db;",
        "no floor below base",
    ),
    (
        "src/web/public/home.rs",
        "use crate::schema::bookings;",
        "no floor below web",
    ),
    (
        "src/web/public/home.rs",
        "use diesel::prelude::*;",
        "only schema",
    ),
    (
        "src/domain/customers/search.rs",
        "use crate::domain::{catalog::price, bookings::take};",
        "customers stand below bookings",
    ),
    (
        "src/domain/customers/search.rs",
        "fn f() { super::super::bookings::take::take() }",
        "customers stand below bookings",
    ),
    (
        "src/domain/bookings/take.rs",
        "use actix_web::web;",
        "only web",
    ),
    (
        "src/domain/gossip/x.rs",
        "use crate::domain::bookings;",
        "no place in the order",
    ),
    (
        "src/web/staff/today.rs",
        "use crate::web::{page::PageCtx, public::home};",
        "no page uses another",
    ),
    (
        "src/web/ui/nav.rs",
        "use crate::web::staff::today;",
        "no page uses another",
    ),
    (
        "src/web/admin/users.rs",
        "use crate::queue::row;",
        "no floor below web",
    ),
    (
        "src/domain/bookings/rules.rs",
        "use crate::db::TenantTx;",
        "nothing pure",
    ),
    (
        "src/domain/scheduling/availability/plan.rs",
        "use super::super::hold;",
        "nothing pure",
    ),
    (
        "src/base/time.rs",
        "use super::clock::Clock;",
        "nothing pure",
    ),
    (
        "src/domain/bookings/price.rs",
        "use rand::Rng;",
        "nothing pure",
    ),
];

#[test]
fn each_border_is_guarded() {
    for (file, text, why) in TRESPASSES {
        let found = complaints(file, text);
        assert!(
            found.iter().any(|found| found.contains(why)),
            "{file}: {text}: {found:?}"
        );
    }
}

#[test]
fn what_the_plan_allows_passes() {
    for (file, text) in [
        (
            "src/domain/bookings/take.rs",
            "use crate::{refusal, domain::scheduling::hold, schema::bookings::bookings}; use diesel::prelude::*;",
        ),
        (
            "src/domain/bookings/status.rs",
            "crate::pg_enum! { Status as crate::schema::bookings::sql_types::BookingStatus {} }",
        ),
        (
            "src/web/staff/today.rs",
            "use crate::web::{ui::nav, form::Errors, gate::member, page::PageCtx};",
        ),
        (
            "src/web/mod.rs",
            "fn f() { public::routes::configure(); account::routes::configure() }",
        ),
        ("src/web/operator/jobs.rs", "use crate::queue::row;"),
        (
            "src/app.rs",
            "use crate::{web, db, config}; use actix_web::App;",
        ),
    ] {
        assert_eq!(
            complaints(file, text),
            Vec::<String>::new(),
            "{file}: {text}"
        );
    }
}
