//! "Check your email": to which address the letter went, and another of it, within the same limits and telling nobody
//! whether there is an account.

use super::sign_in;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, PASSWORD},
};
use base64::{Engine, engine::general_purpose::STANDARD};

const AGAIN: &str = "Send again";
const CHOSEN: &str = "seven lanterns in a row";

fn forgotten(browser: &Browser, email: &str) -> Page {
    let page = browser.open("/en/account/reset");
    page.fill("email", email).press("Send the link")
}

fn sign_up(browser: &Browser, email: &str) -> Page {
    let page = browser.open("/en/account/sign-up");
    page.fill("name", "Fumi")
        .fill("email", email)
        .fill("new_password", CHOSEN)
        .press("Sign up")
}

#[test]
fn a_forgotten_password_is_asked_for_again_and_nobody_learns_whose_it_is() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let mut answers = Vec::new();
    for (email, letters) in [("aoi@example.com", 1), ("nobody@example.com", 0)] {
        let browser = app.browser();
        let page = forgotten(&browser, email);
        assert_eq!(page.url, "/en/account/reset/sent");
        assert!(page.text().contains(&format!("Sent to: {email}")));
        assert_eq!(app.letters().len(), letters, "{email}");
        let again = page.press(AGAIN);
        assert_eq!(again.url, "/en/account/reset/sent", "no address in it");
        assert_eq!(again.flash().as_deref(), Some("We've sent the email again"));
        assert_eq!(app.letters().len(), letters, "{email}");
        answers.push(again.text().replace(email, "…"));
    }
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn the_limit_holds_for_letters_that_are_asked_for_again() {
    let app = TestApp::start(TestOptions::default());
    let page = forgotten(&app.browser(), "nobody@example.com");
    for _ in 0..4 {
        assert_eq!(page.press(AGAIN).status, 200);
    }
    assert_eq!(page.press(AGAIN).status, 429);
}

#[test]
fn the_cookie_tells_nobody_the_address_and_lives_an_hour() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let browser = app.browser();
    forgotten(&browser, "aoi@example.com");
    let cookie = browser.cookie("oc_sent").unwrap();
    assert!(!cookie.contains("aoi"), "{cookie}");
    let bytes = STANDARD.decode(&cookie).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("aoi"));
    let shown = |browser: &Browser, page: &str| {
        let text = browser.open(&format!("/en/account/{page}/sent")).text();
        text.contains("aoi@example.com") || text.contains(AGAIN)
    };
    assert!(shown(&browser, "reset"));
    assert!(!shown(&browser, "sign-up"), "of another letter");
    let other = app.browser();
    assert!(!shown(&other, "reset"), "in another browser");
    other.set_cookie("oc_sent", &cookie.to_lowercase());
    assert!(!shown(&other, "reset"), "what is no longer whole");
    app.clock()
        .set(app.clock().now() + chrono::TimeDelta::minutes(61));
    assert!(!shown(&browser, "reset"), "after an hour");
}

#[test]
fn going_out_forgets_the_address() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    forgotten(&browser, "daichi@example.com");
    browser.open("/ja/account/bookings").press("ログアウト");
    let page = browser.open("/en/account/reset/sent");
    assert!(!page.text().contains("daichi@example.com"));
}

#[test]
fn the_proof_of_a_new_address_comes_again_and_only_the_newest_counts() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = app.browser();
    let page = sign_up(&browser, "fumi@example.com");
    assert!(page.text().contains("Sent to: fumi@example.com"));
    let first = link(&app.letter());
    let again = page.press(AGAIN);
    assert_eq!(again.url, "/en/account/sign-up/sent");
    let second = link(&app.letter());
    assert_ne!(first, second);
    assert_eq!(browser.visit(&first).status, 410);
    let proved = browser.open(&second).press("Confirm and sign in");
    assert_eq!(proved.status, 200);
    assert_eq!(sign_in(&app, "fumi@example.com", CHOSEN).status, 200);
    let known = sign_up(&app.browser(), &cast.daichi.email);
    let letter = app.letter().subject;
    known.press(AGAIN);
    assert_eq!(app.letter().subject, letter, "already known, as before");
    // Whoever posts an address that nobody has signed up with.
    let answer = app.browser().post(
        "/en/account/sign-up/again",
        &[("email", "nobody@example.com"), ("again", "yes")],
    );
    assert_eq!(
        answer.location().as_deref(),
        Some("/en/account/sign-up/sent")
    );
    assert_eq!(app.letters().len(), 0);
}

#[test]
fn asking_again_is_the_same_work_for_an_address_that_is_known_and_one_that_is_not() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let asked = |email: &str| {
        let before = app.statements();
        app.browser()
            .post("/en/account/sign-up/again", &[("email", email)]);
        app.statements() - before
    };
    asked("warm@example.com");
    assert_eq!(asked(&cast.daichi.email), asked("nobody@example.com"));
}

#[test]
fn new_digits_come_for_the_same_way_on() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let browser = app.browser();
    let page = browser
        .open("/en/account/code?next=/en/account/family")
        .fill("email", "daichi@example.com")
        .press("Send the code");
    assert!(page.text().contains("Sent to: daichi@example.com"));
    let digits = |app: &TestApp| {
        let letter = app.letter();
        letter.subject.rsplit_once(' ').unwrap().1.to_owned()
    };
    digits(&app);
    let again = page.press(AGAIN);
    assert_eq!(again.heading(), "Enter your code");
    assert_ne!(again.url, page.url, "another ticket");
    let wrong = again.fill("code", "12").press("Sign in");
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains(AGAIN), "and can be asked for again");
    let inside = again.fill("code", &digits(&app)).press("Sign in");
    assert_eq!(inside.url, "/en/account/family");
}

#[test]
fn letters_about_another_address_go_again_to_the_end_that_has_not_agreed() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser
        .open("/en/account/email")
        .fill("new_email", "daichi.new@example.com")
        .fill("password", PASSWORD)
        .press("Send confirmation emails");
    let both = "daichi@example.com and daichi.new@example.com";
    assert!(page.text().contains(both), "{}", page.text());
    let to = |app: &TestApp| {
        let mut to: Vec<_> = app.letters().into_iter().map(|letter| letter.to).collect();
        to.sort();
        to
    };
    let everybody = ["daichi.new@example.com", "daichi@example.com"];
    assert_eq!(to(&app), everybody);
    page.press(AGAIN);
    let letters = app.letters();
    let old = letters.iter().find(|one| one.to == everybody[1]).unwrap();
    assert_eq!(letters.len(), 2);
    let agreed = app.browser().open(&link(old)).press("変更を確認する");
    assert_eq!(agreed.status, 200);
    page.press(AGAIN);
    assert_eq!(to(&app), everybody[..1], "the other has agreed");
    for _ in 0..2 {
        assert_eq!(page.press(AGAIN).status, 200);
    }
    assert_eq!(page.press(AGAIN).status, 429, "five wishes an hour");
    let nobody = app.browser().open("/en/account/email/sent");
    assert!(!nobody.text().contains(AGAIN));
    let idle = cast.ben.sign_in(&app).open("/en/account/email/sent");
    assert!(!idle.text().contains(AGAIN), "nothing to send");
}
