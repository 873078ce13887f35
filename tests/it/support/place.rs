//! Where what is thrown away anyhow lives: in memory where there is plenty, since the files of a thousand databases are most of
//! what a plain test costs on a slow disk.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};
use tempfile::TempDir;

/// Linux keeps it in memory; elsewhere it is not there.
const MEMORY: &str = "/dev/shm";
/// Kilobytes that must be free: a run with two browsers fills a tenth of it, and a compiler may be at work beside it.
const PLENTY: u64 = 4 * 1024 * 1024;

static FAST: LazyLock<Option<&Path>> = LazyLock::new(|| {
    let said = Command::new("df").args(["-Pk", MEMORY]).output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let free: u64 = said
        .lines()
        .nth(1)?
        .split_whitespace()
        .nth(3)?
        .parse()
        .ok()?;
    let place = Path::new(MEMORY);
    (free >= PLENTY && tempfile::tempfile_in(place).is_ok()).then_some(place)
});

/// Memory, or nothing where it is small or not for us.
pub fn memory() -> Option<&'static Path> {
    *FAST
}

/// Where folders for the time of a test are made.
pub fn root() -> PathBuf {
    memory().map_or_else(env::temp_dir, PathBuf::from)
}

/// One of them, which goes with the test.
pub fn folder() -> TempDir {
    TempDir::new_in(root()).unwrap()
}
