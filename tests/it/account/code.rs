//! Six digits instead of a password.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::Cast,
    sql,
};
use chrono::TimeDelta;

fn ask(browser: &Browser, email: &str) -> Page {
    let page = browser.open("/en/account/code");
    page.fill("email", email).press("Send the code")
}

fn enter(page: &Page, digits: &str) -> Page {
    page.fill("code", digits).press("Sign in")
}

/// The digits of the letter that is due: in its subject, its text and its HTML.
fn digits(app: &TestApp) -> String {
    let letter = app.letter();
    let (_, digits) = letter.subject.rsplit_once(' ').unwrap();
    assert_eq!(digits.len(), 6, "{}", letter.subject);
    assert!(letter.text.contains(digits) && letter.html.contains(digits));
    digits.to_owned()
}

/// Other digits.
fn wrong(digits: &str) -> String {
    let number: u32 = digits.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

#[test]
fn a_customer_comes_in_with_digits_as_people_copy_them() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let spaced = |digits: &str| format!(" {} {} ", &digits[..3], &digits[3..]);
    let wide = |digits: &str| -> String {
        let wide = digits
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xfee0).unwrap());
        wide.collect()
    };
    let forms: [&dyn Fn(&str) -> String; 3] = [&str::to_owned, &spaced, &wide];
    for form in forms {
        let browser = app.browser();
        let page = ask(&browser, "Daichi@example.com");
        assert_eq!(page.heading(), "Enter your code");
        let inside = enter(&page, &form(&digits(&app)));
        assert_eq!(
            (inside.status, inside.url.as_str()),
            (200, "/en/account/bookings")
        );
        assert!(browser.cookie("oc").is_some());
    }
}

#[test]
fn digits_are_of_use_to_the_browser_that_asked_once_and_for_ten_minutes() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let page = ask(&app.browser(), "daichi@example.com");
    let strangers = ask(&app.browser(), "nobody@example.com");
    let known = digits(&app);
    assert_eq!(enter(&strangers, &known).status, 422, "another ticket");
    let now = app.platform(|tx| Ok(tx.now()));
    app.clock().set(now + TimeDelta::minutes(10));
    let late = enter(&page, &known);
    assert_eq!(late.status, 422);
    app.clock()
        .set(now + TimeDelta::minutes(10) - TimeDelta::seconds(1));
    assert_eq!(enter(&page, &known).url, "/en/account/bookings");
    assert_eq!(enter(&page, &known).status, 422, "used");
    // Newer digits end the older ones.
    let first = ask(&app.browser(), "daichi@example.com");
    let of_first = digits(&app);
    ask(&app.browser(), "daichi@example.com");
    digits(&app);
    assert_eq!(enter(&first, &of_first).status, 422);
}

#[test]
fn nobody_guesses_digits() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let page = ask(&app.browser(), "daichi@example.com");
    let known = digits(&app);
    for _ in 0..5 {
        let no = enter(&page, &wrong(&known));
        assert_eq!(no.status, 422);
        let said = no.error("code").unwrap();
        assert!(
            said.starts_with("That code is wrong or has expired"),
            "{said}"
        );
    }
    assert_eq!(
        enter(&page, &known).status,
        422,
        "right at last, but too late"
    );
    let other = ask(&app.browser(), "aoi@example.com");
    for _ in 0..24 {
        assert_eq!(enter(&other, "000000x").status, 422);
    }
    assert_eq!(
        enter(&other, "000000").status,
        429,
        "nor with many tickets from one network"
    );
}

#[test]
fn tries_at_the_same_time_are_counted_one_by_one() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let page = ask(&app.browser(), "daichi@example.com");
    let no = wrong(&digits(&app));
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| enter(&page, &no));
        }
    });
    let tries = app.platform(|tx| {
        let question = "select tries::text as line from accounts.sign_in_codes";
        Ok(sql::lines(tx.conn(), question))
    });
    assert_eq!(tries, ["5"]);
}

#[test]
fn the_page_is_the_same_for_nobody_and_nothing_is_asked_more() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    let about = |email: &str| {
        let before = app.statements();
        let page = ask(&app.browser(), email);
        let once = (
            page.status,
            page.text().replace(email, "…"),
            app.statements() - before,
        );
        let before = app.statements();
        let no = enter(&page, "123456");
        (once, no.status, no.error("code"), app.statements() - before)
    };
    about("warm@example.com");
    assert_eq!(about("daichi@example.com"), about("nobody@example.com"));
    assert_eq!(app.letters().len(), 1);
}

#[test]
fn digits_prove_the_address_and_a_password_that_a_stranger_chose_is_forgotten() {
    let app = TestApp::start(TestOptions::default());
    let page = app.browser().open("/en/account/sign-up");
    let named = page
        .fill("name", "A stranger")
        .fill("email", "fumi@example.com");
    named
        .fill("new_password", "the password of a stranger")
        .press("Sign up");
    app.letters();
    let page = ask(&app.browser(), "fumi@example.com");
    assert_eq!(enter(&page, &digits(&app)).url, "/en/account/bookings");
    let tried = super::sign_in(&app, "fumi@example.com", "the password of a stranger");
    assert_eq!(tried.status, 422);
}
