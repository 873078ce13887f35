//! The program between a test and the browser: one chromedriver a window, killed with it.

use super::place;
use fantoccini::wd::WebDriverCompatibleCommand;
use reqwest::{Method, Url};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    process::{Child, Stdio},
};
use tempfile::TempDir;

/// A running chromedriver.
pub struct Driver {
    /// Where it listens.
    pub address: String,
    /// Where the browser keeps its things meanwhile.
    pub profile: TempDir,
    process: Child,
}

impl Driver {
    /// Starts one on a port it chooses itself; `None` when there is no such program.
    ///
    /// It takes one number for both kinds of address, and ends at once where somebody else has the second: then again.
    pub fn start() -> Option<Self> {
        for _ in 0..5 {
            let mut process = std::process::Command::new("chromedriver")
                .arg("--port=0")
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .ok()?;
            let said = BufReader::new(process.stdout.take()?);
            let port = said.lines().map_while(Result::ok).find_map(|line| {
                let (_, port) = line.split_once("successfully on port ")?;
                Some(port.trim_end_matches('.').to_owned())
            });
            if let Some(port) = port {
                return Some(Self {
                    address: format!("http://127.0.0.1:{port}"),
                    profile: place::folder(),
                    process,
                });
            }
            process.wait().ok();
        }
        panic!("chromedriver never said its port");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// A command of this browser alone, beyond the WebDriver standard.
#[derive(Debug)]
pub struct Command {
    path: &'static str,
    body: Value,
}

impl Command {
    pub fn new(path: &'static str, body: Value) -> Self {
        Self { path, body }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &Url,
        session: Option<&str>,
    ) -> Result<Url, <Url as std::str::FromStr>::Err> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
