//! The page on which somebody says how they want their letters, and what comes of it.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::Cast,
};
use omotenashi::mail::Letter;
use serde_json::Value;

const MESSAGES: &str = "/en/account/messages";
const SAVED: &str = "Your email settings are saved";

/// Daichi's booking goes by the address that he has proved.
fn daichi_is_told(app: &TestApp, cast: &Cast) {
    app.execute(
        cast.salon.id,
        format!(
            "update customers set email = 'daichi@example.com' where id = '{}'",
            cast.booking.customer
        ),
    );
}

/// Daichi no longer wants to be told what he does himself.
fn silenced(app: &TestApp, cast: &Cast) -> Browser {
    daichi_is_told(app, cast);
    let browser = cast.daichi.sign_in(app);
    let page = browser.open(MESSAGES);
    assert_eq!(page.field("own_acts").value, "yes", "by default");
    let saved = page.form().untick("own_acts").press("Save");
    assert_eq!(saved.flash().as_deref(), Some(SAVED));
    browser
}

fn moved(browser: &Browser, cast: &Cast) -> Page {
    let page = browser.open(&format!("/ja/bookings/{}/move", cast.booking.token));
    page.press("15:00").press("この日時に変更する")
}

fn cancelled(browser: &Browser, cast: &Cast) -> Page {
    let page = browser.open(&format!("/ja/bookings/{}/cancel", cast.booking.token));
    page.press("予約をキャンセルする")
}

fn subjects(letters: &[Letter]) -> Vec<&str> {
    letters
        .iter()
        .map(|letter| letter.subject.as_str())
        .collect()
}

#[test]
fn what_is_chosen_is_kept_and_shown_in_both_languages() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open(MESSAGES);
    assert!(page.text().contains("can't be switched off"), "and says so");
    let values = |page: &Page| {
        ["language", "calendar", "text_only", "own_acts"].map(|name| page.field(name).value)
    };
    assert_eq!(values(&page), ["booked", "yes", "", "yes"]);
    let chosen = page
        .fill("language", "own")
        .untick("calendar")
        .tick("text_only", "yes");
    let other = chosen.press("日本語");
    assert_eq!(other.heading(), "メールの受け取り");
    assert_eq!(values(&other), ["own", "", "yes", "yes"], "not lost");
    let stays = browser.open(MESSAGES);
    assert_eq!(values(&stays), ["booked", "yes", "", "yes"], "nor saved");
    let saved = other.press("保存する");
    assert_eq!(
        saved.flash().as_deref(),
        Some("メールの受け取り方を変更しました")
    );
    assert_eq!(values(&saved), ["own", "", "yes", "yes"]);
    assert!(saved.text().contains("いつも日本語"));
    let back = saved.fill("language", "booked").press("保存する");
    assert_eq!(values(&back), ["booked", "", "yes", "yes"], "changed again");
    let another = cast.chika.sign_in(&app).open(MESSAGES);
    assert_eq!(
        values(&another),
        ["booked", "yes", "", "yes"],
        "of nobody else"
    );
}

#[test]
fn what_one_changes_and_calls_off_oneself_is_not_told_where_that_was_chosen() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = silenced(&app, &cast);
    let page = moved(&browser, &cast);
    assert_eq!(page.flash().as_deref(), Some("日時を変更しました"));
    assert_eq!(subjects(&app.letters()), Vec::<&str>::new());
    let page = cancelled(&browser, &cast);
    assert_eq!(page.flash().as_deref(), Some("予約をキャンセルしました"));
    assert_eq!(subjects(&app.letters()), Vec::<&str>::new());
    let owed =
        "select count(*) from notifications.notification_outbox where booking_id is not null";
    assert_eq!(app.count(cast.salon.id, owed), 0, "nor is it owed");
}

#[test]
fn whoever_else_does_it_with_the_link_or_at_the_shop_is_told_of() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    silenced(&app, &cast);
    moved(&app.browser(), &cast);
    let letter = app.letter();
    assert_eq!(letter.to, "daichi@example.com", "nobody known did it");
    cancelled(&cast.chika.sign_in(&app), &cast);
    let letter = app.letter();
    assert!(letter.subject.contains("キャンセル"), "{}", letter.subject);
}

#[test]
fn without_a_choice_ones_own_acts_are_told_as_ever() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    daichi_is_told(&app, &cast);
    let browser = cast.daichi.sign_in(&app);
    moved(&browser, &cast);
    assert!(app.letter().calendar.is_some());
    cancelled(&browser, &cast);
    assert!(app.letter().subject.contains("キャンセル"));
}

#[test]
fn it_is_in_the_file_of_ones_data() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = silenced(&app, &cast);
    let file = browser
        .open("/en/account/export")
        .fill("password", crate::support::people::PASSWORD)
        .send("Download");
    let all: Value = serde_json::from_str(&file.html).unwrap();
    let chosen = &all["account"]["message_preferences"][0];
    assert_eq!(chosen["about_own_acts"], false);
    assert_eq!(chosen["has_calendar"], true);
}
