//! The drill: whether what is kept can be had back. A server of its own is filled and copied while it is written to; the moment just
//! before an accident is noted with a sum of every table; another server is brought back to that moment, and its sums must be the same.

use super::{
    super::{bench::place::Place, say},
    books::{self, Books},
    keep_changes,
};
use crate::{cluster, config::Config, db::migrate};
use diesel::{
    PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection, sql_query,
    sql_types::Text,
};
use std::{
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long the archive may take for the last piece.
const LONGEST: Duration = Duration::from_secs(60);

/// How large.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// Rows that are written before the copy, and again after it
    #[arg(long, default_value_t = 20_000)]
    pub rows: u32,
}

/// What came of it.
#[derive(Debug)]
pub struct Report {
    /// Tables that were compared.
    pub tables: usize,
    /// Rows in them.
    pub rows: i64,
    /// Where the server that was brought back differs from the noted moment.
    pub differences: Vec<String>,
    /// Where the first server, after its accident, does: what would have been lost.
    pub accident: Vec<String>,
    /// How long bringing back took.
    pub took: Duration,
}

/// Does it and says what came of it; fails when anything differs.
pub fn run(config: &Config, options: &Options) -> Result<(), String> {
    let report = drill(config, options)?;
    say(&format!(
        "{} tables with {} rows brought back in {:.1} s",
        report.tables,
        report.rows,
        report.took.as_secs_f64()
    ));
    for line in &report.accident {
        say(&format!("the accident: {line}"));
    }
    if report.differences.is_empty() {
        say("every table is as it was at that moment, row by row");
        return Ok(());
    }
    Err(format!("not the same: {}", report.differences.join("; ")))
}

/// The same, for whoever wants to look for themselves.
pub fn drill(config: &Config, options: &Options) -> Result<Report, String> {
    let mut first = Place::open(Place::settings(config, "drill-first", 30)?)?;
    let done = on(config, options, &mut first);
    first.remove()?;
    done
}

fn on(config: &Config, options: &Options, first: &mut Place) -> Result<Report, String> {
    let said = |error: cluster::ClusterError| error.to_string();
    let (wal, copy) = (first.folder().join("wal"), first.folder().join("base/copy"));
    for folder in [&wal, &first.folder().join("base")] {
        cluster::private_folder(folder).map_err(said)?;
    }
    let command = cluster::archive_command(&wal).map_err(said)?;
    keep_changes(&mut first.as_superuser("postgres")?, &command)?;
    first.restart()?;
    migrate::up(&first.url("omotenashi")).map_err(|error| error.to_string())?;
    let mut conn = first.as_superuser("omotenashi")?;
    prepare(&mut conn, options.rows)?;
    let settings = Place::settings(config, "drill-second", 30)?;
    let url = first.superuser_url("postgres");
    let copying = {
        let (settings, copy) = (settings.clone(), copy.clone());
        std::thread::spawn(move || cluster::copy(&settings, &url, &copy))
    };
    // The copy is taken of a server that is being written to.
    let mut rounds = 0;
    while !copying.is_finished() || rounds < 3 {
        write(&mut conn, options.rows / 20 + 1)?;
        rounds += 1;
    }
    copying
        .join()
        .map_err(|_panic| "the copy was cut short")?
        .map_err(said)?;
    write(&mut conn, options.rows)?;
    let moment = one(&mut conn, "select clock_timestamp()::text as line")?;
    let noted = books::of(&mut conn)?;
    sleep(Duration::from_millis(50));
    accident(&mut conn)?;
    let after = books::of(&mut conn)?;
    keep_the_last(&mut conn)?;
    let begun = Instant::now();
    cluster::restore(&settings, &copy, &wal, Some(&moment)).map_err(said)?;
    let second = Place::open(settings)?;
    let took = begun.elapsed();
    let found = second
        .as_superuser("omotenashi")
        .and_then(|mut conn| books::of(&mut conn));
    second.remove()?;
    Ok(report(&noted, &after, &found?, took))
}

fn report(noted: &Books, after: &Books, found: &Books, took: Duration) -> Report {
    Report {
        tables: noted.len(),
        rows: noted.values().map(|(rows, _)| rows).sum(),
        differences: books::differences(noted, found),
        accident: books::differences(noted, after),
        took,
    }
}

fn prepare(conn: &mut PgConnection, rows: u32) -> Result<(), String> {
    batch(
        conn,
        "create schema drill; create table drill.pages (id bigint generated always as identity primary key, \
         version integer not null default 1, words text not null, at timestamptz not null default clock_timestamp())",
    )?;
    write(conn, rows)
}

/// New rows, others changed and some deleted, in a few transactions, as a day leaves them; and a row of one of the house's tables.
fn write(conn: &mut PgConnection, rows: u32) -> Result<(), String> {
    let part = rows / 4 + 1;
    for _ in 0..4 {
        batch(
            conn,
            &format!(
                "insert into drill.pages (words) select md5(random()::text) from generate_series(1, {part})"
            ),
        )?;
        batch(
            conn,
            &format!(
                "update drill.pages set version = version + 1, words = md5(words) where id in \
                 (select id from drill.pages order by random() limit {part} / 10 + 1)"
            ),
        )?;
        batch(
            conn,
            &format!(
                "delete from drill.pages where id in (select id from drill.pages order by random() limit {part} / 50)"
            ),
        )?;
    }
    batch(
        conn,
        "insert into platform.feature_flags (name) values ('drill-' || md5(random()::text))",
    )
}

/// What a wrong hand does in a second.
fn accident(conn: &mut PgConnection) -> Result<(), String> {
    batch(conn, "delete from drill.pages where id % 2 = 0")?;
    batch(conn, "delete from platform.feature_flags")?;
    batch(conn, "create table drill.after ()")
}

/// Waits until everything that was written is in the archive.
fn keep_the_last(conn: &mut PgConnection) -> Result<(), String> {
    let piece = one(conn, "select pg_walfile_name(pg_switch_wal()) as line")?;
    let begun = Instant::now();
    loop {
        let kept = one(
            conn,
            "select coalesce(last_archived_wal, '') as line from pg_stat_archiver",
        )?;
        if is_behind(&piece, &kept) {
            return Ok(());
        }
        if begun.elapsed() > LONGEST {
            return Err(format!("{piece} does not come into the archive"));
        }
        sleep(Duration::from_millis(50));
    }
}

/// Whether the archive has come to a piece.
fn is_behind(piece: &str, kept: &str) -> bool {
    Path::new(kept).extension().is_none() && kept >= piece
}

fn batch(conn: &mut PgConnection, statement: &str) -> Result<(), String> {
    conn.batch_execute(statement)
        .map_err(|error| format!("{statement}: {error}"))
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    line: String,
}

fn one(conn: &mut PgConnection, question: &str) -> Result<String, String> {
    let row: Row = sql_query(question)
        .get_result(conn)
        .map_err(|error| error.to_string())?;
    Ok(row.line)
}
