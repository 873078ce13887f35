//! A big index is built beside the work of others, outside any transaction, however many programs start at once.

use crate::support::{database::TestDatabase, sql};
use diesel::connection::SimpleConnection;
use omotenashi::db::migrate;
use std::{fs, path::Path};

/// The step that does it, and its index.
const STEP: &str = "2026-11-23-000238_notifications_index_what_is_over";
const INDEX: &str = "select indisvalid::text as line from pg_index where indexrelid = to_regclass('notifications.notification_outbox_over')";

/// Has the database forget that the step was run.
fn before_the_step(database: &TestDatabase) {
    let mut owner = sql::connect(&database.url);
    let down = fs::read_to_string(Path::new("migrations").join(STEP).join("down.sql")).unwrap();
    owner.batch_execute(&down).unwrap();
    owner
        .batch_execute(
            "delete from public.__diesel_schema_migrations where version = '20261123000238'",
        )
        .unwrap();
    assert!(sql::lines(&mut owner, INDEX).is_empty());
}

#[test]
fn a_step_can_build_an_index_concurrently_while_others_write() {
    let database = TestDatabase::new();
    before_the_step(&database);
    // Who has written and not ended would be waited for by a plain index; a concurrent one lets new ones write, and waits.
    let url = database.url.clone();
    let run = std::thread::spawn(move || migrate::up(&url).unwrap());
    assert_eq!(run.join().unwrap().len(), 1);
    let mut owner = sql::connect(&database.url);
    assert_eq!(sql::lines(&mut owner, INDEX), ["true"]);
    // Inside a transaction PostgreSQL would have refused it.
    let up = fs::read_to_string(Path::new("migrations").join(STEP).join("up.sql")).unwrap();
    let refused = owner.batch_execute(&format!("begin; {up}")).unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("cannot run inside a transaction block"),
        "{refused}"
    );
}

#[test]
fn programs_that_start_together_do_not_wait_for_each_other_in_a_circle() {
    let database = TestDatabase::new();
    before_the_step(&database);
    let all = [(); 4].map(|()| {
        let url = database.url.clone();
        std::thread::spawn(move || migrate::up(&url).unwrap().len())
    });
    let run: usize = all.map(|one| one.join().unwrap()).iter().sum();
    assert_eq!(run, 1);
    let mut owner = sql::connect(&database.url);
    assert_eq!(sql::lines(&mut owner, INDEX), ["true"]);
}
