use super::scene::{PDF, PNG, Platform, apply, csrf, multipart, upload};
use crate::support::{
    browser::{Browser, Page},
    letters::link,
};
use serde_json::json;

#[test]
fn a_shop_comes_in_by_application_papers_and_an_operators_yes() {
    let platform = Platform::new();
    let app = &platform.app;
    let daichi = platform.applied();
    let own = "/ja/account/businesses/daichi-nails";
    for stranger in [app.browser(), platform.cast.aoi.sign_in(app)] {
        assert_eq!(stranger.visit("/ja/b/daichi-nails").status, 404);
        assert_ne!(stranger.visit(own).status, 200, "it is nobody else's");
    }
    assert_eq!(daichi.visit("/ja/account").location().unwrap(), own);
    assert!(daichi.open(own).text().contains("審査中"));
    // What has been sent stands as the operators will read it.
    assert_eq!(
        daichi.visit(&format!("{own}/edit")).location().unwrap(),
        own
    );
    let key = csrf(&daichi.open("/ja/account/password"));
    let parts = [("csrf", key), ("kind", "other".to_owned())];
    let late = multipart(
        &daichi,
        &format!("{own}/papers"),
        &parts,
        Some(("a.pdf", PDF)),
    );
    assert_eq!(
        late.settled().flash().unwrap(),
        "ほかの人が先に変更しました。最新の内容を表示しています"
    );

    let fumiko = platform.fumiko.sign_in(app);
    let queue = fumiko.open("/ja/account");
    assert_eq!(queue.url, "/ja/operator/businesses");
    let record = queue.follow("大地ネイル");
    for told in [
        "東京都渋谷区神宮前1-2-3",
        "03-1234-5678",
        "daichi@example.com",
        "営業許可証",
        "許可証.png",
    ] {
        assert!(record.text().contains(told), "{told}: {}", record.text());
    }
    let question = record.follow("承認する");
    assert!(
        question.text().contains("未登録の項目 メニュー、営業時間"),
        "{}",
        question.text()
    );
    let done = question.press("承認する");
    assert_eq!(
        done.flash().as_deref(),
        Some("「大地ネイル」を承認しました")
    );
    assert!(
        fumiko
            .open("/ja/operator/businesses")
            .text()
            .contains("審査待ちの店舗はありません")
    );
    is_not_ready(&app.browser());
    let letter = app.letter();
    assert_eq!(letter.to, "daichi@example.com");
    assert_eq!(
        letter.subject,
        "【Omotenashi Connect】大地ネイルが承認されました"
    );
    assert_eq!(link(&letter), own);
    assert_eq!(
        daichi.visit("/ja/account").location().unwrap(),
        "/ja/staff/daichi-nails/today"
    );
    the_trail_names_both(&platform);
}

/// Open to everybody, and nothing to be had there yet but a number.
fn is_not_ready(guest: &Browser) {
    for path in ["/ja/b/daichi-nails", "/ja/b/daichi-nails/book"] {
        let page = guest.open(path);
        let said = "ネット予約の受付はまだ始まっていません。 お電話でご連絡ください: 03-1234-5678";
        assert!(page.text().contains(said), "{}", page.text());
        assert!(!page.text().contains("定休"), "{}", page.text());
        let links = page.document().links();
        assert!(!links.contains(&"予約する".to_owned()), "{links:?}");
    }
}

/// It lays the yes to the operator, and the application to Daichi.
fn the_trail_names_both(platform: &Platform) {
    let trail = platform.trail("businesses");
    let of = |action: &str, person: &crate::support::people::Person| {
        trail
            .iter()
            .find(|row| row["action"] == action && row["actor"] == json!(person.user))
            .unwrap_or_else(|| panic!("no {action} of {} in {trail:#?}", person.name))
            .clone()
    };
    assert_eq!(of("insert", &platform.cast.daichi)["role"], "owner");
    let yes = of("update", &platform.fumiko);
    assert_eq!(
        (&yes["role"], &yes["after"]["status"]),
        (&json!("admin"), &json!("approved"))
    );
    assert_eq!(yes["request"].as_str().unwrap().len(), 12);
}

#[test]
fn an_application_that_comes_back_says_why_and_can_be_mended_and_sent_again() {
    let platform = Platform::new();
    let app = &platform.app;
    let daichi = platform.applied();
    let fumiko = platform.fumiko.sign_in(app);
    let question = fumiko
        .open("/en/operator/businesses")
        .follow("Daichi Nails")
        .follow("Send back");
    let refused = question.press("Send back");
    assert_eq!(refused.error("reason").as_deref(), Some("Enter a reason"));
    let done = refused
        .fill(
            "reason",
            "許可証の住所が違います。\n<b>写し</b>を送ってください",
        )
        .press("Send back");
    assert_eq!(
        done.flash().as_deref(),
        Some("The application of Daichi Nails was sent back")
    );
    for told in ["Sent back", "Why it was sent back: 許可証の住所"] {
        assert!(done.text().contains(told), "{told}: {}", done.text());
    }
    let letter = app.letter();
    assert!(letter.subject.contains("大地ネイルの申請について"));
    assert!(
        letter
            .text
            .contains("差し戻しの理由 許可証の住所が違います。"),
        "{}",
        letter.text
    );
    assert!(
        !letter.html.contains("<b>写し"),
        "what an operator types is no HTML"
    );

    let own = daichi.open(&link(&letter));
    its_owner_reads_why(&own);
    let mended = own
        .follow("内容を変更する")
        .fill("street", "神宮前4-5-6")
        .press("保存する");
    assert_eq!(mended.flash().as_deref(), Some("申請内容を保存しました"));
    let page = mended.press("削除 許可証.png");
    assert_eq!(page.flash().as_deref(), Some("書類を削除しました"));
    let without = page.press("審査を申し込む");
    assert_eq!(without.status, 422);
    assert!(
        without.errors()[0].contains("書類を1つ以上"),
        "{:?}",
        without.errors()
    );
    let own = daichi.open("/ja/account/businesses/daichi-nails");
    let sent = upload(&own, "licence", ("b.png", PNG))
        .settled()
        .press("審査を申し込む");
    assert_eq!(sent.flash().as_deref(), Some("審査を申し込みました"));
    let record = fumiko.open("/ja/operator/businesses").follow("大地ネイル");
    for told in ["神宮前4-5-6", "差し戻し", "許可証の住所が違います。"] {
        assert!(record.text().contains(told), "{told}: {}", record.text());
    }
    assert_eq!(
        record
            .follow("承認する")
            .press("承認する")
            .flash()
            .as_deref(),
        Some("「大地ネイル」を承認しました")
    );
}

fn its_owner_reads_why(own: &Page) {
    for told in [
        "差し戻しの理由 許可証の住所が違います。",
        "もう一度審査を申し込んでください",
        "〒150-0001 東京都渋谷区神宮前1-2-3",
        "登記簿謄本または開業届",
    ] {
        assert!(own.text().contains(told), "{told}: {}", own.text());
    }
    assert_eq!(own.document().texts(".badge"), ["差し戻し"]);
}

#[test]
fn the_prefecture_is_one_of_forty_seven_in_either_language() {
    let platform = Platform::new();
    let browser = platform.cast.daichi.sign_in(&platform.app);
    let english = browser.open("/en/account/businesses/new?kind=salon");
    let page = english.document();
    let options = page.all("select[name=prefecture] option");
    assert_eq!(options.len(), 48);
    let said = |at: usize| {
        let text: String = options[at].text().collect();
        (options[at].value().attr("value").unwrap(), text)
    };
    assert_eq!(said(1), ("北海道", "Hokkaido".to_owned()));
    assert_eq!(said(13), ("東京都", "Tokyo".to_owned()));
    assert_eq!(said(47), ("沖縄県", "Okinawa".to_owned()));
    let own = apply(&browser, "daichi-nails").follow("内容を変更する");
    assert_eq!(own.field("prefecture").value, "東京都");
    let csrf = csrf(&own);
    let pairs = [("csrf", csrf.as_str()), ("prefecture", "東京")];
    let refused = browser.post("/ja/account/businesses/daichi-nails/edit", &pairs);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.error("prefecture").as_deref(),
        Some("都道府県を選んでください")
    );
}

#[test]
fn an_application_is_complained_about_all_at_once_and_nothing_typed_is_lost() {
    let platform = Platform::new();
    let browser = platform.cast.daichi.sign_in(&platform.app);
    let form = browser.open("/ja/account/businesses/new?kind=salon");
    let empty = form.press("次へ進む");
    assert_eq!(empty.status, 422);
    assert_eq!(empty.errors().len(), 6, "{:?}", empty.errors());
    let slug = empty
        .errors()
        .into_iter()
        .find(|said| said.contains("半角"));
    let slug = slug.unwrap_or_default();
    assert!(slug.starts_with("店舗URLの末尾: "), "whose it is: {slug}");
    // A name in characters alone makes no word for the address; its reading does.
    assert!(slug.contains("フリガナか英語の店名"), "{slug}");
    for (field, said) in [
        ("phone", "電話番号を入力してください"),
        ("prefecture", "都道府県を選んでください"),
        ("city", "市区町村を入力してください"),
        ("street", "町名・番地を入力してください"),
    ] {
        assert_eq!(empty.error(field).as_deref(), Some(said));
    }
    // One after the other, as the boxes stand, each by its name.
    let named: Vec<String> = empty.errors();
    assert!(named[1].starts_with("店舗URLの末尾: "), "{named:?}");
    assert!(named[2].starts_with("電話番号"), "{named:?}");
    for (slug, why) in [
        ("aoi-salon", "すでに使われています"),
        ("admin", "使えない単語"),
        ("a", "3〜50文字"),
        ("-nails", "3〜50文字"),
        ("da--ichi", "3〜50文字"),
        ("大地", "3〜50文字"),
        ("../x", "3〜50文字"),
    ] {
        let page = apply(&browser, slug);
        assert_eq!(page.status, 422, "{slug}");
        let said = page.error("slug").unwrap_or_default();
        assert!(said.contains(why), "{slug}: {said}");
        assert_eq!(page.field("slug").value, slug);
        assert_eq!(page.field("street").value, "神宮前1-2-3");
    }
    let other = form.fill("name_ja", "大地ネイル").press("English");
    assert_eq!(
        (
            other.heading().as_str(),
            other.field("name_ja").value.as_str()
        ),
        ("Register a business", "大地ネイル")
    );
    assert_eq!(
        platform
            .lines("select slug::text as line from businesses.businesses".to_owned())
            .len(),
        2
    );
}

#[test]
fn nobody_hoards_words() {
    let platform = Platform::new();
    let browser = platform.cast.daichi.sign_in(&platform.app);
    for slug in ["one-one", "two-two", "three-three"] {
        assert_eq!(apply(&browser, slug).heading(), "大地ネイル");
    }
    let page = apply(&browser, "four-four");
    assert_eq!(page.status, 422);
    assert!(
        page.text().contains("承認前の店舗は3件まで"),
        "{}",
        page.text()
    );
}

#[test]
fn two_who_choose_one_word_at_once_get_one_shop() {
    let platform = Platform::new();
    let browsers =
        [&platform.cast.daichi, &platform.cast.ben].map(|one| one.sign_in(&platform.app));
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = browsers
            .iter()
            .map(|browser| scope.spawn(move || apply(browser, "same-word").status))
            .collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let mut sorted = answers.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [200, 422], "{answers:?}");
}

#[test]
fn applications_can_be_closed_by_a_switch() {
    let platform = Platform::new();
    let browser = platform.cast.daichi.sign_in(&platform.app);
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let flag = fumiko
        .open("/ja/operator/flags")
        .follow("business-applications");
    let done = flag.form().untick("enabled").press("保存する");
    assert_eq!(
        done.flash().as_deref(),
        Some("機能の切り替えを保存しました")
    );
    let page = browser.open("/ja/account/businesses/new");
    assert!(
        page.text().contains("受け付けていません"),
        "{}",
        page.text()
    );
    let key = browser.open("/ja/account/password").field("csrf").value;
    let forced = browser.post(
        "/ja/account/businesses/new",
        &[("csrf", &key), ("name_ja", "x"), ("slug", "forced-in")],
    );
    assert!(forced.text().contains("受け付けていません"));
}
