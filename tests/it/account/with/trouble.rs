//! A provider that is down, slow, or has other keys than yesterday.

use super::{SIGN_IN, is_in, site, stage};
use crate::support::{
    app::{TestApp, TestOptions},
    provider::Provider,
};
use omotenashi::base::clock::Clock;
use serde_json::json;
use std::time::{Duration, Instant};

const DOWN: &str = "Aozora is not answering";

#[test]
fn a_provider_that_is_down_keeps_nobody_from_starting_and_its_button_says_so() {
    let Some(mut provider) = Provider::start() else {
        return;
    };
    let app = site(vec![provider.settings()]);
    provider.stop();
    let page = app
        .browser()
        .open(SIGN_IN)
        .form()
        .send("Sign in with Aozora");
    assert_eq!(page.status, 503);
    assert!(page.text().contains(DOWN), "{}", page.text());
    assert_eq!(page.follow("Sign in").status, 200);
}

#[test]
fn a_provider_that_goes_down_on_the_way_is_named() {
    let Some(mut stage) = stage() else { return };
    let browser = stage.app.browser();
    let back = stage.provider.agree(&stage.way(&browser), "fumi-7");
    stage.provider.stop();
    let page = browser.open(&back);
    assert_eq!(page.status, 503);
    assert!(page.text().contains(DOWN));
    assert!(!is_in(&browser));
}

#[test]
fn a_provider_that_is_slow_is_not_waited_for() {
    let Some(mut provider) = Provider::start() else {
        return;
    };
    let app = TestApp::start(TestOptions {
        now: Clock::default().now(),
        providers: vec![provider.settings()],
        patience: Duration::from_secs(1),
        ..TestOptions::default()
    });
    provider.begin(&app.url(""), &json!({}), &json!({}));
    provider.delay(20_000);
    let begun = Instant::now();
    let page = app
        .browser()
        .open(SIGN_IN)
        .form()
        .send("Sign in with Aozora");
    assert_eq!(page.status, 503);
    assert!(page.text().contains(DOWN));
    assert!(
        begun.elapsed() < Duration::from_secs(10),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn a_new_key_is_learned_when_a_token_names_it() {
    let Some(mut stage) = stage() else { return };
    stage.moves_in("fumi-7");
    stage
        .provider
        .begin(&stage.app.url(""), &json!({}), &super::accounts());
    assert_eq!(
        stage.comes(&stage.app.browser(), "fumi-7").url,
        "/en/account/bookings"
    );
}

#[test]
fn the_house_does_not_ask_a_provider_without_end_for_one_network() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let asked = |number: usize| {
        let answer = browser.post("/en/account/with/aozora", &[]);
        (number, answer.status)
    };
    let refused = (0..40).map(asked).find(|(_, status)| *status == 429);
    assert_eq!(refused, Some((30, 429)));
}
