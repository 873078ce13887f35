//! Whoever guesses at the links of letters and bookings: is told to wait, learns nothing by being near, and would find
//! nothing in the tables either.

use super::erase::{all_seeing, tables};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    letters::link,
    people::Cast,
    sql,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use omotenashi::{base::token::Token, web::crowd::Limits};
use std::{sync::Mutex, thread};

fn site() -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions {
        trusted_proxies: 1,
        limits: Limits::REAL,
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    (app, cast)
}

/// The link with which Daichi gets a new password.
fn reset(app: &TestApp) -> String {
    let page = app.browser().open("/en/account/reset");
    page.fill("email", "daichi@example.com")
        .press("Send the link");
    link(&app.letter())
}

fn visit(app: &TestApp, address: &str, path: &str) -> Page {
    app.browser()
        .with_header("x-forwarded-for", address)
        .visit(path)
}

/// Every kind of address that has a key in it; the last is written so that it looks like another.
const KINDS: [&str; 6] = [
    "/ja/bookings/{}",
    "/ja/bookings/{}/cancel",
    "/en/account/reset/{}",
    "/en/account/verification/{}",
    "/ja/account/invitation/{}",
    "/ja/bookin%67s/{}",
];

/// The tenth part of ten thousand: what is told to wait costs the same each time.
#[test]
fn a_thousand_guesses_are_a_hundred_and_whoever_has_a_link_opens_it() {
    let (app, cast) = site();
    let (own, reset) = (format!("/ja/bookings/{}", cast.booking.token), reset(&app));
    let (wrong, told) = (Mutex::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for turn in 0..250 {
                    let path = KINDS[turn % KINDS.len()].replace("{}", &Token::random().text());
                    let page = visit(&app, "192.0.2.66", &path);
                    match page.status {
                        404 | 410 => *wrong.lock().unwrap() += 1,
                        429 => told
                            .lock()
                            .unwrap()
                            .push(page.header("retry-after").map(str::to_owned)),
                        other => panic!("{path}: {other}"),
                    }
                }
            });
        }
    });
    let (wrong, told) = (wrong.into_inner().unwrap(), told.into_inner().unwrap());
    // Five are written down at once, and four were asking just then.
    assert!((100..=110).contains(&wrong), "{wrong}");
    assert_eq!(wrong + told.len(), 1_000);
    assert!(told.iter().all(|again| again.as_deref() == Some("900")));
    let before = app.statements();
    for kind in &KINDS[..5] {
        let guess = kind.replace("{}", &Token::random().text());
        assert_eq!(visit(&app, "192.0.2.66", &guess).status, 429, "{kind}");
    }
    assert_eq!(app.statements(), before, "the database is not even asked");
    for link in [&own, &reset] {
        assert_eq!(visit(&app, "192.0.2.66", link).status, 429);
        assert_eq!(
            visit(&app, "192.0.2.67", link).status,
            200,
            "from elsewhere"
        );
    }
    assert_eq!(
        visit(&app, "192.0.2.66", "/ja").status,
        200,
        "the rest is open"
    );
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::minutes(15));
    assert_eq!(
        visit(&app, "192.0.2.66", &own).status,
        200,
        "and later this, too"
    );
}

/// The same key with one letter changed.
fn nearly(token: &str) -> String {
    let mut letters: Vec<char> = token.chars().collect();
    letters[20] = if letters[20] == 'A' { 'B' } else { 'A' };
    letters.into_iter().collect()
}

/// Time itself is not measured: what would take it is counted.
#[test]
fn a_guess_that_is_nearly_right_is_answered_as_any_other() {
    let (app, cast) = site();
    let reset = reset(&app);
    let (_, reset) = reset.rsplit_once('/').unwrap();
    for (kind, right) in [
        (KINDS[0], &*cast.booking.token),
        (KINDS[1], &*cast.booking.token),
        (KINDS[2], reset),
    ] {
        let answered = |token: &str| {
            let before = app.statements();
            let page = visit(&app, "192.0.2.1", &kind.replace("{}", token));
            let number = page.header("x-request-id").unwrap().to_owned();
            let said = page.html.replace(token, "…").replace(&number, "№");
            (page.status, said, app.statements() - before)
        };
        assert_eq!(answered(right).0, 200);
        let any = answered(&Token::random().text());
        assert!([404, 410].contains(&any.0));
        assert_eq!(answered(&nearly(right)), any, "{kind}");
    }
}

#[test]
fn no_table_holds_a_key_and_some_hold_its_hash() {
    let (app, cast) = site();
    let reset = reset(&app);
    let keys = [
        cast.booking.token.clone(),
        reset.rsplit('/').next().unwrap().to_owned(),
    ];
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let mut connection = all_seeing(&app);
    let mut found = |mark: &str| -> usize {
        let all = tables(&mut connection).into_iter().map(|table| {
            let rows = format!(
                "select '.' as line from {table} held where position('{mark}' in held::text) > 0"
            );
            sql::lines(&mut connection, &rows).len()
        });
        all.sum()
    };
    for key in &keys {
        let bytes = URL_SAFE_NO_PAD.decode(key).unwrap();
        let ways = [key.clone(), hex(key.as_bytes()), hex(&bytes)];
        assert_eq!(ways.map(|mark| found(&mark)), [0; 3]);
        let hash = Token::parse(key).unwrap().hash();
        assert_eq!(found(&hex(&hash)), 1);
    }
}
