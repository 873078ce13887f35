//! A second thing to prove: the app, the codes for the day it is lost, and who must have one.

use super::sign_in;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    html::Document,
    people::{Cast, PASSWORD, Person},
    sql,
};
use chrono::{DateTime, TimeDelta, Utc};
use std::thread;
use totp_rs::{Builder, Secret, Totp};

const FACTOR: &str = "/en/account/second-factor";
const STEP: &str = "/en/account/second-step";
const DESK: &str = "/en/staff/aoi-salon/today";

fn now(app: &TestApp) -> DateTime<Utc> {
    app.platform(|tx| Ok(tx.now()))
}

fn later(app: &TestApp, by: TimeDelta) {
    app.clock().set(now(app) + by);
}

/// The app on a telephone: it knows the key that the page shows, and what time it is.
pub struct Telephone(Totp);

impl Telephone {
    pub fn reading(page: &Document) -> Self {
        let key = page.texts("code.key").remove(0);
        let secret = Secret::try_from_base32(key.replace(' ', "")).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    pub fn at(&self, time: DateTime<Utc>) -> String {
        self.0.generate(time.timestamp().unsigned_abs()).to_string()
    }

    fn shows(&self, app: &TestApp) -> String {
        self.at(now(app))
    }
}

fn begin(browser: &Browser) -> (Telephone, Page) {
    let page = browser.open(FACTOR).press("Set up an authenticator app");
    assert_eq!(page.heading(), "Set up an authenticator app");
    (Telephone::reading(&page.document()), page)
}

/// Sets an app up and gives the recovery codes as well.
pub fn set_up(app: &TestApp, browser: &Browser) -> (Telephone, Vec<String>) {
    let (telephone, page) = begin(browser);
    let done = page.fill("code", &telephone.shows(app)).press("Finish");
    assert_eq!(done.heading(), "Recovery codes", "{}", done.text());
    let codes = done.document().texts("code.key");
    // The digits just shown are used up.
    later(app, TimeDelta::minutes(2));
    (telephone, codes)
}

/// Somebody who has given their password and is asked for more.
fn at_the_door(app: &TestApp, person: &Person) -> Page {
    let page = sign_in(app, &person.email, PASSWORD);
    assert_eq!(page.heading(), "Two-step verification");
    page
}

fn enter(page: &Page, code: &str) -> Page {
    page.fill("code", code).press("Sign in")
}

#[test]
fn an_app_is_set_up_by_showing_that_it_works_and_is_asked_for_from_then_on() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let (telephone, page) = begin(&browser);
    assert!(!page.document().all("svg.qr").is_empty());
    let old = telephone.at(now(&app) - TimeDelta::minutes(5));
    for (typed, complaint) in [
        (old.as_str(), "Those digits are wrong"),
        ("", "Enter the 6 digits"),
    ] {
        let refused = page.fill("code", typed).press("Finish");
        assert_eq!(refused.status, 422);
        let said = refused.error("code").unwrap_or_default();
        assert!(said.starts_with(complaint), "{said}");
        assert_eq!(app.letters().len(), 0);
    }
    let spaced = telephone.shows(&app);
    let spaced = format!("{} {}", &spaced[..3], &spaced[3..]);
    let codes = page.fill("code", &spaced).press("Finish");
    assert_eq!(codes.heading(), "Recovery codes");
    assert_eq!(codes.document().texts("code.key").len(), 10);
    assert_eq!(
        app.letter().subject,
        "【Omotenashi Connect】2段階認証の確認方法が追加されました"
    );
    later(&app, TimeDelta::minutes(2));
    let door = at_the_door(&app, &cast.daichi);
    let inside = enter(&door, &telephone.shows(&app));
    assert_eq!(inside.url, "/en/account/bookings");
}

#[test]
fn between_password_and_digits_nothing_opens_and_it_lasts_ten_minutes() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (telephone, _) = set_up(&app, &cast.aoi.sign_in(&app));
    let browser = app.browser();
    let page = browser.open(&format!("/en/account/sign-in?next={DESK}"));
    let door = page
        .fill("email", &cast.aoi.email)
        .fill("password", PASSWORD)
        .press("Sign in");
    let half = browser.cookie("oc");
    for closed in [DESK, FACTOR, "/en/account/sessions", "/en/account/bookings"] {
        let answer = browser.visit(closed);
        let way = answer.location().unwrap_or_default();
        assert!(way.starts_with(STEP), "{closed} leads to {way:?}");
    }
    let posted = browser.post("/en/account/second-factor/app/removal", &[]);
    assert!(posted.location().unwrap_or_default().starts_with(STEP));
    let inside = enter(&door, &telephone.shows(&app));
    assert_eq!(inside.url, DESK, "on to where they wanted to go");
    assert_ne!(browser.cookie("oc"), half, "the cookie has another key");

    let late = at_the_door(&app, &cast.aoi);
    later(&app, TimeDelta::minutes(10));
    let out = enter(&late, &telephone.shows(&app));
    assert_eq!(out.heading(), "Sign in");
    let listed = browser.open("/en/account/sessions");
    assert_eq!(
        listed.document().all(".offer").len(),
        2,
        "half a session is none: {}",
        listed.text()
    );
}

#[test]
fn digits_open_once_and_only_while_they_are_shown() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (telephone, _) = set_up(&app, &cast.daichi.sign_in(&app));
    let shown = telephone.shows(&app);
    let doors: Vec<Page> = (0..4).map(|_| at_the_door(&app, &cast.daichi)).collect();
    let opened: Vec<bool> = thread::scope(|scope| {
        let tries: Vec<_> = doors
            .iter()
            .map(|door| scope.spawn(|| enter(door, &shown).url == "/en/account/bookings"))
            .collect();
        tries
            .into_iter()
            .map(|tried| tried.join().unwrap())
            .collect()
    });
    assert_eq!(
        opened.iter().filter(|opened| **opened).count(),
        1,
        "the same digits from four browsers at once"
    );
    let before = telephone.at(now(&app) - TimeDelta::seconds(30));
    let door = at_the_door(&app, &cast.daichi);
    let refused = enter(&door, &before);
    assert_eq!(refused.status, 422, "older ones are gone with them");
    assert_eq!(
        refused.error("code").as_deref(),
        Some(
            "That code is wrong or has been used already. Enter what the app shows now, or another recovery code"
        )
    );
}

#[test]
fn a_recovery_code_opens_once_and_its_owner_is_told() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (_, codes) = set_up(&app, &cast.daichi.sign_in(&app));
    app.letters();
    let typed = codes[3].to_lowercase().replace('-', " ");
    let inside = enter(&at_the_door(&app, &cast.daichi), &typed);
    assert_eq!(inside.url, "/en/account/bookings");
    assert_eq!(
        app.letter().subject,
        "【Omotenashi Connect】リカバリーコードが使われました"
    );
    let again = enter(&at_the_door(&app, &cast.daichi), &codes[3]);
    assert_eq!(again.status, 422);
    // Of somebody else's codes none opens.
    let (_, others) = set_up(&app, &cast.ben.sign_in(&app));
    assert_eq!(
        enter(&at_the_door(&app, &cast.daichi), &others[0]).status,
        422
    );
    let left = app.platform(|tx| {
        let daichi = omotenashi::domain::accounts::person::by_email(tx, "daichi@example.com")?;
        omotenashi::domain::accounts::second_factor::of(tx, daichi.unwrap().id)
    });
    assert_eq!(left.codes_left, Some(9));
}

#[test]
fn new_codes_end_the_old_ones() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let (_, old) = set_up(&app, &browser);
    let page = browser.open("/en/account/second-factor/codes");
    assert_eq!(page.document().texts("code.key"), old, "shown again");
    let renewed = page
        .follow("Make new codes (the current ones stop working)")
        .press("Make new codes (the current ones stop working)");
    let new = renewed.document().texts("code.key");
    assert_eq!(new.len(), 10);
    assert!(new.iter().all(|code| !old.contains(code)));
    assert_eq!(enter(&at_the_door(&app, &cast.daichi), &old[0]).status, 422);
    assert_eq!(
        enter(&at_the_door(&app, &cast.daichi), &new[0]).url,
        "/en/account/bookings"
    );
}

#[test]
fn who_guesses_digits_is_stopped_after_five_and_the_owners_browser_is_not() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let known = cast.daichi.sign_in(&app);
    let (telephone, _) = set_up(&app, &known);
    let door = at_the_door(&app, &cast.daichi);
    for _ in 0..5 {
        assert_eq!(enter(&door, "000000").status, 422);
    }
    let stopped = enter(&door, &telephone.shows(&app));
    assert_eq!(stopped.status, 429, "right digits come too late");
    assert!(stopped.header("retry-after").is_some());
    known.open("/en/account/bookings").press("Sign out");
    let page = known.open("/en/account/sign-in");
    let page = page
        .fill("email", &cast.daichi.email)
        .fill("password", PASSWORD)
        .press("Sign in");
    assert_eq!(
        enter(&page, &telephone.shows(&app)).url,
        "/en/account/bookings"
    );
    later(&app, TimeDelta::minutes(16));
    let door = at_the_door(&app, &cast.daichi);
    assert_eq!(
        enter(&door, &telephone.shows(&app)).url,
        "/en/account/bookings"
    );
}

#[test]
fn owners_must_have_one_after_the_grace_and_nobody_else() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let early = cast.aoi.sign_in(&app);
    assert_eq!(early.visit(DESK).status, 200);
    let told = early.open(FACTOR).text();
    assert!(told.contains("by Fri, 4 Dec 10:00"), "{told}");
    let desk = early.open(DESK);
    assert!(
        desk.text().contains("two-step verification by"),
        "{}",
        desk.text()
    );
    assert!(
        desk.part(".way-more", "Two-step")
            .text()
            .contains("Needs setting up")
    );
    assert_eq!(desk.follow("Set it up").url, FACTOR);
    assert!(
        !cast
            .ben
            .sign_in(&app)
            .open(DESK)
            .text()
            .contains("two-step verification by")
    );
    later(&app, TimeDelta::days(14));
    for person in [&cast.ben, &cast.daichi] {
        let inside = person.sign_in(&app).visit("/en/account/sessions");
        assert_eq!(inside.status, 200, "{} has time", person.name);
    }
    let browser = cast.aoi.sign_in(&app);
    for closed in [DESK, "/en/account/sessions", "/en/account/password"] {
        assert_eq!(browser.visit(closed).location().as_deref(), Some(FACTOR));
    }
    let page = browser.open(FACTOR);
    assert!(page.text().contains("To continue, please set up"));
    let (telephone, _) = set_up(&app, &browser);
    assert_eq!(browser.visit(DESK).status, 200);
    // And cannot be without it again.
    let kept = browser
        .open(FACTOR)
        .follow("Remove the app")
        .press("Remove the app");
    assert!(
        kept.flash()
            .unwrap_or_default()
            .starts_with("Your role requires"),
        "{:?}",
        kept.flash()
    );
    let inside = enter(&at_the_door(&app, &cast.aoi), &telephone.shows(&app));
    assert_eq!(inside.url.split('?').next(), Some(DESK));
}

#[test]
fn for_staff_their_owner_decides() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let day = now(&app) + TimeDelta::days(10);
    let sql = format!(
        "update businesses.business_settings set second_factor_since = '{}'",
        day.to_rfc3339()
    );
    app.execute(cast.salon.id, sql);
    let in_time = |app: &TestApp| assert_eq!(cast.ben.sign_in(app).visit(DESK).status, 200);
    later(&app, TimeDelta::days(9));
    in_time(&app);
    later(&app, TimeDelta::days(1));
    in_time(&app);
    later(&app, TimeDelta::days(13));
    in_time(&app);
    later(&app, TimeDelta::days(1));
    let closed = cast.ben.sign_in(&app).visit(DESK);
    assert_eq!(closed.location().as_deref(), Some(FACTOR));
}

#[test]
fn who_need_not_have_one_takes_it_away_and_is_told() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let elsewhere = cast.daichi.sign_in(&app);
    set_up(&app, &browser);
    app.letters();
    let page = browser
        .open(FACTOR)
        .follow("Remove the app")
        .press("Remove the app");
    assert_eq!(page.flash().as_deref(), Some("Authenticator app removed"));
    // Whoever is in elsewhere by what counted before may be somebody else (ASVS 7.4.3).
    assert!(page.text().contains("1 other device"), "{}", page.text());
    assert_eq!(elsewhere.visit("/en/account/bookings").status, 200);
    let alone = page.press("Sign out all other devices");
    assert_eq!(elsewhere.visit("/en/account/bookings").status, 303);
    assert!(!alone.browser.open(FACTOR).text().contains("other device"));
    assert_eq!(
        app.letter().subject,
        "【Omotenashi Connect】2段階認証の確認方法が解除されました"
    );
    let inside = sign_in(&app, &cast.daichi.email, PASSWORD);
    assert_eq!(inside.url, "/en/account/bookings");
    let mut house = sql::connect_as_house(app.database_url());
    let left = sql::lines(
        &mut house,
        "select id::text as line from accounts.recovery_codes",
    );
    assert!(left.is_empty());
}

#[test]
fn before_what_is_dangerous_the_password_is_asked_again_after_ten_minutes() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    set_up(&app, &browser);
    let codes = "/en/account/second-factor/codes";
    assert_eq!(browser.visit(codes).status, 200);
    later(&app, TimeDelta::minutes(11));
    let page = browser.open(codes);
    assert_eq!(page.heading(), "Confirm it's you");
    let before = browser.cookie("oc").unwrap();
    let wrong = page.fill("password", "not that one").press("Continue");
    assert_eq!(
        (wrong.status, wrong.error("password").as_deref()),
        (422, Some("That password is wrong. Please try again"))
    );
    let back = wrong.fill("password", PASSWORD).press("Continue");
    assert_eq!((back.status, back.url.as_str()), (200, codes));
    let stolen = app.browser();
    stolen.set_cookie("oc", &before);
    let way = stolen.visit(FACTOR).location().unwrap_or_default();
    assert!(way.contains("/sign-in"), "the old cookie opens nothing");
    later(&app, TimeDelta::minutes(31));
    let late = back.follow("Make new codes (the current ones stop working)");
    assert_eq!(late.heading(), "Confirm it's you");
}
