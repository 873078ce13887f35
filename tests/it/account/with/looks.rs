//! The pages of it in the real browser, and the whole way through two sites under our own headers.

use super::{Stage, stage};
use crate::support::{chromium::Chromium, eye::Eye, people::Cast, provider::path};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    sign_in: &'static str,
    with: &'static str,
    sign_up: &'static str,
    create: [&'static str; 2],
    unproved: &'static str,
    known: &'static str,
    link: [&'static str; 2],
    ways: &'static str,
    failed: &'static str,
    gone: &'static str,
    down: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        sign_in: "ログイン",
        with: "Aozoraでログイン",
        sign_up: "新規登録",
        create: ["アカウントの作成", "アカウントを作成する"],
        unproved: "コードを送信する",
        known: "すでにアカウントがあります",
        link: ["Aozoraとの連携", "連携する"],
        ways: "ログイン方法",
        failed: "Aozoraでログインできませんでした",
        gone: "もう一度お試しください",
        down: "Aozoraでログインできませんでした",
    },
    Tongue {
        code: "en",
        sign_in: "Sign in",
        with: "Sign in with Aozora",
        sign_up: "Sign up",
        create: ["Create your account", "Create account"],
        unproved: "Send the code",
        known: "You already have an account",
        link: ["Link Aozora", "Link"],
        ways: "Ways to sign in",
        failed: "We couldn't sign you in with Aozora",
        gone: "Please start again",
        down: "We couldn't sign you in with Aozora",
    },
];

/// The HTTP browser goes to the provider and back, and the window takes over what it carries.
fn told(stage: &Stage, window: &Chromium, login: &str) {
    let browser = stage.app.browser();
    stage.comes(&browser, login);
    window.as_of(&browser);
}

#[test]
fn every_page_of_it_is_whole_in_each_size_and_light() {
    let Some(mut stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let Some(window) = Chromium::open(&stage.app) else {
        return;
    };
    for tongue in &TONGUES {
        let path = |rest: &str| format!("/{}/account/{rest}", tongue.code);
        window.forget();
        let mut eye = Eye::new(&window, true);
        eye.visit(&path("sign-in"), tongue.sign_in);
        eye.visit(&path("sign-up"), tongue.sign_up);
        eye.visit(&path("identities/new"), tongue.gone);
        told(&stage, &window, "fumi-7");
        eye.visit(&path("identities/new"), tongue.create[0]);
        window.fill("name", "");
        eye.press_in_vain(tongue.create[1], tongue.create[0]);
        told(&stage, &window, "gen-8");
        eye.visit(&path("identities/new"), tongue.create[0]);
        window.fill("email", "gen");
        eye.press_in_vain(tongue.unproved, tongue.create[0]);
        told(&stage, &window, "like-daichi");
        eye.visit(&path("identities/new"), tongue.known);
        window.as_of(&cast.daichi.sign_in(&stage.app));
        eye.visit(&path("identities"), tongue.ways);
        eye.close("accounts/with");
    }
    // What is linked, and what is refused.
    for (tongue, login) in TONGUES.iter().zip(["fumi-7", "gen-8"]) {
        let path = |rest: &str| format!("/{}/account/{rest}", tongue.code);
        let mut eye = Eye::new(&window, true);
        told(&stage, &window, login);
        eye.visit(&path("identities/link"), tongue.link[0]);
        eye.press(tongue.link[1], tongue.ways);
        window.visit("/account/with/aozora/return");
        let lang = window.execute("return document.documentElement.lang");
        let failed = TONGUES.iter().find(|known| lang == known.code).unwrap();
        eye.arrives(failed.failed).look("stale");
        eye.close("accounts/with-linked");
    }
    stage.provider.stop();
    stage
        .app
        .clock()
        .set(omotenashi::base::clock::Clock::default().now() + chrono::TimeDelta::minutes(11));
    window.forget();
    let mut eye = Eye::new(&window, true);
    eye.visit("/en/account/sign-in", "Sign in");
    eye.press(TONGUES[1].with, TONGUES[1].down);
    eye.close("accounts/with-refused");
}

#[test]
fn a_real_browser_goes_to_the_provider_and_comes_back_with_script_and_without() {
    let Some(stage) = stage() else { return };
    stage.moves_in("fumi-7");
    let Some(window) = Chromium::open(&stage.app) else {
        return;
    };
    for script in [true, false] {
        window.script(script).visit("/ja/account/sign-in");
        window.press("Aozoraでログイン");
        let arrived = |what: &str| {
            for _ in 0..200 {
                if window.document().all(what).len() == 1 {
                    return;
                }
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            panic!(
                "{what} did not come: {} {}",
                window.path(),
                window.document().text()
            );
        };
        arrived("input[name=login]");
        assert!(
            window.path().starts_with(&stage.provider.issuer),
            "{}",
            window.path()
        );
        window.fill("login", "fumi-7").fill("password", "theirs");
        window.press("Sign-in");
        arrived("input[value=consent]");
        window.press("Continue");
        arrived("html[lang=ja]");
        assert_eq!(
            path(&stage.app.url(&window.path())),
            "/ja/account/bookings?"
        );
        window.forget();
    }
}
