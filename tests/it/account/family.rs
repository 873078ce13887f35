//! Those somebody books for, and a booking's details filled in from an account.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::Cast,
};
use omotenashi::domain::accounts::family::MOST;

const FAMILY: &str = "/en/account/family";

fn add(browser: &Browser, given: &str) -> Page {
    let page = browser.open("/en/account/family/new");
    let filled = page.fill("family_name", "小川").fill("given_name", given);
    filled
        .fill("name", &format!("小川 {given}"))
        .fill("relation", "child")
        .fill("birth_year", "２０１９")
        .press("Save")
}

#[test]
fn somebody_is_added_changed_and_taken_off_the_list() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    assert!(browser.open(FAMILY).text().contains("Nobody yet"));
    let listed = add(&browser, "さくら");
    assert_eq!(listed.url, FAMILY);
    assert!(listed.text().contains("小川 さくら"));
    assert!(listed.text().contains("Born in 2019"), "{}", listed.text());
    let edit = listed.follow("Change 小川 さくら");
    assert_eq!(edit.field("birth_year").value, "2019");
    let changed = edit
        .fill("birth_year", "")
        .fill("relation", "other")
        .press("Save");
    assert!(!changed.text().contains("2019"));
    assert!(changed.text().contains("Someone else"));
    let asked = changed.follow("Remove");
    assert!(asked.text().contains("小川 さくら will be removed"));
    assert!(
        browser.open(FAMILY).text().contains("小川 さくら"),
        "asking changes nothing"
    );
    let gone = asked.press("Remove");
    assert_eq!(gone.flash().as_deref(), Some("Removed from the list"));
    assert!(gone.text().contains("Nobody yet"));
}

#[test]
fn what_cannot_be_is_refused_and_stays_typed() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open("/en/account/family/new");
    for year in ["1899", "2027", "x"] {
        let wrong = page
            .fill("birth_year", year)
            .fill("relation", "child")
            .press("Save");
        assert_eq!(wrong.status, 422);
        assert_eq!(
            wrong.errors().len(),
            2,
            "no name, no year: {:?}",
            wrong.errors()
        );
        assert_eq!(wrong.field("birth_year").value, year);
    }
    for number in 0..MOST {
        assert_eq!(add(&browser, &format!("{number}")).url, FAMILY);
    }
    assert!(!browser.open(FAMILY).text().contains("Add a person"));
    assert_eq!(add(&browser, "one more").status, 422);
}

#[test]
fn nobody_sees_or_touches_anybody_elses_family() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let edit = add(&browser, "さくら").link("Change 小川 さくら");
    let stranger = cast.chika.sign_in(&app);
    assert!(stranger.open(FAMILY).text().contains("Nobody yet"));
    assert_eq!(stranger.visit(&edit).status, 404);
    let key = stranger.open("/en/account/family/new").field("csrf").value;
    let body = [
        ("csrf", key.as_str()),
        ("family_name", "X"),
        ("relation", "child"),
    ];
    assert_eq!(stranger.post(&edit, &body).status, 404);
    let removal = format!("{edit}/removal");
    assert_eq!(stranger.post(&removal, &body[..1]).status, 404);
    assert!(browser.open(FAMILY).text().contains("小川 さくら"));
}

/// The details page of a booking that somebody has just begun.
fn details(browser: &Browser, cast: &Cast) -> Page {
    let times = format!(
        "/ja/b/aoi-salon/book/times?service={}&view=table",
        cast.cut.id
    );
    browser.open(&times).press("11月22日(日) 10:00")
}

#[test]
fn a_bookings_details_are_filled_in_from_the_account_for_oneself_or_for_another() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    browser
        .open("/ja/account/profile/edit")
        .fill("family_name", "小川")
        .fill("given_name", "大地")
        .fill("family_kana", "オガワ")
        .fill("given_kana", "ダイチ")
        .fill("phone", "090-1234-5678")
        .fill("language", "ja")
        .press("保存する");
    add(&browser, "さくら");
    let filled = details(&browser, &cast);
    for (field, value) in [
        ("family_name", "小川"),
        ("given_name", "大地"),
        ("given_kana", "ダイチ"),
        ("phone", "090-1234-5678"),
        ("email", "daichi@example.com"),
    ] {
        assert_eq!(filled.field(field).value, value, "{field}");
    }
    let other = filled
        .fill("note", "右側を短く")
        .press("English")
        .press("日本語")
        .follow("ほかの方の予約にする");
    assert_eq!(other.heading(), "どなたのご予約ですか");
    let child = other.document().texts(".choice").len();
    assert_eq!(child, 2);
    let key = other
        .document()
        .attribute("input[name=who]:not([value=self])", "value")
        .unwrap();
    let filled = other.fill("who", &key).press("この内容で入力する");
    assert_eq!(filled.field("given_name").value, "さくら");
    assert_eq!(filled.field("email").value, "daichi@example.com");
    assert_eq!(
        filled.field("note").value,
        "右側を短く",
        "what was written stays"
    );
    let sign_in = app.browser().visit(&format!(
        "/ja/account/fill?shop=aoi-salon&hold={}",
        "A".repeat(43)
    ));
    assert!(sign_in.location().unwrap().contains("sign-in?next="));
    let unknown = format!("/ja/account/fill?shop=nobody&hold={}", "A".repeat(43));
    assert_eq!(browser.visit(&unknown).status, 404);
}

#[test]
fn a_year_of_birth_is_taken_as_people_write_it() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open("/ja/account/family/new");
    assert_eq!(
        page.field("relation").value,
        "",
        "nobody is a child unasked"
    );
    let page = page.fill("family_name", "小川").fill("birth_year", "3000");
    let wrong = page.press("保存する");
    assert_eq!(
        wrong.error("birth_year").as_deref(),
        Some("生まれた年は西暦4桁か元号で入力してください（例: 2018、平成30年）")
    );
    assert_eq!(
        wrong.error("relation").as_deref(),
        Some("続柄を選んでください")
    );
    let listed = wrong
        .fill("birth_year", "平成３０年")
        .fill("relation", "child")
        .press("保存する");
    assert!(listed.text().contains("2018年生まれ"), "{}", listed.text());
}

#[test]
fn whoever_is_not_signed_in_is_asked_for_everything_and_what_was_typed_stays() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let guest = details(&app.browser(), &cast);
    assert!(guest.field("email").value.is_empty());
    assert!(
        guest
            .document()
            .links()
            .contains(&"アカウントをお持ちの方はログイン".to_owned())
    );
    let browser = cast.daichi.sign_in(&app);
    let own = details(&browser, &cast);
    assert_eq!(own.field("email").value, "daichi@example.com");
    let check = own
        .fill("family_name", "別の")
        .fill("given_name", "人")
        .fill("family_kana", "べつの")
        .fill("given_kana", "ひと")
        .fill("email", "")
        .fill("phone", "090-1111-2222")
        .press("確認画面へ進む");
    assert_eq!(check.status, 200, "{}", check.text());
    let back = browser.open(&own.url);
    assert_eq!(back.field("family_name").value, "別の");
    assert!(back.field("email").value.is_empty(), "emptied on purpose");
}

#[test]
fn a_bookings_page_leads_whoever_is_signed_in_to_all_of_theirs() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let page = format!("/ja/bookings/{}", cast.booking.token);
    let all = "ご予約の一覧".to_owned();
    assert!(!app.browser().open(&page).document().links().contains(&all));
    let browser = cast.daichi.sign_in(&app);
    assert_eq!(browser.open(&page).follow(&all).heading(), all);
}
