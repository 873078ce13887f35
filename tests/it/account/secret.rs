//! The house changes its secret, by starting anew (RELIABILITY F-19; ASVS 11.1.1): three programs in processes of their own,
//! on one database.

use super::second_factor::{Telephone, set_up};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, PASSWORD, Person},
    program::Program,
};
use chrono::TimeDelta;
use omotenashi::base::clock::Clock;

const OLD: &str = "a secret for tests, of 32 bytes and more";
const NEW: &str = "the secret after it, of 32 bytes and more";
const OWN: &str = "/en/account/bookings";

/// Gives the password, and the code at the second step.
fn come_in(program: &Program, person: &Person, code: &str) -> Page {
    let page = program.browser().open("/en/account/sign-in");
    let page = page.fill("email", &person.email).fill("password", PASSWORD);
    let step = page.press("Sign in");
    assert_eq!(step.heading(), "Two-step verification", "{}", step.text());
    let page = step.fill("code", code);
    page.press("Sign in")
}

/// What the app shows of the half minute after this one: digits of this one may have been taken.
fn next(telephone: &Telephone) -> String {
    telephone.at(Clock::default().now() + TimeDelta::seconds(30))
}

#[test]
fn a_new_secret_ends_sessions_and_nothing_that_people_keep() {
    let app = TestApp::start(TestOptions {
        now: Clock::default().now() - TimeDelta::hours(1),
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    let (daichi, old_link) = (&cast.daichi, &cast.booking.token);
    let (telephone, codes) = set_up(&app, &daichi.sign_in(&app));
    let both = Program::serving(&app, &[("OC_SECRET", NEW), ("OC_SECRET_FORMER", OLD)]);
    let inside = come_in(&both, daichi, &next(&telephone));
    assert_eq!(inside.status, 200, "{}", inside.text());
    assert!(inside.url.starts_with(OWN), "{}", inside.url);
    assert!(come_in(&both, daichi, &codes[0]).url.starts_with(OWN));
    let session = inside.browser.cookie("oc").unwrap();
    // The link that was sent opens, and one's own page leads to one of the new secret.
    let guest = both.browser();
    assert_eq!(guest.visit(&format!("/en/bookings/{old_link}")).status, 200);
    let new_link = own_booking(&inside.browser);
    assert_ne!(&new_link, old_link);
    assert_eq!(guest.visit(&format!("/en/bookings/{new_link}")).status, 200);
    // From now on the row is that link itself.
    assert_eq!(own_booking(&inside.browser), new_link);

    let new = Program::serving(&app, &[("OC_SECRET", NEW)]);
    for (code, why) in [
        (next(&telephone), "app"),
        (codes[1].clone(), "code on paper"),
    ] {
        let refused = come_in(&new, daichi, &code);
        assert_eq!(refused.status, 422, "{why} of the former secret");
    }
    for token in [old_link, &new_link] {
        let path = format!("/en/bookings/{token}");
        assert_eq!(new.browser().visit(&path).status, 200);
    }
    // A session of the same secret outlives the start, one of another does not.
    let again = new.browser();
    again.set_cookie("oc", &session);
    assert_eq!(again.visit(OWN).status, 200);
    let other = Program::serving(&app, &[("OC_SECRET", OLD)]);
    let outside = other.browser();
    outside.set_cookie("oc", &session);
    assert!(outside.open(OWN).url.contains("/sign-in"));
}

/// Opens the only booking on one's own page; gives the token of its address.
fn own_booking(browser: &Browser) -> String {
    for heap in ["coming", "past"] {
        let page = browser.open(&format!("{OWN}?show={heap}"));
        let document = page.document();
        let Some(row) = document.texts(".offer-name").pop() else {
            continue;
        };
        let booking = match document.attribute(".offer a.offer-name", "href") {
            Some(path) => path,
            None => page.press(&row).url,
        };
        return booking.rsplit('/').next().unwrap().to_owned();
    }
    panic!("no booking");
}

#[test]
fn letters_of_a_new_secret_carry_links_that_open() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let path = |token: &str| format!("/en/bookings/{token}");
    let browser = app.browser();
    let booking = browser.open(&path(&cast.booking.token));
    let cancelled = booking.follow("Cancel booking").press("Cancel booking");
    assert_eq!(cancelled.status, 200, "{}", cancelled.text());
    let letters = app.letters_under(NEW.as_bytes());
    let mut paths: Vec<String> = letters.iter().map(link).collect();
    paths.dedup();
    assert_eq!(paths.len(), 1, "{letters:?}");
    assert!(!paths[0].ends_with(&cast.booking.token));
    for open in [paths[0].clone(), path(&cast.booking.token)] {
        assert_eq!(browser.visit(&open).status, 200, "{open}");
    }
}
