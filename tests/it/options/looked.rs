//! What must be chosen from now on is looked at before it holds, and so is what cannot be had any more.

use super::{OFFICE, treatments};
use crate::{
    public::walk::{free, times},
    support::{
        build::a_booking,
        people::{house, lines},
    },
};
use serde_json::json;

const SAVE: &str = "この内容で保存";
const CHOICE: &str = "変更後のオプションの選び方に合いません";
const RULES: &str = "select concat_ws(' ', is_single, is_required) as line from catalog.option_groups order by sort_order";

#[test]
fn a_group_that_must_be_chosen_from_is_looked_at() {
    let (app, cast, aoi) = house();
    let [_, (extras, options)] = treatments(&app, cast.salon.id, &cast.cut);
    let line = |name: &str, option: Option<uuid::Uuid>| {
        json!({
            "kind": if option.is_some() { "option" } else { "service" }, "option": option, "name_ja": name, "name_en": "",
            "quantity": 1, "amount": 0, "tax_rate_percent": 10,
        })
    };
    let with_fringe = json!({"currency": "JPY", "lines": [line("カット", None), line("前髪カット", Some(options[0]))]});
    a_booking(&app, &cast.salon, &cast.cut)
        .named("高田", "梓")
        .at("2026-11-24 11:00")
        .with(json!({"price_snapshot_json": with_fringe, "end_at": "2026-11-24T12:10:00+09:00"}))
        .build();
    let path = format!("{OFFICE}/{extras}");
    let table = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, "&view=table"));
    table.press(&free("11月22日(日) 11:00"));
    let seen = aoi
        .open(&path)
        .form()
        .tick("is_required", "yes")
        .press("保存");
    assert_eq!(seen.heading(), "変更の確認");
    assert_eq!(lines(&app, cast.salon.id, RULES), ["f f", "t f"]);
    let text = seen.text();
    for said in [
        "これからの予約（2件）は、予約したときの",
        "保存したあとに入る予約では、お客様がこの中から必ず選びます（+0円、所要時間 +10分から）",
        "いまお客様が手続き中の予約（1件）は、この変更で完了できなくなることがあります",
        "新しい内容と異なる予約（1件）",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains(&format!("小川 大地 様・カット（{CHOICE}）")));
    assert!(!text.contains("高田 梓"), "she has chosen");
    // Ten minutes more at least, and the last start of the day is gone.
    let rows = seen.rows();
    let row = rows.iter().find(|row| row[0] == "カット").unwrap();
    assert!(row[3] != "0件" && row[2] == "0件", "{row:?}");
    seen.press(SAVE);
    assert_eq!(lines(&app, cast.salon.id, RULES), ["f t", "t f"]);
    // Only one of them: whoever has one has no more than that.
    let one = aoi.open(&path).fill("choice", "one").press("保存");
    assert!(
        one.text().contains("新しい内容と異なる予約はありません"),
        "{}",
        one.text()
    );
    assert!(!one.text().contains("必ず選びます"), "they must already");
    // Nowhere any more: what was chosen cannot be had, and nobody must choose.
    let none = aoi
        .open(&path)
        .form()
        .untick(&format!("s-{}", cast.cut.id))
        .press("保存");
    let text = none.text();
    assert!(
        text.contains(&format!("高田 梓 様・カット + 前髪カット（{CHOICE}）")),
        "{text}"
    );
    assert!(!text.contains("小川 大地"), "{text}");
}

#[test]
fn what_changes_nothing_for_guests_is_saved_at_once() {
    let (app, cast, aoi) = house();
    let [(single, _), _] = treatments(&app, cast.salon.id, &cast.cut);
    let empty = json!({"business_id": cast.salon.id, "name_ja": "空", "is_single": true, "is_required": false});
    let empty = app.insert(cast.salon.id, "catalog.option_groups", empty);
    let named = aoi
        .open(&format!("{OFFICE}/{single}"))
        .fill("name_ja", "ケア")
        .press("保存");
    assert_eq!(named.flash().unwrap(), "保存しました");
    let page = aoi.open(&format!("{OFFICE}/{empty}"));
    let served = page
        .form()
        .tick("is_required", "yes")
        .tick(&format!("s-{}", cast.cut.id), "yes")
        .press("保存");
    assert_eq!(served.flash().unwrap(), "保存しました", "it asks nothing");
}

#[test]
fn what_is_deleted_or_had_back_is_looked_at_where_it_matters() {
    let (app, cast, aoi) = house();
    let [_, (extras, options)] = treatments(&app, cast.salon.id, &cast.cut);
    let must = format!("update catalog.option_groups set is_required = true where id = '{extras}'");
    assert_eq!(app.execute(cast.salon.id, must), 1);
    let often = "update businesses.business_settings set slot_step_minutes = 5";
    assert_eq!(app.execute(cast.salon.id, often), 1);
    let living =
        "select count(*)::text as line from catalog.option_groups where deleted_at is null";
    let seen = aoi.open(&format!("{OFFICE}/{extras}")).press("削除");
    assert_eq!(seen.heading(), "変更の確認");
    assert_eq!(lines(&app, cast.salon.id, living), ["2"]);
    let text = seen.text();
    assert!(
        text.contains("削除すると、お客様は選べなくなります"),
        "{text}"
    );
    assert!(
        text.contains("追加") && text.contains("これからの予約（1件）は"),
        "{text}"
    );
    let list = seen.press("削除");
    assert_eq!(lines(&app, cast.salon.id, living), ["1"]);
    // Had back, everybody must choose again, and it takes ten minutes more.
    let seen = list.press("元に戻す");
    assert_eq!(seen.heading(), "変更の確認");
    let rows = seen.rows();
    let row = rows.iter().find(|row| row[0] == "カット").unwrap();
    assert!(row[3] != "0件", "{row:?}");
    assert_eq!(seen.follow("戻る").heading(), "オプション");
    let list = seen.press("元に戻す");
    assert_eq!(list.flash().unwrap(), "削除したものを元に戻しました");
    assert_eq!(lines(&app, cast.salon.id, living), ["2"]);
    // Without the quickest of it, the least is longer.
    let seen = aoi
        .open(&format!("{OFFICE}/choices/{}", options[0]))
        .press("削除");
    assert_eq!(seen.heading(), "変更の確認");
    assert_eq!(seen.follow("戻る").heading(), "選択肢を変更");
    let gone = "select count(*)::text as line from catalog.options where deleted_at is not null";
    // Somebody makes it dearer while that is read.
    let dearer = format!(
        "update catalog.options set price_cents = price_cents + 100 where id = '{}'",
        options[0]
    );
    assert_eq!(app.execute(cast.salon.id, dearer), 1);
    let again = seen.form().send("削除");
    assert_eq!(again.status, 409, "{}", again.text());
    assert_eq!(lines(&app, cast.salon.id, gone), ["0"]);
    again.press("削除");
    assert_eq!(lines(&app, cast.salon.id, gone), ["1"]);
}
