//! What an owner sends, and what becomes of it.

use super::{PHOTOS, photo, post, send, three, widths};
use crate::{
    media::pictures::{self, PLACE},
    staff::scene::Friday,
};

#[test]
fn several_come_at_once_and_the_first_is_above_the_page() {
    let friday = Friday::new();
    let page = three(&friday);
    assert_eq!(page.flash().unwrap(), "写真を載せました");
    assert_eq!(widths(&page, "ol.photos"), ["400", "500", "600"]);
    let document = page.document();
    assert_eq!(
        document.texts("ol.photos > li:first-child .badge"),
        ["表紙"]
    );
    assert_eq!(document.all("ol.photos .badge").len(), 1);
}

#[test]
fn every_file_that_is_not_taken_is_named_and_the_others_are_kept() {
    let friday = Friday::new();
    let files = [
        ("窓ぎわ.jpg", photo(400)),
        ("menu.jpg", b"<html><script>alert(1)</script>".to_vec()),
        ("../../etc/logo.png", photo(500)),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
        ("flood.png", pictures::flood(30_000, 30_000)),
        ("again.jpg", photo(400)),
    ];
    let page = send(&friday.aoi(), PHOTOS, &files);
    assert_eq!(page.status, 422);
    assert_eq!(widths(&page, "ol.photos"), ["400"]);
    assert!(page.text().contains("1枚を載せました。"));
    let errors = page.errors().join("\n");
    for said in [
        "「menu.jpg」は写真として読み込めません",
        "「logo.png」は、名前と中身の種類が合っていません（中身はJPEG）",
        "「IMG_1.HEIC」はHEIC形式",
        "「flood.png」は画素数が多すぎます",
        "「again.jpg」はすでに載っています",
    ] {
        assert!(errors.contains(said), "{said}: {errors}");
    }
    assert!(!errors.contains("etc/"), "{errors}");
}

#[test]
fn nothing_is_sent_and_that_is_said() {
    let friday = Friday::new();
    let page = send(&friday.aoi(), PHOTOS, &[]);
    assert_eq!(page.status, 422);
    assert_eq!(page.errors(), ["写真を選ぶ: 画像を選んでください。"]);
}

#[test]
fn a_form_without_its_key_or_from_somebody_without_the_right_leaves_no_file() {
    let friday = Friday::new();
    let files = [("photo.jpg", photo(400))];
    let statuses = [
        post(&friday.aoi(), PHOTOS, "made up", &files).status,
        post(&friday.cast.ben.sign_in(&friday.app), PHOTOS, "", &files).status,
        post(&friday.cast.chika.sign_in(&friday.app), PHOTOS, "", &files).status,
    ];
    assert_eq!(statuses, [403, 403, 404]);
    let there = std::fs::read_dir(friday.app.media.path()).unwrap();
    assert_eq!(there.count(), 0);
}

#[test]
fn files_lie_under_their_shop_and_hold_nothing_of_where_they_were_taken() {
    let friday = Friday::new();
    let taken = pictures::noted(&photo(400), 6);
    send(&friday.aoi(), PHOTOS, &[("photo.jpg", taken)]);
    let shop = friday
        .app
        .media
        .path()
        .join(friday.cast.salon.id.to_string());
    let mut seen = 0;
    for folder in std::fs::read_dir(shop).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            let place = PLACE.as_bytes();
            assert!(!bytes.windows(place.len()).any(|part| part == place));
            seen += 1;
        }
    }
    assert_eq!(seen, 1, "300 wide, once upright: one size");
}

#[test]
fn thirty_are_shown_and_no_more() {
    let friday = Friday::new();
    for n in 0..29 {
        let row = serde_json::json!({"business_id": friday.cast.salon.id, "picture": format!("{n:064x}"), "display_order": n});
        friday
            .app
            .insert(friday.cast.salon.id, "businesses.business_media", row);
    }
    let files = [("last.jpg", photo(400)), ("more.jpg", photo(500))];
    let page = send(&friday.aoi(), PHOTOS, &files);
    assert_eq!(page.status, 422);
    let errors = page.errors().join("\n");
    assert!(
        errors.contains("「more.jpg」は載せられませんでした。写真は30枚まで"),
        "{errors}"
    );
    assert!(!errors.contains("last.jpg"), "{errors}");
}
