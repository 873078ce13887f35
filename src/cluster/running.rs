//! Starts the server and waits until it answers, whatever the last one left behind.

use super::{
    Settings,
    account::Account,
    error::{ClusterError, at},
    home::Home,
    making::succeeded,
    programs::Programs,
};
use std::{
    fs::{self, File},
    os::unix::net::UnixStream,
    path::Path,
    process::Stdio,
    thread::sleep,
    time::{Duration, Instant},
};

/// Recovery after a crash of the whole machine took eleven seconds on a slow disk.
const PATIENCE: Duration = Duration::from_secs(120);

/// A log larger than this is set aside at the next start.
const LOG_MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Prints the number of each program whose working folder is the data: the server and all its parts, and nothing else.
/// Asked as the server's account, because a container's root may not look. Zombies have no working folder any more.
const WHO_WORKS_IN: &str =
    r#"for each in /proc/[0-9]*; do [ "$each/cwd" -ef "$0" ] && echo "${each#/proc/}"; done; :"#;

/// Everything needed to bring the server up. Exists only while `start.lock` is held.
pub(super) struct Server<'a> {
    pub(super) settings: &'a Settings,
    pub(super) account: &'a Account,
    pub(super) home: &'a Home,
    pub(super) programs: &'a Programs,
    pub(super) start: &'a File,
}

enum State {
    Gone,
    Busy,
    Ready,
}

impl Server<'_> {
    /// Makes the server if there is none and brings it up. Data of tests that does not start is made again.
    pub(super) fn ensure(&self) -> Result<(), ClusterError> {
        let data = self.home.data();
        let outcome = self.bring_up();
        let hopeless = matches!(
            outcome,
            Err(ClusterError::Failed { .. } | ClusterError::OtherVersion { .. })
        );
        if self.settings.durable || !hopeless || !data.exists() {
            return outcome;
        }
        fs::remove_dir_all(&data).map_err(at("remove", &data))?;
        self.bring_up()
    }

    /// A second handle on `start.lock`, given to a child as its standard input: the lock is then held until the child
    /// ends too, should this program be killed while `initdb` writes.
    pub(super) fn start_lock_for_child(&self) -> Result<Stdio, ClusterError> {
        let lock = self.start.try_clone();
        Ok(lock.map_err(at("share", &self.home.folder))?.into())
    }

    fn bring_up(&self) -> Result<(), ClusterError> {
        match self.home.version() {
            None => self.make()?,
            Some(made) if made != self.programs.version => {
                return Err(ClusterError::OtherVersion {
                    data: self.home.data(),
                    made,
                    found: self.programs.version,
                });
            }
            Some(_) => {}
        }
        let begun = Instant::now();
        loop {
            match self.state()? {
                State::Ready => return Ok(()),
                State::Gone => self.start()?,
                State::Busy => sleep(Duration::from_millis(20)),
            }
            if begun.elapsed() > PATIENCE {
                return Err(ClusterError::NotReady {
                    seconds: PATIENCE.as_secs(),
                    log: self.home.log(),
                });
            }
        }
    }

    /// Parts of a server that was killed finish what they do before they notice; as long as one lives it is `Busy`.
    fn state(&self) -> Result<State, ClusterError> {
        let pid_file = fs::read_to_string(self.home.data().join("postmaster.pid"));
        let pid_file = pid_file.unwrap_or_default();
        let mut lines = pid_file.lines();
        let number = lines.next().unwrap_or_default().trim();
        let ready = lines.nth(6).is_some_and(|line| line.trim() == "ready");
        let alive = self.alive()?;
        Ok(if alive.is_empty() {
            State::Gone
        } else if ready && alive.iter().any(|each| each == number) {
            State::Ready
        } else {
            State::Busy
        })
    }

    fn alive(&self) -> Result<Vec<String>, ClusterError> {
        if !Path::new("/proc/self").exists() {
            return self.alive_by_its_own_account();
        }
        let shell = Path::new("sh");
        let output = self
            .account
            .command(shell)
            .args(["-c", WHO_WORKS_IN])
            .arg(self.home.data())
            .output()
            .map_err(at("run", shell))?;
        let numbers = String::from_utf8_lossy(&output.stdout);
        Ok(numbers.lines().map(str::to_owned).collect())
    }

    /// Without `/proc` there is only the number the server wrote down, which `pg_ctl` can check.
    fn alive_by_its_own_account(&self) -> Result<Vec<String>, ClusterError> {
        let pg_ctl = self.programs.path("pg_ctl");
        let mut status = self.account.command(&pg_ctl);
        status.arg("-D").arg(self.home.data()).arg("status");
        let runs = status.output().map_err(at("run", &pg_ctl))?.status;
        let text = fs::read_to_string(self.home.data().join("postmaster.pid"));
        let number = text.unwrap_or_default().lines().next().map(str::to_owned);
        Ok(number.into_iter().filter(|_| runs.success()).collect())
    }

    /// Nothing lives in the data when this is called, so what says otherwise is a leftover.
    fn start(&self) -> Result<(), ClusterError> {
        if UnixStream::connect(self.home.socket()).is_ok() {
            return Err(ClusterError::Elsewhere(self.home.data()));
        }
        remove_if_there(&self.home.data().join("postmaster.pid"))?;
        remove_if_there(&self.home.sockets.join(".s.PGSQL.5432.lock"))?;
        self.configure()?;
        let log = self.home.log();
        if fs::metadata(&log).is_ok_and(|found| found.len() > LOG_MAX_BYTES) {
            fs::rename(&log, log.with_extension("log.1")).map_err(at("set aside", &log))?;
        }
        let pg_ctl = self.programs.path("pg_ctl");
        // Named from within the folder: pg_ctl hands both paths to a shell, which would trip over some characters.
        let output = self
            .account
            .command(&pg_ctl)
            .current_dir(&self.home.folder)
            .args(["-D", "data", "-l", "server.log", "-w", "-t", "60", "start"])
            .stdin(self.start_lock_for_child()?)
            .output()
            .map_err(at("run", &pg_ctl))?;
        match self.state()? {
            State::Gone => Err(ClusterError::Failed {
                program: "pg_ctl start".into(),
                said: last_words(&log).unwrap_or_default(),
            }),
            State::Ready => succeeded("pg_ctl start", output),
            State::Busy => Ok(()),
        }
    }
}

fn remove_if_there(path: &Path) -> Result<(), ClusterError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(at("remove", path)(error))
        }
        _ => Ok(()),
    }
}

/// The last lines of the log, where the reason stands.
fn last_words(log: &Path) -> Option<String> {
    let text = fs::read(log).ok()?;
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    Some(lines.get(lines.len().saturating_sub(8)..)?.join("\n"))
}
