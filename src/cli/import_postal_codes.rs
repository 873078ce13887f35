//! `omotenashi import-postal-codes FILE`: Japan Post's list in the place of the one that was there, whole or not at all.

use super::{database::Database, log, say};
use crate::{
    base::clock::Clock,
    config::Config,
    db::DbError,
    domain::platform::{
        ken_all::{self, Problem},
        postal_code,
    },
};
use std::{fs, path::Path};

/// Reads the file, and brings it in if there is nothing wrong with it.
pub fn run(config: &Config, file: &Path) -> Result<(), String> {
    log::start(config);
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let places = ken_all::read(&bytes).map_err(|problems| {
        let lines = problems
            .iter()
            .map(|(line, problem)| format!("\n  line {line}: {}", about(*problem)));
        let lines: String = lines.collect();
        format!("{}: nothing was imported{lines}", file.display())
    })?;
    let (database, db) = Database::ready(config, Clock::default())?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let count = places.len();
    let written =
        db.platform(move |tx| -> Result<(), DbError> { postal_code::replace(tx, &places) });
    runtime
        .block_on(written)
        .map_err(|error| error.to_string())?;
    say(&format!("{count} places of postal codes"));
    drop(database);
    Ok(())
}

fn about(problem: Problem) -> &'static str {
    match problem {
        Problem::Letters => "neither UTF-8 nor Shift_JIS",
        Problem::Columns => "not the 15 columns of Japan Post's list",
        Problem::Code => "the third column is no postal code of seven digits",
        Problem::Prefecture => "the first column does not begin with a prefecture, 01 to 47",
        Problem::City => "no city",
        Problem::Bracket => "a bracket is opened and never closed",
        Problem::Empty => "there is nothing in it",
    }
}
