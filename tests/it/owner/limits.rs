//! The usual numbers of a half-hour: filled in, looked at with the starts that they take, and saved.

use super::OFFICE;
use crate::{staff::scene::Friday, support::browser::Page};

const LOOK: &str = "変更の影響を確認";
const SAVE: &str = "この内容で保存";
const ROWS: &str = "select count(*) from scheduling.start_limits";

fn form(friday: &Friday) -> Page {
    friday.aoi().open(&format!("{OFFICE}/hours/limits"))
}

fn rows(friday: &Friday) -> i64 {
    friday.app.count(friday.cast.salon.id, ROWS)
}

#[test]
fn numbers_are_looked_at_then_saved_and_stand_in_their_boxes() {
    let friday = Friday::new();
    let looked = form(&friday)
        .fill("d1_600", "0")
        .fill("d1_630", "０")
        .fill("d2_600", "2")
        .press(LOOK);
    assert_eq!(
        (looked.status, looked.heading()),
        (200, "変更の確認".to_owned())
    );
    let said = looked.text();
    assert!(said.contains("10:00〜11:00 各0件"), "{said}");
    assert!(said.contains("影響を受ける予約（0件）"), "{said}");
    // Four Mondays, on each of which nobody can begin the cut at ten and at half past any more.
    let cells = looked.rows().concat();
    assert!(cells.iter().any(|cell| cell.contains('8')), "{cells:?}");
    assert_eq!(rows(&friday), 0, "nothing is saved by looking");
    let saved = looked.press(SAVE);
    assert_eq!(saved.flash().unwrap(), "受付数を変更しました");
    assert_eq!(rows(&friday), 3);
    let again = form(&friday);
    let typed = ["d1_600", "d1_630", "d2_600", "d3_600"].map(|name| again.field(name).value);
    assert_eq!(typed, ["0", "0", "2", ""]);
    let none = again
        .fill("d1_600", "")
        .fill("d1_630", "")
        .fill("d2_600", "")
        .press(LOOK);
    none.press(SAVE);
    assert_eq!(rows(&friday), 0);
}

#[test]
fn one_row_fills_what_is_empty_below_it() {
    let friday = Friday::new();
    let page = form(&friday);
    let halves = page.rows().len() - 2;
    let looked = page.fill("d1_rest", "3").fill("d1_600", "1").press(LOOK);
    assert!(looked.text().contains("10:00〜10:30 各1件"));
    looked.press(SAVE);
    assert_eq!(rows(&friday), i64::try_from(halves).unwrap());
    let again = form(&friday);
    let typed = ["d1_rest", "d1_600", "d1_630", "d2_630"].map(|name| again.field(name).value);
    assert_eq!(typed, ["", "1", "3", ""]);
    let wrong = again.fill("d2_rest", "-1").press(LOOK);
    assert_eq!((wrong.status, wrong.errors().len()), (422, 1));
}

#[test]
fn what_is_no_number_is_said_at_its_box_and_everything_typed_stays() {
    let friday = Friday::new();
    let page = form(&friday)
        .fill("d1_600", "ten")
        .fill("d1_630", "1000")
        .fill("d2_600", "3")
        .press(LOOK);
    assert_eq!((page.status, page.errors().len()), (422, 2));
    let typed = ["d1_600", "d1_630", "d2_600"].map(|name| page.field(name).value);
    assert_eq!(typed, ["ten", "1000", "3"]);
    assert_eq!(rows(&friday), 0);
}

#[test]
fn whoever_was_second_sees_both() {
    let friday = Friday::new();
    let (mine, theirs) = (form(&friday), form(&friday));
    theirs.fill("d1_600", "5").press(LOOK).press(SAVE);
    let answer = mine.fill("d1_600", "2").press(LOOK);
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("各5件"), "{}", answer.text());
    assert_eq!(answer.field("d1_600").value, "2");
}
