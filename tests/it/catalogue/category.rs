//! Headings: added, renamed, ordered, deleted and had back.

use super::{MENU, house, lines};
use crate::support::build::a_service;

#[test]
fn a_heading_is_added_renamed_and_moved() {
    let (app, cast, aoi) = house();
    let empty = aoi.open(MENU).follow("カテゴリを追加").form().send("保存");
    assert_eq!(empty.status, 422);
    assert!(
        empty
            .error("name_ja")
            .unwrap()
            .contains("名前を入力してください")
    );
    let menu = empty
        .fill("name_ja", "髪")
        .fill("name_en", "Hair")
        .press("保存");
    assert_eq!(menu.flash().unwrap(), "保存しました");
    let menu = menu
        .follow("カテゴリを追加")
        .fill("name_ja", "肌")
        .press("保存");
    let taken = menu
        .follow("カテゴリを追加")
        .fill("name_ja", "肌")
        .send("保存");
    assert_eq!(taken.status, 422);
    assert!(taken.error("name_ja").unwrap().contains("同じ名前"));
    let headings = |page: &crate::support::browser::Page| page.document().texts(".section h2");
    assert_eq!(headings(&menu), ["髪", "肌", "カテゴリなし"]);
    let menu = menu.press("下へ 髪");
    assert_eq!(headings(&menu), ["肌", "髪", "カテゴリなし"]);
    let form = menu.follow("カテゴリを変更 肌");
    let second = aoi.open(&form.url);
    form.fill("name_ja", "お肌").press("保存");
    let late = second.fill("name_ja", "スキン").send("保存");
    assert_eq!(late.status, 409);
    assert!(late.text().contains("お肌") && late.field("name_ja").value == "スキン");
    assert_eq!(headings(&aoi.open(MENU)), ["お肌", "髪", "カテゴリなし"]);
    let form = aoi.open(MENU).follow("ここに追加 髪");
    let hair = lines(
        &app,
        &cast,
        "select id::text as line from catalog.categories where name_ja = '髪'",
    );
    assert_eq!(
        form.field("category").value,
        hair[0],
        "where it was pressed"
    );
}

#[test]
fn services_outlive_their_heading_and_find_it_again() {
    let (app, cast, aoi) = house();
    a_service(&app, &cast.salon).named("カラー", "").build();
    let menu = aoi
        .open(MENU)
        .follow("カテゴリを追加")
        .fill("name_ja", "髪")
        .press("保存");
    let hair = lines(
        &app,
        &cast,
        "select id::text as line from catalog.categories",
    );
    let menu = menu
        .follow("カット")
        .fill("category", &hair[0])
        .press("保存");
    assert!(
        menu.part("section", "カット")
            .document()
            .texts("h2")
            .contains(&"髪".to_owned())
    );
    assert!(app.browser().open("/ja/b/aoi-salon").text().contains("髪"));
    let menu = menu.follow("カテゴリを変更 髪").press("削除");
    assert_eq!(menu.document().texts(".section h2"), ["カテゴリなし"]);
    assert!(menu.text().contains("カット"));
    let guests = app.browser().open("/ja/b/aoi-salon").text();
    assert!(
        guests.contains("カット") && !guests.contains("髪"),
        "{guests}"
    );
    let menu = menu.press("元に戻す 髪");
    assert!(
        menu.part("section", "カット")
            .document()
            .texts("h2")
            .contains(&"髪".to_owned())
    );
    // Not where another one has its name by now.
    let menu = menu.follow("カテゴリを変更 髪").press("削除");
    let menu = menu
        .follow("カテゴリを追加")
        .fill("name_ja", "髪")
        .press("保存");
    let menu = menu.press("元に戻す 髪");
    assert!(menu.flash().unwrap().contains("同じ名前のカテゴリがある"));
}
