//! The environment, read once. Nobody else reads variables. Everything but the database's address and the secret has a
//! default; `.env.example` lists all of it.

mod letters;
mod operator;
pub mod transit;

use crate::{base::imprint::Imprint, mail::dkim, media, oidc};
use std::{net::SocketAddr, path::PathBuf, time::Duration};

/// How the program is set up.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where PostgreSQL is; `None` starts a private one.
    pub database_url: Option<String>,
    /// The secret that links and form keys are made from, 32 bytes or more.
    pub secret: Option<Vec<u8>>,
    /// The one before it, while what was made from it still counts.
    pub former_secret: Option<Vec<u8>>,
    /// The address people type, without a path: links in letters begin with it, and https makes cookies strict.
    pub public_url: String,
    /// Where the server listens.
    pub bind: SocketAddr,
    /// Transactions at once, and so connections and blocking threads.
    pub connections: u32,
    /// How long a request waits for its turn before it is answered 503.
    pub wait: Duration,
    /// Statements longer than this are ended.
    pub statement_timeout: Duration,
    /// Keep prepared statements; off behind a transaction pooler.
    pub keep_statements: bool,
    /// How many proxies before us may be believed about the visitor's address.
    pub trusted_proxies: usize,
    /// Whether visitors who come too often are told to wait; off only for measuring, and never in production.
    pub counts_visitors: bool,
    /// How many days owners and operators may go without a second factor.
    pub second_factor_grace_days: u16,
    /// The mail server, `smtp://user:word@host:port`; `None` keeps letters where `/dev/mail` shows them.
    pub smtp_url: Option<String>,
    /// The sender of letters.
    pub mail_from: String,
    /// With what letters are signed; `None` sends them unsigned.
    pub dkim: Option<dkim::Settings>,
    /// Where the private database keeps its files, if not in the usual place.
    pub data_dir: Option<PathBuf>,
    /// The user's own folder for programs' files, the second choice for the private database.
    pub user_data: Option<PathBuf>,
    /// Where PostgreSQL's programs are, if not in the usual place.
    pub postgres_programs: Option<PathBuf>,
    /// A file that knows where network addresses are (MMDB), for the list of one's devices; `None` shows the address alone.
    pub places: Option<PathBuf>,
    /// Where backups are kept (`omotenashi backup`), so that it can be said how old the last one is.
    pub backups: Option<PathBuf>,
    /// Where photographs lie; `None` is a folder beside the data.
    pub media: Option<media::Place>,
    /// Who runs the site; `None` leaves its terms and notices out.
    pub operator: Option<Imprint>,
    /// What is logged (`info`, `debug`, `omotenashi=debug`).
    pub log: String,
    /// Log lines as JSON.
    pub log_json: bool,
    /// Where people may come in from: LINE, Google, a company's own (`OC_OIDC`).
    pub providers: Vec<oidc::Settings>,
    /// Whether this is a real site: then a database, a secret and https are required and nothing is shown that is
    /// meant for development.
    pub production: bool,
}

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {why}")]
pub struct ConfigError {
    /// The variable.
    pub name: String,
    /// What is wrong with it, in one line.
    pub why: String,
}

impl Config {
    /// Reads the process's environment. Gives back every setting that cannot be used, not only the first.
    pub fn from_env() -> Result<Self, Vec<ConfigError>> {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that reads the environment"
        )]
        Self::read(&|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// The same, from any source of variables.
    pub fn read(variable: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<ConfigError>> {
        let mut reader = Reader {
            variable,
            errors: Vec::new(),
        };
        let production =
            reader.choice("OC_ENV", &["development", "production"], "development") == "production";
        let public_url = reader.url("OC_PUBLIC_URL", "http://localhost:8080");
        let strict = production || public_url.starts_with("https://");
        let config = Self {
            providers: reader.providers(strict),
            public_url,
            database_url: reader.text("DATABASE_URL"),
            secret: reader.secret("OC_SECRET"),
            former_secret: reader.secret("OC_SECRET_FORMER"),
            bind: reader.parsed("OC_BIND", "127.0.0.1:8080"),
            connections: reader.parsed("OC_CONNECTIONS", "8"),
            wait: Duration::from_millis(reader.parsed("OC_WAIT_MS", "2000")),
            statement_timeout: Duration::from_millis(
                reader.parsed("OC_STATEMENT_TIMEOUT_MS", "5000"),
            ),
            keep_statements: reader.choice("OC_DB_STATEMENT_CACHE", &["on", "off"], "on") == "on",
            trusted_proxies: reader.parsed("OC_TRUSTED_PROXIES", "0"),
            counts_visitors: reader.choice("OC_LIMITS", &["on", "off"], "on") == "on",
            second_factor_grace_days: reader.parsed("OC_SECOND_FACTOR_GRACE_DAYS", "14"),
            smtp_url: reader.text("OC_SMTP_URL"),
            mail_from: reader
                .text("OC_MAIL_FROM")
                .unwrap_or_else(|| "yoyaku@localhost".to_owned()),
            dkim: reader.dkim(),
            data_dir: reader.text("OC_DATA_DIR").map(PathBuf::from),
            user_data: reader.user_data(),
            postgres_programs: reader.text("OC_PG_BIN").map(PathBuf::from),
            places: reader.text("OC_PLACES").map(PathBuf::from),
            backups: reader.text("OC_BACKUPS").map(PathBuf::from),
            media: reader.media(),
            operator: reader.operator(),
            log: reader.text("OC_LOG").unwrap_or_else(|| "info".to_owned()),
            log_json: reader.choice("OC_LOG_FORMAT", &["text", "json"], "text") == "json",
            production,
        };
        reader.demand(
            production && config.database_url.is_none(),
            "DATABASE_URL",
            "is required in production",
        );
        reader.demand(
            production && config.secret.is_none(),
            "OC_SECRET",
            "is required in production",
        );
        reader.demand_privacy(&config);
        reader.demand(
            production && !config.counts_visitors,
            "OC_LIMITS",
            "cannot be off in production",
        );
        reader.demand(
            config.connections == 0,
            "OC_CONNECTIONS",
            "must be at least 1",
        );
        if reader.errors.is_empty() {
            Ok(config)
        } else {
            Err(reader.errors)
        }
    }

    /// Whether people reach the site by https: cookies are then sent no other way.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

struct Reader<'a> {
    variable: &'a dyn Fn(&str) -> Option<String>,
    errors: Vec<ConfigError>,
}

impl Reader<'_> {
    fn text(&self, name: &str) -> Option<String> {
        (self.variable)(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    fn user_data(&self) -> Option<PathBuf> {
        let own = self.text("XDG_DATA_HOME").map(PathBuf::from);
        own.or_else(|| {
            self.text("HOME")
                .map(|home| PathBuf::from(home).join(".local/share"))
        })
    }

    fn complain(&mut self, name: impl Into<String>, why: impl Into<String>) {
        self.errors.push(ConfigError {
            name: name.into(),
            why: why.into(),
        });
    }

    fn demand(&mut self, broken: bool, name: &'static str, why: &str) {
        if broken {
            self.complain(name, why);
        }
    }

    /// On a real site nothing about people travels in the open.
    fn demand_privacy(&mut self, config: &Config) {
        let given = |setting: &Option<String>, is_open: fn(&str) -> bool| {
            config.production && setting.as_deref().is_some_and(is_open)
        };
        self.demand(
            config.production && transit::is_open_site(&config.public_url),
            "OC_PUBLIC_URL",
            "must begin with https:// in production",
        );
        self.demand(
            given(&config.database_url, transit::is_open_database),
            "DATABASE_URL",
            "must have sslmode=verify-full in production, as it leads out of the own network",
        );
        self.demand(
            given(&config.smtp_url, transit::is_open_mail),
            "OC_SMTP_URL",
            "must be smtps:// or have ?tls=required in production, as it leads out of the own network",
        );
        let keeper = match &config.media {
            Some(media::Place::Bucket(bucket)) => bucket.endpoint.clone(),
            Some(media::Place::Folder(_)) | None => None,
        };
        self.demand(
            given(&keeper, transit::is_open_store),
            "OC_MEDIA_ENDPOINT",
            "must be https:// in production, as it leads out of the own network",
        );
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &'static str, default: &str) -> T {
        let given = self.text(name);
        if let Ok(value) = given.as_deref().unwrap_or(default).parse() {
            return value;
        }
        self.complain(
            name,
            format!("cannot be read: {}", given.unwrap_or_default()),
        );
        #[expect(
            clippy::expect_used,
            reason = "the default is a literal of this file, and a test reads every one"
        )]
        default.parse().ok().expect("a default that parses")
    }

    fn choice(
        &mut self,
        name: &'static str,
        allowed: &[&'static str],
        default: &'static str,
    ) -> &'static str {
        let Some(given) = self.text(name) else {
            return default;
        };
        match allowed.iter().find(|word| **word == given) {
            Some(word) => word,
            None => {
                self.complain(name, format!("must be one of {}", allowed.join(", ")));
                default
            }
        }
    }

    fn url(&mut self, name: &'static str, default: &str) -> String {
        let url = self.text(name).unwrap_or_else(|| default.to_owned());
        let host = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        if !host.is_some_and(|host| !host.is_empty() && !host.trim_end_matches('/').contains('/')) {
            self.complain(
                name,
                "must be http:// or https:// and a host, without a path",
            );
        }
        url.trim_end_matches('/').to_owned()
    }

    fn providers(&mut self, strict: bool) -> Vec<oidc::Settings> {
        match oidc::settings::read(self.variable, strict) {
            Ok(providers) => providers,
            Err(complaints) => {
                for (name, why) in complaints {
                    self.complain(name, why);
                }
                Vec::new()
            }
        }
    }

    fn media(&mut self) -> Option<media::Place> {
        media::settings::read(self.variable).unwrap_or_else(|complaints| {
            for (name, why) in complaints {
                self.complain(name, why);
            }
            None
        })
    }

    fn secret(&mut self, name: &'static str) -> Option<Vec<u8>> {
        let secret = self.text(name)?.into_bytes();
        self.demand(
            secret.len() < 32,
            name,
            "must be at least 32 characters, from a generator",
        );
        Some(secret)
    }
}
