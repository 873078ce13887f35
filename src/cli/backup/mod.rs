//! `omotenashi backup`: copies of the database and the photographs, the archive of changes between them, bringing both back to a
//! moment, and the drill that tries it.
//!
//! A folder of backups has `base/<time>` (a copy of the server each), `media/<time>` (the photographs of then) and `wal` (the changes
//! as they happened). The secret is in none of them: it is kept where passwords of the house are kept.

mod books;
pub mod drill;
mod take;

use super::{database::Database, say};
use crate::{cluster, config::Config};
use clap::Subcommand;
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use std::path::{Path, PathBuf};

pub use take::youngest;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Step {
    /// Keep every change from now on in the archive of the folder of backups
    Archive {
        /// The folder of backups, if not OC_BACKUPS
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Copy the running server and the photographs
    Take {
        /// The folder of backups, if not OC_BACKUPS
        #[arg(long)]
        to: Option<PathBuf>,
        /// Where a server of your own is, as a role that may replicate; left out for the private one
        #[arg(long)]
        from: Option<String>,
        /// So many copies are kept, and the changes since the oldest of them
        #[arg(long, default_value_t = 14)]
        keep: usize,
    },
    /// Make a new server's data from the last copy before a moment and the archive
    Restore {
        /// The folder of backups, if not OC_BACKUPS
        #[arg(long)]
        from: Option<PathBuf>,
        /// The moment, like `2026-11-23 14:30:00+09`; left out, as far as the archive goes
        #[arg(long)]
        until: Option<String>,
        /// The folder for the new server: `OC_DATA_DIR` of whoever is to serve it
        #[arg(long)]
        into: PathBuf,
    },
    /// Try it: a server that is written to, a copy, an accident, and another server brought back to just before it, compared row by row
    Drill(drill::Options),
}

/// Does it.
pub fn run(config: &Config, step: &Step) -> Result<(), String> {
    match step {
        Step::Archive { to } => archive(config, &folder(config, to.as_ref())?),
        Step::Take { to, from, keep } => take::take(
            config,
            &folder(config, to.as_ref())?,
            from.as_deref(),
            *keep,
        ),
        Step::Restore { from, until, into } => {
            let from = folder(config, from.as_ref())?;
            take::restore(config, &from, until.as_deref(), into)
        }
        Step::Drill(options) => drill::run(config, options),
    }
}

/// The folder of backups.
fn folder(config: &Config, given: Option<&PathBuf>) -> Result<PathBuf, String> {
    let folder = given.or(config.backups.as_ref());
    let folder = folder.ok_or("name a folder, here or with OC_BACKUPS")?;
    std::path::absolute(folder).map_err(|error| error.to_string())
}

/// Has the private server keep its changes; of another server it says how.
fn archive(config: &Config, folder: &Path) -> Result<(), String> {
    let wal = folder.join("wal");
    let command = cluster::archive_command(&wal).map_err(|error| error.to_string())?;
    let database = Database::open(config)?;
    let Some(private) = &database.private else {
        say("in postgresql.conf of your server, with a folder that its user may write to:");
        say("archive_mode = on");
        say(&format!(
            "archive_command = '{}'",
            command.replace('\'', "''")
        ));
        say("archive_timeout = 5min");
        return Ok(());
    };
    cluster::private_folder(folder).map_err(|error| error.to_string())?;
    cluster::private_folder(&wal).map_err(|error| error.to_string())?;
    let mut conn = PgConnection::establish(&private.superuser_url("postgres"))
        .map_err(|error| error.to_string())?;
    keep_changes(&mut conn, &command)?;
    say("changes are kept from the next start of the private server on");
    drop(database);
    Ok(())
}

/// Settings of the server, from its next start on.
fn keep_changes(conn: &mut PgConnection, command: &str) -> Result<(), String> {
    for set in [
        "archive_mode = 'on'".to_owned(),
        format!("archive_command = '{}'", command.replace('\'', "''")),
        // A quiet site's changes are kept, too: no more than five minutes are ever lost with the disk.
        "archive_timeout = '5min'".to_owned(),
    ] {
        conn.batch_execute(&format!("alter system set {set}"))
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}
