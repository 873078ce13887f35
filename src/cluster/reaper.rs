//! Stops the server when nobody uses it any more.
//!
//! A program that is killed cannot stop anything, so every program leaves a watcher behind: a `flock` that waits to
//! hold `users.lock` alone, which it gets when the last program is gone. It sits in a session of its own, where neither
//! Ctrl-C nor a closed terminal reaches it. Where `flock` and `setsid` (util-linux) are missing, as on macOS, the
//! server simply stays, and the next start finds it.

use super::{
    account::Account,
    error::{ClusterError, at},
    home::Home,
    programs::Programs,
};
use std::{path::Path, process::Stdio};

/// The shell puts the watcher in the background and ends, so that it is no child of ours and leaves no zombie. The lock
/// file comes open, as standard input, which a shell takes from what runs in the background: hence the third handle.
const LEAVE_BEHIND: &str = r#"exec 3<&0; setsid sh -c "$1" "$2" "$3" &"#;

/// Only a server that is really there is stopped: when it was killed, its number may belong to a stranger or a zombie,
/// and `pg_ctl` would wait a minute for that to go away. The lock is held until the server has stopped.
const WAIT_AND_STOP: &str = r#"
flock -x 3 || exit 0
read -r number < "$1/postmaster.pid" || exit 0
[ ! -d /proc/self ] || [ "/proc/$number/cwd" -ef "$1" ] || exit 0
exec "$0" -D "$1" -m fast -w -t 60 stop
"#;

/// Leaves a watcher behind. Call it while holding `users.lock`.
pub(super) fn watch(
    home: &Home,
    account: &Account,
    programs: &Programs,
) -> Result<(), ClusterError> {
    let shell = Path::new("sh");
    account
        .command(shell)
        .args(["-c", LEAVE_BEHIND, "reaper", WAIT_AND_STOP])
        .arg(programs.path("pg_ctl"))
        .arg(home.data())
        // Opened anew: a copy of our own handle would be our own lock.
        .stdin(home.lock_file("users.lock", account)?)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(at("run", shell))?;
    Ok(())
}
