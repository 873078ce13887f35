//! The way out, on every page that knows who reads it (ASVS 7.4.4), and what a guest's page does without.

use crate::{
    every_route::{ROUTES, address},
    support::{
        app::{TestApp, TestOptions},
        form::buttons,
        people::{Cast, PASSWORD},
    },
};
use serde_json::json;

/// Pages of paper, and what is no page.
const WITHOUT: [&str; 2] = ["/print", "/papers/{id}"];

#[test]
fn whoever_is_signed_in_finds_the_way_out_on_every_page_of_their_own() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (mut seen, mut without) = (0, Vec::new());
    for person in [&cast.aoi, &cast.daichi] {
        let browser = person.sign_in(&app);
        for (method, path, _) in ROUTES.iter() {
            let is_own = ["/account", "/staff/", "/operator", "/bookings/{token}"]
                .iter()
                .any(|part| path.contains(part));
            if *method != "GET" || !is_own || WITHOUT.iter().any(|end| path.ends_with(end)) {
                continue;
            }
            let page = browser.visit(&address(path, "ja", &cast));
            let is_page = page
                .header("content-type")
                .is_some_and(|kind| kind.starts_with("text/html"));
            if page.status != 200 || !is_page {
                continue;
            }
            let ways = buttons(&page.document());
            if !ways.iter().any(|way| way.starts_with("ログアウト")) {
                without.push(format!("{path}: {ways:?}"));
            }
            seen += 1;
        }
    }
    assert_eq!(without, Vec::<String>::new());
    assert!(seen > 30, "only {seen} pages");
}

#[test]
fn it_leads_out_from_a_form_and_from_a_booking() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for page in [
        "/ja/account/password".to_owned(),
        format!("/ja/bookings/{}/cancel", cast.booking.token),
    ] {
        let browser = cast.daichi.sign_in(&app);
        let out = browser.open(&page).press("ログアウト");
        assert_eq!(out.url, "/ja/account/sign-in", "{page}");
        assert_eq!(browser.visit("/ja/account/profile").status, 303, "{page}");
    }
}

#[test]
fn whoever_has_still_to_prove_twice_may_turn_round() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    app.insert_outside(
        "accounts.totp_factors",
        json!({"user_id": cast.daichi.user, "confirmed_at": "2026-11-01T00:00:00Z"}),
    );
    let browser = app.browser();
    let step = browser
        .open("/ja/account/sign-in")
        .fill("email", &cast.daichi.email)
        .fill("password", PASSWORD)
        .press("ログインする");
    assert_eq!(step.heading(), "2段階認証");
    assert_eq!(step.press("ログアウト").url, "/ja/account/sign-in");
}

#[test]
fn nobody_is_offered_a_way_out_and_a_shops_page_leads_to_it_without_asking_the_database() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let shop = "/ja/b/aoi-salon";
    let guest = app.browser().open(shop);
    assert!(!guest.html.contains("ログアウト"));
    let browser = cast.daichi.sign_in(&app);
    let asked = |open: &dyn Fn()| {
        open();
        let before = app.statements();
        open();
        app.statements() - before
    };
    let as_guest = asked(&|| drop(app.browser().open(shop)));
    let as_daichi = asked(&|| drop(browser.open(shop)));
    assert_eq!(as_daichi, as_guest);
    let account = browser.open(shop).follow("マイページ");
    assert!(buttons(&account.document()).contains(&"ログアウト".to_owned()));
}
