//! A folder for one server, and other programs that use it.

use crate::support::place::folder;
use diesel::{Connection, PgConnection, RunQueryDsl, dsl::sql, select, sql_types::Text};
use omotenashi::cluster::Settings;
use std::{
    env,
    fs::{self, File, Permissions},
    io::{BufRead, BufReader},
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// A folder for one server, with a name that every quoting on the way must survive.
pub(super) struct Place {
    pub(super) root: TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        let root = folder();
        // Temporary folders are closed, and root's server runs as somebody else.
        fs::set_permissions(root.path(), Permissions::from_mode(0o755)).unwrap();
        Self { root }
    }

    pub(super) fn home(&self) -> PathBuf {
        self.root.path().join("Aoi's \"店\" 100% a&b=c\\d")
    }

    pub(super) fn settings(&self) -> Settings {
        settings_in(self.home())
    }

    pub(super) fn durable(&self) -> Settings {
        Settings {
            durable: true,
            ..self.settings()
        }
    }

    pub(super) fn server(&self) -> Option<String> {
        let text = fs::read_to_string(self.home().join("data/postmaster.pid")).ok()?;
        text.lines().next().map(str::to_owned)
    }

    pub(super) fn log(&self) -> String {
        fs::read_to_string(self.home().join("server.log")).unwrap()
    }

    pub(super) fn wait_until_stopped(&self) {
        wait_until("the server has stopped", || self.is_quiet());
    }

    /// Neither a server nor one who is stopping it.
    pub(super) fn is_quiet(&self) -> bool {
        let lock = File::open(self.home().join("users.lock"));
        self.server().is_none() && lock.is_ok_and(|lock| lock.try_lock().is_ok())
    }
}

impl Drop for Place {
    /// The folder must not go while a server is still stopping in it.
    fn drop(&mut self) {
        let begun = Instant::now();
        while self.home().exists() && !self.is_quiet() && begun.elapsed() < Duration::from_secs(60)
        {
            sleep(Duration::from_millis(20));
        }
    }
}

/// Another program that uses the server.
pub(super) struct Program {
    pub(super) child: Child,
    pub(super) url: String,
}

impl Program {
    pub(super) fn begin(home: &Path) -> Self {
        let child = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "cluster::sharing::a_program_is_served",
                "--nocapture",
            ])
            .env("OC_TEST_CLUSTER_HOME", home)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            child,
            url: String::new(),
        }
    }

    pub(super) fn served(mut self) -> Self {
        let said = BufReader::new(self.child.stdout.as_mut().unwrap());
        let lines = said.lines().map(Result::unwrap);
        self.url = lines
            .filter_map(|line| line.strip_prefix("served ").map(str::to_owned))
            .next()
            .unwrap();
        self
    }

    pub(super) fn end(mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

pub(super) fn settings_in(home: PathBuf) -> Settings {
    Settings {
        programs: env::var_os("OC_PG_BIN").map(PathBuf::from),
        homes: vec![home],
        durable: false,
        max_connections: 20,
    }
}

pub(super) fn ask_at(url: &str, question: &str) -> String {
    ask(&mut PgConnection::establish(url).unwrap(), question)
}

pub(super) fn ask(connection: &mut PgConnection, question: &str) -> String {
    select(sql::<Text>(question))
        .get_result(connection)
        .unwrap()
}

pub(super) fn signal(which: &str, whom: &str) {
    let sent = Command::new("kill")
        .args([which, "--", whom])
        .status()
        .unwrap();
    assert!(sent.success());
}

pub(super) fn wait_until(what: &str, mut so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "waited a minute until {what}"
        );
        sleep(Duration::from_millis(10));
    }
}
