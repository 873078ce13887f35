//! What whoever asks is told is the same whether there is an account or not, and so is the work it takes. Time
//! itself is not measured: what would take it is counted, statements and hashes.

use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
};
use omotenashi::domain::accounts::password::{self, Strength};
use std::time::{Duration, Instant};

fn answered(app: &TestApp, path: &str, form: &[(&str, &str)]) -> (u16, String, usize) {
    let before = app.statements();
    let page = app.browser().post(path, form);
    let typed = form[0].1;
    let place = page.location().unwrap_or_default();
    (
        page.status,
        format!("{place} {}", page.html.replace(typed, "…")),
        app.statements() - before,
    )
}

#[test]
fn a_wrong_password_and_an_unknown_address_are_the_same_answer_and_the_same_work() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    app.insert_outside(
        "accounts.users",
        serde_json::json!({"email": "other@example.com", "display_name": "他",
        "role": "customer", "email_verified_at": "2026-01-01T00:00:00Z"}),
    );
    app.insert_outside(
        "accounts.users",
        serde_json::json!({"email": "gone1@example.com", "display_name": "退",
        "role": "customer", "is_active": false}),
    );
    let tried = |email: &str| {
        let form = [("email", email), ("password", "not this one")];
        answered(&app, "/ja/account/sign-in", &form)
    };
    tried("warm@example.com");
    let nobody = tried("nobody@example.com");
    assert_eq!(nobody.0, 422);
    // The number of the request is another each time.
    assert_eq!(tried("daichi@example.com"), nobody);
    assert_eq!(
        tried("other@example.com"),
        nobody,
        "who comes in another way"
    );
    assert_eq!(tried("gone1@example.com"), nobody, "who was shut out");
}

#[test]
fn signing_up_with_a_known_address_hashes_and_writes_as_for_a_new_one() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let tried = |email: &str| {
        let form = [
            ("email", email),
            ("name", "Fumi"),
            ("new_password", "seven lanterns in a row"),
        ];
        answered(&app, "/en/account/sign-up", &form)
    };
    tried("warm@example.com");
    let (status, page, statements) = tried("fumi@example.com");
    let known = tried("daichi@example.com");
    assert_eq!((status, &page), (known.0, &known.1));
    assert!(
        statements.abs_diff(known.2) <= 3,
        "{statements} and {}",
        known.2
    );
}

#[test]
fn without_a_hash_as_much_is_reckoned_as_with_one() {
    let hash = password::hash("seven lanterns in a row", Strength::REAL).unwrap();
    let least = |hash: Option<&str>| {
        let took = (0..5).map(|_| {
            let begun = Instant::now();
            assert!(!password::is_right("not this one", hash));
            begun.elapsed()
        });
        took.min().unwrap_or(Duration::ZERO)
    };
    least(None);
    let (nobody, somebody) = (least(None), least(Some(&hash)));
    // No measure of either: leaving the work out would be a thousandth of it.
    assert!(
        nobody * 3 > somebody && somebody * 3 > nobody,
        "{nobody:?} and {somebody:?}"
    );
}
