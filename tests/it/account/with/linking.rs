//! Linking to an account that is there: never by itself, and never somebody else's.

use super::{IDENTITIES, SIGN_IN, is_in, set_out, stage};
use crate::account::second_factor::set_up;
use crate::support::{
    browser::Page,
    letters::link,
    people::{Cast, PASSWORD},
};
use chrono::TimeDelta;
use omotenashi::base::clock::Clock;

#[test]
fn who_makes_a_provider_say_somebodys_address_is_not_let_into_their_account() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let thief = stage.app.browser();
    let page = stage.comes(&thief, "like-daichi");
    assert_eq!(page.heading(), "You already have an account");
    // Nor by what no page offers them.
    let forced = thief.post(
        "/en/account/identities/new",
        &[("name", "Thief"), ("email", "daichi@example.com")],
    );
    assert_eq!(forced.heading(), "You already have an account");
    assert_eq!(
        thief
            .post("/en/account/identities/link", &[("csrf", "")])
            .status,
        303
    );
    assert!(!is_in(&thief) && stage.linked().is_empty());
    let again = stage.comes(&stage.app.browser(), "like-daichi");
    assert_eq!(again.heading(), "You already have an account");
    cast.daichi.sign_in(&stage.app);
    assert!(stage.app.letters().is_empty());
}

fn known_then(page: &Page) -> Page {
    let sign_in = page.follow("Sign in");
    let named = sign_in.fill("email", "daichi@example.com");
    named.fill("password", PASSWORD).press("Sign in")
}

#[test]
fn who_signs_in_once_as_usual_links_it_and_is_told_by_letter() {
    let Some(stage) = stage() else { return };
    Cast::of(&stage.app);
    let browser = stage.app.browser();
    let confirm = known_then(&stage.comes(&browser, "like-daichi"));
    assert_eq!(confirm.heading(), "Link Aozora");
    assert!(confirm.text().contains("with Aozora (daichi@example.com)"));
    assert!(stage.linked().is_empty(), "nothing is linked by looking");
    let keyless = browser.post("/en/account/identities/link", &[("csrf", "x")]);
    assert_eq!(keyless.status, 403);
    let done = confirm.press("Link");
    assert_eq!(
        done.flash().as_deref(),
        Some("This way to sign in was added")
    );
    assert_eq!(stage.linked(), ["daichi@example.com like-daichi"]);
    let letter = stage.app.letter();
    assert_eq!(letter.to, "daichi@example.com");
    assert_eq!(link(&letter), "/ja/account/identities");
    assert_eq!(confirm.press("Link").status, 410, "the offer is used");
    assert_eq!(
        stage.comes(&stage.app.browser(), "like-daichi").url,
        "/en/account/bookings"
    );
}

#[test]
fn digits_from_a_letter_are_the_usual_way_as_well() {
    let Some(stage) = stage() else { return };
    Cast::of(&stage.app);
    let page = stage.comes(&stage.app.browser(), "like-daichi");
    let ask = page.follow("Sign in with a code");
    let enter = ask
        .fill("email", "daichi@example.com")
        .press("Send the code");
    let letter = stage.app.letter();
    let (_, digits) = letter.subject.rsplit_once(' ').unwrap();
    let confirm = enter.fill("code", digits).press("Sign in");
    assert_eq!(confirm.heading(), "Link Aozora");
    confirm.press("Link");
    assert_eq!(stage.linked(), ["daichi@example.com like-daichi"]);
}

/// Somebody signed in presses the button on their own page.
fn links_another(
    stage: &super::Stage,
    browser: &crate::support::browser::Browser,
    login: &str,
) -> Page {
    stage.tick();
    let back = stage
        .provider
        .agree(&set_out(&browser.open(IDENTITIES), "Link Aozora"), login);
    stage.tick();
    browser.open(&back)
}

#[test]
fn what_is_linked_elsewhere_or_already_is_not_linked_again() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let daichi = cast.daichi.sign_in(&stage.app);
    links_another(&stage, &daichi, "fumi-7").press("Link");
    assert_eq!(stage.linked(), ["daichi@example.com fumi-7"]);
    let again = links_another(&stage, &daichi, "fumi-7");
    assert_eq!(again.flash().as_deref(), Some("This is linked already"));
    let ben = cast.ben.sign_in(&stage.app);
    let taken = links_another(&stage, &ben, "fumi-7");
    assert_eq!(taken.status, 409);
    assert!(taken.text().contains("linked to another account"));
    assert_eq!(stage.linked(), ["daichi@example.com fumi-7"]);
    // Ben is still Ben.
    assert!(!ben.open(IDENTITIES).text().contains("fumi@example.com"));
}

#[test]
fn a_way_in_is_taken_away_but_not_the_last_and_not_somebody_elses() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let fumi = stage.moves_in("fumi-7");
    let last = fumi.open(IDENTITIES).press("Unlink Aozora");
    assert!(
        last.flash()
            .unwrap()
            .starts_with("This is your last way to sign in")
    );
    assert_eq!(stage.linked(), ["fumi@example.com fumi-7"]);
    let daichi = cast.daichi.sign_in(&stage.app);
    let page = links_another(&stage, &daichi, "gen-8").press("Link");
    stage.app.letters();
    let of_fumi =
        stage.lines("select id::text as line from accounts.identities where subject = 'fumi-7'");
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap();
    for id in [of_fumi[0].as_str(), "x", ""] {
        assert_eq!(
            daichi
                .post(IDENTITIES, &[("csrf", csrf), ("identity", id)])
                .status,
            404
        );
    }
    let keyless = daichi.post(IDENTITIES, &[("csrf", "x"), ("identity", &of_fumi[0])]);
    assert_eq!(keyless.status, 403);
    let gone = page.press("Unlink Aozora");
    assert_eq!(gone.flash().as_deref(), Some("Unlinked"));
    assert_eq!(stage.linked(), ["fumi@example.com fumi-7"]);
    assert!(stage.app.letter().subject.contains("解除"));
    let nobody = stage.comes(&stage.app.browser(), "gen-8");
    assert_eq!(nobody.heading(), "Create your account");
}

#[test]
fn a_passkey_is_a_way_in_and_the_last_one_of_all_stays() {
    let Some(stage) = stage() else { return };
    let fumi = stage.moves_in("fumi-7");
    stage.app.platform(|tx| {
        crate::support::sql::run(
            tx.conn(),
            "insert into accounts.passkeys (user_id, credential_id, key_json, name)
             select id, 'fumi', '{}', 'iPhone' from accounts.users where email = 'fumi@example.com'",
        );
        Ok(())
    });
    let gone = fumi.open(IDENTITIES).press("Unlink Aozora");
    assert_eq!(gone.flash().as_deref(), Some("Unlinked"));
    assert!(stage.linked().is_empty());
    let keys = || stage.lines("select id::text as line from accounts.passkeys");
    let asked = format!(
        "/en/account/second-factor/passkeys/removal?passkey={}",
        keys()[0]
    );
    let last = fumi.open(&asked).press("Remove");
    let said = last.flash().unwrap();
    assert!(
        said.starts_with("This is your last way to sign in"),
        "{said}"
    );
    assert_eq!(keys().len(), 1);
}

#[test]
fn a_closed_account_stays_closed() {
    let Some(stage) = stage() else { return };
    for close in ["is_active = false", "deleted_at = now()"] {
        let sql = format!("update accounts.users set {close} where email = 'fumi@example.com'");
        if stage.linked().is_empty() {
            stage.moves_in("fumi-7");
        }
        stage.app.platform(move |tx| {
            crate::support::sql::run(tx.conn(), &sql);
            Ok(())
        });
        let browser = stage.app.browser();
        let page = stage.comes(&browser, "fumi-7");
        assert_eq!(page.status, 422);
        assert!(page.text().contains("couldn't confirm your sign-in"));
        assert!(!is_in(&browser));
        let open = "update accounts.users set is_active = true, deleted_at = null";
        stage.app.platform(move |tx| {
            crate::support::sql::run(tx.conn(), open);
            Ok(())
        });
    }
    assert_eq!(
        stage.comes(&stage.app.browser(), "fumi-7").url,
        "/en/account/bookings"
    );
}

#[test]
fn buttons_are_there_only_where_a_provider_is() {
    let app = super::site(Vec::new());
    let cast = Cast::of(&app);
    for page in [SIGN_IN, "/en/account/sign-up"] {
        assert!(
            app.browser()
                .open(page)
                .document()
                .all(".ways-in")
                .is_empty()
        );
    }
    let daichi = cast.daichi.sign_in(&app);
    assert!(
        daichi
            .open(IDENTITIES)
            .document()
            .all(".ways-in")
            .is_empty()
    );
    assert_eq!(app.browser().post("/en/account/with/line", &[]).status, 404);
    assert_eq!(app.browser().visit("/account/with/line/return").status, 404);
    let Some(stage) = stage() else { return };
    let page = stage.app.browser().open("/en/account/sign-up");
    let back = stage
        .provider
        .agree(&set_out(&page, "Sign up with Aozora"), "fumi-7");
    assert_eq!(page.browser.open(&back).heading(), "Create your account");
}

#[test]
fn a_providers_word_counts_once_and_whoever_is_half_in_links_nothing() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let daichi = cast.daichi.sign_in(&stage.app);
    let (_, codes) = set_up(&stage.app, &daichi);
    links_another(&stage, &daichi, "fumi-7").press("Link");
    let browser = stage.app.browser();
    let door = stage.comes(&browser, "fumi-7");
    assert_eq!(door.heading(), "Two-step verification");
    assert!(!is_in(&browser));
    let csrf = door.field("csrf").value;
    let half = browser.post(
        "/en/account/with/aozora",
        &[("link", "yes"), ("csrf", &csrf)],
    );
    assert_eq!((half.status, browser.cookie("oc_away")), (303, None));
    let inside = door.fill("code", &codes[0]).press("Sign in");
    assert_eq!(inside.url, "/en/account/bookings");

    // The usual way to an account that has both: the offer waits behind the second step.
    let other = stage.app.browser();
    let door = known_then(&stage.comes(&other, "like-daichi"));
    assert_eq!(door.heading(), "Two-step verification");
    assert_eq!(
        other
            .post("/en/account/identities/link", &[("csrf", &csrf)])
            .status,
        303
    );
    let confirm = door.fill("code", &codes[1]).press("Sign in");
    assert_eq!(confirm.heading(), "Link Aozora");
    confirm.press("Link");
    assert_eq!(stage.linked().len(), 2);
}

#[test]
fn who_was_in_too_long_proves_themselves_before_a_way_in_comes_or_goes() {
    let Some(stage) = stage() else { return };
    let cast = Cast::of(&stage.app);
    let daichi = cast.daichi.sign_in(&stage.app);
    let page = links_another(&stage, &daichi, "fumi-7").press("Link");
    stage
        .app
        .clock()
        .set(Clock::default().now() + TimeDelta::minutes(31));
    for button in ["Unlink Aozora", "Link Aozora"] {
        let asked = page.press(button);
        assert!(
            asked.url.contains("/account/confirm"),
            "{button}: {}",
            asked.url
        );
    }
    assert_eq!(stage.linked(), ["daichi@example.com fumi-7"]);
    let asked = page.press("Unlink Aozora");
    let back = asked.fill("password", PASSWORD).press("Continue");
    assert_eq!(back.url, IDENTITIES);
    back.press("Unlink Aozora");
    assert!(stage.linked().is_empty());
}
