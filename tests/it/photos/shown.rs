//! What is done with photographs, and what guests see of it.

use super::{PHOTOS, photo, send, three, widths};
use crate::{media::pictures, staff::scene::Friday, support::browser::Page};

fn guest(friday: &Friday, lang: &str) -> Page {
    friday.app.browser().open(&format!("/{lang}/b/aoi-salon"))
}

#[test]
fn guests_see_the_cover_first_and_the_others_when_they_come_near() {
    let friday = Friday::new();
    three(&friday);
    let page = guest(&friday, "ja");
    assert_eq!(widths(&page, ".hero"), ["400"]);
    assert_eq!(widths(&page, ".gallery"), ["500", "600"]);
    let document = page.document();
    let cover = document.all(".hero img")[0];
    let set = cover.attr("srcset").unwrap();
    assert!(
        set.contains("/320.jpg 320w") && set.contains("/400.jpg 400w"),
        "{set}"
    );
    assert_eq!(cover.attr("height"), Some("300"));
    assert_eq!(cover.attr("loading"), None);
    for other in document.all(".gallery img") {
        assert_eq!(other.attr("loading"), Some("lazy"));
    }
    let shared = document
        .attribute("meta[property='og:image']", "content")
        .unwrap();
    assert!(
        shared.starts_with("http://") && shared.ends_with("/400.jpg"),
        "{shared}"
    );
    // A card in the list of shops shows the same.
    let town = friday.app.browser().open("/ja");
    assert!(town.html.contains(cover.attr("src").unwrap()));
}

#[test]
fn the_order_is_changed_by_presses_alone() {
    let friday = Friday::new();
    let page = three(&friday);
    let second = page.part("ol.photos > li", "2枚目の写真");
    let page = second.press("後ろへ");
    assert_eq!(page.flash().unwrap(), "並び順を変えました");
    assert_eq!(widths(&page, "ol.photos"), ["400", "600", "500"]);
    let page = page.part("ol.photos > li", "2枚目の写真").press("前へ");
    assert_eq!(widths(&page, "ol.photos"), ["600", "400", "500"]);
    assert_eq!(widths(&guest(&friday, "ja"), ".gallery"), ["600", "500"]);
}

#[test]
fn another_cover_takes_the_place_of_the_one_before() {
    let friday = Friday::new();
    let page = three(&friday);
    let page = page
        .part("ol.photos > li", "3枚目の写真")
        .press("表紙にする");
    assert_eq!(page.flash().unwrap(), "表紙を変えました");
    let seen = guest(&friday, "ja");
    assert_eq!(widths(&seen, ".hero"), ["600"]);
    assert_eq!(widths(&seen, ".gallery"), ["400", "500"]);
}

#[test]
fn what_is_removed_is_seen_by_no_guest_and_can_be_had_back() {
    let friday = Friday::new();
    let page = three(&friday);
    let page = page.part("ol.photos > li", "1枚目の写真").press("削除");
    assert_eq!(widths(&page, "ol.photos"), ["500", "600"]);
    let seen = guest(&friday, "ja");
    assert_eq!(widths(&seen, ".hero"), ["500"], "the next one is the cover");
    assert_eq!(widths(&seen, ".gallery"), ["600"]);
    let page = page.press("元に戻す");
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert_eq!(widths(&page, "ol.photos"), ["500", "600", "400"]);
    // Sent again in the place of being had back, it is the same one and no second.
    page.part("ol.photos > li", "3枚目の写真").press("削除");
    let page = send(&friday.aoi(), PHOTOS, &[("a.jpg", photo(400))]);
    assert_eq!(widths(&page, "ol.photos"), ["500", "600", "400"]);
    assert_eq!(widths(&page, "details"), [""; 0]);
}

#[test]
fn a_press_twice_over_or_on_nothing_changes_nothing() {
    let friday = Friday::new();
    let page = three(&friday);
    let first = page.part("ol.photos > li", "1枚目の写真");
    let removal = first.form();
    assert_eq!(removal.send("削除").status, 303);
    let again = removal.press("削除");
    assert_eq!(widths(&again, "ol.photos"), ["500", "600"]);
    assert!(
        again.flash().unwrap().contains("先に"),
        "{:?}",
        again.flash()
    );
}

#[test]
fn the_mark_stands_in_the_head_of_every_page_and_one_at_a_time() {
    let friday = Friday::new();
    let path = format!("{PHOTOS}/logo");
    let disc = pictures::png(&pictures::disc(300));
    let page = send(&friday.aoi(), &path, &[("logo.png", disc)]);
    assert_eq!(page.flash().unwrap(), "ロゴを載せました");
    for page in [guest(&friday, "ja"), guest(&friday, "en"), page] {
        let document = page.document();
        let marks = document.all(".masthead .logo-plate img");
        assert_eq!(marks.len(), 1, "{}", page.url);
        assert_eq!(marks[0].attr("alt"), Some(""));
        assert!(document.all(".monogram").is_empty());
    }
    assert!(guest(&friday, "ja").document().all(".gallery").is_empty());
    let other = pictures::png(&pictures::disc(60));
    let page = send(&friday.aoi(), &path, &[("logo.png", other)]);
    assert_eq!(widths(&page, ".masthead .logo-plate"), ["60"]);
    let page = page.press("元に戻す");
    assert_eq!(widths(&page, ".masthead .logo-plate"), ["108"]);
    let page = page.press("ロゴを外す");
    assert!(page.document().all(".masthead .logo-plate").is_empty());
    assert_eq!(page.document().all(".monogram").len(), 1);
}
