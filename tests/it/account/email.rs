//! Another address for an account: both ends agree, or nothing changes.

use super::sign_in;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, PASSWORD},
};
use chrono::TimeDelta;

const CHANGE: &str = "/en/account/email";
const NEW: &str = "daichi.new@example.com";

fn wish(browser: &Browser, email: &str, password: &str) -> Page {
    let page = browser.open(CHANGE);
    let filled = page.fill("new_email", email).fill("password", password);
    filled.press("Send confirmation emails")
}

fn agree(app: &TestApp, link: &str) -> Page {
    let english = link.replacen("/ja/", "/en/", 1);
    app.browser().open(&english).press("Confirm the change")
}

/// The links of the letters that are due: to the old address, to the new one.
fn links(app: &TestApp) -> [String; 2] {
    let letters = app.letters();
    ["daichi@example.com", NEW].map(|to| {
        let letter = letters.iter().find(|letter| letter.to == to);
        link(letter.unwrap_or_else(|| panic!("nothing to {to}: {letters:#?}")))
    })
}

fn comes_in(app: &TestApp, email: &str) -> bool {
    sign_in(app, email, PASSWORD).status == 200
}

#[test]
fn an_address_changes_when_both_ends_have_agreed_in_either_order() {
    for first in [0, 1] {
        let app = TestApp::start(TestOptions::default());
        let cast = Cast::of(&app);
        let browser = cast.daichi.sign_in(&app);
        let sent = wish(&browser, NEW, PASSWORD);
        assert_eq!(
            (sent.status, sent.heading().as_str()),
            (200, "Check your email")
        );
        let ends = links(&app);
        for link in &ends {
            let page = app.browser().visit(link);
            assert_eq!(page.status, 200);
            assert!(page.text().contains(NEW) && page.text().contains("daichi@example.com"));
        }
        assert!(
            comes_in(&app, "daichi@example.com"),
            "looking changes nothing"
        );
        let half = agree(&app, &ends[first]);
        assert_eq!(half.heading(), "Confirmed");
        assert!(comes_in(&app, "daichi@example.com") && !comes_in(&app, NEW));
        let again = app
            .browser()
            .visit(&ends[first].replacen("/ja/", "/en/", 1));
        assert_eq!(again.status, 410, "one end agrees once");
        assert!(
            again.text().contains("already confirmed"),
            "{}",
            again.text()
        );
        let done = agree(&app, &ends[1 - first]);
        assert_eq!(done.heading(), "Your email address was changed");
        assert!(comes_in(&app, NEW) && !comes_in(&app, "daichi@example.com"));
        assert_eq!(browser.visit(CHANGE).status, 200, "the session goes on");
        let told = app.letter();
        assert_eq!(told.to, "daichi@example.com");
        assert_eq!(
            told.subject,
            "【Omotenashi Connect】メールアドレスが変更されました"
        );
        assert!(
            told.text.contains("お心当たりがないときは"),
            "{}",
            told.text
        );
        for link in &ends {
            assert_eq!(app.browser().visit(link).status, 410);
        }
    }
}

#[test]
fn what_is_wrong_is_said_and_the_password_is_asked_for() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    for (email, complaint) in [
        ("", "Enter your email address"),
        (
            "Daichi@Example.com",
            "That's your current address. Enter a different one",
        ),
    ] {
        let page = wish(&browser, email, PASSWORD);
        assert_eq!(page.status, 422);
        let said = page.error("new_email").unwrap();
        assert_eq!(said, complaint);
        assert_eq!(page.field("new_email").value, email);
    }
    let wrong = wish(&browser, NEW, "not this one");
    assert_eq!(
        wrong.error("password").as_deref(),
        Some("That password is wrong. Please try again")
    );
    assert_eq!(wrong.field("new_email").value, NEW);
    assert!(app.letters().is_empty());
}

#[test]
fn an_address_of_somebody_else_is_not_written_to_and_nobody_is_told() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    // What was typed is shown again, and is all that differs.
    let told = |email: &str| {
        let text = wish(&browser, email, PASSWORD).text().to_lowercase();
        text.replace(&email.to_lowercase(), "…")
    };
    let free = told(NEW);
    app.letters();
    assert_eq!(told("AOI@example.com"), free);
    assert_eq!(app.letter().to, "daichi@example.com");
}

#[test]
fn an_address_that_was_taken_meanwhile_changes_nothing() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    wish(&cast.daichi.sign_in(&app), NEW, PASSWORD);
    let [old, new] = links(&app);
    agree(&app, &old);
    crate::support::people::a_person(&app, "daichi.new", "Another Daichi", "customer");
    let late = agree(&app, &new);
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(comes_in(&app, "daichi@example.com"));
}

#[test]
fn links_die_after_a_day_and_with_a_newer_wish() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    wish(&browser, NEW, PASSWORD);
    let first = links(&app);
    wish(&browser, NEW, PASSWORD);
    let second = links(&app);
    for link in &first {
        assert_eq!(app.browser().visit(link).status, 410);
    }
    agree(&app, &second[0]);
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::hours(24));
    assert_eq!(app.browser().visit(&second[1]).status, 410);
    assert!(comes_in(&app, "daichi@example.com"));
}

#[test]
fn wishes_have_their_limit() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    for _ in 0..5 {
        assert_eq!(wish(&browser, NEW, PASSWORD).status, 200);
    }
    assert_eq!(wish(&browser, NEW, PASSWORD).status, 429);
}
