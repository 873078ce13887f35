//! The last word on taken time: whatever the code above forgets, two can never have the same seat at the same time.

use crate::support::{
    app::{TestApp, TestOptions},
    people::Cast,
    sql,
};
use diesel::{PgConnection, RunQueryDsl, sql_query};
use omotenashi::db::constraint::broke;
use std::{
    sync::{Arc, Barrier},
    thread,
};

fn take(start: &str, minutes: i32, seat: i32, cast: &Cast) -> String {
    format!(
        "insert into allocations (business_id, resource_id, seat, start_at, end_at) values ('{}', '{}', {seat}, '{start}', '{start}'::timestamptz + interval '{minutes} minutes')",
        cast.salon.id, cast.salon.staff[1]
    )
}

#[test]
fn sixty_four_at_once_want_one_hour_and_one_gets_it() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (crowd, gate) = (64, Arc::new(Barrier::new(64)));
    let threads: Vec<_> = (0..crowd)
        .map(|place| {
            let (gate, url, business) = (
                Arc::clone(&gate),
                app.database_url().to_owned(),
                cast.salon.id,
            );
            // Starts differ, so that only the range can tell that they clash.
            let wanted = take(&format!("2026-12-01 10:{:02}+09", place % 30), 60, 0, &cast);
            thread::spawn(move || {
                let mut connection = sql::connect_within(&url, Some(business));
                gate.wait();
                attempt(&mut connection, &wanted)
            })
        })
        .collect();
    let answers: Vec<Outcome> = threads
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .collect();
    let count = |outcome| answers.iter().filter(|answer| **answer == outcome).count();
    assert_eq!(count(Outcome::Got), 1, "{answers:?}");
    assert_eq!(
        count(Outcome::Got) + count(Outcome::Refused) + count(Outcome::Deadlock),
        crowd
    );
    let there = "select count(*) from allocations where start_at >= '2026-12-01 00:00+09'";
    assert_eq!(app.count(cast.salon.id, there), 1);
}

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Outcome {
    Got,
    Refused,
    /// Without the lock that the product takes first, the constraint may end in one: no row, and no overlap.
    Deadlock,
}

fn attempt(connection: &mut PgConnection, statement: &str) -> Outcome {
    let result = sql_query(statement).execute(connection);
    if broke(&result, "allocations_no_overlap") {
        return Outcome::Refused;
    }
    match result {
        Ok(_) => Outcome::Got,
        Err(error) if error.to_string().contains("deadlock detected") => Outcome::Deadlock,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn what_only_touches_or_sits_elsewhere_fits_and_what_overlaps_by_a_minute_does_not() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let connection = &mut sql::connect_within(app.database_url(), Some(cast.salon.id));
    for (start, minutes, seat, wanted) in [
        ("2026-12-01 10:00+09", 60, 0, Outcome::Got),
        ("2026-12-01 11:00+09", 60, 0, Outcome::Got),
        ("2026-12-01 09:30+09", 30, 0, Outcome::Got),
        ("2026-12-01 09:30+09", 31, 0, Outcome::Refused),
        ("2026-12-01 10:59+09", 5, 0, Outcome::Refused),
        ("2026-12-01 09:00+09", 600, 0, Outcome::Refused),
        ("2026-12-01 10:00+09", 60, 1, Outcome::Got),
        ("2026-12-01 01:00+00", 60, 1, Outcome::Refused),
    ] {
        let outcome = attempt(connection, &take(start, minutes, seat, &cast));
        assert_eq!(outcome, wanted, "{start} for {minutes} on seat {seat}");
    }
}

#[test]
fn time_that_is_empty_backwards_or_longer_than_a_day_and_a_half_is_no_time() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let connection = &mut sql::connect_within(app.database_url(), Some(cast.salon.id));
    for minutes in [0, -60, 36 * 60 + 1] {
        let refused =
            sql::refusal(connection, &take("2026-12-01 10:00+09", minutes, 0, &cast)).unwrap();
        assert!(
            refused.contains("allocations_span") || refused.contains("range lower bound"),
            "{refused}"
        );
    }
    assert_eq!(
        sql::refusal(connection, &take("2026-12-01 10:00+09", 36 * 60, 0, &cast)),
        None
    );
}
