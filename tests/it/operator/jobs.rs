//! What operators see of the queue and do to it.

use super::scene::Platform;
use crate::support::browser::Browser;
use omotenashi::queue::{claim::claim, row::JobRow};

const JOBS: &str = "/ja/operator/jobs";

/// A platform with one job that was given up and one that waits, and an operator at work.
fn at_work() -> (Platform, Browser) {
    let platform = Platform::new();
    platform.app.execute(
        platform.cast.salon.id,
        "insert into queue.queue_jobs (business_id, job_type, payload_json, status, attempts, max_attempts, last_error, finished_at)
         values (platform.business(), 'send_notice', '{\"notice\": \"00000000-0000-0000-0000-000000000001\"}', 'failed', 8, 8,
             '550 no such box', now())",
    );
    platform.app.execute(
        platform.cast.salon.id,
        "insert into queue.queue_jobs (business_id, job_type, scheduled_at) values (platform.business(), 'make_export', '2026-01-01')",
    );
    let fumiko = platform.fumiko.sign_in(&platform.app);
    (platform, fumiko)
}

fn state(platform: &Platform, kind: &str) -> Vec<String> {
    platform.lines(format!(
        "select status || ' ' || attempts as line from queue.queue_jobs where job_type = '{kind}'"
    ))
}

fn taken(platform: &Platform) -> Vec<JobRow> {
    platform.app.platform(|tx| claim(tx, 10))
}

#[test]
fn what_was_given_up_is_shown_with_its_reason_and_done_once_more() {
    let (platform, fumiko) = at_work();
    let page = fumiko.open(JOBS);
    assert_eq!(page.heading(), "処理の状況");
    assert!(page.text().contains("550 no such box"), "{}", page.text());
    assert!(!page.text().contains("データの書き出し"), "that one waits");
    let old = page.follow("メールの送信");
    assert!(old.text().contains("00000000-0000-0000-0000-000000000001"));
    let page = old.press("もう一度実行する").settled();
    assert_eq!(page.flash().as_deref(), Some("もう一度実行します"));
    assert_eq!(state(&platform, "send_notice"), ["waiting 0"]);
    // Whoever has the old page still open changes nothing.
    let page = old.press("もう一度実行する").settled();
    assert_eq!(
        page.flash().as_deref(),
        Some("ほかの人が先に変更しました。最新の内容を表示しています")
    );
    assert_eq!(
        state(&platform, "send_notice"),
        ["waiting 0"],
        "{}",
        page.text()
    );
}

#[test]
fn what_was_given_up_is_removed_after_a_question_and_nothing_else_is() {
    let (platform, fumiko) = at_work();
    let page = fumiko.open(JOBS).follow("メールの送信").follow("削除する");
    assert_eq!(page.heading(), "この処理を削除しますか？");
    assert_eq!(state(&platform, "send_notice"), ["failed 8"]);
    let page = page.press("削除する").settled();
    assert_eq!(page.flash().as_deref(), Some("処理を削除しました"));
    assert!(state(&platform, "send_notice").is_empty());
    let waiting = fumiko
        .open("/ja/operator/jobs?state=waiting")
        .follow("データの書き出し");
    assert!(!waiting.text().contains("削除する"), "{}", waiting.text());
    assert_eq!(state(&platform, "make_export"), ["waiting 0"]);
}

#[test]
fn a_kind_that_is_held_up_waits_until_it_may_go_on() {
    let (platform, fumiko) = at_work();
    let kinds = fumiko.open(JOBS).follow("処理の種類");
    let page = kinds.follow("データの書き出し");
    let refused = page.press("一時停止する");
    assert_eq!(refused.status, 422, "why is asked for");
    let page = refused
        .fill("reason", "保管先が止まっている")
        .press("一時停止する")
        .settled();
    assert_eq!(
        page.flash().as_deref(),
        Some("この種類の処理を一時停止しました")
    );
    assert!(taken(&platform).is_empty());
    assert!(
        fumiko
            .open(JOBS)
            .text()
            .contains("一時停止中: データの書き出し")
    );
    let page = fumiko
        .open("/ja/operator/jobs/kinds/make_export")
        .press("再開する")
        .settled();
    assert_eq!(
        page.flash().as_deref(),
        Some("この種類の処理を再開しました")
    );
    assert_eq!(taken(&platform).len(), 1);
    let trail = platform.trail("job_pauses");
    assert_eq!(trail.len(), 2, "{trail:?}");
    assert!(
        trail
            .iter()
            .all(|entry| entry["actor"] == platform.fumiko.user.to_string())
    );
}

#[test]
fn letting_a_kind_go_on_may_take_up_what_was_given_up() {
    let (platform, fumiko) = at_work();
    let here = "/ja/operator/jobs/kinds/send_notice";
    fumiko
        .open(here)
        .fill("reason", "メールサーバー停止")
        .press("一時停止する");
    fumiko.open(here).fill("again", "yes").press("再開する");
    assert_eq!(state(&platform, "send_notice"), ["waiting 0"]);
}

#[test]
fn nobody_else_and_nothing_unknown_is_found() {
    let (platform, fumiko) = at_work();
    let aoi = platform.cast.aoi.sign_in(&platform.app);
    assert_eq!(aoi.open(JOBS).status, 404);
    for path in [
        "/jobs/kinds/nothing",
        "/jobs/kinds/Make'Export",
        "/jobs/nothing",
        "/jobs/00000000-0000-0000-0000-00000000000a",
    ] {
        assert_eq!(
            fumiko.open(&format!("/ja/operator{path}")).status,
            404,
            "{path}"
        );
    }
    for query in [
        "state=nothing",
        "kind=%27",
        "skip=-1",
        "skip=99999999999999999999",
    ] {
        assert_eq!(
            fumiko.open(&format!("{JOBS}?{query}")).status,
            200,
            "{query}"
        );
    }
}
