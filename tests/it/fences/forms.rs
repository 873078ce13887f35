//! Every form of the house, sent by somebody else: from another site, without its key, with another's.

use crate::{
    every_route::{ROUTES, address},
    public::looking::everything,
    support::{
        app::{TestApp, TestOptions},
        browser::Browser,
        people::Cast,
    },
};
use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// Forms that whoever has their address may send: what they carry, or their address itself, is all they ask for. What
/// another site would have them sent with is refused like everything else.
const WITHOUT_KEY: &[&str] = &[
    "/{lang}/b/{slug}/book/",
    "/{lang}/b/{slug}/polls/",
    "/{lang}/b/{slug}/letters/",
    "/{lang}/b/{slug}/waitlist",
    "/{lang}/b/{slug}/waitlist/",
    "/{lang}/bookings/{token}/",
    "/{lang}/account/sign-in",
    "/{lang}/account/sign-up",
    "/{lang}/account/sign-up/again",
    "/{lang}/account/code",
    "/{lang}/account/code/{token}",
    "/{lang}/account/reset",
    "/{lang}/account/reset/{token}",
    "/{lang}/account/verification/{token}",
    "/{lang}/account/email/{token}",
    // Without its key it changes nothing: see below.
    "/{lang}/account/sign-out",
    // For whoever is not all the way in; others are sent on.
    "/{lang}/account/second-step",
    // The digits of somebody at the shop's tablet; other browsers are sent to sign in.
    "/{lang}/staff/{slug}/counter",
    "/{lang}/staff/{slug}/counter/passkey",
    "/{lang}/staff/{slug}/counter/passkey/answer",
    // For whoever has no account; of whoever has one it asks for their key.
    "/{lang}/account/invitation/{token}",
    // For whoever has no account; what a provider told waits for this browser's cookie alone.
    "/{lang}/account/identities/new",
];

/// What ends in a stroke stands for all below it.
fn is_open(path: &str) -> bool {
    let is = |open: &&str| path == *open || (open.ends_with('/') && path.starts_with(*open));
    WITHOUT_KEY.iter().any(is)
}

fn posts() -> impl Iterator<Item = &'static (&'static str, &'static str, [u16; 5])> {
    let reading = ["GET", "HEAD"];
    ROUTES
        .iter()
        .filter(move |(method, ..)| !reading.contains(method))
}

/// The key of the forms of whoever uses this browser.
fn key(browser: &Browser) -> String {
    let page = browser.open("/ja/account/email");
    let key = page.field("csrf").value;
    assert!(key.len() >= 32, "{}", page.text());
    key
}

/// The status of a post written by hand, with or without what a browser says of its origin.
fn sent(app: &TestApp, path: &str, headers: &[(&str, &str)], body: &str) -> u16 {
    let host = app.url("").replace("http://", "");
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n",
        body.len()
    );
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    let mut line = TcpStream::connect(host).unwrap();
    line.write_all(format!("{request}\r\n{body}").as_bytes())
        .unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    answer[9..12].parse().unwrap()
}

#[test]
fn no_form_is_taken_from_another_site_whoever_is_signed_in() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let body = format!("csrf={}", key(&aoi));
    let cookie = format!("oc={}", aoi.cookie("oc").unwrap());
    let before = everything(&app, cast.salon.id);
    let host = app.url("").replace("http://", "");
    for (_, path, _) in posts() {
        let path = address(path, "ja", &cast);
        for elsewhere in [
            &[("Sec-Fetch-Site", "cross-site")][..],
            &[("Sec-Fetch-Site", "same-site")],
            &[("Sec-Fetch-Site", "cross-site"), ("Origin", &app.url(""))],
            &[("Sec-Fetch-Site", "")],
            &[("Origin", "https://evil.example")],
            &[("Origin", "null")],
            &[("Origin", &host)],
            &[("Origin", "http://127.0.0.1:1")],
            &[("Origin", "\u{ff}")],
        ] {
            let mut headers = elsewhere.to_vec();
            headers.push(("Cookie", &cookie));
            assert_eq!(
                sent(&app, &path, &headers, &body),
                403,
                "{path} {elsewhere:?}"
            );
        }
    }
    assert_eq!(everything(&app, cast.salon.id), before);
    // The same by hand from our own pages is let in, so what was refused was the other site.
    let own = [("Origin", app.url("")), ("Cookie", cookie)];
    let own = own.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_ne!(sent(&app, "/ja/account/email", &own, &body), 403);
}

#[test]
fn no_form_of_somebody_signed_in_is_taken_without_their_own_key() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (aoi, other) = (cast.aoi.sign_in(&app), cast.aoi.sign_in(&app));
    let foreign = [
        String::new(),
        "x".to_owned(),
        key(&cast.ben.sign_in(&app)),
        key(&other),
        key(&aoi).to_lowercase(),
        format!("{} ", key(&aoi)),
    ];
    let own = key(&aoi);
    let before = everything(&app, cast.salon.id);
    let mut keyed = 0;
    for (_, path, answers) in posts() {
        // What is not Aoi's at all is not there for her, with whatever key.
        if answers[0] == 404 || is_open(path) {
            continue;
        }
        keyed += 1;
        let there = address(path, "ja", &cast);
        for key in &foreign {
            let answer = aoi.post(&there, &[("csrf", key)]);
            // A form that carries a file is none without it; `operator::papers` sends one.
            let wanted = if answers[0] == 400 { 400 } else { 403 };
            assert_eq!(answer.status, wanted, "{path} with {key:?}");
        }
    }
    assert_eq!(everything(&app, cast.salon.id), before);
    let answer = aoi.post("/ja/account/email", &[("csrf", &own)]);
    assert_eq!(answer.status, 422, "with its own key it is read");
    for kind in ["text/plain", "application/json", "multipart/form-data", ""] {
        let odd = aoi.with_header("content-type", kind);
        let answer = odd.post("/ja/account/email", &[("csrf", &own)]);
        assert_eq!(answer.status, 400, "{kind}");
    }
    assert!(keyed >= 8, "{keyed}");
}

#[test]
fn a_foreign_key_signs_nobody_out() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let bens = key(&cast.ben.sign_in(&app));
    for key in ["", &bens] {
        aoi.post("/ja/account/sign-out", &[("csrf", key)]);
        assert_eq!(aoi.visit("/ja/account/sessions").status, 200);
    }
    let answer = aoi.post("/ja/account/sign-out", &[("csrf", &key(&aoi))]);
    assert_eq!(
        answer.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    assert_eq!(aoi.visit("/ja/account/sessions").status, 303);
}

#[test]
fn looking_at_any_page_changes_nothing_whoever_looks() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let mut browsers = vec![app.browser()];
    for person in [&cast.aoi, &cast.ben, &cast.chika, &cast.daichi] {
        browsers.push(person.sign_in(&app));
    }
    let before = everything(&app, cast.salon.id);
    for (method, path, _) in ROUTES.iter() {
        if *method == "GET" {
            for browser in &browsers {
                browser.visit(&address(path, "en", &cast));
            }
        }
    }
    assert_eq!(everything(&app, cast.salon.id), before);
}
