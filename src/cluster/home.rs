//! The folder the server lives in: data, log, locks and socket, private to the server's account.

use super::{
    account::Account,
    error::{ClusterError, at},
};
use std::{
    fs::{self, DirBuilder, File, Permissions},
    io::ErrorKind,
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    },
    path::{Path, PathBuf, absolute},
};

/// The longest socket path that Linux and macOS both accept is 103 bytes.
const SOCKET_PATH_MAX: usize = 99;

/// The chosen folder, with every link in its path resolved, and the folder of the socket.
#[derive(Debug)]
pub(super) struct Home {
    pub(super) folder: PathBuf,
    pub(super) sockets: PathBuf,
}

impl Home {
    /// Takes the first place that already holds data, else the first that can be made and reached by the account.
    pub(super) fn choose(places: &[PathBuf], account: &Account) -> Result<Self, ClusterError> {
        let lived_in = places
            .iter()
            .filter(|place| place.join("data/PG_VERSION").exists());
        let folder = lived_in
            .chain(places)
            .find_map(|place| settle(place, account))
            .ok_or_else(|| {
                let tried: Vec<_> = places.iter().map(|place| place.to_string_lossy()).collect();
                ClusterError::NoHome(tried.join(", "))
            })?;
        let sockets = sockets_of(&folder);
        make_private(&sockets, account)?;
        Ok(Self { folder, sockets })
    }

    /// Where PostgreSQL keeps everything.
    pub(super) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// What the server says, since its last start or two.
    pub(super) fn log(&self) -> PathBuf {
        self.folder.join("server.log")
    }

    /// The major version of PostgreSQL that made the data, if there is any.
    pub(super) fn version(&self) -> Option<u32> {
        let text = fs::read_to_string(self.data().join("PG_VERSION")).ok()?;
        text.trim().parse().ok()
    }

    /// The socket, which exists while the server runs.
    pub(super) fn socket(&self) -> PathBuf {
        self.sockets.join(".s.PGSQL.5432")
    }

    /// Opens one of the lock files, each time as a lock holder of its own.
    pub(super) fn lock_file(&self, name: &str, account: &Account) -> Result<File, ClusterError> {
        let path = self.folder.join(name);
        let file = File::options()
            .create(true)
            .append(true)
            .open(&path)
            .map_err(at("open", &path))?;
        account.give(&path)?;
        Ok(file)
    }
}

/// A short name for a path, the same on every day and machine (FNV-1a, 64 bits).
pub(super) fn key(path: &Path) -> String {
    let path = absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let hash = path
        .as_os_str()
        .as_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}

/// Makes the folder, or accepts the one that is there; `None` when the account could not live in it.
fn settle(place: &Path, account: &Account) -> Option<PathBuf> {
    let place = absolute(place).ok()?;
    let parent = make_walkable(place.parent()?, account)?;
    let folder = parent.join(place.file_name()?);
    make_private(&folder, account).ok()?;
    fs::canonicalize(folder).ok()
}

/// Makes the missing folders above a home, open for walking whatever the umask, and only where the account can get
/// to the ones that are there.
fn make_walkable(folder: &Path, account: &Account) -> Option<PathBuf> {
    if let Ok(found) = fs::canonicalize(folder) {
        return account.can_walk(&found).then_some(found);
    }
    let made = make_walkable(folder.parent()?, account)?.join(folder.file_name()?);
    // Another program may make it at the same moment, which is as good.
    DirBuilder::new().recursive(true).create(&made).ok()?;
    fs::set_permissions(&made, Permissions::from_mode(0o755)).ok()?;
    Some(made)
}

/// Makes a folder that only the account can open, and refuses one that is somebody else's or cannot be closed to
/// others, as on some shared and foreign file systems.
pub(super) fn make_private(folder: &Path, account: &Account) -> Result<(), ClusterError> {
    let made = DirBuilder::new().mode(0o700).create(folder);
    made.or_else(|error| match error.kind() {
        ErrorKind::AlreadyExists => Ok(()),
        _ => Err(error),
    })
    .map_err(at("make", folder))?;
    let look = || fs::symlink_metadata(folder).map_err(at("look at", folder));
    if look()?.is_dir() && look()?.uid() == 0 {
        // Made by root just now, here or in another program that has not come to give it away.
        account.give(folder)?;
    }
    let found = look()?;
    if found.is_dir() && found.uid() == account.uid && found.mode() & 0o077 == 0 {
        Ok(())
    } else {
        Err(at("use", folder)(ErrorKind::PermissionDenied.into()))
    }
}

/// Beside the data where the path can be a socket's: short enough, and without a comma, at which clients split a list
/// of hosts. Else in a private folder with a short name.
fn sockets_of(folder: &Path) -> PathBuf {
    let beside = folder.join("socket");
    let path = beside.join(".s.PGSQL.5432");
    let bytes = path.as_os_str().as_bytes();
    if bytes.len() <= SOCKET_PATH_MAX && !bytes.contains(&b',') {
        beside
    } else {
        PathBuf::from(format!("/tmp/omotenashi-{}", key(folder)))
    }
}
