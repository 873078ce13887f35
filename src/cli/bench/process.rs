//! Processes from outside: how much CPU they have used, how much memory they hold, and the served site itself, which
//! runs as a process of its own so that its CPU can be told from the bench's.

use super::load::{Connection, Request};
use std::{
    fs::{self, File},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// How long a server may take to answer for the first time.
const START: Duration = Duration::from_secs(60);

/// CPU time used up to a moment, user and system, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cpu {
    /// By the site.
    pub site: f64,
    /// By PostgreSQL, all its processes.
    pub database: f64,
}

/// Reads the CPU time of a site and a database.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    site: u32,
    database: u32,
    millis_per_tick: f64,
}

/// A running site.
pub struct Server {
    child: Child,
    /// `host:port`.
    pub address: String,
    /// From its start to its first good answer.
    pub started_in: Duration,
}

impl Cpu {
    /// What was used since an earlier moment.
    pub fn since(self, earlier: Self) -> Self {
        Self {
            site: self.site - earlier.site,
            database: self.database - earlier.database,
        }
    }
}

impl Meter {
    /// For the process number of the site and of PostgreSQL's first process.
    pub fn new(site: u32, database: u32) -> Self {
        let said = Command::new("getconf").arg("CLK_TCK").output().ok();
        let ticks = said
            .and_then(|said| String::from_utf8(said.stdout).ok())
            .and_then(|text| text.trim().parse::<f64>().ok());
        Self {
            site,
            database,
            millis_per_tick: 1000.0 / ticks.unwrap_or(100.0),
        }
    }

    /// What has been used up to now. What children that have ended used is in their parent's account.
    pub fn read(&self) -> Cpu {
        let mut cpu = Cpu::default();
        let Ok(processes) = fs::read_dir("/proc") else {
            return cpu;
        };
        let numbers = processes
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        for number in numbers {
            let Some((parent, ticks)) = account(number) else {
                continue;
            };
            #[expect(clippy::cast_precision_loss, reason = "ticks of a run are few")]
            let millis = ticks as f64 * self.millis_per_tick;
            if number == self.site {
                cpu.site += millis;
            } else if number == self.database || parent == self.database {
                cpu.database += millis;
            }
        }
        cpu
    }
}

/// Parent and ticks of a process, from the line of `/proc/<number>/stat`: its name may hold anything, so it is read
/// from the last bracket on.
fn account(number: u32) -> Option<(u32, u64)> {
    let line = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    let (_, after) = line.rsplit_once(')')?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let parent = fields.get(1)?.parse().ok()?;
    let ticks = fields
        .get(11..15)?
        .iter()
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Some((parent, ticks))
}

/// The share of all cores that had nothing to do during the next fifth of a second, of a hundred.
pub async fn idle() -> f64 {
    let (idle_before, all_before) = cores();
    sleep(Duration::from_millis(200)).await;
    let (idle_after, all_after) = cores();
    (idle_after - idle_before) / (all_after - all_before).max(1.0) * 100.0
}

fn cores() -> (f64, f64) {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let ticks: Vec<f64> = text
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(1)
        .take(8)
        .filter_map(|field| field.parse().ok())
        .collect();
    (ticks.iter().skip(3).take(2).sum(), ticks.iter().sum())
}

/// Memory of a process, in megabytes: what it alone holds, and its part of what it shares.
pub fn memory(number: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{number}/smaps_rollup")).ok()?;
    let line = text.lines().find(|line| line.starts_with("Pss:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

impl Server {
    /// Starts this very program as a site on a database, and waits until it answers `page` with 200.
    pub async fn start(database: &str, log: &Path, page: &str) -> Result<Self, String> {
        let said = |error: std::io::Error| error.to_string();
        let address = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .map_err(said)?
            .to_string();
        let log_file = File::options()
            .create(true)
            .append(true)
            .open(log)
            .map_err(|error| format!("{}: {error}", log.display()))?;
        let begun = Instant::now();
        let child = Command::new(std::env::current_exe().map_err(said)?)
            .arg("serve")
            .env("DATABASE_URL", database)
            .env("OC_ENV", "development")
            .env("OC_BIND", &address)
            .env("OC_PUBLIC_URL", format!("http://{address}"))
            .env("OC_SECRET", "a secret for measuring, kept from nobody")
            .env("OC_TRUSTED_PROXIES", "1")
            .env("OC_LIMITS", "off")
            .env_remove("OC_SMTP_URL")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log_file)
            .spawn()
            .map_err(said)?;
        let mut server = Self {
            child,
            address,
            started_in: Duration::ZERO,
        };
        server.wait_for(page, begun, log).await?;
        Ok(server)
    }

    /// Its process number.
    pub fn number(&self) -> u32 {
        self.child.id()
    }

    async fn wait_for(&mut self, page: &str, begun: Instant, log: &Path) -> Result<(), String> {
        loop {
            let ended = self.child.try_wait().map_err(|error| error.to_string())?;
            if ended.is_some() || begun.elapsed() > START {
                return Err(format!("the site did not start: {}", last_words(log)));
            }
            if let Ok(mut connection) = Connection::open(&self.address).await {
                let answer = connection
                    .send(&Request {
                        path: page,
                        ..Request::default()
                    })
                    .await?;
                self.started_in = begun.elapsed();
                return if answer.status == 200 {
                    Ok(())
                } else {
                    Err(format!("{page}: {}", answer.status))
                };
            }
            sleep(Duration::from_millis(1)).await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The end of a log.
pub fn last_words(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().rev().take(5).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

/// Where the site's log of a database goes.
pub fn log_of(folder: &Path, database: &str) -> PathBuf {
    folder.join(format!("site-{database}.log"))
}
