//! The form of a service: everything that is typed is kept, whatever is wrong is said, and nobody overwrites another.

use super::{MENU, SAVE, house, lines, service_called};
use crate::{
    public::walk::{is_free, times},
    support::build::a_service,
};
use serde_json::json;

#[test]
fn a_new_service_is_written_with_all_of_its_rules_and_shown_as_it_was_written() {
    let (app, cast, aoi) = house();
    let policy = app.insert(
        cast.salon.id,
        "catalog.cancellation_policies",
        json!({"business_id": cast.salon.id, "name": "標準", "is_default": true}),
    );
    let form = aoi.open(MENU).follow("メニューを追加");
    assert_eq!(
        form.field("policy").value,
        policy.to_string(),
        "the shop's own"
    );
    let typed = [
        ("name_ja", "ヘッドスパ"),
        ("name_en", "Head spa"),
        ("price", "8800"),
        ("tax", "8"),
        ("minutes", "45"),
        ("audience", "new"),
        ("description_ja", "ゆっくり\nほぐします"),
        ("description_en", "Slowly"),
        ("important_ja", "妊娠中の方はご相談ください"),
        ("important_en", "Tell us if you are pregnant"),
        ("buffer_before", "5"),
        ("buffer_after", "15"),
        ("party_min", "1"),
        ("party_max", "2"),
        ("seats", "4"),
        ("notice", "1440"),
        ("horizon", "30"),
        ("step", "15"),
    ];
    let sato = format!("r-{}", cast.salon.staff[0]);
    let mut filled = form.form().tick(&sato, "yes");
    for (field, value) in typed {
        filled = filled.fill(field, value);
    }
    let menu = filled.press("保存");
    let row = menu.part("li.offer", "ヘッドスパ").text();
    for said in ["45分", "8,800円", "はじめての方", "担当: 佐藤"] {
        assert!(row.contains(said), "{said}: {row}");
    }
    assert!(!row.contains("鈴木"), "{row}");
    let again = menu.follow("ヘッドスパ");
    for (field, value) in typed {
        let value = value.replace('\n', "\r\n");
        let found = again.field(field).value.replace('\n', "\r\n");
        assert_eq!(found.replace("\r\r", "\r"), value, "{field}");
    }
    assert_eq!(again.field("policy").value, policy.to_string());
    assert!(again.html.contains(&format!("name=\"{sato}\"")));
    let kept = "select concat_ws(' ', price_cents, tax_rate_percent, duration_minutes, audience, buffer_before, buffer_after,
        party_min, party_max, max_simultaneous_bookings, notice_minutes, horizon_days, slot_step_minutes, is_active) as line
        from catalog.services where name_ja = 'ヘッドスパ'";
    assert_eq!(
        lines(&app, &cast, kept),
        ["8800 8 45 new 5 15 1 2 4 1440 30 15 t"]
    );
    let english = app.browser().open("/en/b/aoi-salon").text();
    assert!(
        english.contains("Head spa") && english.contains("¥8,800"),
        "{english}"
    );
    let empty = again.fill("notice", "").fill("step", "").press("保存");
    let empty = empty.press(SAVE);
    assert_eq!(empty.status, 200);
    let kept = "select concat_ws(' ', notice_minutes is null, slot_step_minutes is null) as line
        from catalog.services where name_ja = 'ヘッドスパ'";
    assert_eq!(lines(&app, &cast, kept), ["t t"], "the shop's own again");
}

#[test]
fn everything_wrong_is_said_at_its_box_and_everything_typed_stays() {
    let (app, cast, aoi) = house();
    let form = aoi.open(&format!("{MENU}/{}", cast.cut.id));
    let wrong = [
        ("name_ja", "  "),
        ("price", "高い"),
        ("minutes", "62"),
        ("party_min", "3"),
        ("party_max", "2"),
        ("seats", "0"),
        ("times-1", "10時"),
    ];
    let mut filled = form.form();
    for (field, value) in wrong {
        filled = filled.fill(field, value);
    }
    let page = filled.send("保存");
    assert_eq!(page.status, 422);
    for (field, complaint) in [
        ("name_ja", "名前を入力してください"),
        ("price", "金額を入力してください"),
        ("minutes", "5分単位"),
        ("party_max", "最少人数以上"),
        ("seats", "1から500まで"),
        ("times-1", "10:00のように"),
    ] {
        let said = page.error(field).unwrap_or_else(|| panic!("{field}"));
        assert!(said.contains(complaint), "{field}: {said}");
    }
    for (field, value) in wrong {
        assert_eq!(page.field(field).value, value, "{field}");
    }
    assert_eq!(page.errors().len(), 6, "{:?}", page.errors());
    let other = page.press("English");
    assert_eq!(
        other.field("minutes").value,
        "62",
        "kept in the other language, too"
    );
    let kept = "select concat_ws(' ', name_ja, price_cents) as line from catalog.services";
    assert_eq!(lines(&app, &cast, kept), ["カット 5500"]);
    // What no list offers is refused as well.
    for (field, value) in [
        ("buffer_after", "7"),
        ("notice", "-1"),
        ("tax", "101"),
        ("policy", "x"),
        ("category", "y"),
    ] {
        let form = aoi.open(&format!("{MENU}/{}", cast.cut.id));
        let csrf = form.field("csrf").value;
        let csrf = csrf.split(',').next().unwrap();
        let pairs = [
            ("csrf", csrf),
            ("name_ja", "カット"),
            ("price", "1"),
            ("minutes", "60"),
            ("party_min", "1"),
            ("party_max", "1"),
            ("seats", "1"),
            ("audience", "everyone"),
            (field, value),
        ];
        let answer = aoi.post(&format!("{MENU}/{}", cast.cut.id), &pairs);
        assert_eq!(answer.status, 422, "{field}");
        assert!(answer.error(field).is_some(), "{field}");
    }
}

#[test]
fn two_who_change_the_same_see_both_and_choose() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}", cast.cut.id);
    let (first, second) = (aoi.open(&path), cast.aoi.sign_in(&app).open(&path));
    first.fill("price", "6000").press("保存");
    let late = second
        .fill("price", "7000")
        .fill("name_en", "Cut")
        .send("保存");
    assert_eq!(late.status, 409);
    assert_eq!(late.field("price").value, "7000", "nothing typed is lost");
    let newer = late.part("#newer", "").text();
    assert!(
        newer.contains("料金（税込） 保存されている内容: 6000 入力した内容: 7000"),
        "{newer}"
    );
    assert!(
        !newer.contains("所要時間"),
        "what is the same is not said: {newer}"
    );
    let price = "select price_cents::text as line from catalog.services";
    assert_eq!(lines(&app, &cast, price), ["6000"]);
    let done = late.press("入力した内容で上書き");
    assert_eq!(done.flash().unwrap(), "保存しました");
    assert_eq!(lines(&app, &cast, price), ["7000"], "chosen knowingly");
}

#[test]
fn who_it_takes_is_part_of_what_two_may_change_and_its_place_in_the_list_is_not() {
    let (app, cast, aoi) = house();
    a_service(&app, &cast.salon).named("カラー", "").build();
    let path = format!("{MENU}/{}", cast.cut.id);
    let opened = aoi.open(&path);
    aoi.open(MENU).press("下へ カット");
    assert_eq!(
        opened.fill("price", "5600").send("保存").status,
        303,
        "the order is nobody's text"
    );
    let opened = aoi.open(&path);
    let suzuki = format!("r-{}", cast.salon.staff[1]);
    aoi.open(&path)
        .form()
        .untick(&suzuki)
        .press("保存")
        .press(SAVE);
    let late = opened.fill("price", "5700").send("保存");
    assert_eq!(late.status, 409);
    let newer = late.part("#newer", "").text();
    assert!(
        newer.contains("鈴木 保存されている内容: – 入力した内容: 鈴木"),
        "{newer}"
    );
}

#[test]
fn a_class_starts_at_the_times_of_its_timetable_and_at_no_others() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}", cast.cut.id);
    // Tomorrow is a Saturday.
    let menu = aoi
        .open(&path)
        .fill("times-6", "１１：００、 13:30")
        .press("保存")
        .press(SAVE);
    let cut = service_called(&app, &cast, "カット");
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &cut, "&view=table"));
    assert!(is_free(&page, "11月21日(土) 11:00") && is_free(&page, "11月21日(土) 13:30"));
    assert!(!is_free(&page, "11月21日(土) 11:30") && !is_free(&page, "11月22日(日) 11:00"));
    let again = menu.follow("カット");
    assert_eq!(again.field("times-6").value, "11:00 13:30");
    again.fill("times-6", "").press("保存").press(SAVE);
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &cut, "&view=table"));
    assert!(
        is_free(&page, "11月21日(土) 11:30"),
        "whenever there is time"
    );
}
