//! Where somebody is signed in, and how it ends.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::Browser,
    people::Cast,
};
use chrono::TimeDelta;

const SESSIONS: &str = "/en/account/sessions";

/// Aoi at the counter and, half an hour later, at home; Ben at work.
fn three_ways_in() -> (TestApp, Cast, [Browser; 3]) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let counter = cast.aoi.sign_in(&app);
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::minutes(30));
    let home = cast.aoi.sign_in(&app);
    let ben = cast.ben.sign_in(&app);
    (app, cast, [counter, home, ben])
}

fn is_out(browser: &Browser) -> bool {
    let way = browser.visit(SESSIONS).location().unwrap_or_default();
    way.contains("/account/sign-in")
}

#[test]
fn somebody_sees_their_own_sessions_and_which_is_this_one() {
    let (_app, _cast, [counter, _home, _ben]) = three_ways_in();
    let page = counter.open(SESSIONS);
    assert_eq!(
        (page.status, page.heading().as_str()),
        (200, "Your devices")
    );
    let document = page.document();
    assert_eq!(document.all(".offer").len(), 2, "{}", page.text());
    assert_eq!(document.all(".offer .badge").len(), 1);
    for told in [
        "This device",
        "Unknown device",
        "Signed in Fri, 20 Nov",
        "IP address 127.0.0.1",
    ] {
        assert!(
            page.text().contains(told),
            "{told} is missing in {}",
            page.text()
        );
    }
    let japanese = page.follow("日本語");
    assert_eq!(japanese.heading(), "ログイン中の端末");
}

#[test]
fn a_session_that_is_ended_is_nobodys_from_the_next_request_on() {
    let (app, cast, [counter, home, ben]) = three_ways_in();
    let ended = counter.open(SESSIONS).press("Sign out Unknown device");
    assert!(
        ended.text().contains("That device is signed out"),
        "{}",
        ended.text()
    );
    assert_eq!(ended.document().all(".offer").len(), 1);
    assert!(is_out(&home));
    assert_eq!(ben.visit(SESSIONS).status, 200, "Ben's is his own affair");
    let again = cast.aoi.sign_in(&app);
    let page = again.open(SESSIONS).press("Sign out all other devices");
    assert!(page.text().contains("All other devices are signed out"));
    assert!(
        !page.text().contains("Sign out all other devices"),
        "there is no other"
    );
    assert!(is_out(&counter));
    assert_eq!(again.visit(SESSIONS).status, 200);
    assert_eq!(ben.visit(SESSIONS).status, 200);
}

#[test]
fn whoever_is_in_finds_the_way_to_their_own_pages_on_every_page_and_has_nothing_to_do_at_the_door()
{
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    for page in [
        "/ja",
        "/ja/b/aoi-salon",
        "/ja/account/profile",
        "/ja/nowhere",
    ] {
        let head = browser.visit(page).document().part("header", "");
        assert!(
            head.contains("マイページ") && !head.contains("ログイン"),
            "{page}: {head}"
        );
        let head = app.browser().visit(page).document().part("header", "");
        assert!(!head.contains("マイページ"), "{page}: {head}");
    }
    assert_eq!(
        browser.open("/ja").follow("マイページ").url,
        "/ja/account/bookings"
    );
    for door in ["sign-in", "sign-up"] {
        let answer = browser.visit(&format!("/ja/account/{door}"));
        assert_eq!(answer.location().as_deref(), Some("/ja/account"), "{door}");
    }
    let wanted = browser.visit("/ja/account/sign-in?next=/ja/account/sessions");
    assert_eq!(wanted.location().as_deref(), Some("/ja/account/sessions"));
    // And once they have gone, the word is gone as well.
    browser.open("/ja/account/bookings").press("ログアウト");
    assert!(
        browser
            .open("/ja")
            .document()
            .part("header", "")
            .contains("ログイン")
    );
}

#[test]
fn nobody_ends_a_session_of_somebody_else() {
    let (app, _cast, [counter, _home, ben]) = three_ways_in();
    let of_ben = app.platform(|tx| {
        let ids = crate::support::sql::lines(
            tx.conn(),
            "select s.id::text as line from accounts.user_sessions s join accounts.users u on u.id = s.user_id
             where u.email = 'ben@example.com'",
        );
        Ok(ids)
    });
    let page = counter.open(SESSIONS);
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    for session in [
        of_ben[0].as_str(),
        "00000000-0000-0000-0000-000000000000",
        "x",
        "",
    ] {
        let answer = counter.post(SESSIONS, &[("csrf", &csrf), ("session", session)]);
        assert_eq!(answer.status, 404, "{session:?}");
    }
    let keyless = counter.post(SESSIONS, &[("csrf", "x"), ("session", "others")]);
    assert_eq!(keyless.status, 403);
    assert_eq!(ben.visit(SESSIONS).status, 200);
}

/// How long somebody stays in who comes back every so many minutes.
fn stays(app: &TestApp, browser: &Browser, every: TimeDelta) -> TimeDelta {
    let began = app.platform(|tx| Ok(tx.now()));
    let mut stayed = TimeDelta::zero();
    while stayed < TimeDelta::days(120) {
        app.clock().set(began + stayed + every);
        if is_out(browser) {
            break;
        }
        stayed += every;
    }
    app.clock().set(began);
    stayed
}

#[test]
fn a_session_ends_when_nobody_uses_it_and_at_last_however_much_it_is_used() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for (person, every, idle, longest) in [
        (
            &cast.aoi,
            TimeDelta::minutes(100),
            TimeDelta::hours(4),
            TimeDelta::hours(12),
        ),
        (
            &cast.ben,
            TimeDelta::minutes(100),
            TimeDelta::hours(4),
            TimeDelta::hours(12),
        ),
        (
            &cast.daichi,
            TimeDelta::days(13),
            TimeDelta::days(14),
            TimeDelta::days(90),
        ),
    ] {
        assert_eq!(stays(&app, &person.sign_in(&app), idle), TimeDelta::zero());
        let most = stays(&app, &person.sign_in(&app), every);
        assert!(
            most < longest && most + every >= longest,
            "{}: {most}",
            person.name
        );
    }
}
