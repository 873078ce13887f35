//! A new password for somebody who knows the old one, and the work that a hash is.

use super::sign_in;
use crate::support::{
    app::{CHEAP, TestApp, TestOptions},
    browser::{Browser, Page},
    people::{Cast, PASSWORD},
    sql,
};
use omotenashi::domain::accounts::password::{Strength, hash, is_easy, is_outdated};

const CHANGE: &str = "/en/account/password";
const CHOSEN: &str = "seven lanterns in a row";

fn change(browser: &Browser, old: &str, new: &str) -> Page {
    let page = browser.open(CHANGE);
    let filled = page.fill("password", old).fill("new_password", new);
    filled.press("Change password")
}

#[test]
fn a_new_password_signs_every_other_device_out_and_tells_by_letter() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let [counter, home] = [cast.aoi.sign_in(&app), cast.aoi.sign_in(&app)];
    let done = change(&counter, PASSWORD, CHOSEN);
    assert_eq!(
        done.flash().as_deref(),
        Some("Your password was changed. Other devices were signed out")
    );
    assert_eq!(counter.visit(CHANGE).status, 200);
    assert_eq!(home.visit(CHANGE).status, 303);
    let letter = app.letter();
    assert_eq!(letter.to, "aoi@example.com");
    assert!(letter.text.contains("/ja/account/reset"), "{}", letter.text);
    assert_eq!(sign_in(&app, "aoi@example.com", CHOSEN).status, 200);
}

#[test]
fn the_old_password_is_asked_for_and_not_to_be_guessed() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.aoi.sign_in(&app);
    let both = change(&browser, "", "short");
    assert_eq!((both.status, both.errors().len()), (422, 2));
    for _ in 0..4 {
        let wrong = change(&browser, "not this one", CHOSEN);
        assert_eq!(
            wrong.error("password").as_deref(),
            Some("That password is wrong. Please try again")
        );
    }
    assert_eq!(change(&browser, PASSWORD, CHOSEN).status, 429);
    assert!(app.letters().is_empty());
}

#[test]
fn a_way_back_that_was_asked_for_dies_with_the_old_password() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let page = app.browser().open("/en/account/reset");
    let page = page.fill("email", "aoi@example.com");
    page.press("Send the link");
    let way = crate::support::letters::link(&app.letter());
    change(&cast.aoi.sign_in(&app), PASSWORD, CHOSEN);
    assert_eq!(app.browser().visit(&way).status, 410);
}

#[test]
fn a_hash_made_with_less_work_is_made_again_at_the_next_sign_in() {
    let weaker = Strength {
        passes: CHEAP.passes - 1,
        ..CHEAP
    };
    let feeble = hash(PASSWORD, weaker).unwrap();
    assert!(!is_outdated(&feeble, weaker) && is_outdated(&feeble, CHEAP));
    assert!(is_outdated(
        &feeble,
        Strength {
            memory: CHEAP.memory + 8,
            ..weaker
        }
    ));
    assert!(is_outdated("$2b$12$ofanotherkind", CHEAP));
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    app.platform(move |tx| {
        let set = format!(
            "update accounts.users set password_hash = '{feeble}' where email = 'aoi@example.com'"
        );
        sql::run(tx.conn(), &set);
        Ok(())
    });
    let now = || {
        let question =
            "select password_hash as line from accounts.users where email = 'aoi@example.com'";
        app.platform(move |tx| Ok(sql::lines(tx.conn(), question)))
            .remove(0)
    };
    assert!(is_outdated(&now(), CHEAP));
    cast.aoi.sign_in(&app);
    let made_again = now();
    assert!(!is_outdated(&made_again, CHEAP));
    cast.aoi.sign_in(&app);
    assert_eq!(now(), made_again, "and then no more");
}

#[test]
fn passwords_that_are_tried_first_are_refused_and_phrases_are_not() {
    for ours in [
        "omotenashi",
        "Omotenashi1",
        "omotenashi2026",
        "yoyaku123",
        "booking2026",
    ] {
        assert!(is_easy(ours, &[]), "{ours}");
    }
    for easy in [
        "password",
        "Password1",
        "qwertyuiop",
        "12345678",
        "sakura123",
        "P@ssw0rd",
        "aaaaaaaa",
    ] {
        assert!(is_easy(easy, &[]), "{easy}");
    }
    assert!(is_easy("tanakaaoi", &["tanaka", "aoi"]));
    for fine in [
        PASSWORD,
        CHOSEN,
        "長い長い提灯の列",
        "kfh3-98ax",
        "omotenashi-demo",
    ] {
        assert!(!is_easy(fine, &[]), "{fine}");
    }
}

#[test]
fn the_password_one_has_is_no_new_one() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let same = change(&cast.aoi.sign_in(&app), PASSWORD, PASSWORD);
    assert_eq!(
        (same.status, same.error("new_password").as_deref()),
        (422, Some("That's your current password. Choose another"))
    );
    assert!(app.letters().is_empty());
}
