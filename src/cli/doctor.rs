//! `omotenashi doctor`: before serving, what is wrong, in one line each.

use super::{database::Database, say};
use crate::{
    base::clock::Clock,
    config::Config,
    db::{DbError, migrate},
};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// Seconds by which the program's clock and the database's may differ.
const CLOCKS_AGREE: i64 = 5;
/// A file that says nothing.
const TRIAL: &str = "doctor/trial";

/// Checks everything; fails when anything is wrong.
pub fn run(config: &Config) -> Result<(), String> {
    let mut wrong = 0_usize;
    let mut check = |name: &str, found: Result<String, String>| match found {
        Ok(fine) => say(&format!("ok     {name}: {fine}")),
        Err(why) => {
            wrong += 1;
            say(&format!("WRONG  {name}: {why}"));
        }
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
    check("OC_SECRET", secret(config));
    match Database::open(config) {
        Err(why) => check("DATABASE_URL", Err(why)),
        Ok(database) => {
            check(
                "DATABASE_URL",
                Ok(if database.private.is_some() {
                    "a private server"
                } else {
                    "answers"
                }
                .to_owned()),
            );
            check("migrations", migrations(&database.url));
            check("database role", role(config, &database.url));
            check("clocks", clocks(config, &database.url));
            check("OC_MEDIA", media(config, &database));
        }
    }
    check("OC_SMTP_URL", mail(config));
    if wrong == 0 {
        Ok(())
    } else {
        Err(format!("{wrong} to be mended"))
    }
}

fn public_url(config: &Config) -> Result<String, String> {
    if config.production && !config.is_https() {
        return Err(
            "must begin with https:// in production, or sign-in cookies travel in the open"
                .to_owned(),
        );
    }
    Ok(config.public_url.clone())
}

fn secret(config: &Config) -> Result<String, String> {
    match &config.secret {
        Some(_) => Ok("set".to_owned()),
        None if config.production => Err("must be set".to_owned()),
        None => Ok("kept with the private database (development)".to_owned()),
    }
}

fn migrations(url: &str) -> Result<String, String> {
    let steps = migrate::status(url).map_err(|error| error.to_string())?;
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
