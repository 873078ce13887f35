//! `omotenashi migrate`: up, status, down.

use super::{database::Database, say};
use crate::{config::Config, db::migrate};
use clap::Subcommand;

/// What to do with the tables.
#[derive(Debug, Subcommand)]
pub enum Step {
    /// Run what is pending
    Up,
    /// List every step and whether it has been run
    Status,
    /// Undo the newest step, tables and record
    Down,
}

/// Does it, and says what was done.
pub fn run(config: &Config, step: &Step) -> Result<(), String> {
    let database = Database::open(config)?;
    let failed = |error: crate::db::DbError| error.to_string();
    match step {
        Step::Up => {
            let run = migrate::up(&database.url).map_err(failed)?;
            run.iter().for_each(|name| say(&format!("up    {name}")));
            say(&format!("{} run", run.len()));
        }
        Step::Status => {
            for step in migrate::status(&database.url).map_err(failed)? {
                say(&format!(
                    "{}  {}",
                    if step.applied { "done   " } else { "pending" },
                    step.name
                ));
            }
        }
        Step::Down => match migrate::down(&database.url).map_err(failed)? {
            Some(name) => say(&format!("down  {name}")),
            None => say("nothing to undo"),
        },
    }
    Ok(())
}
