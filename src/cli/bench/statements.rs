//! Where the time in the database goes: for each row the statements it sends, how often for one operation, and what
//! they cost there. The counting itself costs a little, so nothing else is measured in the same run.

use super::{
    flows::{Task, Work},
    measure,
    options::Options,
    place::Place,
    rows::Row,
    stage::Stage,
};
use diesel::{
    QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Double, Text},
};
use std::{fmt::Write, sync::Arc};

/// Statements cheaper than all these are left out.
const SHOWN: usize = 60;
/// Letters of a statement that are shown.
const LETTERS: usize = 110;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    query: String,
    #[diesel(sql_type = Double)]
    calls: f64,
    #[diesel(sql_type = Double)]
    planned: f64,
    #[diesel(sql_type = Double)]
    run: f64,
    #[diesel(sql_type = Double)]
    rows: f64,
}

/// Runs each row and lists its statements, as a report in Markdown.
pub async fn report(
    place: &Place,
    stage: &Arc<Stage>,
    options: &Options,
) -> Result<String, String> {
    let mut text = String::new();
    let clients = options
        .clients
        .iter()
        .copied()
        .max_by_key(|clients| *clients == 8)
        .unwrap_or(8);
    for row in Row::ALL.into_iter().filter(|row| options.wants(*row)) {
        let conn = &mut place.as_superuser(&stage.database)?;
        conn.batch_execute("alter system set pg_stat_statements.track_planning = on; ")
            .and_then(|()| conn.batch_execute("select pg_reload_conf()"))
            .map_err(|error| error.to_string())?;
        let run = counted_run(place, stage, row, (clients, options.seconds)).await?;
        let found: Vec<Counted> = sql_query(include_str!("sql/statements.sql"))
            .load(conn)
            .map_err(|error| error.to_string())?;
        let (calls, millis) = found.iter().fold((0.0, 0.0), |(calls, millis), one| {
            (calls + one.calls, millis + one.planned + one.run)
        });
        let each = |sum: f64| sum / run.operations;
        let _ = writeln!(
            text,
            "\n### {} {}: {:.2} ms CPU (site {:.2}, PostgreSQL {:.2}); {:.1} statements taking {:.2} ms\n\n\
             | calls | ms planning | ms running | rows | statement |\n|---|---|---|---|---|",
            row.code(),
            row.words(),
            run.cpu(),
            run.cpu_site,
            run.cpu_database,
            each(calls),
            each(millis),
        );
        for one in found.iter().take(SHOWN) {
            let query: String = one
                .query
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace('|', "\\|")
                .chars()
                .take(LETTERS)
                .collect();
            let _ = writeln!(
                text,
                "| {:.2} | {:.3} | {:.3} | {:.1} | `{query}` |",
                each(one.calls),
                each(one.planned),
                each(one.run),
                each(one.rows)
            );
        }
    }
    Ok(text)
}

/// A run whose statements are counted from its beginning; what was made ready for it is not.
async fn counted_run(
    place: &Place,
    stage: &Arc<Stage>,
    row: Row,
    much: (usize, f64),
) -> Result<measure::Run, String> {
    stage.renew(place)?;
    let work = Work::new(stage, Task::Row(row));
    if row.confirms() {
        work.prepare(400).await?;
    }
    let conn = &mut place.as_superuser(&stage.database)?;
    conn.batch_execute("select pg_stat_statements_reset()")
        .map_err(|error| error.to_string())?;
    let run = measure::run_cold(stage, &work, much.0, much.1)
        .await
        .map_err(|why| format!("{}: {why}", row.code()))?;
    Ok(run)
}
