//! What has to be done before an account can end, and what is asked.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    build::a_booking,
    people::{Cast, PASSWORD, a_person},
};

const ERASE: &str = "/en/account/erase";
const BUTTON: &str = "Close my account and delete my data";

fn erase(browser: &Browser, password: &str, word: &str) -> Page {
    let page = browser.open(ERASE);
    page.fill("password", password)
        .fill("word", word)
        .press(BUTTON)
}

#[test]
fn whoever_works_somewhere_or_is_expected_somewhere_is_told_so_and_not_asked() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for (person, said) in [
        (&cast.aoi, "You are the owner of Salon Aoi."),
        (&cast.ben, "You work at Salon Aoi."),
        (&cast.chika, "You are the owner of Chika Dental."),
        (&cast.daichi, "You still have bookings. Cancel them"),
    ] {
        let browser = person.sign_in(&app);
        let page = browser.open(ERASE);
        assert!(page.text().contains(said), "{said}: {}", page.text());
        assert!(!page.html.contains("name=\"word\""), "nothing is asked");
        let key = browser.open("/en/account/export").field("csrf").value;
        let forced = [
            ("csrf", key.as_str()),
            ("password", PASSWORD),
            ("word", "close my account"),
        ];
        assert_eq!(browser.post(ERASE, &forced).status, 422, "nor taken");
        assert_eq!(browser.open(ERASE).status, 200, "they are still there");
    }
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open(ERASE);
    let booking = format!("/en/bookings/{}", cast.booking.token);
    assert!(
        page.html.contains(&format!("href=\"{booking}\"")),
        "the way there"
    );
    app.execute(cast.salon.id, "update bookings set status = 'completed'");
    app.insert(
        cast.salon.id,
        "payments.booking_payments",
        serde_json::json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "provider": "x", "amount_cents": 1}),
    );
    assert!(browser.open(ERASE).text().contains("A payment is still"));
    let operator = a_person(&app, "fuyu", "Fuyu", "admin").sign_in(&app);
    assert!(
        operator
            .open(ERASE)
            .text()
            .contains("operator of this service")
    );
}

#[test]
fn the_password_and_the_word_are_asked_in_both_languages() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    app.execute(cast.salon.id, "update bookings set status = 'completed'");
    let browser = cast.daichi.sign_in(&app);
    for (password, word, complaints) in [
        ("", "", 2),
        ("wrong", "close my account", 1),
        (PASSWORD, "close", 1),
    ] {
        let refused = erase(&browser, password, word);
        assert_eq!(
            (refused.status, refused.errors().len()),
            (422, complaints),
            "{password} {word}"
        );
        assert_eq!(refused.field("word").value, word);
        assert!(refused.field("password").value.is_empty());
    }
    let japanese = browser.open("/ja/account/erase");
    let done = japanese
        .fill("password", PASSWORD)
        .fill("word", "退会する")
        .press("退会して情報を消去する");
    assert_eq!(done.heading(), "退会しました");
    assert_eq!(
        browser.visit("/ja/account/profile").status,
        303,
        "signed out"
    );
}

#[test]
fn a_booking_made_in_the_same_moment_is_kept_until_it_is_over() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    app.execute(cast.salon.id, "update bookings set status = 'completed'");
    let browser = cast.daichi.sign_in(&app);
    let asked = erase(&browser, PASSWORD, "Close my account ");
    assert_eq!(asked.heading(), "Your account is closed");
    let late = a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-11-23 10:00")
        .build();
    let onto_the_card = format!(
        "update bookings set customer_id = '{}' where id = '{}'",
        cast.booking.customer, late.id
    );
    app.execute(cast.salon.id, onto_the_card);
    let named = |app: &TestApp| {
        app.count(
            cast.salon.id,
            format!(
                "select count(*) from customers where id = '{}' and name <> ''",
                cast.booking.customer
            ),
        )
    };
    app.letters();
    assert_eq!(named(&app), 1, "the shop knows whom it expects");
    app.clock()
        .set(crate::support::app::tokyo("2026-11-23 11:01"));
    app.letters();
    assert_eq!(named(&app), 0);
    let open = "select count(*) from accounts.erasures where finished_at is null or emails <> '{}'";
    let left = app.platform(move |tx| {
        Ok(crate::support::sql::lines(
            tx.conn(),
            &format!("select ({open})::text as line"),
        ))
    });
    assert_eq!(left, ["0"]);
}

#[test]
fn whoever_has_no_password_must_have_come_in_a_moment_ago() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    app.execute(cast.salon.id, "update bookings set status = 'completed'");
    let browser = cast.daichi.sign_in(&app);
    let user = cast.daichi.user;
    app.platform(move |tx| {
        let forgets = format!("update accounts.users set password_hash = null where id = '{user}'");
        diesel::RunQueryDsl::execute(diesel::sql_query(forgets), tx.conn())?;
        Ok(())
    });
    let page = browser.open(ERASE);
    assert!(!page.html.contains("name=\"password\""), "{}", page.text());
    let later = crate::support::app::tokyo("2026-11-20 10:31");
    app.clock().set(later);
    for form in [ERASE, "/en/account/export"] {
        let asked = browser.visit(form);
        assert!(
            asked
                .location()
                .is_some_and(|there| there.contains("/account/confirm")),
            "{form}: {}",
            asked.status
        );
    }
    let too_late = page.fill("word", "close my account").send(BUTTON);
    assert!(
        too_late
            .location()
            .is_some_and(|there| there.contains("/account/confirm")),
        "{}",
        too_late.status
    );
    app.clock()
        .set(crate::support::app::tokyo("2026-11-20 10:29"));
    let done = page.fill("word", "close my account").press(BUTTON);
    assert_eq!(done.heading(), "Your account is closed");
}
