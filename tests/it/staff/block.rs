//! Time kept free of bookings.

use super::scene::{DESK, Friday};
use crate::{
    public::walk::is_free,
    support::{browser::Page, wait::wait_for},
};
use omotenashi::{
    base::ids::UserId,
    domain::scheduling::{
        allocation::TakeError,
        block::{self, NewBlock},
        resource,
    },
};

fn blocks(friday: &Friday) -> i64 {
    friday.app.count(
        friday.cast.salon.id,
        "select count(*) from scheduling.blocks",
    )
}

/// The form for Aoi's column.
fn form(friday: &Friday, query: &str) -> Page {
    let aoi = friday.cast.salon.staff[0];
    friday.aoi().open(&format!(
        "{DESK}/blocks/new?staff={aoi}&date=2026-11-20{query}"
    ))
}

#[test]
fn a_gap_of_the_day_is_kept_free_in_three_presses() {
    let friday = Friday::new();
    let day = friday.aoi().open(&format!("{DESK}/day"));
    // 1: the gap, 2: not a booking, 3: save.
    let gap = day
        .document()
        .attribute("a.free[href*='time=16']", "href")
        .unwrap();
    let form = friday.aoi().open(&gap).follow("この時間は予約を入れない");
    let from = form.field("time").value;
    assert!(
        from.starts_with("16:") && form.field("until").value.starts_with("17:"),
        "{from}"
    );
    let saved = form.press("保存");
    assert_eq!(saved.flash().unwrap(), "予約を入れない時間を作りました");
    assert_eq!(
        (
            saved.document().all(".block-time-off").len(),
            blocks(&friday)
        ),
        (1, 1)
    );
}

#[test]
fn guests_and_staff_are_told_that_the_time_is_taken_until_the_block_is_removed() {
    let friday = Friday::new();
    form(&friday, "&time=15:00&until=17:30&reason=打ち合わせ").press("保存");
    let aoi = friday.cast.salon.staff[0];
    let booked = friday
        .aoi()
        .open(&format!(
            "{DESK}/bookings/new?staff={aoi}&date=2026-11-20&time=16:00"
        ))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("family", "山田")
        .press("予約を追加");
    assert_eq!(booked.status, 409);
    let times = || {
        let path = format!(
            "/ja/b/aoi-salon/book/times?service={}&staff={aoi}&from=2026-11-20&view=table",
            friday.cast.cut.id
        );
        is_free(&friday.app.browser().open(&path), "11月20日(金) 16:00")
    };
    assert!(!times());
    let today = friday.aoi().open(&format!("{DESK}/today"));
    let shown = today.follow("15:00〜17:30 佐藤");
    assert!(shown.text().contains("打ち合わせ"), "{}", shown.text());
    let removed = shown.press("予約不可を取り消す");
    assert_eq!(removed.flash().unwrap(), "予約不可を取り消しました");
    assert_eq!(blocks(&friday), 0);
    assert!(times(), "free again");
    let left = "select count(*) from scheduling.allocations where block_id is not null";
    assert_eq!(friday.app.count(friday.cast.salon.id, left), 0);
}

#[test]
fn nothing_is_put_over_a_booking_and_it_is_named() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let refused = friday
        .aoi()
        .open(&format!(
            "{DESK}/blocks/new?staff={ben}&date=2026-11-20&time=13:30"
        ))
        .fill("until", "15:00")
        .fill("reason", "修理")
        .press("保存");
    assert_eq!((refused.status, blocks(&friday)), (409, 0));
    assert!(
        refused.text().contains("Nguyen Linh 様"),
        "{}",
        refused.text()
    );
    assert_eq!(refused.field("reason").value, "修理");
    let link = format!(".clash a[href='{}']", Friday::page_of(&friday.coming));
    assert_eq!(refused.document().all(&link).len(), 1);
}

#[test]
fn what_is_wrong_is_said_at_its_box() {
    let friday = Friday::new();
    for (field, value, words) in [
        ("staff", "", "担当か席を選んでください"),
        ("date", "", "日付を選んでください"),
        ("time", "25:99", "時刻は「9:00」のように入力してください"),
        (
            "until",
            "14:00",
            "終了は開始より後の時刻にしてください（翌日にかかるときは25:30のように書きます）",
        ),
        (
            "date",
            "2026-11-19",
            "もう終わった時間です。これからの日時を入力してください",
        ),
        (
            "date",
            "あした",
            "日付は年・月・日で入力してください（例: 2026-11-20）",
        ),
    ] {
        let refused = form(&friday, "&time=15:00")
            .fill(field, value)
            .press("保存");
        assert_eq!(refused.status, 422, "{field}");
        assert_eq!(refused.error(field).as_deref(), Some(words));
        let english = refused.press("English");
        assert_eq!(
            (english.status, english.heading()),
            (200, "Block time".to_owned())
        );
    }
    assert_eq!(blocks(&friday), 0);
}

#[test]
fn of_many_who_want_the_same_hour_one_has_it() {
    let friday = Friday::new();
    let (business, aoi) = (friday.cast.salon.id, friday.cast.salon.staff[0]);
    let by: UserId = friday.cast.aoi.user;
    let found = friday
        .app
        .tenant(business, move |tx| resource::find(tx, aoi))
        .unwrap();
    let tries = (0..16).map(|place| {
        let (db, found) = (friday.app.db().clone(), found.clone());
        let start = crate::support::app::tokyo("2026-11-27 10:00")
            + chrono::TimeDelta::minutes(15 * (place % 4));
        let new = NewBlock {
            resource: found,
            date: "2026-11-27".parse().unwrap(),
            start,
            end: start + chrono::TimeDelta::hours(1),
            reason: String::new(),
            by,
        };
        async move {
            let scope = omotenashi::db::run::house(business);
            db.tenant(scope, move |tx| block::put(tx, &new)).await
        }
    });
    let answers = wait_for(futures_util::future::join_all(tries));
    let had = answers.iter().filter(|answer| answer.is_ok()).count();
    let told = answers
        .iter()
        .filter(|answer| matches!(answer, Err(TakeError::Taken)))
        .count();
    assert_eq!((had, told, blocks(&friday)), (1, 15, 1));
}

#[test]
fn two_times_that_are_missing_are_told_apart() {
    let friday = Friday::new();
    let page = form(&friday, "")
        .fill("time", "")
        .fill("until", "")
        .press("保存");
    let said = page.errors();
    for label in ["開始", "終了"] {
        let own = said
            .iter()
            .filter(|one| one.contains(&format!("{label}: 時刻は")));
        assert_eq!(own.count(), 1, "{label}: {said:?}");
    }
}
