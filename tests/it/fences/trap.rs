//! What fills in every box it finds is told apart from people, without asking people to prove anything.

use crate::{
    public::walk::{JA, held, told},
    support::{
        app::{TestApp, TestOptions},
        build::{a_business, a_service},
        chromium::Chromium,
        sql,
    },
};

#[test]
fn what_fills_in_every_box_signs_nobody_up() {
    let app = TestApp::start(TestOptions::default());
    let page = app.browser().open("/en/account/sign-up");
    let form = page
        .fill("name", "Fumi Ito")
        .fill("email", "fumi@example.com")
        .fill("new_password", "seven lanterns in a row");
    let refused = form
        .clone()
        .fill("website", "https://buy.example")
        .send("Sign up");
    assert_eq!(refused.status, 422);
    assert_eq!(refused.errors().len(), 1, "{:?}", refused.errors());
    assert_eq!(
        refused.field("website").value,
        "",
        "a person presses again and is through"
    );
    assert!(app.letters().is_empty());
    let count = |app: &TestApp| {
        app.platform(|tx| {
            Ok(sql::lines(
                tx.conn(),
                "select email::text as line from accounts.users",
            ))
        })
    };
    assert!(count(&app).is_empty());
    let again = refused
        .fill("new_password", "seven lanterns in a row")
        .press("Sign up");
    assert_eq!(again.status, 200);
    assert_eq!(count(&app), ["fumi@example.com"]);
}

#[test]
fn what_fills_in_every_box_books_nothing() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let refused = told(&details, &JA, &[("website", "https://buy.example")]);
    assert_eq!((refused.status, refused.errors().len()), (422, 1));
    assert_eq!(refused.field("family_name").value, "山田");
    assert_eq!(refused.field("website").value, "");
    let check = details
        .browser
        .visit(&details.url.replace("details", "confirm"));
    assert_eq!(check.status, 303, "nothing was kept");
    let done = refused.press(JA.review).press(JA.confirm);
    assert_eq!(done.heading(), "ご予約が確定しました");
}

#[test]
fn nobody_sees_the_box_or_comes_to_it_with_the_keys() {
    let app = TestApp::start(TestOptions::default());
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    window.visit("/ja/account/sign-up");
    let around = window.execute(
        "const box = document.querySelector('[name=website]'); const part = box.closest('[aria-hidden=true]');
         const size = part.getBoundingClientRect(); return [part !== null, box.tabIndex, size.width <= 1 && size.height <= 1,
         box.autocomplete].join(' ')",
    );
    assert_eq!(around.as_str(), Some("true -1 true off"));
}
