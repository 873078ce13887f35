//! What cancelling costs: steps, shown in dates; a default; not deleted while services go by it.

use super::{MENU, OFFICE, SAVE, house, lines};

const LIST: &str = "/ja/owner/aoi-salon/policies";
const STEPS: &str = "select concat_ws(' ', name, hours_before, penalty_percent, steps_json, no_show_percent, is_default) as line
    from catalog.cancellation_policies where deleted_at is null order by name";

#[test]
fn a_policy_is_seen_in_dates_before_it_is_saved() {
    let (app, cast, aoi) = house();
    let form = aoi
        .open(MENU)
        .follow("キャンセルポリシー")
        .follow("ポリシーを追加");
    let seen = form
        .fill("name", "標準")
        .fill("hours-1", "3")
        .fill("percent-1", "100")
        .fill("hours-2", "24")
        .fill("percent-2", "50")
        .send("日付で確かめる");
    assert_eq!(seen.status, 200);
    let said = seen.part("section", "例:").text();
    // Two weeks from today, at 14:00.
    for line in [
        "10,000円の予約、12月4日(金) 14:00のとき",
        "12月3日(木) 14:00まで無料",
        "12月4日(金) 11:00まで50%（5,000円）",
        "12月4日(金) 11:00より後100%（10,000円）",
        "連絡なし100%（10,000円）",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(lines(&app, &cast, STEPS).is_empty(), "nothing is saved yet");
    let list = seen.fill("basis_ja", "材料費です").press("保存");
    assert!(
        list.part("section", "標準")
            .text()
            .contains("50%（5,000円）")
    );
    assert_eq!(
        lines(&app, &cast, STEPS),
        [r#"標準 24 50 [{"percent": 100, "hours_before": 3}] 100 t"#],
        "sorted, and the first is the default"
    );
    let again = list.follow("標準");
    assert_eq!(
        (again.field("hours-1").value, again.field("percent-2").value),
        ("24".to_owned(), "100".to_owned())
    );
    let free = again
        .fill("percent-1", "0")
        .fill("hours-2", "")
        .fill("percent-2", "")
        .fill("no_show", "0")
        .press("保存");
    assert!(
        free.text().contains("キャンセル料はかかりません。"),
        "{}",
        free.text()
    );
    assert_eq!(
        again.fill("no_show", "50").send("保存").status,
        409,
        "opened before"
    );
}

#[test]
fn steps_that_fall_or_meet_are_refused_and_a_harsh_ladder_is_warned_of() {
    let (_app, _cast, aoi) = house();
    let form = aoi.open(&format!("{LIST}/new"));
    let named = form.fill("name", "x");
    let falling = named
        .clone()
        .fill("hours-1", "24")
        .fill("percent-1", "100")
        .fill("percent-2", "50")
        .send("保存");
    assert_eq!(falling.status, 422);
    assert!(
        falling
            .error("hours-2")
            .unwrap()
            .contains("開始に近い段ほど高く")
    );
    let twice = named.clone().fill("hours-2", "24").send("保存");
    assert_eq!(twice.status, 422);
    let half = named.clone().fill("hours-3", "1").send("保存");
    assert!(half.error("percent-3").is_some() && half.status == 422);
    let beyond = named.clone().fill("percent-2", "101").send("保存");
    assert!(beyond.error("percent-2").unwrap().contains("0から100"));
    let warning = "7日より前から100%です";
    let week = named
        .clone()
        .fill("hours-2", "168")
        .fill("percent-1", "100")
        .fill("hours-1", "1")
        .press("日付で確かめる");
    assert!(
        !week.text().contains(warning),
        "a week is not more than a week"
    );
    let harsh = named
        .fill("hours-2", "169")
        .fill("percent-1", "100")
        .fill("hours-1", "1")
        .press("保存");
    assert!(harsh.text().contains(warning), "{}", harsh.text());
}

#[test]
fn one_is_the_default_and_none_goes_while_services_go_by_it() {
    let (app, cast, aoi) = house();
    for name in ["いつもの", "年末"] {
        aoi.open(&format!("{LIST}/new"))
            .fill("name", name)
            .press("保存");
    }
    let badge = |page: &crate::support::browser::Page, name: &str| {
        page.part("h2", name).text().contains("標準")
    };
    let list = aoi.open(LIST);
    assert!(badge(&list, "いつもの") && !badge(&list, "年末"));
    let list = list.follow("年末").press("標準にする");
    assert!(!badge(&list, "いつもの") && badge(&list, "年末"));
    let id = |name: &str| {
        let query = format!(
            "select id::text as line from catalog.cancellation_policies where name = '{name}'"
        );
        lines(&app, &cast, &query)[0].clone()
    };
    assert_eq!(
        aoi.open(&format!("{MENU}/new")).field("policy").value,
        id("年末")
    );
    let cut = format!("{MENU}/{}", cast.cut.id);
    let chosen = aoi.open(&cut).fill("policy", &id("年末")).press("保存");
    chosen.press(SAVE);
    let form = aoi.open(&format!("{OFFICE}/policies/{}", id("年末")));
    assert!(form.text().contains("1件のメニューで使っています"));
    let kept = form.form().send("削除");
    assert_eq!(kept.status, 422);
    assert!(kept.errors()[0].contains("使っているメニューがある"));
    assert_eq!(kept.follow("カット").url, cut);
    aoi.open(&cut).fill("policy", "").press("保存").press(SAVE);
    let list = form.press("削除");
    assert!(list.text().contains("削除したもの（1件）"));
    assert!(
        !aoi.open(&cut).html.contains("年末"),
        "not offered any more"
    );
    let list = list.press("元に戻す 年末");
    assert!(!badge(&list, "年末"), "what comes back is not the default");
}
