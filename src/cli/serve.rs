//! `omotenashi serve`: the site, and the night shift beside it.

use super::{
    SeedArguments,
    database::Database,
    log, say,
    seed::{self, SeedOptions},
};
use crate::{
    app,
    base::{clock::Clock, time::local},
    config::Config,
    db::Db,
    mail::Mailer,
    work,
};
use chrono::NaiveDate;
use std::net::TcpListener;
use tokio::sync::watch;

/// Serves until it is told to stop (Ctrl-C, SIGTERM); the private server stops with it.
pub fn serve(config: &Config) -> Result<(), String> {
    log::start(config);
    let listener =
        TcpListener::bind(config.bind).map_err(|error| format!("{}: {error}", config.bind))?;
    let (database, db) = Database::ready(config, Clock::default())?;
    let config = &Config {
        secret: Some(database.secret(config)?),
        ..config.clone()
    };
    let mailer = app::mailer(config).map_err(|error| error.to_string())?;
    let mut site = app::site(config, db);
    site.tray = match &mailer {
        Mailer::Tray(tray) if !config.production => Some(tray.clone()),
        _ => None,
    };
    site.providers = app::providers(config).map_err(|error| format!("OC_OIDC {error}"))?;
    site.places = app::places(config).map_err(|error| format!("OC_PLACES: {error}"))?;
    site.store = app::store(config, || database.media(config))
        .map_err(|error| format!("OC_MEDIA: {error}"))?;
    let is_demo = database.private.is_some();
    let shift = app::shift(&site, mailer);
    let served = actix_web::rt::System::new().block_on(async move {
        if is_demo {
            welcome(&site.db, &site.db.clock().clone()).await?;
        }
        let (stop, _) = watch::channel(false);
        let live = std::sync::Arc::clone(&site.live);
        let server = app::server(config, site, listener, app::NO_ANNEX)
            .map_err(|error| error.to_string())?;
        let (handle, told, night) = (server.handle(), stop.clone(), stop.subscribe());
        tokio::spawn(async move {
            stopped().await;
            // Nobody listening any more is no reason not to stop.
            told.send_replace(true);
            live.close();
            handle.stop(true).await;
        });
        let shift = tokio::spawn(work::run(shift, over(night)));
        say(&format!("Omotenashi Connect: {}", config.public_url));
        let served = server.await.map_err(|error| error.to_string());
        stop.send_replace(true);
        shift.await.map_err(|error| error.to_string())?;
        served
    });
    drop(database);
    served
}

/// Works the night shift alone.
pub fn work(config: &Config) -> Result<(), String> {
    log::start(config);
    let (database, db) = Database::ready(config, Clock::default())?;
    let config = &Config {
        secret: Some(database.secret(config)?),
        ..config.clone()
    };
    let mailer = app::mailer(config).map_err(|error| error.to_string())?;
    let shift = app::shift(&app::site(config, db), mailer);
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(work::run(shift, stopped()));
    drop(database);
    Ok(())
}

/// Fills the database.
pub fn seed(config: &Config, arguments: &SeedArguments) -> Result<(), String> {
    log::start(config);
    let (database, db) = Database::ready(config, Clock::default())?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let options = SeedOptions {
        random_seed: arguments.random_seed,
        size: arguments.size,
        history_in_one: arguments.history_in_one.unwrap_or(0),
        ..SeedOptions::town(today(&Clock::default()))
    };
    let report = runtime
        .block_on(seed::seed(&db, &options))
        .map_err(|error| error.to_string())?;
    say(&report.to_string());
    drop(database);
    Ok(())
}

/// On a private database, the demo town is filled at the first start; who can sign in is said at every one.
async fn welcome(db: &Db, clock: &Clock) -> Result<(), String> {
    let report = seed::seed(db, &SeedOptions::town(today(clock)))
        .await
        .map_err(|error| error.to_string())?;
    say(&report.to_string());
    Ok(())
}

/// The date in Japan, where the demo town is.
fn today(clock: &Clock) -> NaiveDate {
    local(chrono_tz::Tz::Asia__Tokyo, clock.now()).date()
}

/// Waits until the signal has come.
async fn over(mut night: watch::Receiver<bool>) {
    // An error is a sender that is gone, and then it is over, too.
    let _gone = night.wait_for(|stop| *stop).await;
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
