//! What a class goes by, as its owner says it: how many are needed, when that is decided, and what happens where there are too few.

use super::{MENU, house, lines};
use crate::support::browser::Page;

const KEPT: &str = "select concat_ws(' ', least, decide_hours, calls_off_itself) as line from scheduling.class_rules";

#[test]
fn an_owner_says_how_many_are_needed_and_is_told_what_cannot_be() {
    let (app, cast, aoi) = house();
    let own = aoi.open(&format!("{MENU}/{}", cast.cut.id));
    let empty = own.follow("クラスの設定");
    assert!(empty.text().contains("このメニューには時間割がありません"));
    for (least, said) in [
        ("0", "1から500まで"),
        ("x", "数字で入力"),
        ("", "数字で入力"),
    ] {
        let filled = empty.fill("least", least).fill("decide_hours", "48");
        let page = filled.send("保存");
        assert_eq!(page.status, 422, "{least}");
        let complaint = page.error("least").unwrap();
        assert!(complaint.contains(said), "{least}: {complaint}");
        assert_eq!(
            page.field("decide_hours").value,
            "48",
            "what was chosen stays"
        );
    }
    assert!(lines(&app, &cast, KEPT).is_empty());
    let filled = empty.fill("least", "３").fill("decide_hours", "48");
    let saved = filled.fill("shortfall", "off").press("保存");
    assert!(saved.flash().is_some());
    assert_eq!(lines(&app, &cast, KEPT), ["3 48 t"]);
    let page = saved.follow("クラスの設定");
    assert_eq!(page.field("least").value, "3");
    // It is a class without any session now, so guests find no time.
    let times = format!(
        "/ja/b/aoi-salon/book/times?service={}&view=table",
        cast.cut.id
    );
    let offered = |page: &Page| page.document().all("table.slots button[name=start]").len();
    assert_eq!(offered(&app.browser().open(&times)), 0);
    page.press("クラスの設定をやめる");
    assert!(lines(&app, &cast, KEPT).is_empty());
    assert!(offered(&app.browser().open(&times)) > 0);
}

#[test]
fn who_saves_over_somebody_else_is_shown_both() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}/class", cast.cut.id);
    let first = aoi.open(&path);
    aoi.open(&path).fill("least", "4").press("保存");
    let late = first.fill("least", "6").send("保存");
    assert_eq!(late.status, 409, "{}", late.text());
    assert_eq!(late.field("least").value, "6");
    assert_eq!(lines(&app, &cast, KEPT), ["4 24 f"]);
}

#[test]
fn a_class_of_single_dates_is_hidden_when_it_is_none_any_more() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}/class", cast.cut.id);
    aoi.open(&path).fill("least", "2").press("保存");
    let date = serde_json::json!({
        "business_id": cast.salon.id, "service_id": cast.cut.id, "date": "2026-11-25", "start_minute": 600, "is_held": true,
    });
    app.insert(cast.salon.id, "scheduling.class_dates", date);
    let page = aoi.open(&path);
    assert!(!page.text().contains("クラスの設定をやめる"));
    page.press("クラスをやめて非公開にする");
    assert!(lines(&app, &cast, KEPT).is_empty());
    let hidden = format!(
        "select is_active::text as line from catalog.services where id = '{}'",
        cast.cut.id
    );
    assert_eq!(lines(&app, &cast, &hidden), ["false"]);
}
