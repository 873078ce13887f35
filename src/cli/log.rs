//! What the program writes down, a line at a time, to standard error: lines for people or, by a setting, JSON.

use crate::config::Config;
use std::{
    io::IsTerminal,
    panic::{self, PanicHookInfo},
};
use tracing_subscriber::EnvFilter;

/// Begins the log. From here on a panic is a line of it like any other.
pub fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // Colours are for people who look on, not for what reads the log.
        .with_ansi(std::io::stderr().is_terminal());
    let started = if config.log_json {
        lines.json().try_init()
    } else {
        lines.compact().try_init()
    };
    // A second start in one process (tests) keeps the first log, and what tests do with a panic.
    if started.is_ok() {
        panic::set_hook(Box::new(panicked));
    }
}

/// Where something panicked. Its own words may quote what a guest wrote (a text cut inside a letter is quoted whole), and
/// so they are told only to who has asked for everything.
pub fn panicked(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string);
    let place = place.as_deref().unwrap_or("-");
    tracing::error!(place, "panicked");
    tracing::debug!(place, why = panic.payload_as_str(), "panicked");
}
