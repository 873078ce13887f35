//! How the business is called and shown, and how it takes bookings.

use super::OFFICE;
use crate::{staff::scene::Friday, support::browser::Page};

fn profile(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{OFFICE}/profile"))
}

fn rules(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{OFFICE}/rules"))
}

#[test]
fn what_is_written_about_the_shop_is_what_guests_read() {
    let friday = Friday::new();
    let saved = profile(&friday)
        .fill("name_ja", "サロン 葵")
        .fill("kana", "さろん あおい")
        .fill("name_en", "Salon Hollyhock")
        .fill("about_ja", "神宮前の小さな美容室です。")
        .fill("phone", "０３ー１２３４ー５６７９")
        .fill("email", "hello@aoi.example")
        .fill("postal_code", "〒１５０－０００２")
        .fill("street", "渋谷2-3-4")
        .fill("accent", "matsuba")
        .press("保存");
    assert_eq!(saved.flash().unwrap(), "店舗情報を保存しました");
    let guest = friday.app.browser().open("/ja/b/aoi-salon");
    assert_eq!(guest.heading(), "サロン 葵");
    for said in [
        "神宮前の小さな美容室です。",
        "渋谷2-3-4",
        "150-0002",
        "03-1234-5679",
    ] {
        assert!(
            guest.text().contains(said) || guest.html.contains(said),
            "{said}"
        );
    }
    assert_eq!(
        guest.document().attribute("html", "data-accent").as_deref(),
        Some("matsuba")
    );
    let english = friday.app.browser().open("/en/b/aoi-salon");
    assert_eq!(english.heading(), "Salon Hollyhock");
    let page = profile(&friday);
    assert_eq!(page.field("phone").value, "03-1234-5679");
    assert_eq!(page.field("kana").value, "サロン アオイ");
    assert_eq!(page.field("postal_code").value, "1500002");
    assert_eq!(page.field("email").value, "hello@aoi.example");
}

#[test]
fn a_shop_taken_off_the_list_is_still_there_for_who_knows_its_address() {
    let friday = Friday::new();
    let is_listed = || {
        friday
            .app
            .browser()
            .open("/ja")
            .text()
            .contains("サロン あおい")
    };
    assert!(is_listed());
    profile(&friday).form().untick("listed").press("保存");
    assert!(!is_listed());
    assert_eq!(friday.app.browser().visit("/ja/b/aoi-salon").status, 200);
}

#[test]
fn every_complaint_stands_at_its_box_and_nothing_is_saved() {
    let friday = Friday::new();
    let refused = profile(&friday)
        .fill("name_ja", "")
        .fill("kana", "葵")
        .fill("phone", "12")
        .fill("email", "hello")
        .fill("postal_code", "15")
        .fill("city", "")
        .fill("about_ja", &"あ".repeat(2_001))
        .press("保存");
    assert_eq!(refused.status, 422);
    for field in [
        "name_ja",
        "kana",
        "phone",
        "email",
        "postal_code",
        "city",
        "about_ja",
    ] {
        assert!(
            refused.error(field).is_some(),
            "{field}: {:?}",
            refused.errors()
        );
    }
    assert_eq!(refused.field("kana").value, "葵");
    let english = refused.press("English");
    assert_eq!(
        (english.status, english.field("phone").value),
        (200, "12".to_owned())
    );
    assert_eq!(profile(&friday).field("name_ja").value, "サロン あおい");
}

#[test]
fn of_two_who_write_the_second_sees_what_the_first_wrote_and_chooses() {
    let friday = Friday::new();
    let (one, other) = (profile(&friday), profile(&friday));
    one.fill("building", "青山ビル2F").press("保存");
    let refused = other.fill("building", "青山ビル3F").press("保存");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("青山ビル2F"), "{}", refused.text());
    assert_eq!(refused.field("building").value, "青山ビル3F");
    refused.press("入力した内容で上書き");
    assert_eq!(profile(&friday).field("building").value, "青山ビル3F");
    let (one, other) = (rules(&friday), rules(&friday));
    one.fill("horizon", "14")
        .press("保存")
        .press("この内容で保存");
    assert_eq!(other.fill("horizon", "30").press("保存").status, 409);
    assert_eq!(rules(&friday).field("horizon").value, "14");
}

#[test]
fn rules_are_what_guests_meet() {
    let friday = Friday::new();
    let is_offered = |wall: &str| {
        let path = format!(
            "/ja/b/aoi-salon/book/times?service={}&from=2026-11-20&view=table",
            friday.cast.cut.id
        );
        crate::public::walk::is_free(&friday.app.browser().open(&path), wall)
    };
    assert!(is_offered("11月20日(金) 16:00"));
    let saved = rules(&friday)
        .fill("notice", "1440")
        .fill("kana", "required")
        .fill("notices_ja", "駐車場はありません。")
        .press("保存")
        .press("この内容で保存");
    assert_eq!(saved.flash().unwrap(), "予約の受け方を保存しました");
    assert!(!is_offered("11月20日(金) 16:00"), "a day ahead at least");
    assert!(is_offered("11月21日(土) 16:00"));
    let guest = friday.app.browser().open("/ja/b/aoi-salon");
    assert!(guest.text().contains("駐車場はありません。"));
    // What no list offers, nobody has by writing it themselves.
    let page = rules(&friday);
    let kept = [
        "csrf", "version", "notice", "horizon", "step", "change", "cancel", "kana", "locale",
    ];
    let kept = kept.map(|name| (name, page.part("main form", "").field(name).value));
    for (field, odd) in [
        ("notice", "-5"),
        ("horizon", "9999"),
        ("step", "x"),
        ("kana", "maybe"),
    ] {
        let sent = kept.iter().map(|(name, value)| match *name == field {
            true => (*name, odd),
            false => (*name, value.as_str()),
        });
        let sent: Vec<_> = sent.collect();
        let refused = page.browser.post(&format!("{OFFICE}/rules"), &sent);
        assert_eq!(refused.status, 422, "{field}");
        let words = "選んだ項目は今は選べません。ほかの項目を選んでください";
        assert_eq!(refused.error(field).as_deref(), Some(words));
    }
    assert_eq!(rules(&friday).field("notice").value, "1440");
}
