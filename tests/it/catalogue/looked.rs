//! What a change of a service, of what cancelling costs or of the shop's rules brings is shown before it is saved, and is what
//! there is afterwards.

use super::{MENU, OFFICE, SAVE, house, lines};
use crate::{
    options::treatments,
    public::walk::{free, times},
    support::{
        app::TestApp,
        browser::{Browser, Page},
        build::a_booking,
        people::Cast,
    },
};
use serde_json::json;

/// How many starts the engine offers over four weeks, as guests see them.
pub(super) fn starts(app: &TestApp, cast: &Cast) -> usize {
    let week = |from: &str| {
        let more = format!("&view=table&from={from}");
        let page = app
            .browser()
            .open(&times("ja", &cast.salon, &cast.cut, &more));
        page.document().all("table.slots button[name=start]").len()
    };
    let weeks = ["2026-11-20", "2026-11-27", "2026-12-04", "2026-12-11"];
    weeks.into_iter().map(week).sum()
}

/// The figures of a table's line: now, more, fewer.
pub(super) fn figures(page: &Page, service: &str) -> [usize; 3] {
    let rows = page.rows();
    let row = rows
        .iter()
        .find(|row| row.first().is_some_and(|first| first == service) && row.len() == 4);
    let row = row.unwrap_or_else(|| panic!("{service}: {rows:?}"));
    [1, 2, 3].map(|place| row[place].trim_end_matches('件').parse().unwrap())
}

fn cut(aoi: &Browser, cast: &Cast) -> Page {
    aoi.open(&format!("{MENU}/{}", cast.cut.id))
}

fn kept(app: &TestApp, cast: &Cast) -> Vec<String> {
    let query = "select concat_ws(' ', duration_minutes, buffer_after, price_cents) as line from catalog.services";
    lines(app, cast, query)
}

#[test]
fn a_longer_service_is_looked_at_and_is_what_was_shown() {
    let (app, cast, aoi) = house();
    let before = starts(&app, &cast);
    let (form, was) = (cut(&aoi, &cast), kept(&app, &cast));
    let seen = form
        .fill("minutes", "90")
        .fill("buffer_after", "10")
        .fill("price", "7000")
        .press("保存");
    assert_eq!(seen.heading(), "変更の確認");
    assert_eq!(kept(&app, &cast), was, "nothing is saved yet");
    let rows = seen.rows();
    for row in [
        ["所要時間", "60分", "90分"],
        ["料金（税込）", "5500円", "7000円"],
    ] {
        assert!(rows.iter().any(|one| *one == row), "{row:?}: {rows:?}");
    }
    let text = seen.text();
    for said in [
        "これからの予約（1件）は、予約したときの時間・料金・キャンセルポリシーのまま",
        "新しい内容と異なる予約（1件）",
        "11月21日(土) 14:00〜15:00",
        "小川 大地 様・カット（変更後は90分）",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let [now, more, fewer] = figures(&seen, "カット");
    assert_eq!(now, before);
    assert!(fewer > 0);
    // The form once more, with what was typed; and saved from there.
    let mended = seen.press("内容を直す");
    assert_eq!(mended.field("minutes").value, "90");
    let done = mended.press("保存").press(SAVE);
    assert_eq!(done.flash().unwrap(), "保存しました");
    assert_eq!(kept(&app, &cast), ["90 10 7000"]);
    assert_eq!(starts(&app, &cast), now + more - fewer);
    let booked = format!(
        "select extract(epoch from end_at - start_at)::int::text as line from bookings.bookings where id = '{}'",
        cast.booking.id
    );
    assert_eq!(lines(&app, &cast, &booked), ["3600"], "as it was promised");
}

#[test]
fn what_moves_no_time_is_saved_at_once_and_two_see_both() {
    let (app, cast, aoi) = house();
    let (first, second) = (cut(&aoi, &cast), cut(&aoi, &cast));
    let done = first.fill("price", "6000").press("保存");
    assert_eq!(done.flash().unwrap(), "保存しました");
    let late = second.fill("minutes", "30").send("保存");
    assert_eq!(late.status, 409);
    assert_eq!(late.field("minutes").value, "30");
    let seen = late.press("入力した内容で上書き");
    assert_eq!(seen.heading(), "変更の確認");
    let other = cut(&aoi, &cast);
    other.fill("price", "6100").press("保存");
    let late = seen.form().send(SAVE);
    assert_eq!(late.status, 409, "somebody was first after the look, too");
    assert_eq!(late.field("minutes").value, "30");
    assert_eq!(kept(&app, &cast), ["60 0 6100"]);
    // The other language shows the same look.
    let seen = cut(&aoi, &cast).fill("buffer_after", "30").press("保存");
    let english = seen.press("English");
    assert_eq!(english.heading(), "Check the change");
    assert!(english.text().contains("Bookings to come (1) keep"));
    english.press("Save");
    assert_eq!(kept(&app, &cast), ["60 30 6100"]);
}

#[test]
fn who_does_it_and_in_what_time_and_how_many_come_is_looked_at_too() {
    let (app, cast, aoi) = house();
    let aoi_column = cast.salon.staff[0];
    for day in ["2026-11-24", "2026-11-26"] {
        a_booking(&app, &cast.salon, &cast.cut)
            .named("高田", "梓")
            .at(&format!("{day} 11:00"))
            .on(cast.salon.staff[1])
            .build();
    }
    let own = format!("own-minutes-{aoi_column}");
    let seen = cut(&aoi, &cast).fill(&own, "120").press("保存");
    let text = seen.text();
    assert!(text.contains("新しい内容と異なる予約（1件）"), "{text}");
    assert!(text.contains("変更後は2時間") && text.contains("小川 大地 様"));
    let seen = cut(&aoi, &cast)
        .form()
        .untick(&format!("r-{}", cast.salon.staff[1]))
        .press("保存");
    let text = seen.text();
    assert!(text.contains("新しい内容と異なる予約（2件）"), "{text}");
    assert!(text.contains("変更後の担当・設備に合いません") && !text.contains("小川 大地 様"));
    let [now, more, fewer] = figures(&seen, "カット");
    assert_eq!((now, more), (starts(&app, &cast), 0));
    assert!(fewer > 0, "Sato alone is booked on Saturday at two");
    let seen = cut(&aoi, &cast)
        .fill("party_min", "2")
        .fill("party_max", "4")
        .press("保存");
    assert!(
        seen.text().contains("変更後の人数に合いません"),
        "{}",
        seen.text()
    );
}

#[test]
fn an_option_that_takes_longer_is_looked_at_with_those_who_chose_it() {
    let (app, cast, aoi) = house();
    let [(_, options), _] = treatments(&app, cast.salon.id, &cast.cut);
    let name = "select name_ja as line from catalog.options order by sort_order, name_ja";
    assert!(!lines(&app, &cast, name).is_empty());
    let page = aoi.open(&format!("{OFFICE}/options/choices/{}", options[0]));
    let minutes: i64 = page.field("minutes").value.parse().unwrap();
    let longer = (minutes + 60).to_string();
    let seen = page.fill("minutes", &longer).press("保存");
    assert_eq!(seen.heading(), "変更の確認");
    let [_, _, fewer] = figures(&seen, "カット");
    assert!(fewer > 0);
    let list = seen.press(SAVE);
    assert_eq!(list.flash().unwrap(), "保存しました");
    let page = aoi.open(&format!("{OFFICE}/options/choices/{}", options[0]));
    assert_eq!(page.field("minutes").value, longer);
}

#[test]
fn what_cancelling_costs_says_who_keeps_the_old_terms() {
    let (app, cast, aoi) = house();
    let row = json!({
        "business_id": cast.salon.id, "name": "標準", "hours_before": 24, "penalty_percent": 50, "no_show_percent": 100,
    });
    let policy = app.insert(cast.salon.id, "catalog.cancellation_policies", row);
    let path = format!("{OFFICE}/policies/{policy}");
    let unused = aoi.open(&path).fill("no_show", "80").press("保存");
    assert_eq!(unused.flash().unwrap(), "保存しました", "nobody goes by it");
    app.execute(
        cast.salon.id,
        format!("update catalog.services set policy_id = '{policy}'"),
    );
    let guest = app.browser();
    let table = guest.open(&times("ja", &cast.salon, &cast.cut, "&view=table"));
    table.press(&free("11月22日(日) 11:00"));
    let seen = aoi.open(&path).fill("percent-1", "70").press("保存");
    let text = seen.text();
    for said in [
        "これからの予約（1件）は、予約したときのキャンセルポリシーのまま変わりません",
        "このポリシーのメニュー（1件）に新しい内容が適用されます",
        "手続き中の予約（1件）にも、新しい内容が適用されます",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(
        !text.contains("4週間"),
        "no start comes or goes by it: {text}"
    );
    seen.press(SAVE);
    let kept = "select penalty_percent::text as line from catalog.cancellation_policies";
    assert_eq!(lines(&app, &cast, kept), ["70"]);
    let renamed = aoi.open(&path).fill("name", "いつもの").press("保存");
    assert_eq!(
        renamed.flash().unwrap(),
        "保存しました",
        "a name is no term"
    );
}

#[test]
fn the_shops_rules_say_which_starts_they_bring_and_what_holds_at_once() {
    let (app, cast, aoi) = house();
    let path = format!("{OFFICE}/rules");
    let notes = "update businesses.business_settings set notices_ja = E'一行目\\n二行目'";
    app.execute(cast.salon.id, notes);
    // A browser sends the lines of a text with two signs at their end.
    let seen = aoi
        .open(&path)
        .fill("notices_ja", "一行目\r\n二行目")
        .fill("horizon", "14")
        .fill("step", "60")
        .press("保存");
    assert!(!seen.text().contains("ご案内"), "{}", seen.text());
    let [now, more, fewer] = figures(&seen, "カット");
    assert_eq!((now, more), (starts(&app, &cast), 0));
    assert!(fewer > now / 2, "half the days, and half of their starts");
    assert!(
        seen.text()
            .contains("これからの予約（1件）は、予約したときの時間")
    );
    assert!(!seen.text().contains("締切は"));
    seen.press(SAVE);
    assert_eq!(starts(&app, &cast), now - fewer);
    let seen = aoi.open(&path).fill("cancel", "4320").press("保存");
    let text = seen.text();
    assert!(
        text.contains("すでに入っている予約（1件）にもすぐ適用されます"),
        "{text}"
    );
    assert!(!text.contains("4週間"), "{text}");
    seen.press(SAVE);
    let words = aoi
        .open(&path)
        .fill("notices_ja", "駐車場なし")
        .press("保存");
    assert_eq!(words.flash().unwrap(), "予約の受け方を保存しました");
}
