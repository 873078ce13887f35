//! A new account: what whoever signs up is told, and what only the owner of the address learns.

use super::sign_in;
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, PASSWORD},
    sql,
};
use chrono::TimeDelta;

const SIGN_UP: &str = "/en/account/sign-up";
const CHOSEN: &str = "seven lanterns in a row";

fn sign_up(browser: &Browser, email: &str, password: &str) -> Page {
    browser
        .open(SIGN_UP)
        .fill("name", "Fumi Ito")
        .fill("email", email)
        .fill("new_password", password)
        .press("Sign up")
}

fn prove(browser: &Browser, link: &str, password: &str) -> Page {
    let page = browser.open(link);
    page.fill("password", password).press("Confirm and sign in")
}

fn asked(app: &TestApp, question: &'static str) -> Vec<String> {
    app.platform(move |tx| Ok(sql::lines(tx.conn(), question)))
}

fn verified(app: &TestApp) -> Vec<String> {
    asked(
        app,
        "select (email_verified_at is not null)::text as line from accounts.users where email = 'fumi@example.com'",
    )
}

#[test]
fn somebody_signs_up_proves_their_address_and_is_in() {
    for (lang, subject, button) in [
        (
            "en",
            "Omotenashi Connect: confirm your email address",
            "Confirm and sign in",
        ),
        (
            "ja",
            "【Omotenashi Connect】メールアドレスの確認",
            "確認してログインする",
        ),
    ] {
        let app = TestApp::start(TestOptions::default());
        let browser = app.browser();
        let path = format!("/{lang}/account/sign-up");
        let page = browser.open(&path);
        let submit = if lang == "en" {
            "Sign up"
        } else {
            "登録する"
        };
        let sent = page
            .fill("name", "伊藤 ふみ")
            .fill("email", "Fumi@Example.com")
            .fill("new_password", CHOSEN)
            .press(submit);
        assert_eq!(
            (sent.status, sent.url.as_str()),
            (200, &*format!("{path}/sent"))
        );
        assert_eq!(verified(&app), ["false"]);
        let letter = app.letter();
        assert_eq!(
            (
                letter.subject.as_str(),
                letter.from_name.as_str(),
                letter.to_name.as_str()
            ),
            (subject, "Omotenashi Connect", "伊藤 ふみ")
        );
        assert!(!letter.text.contains(CHOSEN) && !letter.html.contains(CHOSEN));
        let link = link(&letter);
        // A mail scanner opens every link.
        for _ in 0..3 {
            assert_eq!(app.browser().visit(&link).status, 200);
        }
        assert_eq!(verified(&app), ["false"]);
        let other = app.browser();
        let wrong = other.open(&link).fill("password", PASSWORD).press(button);
        assert_eq!(
            (wrong.status, verified(&app)),
            (422, vec!["false".to_owned()])
        );
        assert_eq!(wrong.errors().len(), 1);
        // Where the password was chosen a minute ago, nobody types it once more.
        let page = browser.open(&link);
        assert!(page.document().all("[type=password]").is_empty());
        let inside = page.press(button);
        assert_eq!(
            (inside.status, inside.url.as_str()),
            (200, &*format!("/{lang}/account/bookings"))
        );
        assert_eq!(verified(&app), ["true"]);
        let said = inside.flash().unwrap_or_default();
        assert!(said.contains("確認しました") || said.ends_with("is confirmed"));
        let counted = asked(
            &app,
            "select concat_ws(' ', login_count, locale, role) as line from accounts.users",
        );
        assert_eq!(counted, [format!("1 {lang} customer")]);
        assert_eq!(browser.visit(&link).status, 410, "a link works once");
    }
}

#[test]
fn whoever_signs_up_with_a_known_address_is_told_the_same_and_its_owner_is_written_to() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let page = |email: &str| {
        let page = sign_up(&app.browser(), email, CHOSEN);
        // What was typed is shown again, and is all that differs.
        let text = page.text().to_lowercase();
        let text = text.replace(&email.to_lowercase(), "…");
        (page.status, page.url.clone(), text)
    };
    assert_eq!(page("DAICHI@example.com"), page("fumi@example.com"));
    let mut letters = app.letters();
    letters.sort_by(|one, other| one.to.cmp(&other.to));
    let told: Vec<_> = letters
        .iter()
        .map(|letter| (letter.to.as_str(), letter.subject.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("daichi@example.com", "【Omotenashi Connect】ご登録について"),
            (
                "fumi@example.com",
                "Omotenashi Connect: confirm your email address"
            )
        ]
    );
    assert_eq!(
        letters[0].to_name, "小川 大地",
        "the name is the owner's, not what a stranger typed"
    );
    assert!(!letters[0].text.contains("Fumi"));
    cast.daichi.sign_in(&app);
}

#[test]
fn an_address_that_was_never_proved_is_nobodys_and_its_older_letter_dies() {
    let app = TestApp::start(TestOptions::default());
    sign_up(
        &app.browser(),
        "fumi@example.com",
        "the password of a stranger",
    );
    let strangers = link(&app.letter());
    sign_up(&app.browser(), "fumi@example.com", CHOSEN);
    let own = link(&app.letter());
    assert_eq!(app.browser().visit(&strangers).status, 410);
    assert_eq!(
        prove(&app.browser(), &own, "the password of a stranger").status,
        422
    );
    assert_eq!(prove(&app.browser(), &own, CHOSEN).status, 200);
    // Now it is somebody's: a third one changes nothing.
    sign_up(
        &app.browser(),
        "fumi@example.com",
        "the password of a stranger",
    );
    assert_eq!(
        app.letter().subject,
        "Omotenashi Connect: about your account"
    );
    assert_eq!(
        sign_in(&app, "fumi@example.com", CHOSEN).url,
        "/en/account/bookings"
    );
}

#[test]
fn a_proof_dies_after_a_day_and_signing_in_sends_another() {
    let app = TestApp::start(TestOptions::default());
    let browser = app.browser();
    sign_up(&browser, "fumi@example.com", CHOSEN);
    let old = link(&app.letter());
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock()
        .set(now + TimeDelta::hours(24) - TimeDelta::seconds(1));
    assert_eq!(browser.visit(&old).status, 200);
    app.clock().set(now + TimeDelta::hours(24));
    let gone = browser.visit(&old);
    assert_eq!(
        (gone.status, gone.heading().as_str()),
        (410, "This link no longer works")
    );
    let page = gone.follow("Sign in");
    let form = page.fill("email", "fumi@example.com");
    let sent = form.fill("password", CHOSEN).press("Sign in");
    assert_eq!(sent.url, "/en/account/sign-up/sent");
    let said = sent.flash().unwrap_or_default();
    assert!(
        said.starts_with("Your email address isn't confirmed yet"),
        "{said}"
    );
    assert!(
        browser.cookie("oc").is_none(),
        "nobody comes in without a proof"
    );
    assert_eq!(sign_in(&app, "fumi@example.com", PASSWORD).status, 422);
    let inside = prove(&browser, &link(&app.letter()), CHOSEN);
    assert_eq!(inside.url, "/en/account/bookings");
}

#[test]
fn a_letter_that_waited_too_long_is_not_sent() {
    let app = TestApp::start(TestOptions::default());
    sign_up(&app.browser(), "fumi@example.com", CHOSEN);
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::hours(25));
    assert!(app.letters().is_empty());
    let left = asked(
        &app,
        "select count(*)::text as line from notifications.notification_outbox",
    );
    assert_eq!(left, ["0"]);
}

#[test]
fn what_is_wrong_is_said_at_its_box_and_kept_but_for_the_password() {
    let app = TestApp::start(TestOptions::default());
    for (password, complaint) in [
        ("", "Enter a password"),
        ("seven c", "Use at least 8 characters"),
        (
            "password1",
            "This password is easy to guess. Choose another",
        ),
        (
            "fumi@example.com",
            "This password is easy to guess. Choose another",
        ),
        (&"長".repeat(129), "Use no more than 128 characters"),
    ] {
        let page = sign_up(&app.browser(), "fumi@example.com", password);
        assert_eq!(page.status, 422, "{password}");
        assert_eq!(
            page.error("new_password").as_deref(),
            Some(complaint),
            "{password}"
        );
        assert_eq!(page.field("email").value, "fumi@example.com");
        assert_eq!(page.field("new_password").value, "");
        let japanese = page.press("日本語");
        assert_eq!(
            japanese.field("name").value,
            "Fumi Ito",
            "typed text goes along into the other language"
        );
        assert_eq!(japanese.field("new_password").value, "");
    }
    for password in ["長い長い提灯の列", " spaces around ", "🏮🍡🌊🗻🦊🎏🍵🎐"]
    {
        assert_eq!(
            sign_up(&app.browser(), "fumi@example.com", password).status,
            200
        );
    }
    let page = app.browser().open(SIGN_UP).press("Sign up");
    assert_eq!((page.status, page.errors().len()), (422, 3));
}

#[test]
fn signing_up_has_its_limits() {
    let app = TestApp::start(TestOptions::default());
    for _ in 0..5 {
        assert_eq!(
            sign_up(&app.browser(), "fumi@example.com", CHOSEN).status,
            200
        );
    }
    let sixth = sign_up(&app.browser(), "FUMI@example.com", CHOSEN);
    assert_eq!(
        (sixth.status, sixth.header("retry-after")),
        (429, Some("900"))
    );
    for number in 0..15 {
        let email = format!("fumi{number}@example.com");
        assert_eq!(
            sign_up(&app.browser(), &email, CHOSEN).status,
            200,
            "{number}"
        );
    }
    assert_eq!(
        sign_up(&app.browser(), "fumi99@example.com", CHOSEN).status,
        429
    );
}

#[test]
fn the_password_is_asked_for_where_it_was_not_chosen_or_where_a_stranger_has_chosen_another() {
    let app = TestApp::start(TestOptions::default());
    let boxes = |page: &Page| page.document().all("[type=password]").len();
    let browser = app.browser();
    sign_up(&browser, "fumi@example.com", CHOSEN);
    let first = link(&app.letter());
    assert_eq!(boxes(&browser.open(&first)), 0);
    assert_eq!(boxes(&app.browser().open(&first)), 1, "another browser");
    // The same password, chosen by somebody else: what stands now is theirs, whatever this browser knows.
    sign_up(&app.browser(), "fumi@example.com", CHOSEN);
    let second = link(&app.letter());
    let page = browser.open(&second);
    assert_eq!(boxes(&page), 1);
    assert_eq!(page.press("Confirm and sign in").status, 422);
    // Sent once more, it is known still; an hour later nobody knows who sits there.
    let sent = sign_up(&browser, "fumi@example.com", CHOSEN);
    app.letter();
    sent.press("Send again");
    let third = link(&app.letter());
    assert_eq!(boxes(&browser.open(&third)), 0);
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::minutes(61));
    assert_eq!(boxes(&browser.open(&third)), 1);
}
