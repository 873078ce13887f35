//! A person's own pages, looked at in the real browser as a guest's are.

use super::second_factor::Telephone;
use crate::support::{
    app::{TestApp, TestOptions},
    build::a_booking,
    chromium::Chromium,
    eye::Eye,
    letters::link,
    people::{Cast, PASSWORD},
};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    sign_in: [&'static str; 2],
    sign_up: [&'static str; 2],
    sent: &'static str,
    forgotten: [&'static str; 2],
    choose: [&'static str; 2],
    code_ask: [&'static str; 2],
    code_enter: &'static str,
    gone: &'static str,
    prove: &'static str,
    bookings: &'static str,
    password: [&'static str; 2],
    email: [&'static str; 2],
    agree: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        sign_in: ["ログイン", "ログインする"],
        sign_up: ["新規登録", "登録する"],
        sent: "メールを送信しました",
        forgotten: ["パスワードの再設定", "メールを送信する"],
        choose: ["新しいパスワードの設定", "パスワードを設定する"],
        code_ask: ["確認コードでログイン", "コードを送信する"],
        code_enter: "確認コードの入力",
        gone: "このリンクは使えません",
        prove: "メールアドレスの確認",
        bookings: "ご予約の一覧",
        password: ["パスワードの変更", "パスワードを変更する"],
        email: ["メールアドレスの変更", "確認メールを送信する"],
        agree: "メールアドレスの変更の確認",
    },
    Tongue {
        code: "en",
        sign_in: ["Sign in", "Sign in"],
        sign_up: ["Sign up", "Sign up"],
        sent: "Check your email",
        forgotten: ["Reset your password", "Send the link"],
        choose: ["Choose a new password", "Save the new password"],
        code_ask: ["Sign in with a code", "Send the code"],
        code_enter: "Enter your code",
        gone: "This link no longer works",
        prove: "Confirm your email address",
        bookings: "Your bookings",
        password: ["Change your password", "Change password"],
        email: ["Change your email address", "Send confirmation emails"],
        agree: "Confirm the change",
    },
];

fn coming_in(app: &TestApp, window: &Chromium, eye: &mut Eye<'_>, tongue: &Tongue) {
    let path = |rest: &str| format!("/{}/account/{rest}", tongue.code);
    let form = |eye: &mut Eye<'_>, rest: &str, [title, button]: [&str; 2]| {
        eye.visit(&path(rest), title);
        eye.press_in_vain(button, title);
    };
    window.forget();
    form(eye, "sign-in", tongue.sign_in);
    form(eye, "reset", tongue.forgotten);
    window
        .fill("email", "aoi@example.com")
        .press(tongue.forgotten[1]);
    eye.arrives(tongue.sent).look("sent");
    let reset = link(&app.letter());
    form(eye, reset.trim_start_matches(&path("")), tongue.choose);
    form(eye, "sign-up", tongue.sign_up);
    let email = format!("fumi-{}@example.com", tongue.code);
    window.fill("name", "勅使河原 ふみ").fill("email", &email);
    window
        .fill("new_password", "seven lanterns in a row")
        .press(tongue.sign_up[1]);
    eye.arrives(tongue.sent).look("sent");
    eye.visit(&link(&app.letter()), tongue.prove);
    form(eye, "code", tongue.code_ask);
    window.fill("email", &email).press(tongue.code_ask[1]);
    eye.arrives(tongue.code_enter).look("digits");
    eye.press_in_vain(tongue.sign_in[1], tongue.code_enter);
    let letter = app.letter();
    let (_, digits) = letter.subject.rsplit_once(' ').unwrap();
    window.fill("code", digits).press(tongue.sign_in[1]);
    eye.arrives(tongue.bookings).look("nothing booked");
    eye.visit(&path(&format!("reset/{}", "A".repeat(43))), tongue.gone);
}

/// The words of proving twice.
struct Proofs {
    code: &'static str,
    title: &'static str,
    set_up: [&'static str; 2],
    finish: &'static str,
    codes: &'static str,
    confirm: [&'static str; 2],
    sign_in: &'static str,
    key: [&'static str; 3],
}

const PROOFS: [Proofs; 2] = [
    Proofs {
        code: "ja",
        title: "2段階認証",
        set_up: ["認証アプリを設定する", "認証アプリの設定"],
        finish: "設定を完了する",
        codes: "リカバリーコード",
        confirm: ["パスワードの再確認", "続ける"],
        sign_in: "ログインする",
        key: ["パスキーを追加する", "パスキーでログイン", "パスキーの追加"],
    },
    Proofs {
        code: "en",
        title: "Two-step verification",
        set_up: ["Set up an authenticator app"; 2],
        finish: "Finish",
        codes: "Recovery codes",
        confirm: ["Confirm it's you", "Continue"],
        sign_in: "Sign in",
        key: ["Add a passkey", "Sign in with a passkey", "Add a passkey"],
    },
];

#[test]
fn the_pages_of_the_second_factor_are_whole_in_each_size_and_light() {
    let app = TestApp::start(TestOptions {
        host: "localhost",
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (words, person) in PROOFS.iter().zip([&cast.aoi, &cast.chika]) {
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{}/account/{rest}", words.code);
        window.as_of(&person.sign_in(&app));
        eye.visit(&path("second-factor"), words.title);
        eye.press(words.key[0], words.key[2]);
        eye.visit(&path("second-factor"), words.title);
        eye.press(words.set_up[0], words.set_up[1]);
        eye.press_in_vain(words.finish, words.set_up[1]);
        let telephone = Telephone::reading(&window.document());
        let digits = telephone.at(app.platform(|tx| Ok(tx.now())));
        window.fill("code", &digits).press(words.finish);
        eye.arrives(words.codes).look("new codes");
        eye.visit(&path("second-factor"), words.title);
        window.forget();
        eye.visit(&path("sign-in"), words.sign_in.trim_end_matches("する"));
        eye.press(words.key[1], words.key[1]);
        window.visit(&path("sign-in"));
        window
            .fill("email", &person.email)
            .fill("password", PASSWORD)
            .press(words.sign_in);
        eye.arrives(words.title).look("at the door");
        eye.press_in_vain(words.sign_in, words.title);
        window.as_of(&cast.ben.sign_in(&app));
        eye.visit(&path("confirm"), words.confirm[0]);
        eye.press_in_vain(words.confirm[1], words.confirm[0]);
        eye.close("accounts/second-factor");
    }
}

#[test]
fn every_page_of_ones_own_is_whole_in_each_size_and_light() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for day in 22..=29 {
        let booking = a_booking(&app, &cast.salon, &cast.cut).of(cast.daichi.user);
        booking.at(&format!("2026-11-{day} 10:00")).build();
    }
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for tongue in &TONGUES {
        let mut eye = Eye::new(&window, true);
        coming_in(&app, &window, &mut eye, tongue);
        window.as_of(&cast.daichi.sign_in(&app));
        let path = |rest: &str| format!("/{}/account/{rest}", tongue.code);
        eye.visit(&path("bookings"), tongue.bookings);
        eye.visit(&path("bookings?show=past"), tongue.bookings);
        eye.visit(&path("password"), tongue.password[0]);
        eye.press_in_vain(tongue.password[1], tongue.password[0]);
        eye.visit(&path("email"), tongue.email[0]);
        eye.press_in_vain(tongue.email[1], tongue.email[0]);
        window
            .fill("new_email", "daichi.new@example.com")
            .fill("password", PASSWORD);
        window.press(tongue.email[1]);
        eye.arrives(tongue.sent).look("sent");
        let agree = link(&app.letters()[0]).replacen("/ja/", &format!("/{}/", tongue.code), 1);
        eye.visit(&agree, tongue.agree);
        eye.close("accounts/own");
    }
}
