//! `omotenashi serve`: the site, and the night shift beside it.

use super::{SeedArguments, database::Database, say};
use crate::{app, base::clock::Clock, config::Config};
use std::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Serves until it is told to stop (Ctrl-C, SIGTERM); the private server stops with it.
pub fn serve(config: &Config) -> Result<(), String> {
    start_log(config);
    let listener =
        TcpListener::bind(config.bind).map_err(|error| format!("{}: {error}", config.bind))?;
    let (database, db) = Database::ready(config, Clock::default())?;
    let config = &Config {
        secret: Some(database.secret(config)?),
        ..config.clone()
    };
    let site = app::site(config, db);
    let served = actix_web::rt::System::new().block_on(async move {
        let server = app::server(config, site, listener)?;
        let handle = server.handle();
        let stop = tokio::spawn(async move {
            stopped().await;
            handle.stop(true).await;
        });
        say(&format!("Omotenashi Connect: {}", config.public_url));
        let served = server.await;
        stop.abort();
        served
    });
    drop(database);
    served.map_err(|error| error.to_string())
}

/// Works the night shift alone.
pub fn work(config: &Config) -> Result<(), String> {
    let _ = config;
    Err("not merged".to_owned())
}

/// Fills the database.
pub fn seed(config: &Config, arguments: &SeedArguments) -> Result<(), String> {
    let _ = (config, arguments);
    Err("not merged".to_owned())
}

/// Waits for the signal to stop.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

fn start_log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if config.log_json {
        lines.json().try_init()
    } else {
        lines.compact().try_init()
    };
    // A second start in one process (tests) keeps the first log.
    let _ = started;
}
