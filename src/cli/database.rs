//! Which database: the one that is named, or a private one of our own.

use crate::{
    base::{clock::Clock, token::Token},
    cluster::{self, Cluster, Settings},
    config::Config,
    db::{Db, migrate},
};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// Connections the private server takes: the pool's, the migrator's, and a few for somebody with `psql`.
const PRIVATE_CONNECTIONS: u16 = 60;

/// A database and, where it is our own, the server that must live as long as the program.
pub struct Database {
    /// Its address.
    pub url: String,
    /// Our own server.
    pub private: Option<Cluster>,
}

impl Database {
    /// The database of the configuration; starts the private server when none is named.
    pub fn open(config: &Config) -> Result<Self, String> {
        if let Some(url) = &config.database_url {
            return Ok(Self {
                url: url.clone(),
                private: None,
            });
        }
        let project = std::env::current_dir().map_err(|error| error.to_string())?;
        let homes = match &config.data_dir {
            Some(folder) => vec![folder.join("postgresql")],
            None => cluster::homes(
                Path::new(&project),
                config.user_data.as_deref(),
                "postgresql",
            ),
        };
        let settings = Settings {
            programs: config.postgres_programs.clone(),
            homes,
            durable: true,
            max_connections: PRIVATE_CONNECTIONS,
        };
        let private = Cluster::start(&settings).map_err(|error| error.to_string())?;
        Ok(Self {
            url: private.url().to_owned(),
            private: Some(private),
        })
    }

    /// The secret that is configured or, for a private database, one that is kept beside it: links in letters must
    /// outlive a restart.
    pub fn secret(&self, config: &Config) -> Result<Vec<u8>, String> {
        if let Some(secret) = &config.secret {
            return Ok(secret.clone());
        }
        let Some(private) = &self.private else {
            return Err("OC_SECRET: is required with a database of your own".to_owned());
        };
        let file = private.folder().with_extension("secret");
        match fs::read(&file) {
            Ok(secret) if secret.len() >= 32 => Ok(secret),
            _ => {
                let secret = Token::random().text().into_bytes();
                fs::write(&file, &secret)
                    .map_err(|error| format!("{}: {error}", file.display()))?;
                fs::set_permissions(&file, fs::Permissions::from_mode(0o600))
                    .map_err(|error| error.to_string())?;
                Ok(secret)
            }
        }
    }

    /// The folder of photographs where none is named: beside our own server's, or where that would be.
    pub fn media(&self, config: &Config) -> PathBuf {
        match (&self.private, &config.data_dir) {
            (Some(private), _) => private.folder().with_file_name("media"),
            (None, Some(folder)) => folder.join("media"),
            (None, None) => PathBuf::from(".data/media"),
        }
    }

    /// The same with its tables brought up to date and its pool open.
    pub fn ready(config: &Config, clock: Clock) -> Result<(Self, Db), String> {
        let database = Self::open(config)?;
        for name in migrate::up(&database.url).map_err(|error| error.to_string())? {
            tracing::info!(name, "migrated");
        }
        let db =
            crate::app::connect(config, &database.url, clock).map_err(|error| error.to_string())?;
        db.check_locked_in().map_err(|error| error.to_string())?;
        Ok((database, db))
    }
}
