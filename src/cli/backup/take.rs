//! Taking a backup, keeping some of them, and bringing one back.

use super::super::{database::Database, say};
use crate::{
    base::clock::Clock,
    cluster::{self, Settings},
    config::Config,
    media::Place,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What a whole copy has, and a half one has not.
const WHOLE: &str = "backup_manifest";

/// Copies the server and the photographs into the folder, and takes away what is older than the copies that are kept.
pub(super) fn take(
    config: &Config,
    folder: &Path,
    from: Option<&str>,
    keep: usize,
) -> Result<(), String> {
    let database = Database::open(config)?;
    let url = match (from, &database.private) {
        (Some(url), _) => url.to_owned(),
        (None, Some(private)) => private.superuser_url("postgres"),
        (None, None) => {
            return Err("name the server with --from, as a role that may replicate".to_owned());
        }
    };
    let name = Clock::default().now().format("%Y%m%dT%H%M%SZ").to_string();
    for part in [
        folder.to_path_buf(),
        folder.join("base"),
        folder.join("media"),
    ] {
        cluster::private_folder(&part).map_err(|error| error.to_string())?;
    }
    let to = folder.join("base").join(&name);
    cluster::copy(&settings(config, folder), &url, &to).map_err(|error| error.to_string())?;
    say(&format!(
        "{}: the database, each file checked",
        to.display()
    ));
    photographs(config, &database, &folder.join("media").join(&name))?;
    let gone = clear(folder, keep.max(1))?;
    say(&format!(
        "{gone} older copies and pieces of changes are gone"
    ));
    drop(database);
    Ok(())
}

fn settings(config: &Config, home: &Path) -> Settings {
    Settings {
        programs: config.postgres_programs.clone(),
        homes: vec![home.to_path_buf()],
        durable: true,
        max_connections: 60,
    }
}

fn photographs(config: &Config, database: &Database, to: &Path) -> Result<(), String> {
    let from = match &config.media {
        Some(Place::Folder(folder)) => folder.clone(),
        Some(_) => {
            say("photographs are in a bucket: its own versions are their backup");
            return Ok(());
        }
        None => database.media(config),
    };
    if !from.exists() {
        return Ok(());
    }
    copy_folder(&from, to)?;
    say(&format!("{}: the photographs", to.display()));
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    let copied = Command::new("cp")
        .args(["-a", "--reflink=auto"])
        .arg(from)
        .arg(to)
        .output()
        .map_err(|error| error.to_string())?;
    if copied.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&copied.stderr).trim().to_owned())
    }
}

/// The whole copies, the oldest first: their names are their times.
fn copies(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let Ok(entries) = fs::read_dir(folder.join("base")) else {
        return Ok(Vec::new());
    };
    let mut all: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.join(WHOLE).is_file())
        .collect();
    all.sort();
    Ok(all)
}

/// How many hours ago the last whole copy was made; `None` where there is none.
pub fn youngest(folder: &Path) -> Result<Option<u64>, String> {
    let Some(last) = copies(folder)?.pop() else {
        return Ok(None);
    };
    let made = fs::metadata(last.join(WHOLE)).and_then(|found| found.modified());
    let age = made.map_err(|error| error.to_string())?.elapsed();
    Ok(Some(age.map_or(0, |age| age.as_secs() / 3600)))
}

/// Takes away all but the youngest copies, their photographs, and the changes before the oldest of those that stay.
fn clear(folder: &Path, keep: usize) -> Result<usize, String> {
    let mut all = copies(folder)?;
    let old: Vec<PathBuf> = all.drain(..all.len().saturating_sub(keep)).collect();
    let mut gone = 0;
    for copy in &old {
        fs::remove_dir_all(copy).map_err(|error| error.to_string())?;
        if let Some(name) = copy.file_name() {
            // There may be none of that time.
            drop(fs::remove_dir_all(folder.join("media").join(name)));
        }
        gone += 1;
    }
    let Some(first) = all.first().and_then(|copy| first_change(copy)) else {
        return Ok(gone);
    };
    for entry in fs::read_dir(folder.join("wal"))
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_piece = name.len() == 24 && name.chars().all(|each| each.is_ascii_hexdigit());
        if is_piece && name < first {
            fs::remove_file(entry.path()).map_err(|error| error.to_string())?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// The first piece of changes that a copy needs.
fn first_change(copy: &Path) -> Option<String> {
    let label = fs::read_to_string(copy.join("backup_label")).ok()?;
    let (_, rest) = label.split_once("(file ")?;
    let (name, _) = rest.split_once(')')?;
    Some(name.to_owned())
}

/// Makes the data of a new server, and puts the photographs beside it, as `serve` looks for them.
pub(super) fn restore(
    config: &Config,
    folder: &Path,
    until: Option<&str>,
    into: &Path,
) -> Result<(), String> {
    let into = std::path::absolute(into).map_err(|error| error.to_string())?;
    let copy = copies(folder)?
        .into_iter()
        .rfind(|copy| until.is_none_or(|until| ended_before(copy, until)))
        .ok_or("there is no copy from before that moment")?;
    let settings = settings(config, &into.join("postgresql"));
    cluster::restore(&settings, &copy, &folder.join("wal"), until)
        .map_err(|error| error.to_string())?;
    let photographs = copy.file_name().map(|name| folder.join("media").join(name));
    if let Some(photographs) = photographs.filter(|path| path.exists()) {
        copy_folder(&photographs, &into.join("media"))?;
    }
    say(&format!(
        "{} from {}: serve it with OC_DATA_DIR={} and the secret of then",
        until.unwrap_or("as far as the archive goes"),
        copy.display(),
        into.display()
    ));
    Ok(())
}

/// Whether a copy was complete by then. What cannot be read as a moment is left to PostgreSQL, which refuses it.
fn ended_before(copy: &Path, until: &str) -> bool {
    let moment = [
        "%Y-%m-%d %H:%M:%S%.f%#z",
        "%Y-%m-%dT%H:%M:%S%.f%#z",
        "%Y-%m-%d %H:%M%#z",
    ]
    .iter()
    .find_map(|form| chrono::DateTime::parse_from_str(until, form).ok());
    let made = fs::metadata(copy.join(WHOLE)).and_then(|found| found.modified());
    match (moment, made) {
        (Some(moment), Ok(made)) => chrono::DateTime::<chrono::Utc>::from(made) <= moment,
        _ => true,
    }
}
