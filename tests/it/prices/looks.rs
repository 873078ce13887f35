//! The pages with rules of prices, looked at in the real browser in both languages.

use super::rule;
use crate::support::{chromium::Chromium, eye::Eye, people::house};
use serde_json::json;

/// What the headings and buttons of a language are.
const TONGUES: [(&str, [&str; 5]); 2] = [
    (
        "ja",
        [
            "料金ルール",
            "ルールを追加",
            "保存",
            "ルールを変更",
            "日時の選択",
        ],
    ),
    (
        "en",
        [
            "Price rules",
            "Add rule",
            "Save",
            "Edit rule",
            "Date and time",
        ],
    ),
];

#[test]
fn every_page_with_rules_of_prices_is_whole_in_each_size_and_light() {
    let (app, cast, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (code, [title, new, save, edit, when]) in TONGUES {
        app.execute(cast.salon.id, "delete from catalog.pricing_rules");
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/prices{rest}");
        eye.visit(&path(""), title);
        let weekdays = json!({"days": 62, "start_minute": 600, "end_minute": 900, "percent": -10});
        let id = rule(&app, cast.salon.id, ("平日昼割", "Weekday offer"), weekdays);
        let season = json!({
            "first_date": "2026-12-28", "last_date": "2027-01-04", "amount_cents": 1000,
            "deleted_at": "2026-11-19 10:00+09",
        });
        rule(&app, cast.salon.id, ("年末年始料金", "New Year"), season);
        eye.visit(&path(""), title);
        window.execute("document.querySelector('main details').open = true");
        eye.look("what was deleted unfolded");
        let asked = format!(
            "?service={}&date=2026-11-25&time=14:00&party=1&staff=&ahead=",
            cast.cut.id
        );
        eye.visit(&path(&asked), title);
        eye.visit(&path("/new"), new);
        eye.press_in_vain(save, new);
        eye.visit(&path(&format!("/{id}")), edit);
        eye.visit(
            &format!("/{code}/b/aoi-salon/book/times?service={}", cast.cut.id),
            when,
        );
        eye.close("office/prices");
    }
}
