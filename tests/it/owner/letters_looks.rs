//! The pages about letters to guests, looked at in the real browser: ours, their own words, wrong ones, and what is shown of each.

use super::OFFICE;
use crate::{
    staff::scene::Friday,
    support::{chromium::Chromium, eye::Eye},
};

/// The words that a way through the pages needs: language, list, tone, letter, preview, save.
const TONGUES: [[&str; 6]; 2] = [
    [
        "ja",
        "メールの文面",
        "文体",
        "遅れのお知らせ（日本語）",
        "保存せずにプレビュー",
        "保存",
    ],
    [
        "en",
        "Email wording",
        "Tone",
        "Running late (Japanese)",
        "Preview without saving",
        "Save",
    ],
];

#[test]
fn the_pages_about_letters_are_whole_in_each_size_and_light() {
    for [code, list, tone, letter, preview, save] in TONGUES {
        let friday = Friday::new();
        let Some(window) = Chromium::open(&friday.app) else {
            return;
        };
        let path = |rest: &str| format!("{OFFICE}{rest}").replacen("/ja/", &format!("/{code}/"), 1);
        let words = format!(
            "insert into notifications.letter_wordings (business_id, occasion, locale, subject_line) \
             values ('{}', 'reminder', 'ja', '{{{{gone}}}}')",
            friday.cast.salon.id
        );
        friday.app.execute(friday.cast.salon.id, words);
        let mut eye = Eye::new(&window, true);
        window.as_of(&friday.aoi());
        eye.visit(&path("/letters"), list);
        eye.visit(&path("/letters/tone"), tone);
        eye.press(preview, tone);
        eye.visit(&path("/letters/delayed/ja"), letter);
        window
            .fill("subject", "{{shop_nam}}")
            .fill("opening", "{{open")
            .fill("closing", &"駐車場はございません。".repeat(100));
        eye.press_in_vain(save, letter);
        window
            .fill("subject", "{{date_time}} {{shop_name}}")
            .fill(
                "opening",
                "{{customer_name}}、\nいつもありがとうございます。",
            )
            .fill("closing", &"長いひとつづきの文です。".repeat(30));
        eye.press(preview, letter);
        eye.press(save, list);
        eye.close("office/letters");
    }
}
