//! Passkeys, with the real browser and a key of its own.

use crate::support::{
    app::{TestApp, TestOptions},
    chromium::Chromium,
    passkeys::{self, heading},
    people::{Cast, PASSWORD},
    sql,
};
use chrono::TimeDelta;
use serde_json::{Value, json};

const FACTOR: &str = "/ja/account/second-factor";

/// A site with a name, which keys need, and a window on a device that has none yet.
fn house() -> Option<(TestApp, Cast, Chromium, String)> {
    let (app, cast) = passkeys::house();
    let (window, device) = passkeys::window(&app)?;
    Some((app, cast, window, device))
}

/// Daichi's telephone gets a key.
fn add(app: &TestApp, cast: &Cast, window: &Chromium) {
    passkeys::add(app, window, &cast.daichi);
}

fn keys(app: &TestApp) -> Vec<String> {
    let mut house = sql::connect_as_house(app.database_url());
    sql::lines(
        &mut house,
        "select user_id || ' ' || (last_used_at is not null) as line from accounts.passkeys",
    )
}

#[test]
fn a_passkey_opens_the_door_without_address_password_or_digits() {
    let Some((app, cast, window, _device)) = house() else {
        return;
    };
    add(&app, &cast, &window);
    assert_eq!(keys(&app), [format!("{} false", cast.daichi.user)]);
    assert_eq!(
        app.letter().subject,
        "【Omotenashi Connect】2段階認証の確認方法が追加されました"
    );
    window
        .forget()
        .visit("/ja/account/sign-in?next=/ja/account/sessions")
        .press("パスキーでログイン");
    heading(&window, "ログイン中の端末");
    assert_eq!(keys(&app), [format!("{} true", cast.daichi.user)]);
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
    // And in place of the digits, after a password.
    window.forget().visit("/ja/account/sign-in");
    window
        .fill("email", &cast.daichi.email)
        .fill("password", PASSWORD)
        .press("ログインする");
    heading(&window, "2段階認証");
    window.press("パスキーでログイン");
    heading(&window, "ご予約の一覧");
    // And gone, it opens nothing.
    window.visit(FACTOR).press("削除する");
    heading(&window, "パスキーの削除");
    window.press("削除する");
    heading(&window, "2段階認証");
    assert!(keys(&app).is_empty());
    window
        .forget()
        .visit("/ja/account/sign-in")
        .press("パスキーでログイン");
    window.until("document.querySelector('main').textContent.includes('このパスキーではログインできませんでした')");
}

/// Begins at the door and takes what the key signs out of the page: ticket and answer.
fn intercepted(window: &Chromium) -> (String, String) {
    window
        .forget()
        .visit("/ja/account/sign-in")
        .press("パスキーでログイン");
    passkeys::answer(window)
}

#[test]
fn an_answer_counts_once_and_only_for_what_was_asked() {
    let Some((app, cast, window, _device)) = house() else {
        return;
    };
    add(&app, &cast, &window);
    passkeys::hold_back(&window);
    let send = |ticket: &str, answer: &str| {
        let pairs = [("ticket", ticket), ("answer", answer), ("next", "")];
        app.browser()
            .post("/ja/account/passkey/answer", &pairs)
            .status
    };
    let (ticket, answer) = intercepted(&window);
    assert_eq!(send(&ticket, &answer), 303, "the right one");
    assert_eq!(send(&ticket, &answer), 422, "again");

    let (first, _) = intercepted(&window);
    let (second, answer) = intercepted(&window);
    assert_eq!(send(&first, &answer), 422, "to another question");
    assert_eq!(send(&second, &answer), 303);

    let (ticket, answer) = intercepted(&window);
    let mut forged: Value = serde_json::from_str(&answer).unwrap();
    let signature = forged["response"]["signature"].as_str().unwrap().to_owned();
    let letter = if &signature[20..21] == "A" { "B" } else { "A" };
    let other = format!("{}{letter}{}", &signature[..20], &signature[21..]);
    forged["response"]["signature"] = json!(other);
    assert_eq!(send(&ticket, &forged.to_string()), 422, "signed otherwise");
    assert_eq!(send(&ticket, &answer), 422, "a question has one answer");

    let (ticket, answer) = intercepted(&window);
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::minutes(5));
    assert_eq!(send(&ticket, &answer), 422, "too late");
    for nonsense in ["", "{}", "null", "[1]", &"x".repeat(5000)] {
        let (ticket, _) = intercepted(&window);
        assert_eq!(send(&ticket, nonsense), 422, "{nonsense:.10}");
    }
    assert_eq!(send("AAAA", &answer), 400);
}

#[test]
fn who_is_not_recognised_by_their_own_device_reads_what_to_do() {
    let Some((app, cast, window, device)) = house() else {
        return;
    };
    add(&app, &cast, &window);
    window.devtools(
        "WebAuthn.setUserVerified",
        json!({"authenticatorId": device, "isUserVerified": false}),
    );
    window
        .forget()
        .visit("/ja/account/sign-in")
        .press("パスキーでログイン");
    window.until("document.querySelector('[data-failed]')?.hidden === false");
    assert_eq!(window.path(), "/ja/account/passkey");
    window.devtools(
        "WebAuthn.setUserVerified",
        json!({"authenticatorId": device, "isUserVerified": true}),
    );
    window.press("もう一度試す");
    heading(&window, "ご予約の一覧");
}

#[test]
fn a_site_without_a_name_offers_no_keys() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let page = cast.daichi.sign_in(&app).open(FACTOR);
    assert!(!page.text().contains("パスキー"), "{}", page.text());
    let door = app.browser().open("/ja/account/sign-in");
    assert!(!door.text().contains("パスキー"));
}

#[test]
fn who_is_asked_again_is_offered_a_passkey_only_if_they_have_one() {
    let (app, cast) = passkeys::house();
    let daichi = cast.daichi.sign_in(&app);
    let asked = |passkey: bool| {
        let page = daichi.open("/ja/account/confirm?next=/ja/account/email");
        let offered = page.text().contains("パスキーでログイン");
        assert_eq!(offered, passkey, "{}", page.text());
        let wrong = page.fill("password", "no").press("続ける");
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.text().contains("パスキーでログイン"), passkey);
    };
    asked(false);
    let run = |what: &str| {
        let house = &mut sql::connect_as_house(app.database_url());
        sql::run(house, what);
    };
    let give = |to: &str| {
        format!(
            "insert into accounts.passkeys (user_id, credential_id, key_json) values ('{to}', '{to}', '{{}}')"
        )
    };
    run(&give(&cast.ben.user.to_string()));
    asked(false);
    run(&give(&cast.daichi.user.to_string()));
    asked(true);
    run("update accounts.users set password_hash = null");
    let page = daichi.open("/ja/account/confirm?next=/ja/account/email");
    assert!(page.text().contains("パスワードを設定していないため"));
    let ceremony = page.press("パスキーでログイン");
    assert_eq!(ceremony.heading(), "パスキーでログイン");
    assert_eq!(ceremony.field("next").value, "/ja/account/email");
}
