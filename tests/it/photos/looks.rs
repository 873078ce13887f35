//! The pages with photographs, looked at in the real browser.

use super::{PHOTOS, photo, send, small};
use crate::{
    media::pictures,
    staff::scene::Friday,
    support::{build::a_business, chromium::Chromium, eye::Eye},
};
use serde_json::json;

const OFFICE: &str = "/ja/owner/aoi-salon";

/// What the first screen of a telephone may weigh in photographs (UX 10.3).
const FIRST_SCREEN: usize = 120 * 1024;

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    photos: &'static str,
    send: &'static str,
    switch: &'static str,
    caption: &'static str,
    small: &'static str,
    legal: &'static str,
    branch: &'static str,
    save: &'static str,
    shop: &'static str,
    times: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        photos: "写真とロゴ",
        send: "写真を載せる",
        switch: "店舗の切り替え",
        caption: "写真の説明",
        small: "カットの写真",
        legal: "特定商取引法に基づく表記",
        branch: "店舗を追加",
        save: "保存",
        shop: "サロン あおい",
        times: "日時の選択",
    },
    Tongue {
        code: "en",
        photos: "Photos and logo",
        send: "Add photos",
        switch: "Switch business",
        caption: "Photo description",
        small: "Photo of Haircut",
        legal: "Legal notice",
        branch: "Add a shop",
        save: "Save",
        shop: "Salon Aoi",
        times: "Date and time",
    },
];

#[test]
fn every_page_with_photographs_is_whole_in_each_size_and_light() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    let aoi = friday.aoi();
    let wide = pictures::png(&pictures::calm(600, 120));
    send(&aoi, &format!("{PHOTOS}/logo"), &[("logo.png", wide)]);
    let files = [700, 640, 500, 400].map(|width| {
        (
            "a.jpg",
            pictures::jpeg(&pictures::calm(width, width * 3 / 4)),
        )
    });
    let page = send(&aoi, PHOTOS, &files);
    page.part("ol.photos > li", "2枚目の写真").press("削除");
    for path in small::places(&friday) {
        small::send(&aoi, &path, &photo(700));
    }
    // A second shop, so that there is somewhere to go.
    a_business(&friday.app)
        .slug("aoi-second")
        .named("サロン あおい 表参道ヒルズ店", "Salon Aoi Omotesando Hills")
        .owner(friday.cast.aoi.user)
        .build();
    for tongue in TONGUES {
        let mut eye = Eye::new(&window, true);
        window.as_of(&aoi);
        let path = |rest: &str| {
            format!("{OFFICE}{rest}").replacen("/ja/", &format!("/{}/", tongue.code), 1)
        };
        eye.visit(&path("/photos"), tongue.photos);
        window.press(tongue.switch);
        eye.look("the other shops");
        eye.visit(&path("/photos"), tongue.photos);
        eye.press_in_vain(tongue.send, tongue.photos);
        eye.visit(&path("/photos"), tongue.photos);
        window.execute("location = document.querySelector('.photo a[href]').href");
        eye.arrives(tongue.caption).look(tongue.caption);
        let small = format!("/menu/{}/photo", friday.cast.cut.id);
        eye.visit(&path(&small), tongue.small);
        eye.press_in_vain(tongue.send, tongue.small);
        eye.visit(&path("/legal"), tongue.legal);
        eye.visit(&path("/branches/new"), tongue.branch);
        eye.press_in_vain(tongue.save, tongue.branch);
        eye.visit(&format!("/{}/b/aoi-salon", tongue.code), tongue.shop);
        let times = format!(
            "/{}/b/aoi-salon/book/times?service={}",
            tongue.code, friday.cast.cut.id
        );
        eye.visit(&times, tongue.times);
        for place in [".offer-go img", ".tabs img"] {
            let square = format!(
                "return [...document.querySelectorAll('{place}')].every((one) => one.offsetWidth === one.offsetHeight)"
            );
            assert_eq!(window.execute(&square), true, "{place}");
        }
        eye.visit(&format!("/{}/b/aoi-salon/legal", tongue.code), tongue.legal);
        eye.close("office/photographs");
    }
}

#[test]
fn the_heaviest_photographs_there_are_leave_the_first_screen_light() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    let aoi = friday.aoi();
    let logo = pictures::png(&pictures::sand(300, 300));
    send(&aoi, &format!("{PHOTOS}/logo"), &[("logo.png", logo)]);
    let heavy = |width: u32| {
        (
            "a.jpg",
            pictures::jpeg(&pictures::sand(width, width * 3 / 4)),
        )
    };
    send(&aoi, PHOTOS, &[heavy(1000), heavy(980)]);
    window.size(390, 740);
    // A telephone with three dots to a pixel, which asks for the largest there is.
    let telephone = json!({"width": 390, "height": 740, "deviceScaleFactor": 3, "mobile": true});
    window.devtools("Emulation.setDeviceMetricsOverride", telephone);
    window.visit("/ja/b/aoi-salon");
    window.until("[...document.images].every((one) => one.loading === \"lazy\" || one.complete)");
    let sent = window.execute(
        "const seen = [...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight)
            .map((one) => one.currentSrc);
        return performance.getEntriesByType('resource').filter((one) => seen.includes(one.name))
            .filter((one) => one.name.includes('/media/')).reduce((sum, one) => sum + one.encodedBodySize, 0)",
    );
    let sent = usize::try_from(sent.as_u64().unwrap()).unwrap();
    assert!(sent > 50_000 && sent <= FIRST_SCREEN, "{sent} bytes");
}
