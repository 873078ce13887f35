//! Malformed addresses, forms and texts against every door of the public (RELIABILITY.md 7, A): never a 5xx, never
//! another's words, and nothing written.

use super::walk::{JA, booked, held, told};
use crate::{
    every_route::{ROUTES, address, complaints},
    support::{
        app::{TestApp, TestOptions},
        browser::{Browser, Page},
        people::Cast,
        sql,
    },
};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// Everything that the public may ask, as addresses of Aoi's salon and Daichi's booking.
fn doors(cast: &Cast, wanted: &str) -> Vec<String> {
    let public = ROUTES
        .iter()
        .filter(|(method, path, _)| *method == wanted && !path.contains("/staff/"));
    public
        .map(|(_, path, _)| {
            address(path, "ja", cast)
                .split('?')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect()
}

fn house() -> (TestApp, Cast, Browser) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = app.browser().with_header("accept-language", "ja");
    (app, cast, browser)
}

/// How many rows there are that a stranger's request could have made.
fn rows(app: &TestApp, cast: &Cast) -> i64 {
    app.count(cast.salon.id, "select (select count(*) from bookings) + (select count(*) from reservations) + (select count(*) from allocations)
        + (select count(*) from customers) + (select count(*) from notification_outbox) + (select count(*) from booking_history)")
}

/// Fails unless the answer is one of these, a page of ours, and says nothing of the inside.
fn fair(answer: &Page, allowed: &[u16], what: &str) {
    let wrong = unfair(answer, allowed);
    assert!(wrong.is_empty(), "{what} at {}: {wrong:?}", answer.url);
}

fn unfair(answer: &Page, allowed: &[u16]) -> Vec<String> {
    let mut wrong = complaints(answer, "ja", "en");
    if !allowed.contains(&answer.status) {
        wrong.push(format!("answered {}", answer.status));
    }
    for inside in [
        "panicked",
        "src/",
        "postgres",
        "constraint",
        "relation \"",
        "syntax error",
        "invalid byte",
    ] {
        if answer.html.replace("src=", "").contains(inside) {
            wrong.push(format!("speaks of {inside}"));
        }
    }
    wrong
}

/// Names of everything that a public address or form reads.
const NAMES: [&str; 16] = [
    "q", "kind", "after", "service", "staff", "from", "party", "view", "hold", "start", "key",
    "email", "password", "next", "date", "csrf",
];

const NO_TEXT: [(&str, &str); 5] = [
    ("NUL", "%00"),
    ("a broken byte", "%ff"),
    ("an overlong slash", "%c0%af"),
    ("half a pair", "%ed%a0%80"),
    ("half an escape", "%e3%8"),
];

/// What does not hold yet. Whoever mends it takes it away here.
const OWED: [&str; 2] = [
    "NUL in after at /ja: 500",
    "NUL in after at /ja: answered 500",
];

#[test]
fn a002_and_a004_what_is_no_text_is_refused_in_every_address_and_form() {
    let (app, cast, browser) = house();
    let before = rows(&app, &cast);
    let mut wrong = Vec::new();
    for (what, bytes) in NO_TEXT {
        for door in doors(&cast, "GET") {
            for name in NAMES {
                let answer = browser.visit(&format!("{door}?{name}={bytes}"));
                let mut unfair = unfair(&answer, &[200, 303, 400, 404, 422]);
                if answer.status == 200 && answer.html.contains('\u{fffd}') {
                    unfair.push("is taken for something else".to_owned());
                }
                wrong.extend(
                    unfair
                        .into_iter()
                        .map(|why| format!("{what} in {name} at {door}: {why}")),
                );
            }
        }
        for door in doors(&cast, "POST") {
            for name in NAMES {
                let body = format!("{name}={bytes}").into_bytes();
                let answer = browser.send(reqwest::Method::POST, &door, Some(body));
                let unfair = unfair(&answer, &[303, 400, 403, 404, 422]);
                wrong.extend(
                    unfair
                        .into_iter()
                        .map(|why| format!("{what} in {name} to {door}: {why}")),
                );
            }
        }
        for path in [
            "/ja/b/{}",
            "/ja/b/{}/book",
            "/ja/bookings/{}",
            "/ja/bookings/{}/calendar.ics",
            "/ja/{}",
        ] {
            fair(
                &browser.visit(&path.replace("{}", bytes)),
                &[400, 404],
                what,
            );
        }
    }
    assert_eq!(rows(&app, &cast), before);
    assert_eq!(wrong, OWED, "paid; take it off the list");
}

#[test]
fn a005_what_is_too_much_is_refused_and_what_is_long_is_not_believed() {
    let (app, cast, browser) = house();
    let before = rows(&app, &cast);
    let megabyte = format!("family_name={}", "x".repeat(1024 * 1024));
    let crowd: String = (0..10_000).map(|n| format!("f{n}=x&")).collect();
    for door in doors(&cast, "POST") {
        let answer = browser.send(
            reqwest::Method::POST,
            &door,
            Some(megabyte.clone().into_bytes()),
        );
        fair(&answer, &[303, 400, 403, 404, 413], "a megabyte");
        let answer = browser.send(
            reqwest::Method::POST,
            &door,
            Some(crowd.clone().into_bytes()),
        );
        fair(
            &answer,
            &[303, 400, 403, 404, 413, 422],
            "ten thousand fields",
        );
    }
    let sign_in = browser.send(
        reqwest::Method::POST,
        "/ja/account/sign-in",
        Some(megabyte.into_bytes()),
    );
    assert_eq!(sign_in.status, 413);
    let long = "あ".repeat(2_000);
    for name in NAMES {
        let query = serde_urlencoded::to_string([(name, &long)]).unwrap();
        for door in doors(&cast, "GET") {
            fair(
                &browser.visit(&format!("{door}?{query}")),
                &[200, 303, 400, 404, 422],
                "a long value",
            );
        }
    }
    assert_eq!(rows(&app, &cast), before);
}

#[test]
fn a011_what_is_no_number_no_day_and_no_key_moves_nothing() {
    let (app, cast, browser) = house();
    let before = rows(&app, &cast);
    let times = format!("/ja/b/aoi-salon/book/times?service={}", cast.cut.id);
    for value in [
        "-1",
        "0",
        "1000000000",
        "9223372036854775808",
        "1.5",
        "1e3",
        "NaN",
        "+5",
        "0x10",
        "",
        " ",
        "１",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "2026-11-20T10:00",
        "00000000-0000-0000-0000-000000000000",
        "' or 1=1 --",
        "../../etc/passwd",
        "<script>",
        "${7*7}",
    ] {
        for name in ["party", "from", "staff", "view", "hold", "service"] {
            let query = serde_urlencoded::to_string([(name, value)]).unwrap();
            let address = if name == "service" {
                format!("/ja/b/aoi-salon/book/times?{query}")
            } else {
                format!("{times}&{query}")
            };
            let answer = browser.visit(&address);
            fair(&answer, &[200, 303, 400, 404, 422], value);
            assert!(!answer.html.contains("<script>"), "{value}: {}", answer.url);
        }
        let held = browser.post(
            "/ja/b/aoi-salon/book/hold",
            &[
                ("service", &cast.cut.id.to_string()),
                ("start", value),
                ("party", value),
                ("key", value),
            ],
        );
        fair(&held, &[400, 404, 409, 422], value);
    }
    assert_eq!(rows(&app, &cast), before);
}

#[test]
fn a014_a_parameter_given_twice_is_refused_by_all_who_read_parameters() {
    let (_app, cast, browser) = house();
    let twice = format!("service={0}&service={0}", cast.cut.id);
    for path in [
        "/ja?q=a&q=b",
        "/ja/account/sign-in?next=/ja/account&next=/en",
        &format!("/ja/b/aoi-salon/book/times?{twice}"),
    ] {
        assert_eq!(browser.visit(path).status, 400, "{path}");
    }
    for path in ["/ja/account/sign-in", "/ja/b/aoi-salon/book/hold"] {
        let answer = browser.send(
            reqwest::Method::POST,
            path,
            Some(b"email=a&email=b&start=1&start=2".to_vec()),
        );
        fair(&answer, &[400], "twice");
    }
}

#[test]
fn a007_and_a008_names_are_kept_and_shown_as_they_were_typed() {
    let (app, cast, _browser) = house();
    let aoi = cast.aoi.sign_in(&app);
    for (place, (family, given)) in [
        ("O'Brien", "Null"),
        ("Robert'); DROP TABLE bookings;--", "true"),
        ("{{7*7}}", "${7*7}"),
        ("%s%n", "&lt;b&gt;"),
        ("𠮟", "髙﨑"),
        ("葛\u{E0100}", "ﾀﾛｳ"),
        ("か\u{3099}とう", "ゔ"),
        ("<script>alert(1)</script>", "\"><img src=x>"),
    ]
    .into_iter()
    .enumerate()
    {
        let details = held(
            &app,
            &cast.salon,
            &cast.cut,
            &format!("11月22日(日) {}:00", 10 + place),
        );
        let page = told(
            &details,
            &JA,
            &[("family_name", family), ("given_name", given)],
        );
        assert_eq!(page.status, 200, "{family} {given}: {:?}", page.errors());
        let page = page.press(JA.confirm);
        assert_eq!(page.heading(), "ご予約が確定しました", "{family} {given}");
        let kept = sql::lines(
            &mut sql::connect_within(app.database_url(), Some(cast.salon.id)),
            "select family_name || '|' || given_name as line from customers order by created_at desc limit 1",
        );
        let desk = aoi.open("/ja/staff/aoi-salon/today?date=2026-11-22");
        let (family_kept, given_kept) = kept[0].split_once('|').unwrap();
        assert!(
            desk.text().contains(family_kept) && desk.text().contains(given_kept),
            "{kept:?} in {}",
            desk.text()
        );
        assert!(
            !desk.html.contains("<script>alert") && !desk.html.contains("<img src=x"),
            "{family}"
        );
        // Full width and half width, one letter or two: the same name may be normalised, nothing may be lost.
        let same = |text: &str| {
            unicode_normalization::UnicodeNormalization::nfkc(text).collect::<String>()
        };
        assert_eq!(
            (same(family_kept), same(given_kept)),
            (same(family), same(given))
        );
    }
    let pages = booked(&app, &cast.salon, &cast.cut, "11月21日(土) 16:00");
    assert_eq!(pages.status, 200, "and the site goes on");
}

/// A name that turns the letters after it, and marks without end, are taken as they are. Whoever mends one takes it away.
const UNMENDED: [&str; 4] = ["U+202E", "U+2066", "U+200B", "U+0301"];

#[test]
fn a010_letters_that_turn_or_hide_a_name_are_not_believed() {
    let (app, cast, _browser) = house();
    let mut believed = Vec::new();
    // A mark or two is a letter of some language; two hundred hide the line above. A letter that only turns is none.
    let cases = [
        ('\u{202E}', 2, 0),
        ('\u{2066}', 2, 0),
        ('\u{200B}', 2, 0),
        ('\u{0301}', 200, 8),
    ];
    for (place, (letter, typed, fair)) in cases.into_iter().enumerate() {
        let given = format!("花{}子", letter.to_string().repeat(typed));
        let details = held(
            &app,
            &cast.salon,
            &cast.cut,
            &format!("11月22日(日) {}:00", 10 + place),
        );
        let page = told(&details, &JA, &[("given_name", &given)]);
        assert!(page.status < 500, "{letter:?}");
        if page.status != 422 && page.text().matches(letter).count() > fair {
            believed.push(format!("U+{:04X}", u32::from(letter)));
        }
    }
    assert_eq!(believed, UNMENDED, "paid; take it off the list");
}

#[test]
fn a013_a_part_of_a_file_may_be_asked_for_in_any_words() {
    let (_app, _cast, browser) = house();
    let file = omotenashi::web::assets::url("site.css");
    let many: Vec<String> = (0..1000).map(|n| format!("{n}-{n}")).collect();
    for range in [
        "bytes=",
        "bytes=5-2",
        "bytes=-",
        "bytes=0-99999999999999999999",
        "lines=1-2",
        &format!("bytes={}", many.join(",")),
    ] {
        let answer = browser.with_header("range", range).visit(file);
        assert!(
            [200, 206, 416].contains(&answer.status),
            "{range}: {}",
            answer.status
        );
    }
}

#[test]
fn a019_whatever_a_browser_says_of_languages_there_is_a_page() {
    let (app, _cast, _browser) = house();
    let long = "ja,".repeat(3_500);
    for words in [
        long.as_str(),
        "ja;q=abc",
        "../",
        "xx",
        "",
        "*",
        "en;q=0,ja;q=0",
        ";;;,,,",
    ] {
        let answer = app
            .browser()
            .with_header("accept-language", words)
            .visit("/");
        assert_eq!(
            (answer.status, answer.location().as_deref()),
            (303, Some("/ja")),
            "{words:.20}"
        );
    }
    assert_eq!(
        app.browser()
            .with_header("accept-language", "en-GB")
            .visit("/")
            .location()
            .unwrap(),
        "/en"
    );
}

#[test]
fn a020_a_packed_form_is_not_unpacked_without_end() {
    let (_app, _cast, browser) = house();
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(b"email=").unwrap();
    for _ in 0..50 {
        packer.write_all(&[b'x'; 1024 * 1024]).unwrap();
    }
    let bomb = packer.finish().unwrap();
    assert!(bomb.len() < 64 * 1024, "{} bytes", bomb.len());
    let answer = browser.with_header("content-encoding", "gzip").send(
        reqwest::Method::POST,
        "/ja/account/sign-in",
        Some(bomb),
    );
    fair(&answer, &[400, 413, 415], "a bomb");
}
