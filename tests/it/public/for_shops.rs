//! The door for shops: from a guest's page to the first of the five screens, by way of a new account and its letter.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, a_person},
};

const CHOSEN: &str = "seven lanterns in a row";
/// The first of the five screens.
const FIRST: &str = "/ja/account/businesses/new";

/// Where whoever wants to open a shop is asked for an account.
fn asked(browser: &Browser) -> Page {
    let page = browser.open("/ja").follow("お店でできることを見る");
    page.follow("お店を登録する")
}

fn signed_up(browser: &Browser) -> Page {
    asked(browser)
        .fill("name", "原田 直子")
        .fill("email", "naoko@example.com")
        .fill("new_password", CHOSEN)
        .press("登録する")
}

/// The link, in the browser where the password was chosen or in another.
fn proved(browser: &Browser, link: &str) -> Page {
    let page = browser.open(link);
    match page.document().all("[type=password]").is_empty() {
        true => page.press("確認してログインする"),
        false => page.fill("password", CHOSEN).press("確認してログインする"),
    }
}

#[test]
fn the_door_is_in_the_foot_of_guests_pages_and_says_what_there_is_in_both_languages() {
    let app = TestApp::start(TestOptions::default());
    Cast::of(&app);
    for (from, way, title, button) in [
        (
            "/ja/b/aoi-salon",
            "お店の方へ",
            "お店の予約を、ひとつの予約表で",
            "お店を登録する",
        ),
        (
            "/en/account/sign-in",
            "For shops",
            "Every booking in one diary",
            "Set up your shop",
        ),
    ] {
        let page = app.browser().open(from).follow(way);
        assert_eq!(page.heading(), title);
        let screens = page.document().texts("main ol h3");
        assert_eq!(screens.len(), 5, "{screens:?}");
        let doors = page.document().texts("main a.btn");
        assert_eq!(doors, [button, button]);
    }
}

#[test]
fn whoever_comes_to_open_a_shop_lands_on_its_first_screen_and_not_among_bookings() {
    let app = TestApp::start(TestOptions::default());
    let browser = app.browser();
    let page = asked(&browser);
    assert_eq!(page.heading(), "お店の登録");
    let wrong = page.press("登録する");
    assert_eq!(
        (wrong.status, wrong.heading().as_str()),
        (422, "お店の登録")
    );
    let sent = signed_up(&browser);
    assert!(
        sent.text().contains("お店の登録に進みます"),
        "{}",
        sent.text()
    );
    let inside = proved(&browser, &link(&app.letter()));
    assert_eq!(
        (inside.url.as_str(), inside.heading().as_str()),
        (FIRST, "お店の業種")
    );
    assert!(inside.flash().unwrap_or_default().contains("確認しました"));
}

#[test]
fn the_letter_leads_on_wherever_it_is_read_and_however_often_it_was_sent() {
    let app = TestApp::start(TestOptions::default());
    let browser = app.browser();
    let sent = signed_up(&browser);
    let first = link(&app.letter());
    sent.press("もう一度送信する");
    let again = link(&app.letter());
    assert_ne!(first, again);
    // On the telephone, where nobody knows what was typed at the desk.
    assert_eq!(proved(&app.browser(), &again).url, FIRST);

    // A letter that is too old is sent anew by signing in.
    let other = app.browser();
    asked(&other)
        .fill("name", "小林 健")
        .fill("email", "ken@example.com")
        .fill("new_password", CHOSEN)
        .press("登録する");
    app.letter();
    let door = app.browser().open("/ja/account/sign-in");
    door.fill("email", "ken@example.com")
        .fill("password", CHOSEN)
        .press("ログイン");
    assert_eq!(proved(&app.browser(), &link(&app.letter())).url, FIRST);
}

#[test]
fn whoever_has_an_account_is_there_at_once() {
    let app = TestApp::start(TestOptions::default());
    let hana = a_person(&app, "hana", "佐藤 花", "customer");
    let inside = hana.sign_in(&app).open("/ja/for-shops");
    assert_eq!(inside.follow("お店を登録する").url, FIRST);
    // Somebody who is not in takes the way of the sign-in page.
    let door = asked(&app.browser()).follow("ログイン");
    let came = door
        .fill("email", &hana.email)
        .fill("password", crate::support::people::PASSWORD)
        .press("ログイン");
    assert_eq!(came.url, FIRST);
    // Nobody is led anywhere else by such a link.
    let browser = app.browser();
    let page = browser.open("/ja/account/sign-up?next=//evil.example/");
    let sent = page
        .fill("name", "伊藤 ふみ")
        .fill("email", "fumi@example.com")
        .fill("new_password", CHOSEN);
    sent.press("登録する");
    assert_eq!(
        proved(&browser, &link(&app.letter())).url,
        "/ja/account/bookings"
    );
}

#[test]
fn while_no_shops_are_taken_the_page_says_so_and_has_no_door() {
    let app = TestApp::start(TestOptions::default());
    app.platform(|tx| {
        crate::support::sql::run(
            tx.conn(),
            "update platform.feature_flags set is_enabled = false where name = 'business-applications'",
        );
        Ok(())
    });
    let page = app.browser().open("/ja/for-shops");
    assert!(page.document().all("main a.btn").is_empty());
    assert!(page.text().contains("現在受け付けていません"));
}
