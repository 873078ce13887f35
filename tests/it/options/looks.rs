//! The pages with options, looked at in the real browser in both languages.

use super::{house, treatments};
use crate::support::{chromium::Chromium, eye::Eye};

/// What the headings and buttons of a language are.
const TONGUES: [(&str, [&str; 9]); 2] = [
    (
        "ja",
        [
            "オプション",
            "グループを追加",
            "保存",
            "グループを変更",
            "選択肢を追加",
            "選択肢を変更",
            "日時の選択",
            "予約を追加",
            "変更の確認",
        ],
    ),
    (
        "en",
        [
            "Options",
            "Add group",
            "Save",
            "Edit group",
            "Add option",
            "Edit option",
            "Date and time",
            "Add booking",
            "Check the change",
        ],
    ),
];

#[test]
fn every_page_with_options_is_whole_in_each_size_and_light() {
    let (app, cast, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (code, [title, new, save, edit, add, change, when, desk, check]) in TONGUES {
        app.execute(cast.salon.id, "delete from catalog.option_groups");
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/options{rest}");
        eye.visit(&path(""), title);
        let [(group, options), _] = treatments(&app, cast.salon.id, &cast.cut);
        app.execute(
            cast.salon.id,
            format!(
                "update catalog.options set deleted_at = now() where id = '{}'",
                options[0]
            ),
        );
        eye.visit(&path(""), title);
        window.execute("document.querySelector('details').open = true");
        eye.look("what was deleted unfolded");
        eye.visit(&path("/new"), new);
        eye.press_in_vain(save, new);
        eye.visit(&path(&format!("/{group}")), edit);
        window.execute("document.querySelector('[name=is_required]').checked = true");
        window.press(save);
        eye.arrives(check).look("what must be chosen from now on");
        eye.visit(&path(&format!("/choices/new?group={group}")), add);
        eye.press_in_vain(save, add);
        eye.visit(&path(&format!("/choices/{}", options[1])), change);
        eye.visit(&format!("/{code}/staff/aoi-salon/bookings/new"), desk);
        eye.visit(
            &format!("/{code}/b/aoi-salon/book/times?service={}", cast.cut.id),
            when,
        );
        app.execute(
            cast.salon.id,
            "update catalog.option_groups set is_required = true",
        );
        eye.visit(
            &format!("/{code}/b/aoi-salon/book/times?service={}", cast.cut.id),
            when,
        );
        eye.close("office/options");
    }
}
