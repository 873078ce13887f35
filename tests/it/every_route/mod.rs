//! The table of all doors: each route, asked by all five people in both languages. It fails without its row, or a row without it.

use crate::{
    support::{
        app::{TestApp, TestOptions},
        browser::{Browser, Page},
        people::Cast,
    },
    tidy::files,
};
use omotenashi::web::assets;
use reqwest::Method;
use std::{collections::BTreeSet, sync::LazyLock};

mod answers;
mod classes;
mod counter;
mod guests;
mod office;
mod table;

/// Every address there is.
pub static ROUTES: LazyLock<Vec<answers::Row>> = LazyLock::new(|| {
    [
        table::TABLE,
        counter::COUNTER,
        office::OFFICE,
        guests::GUESTS,
        classes::CLASSES,
    ]
    .concat()
});

/// Where each file mounts its routes.
const MOUNTS: &[(&str, &str)] = &[
    ("src/web/mod.rs", ""),
    ("src/web/assets.rs", ""),
    ("src/web/media.rs", ""),
    ("src/web/operations.rs", ""),
    ("src/web/feeds/file.rs", ""),
    ("src/web/dev_mail.rs", ""),
    ("src/web/public/routes.rs", "/{lang}"),
    ("src/web/account/routes.rs", "/{lang}/account"),
    ("src/web/account/own_routes.rs", "/{lang}/account"),
    ("src/web/account/with.rs", "/account"),
    ("src/web/operator/routes.rs", "/{lang}/operator"),
    ("src/web/owner/routes.rs", "/{lang}/owner/{slug}"),
    ("src/web/owner/catalogue/routes.rs", "/{lang}/owner/{slug}"),
    ("src/web/owner/imports/routes.rs", "/{lang}/owner/{slug}"),
    ("src/web/owner/webhooks/routes.rs", "/{lang}/owner/{slug}"),
    ("src/web/staff/routes.rs", "/{lang}/staff/{slug}"),
];

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    let table: BTreeSet<String> = ROUTES
        .iter()
        .map(|(method, path, _)| format!("{method} {path}"))
        .collect();
    let there = routes();
    let without_row: Vec<_> = there.difference(&table).collect();
    let without_route: Vec<_> = table.difference(&there).collect();
    assert!(
        without_row.is_empty() && without_route.is_empty(),
        "no row: {without_row:#?}, no route: {without_route:#?}"
    );
}

/// All routes, read from the files that mount them.
fn routes() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (file, text) in files("src/web", "rs") {
        let routes = mounted(&text);
        let Some((_, mount)) = MOUNTS.iter().find(|(known, _)| *known == file) else {
            assert!(
                routes.is_empty(),
                "{file} mounts {routes:?}; say where, in MOUNTS"
            );
            continue;
        };
        found.extend(
            routes
                .into_iter()
                .map(|(method, path)| format!("{method} {mount}{path}")),
        );
    }
    found
}

/// `.route("/path", get().to(…))` and `resource("/path").route(get().to(…)).route(post()…)`.
fn mounted(text: &str) -> Vec<(String, String)> {
    let plain: String = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("")
        .replace("web::", "");
    let mut found = Vec::new();
    let path_of = |rest: &str| {
        let path = rest.split('"').next().unwrap_or_default();
        path.replace(":.*}", "}").replace(":ja|en}", "}")
    };
    for rest in plain.split("resource(\"").skip(1) {
        let own = rest.split("resource(\"").next().unwrap_or_default();
        let own = own.split(".route(\"").next().unwrap_or_default();
        found.extend(
            own.split(".route(")
                .skip(1)
                .filter_map(|call| Some((method(call)?, path_of(rest)))),
        );
    }
    for rest in plain.split(".route(\"").skip(1) {
        let call = rest.split_once("\",").map_or("", |(_, call)| call);
        found.extend(method(call).map(|method| (method, path_of(rest))));
    }
    found
}

fn method(call: &str) -> Option<String> {
    let (name, _) = call.split_once("()")?;
    ["get", "post", "put", "delete", "head", "patch"]
        .contains(&name)
        .then(|| name.to_uppercase())
}

/// The five, at their browsers.
fn everybody(app: &TestApp, cast: &Cast) -> [(&'static str, Browser); 5] {
    [
        ("Aoi", cast.aoi.sign_in(app)),
        ("Ben", cast.ben.sign_in(app)),
        ("Chika", cast.chika.sign_in(app)),
        ("Daichi", cast.daichi.sign_in(app)),
        ("Emi", app.browser()),
    ]
}

/// A real address: Aoi's salon, Daichi's booking.
pub fn address(path: &str, lang: &str, cast: &Cast) -> String {
    let asset = assets::url("site.css").trim_start_matches("/static/");
    let filled = path
        .replace("{hash}/{name}", asset)
        .replace("{lang}", lang)
        .replace("{slug}", &cast.salon.slug)
        .replace("{business}", &cast.salon.id.to_string())
        .replace("{picture}", &"0".repeat(64))
        .replace("{list}", "services")
        .replace("{kind}", "service")
        .replace("{thing}", &uuid::Uuid::nil().to_string())
        .replace("{file}", "320.jpg");
    let filled = filled
        .replace("{token}", &cast.booking.token)
        .replace("{id}", &cast.booking.id.to_string())
        .replace("{customer}", &cast.booking.customer.to_string())
        .replace("{upload}", &uuid::Uuid::nil().to_string())
        .replace("{photo}", &uuid::Uuid::nil().to_string())
        .replace("{entry}", &uuid::Uuid::nil().to_string())
        .replace("{consent}", &uuid::Uuid::nil().to_string())
        .replace("{import}", &uuid::Uuid::nil().to_string())
        .replace("{export}", &uuid::Uuid::nil().to_string())
        .replace("{group}", &uuid::Uuid::nil().to_string())
        .replace("{question}", &uuid::Uuid::nil().to_string())
        .replace("{option}", &uuid::Uuid::nil().to_string())
        .replace("{note}", &uuid::Uuid::nil().to_string())
        .replace("{seat}", &cast.ben_seat.to_string())
        .replace("{request}", &uuid::Uuid::nil().to_string())
        .replace("{block}", &uuid::Uuid::nil().to_string())
        .replace("{resource}", &cast.salon.staff[0].to_string())
        .replace("{device}", &uuid::Uuid::nil().to_string())
        .replace("{invitation}", &uuid::Uuid::nil().to_string())
        .replace("{service}", &cast.cut.id.to_string())
        .replace("{category}", &uuid::Uuid::nil().to_string())
        .replace("{policy}", &uuid::Uuid::nil().to_string())
        .replace("{feed}", &uuid::Uuid::nil().to_string())
        .replace("{calendar}", &uuid::Uuid::nil().to_string())
        .replace("{occasion}", "confirmed")
        .replace("{language}", "ja")
        .replace("{tables}", &uuid::Uuid::nil().to_string())
        .replace("{coupon}", &uuid::Uuid::nil().to_string())
        .replace("{webhook}", &uuid::Uuid::nil().to_string())
        .replace("{rule}", &uuid::Uuid::nil().to_string())
        .replace("{payment}", &uuid::Uuid::nil().to_string());
    let query = if path.ends_with("/times") {
        format!("?service={}", cast.cut.id)
    } else {
        String::new()
    };
    filled
        .replace("{number}", "999")
        .replace("{part}", "0")
        .replace("{date}", "2026-12-01")
        .replace("{minute}", "600")
        .replace("{provider}", "line")
        .replace("{code}", "1500001")
        .replace("{act}", "approve")
        + &query
}

#[test]
fn everybody_is_answered_as_the_table_says() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let mut wrong = Vec::new();
    for (lang, other) in [("ja", "en"), ("en", "ja")] {
        let people = everybody(&app, &cast);
        for (method, path, answers) in ROUTES.iter() {
            for ((name, browser), wanted) in people.iter().zip(answers) {
                let browser = browser.with_header("accept-language", lang);
                let body = (*method == "POST").then(Vec::new);
                let answer =
                    browser.send(method.parse().unwrap(), &address(path, lang, &cast), body);
                if answer.status != *wanted {
                    wrong.push(format!(
                        "{method} {path} by {name} in {lang}: {} instead of {wanted}",
                        answer.status
                    ));
                }
                wrong.extend(
                    complaints(&answer, lang, other)
                        .into_iter()
                        .map(|why| format!("{method} {path} by {name}: {why}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What every answer has to be, whoever asks (A-109).
pub fn complaints(answer: &Page, lang: &str, other: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if answer.status >= 500 {
        wrong.push(format!("{}", answer.status));
    }
    for (name, part) in [
        ("content-security-policy", "default-src 'none'"),
        ("content-security-policy", "frame-ancestors 'none'"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ] {
        if !answer
            .header(name)
            .is_some_and(|value| value.contains(part))
        {
            wrong.push(format!("{name} does not say {part}"));
        }
    }
    let kind = answer.header("content-type").unwrap_or_default();
    // A picture has no letters.
    let is_said = kind.contains("charset=utf-8") || kind == "image/png";
    if !answer.html.is_empty() && !is_said {
        wrong.push(format!("its content is {kind:?}"));
    }
    if kind.starts_with("text/html") {
        let page = answer.document();
        let written = page.attribute("html", "lang").unwrap_or_default();
        if written != lang || written == other {
            wrong.push(format!("its page is in {written}"));
        }
        if page.all("h1").len() != 1 {
            wrong.push("its page has not one heading".to_owned());
        }
        if !answer.header("cache-control").is_some_and(|value| {
            value.contains("no-store") || value.contains("private") || value.contains("no-cache")
        }) {
            wrong.push(format!(
                "its page may be kept by others: {:?}",
                answer.header("cache-control")
            ));
        }
    } else if answer.status >= 400 {
        wrong.push(format!("an error without a page: {kind:?}"));
    }
    wrong
}

/// Mounted so that another method finds nothing at all, where it should be told of the method. Whoever mends one takes it
/// away here.
const OWED: [&str; 0] = [];

#[test]
fn a_method_that_an_address_does_not_know_is_answered_by_a_page() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = app.browser();
    let known = routes();
    let paths: BTreeSet<&str> = ROUTES.iter().map(|(_, path, _)| *path).collect();
    let (mut wrong, mut owed) = (Vec::new(), BTreeSet::new());
    for path in paths {
        let debtor = OWED
            .iter()
            .find(|owed| **owed == path || (owed.len() > 1 && path.starts_with(**owed)));
        for method in [
            "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW",
        ] {
            if known.contains(&format!("{method} {path}")) {
                continue;
            }
            let asked: Method = method.parse().unwrap();
            let answer = browser.with_header("accept-language", "en").send(
                asked,
                &address(path, "en", &cast),
                None,
            );
            if answer.status == 404 && debtor.is_some() {
                owed.extend(debtor);
            } else if answer.status != 405 {
                wrong.push(format!("{method} {path}: {}", answer.status));
            }
            if answer.html.to_lowercase().contains("trace") || answer.heading().is_empty() {
                wrong.push(format!("{method} {path}: {}", answer.html));
            }
            wrong.extend(
                complaints(&answer, "en", "ja")
                    .into_iter()
                    .map(|why| format!("{method} {path}: {why}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(owed, OWED.iter().collect(), "paid; take it off the list");
}

#[test]
fn what_is_not_there_is_not_there_in_the_readers_language() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for (lang, other, words) in [("ja", "en", "ja,en;q=0.5"), ("en", "ja", "en-GB,en;q=0.9")] {
        let browser = app.browser().with_header("accept-language", words);
        let slug = &cast.salon.slug;
        for path in [
            "/fr".to_owned(),
            format!("/fr/b/{slug}"),
            format!("/de/bookings/{}", cast.booking.token),
            "/nothing".to_owned(),
            format!("/{lang}/nothing"),
            format!("/{lang}/b/no-such-shop"),
            format!("/{lang}/bookings/no-such-token"),
            format!("/{lang}/b/{slug}/"),
            "/static/0000/site.css".to_owned(),
            "/static/../Cargo.toml".to_owned(),
        ] {
            let answer = browser.visit(&path);
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(
                complaints(&answer, lang, other),
                Vec::<String>::new(),
                "{path}"
            );
        }
    }
}

#[test]
fn what_is_anothers_looks_like_what_never_was() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let chika = cast.chika.sign_in(&app);
    let said = |path: &str| {
        let answer = chika.visit(path);
        (
            answer.status,
            answer.text(),
            answer.headers.get("content-length").cloned(),
        )
    };
    let (aois, never) = (
        cast.booking.id.to_string(),
        uuid::Uuid::new_v4().to_string(),
    );
    for page in ["", "/move", "/cancel"] {
        let here = |id: &str| format!("/ja/staff/chika-clinic/bookings/{id}{page}");
        assert_eq!(said(&here(&aois)).0, 404);
        assert_eq!(said(&here(&aois)), said(&here(&never)), "{page}");
    }
    // Nor can she tell Aoi's counter from one that was never built.
    for page in ["/today", "/day", "/print", "/bookings/new"] {
        let (there, nowhere) = (
            format!("/ja/staff/aoi-salon{page}"),
            format!("/ja/staff/no-salon{page}"),
        );
        assert_eq!(said(&there).0, 404);
        assert_eq!(said(&there).1, said(&nowhere).1, "{page}");
    }
}

#[test]
fn a_route_is_read_however_it_is_written() {
    let text = r#"config.service(resource("/a").route(get().to(x)).route(web::post().to(y)))
        .route("/b/{c:.*}", web::get().to(z)).service( web::resource("/d")
            .route(web::get().to(serve)).route(web::head().to(serve)), );"#;
    let found: Vec<String> = mounted(text)
        .into_iter()
        .map(|(method, path)| format!("{method} {path}"))
        .collect();
    assert_eq!(
        found,
        ["GET /a", "POST /a", "GET /d", "HEAD /d", "GET /b/{c}"]
    );
}
