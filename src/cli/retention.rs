//! `omotenashi retention`: what is past its time goes now, or is counted.

use super::{database::Database, log, say};
use crate::{base::clock::Clock, config::Config, work::retention};

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Count what would go, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Does it, and says how many rows of each table it was about.
pub fn run(config: &Config, options: &Options) -> Result<(), String> {
    log::start(config);
    let (database, db) = Database::ready(config, Clock::default())?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let lines = if options.dry_run {
        runtime.block_on(retention::count(&db))
    } else {
        runtime.block_on(retention::clear(&db))
    };
    for line in lines.map_err(|error| error.to_string())? {
        say(&format!(
            "{:>9}  {} (kept {})",
            line.rows, line.table, line.kept
        ));
    }
    say(if options.dry_run {
        "would go; nothing was changed"
    } else {
        "gone"
    });
    drop(database);
    Ok(())
}
