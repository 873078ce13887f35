//! What breaks tells the reader that it broke, in their language, and nothing else (A-116; ASVS 16.5.1): by an error, by a
//! panic of a page, by a panic in the middle of a transaction. No page of ours does that; these are mounted beside them.

use crate::{
    every_route::complaints,
    support::{
        app::{TestApp, TestOptions},
        browser::Page,
        log,
        people::Cast,
    },
};
use actix_web::{
    HttpResponse,
    error::ErrorInternalServerError,
    web::{self, Data, ServiceConfig},
};
use omotenashi::{
    db,
    web::{
        error::{Error, Result},
        site::Site,
    },
};
use std::thread;

/// What only the log may know.
const WHY: &str = "zzmarker of what broke";

fn annex(config: &mut ServiceConfig) {
    for (word, broken) in [
        ("panic", web::to(panics)),
        ("transaction", web::to(panics_in_a_transaction)),
        ("ours", web::to(fails)),
        ("foreign", web::to(fails_as_a_library_does)),
    ] {
        config.route(&format!("/{{lang:ja|en}}/annex/{word}"), broken);
    }
    config.route("/annex/panic", web::to(panics));
}

async fn panics() -> HttpResponse {
    panic!("{WHY}")
}

async fn panics_in_a_transaction(site: Data<Site>) -> Result {
    let answer = site.db.platform(|_| -> db::Result<()> { panic!("{WHY}") });
    answer.await?;
    Ok(HttpResponse::Ok().finish())
}

async fn fails() -> Result {
    Err(Error::Broken(WHY.to_owned()))
}

async fn fails_as_a_library_does() -> std::result::Result<HttpResponse, actix_web::Error> {
    Err(ErrorInternalServerError(WHY))
}

fn with_annex(connections: u32) -> TestApp {
    TestApp::start(TestOptions {
        connections,
        annex,
        ..TestOptions::default()
    })
}

const WORDS: [(&str, &str, &str, &str); 2] = [
    (
        "ja",
        "en",
        "うまく処理できませんでした",
        "この番号をお知らせください",
    ),
    (
        "en",
        "ja",
        "Something went wrong on our side",
        "please tell us this number",
    ),
];

/// A page like any other, that says that it broke, and its number.
fn generic(page: &Page, (lang, other, heading, number): (&str, &str, &str, &str)) {
    assert_eq!(
        (page.status, page.heading().as_str()),
        (500, heading),
        "{}",
        page.url
    );
    let mut wrong = complaints(page, lang, other);
    wrong.retain(|complaint| complaint != "500");
    assert!(wrong.is_empty(), "{}: {wrong:?}", page.url);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let shown = page.header("x-request-id").unwrap();
    let said = page.text();
    assert!(said.contains(number) && said.contains(shown), "{said}");
    for trace in [
        "zzmarker",
        "panick",
        "thread '",
        ".rs:",
        "src/",
        "backtrace",
    ] {
        assert!(!page.html.contains(trace), "{trace} in {}", page.html);
    }
}

#[test]
fn whatever_breaks_is_one_page_in_the_readers_language_with_its_number_and_nothing_else() {
    let app = with_annex(4);
    let people = [app.browser(), Cast::of(&app).aoi.sign_in(&app)];
    for words in WORDS {
        for word in ["panic", "transaction", "ours", "foreign"] {
            for browser in &people {
                let path = format!("/{}/annex/{word}", words.0);
                for page in [browser.visit(&path), browser.post(&path, &[("a", "b")])] {
                    generic(&page, words);
                    let number = page.header("x-request-id").unwrap();
                    let lines = log::lines(number);
                    assert_eq!(lines.len(), 1, "{path}: {lines:?}");
                    assert!(lines[0].contains("ERROR") && lines[0].contains("broken"));
                }
            }
        }
        // Where the address has no language, it is what the browser asks for.
        let asking = app.browser().with_header("accept-language", words.0);
        generic(&asking.visit("/annex/panic"), words);
    }
}

#[test]
fn a_hundred_panics_leave_nobody_without_an_answer_and_cost_no_place_at_the_database() {
    let app = with_annex(2);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for turn in 0..25 {
                    let word = ["panic", "transaction"][turn % 2];
                    // An answer cut short would fail here.
                    let page = app.browser().visit(&format!("/en/annex/{word}"));
                    assert_eq!(page.status, 500);
                }
            });
        }
    });
    // More at once than there are places, so that each of them is taken again.
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(app.browser().visit("/en").status, 200));
        }
    });
}
