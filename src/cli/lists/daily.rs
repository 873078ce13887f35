//! Every day.

use super::{
    Line,
    sql::{lines as ask, told, wrong, wrong_in_house},
};
use crate::{
    base::lang::Lang,
    cli::{backup, database::Database},
    config::Config,
    db::migrate,
    i18n,
};
use diesel::PgConnection;

/// Hours after which a backup is old: one a day, and two hours in which it is made.
const BACKUP_HOURS: u64 = 26;

pub(super) fn lines(config: &Config, database: &Database, conn: &mut PgConnection) -> Vec<Line> {
    vec![
        ("slow statements", slow(conn)),
        (
            "read without an index",
            told(conn, UNINDEXED, "nothing much"),
        ),
        (
            "found in memory",
            told(conn, IN_MEMORY, "nothing was read yet"),
        ),
        ("connections", connections(conn)),
        ("transactions left open", wrong(conn, LEFT_OPEN, "none")),
        ("waits for locks", wrong(conn, WAITING, "none")),
        ("jobs stuck", wrong_in_house(conn, STUCK, "none")),
        ("jobs late", wrong_in_house(conn, LATE, "none")),
        (
            "jobs given up since yesterday",
            wrong_in_house(conn, GIVEN_UP, "none"),
        ),
        (
            "letters waiting",
            wrong_in_house(conn, LETTERS, "none for more than an hour"),
        ),
        ("migrations", migrations(database)),
        ("languages", languages()),
        ("months ahead", wrong(conn, MONTHS, "there is room")),
        ("archive of changes", archive(conn)),
        ("backup", backup_age(config)),
    ]
}

const SLOW: &str = "select format('%s ms on average, %s times: %s', round(mean_exec_time::numeric, 1), calls, \
        left(regexp_replace(query, '\\s+', ' ', 'g'), 100)) as line \
    from pg_stat_statements where calls >= 5 and mean_exec_time > 50 and dbid = (select oid from pg_database where datname = current_database()) \
    order by mean_exec_time desc limit 10";
const UNINDEXED: &str = "select format('%s.%s: %s rows in %s readings', schemaname, relname, seq_tup_read, seq_scan) as line \
    from pg_stat_user_tables where n_live_tup > 1000 and seq_tup_read > 1000000 and seq_tup_read > coalesce(idx_tup_fetch, 0) \
    order by seq_tup_read desc limit 5";
const IN_MEMORY: &str = "select round(100.0 * blks_hit / (blks_hit + blks_read), 1) || ' %' as line from pg_stat_database \
    where datname = current_database() and blks_hit + blks_read > 0";
const CONNECTIONS: &str = "select format('%s of %s', count(*), current_setting('max_connections')) as line from pg_stat_activity \
    where backend_type = 'client backend'";
const CROWDED: &str = "select format('%s of %s are taken', count(*), current_setting('max_connections')) as line from pg_stat_activity \
    where backend_type = 'client backend' having count(*) > 0.8 * current_setting('max_connections')::int";
const LEFT_OPEN: &str = "select format('%s since %s', pid, date_trunc('second', state_change)) as line from pg_stat_activity \
    where state like 'idle in transaction%' and state_change < now() - interval '5 minutes'";
const WAITING: &str = "select format('%s waits for %s', pid, pg_blocking_pids(pid)) as line from pg_stat_activity \
    where wait_event_type = 'Lock' and query_start < now() - interval '1 minute'";
const STUCK: &str = "select format('%s %s', count(*), job_type) as line from queue.queue_jobs where status = 'running' \
    and locked_until < now() - interval '2 minutes' group by job_type";
const LATE: &str = "select format('%s %s since %s', count(*), job_type, date_trunc('second', min(scheduled_at))) as line from queue.queue_jobs \
    where status = 'waiting' and scheduled_at < now() - interval '15 minutes' \
    and job_type not in (select job_type from queue.job_pauses) group by job_type";
const GIVEN_UP: &str = "select format('%s %s', count(*), job_type) as line from queue.queue_jobs where status = 'failed' \
    and finished_at > now() - interval '1 day' group by job_type";
const LETTERS: &str = "select format('%s since %s', count(*), date_trunc('second', min(scheduled_at))) as line \
    from notifications.notification_outbox where delivery_status = 'queued' and scheduled_at < now() - interval '1 hour' having count(*) > 0";
const MONTHS: &str = "select 'audit.' || name as line from generate_series(0, 2) step, \
    to_char(date_trunc('month', now() at time zone 'UTC') + step * interval '1 month', '\"audit_logs_\"YYYY_MM') name \
    where to_regclass('audit.' || name) is null";

fn slow(conn: &mut PgConnection) -> Result<String, String> {
    let is_watched = !ask(
        conn,
        "select 'yes' as line where to_regclass('pg_stat_statements') is not null \
         and current_setting('shared_preload_libraries') like '%pg_stat_statements%'",
    )?
    .is_empty();
    if is_watched {
        told(conn, SLOW, "none")
    } else {
        Ok("not watched: pg_stat_statements is not loaded".to_owned())
    }
}

fn connections(conn: &mut PgConnection) -> Result<String, String> {
    wrong(conn, CROWDED, "")?;
    told(conn, CONNECTIONS, "none")
}

fn migrations(database: &Database) -> Result<String, String> {
    let steps = migrate::status(&database.url).map_err(|error| error.to_string())?;
    let pending = steps.iter().filter(|step| !step.applied).count();
    if pending == 0 {
        Ok(format!("{} run", steps.len()))
    } else {
        Err(format!("{pending} pending: run `omotenashi migrate up`"))
    }
}

/// Every sentence in both, as the build demands; said from the program that runs.
fn languages() -> Result<String, String> {
    let [ja, en] = [Lang::Ja, Lang::En].map(i18n::ids);
    let only = |one: &[String], other: &[String]| {
        let missing = one.iter().filter(|id| !other.contains(id));
        missing.cloned().collect::<Vec<_>>()
    };
    let missing = [only(&ja, &en), only(&en, &ja)].concat();
    if missing.is_empty() {
        Ok(format!("{} sentences in each", ja.len()))
    } else {
        Err(format!("in one language only: {}", missing.join(", ")))
    }
}

/// Whether changes are kept as they happen, without which nothing between two backups comes back.
fn archive(conn: &mut PgConnection) -> Result<String, String> {
    wrong(
        conn,
        "select format('%s could not be kept at %s', last_failed_wal, date_trunc('second', last_failed_time)) as line from pg_stat_archiver \
         where current_setting('archive_mode') <> 'off' and last_failed_time > coalesce(last_archived_time, '-infinity')",
        "",
    )?;
    told(
        conn,
        "select case when current_setting('archive_mode') = 'off' then 'off: only whole backups come back' \
         else coalesce('the last at ' || date_trunc('second', last_archived_time), 'on, nothing yet') end as line from pg_stat_archiver",
        "",
    )
}

fn backup_age(config: &Config) -> Result<String, String> {
    let Some(folder) = &config.backups else {
        return Ok("OC_BACKUPS is not set: backups are made and watched elsewhere".to_owned());
    };
    match backup::youngest(folder)? {
        None => Err(format!("none in {}", folder.display())),
        Some(hours) if hours > BACKUP_HOURS => Err(format!("the last is {hours} hours old")),
        Some(hours) => Ok(format!("{hours} hours old")),
    }
}
