//! Two who want the same time.

use super::{BOOKED, HEAD, LINE, checked, house, problems};
use crate::support::app::tokyo;
use serde_json::json;
use std::thread;

#[test]
fn of_two_files_for_one_seat_one_is_written_and_the_other_is_told() {
    let (app, cast, aoi) = house();
    let before = app.count(cast.salon.id, BOOKED);
    let one = checked(&aoi, &format!("{HEAD}{LINE}"));
    let other = LINE
        .replace("A-1", "B-1")
        .replace("山田 花子", "森 林")
        .replace("090-1111-2222", "");
    let other = checked(&cast.aoi.sign_in(&app), &format!("{HEAD}{other}"));
    let pages =
        [one, other].map(|page| thread::spawn(move || page.form().send("1件の予約を取り込む")));
    let mut answers: Vec<_> = pages.into_iter().map(|page| page.join().unwrap()).collect();
    answers.sort_by_key(|page| page.status);
    assert_eq!((answers[0].status, answers[1].status), (303, 409));
    let rows = problems(&answers[1]);
    assert!(
        rows.len() == 1 && rows[0].contains("空きがありません"),
        "{rows:?}"
    );
    assert_eq!(app.count(cast.salon.id, BOOKED), before + 1);
}

#[test]
fn a_guests_hold_keeps_its_time_while_it_lives_and_gives_way_when_it_has_lapsed() {
    let (app, cast, aoi) = house();
    let check = checked(&aoi, &format!("{HEAD}{LINE}"));
    let hold = app.insert(
        cast.salon.id,
        "scheduling.reservations",
        json!({"business_id": cast.salon.id, "service_id": cast.cut.id, "token_hash": "\\x01", "idempotency_key": "12345678",
            "start_at": "2026-12-01 10:00+09", "end_at": "2026-12-01 11:00+09", "business_date": "2026-12-01",
            "expires_at": "2026-11-20 10:10+09"}),
    );
    app.insert(
        cast.salon.id,
        "scheduling.allocations",
        json!({"business_id": cast.salon.id, "resource_id": cast.salon.staff[0], "seat": 0, "reservation_id": hold,
            "start_at": "2026-12-01 10:00+09", "end_at": "2026-12-01 11:00+09", "expires_at": "2026-11-20 10:10+09"}),
    );
    let stale = check.form().send("1件の予約を取り込む");
    assert_eq!(stale.status, 409);
    app.clock().set(tokyo("2026-11-20 10:11"));
    let done = check.form().send("1件の予約を取り込む");
    assert_eq!(done.status, 303, "{}", done.text());
    let theirs = "select count(*) from scheduling.allocations where reservation_id is not null";
    assert_eq!(app.count(cast.salon.id, theirs), 0);
}
