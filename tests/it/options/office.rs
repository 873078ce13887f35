//! The owner's pages of options.

use super::{OFFICE, house, lines, treatments};
use crate::public::walk::{says, times};

#[test]
fn a_group_and_its_options_are_made_shown_changed_deleted_and_had_back() {
    let (app, cast, aoi) = house();
    let menu = aoi.open("/ja/owner/aoi-salon/menu");
    let empty = menu.follow("オプション");
    says(&empty, &["オプションはまだありません"]);
    let form = empty.follow("グループを追加");
    let wrong = form.form().send("保存");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("name_ja").is_some());
    let list = wrong
        .fill("name_ja", "トリートメント")
        .fill("name_en", "Treatment")
        .tick("choice", "one")
        .tick(&format!("s-{}", cast.cut.id), "yes")
        .press("保存");
    says(
        &list,
        &["任意・1つだけ（対象: カット）", "選択肢がまだありません"],
    );
    // A group with nothing in it asks guests nothing.
    let guests = || {
        app.browser()
            .open(&times("ja", &cast.salon, &cast.cut, "&view=table"))
    };
    assert!(!guests().text().contains("トリートメント"));
    let form = list.follow("選択肢を追加");
    let wrong = form
        .fill("name_ja", "集中ケア")
        .fill("price", "-1")
        .fill("minutes", "7")
        .send("保存");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("price").is_some() && wrong.error("minutes").unwrap().contains("5分単位"));
    let list = wrong
        .fill("price", "３，３００円")
        .fill("minutes", "30")
        .press("保存");
    says(
        &list.part("li.offer", "集中ケア"),
        &["+3,300円", "所要時間 +30分"],
    );
    says(&guests(), &["トリートメント", "集中ケア", "+3,300円"]);
    let changed = list.follow("集中ケア").fill("price", "2200").press("保存");
    says(&changed, &["+2,200円"]);
    let gone = changed.follow("集中ケア").press("削除");
    assert!(!guests().text().contains("集中ケア"));
    let back = gone.press("元に戻す");
    assert_eq!(back.flash().unwrap(), "削除したものを元に戻しました");
    says(&guests(), &["集中ケア"]);
    let gone = back.follow("グループを変更").press("削除");
    assert!(!guests().text().contains("トリートメント"));
    gone.press("元に戻す");
    says(&guests(), &["集中ケア"]);
    let trail =
        "select count(*) from audit.audit_logs where entity in ('options', 'option_groups')";
    assert!(app.count(cast.salon.id, trail) >= 7);
}

#[test]
fn two_who_write_the_same_group_see_both() {
    let (app, cast, aoi) = house();
    let [(group, options), _] = treatments(&app, cast.salon.id, &cast.cut);
    for (path, kept) in [
        (
            format!("{OFFICE}/{group}"),
            "select name_ja as line from catalog.option_groups where name_ja like 'あ%'",
        ),
        (
            format!("{OFFICE}/choices/{}", options[0]),
            "select name_ja as line from catalog.options where name_ja like 'あ%'",
        ),
    ] {
        let (first, second) = (aoi.open(&path), cast.aoi.sign_in(&app).open(&path));
        first.fill("name_ja", "あ1").press("保存");
        let late = second.fill("name_ja", "あ2").send("保存");
        assert_eq!(late.status, 409, "{path}");
        says(&late, &["あ1"]);
        assert_eq!(lines(&app, cast.salon.id, kept), ["あ1"]);
        late.form().press("入力した内容で上書き");
        assert_eq!(lines(&app, cast.salon.id, kept), ["あ2"]);
    }
}

#[test]
fn groups_and_options_are_ordered_by_buttons() {
    let (app, cast, aoi) = house();
    treatments(&app, cast.salon.id, &cast.cut);
    app.execute(
        cast.salon.id,
        "update catalog.option_groups set sort_order = 1 where name_ja = '追加'",
    );
    let names = |page: &crate::support::browser::Page| page.document().texts("a.offer-name");
    let page = aoi.open(OFFICE);
    assert_eq!(
        names(&page),
        ["炭酸泉", "集中ケア", "前髪カット", "眉カット"]
    );
    let page = page.part("li.offer", "集中ケア").press("上へ");
    assert_eq!(
        names(&page),
        ["集中ケア", "炭酸泉", "前髪カット", "眉カット"]
    );
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let groups = "select id::text as line from catalog.option_groups where name_ja = '追加'";
    let id = lines(&app, cast.salon.id, groups).remove(0);
    let pairs = [
        ("csrf", csrf.as_str()),
        ("kind", "group"),
        ("id", &id),
        ("to", "up"),
    ];
    let page = aoi.post("/ja/owner/aoi-salon/menu/order", &pairs).settled();
    assert_eq!(
        names(&page),
        ["前髪カット", "眉カット", "集中ケア", "炭酸泉"]
    );
    let guests = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, ""))
        .text();
    let place = |word: &str| guests.find(word).unwrap();
    assert!(place("眉カット") < place("集中ケア") && place("集中ケア") < place("炭酸泉"));
}

#[test]
fn nobody_reaches_the_options_of_another_shop() {
    let (app, cast, aoi) = house();
    let [(group, options), _] = treatments(&app, cast.clinic.id, &cast.consultation);
    for path in [
        format!("{OFFICE}/{group}"),
        format!("{OFFICE}/choices/{}", options[0]),
    ] {
        assert_eq!(aoi.open(&path).status, 404, "{path}");
    }
    let query = format!("&options={}", options[0]);
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, &query));
    says(&page, &["5,500円", "60分"]);
}
