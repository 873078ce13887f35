//! Somebody who speaks S3, as a process of its own: moto's server.

use super::{chromium::missing, wait::wait_for};
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A keeper with one bucket, `photos`, that runs until this is dropped.
pub struct Keeper {
    /// Its address.
    pub address: String,
    process: Child,
}

impl Keeper {
    /// `None`, said aloud, where Python or moto is missing and nobody requires them.
    pub fn start() -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .unwrap()
            .port();
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/moto/bin/python");
        let python = match own.exists() {
            true => own,
            false => PathBuf::from("python3"),
        };
        let is_there = Command::new(&python)
            .args(["-c", "import moto.server, flask"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !is_there {
            missing("python3 with moto (make tools/moto/.made)");
            return None;
        }
        let process = Command::new(&python)
            .args([
                "-m",
                "moto.server",
                "-H",
                "127.0.0.1",
                "-p",
                &port.to_string(),
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let keeper = Self {
            address: format!("http://127.0.0.1:{port}"),
            process,
        };
        for _ in 0..200 {
            if keeper.ask(reqwest::Method::PUT, "photos") {
                return Some(keeper);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("moto does not answer at {}", keeper.address);
    }

    /// Whether the bucket has a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.ask(reqwest::Method::GET, &format!("photos/{name}"))
    }

    fn ask(&self, method: reqwest::Method, path: &str) -> bool {
        let url = format!("{}/{path}", self.address);
        wait_for(async move {
            let client = reqwest::Client::builder().no_proxy().build().unwrap();
            // It asks nobody for a signature that is right, but for one.
            let request = client.request(method, url).header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=x/20261120/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x",
            );
            request
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
        })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
