//! The one photograph of a service and of somebody who works there.

use super::photo;
use crate::{
    media::pictures,
    staff::scene::Friday,
    support::browser::{Browser, Page},
};
use reqwest::Method;

const OFFICE: &str = "/ja/owner/aoi-salon";

/// Where the photograph of the haircut is seen to, and where Ben's is.
pub fn places(friday: &Friday) -> [String; 2] {
    let (cut, ben) = (friday.cast.cut.id, friday.cast.salon.staff[1]);
    [
        format!("{OFFICE}/menu/{cut}/photo"),
        format!("{OFFICE}/resources/{ben}/photo"),
    ]
}

/// Sends one file from the page of that photograph.
pub fn send(browser: &Browser, path: &str, bytes: &[u8]) -> Page {
    let key = browser.open(path).field("csrf").value;
    let key = key.split(',').next().unwrap_or_default();
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{key}\r\n--edge\r\nContent-Disposition: form-data; \
         name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
    )
    .into_bytes();
    body.extend(bytes);
    body.extend(b"\r\n--edge--\r\n");
    let form = browser.with_header("content-type", "multipart/form-data; boundary=edge");
    let mut page = form.send(Method::POST, path, Some(body));
    page.browser = browser.clone();
    page.settled()
}

/// What guests see: the menu, and the list of those who can be asked for.
fn guest(friday: &Friday) -> [Page; 2] {
    let times = format!("/ja/b/aoi-salon/book/times?service={}", friday.cast.cut.id);
    let browser = friday.app.browser();
    [browser.open("/ja/b/aoi-salon/book"), browser.open(&times)]
}

const SEEN: [&str; 2] = [".offer-go img", ".tabs img"];

#[test]
fn guests_see_it_small_beside_the_name_in_four_sizes_when_they_come_near() {
    let friday = Friday::new();
    for (path, place) in places(&friday).iter().zip([0, 1]) {
        let page = send(&friday.aoi(), path, &photo(1200));
        assert_eq!(page.flash().unwrap(), "写真を載せました");
        let seen = &guest(&friday)[place];
        let document = seen.document();
        let images = document.all(SEEN[place]);
        assert_eq!(images.len(), 1, "{}", seen.html);
        let image = images[0];
        let set = image.attr("srcset").unwrap();
        for size in [
            "/120.jpg 120w",
            "/240.jpg 240w",
            "/480.jpg 480w",
            "/960.jpg 960w",
        ] {
            assert!(set.contains(size), "{set}");
        }
        assert_eq!(
            (image.attr("width"), image.attr("height")),
            (Some("960"), Some("720"))
        );
        assert_eq!(image.attr("loading"), Some("lazy"));
        assert_eq!(image.attr("alt"), Some(""), "its name stands beside it");
        let small = image.attr("src").unwrap().replace("/960.", "/120.");
        let fetched = friday.app.browser().visit(&small);
        assert_eq!(fetched.status, 200);
    }
}

#[test]
fn what_is_nothing_but_grain_is_light_all_the_same() {
    use omotenashi::media::{Kind, made::make, sizes};
    let made = make(
        Kind::Small,
        "a.jpg",
        &pictures::jpeg(&pictures::sand(1000, 750)),
    )
    .unwrap();
    let ladder = sizes::small_ladder(1000);
    assert_eq!(made.files.len(), 4);
    for (file, (width, most)) in made.files.iter().zip(ladder) {
        assert_eq!(file.name, format!("{width}.jpg"));
        assert!(
            file.bytes.len() <= most,
            "{}: {}",
            file.name,
            file.bytes.len()
        );
    }
    // Eight people in a row weigh less than one first screen may (UX 10.3).
    assert!(8 * made.files[0].bytes.len() <= 120 * 1024);
}

#[test]
fn it_is_removed_had_back_and_another_takes_its_place_for_good() {
    let friday = Friday::new();
    for (path, place) in places(&friday).iter().zip([0, 1]) {
        let count = || guest(&friday)[place].document().all(SEEN[place]).len();
        let page = send(&friday.aoi(), path, &photo(400));
        let page = page.press("写真を外す");
        assert_eq!(page.flash().unwrap(), "写真を外しました");
        assert!(page.text().contains("写真を外しています"));
        assert_eq!(count(), 0);
        let page = page.press("元に戻す");
        assert_eq!(count(), 1);
        assert_eq!(page.document().all(".portrait img").len(), 1);
        let page = send(&friday.aoi(), path, &photo(500));
        assert_eq!(
            page.document().attribute(".portrait img", "width").unwrap(),
            "500"
        );
        let kept = "select count(*) from businesses.business_media where place = 'service'";
        assert_eq!(friday.app.count(friday.cast.salon.id, kept), 1, "one each");
        // The page of photographs has nothing to do with them.
        let gallery = friday.aoi().open(super::PHOTOS);
        assert!(gallery.document().all("main img").is_empty());
    }
}

#[test]
fn what_is_no_photograph_is_refused_by_its_name_and_nothing_is_shown() {
    let friday = Friday::new();
    let path = &places(&friday)[0];
    let page = send(&friday.aoi(), path, b"<html>");
    assert_eq!(page.status, 422);
    assert!(
        page.errors()[0].contains("「a.jpg」は写真として読み込めません"),
        "{:?}",
        page.errors()
    );
    assert!(page.text().contains("写真はまだありません"));
    let none = friday.aoi().open(path).form().press("写真を載せる");
    assert_eq!(
        none.status, 400,
        "a form that carries no file as such is none of ours"
    );
    let room = friday.app.insert(
        friday.cast.salon.id,
        "scheduling.resources",
        serde_json::json!({"business_id": friday.cast.salon.id, "name": "個室", "resource_type": "room"}),
    );
    let of_a_room = friday
        .aoi()
        .open(&format!("{OFFICE}/resources/{room}/photo"));
    assert_eq!(of_a_room.status, 404);
    let sheet = friday.aoi().open(&format!(
        "{OFFICE}/resources/{}",
        friday.cast.salon.staff[1]
    ));
    assert_eq!(sheet.follow("写真").heading(), "鈴木の写真");
}

#[test]
fn an_operator_has_it_back_where_it_was() {
    use omotenashi::domain::bookings::bin::{self, Kind};
    let friday = Friday::new();
    let path = &places(&friday)[0];
    send(&friday.aoi(), path, &photo(400)).press("写真を外す");
    friday.app.tenant(friday.cast.salon.id, |tx| {
        let gone = bin::all(tx).unwrap();
        assert_eq!(gone.len(), 1);
        bin::restore(tx, Kind::Photo, gone[0].id).unwrap();
        Ok(())
    });
    assert_eq!(guest(&friday)[0].document().all(SEEN[0]).len(), 1);
}
