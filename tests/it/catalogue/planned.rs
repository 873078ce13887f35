//! What a service and a policy will be from a date on: offered, booked and charged so for that day and those after it as soon as
//! it is planned, and written down as the thing itself when the day has come.

use super::{MENU, OFFICE, SAVE, house, lines, post};
use crate::{
    public::walk::{JA, is_free, says, times, told},
    support::{
        app::{TestApp, tokyo},
        browser::{Browser, Page},
        people::Cast,
        wait::wait_for,
    },
};
use omotenashi::work::planned::make;
use serde_json::json;

/// Ten days from now, a Monday.
const DAY: &str = "2026-11-30";
const CUT: &str = "select concat_ws(' ', name_ja, duration_minutes, buffer_after, price_cents) as line from catalog.services";
const PLANS: &str = "select concat_ws(' ', valid_from, setup_json -> 'card' ->> 'name_ja', setup_json -> 'card' ->> 'duration_minutes', \
    setup_json -> 'card' ->> 'price_cents') as line from catalog.service_changes";

fn cut(aoi: &Browser, cast: &Cast) -> Page {
    aoi.open(&format!("{MENU}/{}", cast.cut.id))
}

/// From the 30th on it takes 90 minutes and costs 7,000 yen.
fn plan(aoi: &Browser, cast: &Cast) -> Page {
    let own = cut(aoi, cast);
    let form = own.form().fill("minutes", "90").fill("price", "7000");
    form.fill("valid_from", DAY).press("保存")
}

fn table(app: &TestApp, cast: &Cast, from: &str) -> Page {
    let more = format!("&view=table&from={from}");
    app.browser()
        .open(&times("ja", &cast.salon, &cast.cut, &more))
}

/// Whatever is due is written down; how many plans that was.
fn due(app: &TestApp) -> usize {
    let db = app.db().clone();
    wait_for(async move { make(&db).await.unwrap() })
}

#[test]
fn a_dated_length_and_price_hold_for_visits_from_that_day_on_and_are_seen_beforehand() {
    let (app, cast, aoi) = house();
    let was = table(&app, &cast, DAY);
    assert!(is_free(&was, "11月30日(月) 18:00"), "{}", was.text());
    let seen = plan(&aoi, &cast);
    assert_eq!(seen.heading(), "変更の確認");
    says(
        &seen,
        &[
            "11月30日(月)のご来店分から、この内容に変わります。それまでは今のままです。",
            "新しい内容と異なる予約はありません",
        ],
    );
    assert!(lines(&app, &cast, PLANS).is_empty(), "nothing is saved yet");
    let own = seen.press(SAVE);
    assert_eq!(own.flash().unwrap(), "予定を保存しました");
    says(&own, &["11月30日(月)のご来店分からの予定"]);
    for row in [
        ["所要時間", "60分", "90分"],
        ["料金（税込）", "5500円", "7000円"],
    ] {
        assert!(
            own.rows().iter().any(|one| *one == row),
            "{row:?}: {:?}",
            own.rows()
        );
    }
    assert_eq!(own.field("minutes").value, "60", "the form is as it is now");
    assert_eq!(lines(&app, &cast, CUT), ["カット 60 0 5500"]);
    assert_eq!(lines(&app, &cast, PLANS), ["2026-11-30 カット 90 7000"]);
    says(&aoi.open(MENU), &["11月30日(月)から変更予定"]);
    // Guests are told, and offered each day by what holds on it.
    let now = table(&app, &cast, "2026-11-24");
    says(
        &now,
        &[
            "5,500円",
            "11月30日(月)のご来店分から、90分・7,000円になります。",
        ],
    );
    assert!(is_free(&now, "11月29日(日) 18:00") && !is_free(&now, "11月30日(月) 18:00"));
    assert!(is_free(&now, "11月30日(月) 17:30"));
    let before = told(&now.press("11月29日(日) 18:00 空きあり"), &JA, &[]);
    says(&before.press(JA.confirm), &["18:00〜19:00", "5,500円"]);
    let after = told(
        &now.press("11月30日(月) 17:30 空きあり"),
        &JA,
        &[("email", "other@example.com")],
    );
    says(&after, &["17:30〜19:00", "7,000円"]);
    says(&after.press(JA.confirm), &["17:30〜19:00", "7,000円"]);
    let query = "select concat_ws(' ', business_date, extract(epoch from end_at - start_at)::int / 60, price_snapshot_json -> 'lines' -> 0 ->> 'amount') as line \
        from bookings.bookings where business_date > '2026-11-25' order by 1";
    assert_eq!(
        lines(&app, &cast, query),
        ["2026-11-29 60 5500", "2026-11-30 90 7000"]
    );
    let english = app
        .browser()
        .open(&times("en", &cast.salon, &cast.cut, "&view=table"));
    says(
        &english,
        &["For visits from Mon, 30 Nov on: 90 min, ¥7,000."],
    );
}

#[test]
fn when_the_day_has_come_the_plan_is_the_service_and_nobody_waits_for_it() {
    let (app, cast, aoi) = house();
    plan(&aoi, &cast).press(SAVE);
    assert_eq!(due(&app), 0, "its day has not come");
    // Just after midnight, before anything was written down: the day is offered as planned.
    app.clock().set(tokyo("2026-11-30 00:01"));
    let page = table(&app, &cast, DAY);
    says(&page, &["7,000円"]);
    assert!(
        !page.text().contains("のご来店分から"),
        "it is no news any more"
    );
    assert_eq!(lines(&app, &cast, CUT), ["カット 60 0 5500"]);
    assert_eq!((due(&app), due(&app)), (1, 0));
    assert_eq!(lines(&app, &cast, CUT), ["カット 90 0 7000"]);
    assert!(lines(&app, &cast, PLANS).is_empty());
    says(&table(&app, &cast, DAY), &["7,000円"]);
    let aoi = cast.aoi.sign_in(&app);
    let own = cut(&aoi, &cast);
    assert_eq!(own.field("minutes").value, "90");
    assert!(!own.text().contains("のご来店分からの予定"));
}

#[test]
fn what_is_planned_can_be_changed_given_up_and_lives_with_changes_at_once() {
    let (app, cast, aoi) = house();
    plan(&aoi, &cast).press(SAVE);
    // A new name at once is the plan's name, too; a new price is not, for the plan has its own.
    let done = cut(&aoi, &cast)
        .form()
        .fill("name_ja", "カット（髪質に合わせて）")
        .fill("price", "5800")
        .press("保存");
    assert_eq!(done.flash().unwrap(), "保存しました");
    assert_eq!(
        lines(&app, &cast, CUT),
        ["カット（髪質に合わせて） 60 0 5800"]
    );
    assert_eq!(
        lines(&app, &cast, PLANS),
        ["2026-11-30 カット（髪質に合わせて） 90 7000"]
    );
    // The plan's form holds what is planned.
    let form = cut(&aoi, &cast).follow("予定を変更する");
    let held = ["minutes", "price", "valid_from"].map(|name| form.field(name).value);
    assert_eq!(held, ["90", "7000", DAY]);
    let seen = form
        .form()
        .fill("minutes", "75")
        .fill("valid_from", "2026-12-07")
        .press("保存");
    says(&seen.press(SAVE), &["12月7日(月)のご来店分からの予定"]);
    assert_eq!(
        lines(&app, &cast, PLANS),
        ["2026-12-07 カット（髪質に合わせて） 75 7000"]
    );
    // Somebody who opened the page before sees both.
    let old = cut(&aoi, &cast);
    let gone = cut(&aoi, &cast).press("予定を取り消す");
    assert_eq!(gone.flash().unwrap(), "予定を取り消しました");
    assert!(lines(&app, &cast, PLANS).is_empty());
    assert!(!gone.text().contains("ご来店分からの予定"));
    let late = old.form().fill("price", "6000").send("保存");
    assert_eq!(late.status, 409);
    let path = format!("menu/{}/state", cast.cut.id);
    assert_eq!(
        post(&aoi, &path, &[("to", "revoke")]).status,
        404,
        "there is none any more"
    );
    // What the plan was for happens at once: nothing of it is left.
    plan(&aoi, &cast).press(SAVE);
    let own = cut(&aoi, &cast);
    let form = own.form().fill("minutes", "90");
    let seen = form.fill("price", "7000").press("保存");
    seen.press(SAVE);
    assert!(lines(&app, &cast, PLANS).is_empty());
}

#[test]
fn a_date_that_makes_no_sense_is_refused_at_its_box_with_everything_kept() {
    let (app, cast, aoi) = house();
    let ahead = "明日から2年先までの日付を入力してください";
    for (date, minutes, said) in [
        ("2026-11-20", "90", ahead),
        ("2029-01-01", "90", ahead),
        ("いつか", "90", ahead),
        (DAY, "60", "変わるところがありません"),
    ] {
        let own = cut(&aoi, &cast);
        let form = own.form().fill("minutes", minutes);
        let refused = form.fill("valid_from", date).send("保存");
        assert_eq!(refused.status, 422, "{date}");
        let field = refused.field("valid_from");
        assert_eq!(field.value, date);
        assert!(refused.text().contains(said), "{date}: {}", refused.text());
        assert_eq!(refused.field("minutes").value, minutes);
    }
    // What takes nobody has a place of its own, which is as large as it is now.
    let own = cut(&aoi, &cast);
    let form = own.form().fill("valid_from", DAY);
    let form = cast
        .salon
        .staff
        .iter()
        .fold(form, |form, id| form.untick(&format!("r-{id}")));
    let refused = form.send("保存");
    assert_eq!(refused.status, 422);
    says(&refused, &["担当や設備を使うかどうかと"]);
    assert!(lines(&app, &cast, PLANS).is_empty());
    // Something new has no past that it could keep until then.
    let new = aoi.open(&format!("{MENU}/new"));
    assert!(!new.text().contains("変更する日"));
}

#[test]
fn who_does_it_and_in_what_time_of_their_own_and_when_it_starts_can_be_planned() {
    let (app, cast, aoi) = house();
    let [sato, suzuki] = [cast.salon.staff[0], cast.salon.staff[1]];
    let own = cut(&aoi, &cast);
    let form = own
        .form()
        .untick(&format!("r-{suzuki}"))
        .fill(&format!("own-minutes-{sato}"), "120")
        .fill(&format!("own-price-{sato}"), "9000")
        .fill("times-1", "10:00 14:00")
        .fill("valid_from", DAY);
    form.press("保存").press(SAVE);
    let page = table(&app, &cast, "2026-11-24");
    assert!(is_free(&page, "11月29日(日) 10:30"), "{}", page.text());
    for (time, free) in [("10:00", true), ("10:30", false), ("14:00", true)] {
        assert_eq!(
            is_free(&page, &format!("11月30日(月) {time}")),
            free,
            "{time}"
        );
    }
    let done = told(&page.press("11月30日(月) 14:00 空きあり"), &JA, &[]).press(JA.confirm);
    says(&done, &["14:00〜16:00", "9,000円"]);
    // She was the only one who could be asked for it.
    let with = format!("&view=table&from=2026-11-24&staff={suzuki}");
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, &with));
    assert!(is_free(&page, "11月29日(日) 10:30") && !is_free(&page, "11月30日(月) 10:00"));
    // At the counter it is the same.
    let new = format!("/ja/staff/aoi-salon/bookings/new?service={}", cast.cut.id);
    let booked = aoi
        .open(&new)
        .form()
        .fill("date", DAY)
        .fill("time", "10:00")
        .fill("family", "高田")
        .press("予約を追加");
    says(&booked, &["10:00〜12:00"]);
}

#[test]
fn a_policy_holds_from_its_date_for_visits_then() {
    let (app, cast, aoi) = house();
    let new = aoi.open(&format!("{OFFICE}/policies/new"));
    new.fill("name", "標準").press("保存");
    let id = lines(
        &app,
        &cast,
        "select id::text as line from catalog.cancellation_policies",
    );
    let id = &id[0];
    app.execute(
        cast.salon.id,
        format!("update catalog.services set policy_id = '{id}'"),
    );
    let own = format!("{OFFICE}/policies/{id}");
    let seen = aoi
        .open(&own)
        .form()
        .fill("no_show", "80")
        .fill("percent-1", "30")
        .fill("valid_from", DAY)
        .press("保存");
    says(
        &seen,
        &[
            "11月30日(月)のご来店分から、この内容に変わります",
            "その日以降のご来店の予約から、このポリシーのメニュー（1件）に",
        ],
    );
    says(&seen.press(SAVE), &["11月30日(月)のご来店分からの予定"]);
    let page = table(&app, &cast, "2026-11-24");
    told(&page.press("11月29日(日) 18:00 空きあり"), &JA, &[]).press(JA.confirm);
    told(
        &page.press("11月30日(月) 18:00 空きあり"),
        &JA,
        &[("email", "other@example.com")],
    )
    .press(JA.confirm);
    let frozen = "select concat_ws(' ', business_date, policy_snapshot_json ->> 'penalty_percent', policy_snapshot_json ->> 'no_show_percent') as line \
        from bookings.bookings where business_date > '2026-11-25' order by 1";
    assert_eq!(
        lines(&app, &cast, frozen),
        ["2026-11-29 50 100", "2026-11-30 30 80"]
    );
    app.clock().set(tokyo("2026-11-30 00:01"));
    assert_eq!(due(&app), 1);
    let kept = "select concat_ws(' ', name, penalty_percent, no_show_percent) as line from catalog.cancellation_policies";
    assert_eq!(lines(&app, &cast, kept), ["標準 30 80"]);
}

#[test]
fn what_cannot_be_read_changes_nothing_and_stays_where_its_owner_sees_it() {
    let (app, cast, aoi) = house();
    let salon = cast.salon.id;
    plan(&aoi, &cast).press(SAVE);
    let strange = "update catalog.service_changes set setup_json = jsonb_set(setup_json, '{card,duration_minutes}', '\"long\"')";
    assert_eq!(app.execute(salon, strange), 1);
    let row = json!({"business_id": salon, "name": "前日まで", "hours_before": 24, "penalty_percent": 50});
    let policy = app.insert(salon, "catalog.cancellation_policies", row);
    let kept = format!(
        "insert into catalog.policy_changes (business_id, policy_id, valid_from, card_json) \
         values ('{salon}', '{policy}', '{DAY}', '{{\"steps\": 3}}')"
    );
    assert_eq!(app.execute(salon, kept), 1);
    app.clock().set(tokyo("2026-11-30 00:01"));
    assert_eq!(due(&app), 0);
    assert_eq!(lines(&app, &cast, CUT), ["カット 60 0 5500"]);
    let aoi = cast.aoi.sign_in(&app);
    for path in [
        format!("{MENU}/{}", cast.cut.id),
        format!("{OFFICE}/policies/{policy}"),
    ] {
        let own = aoi.open(&path);
        says(&own, &["11月30日(月)のご来店分からの予定", "読み取れない"]);
        let gone = own.press("予定を取り消す");
        assert_eq!(gone.flash().unwrap(), "予定を取り消しました");
        assert!(!gone.text().contains("読み取れない"));
    }
}
