//! The roof: the subcommands, one file each.

pub mod backup;
pub mod bench;
pub mod bounce;
pub mod database;
pub mod dkim;
pub mod doctor;
pub mod import_postal_codes;
pub mod lists;
pub mod log;
pub mod mail;
pub mod maintain;
pub mod migrate;
pub mod retention;
pub mod seed;
pub mod serve;

use crate::config::Config;
use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Booking for Japanese shops, their staff and their guests.
#[derive(Debug, Parser)]
#[command(name = "omotenashi", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site, with the night shift beside it (this is the default)
    Serve,
    /// Work the night shift alone: letters and what goes by the clock
    Work,
    /// Bring the tables up to date, look at them, or take the newest step back
    Migrate {
        #[command(subcommand)]
        step: migrate::Step,
    },
    /// Bring in Japan Post's list of postal codes (KEN_ALL.CSV or utf_ken_all.csv), in the place of the one that was there
    ImportPostalCodes {
        /// The file, unpacked
        file: PathBuf,
    },
    /// Fill the demo town, or measured amounts of bookings
    Seed(SeedArguments),
    /// Delete what is past its time, as the night shift does once a day, or count it
    Retention(retention::Options),
    /// Vacuum, take statistics and, if wanted, make indexes anew, while the site runs
    Maintain(maintain::Options),
    /// Back up the database, bring a backup back to a moment, or try both on servers of its own
    Backup {
        #[command(subcommand)]
        step: backup::Step,
    },
    /// Check the settings and what they lead to, one line each; or what is to be looked at every day, week and month
    Doctor(doctor::Options),
    /// Make the key that letters are signed with, where there is none yet, and print what belongs into DNS
    Dkim,
    /// Try whether letters leave
    Mail {
        #[command(subcommand)]
        step: mail::Step,
    },
    /// Note what a mail server gives back: one report on standard input
    Bounce,
    /// Measure the claims of the README on this machine
    Bench(bench::Options),
}

/// What `seed` is told.
#[derive(Clone, Debug, clap::Args)]
pub struct SeedArguments {
    /// So many bookings in businesses for measurements, besides the town: 10000, 1000000, 10000000
    #[arg(long)]
    pub size: Option<u64>,
    /// So much more history in the first of them
    #[arg(long)]
    pub history_in_one: Option<u64>,
    /// The number that all chance is drawn from
    #[arg(long, default_value_t = 1)]
    pub random_seed: u64,
}

/// Runs the program; the exit code is 1 when it could not do what it was asked.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(errors) if matches!(arguments.command, Some(Command::Doctor(_))) => {
            say_error(&doctor::refused(&errors));
            return ExitCode::FAILURE;
        }
        Err(errors) => {
            for error in errors {
                say_error(&error.to_string());
            }
            return ExitCode::FAILURE;
        }
    };
    let done = match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::serve(&config),
        Command::Work => serve::work(&config),
        Command::Migrate { step } => migrate::run(&config, &step),
        Command::ImportPostalCodes { file } => import_postal_codes::run(&config, &file),
        Command::Seed(seed) => serve::seed(&config, &seed),
        Command::Retention(options) => retention::run(&config, &options),
        Command::Maintain(options) => maintain::run(&config, &options),
        Command::Backup { step } => backup::run(&config, &step),
        Command::Doctor(options) => doctor::run(&config, &options),
        Command::Dkim => dkim::run(&config),
        Command::Mail { step } => mail::run(&config, &step),
        Command::Bounce => bounce::run(&config),
        Command::Bench(options) => bench::run(&config, &options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say_error(&why);
            ExitCode::FAILURE
        }
    }
}

/// A line for whoever runs the program.
pub fn say(line: &str) {
    #[expect(
        clippy::print_stdout,
        reason = "the command line speaks to whoever typed it"
    )]
    {
        println!("{line}");
    }
}

fn say_error(line: &str) {
    #[expect(
        clippy::print_stderr,
        reason = "the command line speaks to whoever typed it"
    )]
    {
        eprintln!("omotenashi: {line}");
    }
}
