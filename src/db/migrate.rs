//! The embedded migrations: up, status, down. One migrator at a time, by an advisory lock.

use super::{DbError, Result};
use diesel::{
    Connection, RunQueryDsl,
    connection::SimpleConnection,
    dsl::sql,
    migration::{Migration, MigrationSource},
    pg::{Pg, PgConnection},
    sql_types::{Bool, Text},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::{thread::sleep, time::Duration};

/// How soon it is asked again whether another migrator is done.
const AGAIN: Duration = Duration::from_millis(50);

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

/// One migration and whether the database has it.
pub struct Step {
    /// Its folder's name.
    pub name: String,
    /// Whether it has been run.
    pub applied: bool,
}

/// Runs what is pending, makes the audit partitions of the coming months, and returns the names of what was run.
pub fn up(url: &str) -> Result<Vec<String>> {
    with_lock(url, |conn| {
        let run = conn.run_pending_migrations(MIGRATIONS).map_err(failed)?;
        let names = run.iter().map(ToString::to_string).collect();
        diesel::select(sql::<Text>("audit.ensure_partitions(3)::text")).execute(conn)?;
        Ok(names)
    })
}

/// Undoes the newest migration, schema and record; returns its name, or `None` when there is none.
pub fn down(url: &str) -> Result<Option<String>> {
    with_lock(url, |conn| {
        if conn.applied_migrations().map_err(failed)?.is_empty() {
            return Ok(None);
        }
        conn.revert_last_migration(MIGRATIONS)
            .map(|version| Some(version.to_string()))
            .map_err(failed)
    })
}

/// Every migration of this program, oldest first.
pub fn status(url: &str) -> Result<Vec<Step>> {
    with_lock(url, |conn| {
        let applied = conn.applied_migrations().map_err(failed)?;
        let mut all = MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(failed)?;
        all.sort_by_key(|migration| migration.name().to_string());
        Ok(all
            .iter()
            .map(|migration| Step {
                name: migration.name().to_string(),
                applied: applied.contains(&migration.name().version().as_owned()),
            })
            .collect())
    })
}

fn with_lock<T>(url: &str, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
    let mut conn =
        PgConnection::establish(url).map_err(|error| DbError::Unreachable(error.to_string()))?;
    conn.batch_execute("set client_min_messages = warning")?;
    // A session lock on a connection of our own: it goes with the connection, whatever happens. Asked for again and again, because
    // a statement that waits for it is what building an index beside others' work waits for.
    while !diesel::select(sql::<Bool>(
        "pg_try_advisory_lock(hashtext('omotenashi migrations'))",
    ))
    .get_result::<bool>(&mut conn)?
    {
        sleep(AGAIN);
    }
    work(&mut conn)
}

fn failed(error: Box<dyn std::error::Error + Send + Sync>) -> DbError {
    DbError::Query(diesel::result::Error::QueryBuilderError(error))
}
