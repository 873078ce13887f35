//! Whose account the server runs under. PostgreSQL refuses to be root, so root lends it a lesser one.

use super::error::{ClusterError, at};
use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Stdio},
};

/// The user the server runs as: oneself, or, for root, `postgres` or `nobody`.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) uid: u32,
    gid: u32,
    lent: bool,
}

impl Account {
    /// Asks the system who is running, and finds the lesser account where that is root.
    pub(super) fn find() -> Result<Self, ClusterError> {
        let uid = own_number("-u")?;
        if uid != 0 {
            return Ok(Self {
                uid,
                gid: own_number("-g")?,
                lent: false,
            });
        }
        let passwd =
            fs::read_to_string("/etc/passwd").map_err(at("read", Path::new("/etc/passwd")))?;
        let (uid, gid) = ["postgres", "nobody"]
            .iter()
            .find_map(|name| numbers_of(&passwd, name))
            .ok_or(ClusterError::NoAccount)?;
        Ok(Self {
            uid,
            gid,
            lent: true,
        })
    }

    /// A program run as this account, away from the terminal and from the variables of whoever started us: `PGDATA`,
    /// `PGPORT` or a foreign locale would make another server than the one described here.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("LC_ALL", "C")
            .current_dir("/")
            .stdin(Stdio::null());
        if self.lent {
            // The standard library also drops root's supplementary groups here.
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    /// Gives a file or folder to this account, where it is not the one that made it.
    pub(super) fn give(&self, path: &Path) -> Result<(), ClusterError> {
        if !self.lent {
            return Ok(());
        }
        chown(path, Some(self.uid), Some(self.gid)).map_err(at("give away", path))
    }

    /// Whether this account can walk through a folder and all folders above it.
    pub(super) fn can_walk(&self, folder: &Path) -> bool {
        !self.lent || folder.ancestors().all(|each| self.can_enter(each))
    }

    fn can_enter(&self, folder: &Path) -> bool {
        fs::metadata(folder).is_ok_and(|found| {
            let enter = if found.uid() == self.uid {
                0o100
            } else if found.gid() == self.gid {
                0o010
            } else {
                0o001
            };
            found.mode() & enter != 0
        })
    }
}

/// The running user's own number (`-u`) or group (`-g`); the standard library cannot say.
fn own_number(which: &str) -> Result<u32, ClusterError> {
    let said = Command::new("id")
        .arg(which)
        .output()
        .map_err(at("run", Path::new("id")))?;
    let said = String::from_utf8_lossy(&said.stdout);
    let number = said.trim().parse().ok();
    number.ok_or_else(|| ClusterError::Failed {
        program: "id".into(),
        said: said.into_owned(),
    })
}

fn numbers_of(passwd: &str, name: &str) -> Option<(u32, u32)> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next() != Some(name) {
            return None;
        }
        let uid = fields.nth(1)?.parse().ok()?;
        Some((uid, fields.next()?.parse().ok()?))
    })
}
