//! What somebody tells of themselves.

use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
};

const PROFILE: &str = "/en/account/profile";
const EDIT: &str = "/ja/account/profile/edit";

#[test]
fn an_account_leads_to_everything_and_is_reached_from_bookings_and_desk() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let daichi = cast.daichi.sign_in(&app);
    let page = daichi.open("/en/account/bookings").follow("Your account");
    assert_eq!((page.url.as_str(), page.status), (PROFILE, 200));
    for (way, heading) in [
        ("Your bookings", "Your bookings"),
        ("People you book for", "People you book for"),
        ("Emails", "Emails"),
        ("Change your password", "Change your password"),
        ("Change your email address", "Change your email address"),
        ("Your devices", "Your devices"),
        ("Download your data", "Download your data"),
        ("Close your account", "Close your account"),
    ] {
        assert_eq!(page.follow(way).heading(), heading);
    }
    let ben = cast.ben.sign_in(&app);
    let desk = ben.open("/en/staff/aoi-salon/today");
    let own = desk.follow("Your account");
    assert_eq!(own.url, PROFILE);
    assert!(own.text().contains("Ben Clark"));
    assert_eq!(own.follow("Open your business's pages").status, 200);
}

#[test]
fn names_in_parts_with_their_reading_a_telephone_and_a_language_are_kept() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open(EDIT);
    assert_eq!(page.field("name").value, "小川 大地");
    let saved = page
        .fill("family_name", "小川")
        .fill("given_name", "大地")
        .fill("family_kana", "おがわ")
        .fill("given_kana", "ﾀﾞｲﾁ")
        .fill("name", "")
        .fill("phone", "０９０−１２３４−５６７８")
        .fill("language", "en")
        .press("保存する");
    assert_eq!(saved.flash().as_deref(), Some("登録内容を変更しました"));
    for fact in ["小川 大地", "オガワ ダイチ", "090-1234-5678", "English"] {
        assert!(saved.text().contains(fact), "{fact}: {}", saved.text());
    }
    let again = browser.open(EDIT);
    assert_eq!(again.field("family_kana").value, "オガワ");
    let called = again.fill("name", "だいちゃん").press("保存する");
    assert!(called.text().contains("だいちゃん"));
    let greeted = browser.open("/ja/account/bookings");
    assert!(greeted.text().contains("だいちゃん 様"), "at once");
}

#[test]
fn whatever_is_wrong_is_complained_about_at_once_and_stays_typed() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open(EDIT);
    let wrong = page
        .fill("family_name", "")
        .fill("given_name", "")
        .fill("name", " ")
        .fill("family_kana", "小川")
        .fill("phone", "110番")
        .press("保存する");
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.errors().len(), 3, "{:?}", wrong.errors());
    assert_eq!(wrong.field("phone").value, "110番");
    assert_eq!(wrong.field("family_kana").value, "小川");
    let stays = browser.open(EDIT);
    assert_eq!(stays.field("name").value, "小川 大地");
}

#[test]
fn the_other_language_keeps_what_was_typed_and_the_reading_it_does_not_ask_for() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let page = browser.open(EDIT);
    let english = page
        .fill("family_name", "Ogawa")
        .fill("family_kana", "おがわ")
        .fill("name", "")
        .press("English");
    assert_eq!(english.heading(), "Change your details");
    assert_eq!(english.field("family_name").value, "Ogawa");
    assert!(browser.open(EDIT).field("family_name").value.is_empty());
    let saved = english
        .fill("given_name", "Daichi")
        .fill("language", "ja")
        .press("Save");
    assert!(saved.text().contains("Daichi Ogawa"), "{}", saved.text());
    assert_eq!(browser.open(EDIT).field("family_kana").value, "オガワ");
}

#[test]
fn receipts_are_made_out_to_oneself_or_to_whom_one_says() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let receipt = |page: &crate::support::browser::Page| {
        let row = page.part("div", "領収書の宛名").text();
        row.replace("領収書の宛名", "")
    };
    let unset = browser.open("/ja/account/profile");
    assert!(
        receipt(&unset).contains("小川 大地 様"),
        "{}",
        receipt(&unset)
    );
    let parts = browser
        .open(EDIT)
        .fill("family_name", "小川")
        .fill("given_name", "太一")
        .fill("name", "たいちゃん")
        .press("保存する");
    assert!(receipt(&parts).contains("小川 太一 様"), "the name in full");
    for (typed, kept) in [(" 株式会社おがわ ", "株式会社おがわ"), ("上様", "上様")]
    {
        let saved = browser.open(EDIT).fill("receipt", typed).press("保存する");
        assert!(receipt(&saved).contains(kept), "{}", receipt(&saved));
        assert!(!receipt(&saved).contains("上様 様"));
        assert_eq!(browser.open(EDIT).field("receipt").value, kept);
    }
    let long = "株".repeat(101);
    let wrong = browser.open(EDIT).fill("receipt", &long).press("保存する");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("receipt").is_some());
    assert_eq!(wrong.field("receipt").value, long);
    let file = browser
        .open("/en/account/export")
        .fill("password", crate::support::people::PASSWORD)
        .send("Download");
    assert!(file.html.contains("\"made_out_to\": \"上様\""));
    let again = browser.open(EDIT).fill("receipt", "").press("保存する");
    assert!(receipt(&again).contains("小川 太一 様"));
}

#[test]
fn nobody_changes_anybody_else_and_no_form_without_its_key() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let stranger = cast.chika.sign_in(&app);
    let before = stranger.open(PROFILE).text();
    let body = [("family_name", "X"), ("language", "en")];
    assert_eq!(browser.post(EDIT, &body).status, 403);
    browser
        .open(EDIT)
        .fill("name", "大地")
        .fill("language", "ja")
        .press("保存する");
    assert_eq!(stranger.open(PROFILE).text(), before);
}

#[test]
fn a_changed_name_is_the_name_that_is_shown_unless_another_was_wished_for() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let named = |family: &str, given: &str| {
        let page = browser.open(EDIT);
        let filled = page.fill("family_name", family).fill("given_name", given);
        filled.press("保存する")
    };
    browser
        .open(EDIT)
        .fill("name", "")
        .fill("family_name", "小川")
        .press("保存する");
    for (family, given) in [("小川", "大地"), ("山田", "大地")] {
        assert!(
            named(family, given)
                .text()
                .contains(&format!("{family} {given}"))
        );
        assert!(
            browser.open(EDIT).field("name").value.is_empty(),
            "made of the parts"
        );
    }
    let greeted = browser.open("/ja/account/bookings");
    assert!(
        greeted.text().contains("山田 大地 様"),
        "{}",
        greeted.text()
    );
    browser
        .open(EDIT)
        .fill("name", "だいちゃん")
        .press("保存する");
    assert_eq!(named("佐藤", "大地").status, 200);
    assert_eq!(browser.open(EDIT).field("name").value, "だいちゃん");
}

#[test]
fn complaints_of_the_same_words_say_which_box_they_are_about() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let browser = cast.daichi.sign_in(&app);
    let long = "あ".repeat(51);
    let page = browser.open(EDIT);
    let wrong = page
        .fill("phone", "110番")
        .fill("family_name", &long)
        .fill("given_name", &long)
        .press("保存する");
    let said = wrong.errors();
    assert_eq!(said[0], "姓: 50文字以内で入力してください");
    assert_eq!(said[1], "名: 50文字以内で入力してください");
    assert!(
        said[2].contains("電話番号"),
        "in the order of the boxes: {said:?}"
    );
    assert!(!said[2].starts_with("電話番号:"), "said once: {said:?}");
    let at_the_box = wrong.error("family_name");
    assert_eq!(at_the_box.as_deref(), Some("50文字以内で入力してください"));
}
