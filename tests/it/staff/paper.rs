//! The sheet on the wall.

use super::scene::{DESK, Friday};

#[test]
fn the_sheet_has_a_line_a_booking_and_hides_most_of_the_numbers() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&format!("{DESK}/today"))
        .follow("予約表を印刷");
    assert!(
        page.heading().contains("11月20日(金)"),
        "{}",
        page.heading()
    );
    let rows = page.rows();
    assert_eq!(
        rows[0],
        [
            "時刻",
            "お客様名（カナ）",
            "人数",
            "メニュー",
            "担当",
            "電話（下4桁）",
            "メモ",
            "来店"
        ]
    );
    assert_eq!(rows.len(), 5, "a head and four who were not called off");
    assert_eq!(rows[3][5], "…5678");
    assert!(rows[3][1].contains("﨑本 恵 様") && rows[3][6].contains("前髪は短めで"));
    assert!(!page.html.contains("090-1234"));
    assert!(page.text().contains("印刷: 11月20日(金) 12:15"));
}

#[test]
fn whole_numbers_only_when_somebody_ticks() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&format!("{DESK}/print"))
        .form()
        .tick("phones", "full")
        .press("表示");
    assert_eq!(page.rows()[1][5], "090-1234-5678");
}

#[test]
fn a_table_a_person_when_asked() {
    let friday = Friday::new();
    let page = friday
        .aoi()
        .open(&format!("{DESK}/print"))
        .form()
        .tick("by", "staff")
        .press("表示");
    let tables = page.document().all("table").len();
    assert_eq!(tables, 2);
    assert!(page.part("section", "鈴木").text().contains("Nguyen"));
    assert!(!page.part("section", "鈴木").text().contains("﨑本"));
}
