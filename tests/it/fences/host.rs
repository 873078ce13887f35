//! For whom a request is: a host that is not ours finds nothing, and no letter ever names it.

use crate::support::{
    app::{TestApp, TestOptions},
    letters::link,
    people::Cast,
};
use omotenashi::web::fence::is_ours;

#[test]
fn the_hosts_that_an_address_stands_for() {
    for (host, public, ours) in [
        ("yoyaku.example", "https://yoyaku.example", true),
        ("YOYAKU.example:443", "https://yoyaku.example", true),
        ("yoyaku.example", "https://yoyaku.example:443", true),
        ("yoyaku.example:80", "http://yoyaku.example", true),
        ("yoyaku.example:80", "https://yoyaku.example", false),
        ("yoyaku.example:8443", "https://yoyaku.example", false),
        ("yoyaku.example:8443", "https://yoyaku.example:8443", true),
        ("evil.example", "https://yoyaku.example", false),
        (
            "yoyaku.example.evil.example",
            "https://yoyaku.example",
            false,
        ),
        ("evil-yoyaku.example", "https://yoyaku.example", false),
        ("yoyaku.example.", "https://yoyaku.example", false),
        (
            "yoyaku.example@evil.example",
            "https://yoyaku.example",
            false,
        ),
        ("", "https://yoyaku.example", false),
        ("?", "https://yoyaku.example", false),
        ("127.0.0.1", "https://yoyaku.example", false),
        ("localhost:8105", "http://127.0.0.1:8080", true),
        ("[::1]:8105", "http://127.0.0.1:8080", true),
        (
            "127.0.0.1.evil.example:8080",
            "http://127.0.0.1:8080",
            false,
        ),
        ("evil.example:8080", "http://127.0.0.1:8080", false),
        ("localhost:evil", "http://127.0.0.1:8080", false),
    ] {
        assert_eq!(is_ours(host, public), ours, "{host} at {public}");
    }
}

#[test]
fn another_host_finds_nothing_and_is_not_repeated() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let slug = &cast.salon.slug;
    for host in [
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
    ] {
        let browser = app.browser().with_header("host", host);
        for path in [
            "/",
            "/ja",
            &format!("/ja/b/{slug}"),
            "/ja/account/sign-in",
            "/static/x/y",
            "/dev/mail",
        ] {
            let answer = browser.visit(path);
            assert_eq!(answer.status, 400, "{path} at {host}");
            let said = format!("{:?} {}", answer.headers, answer.html);
            assert!(!said.contains("evil"), "{said}");
            assert!(answer.header("x-request-id").is_some());
            assert!(answer.header("content-security-policy").is_some());
        }
        assert_eq!(
            browser
                .post("/ja/account/reset", &[("email", "aoi@example.com")])
                .status,
            400
        );
        for path in ["/healthz", "/readyz"] {
            assert_eq!(
                browser.visit(path).status,
                200,
                "who runs the site asks by number"
            );
        }
    }
    assert!(app.letters().is_empty());
}

#[test]
fn links_in_letters_and_pages_name_the_set_host_whatever_a_request_says() {
    let app = TestApp::start(TestOptions::default());
    let _cast = Cast::of(&app);
    let liar = ["x-forwarded-host", "forwarded", "x-original-host", "x-host"];
    let mut browser = app.browser().with_header("x-forwarded-proto", "https");
    for header in liar {
        browser = browser.with_header(header, "host=evil.example");
    }
    for (path, button) in [
        ("/en/account/reset", "Send the link"),
        ("/en/account/code", "Send the code"),
    ] {
        let page = browser.open(path);
        assert!(!page.html.contains("evil"));
        page.fill("email", "aoi@example.com").press(button);
    }
    let letters = app.letters();
    assert_eq!(letters.len(), 2);
    for letter in &letters {
        assert!(!format!("{letter:?}").contains("evil"));
    }
    let with_link = letters
        .iter()
        .find(|letter| letter.text.contains("/reset/"))
        .unwrap();
    assert!(with_link.text.contains(&app.url(&link(with_link))));
}
