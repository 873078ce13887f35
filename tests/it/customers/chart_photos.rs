//! Photographs of a visit: nobody sees them but those who may read the chart.

use super::{
    chart::{chart, write},
    house,
};
use crate::{
    media::pictures::{self, PLACE},
    support::{
        browser::{Browser, Page},
        chromium::Chromium,
        eye::Eye,
    },
};
use reqwest::Method;

/// Sends photographs from the page of an entry.
pub fn send(
    browser: &Browser,
    entry: &str,
    (stage, caption): (&str, &str),
    files: &[Vec<u8>],
) -> Page {
    let key = browser.open(super::CARDS).field("csrf").value;
    let key = key.split(',').next().unwrap_or_default();
    let mut body = Vec::new();
    for (name, value) in [("csrf", key), ("stage", stage), ("caption", caption)] {
        let part =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    for bytes in files {
        body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let form = browser.with_header("content-type", "multipart/form-data; boundary=edge");
    let mut page = form.send(Method::POST, &format!("{entry}/photos"), Some(body));
    page.browser = browser.clone();
    page.settled()
}

fn photo(width: u32) -> Vec<u8> {
    pictures::jpeg(&pictures::calm(width, width * 3 / 4))
}

#[test]
fn they_are_given_to_those_with_the_right_and_to_nobody_else() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット").url;
    let ben = cast.ben.sign_in(&app);
    let taken = pictures::noted(&photo(800), 6);
    let page = send(&ben, &entry, ("before", "正面"), &[taken]);
    assert_eq!(page.flash().as_deref(), Some("写真を追加しました"));
    let page = send(&ben, &entry, ("after", ""), &[photo(400), photo(500)]);
    let document = page.document();
    let alts: Vec<_> = document
        .all(".photos img")
        .iter()
        .map(|image| image.attr("alt").unwrap().to_owned())
        .collect();
    assert_eq!(alts, ["正面", "施術後", "施術後"]);
    let address = document.attribute(".photos img", "src").unwrap();
    assert!(
        address.starts_with(&entry) && address.ends_with("/600.jpg"),
        "{address}"
    );
    let fetched = ben.visit(&address);
    assert_eq!(fetched.status, 200);
    assert_eq!(fetched.header("content-type"), Some("image/jpeg"));
    assert_eq!(fetched.header("cache-control"), Some("private, no-store"));
    assert_eq!(cast.aoi.sign_in(&app).visit(&address).status, 200);
    for stranger in [&cast.chika, &cast.daichi] {
        assert_eq!(stranger.sign_in(&app).visit(&address).status, 404);
    }
    assert_eq!(app.browser().visit(&address).status, 303);
    // Neither its own name nor any other leads there from outside.
    let shop = app
        .media
        .path()
        .join(cast.salon.id.to_string())
        .join("private");
    for folder in std::fs::read_dir(&shop).unwrap() {
        let folder = folder.unwrap();
        let key = folder.file_name().into_string().unwrap();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap();
            let bytes = std::fs::read(file.path()).unwrap();
            let place = PLACE.as_bytes();
            assert!(!bytes.windows(place.len()).any(|part| part == place));
            let name = file.file_name().into_string().unwrap();
            for path in [
                format!("{key}/{name}"),
                format!("private/{key}/{name}"),
                format!("private%2F{key}/{name}"),
            ] {
                let public = format!("/media/{}/{path}", cast.salon.id);
                assert_eq!(app.browser().visit(&public).status, 404, "{public}");
            }
        }
    }
    for wrong in ["601.jpg", "600.png", "..%2f600.jpg", "x"] {
        let other = address.replace("600.jpg", wrong);
        assert_eq!(ben.visit(&other).status, 404, "{other}");
    }
}

#[test]
fn a_right_that_was_taken_away_takes_charts_and_their_photographs_with_it() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット").url;
    let ben = cast.ben.sign_in(&app);
    let page = send(&ben, &entry, ("after", ""), &[photo(400)]);
    let address = page.document().attribute(".photos img", "src").unwrap();
    let refuse = |right: &str| {
        let rights = format!(
            "update businesses.staff_assignments set permissions_json = '{{\"{right}\": false}}' where role = 'service_provider'"
        );
        app.execute(cast.salon.id, rights);
    };
    refuse("bookings-note");
    assert_eq!(ben.visit(&address).status, 200);
    assert_eq!(ben.open(&chart(&cast)).status, 200);
    assert!(!ben.open(&chart(&cast)).text().contains("カルテを書く"));
    for path in [
        &entry,
        &format!("{entry}/photos"),
        &format!("{}/new", chart(&cast)),
    ] {
        assert_eq!(ben.open(path).status, 403, "{path}");
    }
    assert_eq!(send(&ben, &entry, ("after", ""), &[photo(500)]).status, 403);
    refuse("customers-read");
    // Whoever may write and not read does not read by way of writing.
    for path in [
        &address,
        &chart(&cast),
        &format!("{}/print", chart(&cast)),
        &format!("{}/new", chart(&cast)),
        &entry,
        &format!("{entry}/photos"),
    ] {
        assert_eq!(ben.open(path).status, 403, "{path}");
    }
    let form = ben.with_header("content-type", "multipart/form-data; boundary=edge");
    let sent = form.send(
        Method::POST,
        &format!("{entry}/photos"),
        Some(b"--edge--\r\n".to_vec()),
    );
    assert_eq!(sent.status, 403);
    let key = ben.open("/ja/staff/aoi-salon/today").field("csrf").value;
    let key = key.split(',').next().unwrap_or_default();
    let typed = [
        ("csrf", key),
        ("date", "2026-11-20"),
        ("heading_0", "施術"),
        ("text_0", "カラー"),
        ("version", "0"),
        ("to", "delete"),
    ];
    let picture = address.rsplit_once('/').unwrap().0;
    for path in [
        format!("{}/new", chart(&cast)),
        entry.clone(),
        format!("{entry}/state"),
    ] {
        assert_eq!(ben.post(&path, &typed).status, 403, "{path}");
    }
    let removed = ben.post(
        &format!("{picture}/state"),
        &[("csrf", key), ("to", "remove")],
    );
    assert_eq!(removed.status, 403);
    let kept =
        "select count(*) from bookings.chart_entries where deleted_at is null and version = 0";
    assert_eq!(app.count(cast.salon.id, kept), 1);
}

#[test]
fn one_is_deleted_and_had_back_and_what_is_no_photograph_is_named() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット").url;
    let aoi = cast.aoi.sign_in(&app);
    let page = send(
        &aoi,
        &entry,
        ("after", ""),
        &[photo(400), b"<html>".to_vec()],
    );
    assert_eq!(page.status, 422);
    assert!(
        page.errors()[0].contains("「a.jpg」は写真として読み込めません"),
        "{:?}",
        page.errors()
    );
    assert_eq!(
        page.document().all(".photos img").len(),
        1,
        "the other is kept"
    );
    let unsaid = send(&aoi, &entry, ("", &"あ".repeat(121)), &[photo(400)]);
    assert_eq!((unsaid.status, unsaid.errors().len()), (422, 2));
    let none = send(&aoi, &entry, ("before", "右の横顔"), &[]);
    assert_eq!(none.status, 422);
    assert_eq!(none.field("caption").value, "右の横顔");
    assert_eq!(none.field("stage").value, "before");
    let page = aoi.open(&format!("{entry}/photos")).press("削除 施術後");
    assert!(page.flash().unwrap().starts_with("写真を削除しました"));
    let read = aoi.open(&chart(&cast));
    assert!(read.document().all("article img").is_empty());
    let page = page.press("元に戻す");
    assert_eq!(page.flash().as_deref(), Some("元に戻しました"));
    let read = aoi.open(&chart(&cast));
    assert_eq!(read.document().all("article img").len(), 1);
    assert_eq!(
        read.follow("印刷する").document().all("article img").len(),
        1
    );
}

#[test]
fn something_else_is_said_of_one_on_top_of_what_was_seen() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット").url;
    let aoi = cast.aoi.sign_in(&app);
    let page = send(&aoi, &entry, ("after", "正面"), &[photo(400)]);
    let form = page.follow("説明を変更");
    assert_eq!(form.field("caption").value, "正面");
    let stale = cast.ben.sign_in(&app).open(&form.url);
    let long = form.fill("caption", &"あ".repeat(121)).press("保存");
    assert_eq!((long.status, long.errors().len()), (422, 1));
    let page = form
        .fill("caption", "")
        .fill("stage", "before")
        .press("保存");
    assert_eq!(page.flash().as_deref(), Some("写真の説明を保存しました"));
    let alts = |page: &Page| page.document().attribute(".photos img", "alt").unwrap();
    assert_eq!(alts(&page), "施術前");
    let second = stale.fill("caption", "横").press("保存");
    assert_eq!(
        (second.status, second.field("caption").value.as_str()),
        (409, "横")
    );
    assert!(second.text().contains("正面") || second.text().contains("施術前"));
    let over = second.form().press("入力した内容で上書き");
    assert_eq!(alts(&over), "横");
    let gone = over.press("削除 横");
    assert_eq!(aoi.open(&form.url).status, 404, "{}", gone.url);
    let other = form.url.replace("/photos/", "/photos/x");
    assert_eq!(aoi.open(&other).status, 404);
    let chika = cast.chika.sign_in(&app);
    assert_eq!(chika.open(&form.url).status, 404);
}

#[test]
fn photographs_that_were_deleted_leave_room_and_come_back_only_where_there_is_some() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット").url;
    let aoi = cast.aoi.sign_in(&app);
    let key = entry.rsplit('/').next().unwrap();
    for place in 0..24 {
        let row = serde_json::json!({
            "business_id": cast.salon.id, "entry_id": key, "picture": format!("{place:064x}"), "ending": "jpg",
            "width": 600, "height": 450, "caption": format!("写真{place}"),
        });
        app.insert(cast.salon.id, "bookings.chart_photos", row);
    }
    let full = send(&aoi, &entry, ("after", ""), &[photo(400)]);
    assert_eq!(full.status, 422);
    assert!(full.errors()[0].contains("24枚まで"), "{:?}", full.errors());
    full.press("削除 写真3");
    let page = send(&aoi, &entry, ("after", ""), &[photo(400)]);
    assert_eq!(page.flash().as_deref(), Some("写真を追加しました"));
    let refused = page.press("元に戻す 写真3");
    assert_eq!(refused.status, 422);
    assert!(
        refused.errors()[0].contains("ほかの写真を削除"),
        "{:?}",
        refused.errors()
    );
    let back = refused.press("削除 写真4").press("元に戻す 写真3");
    assert_eq!(back.flash().as_deref(), Some("元に戻しました"));
    assert!(aoi.open(&entry).text().contains("保存して写真へ（24枚）"));
}

#[test]
fn what_is_typed_is_saved_on_the_way_to_the_photographs() {
    let (app, cast) = house();
    let entry = write(&app, &cast, "カット");
    let photos = entry
        .fill("text_0", "カットとカラー")
        .press("保存して写真を追加");
    assert_eq!(photos.url, format!("{}/photos", entry.url));
    assert_eq!(photos.flash().as_deref(), Some("カルテを保存しました"));
    let back = cast.aoi.sign_in(&app).open(&entry.url);
    assert_eq!(back.field("text_0").value, "カットとカラー");
}

#[test]
fn every_page_of_a_chart_is_whole_in_each_size_and_light() {
    let (app, cast) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    let aoi = cast.aoi.sign_in(&app);
    for (code, save, add) in [("ja", "保存", "写真を追加"), ("en", "Save", "Add photos")] {
        let mut eye = Eye::new(&window, true);
        window.as_of(&aoi);
        let tongue = |path: &str| path.replacen("/ja/", &format!("/{code}/"), 1);
        let title = |path: &str| aoi.open(path).heading();
        let new = tongue(&format!("{}/new", chart(&cast)));
        eye.visit(&new, &title(&new));
        eye.press_in_vain(save, &title(&new));
        let entry = write(&app, &cast, "カット 3cm\n前髪は眉下").url;
        let tall = pictures::jpeg(&pictures::calm(400, 600));
        send(&aoi, &entry, ("after", "横"), &[photo(700)]);
        send(&aoi, &entry, ("before", "正面"), &[tall]).press("削除 正面");
        let entry = tongue(&entry);
        eye.visit(&entry, &title(&entry));
        let photos = format!("{entry}/photos");
        eye.visit(&photos, &title(&photos));
        eye.press_in_vain(add, &title(&photos));
        let caption = aoi.open(&photos).document();
        let caption = caption.attribute(".photos .row a", "href").unwrap();
        eye.visit(&caption, &title(&caption));
        let card = format!("{}/{}", super::CARDS, cast.booking.customer);
        for path in [chart(&cast), card, format!("{}/headings", super::CARDS)] {
            let path = tongue(&path);
            eye.visit(&path, &title(&path));
        }
        eye.close("office/chart");
    }
}
