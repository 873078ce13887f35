//! Several shops of one owner: the way between them, and opening another.

use super::OFFICE;
use crate::{
    staff::scene::Friday,
    support::{build::a_business, people::a_seat},
};
use omotenashi::domain::businesses::directory;
use serde_json::json;

/// The way to open another.
fn path() -> String {
    format!("{OFFICE}/branches/new")
}

#[test]
fn whoever_works_at_several_goes_from_one_to_another_in_the_head() {
    let friday = Friday::new();
    let only = friday.aoi().open(OFFICE);
    assert!(only.document().all(".masthead .switcher").is_empty());
    let second = a_business(&friday.app)
        .slug("aoi-second")
        .named("サロン あおい 二号店", "Salon Aoi 2")
        .owner(friday.cast.aoi.user)
        .build();
    a_seat(
        &friday.app,
        &second,
        &friday.cast.ben,
        "service_provider",
        0,
    );
    let links = |page: &crate::support::browser::Page| {
        let document = page.document();
        let all = document.all(".masthead .switcher a");
        let each = all
            .iter()
            .map(|way| way.attr("href").unwrap_or_default().to_owned());
        each.collect::<Vec<_>>()
    };
    let office = friday.aoi().open(OFFICE);
    assert_eq!(links(&office), ["/ja/owner/aoi-second"]);
    let there = office.follow("サロン あおい 二号店");
    assert_eq!(
        (there.status, there.heading().as_str()),
        (200, "お店の管理")
    );
    assert_eq!(links(&there), ["/ja/owner/aoi-salon"]);
    // From the day to the day; and who may not see to the other shop goes to its day from anywhere.
    let day = friday.aoi().open("/ja/staff/aoi-salon");
    assert!(
        links(&day)[0].starts_with("/ja/staff/aoi-second"),
        "{:?}",
        links(&day)
    );
    let ben = friday
        .cast
        .ben
        .sign_in(&friday.app)
        .open("/ja/staff/aoi-salon");
    assert_eq!(links(&ben).len(), 1);
    assert_eq!(ben.browser.visit(&links(&ben)[0]).status, 200);
    // Nobody else's shop is named.
    let chika = friday
        .cast
        .chika
        .sign_in(&friday.app)
        .open("/ja/owner/chika-clinic");
    assert!(!chika.html.contains("aoi-"), "only seats of one's own");
}

/// Options and questions on the cut: one that depends on another, and a group that was deleted.
fn hung(friday: &Friday) {
    let (app, salon, cut) = (&friday.app, friday.cast.salon.id, friday.cast.cut.id);
    let add = |table: &'static str, mut row: serde_json::Value| {
        row["business_id"] = json!(salon);
        app.insert(salon, table, row)
    };
    let group = add(
        "catalog.option_groups",
        json!({"name_ja": "仕上げ", "name_en": ""}),
    );
    add(
        "catalog.service_option_groups",
        json!({"service_id": cut, "group_id": group}),
    );
    let option =
        json!({"group_id": group, "name_ja": "眉カット", "name_en": "", "price_cents": 1100});
    add("catalog.options", option);
    let gone =
        json!({"name_ja": "旧グループ", "name_en": "", "deleted_at": "2026-11-01T00:00:00Z"});
    add("catalog.option_groups", gone);
    let choices = json!([{"key": 1, "ja": "はい", "en": ""}, {"key": 2, "ja": "いいえ", "en": ""}]);
    let cause = json!({"kind": "one", "name_ja": "アレルギー", "choices": choices});
    let cause = add("catalog.questions", cause);
    let then = json!({"kind": "line", "name_ja": "何の", "only_if": cause, "only_if_choice": 1, "sort_order": 1});
    let then = add("catalog.questions", then);
    for question in [cause, then] {
        add(
            "catalog.service_questions",
            json!({"service_id": cut, "question_id": question}),
        );
    }
}

/// Rules of prices, of which one is about somebody; a coupon; and a class.
fn priced(friday: &Friday) {
    let (app, salon, cut) = (&friday.app, friday.cast.salon.id, friday.cast.cut.id);
    let add = |table: &'static str, mut row: serde_json::Value| {
        row["business_id"] = json!(salon);
        app.insert(salon, table, row)
    };
    let rule = json!({"name_ja": "平日割", "name_en": "", "percent": -5, "is_for_all": false});
    let rule = add("catalog.pricing_rules", rule);
    add(
        "catalog.service_pricing_rules",
        json!({"service_id": cut, "rule_id": rule}),
    );
    let about = json!({
        "name_ja": "店長割", "name_en": "", "percent": -5, "resource_id": friday.cast.salon.staff[0],
    });
    add("catalog.pricing_rules", about);
    let coupon = json!({"code": "SPRING", "name_ja": "春割", "name_en": "", "percent": 5});
    add("catalog.coupons", coupon);
    let class =
        json!({"service_id": cut, "least": 4, "decide_hours": 24, "calls_off_itself": false});
    add("scheduling.class_rules", class);
    let start = json!({"service_id": cut, "day_of_week": 1, "start_minute": 600});
    add("scheduling.timetable_entries", start);
}

/// Coupons, and what is about somebody, stay where they are.
fn prices_and_classes_are_there(friday: &Friday) {
    let there = |rest: &str| friday.aoi().open(&format!("/ja/owner/aoi-second{rest}"));
    let prices = there("/prices").text();
    assert!(
        prices.contains("平日割") && !prices.contains("店長割"),
        "{prices}"
    );
    assert!(!there("/coupons").text().contains("SPRING"));
    let classes = "select count(*) from scheduling.class_rules where least = 4";
    let starts = "select count(*) from scheduling.timetable_entries where start_minute = 600";
    let second = friday.app.platform(|tx| directory::find(tx, "aoi-second"));
    let second = second.unwrap();
    assert_eq!(friday.app.count(second, classes), 1);
    assert_eq!(friday.app.count(second, starts), 1);
}

#[test]
fn another_shop_begins_with_copies_of_what_is_ticked() {
    let friday = Friday::new();
    let sql = "update businesses.business_settings set notice_minutes = 180, accent = 'matsuba', \
               legal_json = '{\"price\": \"税込\"}'";
    friday.app.execute(friday.cast.salon.id, sql.to_owned());
    hung(&friday);
    priced(&friday);
    let page = friday.aoi().open(&path());
    assert_eq!(page.field("name_ja").value, "サロン あおい");
    let made = page
        .fill("name_ja", "サロン あおい 二号店")
        .fill("slug", "aoi-second")
        .fill("phone", "03-1234-5678")
        .fill("city", "新宿区")
        .fill("street", "1-2-3")
        .press("保存");
    assert!(
        made.flash().unwrap().starts_with("新しい店舗を作りました"),
        "{}",
        made.text()
    );
    // What is left to do is to look at it once more.
    assert_eq!(made.heading(), "公開前の確認");
    // Nobody else finds it before that.
    assert_eq!(friday.app.browser().visit("/ja/b/aoi-second").status, 404);
    let there = |rest: &str| friday.aoi().open(&format!("/ja/owner/aoi-second{rest}"));
    let menu = there("/menu");
    assert!(
        menu.text().contains("カット") && menu.text().contains("非公開"),
        "{}",
        menu.text()
    );
    let options = there("/options").text();
    assert!(
        options.contains("仕上げ")
            && options.contains("眉カット")
            && !options.contains("旧グループ"),
        "{options}"
    );
    let questions = there("/questions").text();
    assert!(
        questions.contains("「アレルギー」で「はい」を選んだ方のみ"),
        "{questions}"
    );
    assert!(questions.contains("対象: すべてのメニュー"), "{questions}");
    prices_and_classes_are_there(&friday);
    assert_eq!(there("/rules").field("notice").value, "180");
    assert_eq!(there("/profile").field("accent").value, "matsuba");
    assert_eq!(there("/profile").field("city").value, "新宿区");
    assert_eq!(there("/legal").field("price_ja").value, "税込");
    let hours = there("/hours").text();
    assert!(hours.contains("月曜日〜日曜日 10:00〜19:00"), "{hours}");
    // What is changed there stays there.
    there("/rules")
        .fill("notice", "60")
        .press("保存")
        .press("この内容で保存");
    assert_eq!(
        friday
            .aoi()
            .open(&format!("{OFFICE}/rules"))
            .field("notice")
            .value,
        "180"
    );
}

#[test]
fn what_is_not_ticked_is_not_copied() {
    let friday = Friday::new();
    let page = friday.aoi().open(&path());
    let mut form = page
        .fill("slug", "aoi-bare")
        .fill("phone", "03-1234-5678")
        .fill("city", "新宿区")
        .fill("street", "1-2-3");
    for what in ["menu", "policies", "hours", "rules", "legal"] {
        form = form.untick(&format!("copy_{what}"));
    }
    // Without hours there is more to do.
    assert_eq!(form.press("保存").heading(), "営業時間");
    let there = |rest: &str| friday.aoi().open(&format!("/ja/owner/aoi-bare{rest}"));
    assert!(!there("/menu").text().contains("カット"));
    assert!(
        !there("/hours").text().contains("10:00"),
        "{}",
        there("/hours").text()
    );
}

#[test]
fn a_word_that_is_taken_leaves_no_half_of_a_shop() {
    let friday = Friday::new();
    let refused = friday
        .aoi()
        .open(&path())
        .fill("slug", "chika-clinic")
        .fill("phone", "03-1234-5678")
        .fill("city", "新宿区")
        .fill("street", "1-2-3")
        .press("保存");
    assert_eq!(refused.status, 422);
    assert!(refused.error("slug").is_some(), "{:?}", refused.errors());
    assert_eq!(refused.field("street").value, "1-2-3");
    let refused = friday.aoi().open(&path()).press("保存");
    for field in ["slug", "phone", "city", "street"] {
        assert!(refused.error(field).is_some(), "{field}");
    }
    assert!(
        friday
            .aoi()
            .open(OFFICE)
            .document()
            .all(".masthead .switcher")
            .is_empty()
    );
}

#[test]
fn another_shop_is_opened_by_owners_alone_and_while_applications_are_taken() {
    let friday = Friday::new();
    let manager =
        "update businesses.staff_assignments set role = 'manager' where role = 'service_provider'";
    friday.app.execute(friday.cast.salon.id, manager.to_owned());
    let ben = friday.cast.ben.sign_in(&friday.app);
    assert_eq!(ben.visit(&format!("{OFFICE}/profile")).status, 200);
    assert_eq!(ben.visit(&path()).status, 403);
    let office = ben.visit(OFFICE);
    assert!(!office.text().contains("店舗を追加"), "{}", office.text());
    assert!(!office.text().contains("審査の書類"));
    let aoi = friday.aoi().open(OFFICE);
    assert_eq!(aoi.follow("店舗を追加").status, 200);
    let papers = aoi.html.contains("/account/businesses/aoi-salon");
    assert!(papers, "her papers are one press away");
}
