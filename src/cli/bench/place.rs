//! A database server of the bench's own, or of a drill's, durable like a real one, in a new folder that is gone afterwards.

use crate::{
    cluster::{self, Cluster, Settings},
    config::Config,
};
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use std::{
    fs,
    path::{Path, PathBuf},
    process,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long the server may take to stop: it writes back what it holds.
const STOP: Duration = Duration::from_secs(120);

/// The server.
pub struct Place {
    cluster: Option<Cluster>,
    settings: Settings,
    folder: PathBuf,
    url: String,
}

impl Place {
    /// Makes and starts it, on the disk where the private database of this checkout would be.
    pub fn start(config: &Config) -> Result<Self, String> {
        let settings = Self::settings(config, "bench", 100)?;
        sweep(&settings.homes, "bench-");
        Self::open(settings)
    }

    /// The settings of one of this kind.
    pub fn settings(config: &Config, kind: &str, connections: u16) -> Result<Settings, String> {
        let project = std::env::current_dir().map_err(|error| error.to_string())?;
        let name = format!("{kind}-{}", process::id());
        let homes = match &config.data_dir {
            Some(folder) if kind != "bench" => vec![folder.join(name)],
            _ => cluster::homes(&project, config.user_data.as_deref(), &name),
        };
        Ok(Settings {
            programs: config.postgres_programs.clone(),
            homes,
            durable: true,
            max_connections: connections,
        })
    }

    /// Starts one of these settings, and makes it first where there is none.
    pub fn open(settings: Settings) -> Result<Self, String> {
        let cluster = Cluster::start(&settings).map_err(|error| error.to_string())?;
        let (folder, url) = (cluster.folder().to_path_buf(), cluster.url().to_owned());
        Ok(Self {
            cluster: Some(cluster),
            settings,
            folder,
            url,
        })
    }

    /// Stops it and starts it again.
    pub fn restart(&mut self) -> Result<(), String> {
        self.halt()?;
        self.cluster = Some(Cluster::start(&self.settings).map_err(|error| error.to_string())?);
        Ok(())
    }

    /// Starts it again, with the extension that counts statements.
    pub fn count_statements(&mut self) -> Result<(), String> {
        self.as_superuser("postgres")?
            .batch_execute("alter system set shared_preload_libraries = 'pg_stat_statements'")
            .map_err(|error| error.to_string())?;
        self.restart()?;
        let mut conn = self.as_superuser("omotenashi")?;
        conn.batch_execute("create extension pg_stat_statements")
            .map_err(|error| error.to_string())
    }

    /// The address of one of its databases, for its owner.
    pub fn url(&self, database: &str) -> String {
        self.url
            .replacen("///omotenashi?", &format!("///{database}?"), 1)
    }

    /// A connection that no row security holds back, to look and to clear away.
    pub fn as_superuser(&self, database: &str) -> Result<PgConnection, String> {
        let url = self.superuser_url(database);
        PgConnection::establish(&url).map_err(|error| error.to_string())
    }

    /// The address for it.
    pub fn superuser_url(&self, database: &str) -> String {
        self.url(database)
            .replacen("user=omotenashi", "user=postgres", 1)
    }

    /// Makes a further database.
    pub fn make(&self, database: &str) -> Result<(), String> {
        let mut conn = PgConnection::establish(&self.url).map_err(|error| error.to_string())?;
        conn.batch_execute(&format!("create database {database}"))
            .map_err(|error| error.to_string())
    }

    /// Where it lives.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its own log.
    pub fn log(&self) -> PathBuf {
        self.folder.join("server.log")
    }

    /// The number of its first process.
    pub fn process(&self) -> Result<u32, String> {
        let text = fs::read_to_string(self.pid_file()).map_err(|error| error.to_string())?;
        let number = text
            .lines()
            .next()
            .and_then(|line| line.trim().parse().ok());
        number.ok_or_else(|| "PostgreSQL has not written down its number".to_owned())
    }

    /// One of the programs that came with this server, if it did.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        // The first word is the path of `postgres`, as it was started.
        let options = fs::read_to_string(self.folder.join("data/postmaster.opts")).ok()?;
        let postgres = Path::new(options.split_whitespace().next()?);
        Some(postgres.parent()?.join(name)).filter(|path| path.is_file())
    }

    /// Stops it and removes all it has written.
    pub fn remove(mut self) -> Result<(), String> {
        self.halt()?;
        fs::remove_dir_all(&self.folder)
            .map_err(|error| format!("{}: {error}", self.folder.display()))
    }

    fn halt(&mut self) -> Result<(), String> {
        self.cluster = None;
        let begun = Instant::now();
        while self.pid_file().exists() {
            if begun.elapsed() > STOP {
                return Err(format!(
                    "{}: PostgreSQL does not stop",
                    self.folder.display()
                ));
            }
            sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    fn pid_file(&self) -> PathBuf {
        self.folder.join("data/postmaster.pid")
    }
}

/// Removes what benches have left that were killed. Their servers have stopped by themselves.
fn sweep(homes: &[PathBuf], kind: &str) {
    let beside = homes
        .iter()
        .filter_map(|home| fs::read_dir(home.parent()?).ok());
    for entry in beside.flat_map(Iterator::flatten) {
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(kind));
        let left = number.is_some_and(|number| !Path::new("/proc").join(number).exists());
        if left && Path::new("/proc/self").exists() {
            // What cannot be removed takes room and does no other harm.
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}
