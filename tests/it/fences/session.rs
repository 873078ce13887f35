//! Coming in and going out (A-086, A-088, A-103; ASVS 7): a session is never older than its beginning, and never younger
//! than its end.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    people::{Cast, PASSWORD},
};

const INSIDE: &str = "/ja/account/sessions";

fn come_in(page: &Page) -> Page {
    page.fill("email", "aoi@example.com")
        .fill("password", PASSWORD)
        .send("ログイン")
}

#[test]
fn coming_in_makes_a_new_session_and_the_one_before_is_dead() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    // What somebody else has put there, and what was good before.
    for planted in ["x".to_owned(), cast.ben.sign_in(&app).cookie("oc").unwrap()] {
        let browser = app.browser();
        let page = browser.visit("/ja/account/sign-in");
        browser.set_cookie("oc", &planted);
        assert_eq!(come_in(&page).status, 303);
        let own = browser.cookie("oc").unwrap();
        assert_ne!(own, planted);
        let thief = app.browser();
        thief.set_cookie("oc", &planted);
        assert_eq!(
            thief.visit(INSIDE).status,
            303,
            "what was planted opens nothing"
        );
        assert_eq!(browser.visit(INSIDE).status, 200);
    }
}

#[test]
fn a_cookie_that_was_kept_is_worth_nothing_after_going_out() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.aoi.sign_in(&app);
    let kept = browser.cookie("oc").unwrap();
    let csrf = browser.open("/ja/account/email").field("csrf").value;
    browser.post("/ja/account/sign-out", &[("csrf", &csrf)]);
    browser.set_cookie("oc", &kept);
    assert_eq!(browser.visit(INSIDE).status, 303);
    assert_eq!(browser.visit("/ja/staff/aoi-salon/today").status, 303);
}

#[test]
fn who_is_shut_out_or_gone_is_out_at_the_next_request_everywhere() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for end in ["is_active = false", "deleted_at = now()"] {
        let browsers = [cast.aoi.sign_in(&app), cast.aoi.sign_in(&app)];
        let ended = format!("update accounts.users set {end} where email = 'aoi@example.com'");
        let undone = "update accounts.users set is_active = true, deleted_at = null where email = 'aoi@example.com'";
        let run = |sql: String| {
            app.platform(move |tx| {
                crate::support::sql::run(tx.conn(), &sql);
                Ok(())
            });
        };
        run(ended);
        for browser in browsers {
            assert_eq!(browser.visit(INSIDE).status, 303, "{end}");
            assert_eq!(
                browser.visit("/ja/staff/aoi-salon/today").status,
                303,
                "{end}"
            );
        }
        run(undone.to_owned());
    }
}

#[test]
fn a_session_is_listed_where_it_came_from_and_not_at_the_proxy() {
    let app = TestApp::start(TestOptions {
        trusted_proxies: 1,
        ..TestOptions::default()
    });
    Cast::of(&app);
    let browser = app
        .browser()
        .with_header("x-forwarded-for", "10.9.9.9, 192.0.2.44");
    assert_eq!(come_in(&browser.visit("/ja/account/sign-in")).status, 303);
    let page = browser.visit(INSIDE).text();
    assert!(page.contains("192.0.2.44"), "{page}");
    assert!(
        !page.contains("10.9.9.9") && !page.contains("127.0.0.1"),
        "{page}"
    );
}

#[test]
fn nobody_is_led_away_after_coming_in() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    for next in [
        "//evil.example",
        "https:evil.example",
        "https://evil.example/ja/",
        "/\\evil.example",
        "/%09/evil.example",
        "/ja//evil.example",
        "/ja/\\evil.example",
        "javascript:alert(1)",
        "/ja/@evil.example\r\nx: y",
        "evil.example/ja/",
        "/fr/account",
        "\u{ff0f}/ja/evil",
        "/ja/\u{3002}evil",
    ] {
        let browser = app.browser();
        let query = serde_urlencoded::to_string([("next", next)]).unwrap();
        let page = browser.visit(&format!("/ja/account/sign-in?{query}"));
        assert_eq!(page.status, 200, "{next}");
        let answer = come_in(&page);
        assert_eq!(answer.header("location"), Some("/ja/account"), "{next:?}");
    }
    let page = app
        .browser()
        .visit("/ja/account/sign-in?next=/ja/staff/aoi-salon/day?date=2026-11-21");
    assert_eq!(
        come_in(&page).header("location"),
        Some("/ja/staff/aoi-salon/day?date=2026-11-21")
    );
}
