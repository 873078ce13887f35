//! The owner's pages of the rules of prices.

use super::{OFFICE, rule};
use crate::{
    public::walk::{says, times},
    support::people::{house, lines},
};
use serde_json::json;

#[test]
fn a_rule_is_made_shown_changed_deleted_and_had_back() {
    let (app, cast, aoi) = house();
    let menu = aoi.open("/ja/owner/aoi-salon/menu");
    let empty = menu.follow("料金ルール");
    says(&empty, &["料金ルールはまだありません"]);
    let form = empty.follow("ルールを追加");
    let wrong = form.form().send("保存");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("name_ja").is_some() && wrong.error("size").is_some());
    let wrong = wrong
        .fill("name_ja", "平日昼割")
        .fill("name_en", "Weekday offer")
        .fill("size", "101")
        .fill("begins", "15:00")
        .fill("ends", "10:00")
        .fill("first_date", "2026-12-02")
        .fill("last_date", "2026-12-01")
        .fill("scope", "some")
        .send("保存");
    assert_eq!(wrong.status, 422);
    for field in ["size", "ends", "last_date", "scope"] {
        assert!(wrong.error(field).is_some(), "{field}");
    }
    assert_eq!(
        wrong.field("name_ja").value,
        "平日昼割",
        "what was typed stays"
    );
    let mut form = wrong
        .fill("size", "１０")
        .fill("begins", "1000")
        .fill("ends", "15:00")
        .fill("first_date", "")
        .fill("last_date", "")
        .tick(&format!("s-{}", cast.cut.id), "yes");
    for day in 1..=5 {
        form = form.tick(&format!("d{day}"), "yes");
    }
    let looked = form.send("料金を確かめる");
    assert_eq!(looked.status, 200);
    says(&looked, &["5,500円 → 4,950円"]);
    let list = looked.form().press("保存");
    says(
        &list,
        &[
            "平日昼割",
            "10%引き",
            "月曜日〜金曜日・10:00〜15:00開始",
            "対象: カット",
        ],
    );
    let guests = || {
        app.browser()
            .open(&times("ja", &cast.salon, &cast.cut, "&view=table"))
    };
    says(&guests(), &["4,950円〜", "平日昼割"]);
    let changed = list.follow("平日昼割").fill("size", "20").press("保存");
    says(&changed, &["20%引き"]);
    let gone = changed.follow("平日昼割").press("削除");
    assert!(!guests().text().contains("平日昼割"));
    gone.press("元に戻す");
    says(&guests(), &["平日昼割"]);
    let trail = "select count(*) from audit.audit_logs where entity = 'pricing_rules'";
    assert!(app.count(cast.salon.id, trail) >= 4);
}

#[test]
fn what_would_leave_less_than_nothing_is_refused_with_the_most_that_can_be_taken() {
    let (app, cast, aoi) = house();
    rule(
        &app,
        cast.salon.id,
        ("半額", "Half"),
        json!({"percent": -50}),
    );
    let form = aoi.open(&format!("{OFFICE}/new"));
    let wrong = form
        .fill("name_ja", "千円引き")
        .fill("size", "99999")
        .fill("kind", "amount")
        .fill("scope", "some")
        .tick(&format!("s-{}", cast.cut.id), "yes")
        .send("保存");
    assert_eq!(wrong.status, 422);
    let said = wrong.error("size").unwrap();
    assert!(
        said.contains("カット（5,500円）") && said.contains("2,750円以下"),
        "{said}"
    );
    let wrong = wrong
        .fill("size", "60")
        .fill("kind", "percent")
        .send("保存");
    assert!(wrong.error("size").unwrap().contains("50%以下"));
    wrong.fill("size", "50").press("保存");
    let both = "select percent::text as line from catalog.pricing_rules order by created_at";
    assert_eq!(lines(&app, cast.salon.id, both), ["-50", "-50"]);
    let form = aoi.open(&format!("{OFFICE}/new"));
    let wrong = form
        .fill("name_ja", "もう1つ")
        .fill("size", "1")
        .send("保存");
    assert!(
        wrong
            .error("size")
            .unwrap()
            .contains("ほかのルールだけで0円")
    );
}

#[test]
fn two_who_write_the_same_rule_see_both() {
    let (app, cast, aoi) = house();
    let id = rule(
        &app,
        cast.salon.id,
        ("夜割", "Evening"),
        json!({"percent": -5}),
    );
    let path = format!("{OFFICE}/{id}");
    let (first, second) = (aoi.open(&path), cast.aoi.sign_in(&app).open(&path));
    first.fill("name_ja", "あ1").press("保存");
    let late = second.fill("name_ja", "あ2").send("保存");
    assert_eq!(late.status, 409);
    says(&late, &["あ1"]);
    late.form().press("入力した内容で上書き");
    let kept = "select name_ja as line from catalog.pricing_rules";
    assert_eq!(lines(&app, cast.salon.id, kept), ["あ2"]);
}

#[test]
fn a_visit_is_tried_out_as_a_guest_would_book_it() {
    let (app, cast, aoi) = house();
    let early = json!({"lead_min_hours": 168, "amount_cents": -500});
    rule(&app, cast.salon.id, ("早割", "Early"), early);
    says(&aoi.open(OFFICE), &["料金を試算する", "7日前までの予約"]);
    let asked = |ahead: &str| {
        let query = format!("service={}&date=2026-12-09&time=14:00", cast.cut.id);
        aoi.open(&format!("{OFFICE}?{query}&party=1&staff=&ahead={ahead}"))
    };
    says(&asked(""), &["-500円", "合計（税込） 5,000円"]);
    says(&asked("168"), &["合計（税込） 5,000円"]);
    let late = asked("72");
    says(&late, &["合計（税込） 5,500円"]);
    assert!(!late.text().contains("-500円"));
    let path = format!(
        "{OFFICE}?service={}&date=x&time=26:99&party=0&staff=&ahead=",
        cast.cut.id
    );
    let wrong = aoi.open(&path);
    assert_eq!(wrong.status, 422);
    for field in ["date", "time", "party"] {
        assert!(wrong.error(field).is_some(), "{field}");
    }
}

#[test]
fn nobody_reaches_the_rules_of_another_shop() {
    let (app, cast, aoi) = house();
    let theirs = rule(
        &app,
        cast.clinic.id,
        ("夜間加算", "Night"),
        json!({"percent": 25}),
    );
    assert_eq!(aoi.open(&format!("{OFFICE}/{theirs}")).status, 404);
    let page = app.browser().open(&times("ja", &cast.salon, &cast.cut, ""));
    assert!(!page.text().contains("夜間加算"));
}

#[test]
fn a_rule_is_not_had_back_where_others_leave_no_room_for_it() {
    let (app, cast, aoi) = house();
    let gone = json!({"percent": -60, "deleted_at": "2026-11-19T00:00:00Z"});
    rule(&app, cast.salon.id, ("大割引", "Big"), gone);
    let list = aoi.open(OFFICE);
    rule(
        &app,
        cast.salon.id,
        ("半額", "Half"),
        json!({"percent": -50}),
    );
    let refused = list.press("元に戻す");
    let said = refused.flash().unwrap();
    assert!(said.contains("元に戻せません"), "{said}");
    let standing = "select name_ja as line from catalog.pricing_rules where deleted_at is null";
    assert_eq!(lines(&app, cast.salon.id, standing), ["半額"]);
    app.execute(
        cast.salon.id,
        "update catalog.pricing_rules set percent = -40 where name_ja = '半額'",
    );
    let back = refused.press("元に戻す");
    assert_eq!(back.flash().unwrap(), "削除したものを元に戻しました");
}

#[test]
fn a_complaint_names_a_service_in_the_language_of_whoever_reads_it() {
    let (app, cast, aoi) = house();
    rule(
        &app,
        cast.salon.id,
        ("半額", "Half"),
        json!({"percent": -50}),
    );
    let form = aoi.open("/en/owner/aoi-salon/prices/new");
    let wrong = form
        .fill("name_ja", "千円引き")
        .fill("size", "60")
        .send("Save");
    let said = wrong.error("size").unwrap();
    assert!(
        said.starts_with("Haircut") && !said.contains("カット"),
        "{said}"
    );
}

#[test]
fn services_stand_in_the_order_of_the_menu() {
    let (app, cast, aoi) = house();
    let salon = cast.salon.id;
    let heading = |name: &str, order: i64| {
        let row =
            json!({"business_id": salon, "name_ja": name, "name_en": "", "sort_order": order});
        app.insert(salon, "catalog.categories", row)
    };
    let (first, last) = (heading("はじめ", 0), heading("おわり", 9));
    for (name, category, order) in [("えりあし", last, 0), ("まえがみ", first, 5)] {
        let made = crate::support::build::a_service(&app, &cast.salon)
            .named(name, "")
            .build();
        let put = format!(
            "update catalog.services set category = '{category}', sort_order = {order} where id = '{}'",
            made.id
        );
        assert_eq!(app.execute(salon, put), 1);
    }
    for path in ["prices/new", "coupons/new", "menu/approval"] {
        let page = aoi.open(&format!("/ja/owner/aoi-salon/{path}"));
        let text = page.text();
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{path}: {name}"));
        assert!(place("まえがみ") < place("えりあし"), "{path}: {text}");
    }
}
