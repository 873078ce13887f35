//! The owner's pages of tables that go together.

use super::tables_booked::{Kappo, OFFICE};
use crate::{
    public::walk::says,
    support::people::{house, lines},
};
use serde_json::json;

fn names(kappo: &Kappo) -> Vec<String> {
    let query = "select row_number() over (order by sort_order) || ' ' || name || ' ' || least || '-' || most as line from scheduling.table_groups where deleted_at is null";
    lines(&kappo.app, kappo.shop.id, query)
}

#[test]
fn tables_are_put_together_changed_ordered_deleted_and_had_back() {
    let kappo = Kappo::new(&[4, 4, 6]);
    let owner = kappo.owner();
    let resources = owner.open("/ja/owner/kappo/resources");
    let empty = resources.follow("組み合わせテーブル");
    says(&empty, &["組み合わせはまだありません"]);
    let form = empty.follow("組み合わせを追加");
    let list = form
        .form()
        .tick(&kappo.tick(0), "yes")
        .tick(&kappo.tick(1), "yes")
        .fill("least", "5")
        .fill("most", "8")
        .fill("name", "奥の2卓")
        .press("保存");
    says(&list, &["奥の2卓", "テーブル1、テーブル2", "5〜8名様"]);
    let list = list
        .follow("組み合わせを追加")
        .form()
        .tick(&kappo.tick(1), "yes")
        .tick(&kappo.tick(2), "yes")
        .fill("least", "7")
        .fill("most", "10")
        .fill("name", "窓側")
        .press("保存");
    assert_eq!(names(&kappo), ["1 奥の2卓 5-8", "2 窓側 7-10"]);
    let moved = list.part(".offer", "窓側").press("上へ");
    assert_eq!(names(&kappo), ["1 窓側 7-10", "2 奥の2卓 5-8"]);
    let changed = moved.follow("奥の2卓").fill("least", "6").press("保存");
    says(&changed, &["6〜8名様"]);
    let gone = changed.follow("奥の2卓").press("削除");
    assert_eq!(names(&kappo), ["1 窓側 7-10"]);
    gone.press("元に戻す");
    assert_eq!(names(&kappo).len(), 2);
    let trail = "select count(*) from audit.audit_logs where entity in ('table_groups', 'table_group_members')";
    assert!(kappo.app.count(kappo.shop.id, trail) >= 9);
    let page = kappo.owner().open("/en/owner/kappo/tables");
    says(&page, &["Combined tables", "6–8 guests"]);
}

#[test]
fn everything_wrong_is_said_where_it_is_and_stays_typed() {
    let kappo = Kappo::new(&[4, 4, 6]);
    kappo.together("奥の2卓", &[0, 1], (5, 8));
    let form = || kappo.owner().open(&format!("{OFFICE}/new"));
    let wrong = form()
        .form()
        .tick(&kappo.tick(0), "yes")
        .fill("least", "0")
        .fill("most", "多い")
        .send("保存");
    assert_eq!(wrong.status, 422);
    for field in ["name", "least", "most", &kappo.tick(0)] {
        assert!(wrong.error(field).is_some(), "{field}");
    }
    assert!(wrong.error(&kappo.tick(0)).unwrap().contains("2つ以上"));
    assert_eq!(wrong.field("most").value, "多い", "what was typed stays");
    let both = |least: &str, most: &str| {
        form()
            .form()
            .tick(&kappo.tick(0), "yes")
            .tick(&kappo.tick(2), "yes")
            .fill("name", "窓側")
            .fill("least", least)
            .fill("most", most)
            .send("保存")
    };
    assert!(both("8", "5").error("most").is_some(), "least over most");
    let many = both("5", "11").error("most").unwrap();
    assert!(many.contains("合わせて10席"), "{many}");
    let same = form()
        .form()
        .tick(&kappo.tick(0), "yes")
        .tick(&kappo.tick(1), "yes")
        .fill("name", "別の名前")
        .fill("least", "5")
        .fill("most", "8")
        .send("保存");
    assert!(same.error(&kappo.tick(0)).unwrap().contains("奥の2卓"));
    let room = kappo.thing("room", "個室", 6);
    let mixed = form()
        .form()
        .tick(&kappo.tick(0), "yes")
        .tick(&format!("r-{room}"), "yes")
        .fill("name", "混ぜる")
        .fill("least", "5")
        .fill("most", "8")
        .send("保存");
    assert!(mixed.error(&kappo.tick(0)).unwrap().contains("同じ種類"));
    let taken = form()
        .form()
        .tick(&kappo.tick(0), "yes")
        .tick(&kappo.tick(2), "yes")
        .fill("name", "奥の2卓")
        .fill("least", "5")
        .fill("most", "8")
        .send("保存");
    assert!(taken.error("name").is_some());
    assert_eq!(names(&kappo), ["1 奥の2卓 5-8"]);
    // Nor does the database know a table twice in one group.
    let twice = "select max(n) from (select count(*) as n from scheduling.table_group_members group by group_id, resource_id) as each";
    assert_eq!(kappo.app.count(kappo.shop.id, twice), 1);
}

#[test]
fn two_who_write_the_same_group_see_both() {
    let kappo = Kappo::new(&[4, 4]);
    let id = kappo.together("奥の2卓", &[0, 1], (5, 8));
    let path = format!("{OFFICE}/{id}");
    let (first, second) = (kappo.owner().open(&path), kappo.owner().open(&path));
    first.fill("most", "7").press("保存");
    let late = second.fill("most", "6").send("保存");
    assert_eq!(late.status, 409);
    late.form().press("入力した内容で上書き");
    assert_eq!(names(&kappo), ["1 奥の2卓 5-6"]);
}

#[test]
fn nobody_reaches_the_tables_of_another_shop() {
    let (app, cast, aoi) = house();
    let row = json!({"business_id": cast.clinic.id, "name": "よそ", "least": 2, "most": 4});
    let theirs = app.insert(cast.clinic.id, "scheduling.table_groups", row);
    let path = format!("/ja/owner/aoi-salon/tables/{theirs}");
    assert_eq!(aoi.open(&path).status, 404);
    let list = aoi.open("/ja/owner/aoi-salon/tables");
    assert!(!list.text().contains("よそ"));
    says(&list, &["2つ以上あると"]);
}
