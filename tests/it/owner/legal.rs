//! What the law wants told to guests, as the owner writes it.

use super::OFFICE;
use crate::{staff::scene::Friday, support::browser::Page};

fn form(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{OFFICE}/legal"))
}

fn notice(friday: &Friday, lang: &str) -> String {
    let page = friday
        .app
        .browser()
        .open(&format!("/{lang}/b/aoi-salon/legal"));
    page.document().words("main").unwrap()
}

#[test]
fn what_is_written_stands_in_the_notice_and_the_profile_says_the_rest() {
    let friday = Friday::new();
    let before = notice(&friday, "ja");
    assert!(
        before.contains("サロン あおい") && !before.contains("販売価格"),
        "{before}"
    );
    let page = form(&friday);
    assert!(
        page.text().contains("まだ書かれていない項目: 責任者"),
        "{}",
        page.text()
    );
    let saved = page
        .fill("responsible_ja", "代表 田中 葵")
        .fill("price_ja", "各メニューに税込で表示しています。")
        .fill("price_en", "Shown with tax for each service.")
        .fill("extra-fees_ja", "ありません")
        .fill("payment-method_ja", "現金\nクレジットカード")
        .fill("payment-time_ja", "施術のあと")
        .fill("delivery_ja", "ご予約の日時")
        .fill("cancellation_ja", "前日まで無料")
        .press("保存");
    assert_eq!(
        saved.flash().unwrap(),
        "特定商取引法に基づく表記を保存しました"
    );
    assert!(saved.text().contains("必要な項目はすべて書かれています"));
    let japanese = notice(&friday, "ja");
    for said in [
        "サロン あおい",
        "代表 田中 葵",
        "税込で表示",
        "クレジットカード",
        "前日まで無料",
    ] {
        assert!(japanese.contains(said), "{said}: {japanese}");
    }
    let english = notice(&friday, "en");
    assert!(english.contains("Shown with tax"), "{english}");
    assert!(
        english.contains("代表 田中 葵"),
        "Japanese where there is no English: {english}"
    );
    assert!(!english.contains("税込で表示"), "{english}");
}

#[test]
fn a_sole_trader_may_tell_address_and_telephone_on_request_alone() {
    let friday = Friday::new();
    form(&friday).form().tick("on_request", "yes").press("保存");
    let told = notice(&friday, "ja");
    assert_eq!(
        told.matches("ご請求があれば、遅滞なく開示します。").count(),
        2,
        "{told}"
    );
    assert!(form(&friday).field("on_request").value.contains("yes"));
    form(&friday).form().untick("on_request").press("保存");
    assert!(!notice(&friday, "ja").contains("ご請求があれば"));
}

#[test]
fn too_long_an_answer_is_refused_at_its_box_and_nothing_is_saved() {
    let friday = Friday::new();
    let refused = form(&friday)
        .fill("price_en", &"a".repeat(1_001))
        .fill("responsible_ja", "代表")
        .press("保存");
    assert_eq!(refused.status, 422);
    assert!(
        refused.error("price_en").is_some(),
        "{:?}",
        refused.errors()
    );
    assert_eq!(refused.field("responsible_ja").value, "代表");
    assert_eq!(form(&friday).field("responsible_ja").value, "");
}

#[test]
fn of_two_who_write_the_notice_the_second_sees_what_the_first_wrote() {
    let friday = Friday::new();
    let (one, other) = (form(&friday), form(&friday));
    one.fill("delivery_ja", "ご来店のとき").press("保存");
    let refused = other.fill("delivery_ja", "ご予約の日時").press("保存");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("ご来店のとき"));
    refused.press("入力した内容で上書き");
    assert_eq!(form(&friday).field("delivery_ja").value, "ご予約の日時");
}
