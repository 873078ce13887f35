//! The pages of files, looked at in the real browser in both languages.

use super::house;
use crate::support::{chromium::Chromium, eye::Eye};

/// What the headings and buttons of a language are.
const TONGUES: [(&str, [&str; 6]); 2] = [
    (
        "ja",
        [
            "データの書き出し・取り込み",
            "予約",
            "メニュー",
            "CSVで書き出す",
            "すべてのデータを書き出す",
            "ファイルを用意する",
        ],
    ),
    (
        "en",
        [
            "Files: export and import",
            "Bookings",
            "Services",
            "Export as CSV",
            "Export everything",
            "Prepare the file",
        ],
    ),
];

#[test]
fn every_page_of_files_is_whole_in_each_size_and_light() {
    let (app, cast, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (code, [title, bookings, services, give, whole, ask]) in TONGUES {
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/files{rest}");
        eye.visit(&path(""), title);
        eye.visit(&path("/services"), services);
        eye.visit(&path("/bookings"), bookings);
        window.execute("document.querySelector('[name=last]').value = ''");
        eye.press_in_vain(give, bookings);
        eye.visit(&path("/everything"), whole);
        eye.press(ask, whole);
        eye.press_in_vain(ask, whole);
        app.execute(
            cast.salon.id,
            "update businesses.file_exports set state = 'ready', size_bytes = 100000 where state = 'waiting'",
        );
        eye.visit(&path("/everything"), whole);
        eye.close("office/files");
    }
}
