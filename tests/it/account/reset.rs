//! A forgotten password.

use super::sign_in;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, PASSWORD},
    sql,
};
use chrono::TimeDelta;

const RESET: &str = "/en/account/reset";
const CHOSEN: &str = "seven lanterns in a row";

fn ask(browser: &Browser, email: &str) -> Page {
    browser
        .open(RESET)
        .fill("email", email)
        .press("Send the link")
}

fn choose(browser: &Browser, link: &str, password: &str) -> Page {
    let page = browser.open(link);
    page.fill("new_password", password)
        .press("Save the new password")
}

#[test]
fn somebody_who_forgot_chooses_anew_and_is_signed_out_everywhere() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let [counter, home] = [cast.aoi.sign_in(&app), cast.aoi.sign_in(&app)];
    let ben = cast.ben.sign_in(&app);
    let sent = ask(&app.browser(), "AOI@example.com");
    assert_eq!(
        (sent.status, sent.heading().as_str()),
        (200, "Check your email")
    );
    let letter = app.letter();
    assert_eq!(
        (letter.to.as_str(), letter.subject.as_str()),
        (
            "aoi@example.com",
            "Omotenashi Connect: choose a new password"
        )
    );
    let link = link(&letter);
    for _ in 0..3 {
        assert_eq!(app.browser().visit(&link).status, 200);
    }
    assert_eq!(
        sign_in(&app, "aoi@example.com", PASSWORD).status,
        200,
        "opening a link changes nothing"
    );
    let done = choose(&app.browser(), &link, CHOSEN);
    assert_eq!(done.heading(), "Sign in");
    assert_eq!(
        done.flash().as_deref(),
        Some("Your password was changed. Sign in with the new one")
    );
    assert!(
        done.browser.cookie("oc").is_none(),
        "the link is not a way in by itself"
    );
    for browser in [counter, home] {
        assert_eq!(browser.visit("/en/account/sessions").status, 303);
    }
    assert_eq!(ben.visit("/en/account/sessions").status, 200);
    assert_eq!(sign_in(&app, "aoi@example.com", PASSWORD).status, 422);
    assert_eq!(sign_in(&app, "aoi@example.com", CHOSEN).status, 200);
    assert_eq!(app.browser().visit(&link).status, 410, "a link works once");
    let told = app.letter();
    assert_eq!(
        (told.to.as_str(), told.subject.as_str()),
        (
            "aoi@example.com",
            "【Omotenashi Connect】パスワードが変更されました"
        )
    );
}

#[test]
fn nobody_learns_whether_an_address_has_an_account() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let about = |email: &str| {
        let before = app.statements();
        let page = ask(&app.browser(), email);
        (
            page.status,
            page.url.clone(),
            page.text().replace(email, "…"),
            app.statements() - before,
        )
    };
    about("warm@example.com");
    assert_eq!(about("aoi@example.com"), about("nobody@example.com"));
    let letters = app.letters();
    assert_eq!(letters.len(), 1, "nobody is not written to");
    assert_eq!(letters[0].to, "aoi@example.com");
}

#[test]
fn a_link_dies_after_an_hour_and_when_a_newer_one_is_asked_for() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let browser = app.browser();
    ask(&browser, "aoi@example.com");
    let first = link(&app.letter());
    ask(&browser, "aoi@example.com");
    let second = link(&app.letter());
    let gone = browser.visit(&first);
    assert_eq!(
        (gone.status, gone.heading().as_str()),
        (410, "This link no longer works")
    );
    assert_eq!(gone.follow("Reset your password").url, RESET);
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock()
        .set(now + TimeDelta::hours(1) - TimeDelta::seconds(1));
    let page = browser.open(&second);
    app.clock().set(now + TimeDelta::hours(1));
    let late = page
        .fill("new_password", CHOSEN)
        .press("Save the new password");
    assert_eq!(late.status, 410);
    assert_eq!(sign_in(&app, "aoi@example.com", PASSWORD).status, 200);
}

#[test]
fn an_account_gets_three_letters_an_hour_and_nobody_is_told() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let mut letters = 0;
    for _ in 0..5 {
        assert_eq!(ask(&app.browser(), "aoi@example.com").status, 200);
        letters += app.letters().len();
    }
    assert_eq!(letters, 3);
    let sixth = ask(&app.browser(), "aoi@example.com");
    assert_eq!(
        (sixth.status, sixth.header("retry-after")),
        (429, Some("900"))
    );
    for _ in 0..5 {
        assert_eq!(ask(&app.browser(), "nobody@example.com").status, 200);
    }
    assert_eq!(
        ask(&app.browser(), "nobody@example.com").status,
        429,
        "and so is it for nobody's"
    );
}

#[test]
fn one_link_used_by_many_at_once_sets_one_password() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    ask(&app.browser(), "aoi@example.com");
    let link = link(&app.letter());
    let pages: Vec<Page> = (0..8).map(|_| app.browser().open(&link)).collect();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = pages
            .iter()
            .zip(0..)
            .map(|(page, number)| {
                let password = format!("{CHOSEN} {number}");
                let filled = page.fill("new_password", &password);
                scope.spawn(move || filled.send("Save the new password").status)
            })
            .collect();
        tries.into_iter().map(|each| each.join().unwrap()).collect()
    });
    let done = statuses.iter().filter(|status| **status == 303).count();
    let gone = statuses.iter().filter(|status| **status == 410).count();
    assert_eq!((done, gone), (1, 7), "{statuses:?}");
}

#[test]
fn who_left_or_was_shut_out_gets_no_letter() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    app.platform(|tx| {
        sql::run(
            tx.conn(),
            "update accounts.users set is_active = false where email = 'ben@example.com'",
        );
        sql::run(
            tx.conn(),
            "update accounts.users set deleted_at = now() where email = 'chika@example.com'",
        );
        Ok(())
    });
    for email in ["ben@example.com", "chika@example.com"] {
        assert_eq!(ask(&app.browser(), email).status, 200);
        assert_eq!(sign_in(&app, email, PASSWORD).status, 422);
    }
    assert!(app.letters().is_empty());
}

#[test]
fn what_lies_in_the_database_opens_nothing() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    ask(&app.browser(), "aoi@example.com");
    let link = link(&app.letter());
    let token = link.rsplit('/').next().unwrap().to_owned();
    let held = app.platform(move |tx| {
        let question = format!(
            "select (select count(*) from accounts.password_resets r where r::text like '%{token}%')
                + (select count(*) from notifications.notification_outbox o where o::text like '%{token}%')
                + (select count(*) from queue.queue_jobs j where j::text like '%{token}%') || '' as line"
        );
        Ok(sql::lines(tx.conn(), &question))
    });
    assert_eq!(held, ["0"]);
}
