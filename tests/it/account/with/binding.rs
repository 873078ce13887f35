//! An answer is of use to the browser that set out, once, and for a short while.

use super::{is_in, stage};
use crate::support::{browser::Browser, people::Cast, provider::path};
use chrono::TimeDelta;
use omotenashi::base::clock::Clock;

const STALE: &str = "started too long ago, or in another browser";

/// Somebody whose language is known where the address does not say it.
fn english(stage: &super::Stage) -> Browser {
    stage.app.browser().with_header("accept-language", "en")
}

#[test]
fn an_answer_is_of_use_to_the_browser_that_set_out_alone() {
    let Some(stage) = stage() else { return };
    stage.moves_in("fumi-7");
    let [attacker, victim] = [(); 2].map(|()| english(&stage));
    let back = stage.provider.agree(&stage.way(&attacker), "fumi-7");
    let lured = victim.open(&back);
    assert_eq!(lured.status, 422);
    assert!(lured.text().contains(STALE), "{}", lured.text());
    // Nor when the victim is on a way of their own.
    let own = stage.way(&victim);
    assert_eq!(victim.open(&back).status, 422);
    assert!(!is_in(&victim));
    // A way that somebody else tried to end is at an end.
    let own = stage.provider.agree(&own, "fumi-7");
    assert_eq!(victim.open(&own).status, 422);
    assert_eq!(attacker.open(&back).url, "/en/account/bookings");
}

#[test]
fn an_answer_works_once() {
    let Some(stage) = stage() else { return };
    stage.moves_in("fumi-7");
    let browser = stage.app.browser();
    let back = stage.provider.agree(&stage.way(&browser), "fumi-7");
    let carried = browser.cookie("oc_away").unwrap();
    assert_eq!(browser.open(&back).url, "/en/account/bookings");
    let thief = stage.app.browser();
    assert_eq!(thief.open(&back).status, 422);
    // Not even with the cookie: the provider gives nothing twice for a code.
    thief.set_cookie("oc_away", &carried);
    let replayed = thief.open(&back);
    assert_eq!(replayed.status, 422);
    assert!(replayed.text().contains("couldn't confirm your sign-in"));
    assert!(!is_in(&thief));
}

#[test]
fn a_way_ends_after_ten_minutes_and_a_cookie_is_not_made_by_hand() {
    let Some(stage) = stage() else { return };
    let browser = english(&stage);
    let back = stage.provider.agree(&stage.way(&browser), "fumi-7");
    let carried = browser.cookie("oc_away").unwrap();
    let now = Clock::default().now();
    stage.app.clock().set(now + TimeDelta::minutes(11));
    assert!(browser.open(&back).text().contains(STALE));
    stage.app.clock().set(now);
    let (written, seal) = carried.split_once('.').unwrap();
    for forged in [
        "",
        ".",
        "x.y",
        written,
        &format!("{written}."),
        &format!("{seal}.{seal}"),
    ] {
        browser.set_cookie("oc_away", forged);
        assert_eq!(browser.open(&back).status, 422, "{forged}");
    }
    browser.set_cookie("oc_away", &carried);
    assert_eq!(browser.open(&back).heading(), "Create your account");
}

#[test]
fn another_site_cannot_send_somebody_off_and_looking_changes_nothing() {
    let Some(stage) = stage() else { return };
    let lured = stage
        .app
        .browser()
        .with_header("sec-fetch-site", "cross-site");
    let answer = lured.post("/en/account/with/aozora", &[]);
    assert_eq!(answer.status, 403);
    assert!(lured.cookie("oc_away").is_none());
    assert_eq!(lured.visit("/en/account/with/aozora").status, 405);
}

#[test]
fn a_linking_that_somebody_else_began_is_not_finished_by_whoever_is_signed_in() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let ben = cast.ben.sign_in(&stage.app);
    let page = ben.open(super::IDENTITIES);
    let back = stage
        .provider
        .agree(&super::set_out(&page, "Link Aozora"), "fumi-7");
    let daichi = cast.daichi.sign_in(&stage.app);
    let daichi = daichi.with_header("accept-language", "en");
    daichi.set_cookie("oc_away", &ben.cookie("oc_away").unwrap());
    assert!(daichi.open(&back).text().contains(STALE));
    assert!(stage.linked().is_empty());
    let keyless = ben.post("/en/account/with/aozora", &[("link", "yes"), ("csrf", "x")]);
    assert_eq!(keyless.status, 403);
}

#[test]
fn an_offer_waits_for_its_browser_and_for_half_an_hour() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let page = stage.comes(&browser, "fumi-7");
    let there = page.url.clone();
    let stranger = stage.app.browser();
    assert_eq!(stranger.open(&there).status, 410);
    stranger.set_cookie("oc_offer", &"A".repeat(43));
    assert_eq!(stranger.open(&there).status, 410);
    let now = Clock::default().now();
    stage.app.clock().set(now + TimeDelta::minutes(31));
    assert_eq!(page.press("Create account").status, 410);
    assert!(stage.linked().is_empty());
    stage.app.clock().set(now);
    assert_eq!(page.press("Create account").status, 200);
}

#[test]
fn who_denies_is_told_so_and_nothing_of_the_address_is_shown() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let page = browser.open(&stage.provider.deny(&stage.way(&browser)));
    assert_eq!(page.status, 422);
    assert!(
        page.text().contains("Signing in with Aozora was stopped"),
        "{}",
        page.text()
    );
    for error in ["server_error", "invalid_scope", "<script>alert(1)</script>"] {
        let state = crate::support::provider::word(&stage.way(&browser), "state");
        let query = [
            ("error", error),
            ("error_description", "<b>loud</b>"),
            ("state", &state),
        ];
        let query = serde_urlencoded::to_string(query).unwrap();
        let page = browser.open(&format!("/account/with/aozora/return?{query}"));
        let status = if error == "server_error" { 503 } else { 422 };
        assert_eq!(page.status, status, "{error}");
        for echo in ["loud", "alert(1)", "invalid_scope", &state] {
            assert!(!page.html.contains(echo), "{echo}");
        }
    }
}

#[test]
fn an_answer_in_the_name_of_another_provider_is_refused() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let back = stage.provider.agree(&stage.way(&browser), "fumi-7");
    let whole = format!("{}{back}", stage.app.url(""));
    let real = crate::support::provider::word(&whole, "iss");
    assert_eq!(real, stage.provider.issuer);
    let (front, _) = back.split_once("&iss=").unwrap();
    let mixed = format!("{front}&iss=https%3A%2F%2Fevil.example");
    let page = browser.open(&mixed);
    assert_eq!(page.status, 422);
    assert!(
        page.text().contains("couldn't confirm"),
        "{} {}",
        path(&whole),
        page.text()
    );
}
