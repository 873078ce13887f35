//! The pages, looked at in the real browser in both languages.

use super::{HEAD, LINE, checked, house, sent};
use crate::support::{chromium::Chromium, eye::Eye};

#[test]
fn every_page_of_bringing_along_is_whole_in_each_size_and_light() {
    let (app, _cast, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    let bad = format!(
        "{HEAD}{LINE}A-2,2026/12/02,20:00,21:00,カット,佐藤,鈴木 桜,,,s@mail.example,\nA-3,2026/13/02,20:00,21:00,着付け,佐藤,鈴木 桜,,,,\n"
    );
    let waiting = sent(&aoi, bad.as_bytes());
    let id = waiting.url.split('/').nth(5).unwrap().to_owned();
    waiting
        .press("次へ")
        .fill("service-1", "skip")
        .press("次へ");
    let made = checked(&aoi, &format!("{HEAD}{LINE}")).press("1件の予約を取り込む");
    let done = made.url.split('/').nth(5).unwrap().to_owned();
    for (code, words) in [
        (
            "ja",
            [
                "予約の取り込み",
                "次へ",
                "列の対応",
                "メニューと担当の対応",
                "取り込む内容の確認",
                "取り込みを取り消す",
            ],
        ),
        (
            "en",
            [
                "Import bookings",
                "Next",
                "What the columns mean",
                "Services and staff",
                "Check what will be imported",
                "Undo this import",
            ],
        ),
    ] {
        let [list, next, columns, names, check, undo] = words;
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/imports{rest}");
        eye.visit(&path(""), list);
        eye.press_in_vain(next, list);
        eye.visit(&path(&format!("/{id}/columns")), columns);
        window.execute("document.querySelector('[name=column-date]').value = ''");
        eye.press_in_vain(next, columns);
        eye.visit(&path(&format!("/{id}/names")), names);
        window.execute("document.querySelector('[name=service-0]').value = ''");
        eye.press_in_vain(next, names);
        eye.visit(&path(&format!("/{id}/check")), check);
        eye.visit(&path(&format!("/{id}/check?promised=yes")), check);
        let made = aoi.open(&path(&format!("/{done}"))).heading();
        eye.visit(&path(&format!("/{done}")), &made);
        eye.visit(&path(&format!("/{done}/undo")), undo);
        eye.close("office/imports");
    }
}
