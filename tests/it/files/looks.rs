//! The pages of files, looked at in the real browser in both languages.

use super::house;
use crate::support::{chromium::Chromium, eye::Eye};

/// What the headings and buttons of a language are.
const TONGUES: [(&str, [&str; 4]); 2] = [
    (
        "ja",
        [
            "データの書き出し・取り込み",
            "予約",
            "メニュー",
            "CSVで書き出す",
        ],
    ),
    (
        "en",
        [
            "Files: export and import",
            "Bookings",
            "Services",
            "Export as CSV",
        ],
    ),
];

#[test]
fn every_page_of_files_is_whole_in_each_size_and_light() {
    let (app, _, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (code, [title, bookings, services, give]) in TONGUES {
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/files{rest}");
        eye.visit(&path(""), title);
        eye.visit(&path("/services"), services);
        eye.visit(&path("/bookings"), bookings);
        window.execute("document.querySelector('[name=last]').value = ''");
        eye.press_in_vain(give, bookings);
        eye.close(4);
    }
}
