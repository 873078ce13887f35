//! The mail server of `server.py`, as a process beside the test.

use crate::support::place;
use serde_json::Value;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// A running mail server, and what it was given.
pub struct MailServer {
    process: Child,
    folder: TempDir,
    port: u16,
}

/// A letter that arrived, decoded by somebody who did not write it.
pub struct Arrived(Value);

/// One part of it.
pub struct Part<'a>(&'a Value);

impl MailServer {
    /// One that takes what comes.
    pub fn start() -> Self {
        Self::answering("take", 0)
    }

    /// One that gives this answer (see `server.py`) on this port; 0 chooses one.
    pub fn answering(answer: &str, port: u16) -> Self {
        let folder = place::folder();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/mail/server.py");
        let mut process = Command::new(python())
            .arg(script)
            .arg(folder.path())
            .args([&port.to_string(), answer])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut ready = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut ready)
            .unwrap();
        Self {
            process,
            folder,
            port: ready.trim().parse().unwrap(),
        }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// How many letters have arrived.
    pub fn count(&self) -> usize {
        let kept = fs::read_dir(self.folder.path()).unwrap();
        kept.filter(|entry| {
            let path = entry.as_ref().unwrap().path();
            path.extension().is_some_and(|end| end == "json")
        })
        .count()
    }

    /// Everything that arrived, in order.
    pub fn letters(&self) -> Vec<Arrived> {
        let mut paths: Vec<_> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
            .collect();
        paths.sort();
        paths
            .iter()
            .map(|path| Arrived(serde_json::from_slice(&fs::read(path).unwrap()).unwrap()))
            .collect()
    }

    /// The only letter that arrived.
    pub fn letter(&self) -> Arrived {
        let mut letters = self.letters();
        assert_eq!(letters.len(), 1, "exactly one letter arrived");
        letters.remove(0)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

impl Arrived {
    /// Every value of a header.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        let all = self.0["headers"].as_array().unwrap().iter();
        all.filter(|pair| pair[0].as_str().unwrap().eq_ignore_ascii_case(name))
            .map(|pair| pair[1].as_str().unwrap())
            .collect()
    }

    /// The value of a header that must be there once.
    pub fn header(&self, name: &str) -> &str {
        let values = self.headers(name);
        assert_eq!(values.len(), 1, "{name} once, not {values:?}");
        values[0]
    }

    /// The names of all headers, in order.
    pub fn header_names(&self) -> Vec<&str> {
        let all = self.0["headers"].as_array().unwrap().iter();
        all.map(|pair| pair[0].as_str().unwrap()).collect()
    }

    /// To whom the envelope was addressed.
    pub fn recipients(&self) -> Vec<&str> {
        let all = self.0["recipients"].as_array().unwrap().iter();
        all.map(|one| one.as_str().unwrap()).collect()
    }

    /// All of it, byte by byte.
    pub fn raw(&self) -> Vec<u8> {
        let text = self.0["raw"].as_str().unwrap().chars();
        text.map(|letter| u8::try_from(u32::from(letter)).unwrap())
            .collect()
    }

    /// How the parts lie in each other.
    pub fn shape(&self) -> &str {
        self.0["shape"].as_str().unwrap()
    }

    /// The first part of a type.
    pub fn part(&self, content_type: &str) -> Part<'_> {
        let mut all = self.0["parts"].as_array().unwrap().iter();
        Part(all.find(|part| part["type"] == content_type).unwrap())
    }
}

impl Part<'_> {
    /// Its text, with line ends as this system has them.
    pub fn text(&self) -> String {
        self.0["text"].as_str().unwrap().replace("\r\n", "\n")
    }

    /// The method of a calendar.
    pub fn method(&self) -> Option<&str> {
        self.0["method"].as_str()
    }

    /// The name of a file.
    pub fn file(&self) -> Option<&str> {
        self.0["file"].as_str()
    }
}

/// A Python that has the server: the system's, where another comes first in the path.
fn python() -> &'static str {
    let has_server = |program: &&str| {
        Command::new(program)
            .args(["-c", "import aiosmtpd"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let found = ["python3", "/usr/bin/python3"]
        .iter()
        .copied()
        .find(has_server);
    assert!(found.is_some(), "the tests of mail need python3-aiosmtpd");
    found.unwrap()
}
