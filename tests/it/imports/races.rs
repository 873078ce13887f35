//! Two who want the same time.

use super::{BOOKED, HEAD, IMPORTS, LINE, checked, house, problems, sent};
use crate::{
    account::erase::erase,
    support::{app::tokyo, sql},
};
use serde_json::json;
use std::{thread, time::Duration};

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

#[test]
fn what_the_menu_says_is_read_when_the_turn_has_come() {
    let (app, cast, aoi) = house();
    let check = checked(&aoi, &format!("{HEAD}{LINE}"));
    let before = app.count(cast.salon.id, BOOKED);
    let other = &mut sql::connect_within(app.database_url(), Some(cast.salon.id));
    let seats = cast.salon.staff.iter().map(|id| format!("'{id}'"));
    let lock = format!(
        "begin; select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from scheduling.resources where id in ({})",
        seats.collect::<Vec<_>>().join(", ")
    );
    sql::run(other, &lock);
    let pressed = thread::spawn(move || check.form().send("1件の予約を取り込む"));
    let waits = "select 1 as line from pg_locks where locktype = 'advisory' and not granted";
    let seeing = &mut sql::connect(app.database_url());
    while sql::lines(seeing, waits).is_empty() {
        assert!(!pressed.is_finished(), "nobody waited");
        thread::sleep(Duration::from_millis(20));
    }
    sql::run(
        other,
        "update catalog.services set price_cents = 9900; commit",
    );
    let stale = pressed.join().unwrap();
    assert_eq!(stale.status, 409, "{}", stale.text());
    assert_eq!(app.count(cast.salon.id, BOOKED), before);
}

#[test]
fn whoever_is_forgotten_waits_for_a_file_before_any_card_is_held() {
    let (app, cast, aoi) = house();
    app.execute(
        cast.salon.id,
        "update bookings.bookings set status = 'completed'",
    );
    sent(&aoi, format!("{HEAD}{LINE}").as_bytes());
    let bringing = &mut sql::connect_within(app.database_url(), Some(cast.salon.id));
    sql::run(bringing, "begin");
    let file = "select id::text as line from bookings.booking_imports for update";
    assert_eq!(sql::lines(bringing, file).len(), 1);
    erase(&cast.daichi.sign_in(&app));
    let seeing = &mut sql::connect(app.database_url());
    let refused = thread::scope(|scope| {
        let forgetting = scope.spawn(|| app.letters());
        let waits = "select 1 as line from pg_locks where not granted";
        for _ in 0..200 {
            if forgetting.is_finished() || !sql::lines(seeing, waits).is_empty() {
                break;
            }
            thread::sleep(Duration::from_millis(20));
        }
        // Bringing it in takes the card next.
        let card = "select id from customers.customers for key share nowait";
        let refused = sql::refusal(bringing, card);
        sql::run(bringing, "rollback");
        refused
    });
    assert_eq!(refused, None);
    app.clock().set(tokyo("2026-11-20 10:10"));
    app.letters();
    let emptied = "select count(*) from customers.customers where erased_at is not null";
    assert_eq!(app.count(cast.salon.id, emptied), 1);
    assert_eq!(aoi.open(IMPORTS).document().all(".offer").len(), 0);
}

#[test]
fn what_another_system_called_a_booking_is_forgotten_with_whose_it_was() {
    let (app, cast, aoi) = house();
    checked(&aoi, &format!("{HEAD}{LINE}")).press("1件の予約を取り込む");
    app.execute(
        cast.salon.id,
        format!(
            "update bookings.bookings set customer_id = '{}', status = 'completed'",
            cast.booking.customer
        ),
    );
    erase(&cast.daichi.sign_in(&app));
    app.letters();
    app.clock().set(tokyo("2026-11-20 10:10"));
    app.letters();
    let numbers = "select count(*) from bookings.imported_bookings where outside_number <> ''";
    assert_eq!(app.count(cast.salon.id, numbers), 0);
    let emptied = "select count(*) from bookings.imported_bookings";
    assert_eq!(app.count(cast.salon.id, emptied), 1);
}
