//! Where PostgreSQL's own programs are.

use super::error::ClusterError;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What Debian 12 has; migrations use nothing newer and nothing that older ones lack.
const OLDEST: u32 = 15;

/// A folder with `initdb`, `pg_ctl` and `postgres`, and their major version.
#[derive(Debug)]
pub(super) struct Programs {
    folder: PathBuf,
    pub(super) version: u32,
}

impl Programs {
    /// Takes the folder that was named, else the version that made the data, else the newest of the usual places.
    pub(super) fn find(given: Option<&Path>, made_by: Option<u32>) -> Result<Self, ClusterError> {
        if let Some(folder) = given {
            return Self::in_folder(folder)
                .ok_or_else(|| ClusterError::NotPrograms(folder.to_path_buf()));
        }
        let found = usual_folders().into_iter();
        found
            .filter_map(|folder| Self::in_folder(&folder))
            .max_by_key(|each| (Some(each.version) == made_by, each.version))
            .ok_or(ClusterError::NoPrograms)
    }

    /// The path of one of them.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn in_folder(folder: &Path) -> Option<Self> {
        let complete = ["initdb", "pg_ctl", "postgres"]
            .iter()
            .all(|name| folder.join(name).is_file());
        let version = complete.then(|| version_of(&folder.join("postgres")))??;
        (version >= OLDEST).then(|| Self {
            folder: folder.to_path_buf(),
            version,
        })
    }
}

/// Debian and Ubuntu, Fedora and its kin, Homebrew on both kinds of Mac, then the search path.
fn usual_folders() -> Vec<PathBuf> {
    let versioned = [
        ("/usr/lib/postgresql", ""),
        ("/usr", "pgsql-"),
        ("/opt/homebrew/opt", "postgresql"),
        ("/usr/local/opt", "postgresql"),
    ];
    let mut folders: Vec<_> = versioned
        .iter()
        .filter_map(|(above, prefix)| Some((fs::read_dir(above).ok()?, prefix)))
        .flat_map(|(entries, prefix)| {
            entries.flatten().filter_map(move |entry| {
                let named = entry.file_name().to_string_lossy().starts_with(*prefix);
                named.then(|| entry.path().join("bin"))
            })
        })
        .collect();
    folders.extend(on_search_path());
    folders
}

/// The shell knows the search path; only `config.rs` reads variables here.
fn on_search_path() -> Option<PathBuf> {
    let said = Command::new("sh")
        .args(["-c", "command -v initdb"])
        .output()
        .ok()?;
    let path = String::from_utf8(said.stdout).ok()?;
    let program = fs::canonicalize(path.trim()).ok()?;
    program.parent().map(Path::to_path_buf)
}

/// `postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)` is 15; a development version, `19devel`, is 19.
fn version_of(postgres: &Path) -> Option<u32> {
    let said = Command::new(postgres).arg("--version").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let number = said.split_whitespace().nth(2)?;
    number
        .split(|each: char| !each.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}
