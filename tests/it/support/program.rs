//! The program itself, in a process of its own: what only it can tell, its threads and its log.

use super::{app::TestApp, browser::Browser};
use std::{
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::Duration,
};
use tempfile::NamedTempFile;

/// A site that runs, on the database of a test, by the time of this machine.
pub struct Program {
    pub base: String,
    process: Child,
    log: NamedTempFile,
}

impl Program {
    /// Serves until it is dropped.
    pub fn serving(app: &TestApp, settings: &[(&str, &str)]) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let base = format!("http://{address}");
        let log = NamedTempFile::new().unwrap();
        let process = Command::new(env!("CARGO_BIN_EXE_omotenashi"))
            .arg("serve")
            .env("DATABASE_URL", app.database_url())
            .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
            .env("OC_BIND", address.to_string())
            .env("OC_PUBLIC_URL", &base)
            .env_remove("OC_SMTP_URL")
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(log.reopen().unwrap())
            .spawn()
            .unwrap();
        for _ in 0..200 {
            if TcpStream::connect(address).is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Self { base, process, log }
    }

    /// Somebody without cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.base)
    }

    /// All it has said.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log.path()).unwrap()
    }

    /// How many threads it has.
    pub fn threads(&self) -> usize {
        let tasks = format!("/proc/{}/task", self.process.id());
        std::fs::read_dir(tasks).unwrap().count()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
