//! The private PostgreSQL server, for when no `DATABASE_URL` is given.
//!
//! It lives in a folder of its own, speaks only through a socket that only its user can open, is shared by every
//! program of the same checkout and stops when the last of them ends, however it ends. The room stands beside `db`
//! and knows nothing of the house: it gives an address, and what is stored there is somebody else's business.
//!
//! Two locks hold it together, both in the server's folder:
//! - `start.lock` is held alone by whoever makes or starts the server, so four programs that begin at once make one;
//! - `users.lock` is shared by every program that uses the server; the reaper waits to hold it alone, and then stops it.
//!
//! The kernel lets go of both when a program dies, so nothing has to be tidied by a program that was killed.

mod account;
mod backup;
mod error;
mod home;
mod making;
mod programs;
mod reaper;
mod running;

pub use backup::{archive_command, copy, private_folder, restore};
pub use error::ClusterError;

use account::Account;
use home::Home;
use programs::Programs;
use running::Server;
use std::{
    fmt::Write,
    fs::File,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

/// What the server should be like, and where it may live.
#[derive(Clone, Debug)]
pub struct Settings {
    /// A folder with `initdb`, `pg_ctl` and `postgres`; `None` looks where packages put them.
    pub programs: Option<PathBuf>,
    /// Where the server may live, best first: the first that its user can reach is taken, and one that already holds
    /// data before any other. `homes` names the usual places.
    pub homes: Vec<PathBuf>,
    /// Whether a commit outlives a power cut. Tests say `false` and are several times faster.
    pub durable: bool,
    /// How many connections the server accepts at once.
    pub max_connections: u16,
}

/// A running server and the right to use it: the server may stop once this is dropped.
#[derive(Debug)]
pub struct Cluster {
    url: String,
    folder: PathBuf,
    _users: File,
}

impl Cluster {
    /// Gives the one server of these settings, making and starting it first where needed. Blocks until it answers:
    /// about a second the first time, a tenth of that later, up to two minutes when it has to recover from a crash.
    pub fn start(settings: &Settings) -> Result<Self, ClusterError> {
        let account = Account::find()?;
        let home = Home::choose(&settings.homes, &account)?;
        let start = home.lock_file("start.lock", &account)?;
        start.lock().map_err(error::at("lock", &home.folder))?;
        // Waits for a reaper that is stopping the server at this moment; from here on none can begin.
        let users = home.lock_file("users.lock", &account)?;
        users
            .lock_shared()
            .map_err(error::at("lock", &home.folder))?;
        let programs = Programs::find(settings.programs.as_deref(), home.version())?;
        // Before the server starts, so that being killed in between leaves no server behind.
        reaper::watch(&home, &account, &programs)?;
        Server {
            settings,
            account: &account,
            home: &home,
            programs: &programs,
            start: &start,
        }
        .ensure()?;
        Ok(Self {
            url: url_of(&home.sockets),
            folder: home.folder,
            _users: users,
        })
    }

    /// The address of the database `omotenashi` for its owner, the role `omotenashi`, who is no superuser.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The address of one of its databases for whoever may do everything: to copy the server and to change its settings.
    #[must_use]
    pub fn superuser_url(&self, database: &str) -> String {
        self.url
            .replacen("///omotenashi?", &format!("///{database}?"), 1)
            .replacen("user=omotenashi", "user=postgres", 1)
    }

    /// The folder the server lives in: its data, its log (`server.log`) and its locks.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The usual places for the server called `name` of a checkout, best first: inside the checkout, with the user's own
/// data (`XDG_DATA_HOME`), and under `/var/lib`. The last two are keyed by the checkout, so that two do not collide.
#[must_use]
pub fn homes(project: &Path, user_data: Option<&Path>, name: &str) -> Vec<PathBuf> {
    let key = home::key(project);
    let outside = |place: &Path| place.join("omotenashi").join(&key).join(name);
    let mut homes = vec![project.join(".data").join(name)];
    homes.extend(user_data.map(outside));
    homes.push(outside(Path::new("/var/lib")));
    homes
}

/// The port is named although it is the usual one, because a `PGPORT` of the surroundings would change it.
fn url_of(sockets: &Path) -> String {
    let mut url = String::from("postgres:///omotenashi?port=5432&user=omotenashi&host=");
    for byte in sockets.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                url.push(char::from(*byte));
            }
            // Writing to a String cannot fail.
            _ => drop(write!(url, "%{byte:02X}")),
        }
    }
    url
}
