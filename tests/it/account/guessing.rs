//! Whoever guesses passwords is slowed down, and nobody else is.

use super::sign_in;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Browser,
    people::{Cast, PASSWORD},
};
use chrono::TimeDelta;
use omotenashi::domain::accounts::known_device::{issue, recognise};
use std::sync::atomic::{AtomicUsize, Ordering};

const SIGN_IN: &str = "/en/account/sign-in";

fn guess(browser: &Browser, email: &str, password: &str) -> u16 {
    browser
        .post(SIGN_IN, &[("email", email), ("password", password)])
        .status
}

/// Ten thousand guesses at Aoi's password, eight at a time, from eight hundred networks.
fn attack(app: &TestApp) -> [usize; 2] {
    let (wrong, slowed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for attacker in 0..8 {
            let (wrong, slowed) = (&wrong, &slowed);
            scope.spawn(move || {
                for number in 0..1_250 {
                    let address = format!("10.{attacker}.{}.1", number % 100);
                    let browser = app.browser().with_header("x-forwarded-for", &address);
                    match guess(&browser, "aoi@example.com", &format!("guess {number}")) {
                        422 => wrong.fetch_add(1, Ordering::Relaxed),
                        429 => slowed.fetch_add(1, Ordering::Relaxed),
                        other => panic!("{other}"),
                    };
                }
            });
        }
    });
    [wrong.into_inner(), slowed.into_inner()]
}

#[test]
fn ten_thousand_guesses_from_everywhere_are_five_and_the_owner_comes_in_all_the_while() {
    let app = TestApp::start(TestOptions {
        trusted_proxies: 1,
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    let own = cast.aoi.sign_in(&app);
    let [wrong, slowed] = attack(&app);
    assert_eq!((wrong, slowed), (5, 9_995));
    let from_own = own.with_header("x-forwarded-for", "192.0.2.7");
    for _ in 0..3 {
        assert_eq!(
            guess(&from_own, "aoi@example.com", PASSWORD),
            303,
            "a browser that was in before"
        );
    }
    let new = app.browser().with_header("x-forwarded-for", "192.0.2.8");
    assert_eq!(
        guess(&new, "aoi@example.com", PASSWORD),
        429,
        "a new one waits"
    );
    assert_eq!(
        guess(&new, "ben@example.com", PASSWORD),
        303,
        "others do not"
    );
    // And even a new one need not wait for a code.
    let page = app.browser().open("/en/account/code");
    let page = page.fill("email", "aoi@example.com").press("Send the code");
    let letter = app.letter();
    let (_, digits) = letter.subject.rsplit_once(' ').unwrap();
    assert!(
        page.fill("code", digits)
            .press("Sign in")
            .browser
            .cookie("oc")
            .is_some()
    );
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::minutes(15));
    let later = app.browser().with_header("x-forwarded-for", "192.0.2.9");
    assert_eq!(guess(&later, "aoi@example.com", PASSWORD), 303);
}

#[test]
fn a_browser_that_was_in_before_may_not_guess_without_end_either() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let own = cast.aoi.sign_in(&app);
    for _ in 0..5 {
        assert_eq!(guess(&own, "aoi@example.com", "not this one"), 422);
    }
    assert_eq!(guess(&own, "aoi@example.com", PASSWORD), 429);
    assert_eq!(
        sign_in(&app, "aoi@example.com", PASSWORD).status,
        200,
        "its tries are its own"
    );
    assert_eq!(
        guess(&own, "ben@example.com", "not this one"),
        422,
        "for Ben it is a stranger's"
    );
}

#[test]
fn one_network_tries_thirty_accounts() {
    let app = TestApp::start(TestOptions::default());
    let statuses: Vec<u16> = (0..31)
        .map(|number| {
            guess(
                &app.browser(),
                &format!("somebody{number}@example.com"),
                "Spring 2026",
            )
        })
        .collect();
    assert_eq!(statuses[..30], [422; 30]);
    assert_eq!(statuses[30], 429);
    let door = app.browser().open("/en/account/sign-in");
    let form = door.fill("email", "aoi@example.com");
    let slowed = form.fill("password", PASSWORD).press("Sign in");
    assert_eq!(slowed.status, 429);
    for (way, heading) in [
        ("Sign in with a code", "Sign in with a code"),
        ("Forgotten your password?", "Reset your password"),
    ] {
        assert_eq!(slowed.follow(way).heading(), heading);
    }
}

#[test]
fn nobody_makes_the_cookie_of_a_known_browser() {
    let secret = b"a secret of thirty-two characters".as_slice();
    let cookie = issue(secret, "Aoi@example.com");
    assert!(recognise(secret, "aoi@EXAMPLE.com", &cookie).is_some());
    assert_ne!(
        issue(secret, "aoi@example.com"),
        cookie,
        "each browser has its own"
    );
    let (name, proof) = cookie.split_once('.').unwrap();
    let other = issue(secret, "aoi@example.com");
    let (other_name, _) = other.split_once('.').unwrap();
    for wrong in [
        String::new(),
        ".".to_owned(),
        name.to_owned(),
        format!("{name}."),
        format!("{other_name}.{proof}"),
        format!("x.{proof}"),
        format!("{cookie}="),
    ] {
        assert_eq!(
            recognise(secret, "aoi@example.com", &wrong),
            None,
            "{wrong}"
        );
    }
    assert_eq!(recognise(secret, "ben@example.com", &cookie), None);
    assert_eq!(
        recognise(b"another secret", "aoi@example.com", &cookie),
        None
    );
}
