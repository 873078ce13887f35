//! `omotenashi doctor`: before serving, what is wrong, in one line each.

use super::{
    database::Database,
    lists::{self, List},
    say,
};
use crate::{
    base::clock::Clock,
    config::{Config, ConfigError},
    db::{DbError, migrate},
    oidc::Provider,
};
use std::net::{TcpListener, TcpStream, ToSocketAddrs};
use std::time::Duration;

/// Seconds by which the program's clock and the database's may differ.
const CLOCKS_AGREE: i64 = 5;
/// A file that says nothing.
const TRIAL: &str = "doctor/trial";

/// What to look at besides.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Options {
    /// What is looked at every day: slow statements, connections, jobs, backups
    #[arg(long)]
    pub daily: bool,
    /// Every week: statistics, dead rows, indexes that failed
    #[arg(long)]
    pub weekly: bool,
    /// Every month: sizes, indexes that nobody uses
    #[arg(long)]
    pub monthly: bool,
}

/// Checks everything, or what the lists say; fails when anything is wrong.
pub fn run(config: &Config, options: &Options) -> Result<(), String> {
    let wanted = [
        (options.daily, List::Daily),
        (options.weekly, List::Weekly),
        (options.monthly, List::Monthly),
    ];
    let wanted: Vec<List> = wanted
        .into_iter()
        .filter_map(|(is_wanted, list)| is_wanted.then_some(list))
        .collect();
    if !wanted.is_empty() {
        return go_through(config, &wanted);
    }
    let mut wrong = 0_usize;
    let mut check = |name: &str, found: Result<String, String>| {
        wrong += usize::from(found.is_err());
        say(&line(name, &found));
    };
    check(
        "OC_ENV",
        Ok(if config.production {
            "production"
        } else {
            "development"
        }
        .to_owned()),
    );
    check("OC_PUBLIC_URL", public_url(config));
    check("OC_BIND", bind(config));
    check("OC_SECRET", secret(config));
    check_database(config, &mut check);
    check("OC_SMTP_URL", mail(config));
    check("OC_DKIM_KEY_FILE", super::dkim::judged(config));
    check("OC_OIDC", providers(config));
    check("OC_PLACES", places(config));
    check("OC_OPERATOR_NAME", Ok(operator(config)));
    verdict(wrong)
}

/// Goes through lists of upkeep.
fn go_through(config: &Config, wanted: &[List]) -> Result<(), String> {
    let database = Database::open(config)?;
    let mut wrong = 0;
    for list in wanted {
        for (name, found) in lists::of(config, &database, *list) {
            wrong += usize::from(found.is_err());
            say(&line(name, &found));
        }
    }
    verdict(wrong)
}

/// Says which settings cannot even be read, as it says everything else, and how many there are.
pub fn refused(errors: &[ConfigError]) -> String {
    for ConfigError { name, why } in errors {
        say(&line(name, &Err(why.clone())));
    }
    verdict(errors.len()).err().unwrap_or_default()
}

/// Whether it may travel in the open, the configuration has judged; but a real site is for others than this machine.
fn public_url(config: &Config) -> Result<String, String> {
    if config.production && !config.is_https() {
        return Err(format!(
            "{} leads nobody but this machine here: it must be what people type, with https://",
            config.public_url
        ));
    }
    Ok(config.public_url.clone())
}

fn verdict(wrong: usize) -> Result<(), String> {
    match wrong {
        0 => Ok(()),
        _ => Err(format!("{wrong} to be mended")),
    }
}

/// One line, whatever the reason has: servers like to say theirs in several.
fn line(name: &str, found: &Result<String, String>) -> String {
    let (word, told) = match found {
        Ok(fine) => ("ok    ", fine),
        Err(why) => ("WRONG ", why),
    };
    let told: Vec<&str> = told.split_whitespace().collect();
    format!("{word} {name}: {}", told.join(" "))
}

/// The database and what only it can tell; of one that does not answer nothing else is asked.
fn check_database(config: &Config, check: &mut impl FnMut(&str, Result<String, String>)) {
    let database = match Database::open(config) {
        Ok(database) => database,
        Err(why) => return check("DATABASE_URL", Err(why)),
    };
    match migrate::status(&database.url) {
        Err(error @ DbError::Unreachable(_)) => check("DATABASE_URL", Err(error.to_string())),
        found => {
            let kind = match database.private {
                Some(_) => "a private server",
                None => "answers",
            };
            check("DATABASE_URL", Ok(kind.to_owned()));
            check(
                "migrations",
                found
                    .map_err(|error| error.to_string())
                    .and_then(migrations),
            );
            check("database role", role(config, &database.url));
            check("clocks", clocks(config, &database.url));
        }
    }
    check("OC_MEDIA", media(config, &database));
}

/// A site that is running takes it, too.
fn bind(config: &Config) -> Result<String, String> {
    match TcpListener::bind(config.bind) {
        Ok(_) => Ok(format!("{} is free", config.bind)),
        Err(error) => Err(format!("{}: {error}", config.bind)),
    }
}

/// As the start reads them: no provider is asked anything.
fn providers(config: &Config) -> Result<String, String> {
    let open = crate::app::providers(config).map_err(|error| error.to_string())?;
    let names: Vec<&str> = open.iter().map(Provider::name).collect();
    match names.as_slice() {
        [] => Ok("not set: nobody else says who somebody is".to_owned()),
        names => Ok(names.join(", ")),
    }
}

fn places(config: &Config) -> Result<String, String> {
    crate::app::places(config).map_err(|error| error.to_string())?;
    Ok(match &config.places {
        Some(path) => format!("{} is read", path.display()),
        None => "not set: devices are listed without a place".to_owned(),
    })
}

fn operator(config: &Config) -> String {
    match &config.operator {
        Some(imprint) => imprint.name.ja.clone(),
        None => "not set: the site has no terms, no privacy policy and no contact".to_owned(),
    }
}

fn secret(config: &Config) -> Result<String, String> {
    match &config.secret {
        Some(_) => Ok("set".to_owned()),
        None if config.production => Err("must be set".to_owned()),
        None => Ok("kept with the private database (development)".to_owned()),
    }
}

fn migrations(steps: Vec<migrate::Step>) -> Result<String, String> {
    let pending = steps.iter().filter(|step| !step.applied).count();
    if pending == 0 {
        Ok(format!("{} run", steps.len()))
    } else {
        Err(format!("{pending} pending: run `omotenashi migrate up`"))
    }
}

fn role(config: &Config, url: &str) -> Result<String, String> {
    let db =
        crate::app::connect(config, url, Clock::default()).map_err(|error| error.to_string())?;
    db.check_locked_in()
        .map(|()| "kept in by row security".to_owned())
        .map_err(|error| error.to_string())
}

fn clocks(config: &Config, url: &str) -> Result<String, String> {
    let db =
        crate::app::connect(config, url, Clock::default()).map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let theirs = runtime
        .block_on(db.platform(|tx| Ok::<_, DbError>(tx.now())))
        .map_err(|error| error.to_string())?;
    let apart = (theirs - Clock::default().now()).num_seconds().abs();
    if apart <= CLOCKS_AGREE {
        Ok("agree".to_owned())
    } else {
        Err(format!("{apart} seconds apart"))
    }
}

/// A file is put there, read and taken away.
fn media(config: &Config, database: &Database) -> Result<String, String> {
    let store =
        crate::app::store(config, || database.media(config)).map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let tried = runtime.block_on(async {
        store.put(TRIAL, b"doctor".to_vec()).await?;
        let found = store.get(TRIAL).await?;
        store.delete(TRIAL).await?;
        Ok::<_, crate::media::StoreError>(found)
    });
    match tried.map_err(|error| error.to_string())? {
        Some(found) if found == b"doctor" => Ok("takes and gives files".to_owned()),
        _ => Err("does not give back what it was given".to_owned()),
    }
}

fn mail(config: &Config) -> Result<String, String> {
    let Some(url) = &config.smtp_url else {
        return if config.production {
            Err("must be set, or no letter leaves".to_owned())
        } else {
            Ok("not set: letters stay at /dev/mail".to_owned())
        };
    };
    let host = url
        .split("://")
        .nth(1)
        .unwrap_or(url)
        .rsplit('@')
        .next()
        .unwrap_or_default();
    let host = host.split(['/', '?']).next().unwrap_or_default();
    let with_port = if host.contains(':') {
        host.to_owned()
    } else {
        format!("{host}:25")
    };
    let mut addresses = with_port
        .to_socket_addrs()
        .map_err(|error| format!("{with_port}: {error}"))?;
    let address = addresses
        .next()
        .ok_or_else(|| format!("{with_port}: no such host"))?;
    TcpStream::connect_timeout(&address, Duration::from_secs(3))
        .map_err(|error| format!("{with_port}: {error}"))?;
    Ok(format!("{with_port} answers"))
}
