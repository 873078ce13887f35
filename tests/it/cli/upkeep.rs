//! The lists of upkeep, the routine, and what is deleted by hand: each line is there, and what is wrong is said.

use crate::{
    support::{
        app::{TestApp, TestOptions},
        sql,
    },
    work::salon::Salon,
};
use diesel::connection::SimpleConnection;
use std::process::Command;

/// What the program says on a database, and whether it was content.
fn said(url: &str, arguments: &[&str], settings: &[(&str, &str)]) -> (Vec<String>, bool) {
    let folder = tempfile::tempdir().unwrap();
    let asked = Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", url)
        .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
        .env("OC_DATA_DIR", folder.path())
        .env("OC_LOG", "warn")
        .envs(settings.iter().copied())
        .output()
        .unwrap();
    let mut said = String::from_utf8(asked.stdout).unwrap();
    said.push_str(&String::from_utf8(asked.stderr).unwrap());
    (
        said.lines().map(str::to_owned).collect(),
        asked.status.success(),
    )
}

/// The only line about something.
fn of(lines: &[String], name: &str) -> String {
    let about: Vec<&String> = lines
        .iter()
        .filter(|line| {
            line.get(7..)
                .is_some_and(|rest| rest.starts_with(&format!("{name}:")))
        })
        .collect();
    assert_eq!(about.len(), 1, "{name}: {lines:#?}");
    about[0].clone()
}

#[test]
fn the_lists_of_every_day_week_and_month_find_nothing_wrong_where_nothing_is() {
    let app = TestApp::start(TestOptions::default());
    let (lines, is_content) = said(
        app.database_url(),
        &["doctor", "--daily", "--weekly", "--monthly"],
        &[],
    );
    assert!(is_content, "{lines:#?}");
    for name in [
        "slow statements",
        "read without an index",
        "connections",
        "jobs stuck",
        "jobs late",
        "migrations",
        "languages",
        "months ahead",
        "archive of changes",
        "backup",
        "statistics",
        "dead rows",
        "indexes that failed",
        "rules not checked",
        "size",
        "largest tables",
        "indexes that nobody uses",
        "indexes that say the same",
    ] {
        assert!(of(&lines, name).starts_with("ok "), "{lines:#?}");
    }
    assert!(of(&lines, "languages").contains("sentences in each"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stuck_late_given_up_unkept_or_broken_is_wrong() {
    let salon = Salon::open().await;
    salon
        .sql(
            "insert into queue_jobs (business_id, job_type, status, scheduled_at, locked_until) values (platform.business(), 'make_export', 'running', \
                 now() - interval '1 hour', now() - interval '10 minutes');
             insert into queue_jobs (business_id, job_type, scheduled_at) values (platform.business(), 'tell_time_off', now() - interval '1 hour');
             insert into queue_jobs (business_id, job_type, status, finished_at) values (platform.business(), 'send_notice', 'failed', now());
             insert into notification_outbox (business_id, kind, to_email, template, scheduled_at) values (platform.business(), 'booking_confirmed', \
                 'hanako@example.com', 'booking_confirmed', now() - interval '2 hours')"
                .to_owned(),
        )
        .await;
    let mut owner = sql::connect(salon.url());
    owner
        .batch_execute("alter table catalog.services add constraint never check (false) not valid")
        .unwrap();
    let empty = tempfile::tempdir().unwrap();
    let backups = empty.path().to_str().unwrap();
    let (lines, is_content) = said(
        salon.url(),
        &["doctor", "--daily", "--weekly"],
        &[("OC_BACKUPS", backups)],
    );
    assert!(!is_content);
    for (name, told) in [
        ("jobs stuck", "1 make_export"),
        ("jobs late", "1 tell_time_off since"),
        ("jobs given up since yesterday", "1 send_notice"),
        ("letters waiting", "1 since"),
        ("rules not checked", "services.never"),
        ("backup", "none in"),
    ] {
        let line = of(&lines, name);
        assert!(line.starts_with("WRONG ") && line.contains(told), "{line}");
    }
}

#[test]
fn the_routine_vacuums_takes_statistics_and_makes_indexes_anew_while_somebody_reads() {
    let app = TestApp::start(TestOptions::default());
    let (_, is_content) = said(app.database_url(), &["maintain"], &[]);
    assert!(is_content);
    let mut owner = sql::connect(app.database_url());
    let files = "select string_agg(pg_relation_filenode(indexrelid)::text, ' ' order by indexrelid) as line \
        from pg_index where indrelid = 'bookings.bookings'::regclass";
    let before = sql::lines(&mut owner, files);
    let mut reader = sql::connect(app.database_url());
    reader
        .batch_execute("set role omotenashi_house; select count(*) from queue.queue_jobs")
        .unwrap();
    let (lines, is_content) = said(app.database_url(), &["maintain", "--reindex"], &[]);
    assert!(is_content, "{lines:#?}");
    for table in [
        "bookings.bookings",
        "customers.customers",
        "catalog.services",
    ] {
        for step in ["vacuum (analyze)", "reindex table concurrently"] {
            assert!(lines.contains(&format!("{step} {table}")), "{lines:#?}");
        }
    }
    assert_ne!(sql::lines(&mut owner, files), before);
    let vacuumed = "select count(*)::text as line from pg_stat_user_tables where last_vacuum is not null and last_analyze is not null \
        and relname in ('bookings', 'customers', 'services')";
    assert_eq!(sql::lines(&mut owner, vacuumed), ["3"]);
    let invalid = "select indexrelid::regclass::text as line from pg_index where not indisvalid";
    assert!(sql::lines(&mut owner, invalid).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn retention_can_be_tried_before_it_is_done() {
    let salon = Salon::open().await;
    salon
        .sql("insert into queue_jobs (business_id, job_type, status, finished_at) select platform.business(), 'far', 'done', \
              now() - interval '31 days' from generate_series(1, 1203)".to_owned())
        .await;
    let (lines, is_content) = said(salon.url(), &["retention", "--dry-run"], &[]);
    assert!(is_content, "{lines:#?}");
    assert!(
        lines
            .iter()
            .any(|line| line.trim() == "1203  queue.queue_jobs (kept 30 days)"),
        "{lines:#?}"
    );
    assert_eq!(salon.ask("select count(*) from queue_jobs").await, "1203");
    // More than one step of it.
    let (lines, is_content) = said(salon.url(), &["retention"], &[]);
    assert!(is_content, "{lines:#?}");
    assert_eq!(salon.ask("select count(*) from queue_jobs").await, "0");
}
