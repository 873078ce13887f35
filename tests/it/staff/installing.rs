//! The counter as an app of its own on a telephone.

use super::scene::{DESK, Friday};
use crate::{
    media::pictures,
    photos::{PHOTOS, send},
    support::{browser::Page, chromium::Chromium, wait::wait_for},
};
use omotenashi::web::ui::frame::{ACCENTS, COLOURS};
use serde_json::{Value, json};
use std::fs;

fn told(page: &Page) -> Value {
    assert_eq!(page.status, 200);
    assert_eq!(
        page.header("content-type"),
        Some("application/manifest+json; charset=utf-8")
    );
    serde_json::from_str(&page.html).unwrap()
}

/// Width and height of a picture, and the colour of its corner.
fn picture(friday: &Friday, path: &str) -> (u32, u32, [u8; 4]) {
    let url = friday.app.url(path);
    let bytes = wait_for(async move { reqwest::get(url).await.unwrap().bytes().await.unwrap() });
    let drawn = image::load_from_memory(&bytes).unwrap().to_rgba8();
    (drawn.width(), drawn.height(), drawn.get_pixel(0, 0).0)
}

#[test]
fn a_telephone_is_told_the_name_of_the_shop_and_where_its_day_is() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let page = aoi.open(&format!("{DESK}/day")).document();
    let place = page.attribute("link[rel=manifest]", "href").unwrap();
    let japanese = told(&aoi.open(&place));
    assert_eq!(japanese["start_url"], json!("/ja/staff/aoi-salon/today"));
    assert_eq!(japanese["scope"], json!("/ja/staff/aoi-salon/"));
    assert_eq!(japanese["display"], json!("standalone"));
    assert_eq!(japanese["theme_color"], json!("#00428c"));
    let english = told(&aoi.open(&place.replace("/ja/", "/en/")));
    assert_eq!(english["start_url"], json!("/en/staff/aoi-salon/today"));
    assert_eq!(english["id"], japanese["id"], "one app in both languages");
    assert_ne!(english["name"], japanese["name"]);
    // The back office is not the app, and guests are told of none.
    for path in ["/ja/owner/aoi-salon", "/ja/b/aoi-salon"] {
        let page = aoi.open(path).document();
        assert!(page.all("link[rel=manifest]").is_empty(), "{path}");
    }
}

#[test]
fn the_colours_that_it_is_told_are_those_of_the_pages() {
    let css = format!("{}/static/css/accents.css", env!("CARGO_MANIFEST_DIR"));
    let css = fs::read_to_string(css).unwrap();
    for (accent, colour) in COLOURS {
        let line = format!("[data-accent=\"{accent}\"] {{ --day: {colour};");
        assert!(css.contains(&line), "{line}");
    }
    assert_eq!(COLOURS.map(|(accent, _)| accent).as_slice(), ACCENTS);
}

#[test]
fn the_app_has_the_mark_of_its_shop_or_else_of_the_house() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let icons = || {
        let told = told(&aoi.open(&format!("{DESK}/manifest.webmanifest")));
        let icons = told["icons"].as_array().unwrap().clone();
        icons.into_iter().map(|icon| {
            let text = |name: &str| icon[name].as_str().unwrap().to_owned();
            (text("src"), text("sizes"), text("purpose"))
        })
    };
    let wanted = [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ];
    let judge = |of_house: bool| {
        for ((src, sizes, purpose), wanted) in icons().zip(wanted) {
            assert_eq!((sizes.as_str(), purpose.as_str()), wanted);
            assert_eq!(src.starts_with("/static/"), of_house, "{src}");
            let (width, height, corner) = picture(&friday, &src);
            assert_eq!(format!("{width}x{height}"), sizes);
            let shown_through = of_house && purpose == "any";
            assert_eq!(corner[3] == 0, shown_through, "{src}: {corner:?}");
        }
    };
    judge(true);
    let wide = pictures::png(&pictures::calm(280, 90));
    send(&aoi, &format!("{PHOTOS}/logo"), &[("logo.png", wide)]);
    judge(false);
    let (src, ..) = icons().next().unwrap();
    for other in ["icon-193-", "icon-0512-", "square-192-", "icon-"] {
        let path = src.replace("icon-192-", other);
        assert_eq!(aoi.visit(&path).status, 404, "{path}");
    }
}

#[test]
fn the_browser_finds_nothing_that_keeps_it_from_being_installed() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.visit(&format!("{DESK}/today"));
    let read = window.devtools("Page.getAppManifest", json!({}));
    assert_eq!(read["errors"], json!([]), "{read}");
    assert!(
        read["data"].as_str().unwrap().contains("standalone"),
        "{read}"
    );
    let found = window.devtools("Page.getInstallabilityErrors", json!({}));
    assert_eq!(found["installabilityErrors"], json!([]));
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
}
