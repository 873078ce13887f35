//! The owner's pages of questions.

use super::{OFFICE, house, lines, question, yes_or_no};
use crate::public::walk::says;
use serde_json::json;

#[test]
fn a_question_is_made_from_nothing_changed_deleted_and_had_back() {
    let (app, cast, aoi) = house();
    let menu = aoi.open("/ja/owner/aoi-salon/menu");
    let empty = menu.follow("事前の質問");
    says(&empty, &["質問はまだありません", "例から作る"]);
    let form = empty.follow("質問を追加");
    let wrong = form.fill("kind", "one").send("保存");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("name_ja").unwrap().contains("質問を入力"));
    assert!(wrong.error("choices_ja").unwrap().contains("1行に1つ"));
    let uneven = wrong
        .fill("name_ja", "お食事の制限はありますか")
        .fill("choices_ja", "ない\n\nベジタリアン\nハラール")
        .fill("choices_en", "None\nVegetarian")
        .send("保存");
    assert_eq!(uneven.status, 422);
    assert!(uneven.error("choices_en").unwrap().contains("3行"));
    let twice = uneven
        .fill("choices_ja", "ない\nない")
        .fill("choices_en", "")
        .send("保存");
    assert!(twice.error("choices_ja").unwrap().contains("2回"));
    let list = twice
        .fill("choices_ja", "ない\nベジタリアン\nハラール")
        .tick("is_required", "yes")
        .press("保存");
    let line = list.part("li.offer", "お食事の制限");
    says(&line, &["1つ選ぶ", "3択", "必須", "すべてのメニュー"]);
    let changed = list
        .follow("お食事の制限はありますか")
        .fill("choices_ja", "なし\nベジタリアン\nハラール\nグルテンフリー")
        .press("保存");
    says(&changed, &["4択"]);
    let keys = "select (one ->> 'key') || (one ->> 'ja') as line from catalog.questions, jsonb_array_elements(choices) one";
    assert_eq!(
        lines(&app, cast.salon.id, keys),
        ["2ベジタリアン", "3ハラール", "4なし", "5グルテンフリー"]
    );
    // A service that was deleted keeps its questions, for when it comes back.
    let deleted = |at: &str| {
        let id = cast.cut.id;
        let change = format!("update catalog.services set deleted_at = {at} where id = '{id}'");
        app.execute(cast.salon.id, change);
    };
    deleted("'2026-11-20T00:00:00Z'");
    let changed = changed
        .follow("お食事の制限はありますか")
        .fill("description_ja", "あてはまるものを選んでください")
        .press("保存");
    deleted("null");
    let tied = format!(
        "select count(*) from catalog.service_questions where service_id = '{}'",
        cast.cut.id
    );
    assert_eq!(app.count(cast.salon.id, &tied), 1);
    let gone = changed.follow("お食事の制限はありますか").press("削除");
    says(&gone, &["質問はまだありません"]);
    let back = gone.press("元に戻す");
    assert_eq!(back.flash().unwrap(), "削除したものを元に戻しました");
    says(&back, &["お食事の制限はありますか"]);
    let trail = "select count(*) from audit.audit_logs where entity = 'questions'";
    assert!(app.count(cast.salon.id, trail) >= 4);
}

#[test]
fn a_consent_needs_its_text_and_an_example_is_filled_in_and_not_kept_before_it_is_saved() {
    let (app, cast, aoi) = house();
    let form = aoi.open(OFFICE).follow("質問を追加");
    let wrong = form
        .fill("name_ja", "施術への同意")
        .fill("kind", "consent")
        .send("保存");
    assert!(wrong.error("wording_ja").unwrap().contains("文面"));
    let list = wrong
        .fill("wording_ja", "説明を受け、同意します。")
        .press("保存");
    says(&list, &["同意書（署名）"]);
    let begun = list.follow("1年以内にされた施術を教えてください");
    assert_eq!(begun.field("choices_en").value.lines().count(), 6);
    assert_eq!(
        app.count(cast.salon.id, "select count(*) from catalog.questions"),
        1
    );
    let list = begun.press("保存");
    says(&list, &["6択", "いくつでも選ぶ"]);
}

#[test]
fn a_school_and_an_inn_begin_with_questions_of_their_own() {
    let (app, cast, aoi) = house();
    for (kind, name, others, choices) in [
        ("class", "経験はありますか", "お体で気をつけること", 4),
        (
            "stay",
            "どのようにお越しになりますか",
            "アレルギーのある食材",
            5,
        ),
    ] {
        let change = format!(
            "update businesses set vertical_id = (select id from businesses.verticals where slug = '{kind}')"
        );
        app.execute(cast.salon.id, change);
        let list = aoi.open(OFFICE);
        says(&list, &[name, others]);
        assert!(!list.text().contains("施術"), "{}", list.text());
        let begun = list.follow(name);
        for field in ["choices_ja", "choices_en"] {
            assert_eq!(begun.field(field).value.lines().count(), choices, "{field}");
        }
        let list = begun.press("保存");
        says(&list, &[&format!("{choices}択")]);
    }
    let health = "select count(*) from catalog.questions where is_health";
    assert_eq!(app.count(cast.salon.id, health), 0);
}

#[test]
fn a_condition_looks_to_questions_before_and_says_when_it_looks_to_none() {
    let (app, cast, aoi) = house();
    let cause = question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("one", "アレルギーはありますか"),
        json!({"choices": yes_or_no()}),
    );
    let form = aoi.open(&format!("{OFFICE}/new"));
    let list = form
        .fill("name_ja", "何のアレルギーですか")
        .fill("only_if", &format!("{cause}:1"))
        .press("保存");
    let only = "「アレルギーはありますか」で「はい」を選んだ方のみ";
    says(&list, &[only]);
    let form = aoi.open(&format!("{OFFICE}/new"));
    let fewer = "update catalog.questions set choices = choices - 1 where kind = 'one'";
    app.execute(cast.salon.id, fewer);
    let refused = form
        .fill("name_ja", "x")
        .fill("only_if", &format!("{cause}:2"))
        .send("保存");
    assert_eq!(refused.status, 422);
    assert!(refused.error("only_if").is_some());
    let turned = list.part("li.offer", "何のアレルギーですか").press("上へ");
    says(&turned, &["条件の質問が前にないため、全員に聞きます"]);
    let names = turned.document().texts("a.offer-name");
    assert_eq!(names, ["何のアレルギーですか", "アレルギーはありますか"]);
    let right = turned
        .part("li.offer", "何のアレルギーですか")
        .press("下へ");
    says(&right, &[only]);
}

#[test]
fn two_who_write_the_same_question_see_both_and_nobody_sees_another_shops() {
    let (app, cast, aoi) = house();
    let own = question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "髪の悩み"),
        json!({}),
    );
    let path = format!("{OFFICE}/{own}");
    let (first, second) = (aoi.open(&path), cast.aoi.sign_in(&app).open(&path));
    first.fill("name_ja", "あ1").press("保存");
    let late = second.fill("name_ja", "あ2").send("保存");
    assert_eq!(late.status, 409);
    says(&late, &["あ1"]);
    let kept = "select name_ja as line from catalog.questions";
    assert_eq!(lines(&app, cast.salon.id, kept), ["あ1"]);
    late.form().press("入力した内容で上書き");
    assert_eq!(lines(&app, cast.salon.id, kept), ["あ2"]);
    let theirs = question(
        &app,
        cast.clinic.id,
        &cast.consultation,
        ("line", "症状"),
        json!({}),
    );
    assert_eq!(aoi.open(&format!("{OFFICE}/{theirs}")).status, 404);
    assert!(!aoi.open(OFFICE).text().contains("症状を書"));
}
