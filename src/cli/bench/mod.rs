//! `omotenashi bench`: the measured claims of the README, on the operator's own machine. It brings its own durable
//! database and its own data, serves them by a process of this program, asks from this one, and measures each row
//! beside what the machine can do at most. CPU time for one operation is the figure to trust: rates depend on what
//! else the machine is doing.

mod capture;
mod ceilings;
mod flows;
mod growth;
mod guest;
mod load;
mod measure;
mod options;
pub(super) mod place;
mod process;
mod race;
mod report;
mod rows;
mod stage;
mod statements;
mod town;

pub use options::{Growth, Options};

use super::say;
use crate::config::Config;
use measure::Measured;
use place::Place;
use process::Server;
use race::Race;
use report::Report;
use stage::{Filling, Stage};
use std::{io::Write, sync::Arc};

/// How often the site is started to see how long that takes.
const STARTS: usize = 3;

/// Measures, and prints the report. Whatever happens, its database is gone afterwards.
pub fn run(config: &Config, options: &Options) -> Result<(), String> {
    options.check()?;
    let config = Config {
        statement_timeout: std::time::Duration::from_secs(3_600),
        ..config.clone()
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let mut place = Place::start(&config)?;
    let done = runtime.block_on(async {
        tokio::select! {
            done = measure(&mut place, &config, options) => done,
            () = told_to_stop() => Err("stopped".to_owned()),
        }
    });
    // What still holds connections ends with the runtime.
    drop(runtime);
    let removed = place.remove();
    say(&done?);
    removed
}

async fn measure(place: &mut Place, config: &Config, options: &Options) -> Result<String, String> {
    if options.statements {
        place.count_statements()?;
    }
    let place = &*place;
    say_progress("filling the database");
    let filling = Filling {
        bookings: options.bookings,
        history_in_one: 0,
        only_first: false,
    };
    let stage = Arc::new(Stage::open(place, config, "omotenashi", filling).await?);
    town::fill(place, &stage, options)?;
    if options.statements {
        return statements::report(place, &stage, options).await;
    }
    let fresh = process::memory(stage.server.number());
    let mut report = Report {
        measured: Measured::all(place, &stage, options).await?,
        ..Report::default()
    };
    if options.wants_group("P9") {
        say_progress("racing for single hours");
        let race = Race::run(place, &stage, options.races).await?;
        if !race.is_won_by_one_each() {
            return Err(format!("a time was given away other than once: {race:?}"));
        }
        report.race = Some(race);
    }
    if options.wants_group("P12") {
        report.memory = process::memory(stage.server.number()).zip(fresh);
    }
    if options.wants_group("P13") {
        for _ in 0..STARTS {
            let log = process::log_of(place.folder(), "starts");
            let server = Server::start(&place.url(&stage.database), &log, &stage.page()).await?;
            report.starts.push(server.started_in.as_secs_f64() * 1000.0);
        }
    }
    if let Some(growth) = options.growth {
        report.grown = growth::run(place, config, &stage, (options, growth)).await?;
    }
    Ok(report.text(options))
}

/// Waits for Ctrl-C or SIGTERM.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

/// A line about what goes on, beside the report and not in it.
fn say_progress(line: &str) {
    // Nobody may be reading, which is no reason to stop.
    drop(writeln!(std::io::stderr(), "{line}"));
}
