//! The first time, the second time, and without a proved address.

use super::{IDENTITIES, SIGN_IN, Stage, is_in, stage, staged};
use crate::support::{
    browser::{Browser, Page},
    people::Cast,
    provider::{Provider, word},
};
use omotenashi::oidc::Algorithm;
use serde_json::json;

#[test]
fn somebody_new_sees_what_will_be_made_and_comes_in_at_once_the_next_time() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let page = stage.comes(&browser, "fumi-7");
    assert_eq!(page.heading(), "Create your account");
    assert!(page.text().contains("for fumi@example.com"));
    assert_eq!(page.field("name").value, "勅使河原 ふみ");
    assert!(
        stage
            .lines("select email as line from accounts.users")
            .is_empty()
    );
    assert!(!is_in(&browser), "nothing is made by looking");
    let japanese = page.press("日本語");
    assert_eq!(japanese.heading(), "アカウントの作成");
    let nameless = page.fill("name", " ").press("Create account");
    assert_eq!((nameless.status, nameless.errors().len()), (422, 1));
    let inside = page.fill("name", "Fumi").press("Create account");
    assert_eq!(
        (inside.status, inside.url.as_str()),
        (200, "/en/account/bookings")
    );
    assert!(is_in(&browser) && browser.cookie("oc_offer").is_none());
    let made = stage.lines(
        "select concat_ws(' ', email, display_name, locale, email_verified_at is not null, password_hash is null, login_count) as line
         from accounts.users",
    );
    assert_eq!(made, ["fumi@example.com Fumi en t t 1"]);
    assert_eq!(stage.linked(), ["fumi@example.com fumi-7"]);
    // Twice with one offer makes nothing twice.
    assert_eq!(
        page.fill("name", "Fumi").press("Create account").status,
        410
    );

    let again = stage.app.browser();
    let inside = stage.comes(&again, "fumi-7");
    assert_eq!(
        (inside.status, inside.url.as_str()),
        (200, "/en/account/bookings")
    );
    let used = "select (last_used_at is not null)::text as line from accounts.identities";
    assert_eq!(stage.lines(used), ["true"]);
    assert!(again.open(IDENTITIES).text().contains("fumi@example.com"));
}

#[test]
fn the_way_goes_where_somebody_wanted_to_go_if_that_is_ours() {
    let Some(stage) = stage() else { return };
    stage.moves_in("fumi-7");
    for (next, arrives) in [
        ("/ja/account/sessions", "/ja/account/sessions"),
        ("//evil.example/ja/", "/en/account/bookings"),
        ("https://evil.example/", "/en/account/bookings"),
    ] {
        let browser = stage.app.browser();
        let page = browser.open(&format!("{SIGN_IN}?next={next}"));
        let back = stage
            .provider
            .agree(&super::set_out(&page, "Sign in with Aozora"), "fumi-7");
        assert_eq!(browser.open(&back).url, arrives);
    }
}

#[test]
fn what_is_asked_of_the_provider_is_code_flow_with_pkce_and_new_each_time() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let [one, other] = [stage.way(&browser), stage.way(&browser)];
    for (name, value) in [
        ("response_type", "code"),
        ("code_challenge_method", "S256"),
        ("client_id", "omotenashi"),
        ("scope", "openid profile email"),
        ("ui_locales", "en"),
        (
            "redirect_uri",
            &stage.app.url("/account/with/aozora/return"),
        ),
    ] {
        assert_eq!(word(&one, name), value);
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_eq!(word(&one, name).len(), 43);
        assert_ne!(word(&one, name), word(&other, name), "{name}");
        assert!(
            !browser
                .cookie("oc_away")
                .unwrap()
                .contains(&word(&other, name))
        );
    }
}

fn asks_for_digits(stage: &Stage, browser: &Browser, login: &str, email: &str) -> Page {
    let page = stage.comes(browser, login);
    assert_eq!(page.heading(), "Create your account");
    let enter = page
        .fill("name", "Gen")
        .fill("email", email)
        .press("Send the code");
    assert_eq!(enter.heading(), "Enter your code");
    enter
}

fn digits(stage: &Stage) -> String {
    let letter = stage.app.letter();
    letter.subject.rsplit_once(' ').unwrap().1.to_owned()
}

#[test]
fn an_address_that_the_provider_has_not_proved_is_proved_here_before_anything_is_linked() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let enter = asks_for_digits(&stage, &browser, "gen-8", "gen@example.com");
    let state =
        "select concat_ws(' ', email, email_verified_at is null) as line from accounts.users";
    assert_eq!(stage.lines(state), ["gen@example.com t"]);
    assert!(stage.linked().is_empty() && !is_in(&browser));
    let link = enter.fill("code", &digits(&stage)).press("Sign in");
    assert_eq!(link.heading(), "Link Aozora");
    assert!(stage.linked().is_empty());
    let done = link.press("Link");
    assert_eq!(done.url, IDENTITIES);
    assert_eq!(stage.linked(), ["gen@example.com gen-8"]);
    assert_eq!(
        stage.comes(&stage.app.browser(), "gen-8").url,
        "/en/account/bookings"
    );
}

#[test]
fn who_tells_no_address_types_one_and_proves_it() {
    let Some(stage) = stage() else { return };
    let browser = stage.app.browser();
    let enter = asks_for_digits(&stage, &browser, "silent", "silent@example.com");
    let link = enter.fill("code", &digits(&stage)).press("Sign in");
    link.press("Link");
    assert_eq!(stage.linked(), ["silent@example.com silent"]);
}

#[test]
fn an_unproved_address_of_somebody_else_opens_nothing_and_tells_nothing() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let about = |login: &str, email: &str| {
        let browser = stage.app.browser();
        let page = asks_for_digits(&stage, &browser, login, email);
        let wrong = page.fill("code", "000000").press("Sign in");
        assert!(!is_in(&browser));
        let text = page.text().replace(email, "…");
        (text, wrong.status, wrong.error("code"))
    };
    let of_somebody = about("unproved-daichi", "daichi@example.com");
    assert_eq!(of_somebody, about("gen-8", "gen@example.com"));
    assert!(stage.linked().is_empty());
    cast.daichi.sign_in(&stage.app);
}

#[test]
fn a_provider_like_line_signs_with_the_secret_where_that_was_agreed_on_and_nowhere_else() {
    let client = json!({"id_token_signed_response_alg": "HS256", "token_endpoint_auth_method": "client_secret_post"});
    let Some(stage) = staged(Provider::like_line, &client) else {
        return;
    };
    stage.moves_in("fumi-7");
    assert_eq!(stage.linked(), ["fumi@example.com fumi-7"]);
    let not_agreed = |provider: &Provider| {
        let mut settings = provider.like_line();
        settings.algorithms = vec![Algorithm::Rs256, Algorithm::Es256];
        settings
    };
    let Some(stage) = staged(not_agreed, &client) else {
        return;
    };
    let page = stage.comes(&stage.app.browser(), "fumi-7");
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(page.text().contains("couldn't confirm your sign-in"));
}

#[test]
fn elliptic_curves_are_as_good() {
    let client = json!({"id_token_signed_response_alg": "ES256"});
    let Some(stage) = staged(Provider::settings, &client) else {
        return;
    };
    stage.moves_in("fumi-7");
    assert_eq!(stage.linked(), ["fumi@example.com fumi-7"]);
}
