//! Why the private server could not be had, in words for the person at the terminal.

use std::{
    io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Why the private server could not be had. Each says what to do about it where something can be done.
#[derive(Debug, Error)]
pub enum ClusterError {
    /// Neither the usual folders nor the search path hold the programs.
    #[error(
        "PostgreSQL 15 or newer is not installed: run `make run`, which installs it, or install it yourself \
         (Debian, Ubuntu: `sudo apt-get install postgresql`; macOS: `brew install postgresql@17`), \
         or name a database with DATABASE_URL"
    )]
    NoPrograms,
    /// The folder that was named does not hold them.
    #[error("{0} holds no initdb, pg_ctl and postgres of PostgreSQL 15 or newer")]
    NotPrograms(PathBuf),
    /// Started by root on a system without an unprivileged user.
    #[error(
        "PostgreSQL refuses to run as root, and neither `postgres` nor `nobody` is in /etc/passwd"
    )]
    NoAccount,
    /// No place can be made, or reached by the user the server runs as.
    #[error("no place for the database that its user could reach; tried {0}")]
    NoHome(String),
    /// Data can only be opened by the version that made it.
    #[error(
        "the data in {data} was made by PostgreSQL {made}, but {found} is installed: \
         install postgresql-{made} beside it, or move the folder away to begin anew"
    )]
    OtherVersion {
        /// The data directory.
        data: PathBuf,
        /// The major version that made it.
        made: u32,
        /// The newest one that was found.
        found: u32,
    },
    /// A server answers although none can be seen: it runs in another container on the same folder.
    #[error(
        "a PostgreSQL server that cannot be seen from here already uses {0}: stop it first, or name a database with DATABASE_URL"
    )]
    Elsewhere(PathBuf),
    /// One of the programs ended with an error.
    #[error("{program} failed: {said}")]
    Failed {
        /// Its name.
        program: String,
        /// What it, or the server's log, said last.
        said: String,
    },
    /// The server runs but does not answer.
    #[error("PostgreSQL is not ready after {seconds} seconds; its log is {log}")]
    NotReady {
        /// How long was waited.
        seconds: u64,
        /// Where to look.
        log: PathBuf,
    },
    /// The file system or the kernel refused.
    #[error("cannot {doing} {path}: {source}")]
    Io {
        /// What was tried.
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Says what was being done, and to which path, when the system refused.
pub(super) fn at(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ClusterError {
    let path = path.to_path_buf();
    move |source| ClusterError::Io {
        doing,
        path,
        source,
    }
}
