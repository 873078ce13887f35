//! What is said of a photograph.

use super::{PHOTOS, three};
use crate::{staff::scene::Friday, support::browser::Page};

/// The form of the first photograph.
fn form(friday: &Friday) -> Page {
    let page = friday.aoi().open(PHOTOS);
    page.part("ol.photos > li", "1枚目の写真")
        .follow("説明を書く")
}

#[test]
fn a_caption_is_what_whoever_cannot_see_the_photograph_hears_in_their_own_language() {
    let friday = Friday::new();
    three(&friday);
    let page = friday.aoi().open(PHOTOS);
    let second = page.part("ol.photos > li", "2枚目の写真");
    let form = second.follow("説明を書く");
    assert_eq!(form.heading(), "写真の説明");
    let saved = form
        .fill("caption_ja", "窓ぎわの<b>席</b>")
        .fill("caption_en", "Seats by the window")
        .press("保存");
    assert_eq!(saved.flash().unwrap(), "写真の説明を保存しました");
    let alt = |lang: &str| {
        let page = friday.app.browser().open(&format!("/{lang}/b/aoi-salon"));
        let document = page.document();
        let all = document.all(".gallery img");
        let each = all
            .iter()
            .map(|image| image.attr("alt").unwrap_or_default().to_owned());
        each.collect::<Vec<_>>()
    };
    assert_eq!(alt("ja"), ["窓ぎわの<b>席</b>", "お店の写真（3枚目）"]);
    assert_eq!(alt("en"), ["Seats by the window", "Photo 3 of the shop"]);
}

#[test]
fn too_long_a_caption_is_refused_and_stays_in_its_box() {
    let friday = Friday::new();
    three(&friday);
    let long = "あ".repeat(121);
    let page = friday.aoi().open(PHOTOS);
    let form = page
        .part("ol.photos > li", "2枚目の写真")
        .follow("説明を書く");
    let refused = form.fill("caption_ja", &long).press("保存");
    assert_eq!(refused.status, 422);
    assert!(refused.error("caption_ja").is_some());
    assert_eq!(refused.field("caption_ja").value, long);
}

#[test]
fn of_two_who_write_the_second_sees_what_the_first_wrote() {
    let friday = Friday::new();
    three(&friday);
    let (one, other) = (form(&friday), form(&friday));
    one.fill("caption_ja", "入口").press("保存");
    let refused = other.fill("caption_ja", "正面").press("保存");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("入口"));
    let saved = refused.press("入力した内容で上書き");
    assert!(saved.text().contains("正面"), "{}", saved.text());
}

#[test]
fn a_photograph_of_another_shop_or_one_that_was_removed_has_no_page() {
    let friday = Friday::new();
    let page = three(&friday);
    let address = form(&friday).url;
    let elsewhere = address.replace("aoi-salon", "chika-clinic");
    let chika = friday.cast.chika.sign_in(&friday.app);
    assert_eq!(chika.visit(&elsewhere).status, 404);
    page.part("ol.photos > li", "1枚目の写真").press("削除");
    assert_eq!(friday.aoi().visit(&address).status, 404);
}
