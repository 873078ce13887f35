//! What can be asked of the bench.

use super::rows::Row;
use clap::{Args, ValueEnum};

/// How long, how often, and of what.
#[derive(Clone, Debug, Args)]
pub struct Options {
    /// Seconds of each run
    #[arg(long, default_value_t = 3.0)]
    pub seconds: f64,
    /// How often everything is measured; medians are reported
    #[arg(long, default_value_t = 3)]
    pub rounds: usize,
    /// Connections at once, one column each
    #[arg(long, value_delimiter = ',', default_value = "1,8,32")]
    pub clients: Vec<usize>,
    /// How often a free hour is raced for by 32 at once
    #[arg(long, default_value_t = 100)]
    pub races: usize,
    /// Bookings in the database, 10,000 a business
    #[arg(long, default_value_t = 10_000)]
    pub bookings: u64,
    /// Compare with more bookings: 1,000,000 over many businesses and 100,000 in one
    #[arg(long, value_enum, num_args = 0..=1, default_missing_value = "usual")]
    pub growth: Option<Growth>,
    /// Only these rows, by number (P2) or by exact name (P2w)
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<String>,
    /// Say besides which statements each row sends and what they cost; measures nothing else
    #[arg(long)]
    pub statements: bool,
}

/// How far the growth is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Growth {
    /// To a million bookings.
    Usual,
    /// To ten million, which takes a quarter of an hour to load.
    Full,
}

impl Options {
    /// Whether a row was asked for.
    pub fn wants(&self, row: Row) -> bool {
        self.names(row.code(), row.group())
    }

    /// Whether a quantity without a row of its own was asked for (`P12`).
    pub fn wants_group(&self, group: &str) -> bool {
        self.names(group, group)
    }

    fn names(&self, code: &str, group: &str) -> bool {
        self.only.is_empty()
            || self
                .only
                .iter()
                .any(|asked| asked == code || asked == group)
    }

    /// Refuses what cannot be measured.
    pub fn check(&self) -> Result<(), String> {
        if self.seconds.is_nan()
            || self.seconds < 0.1
            || self.rounds == 0
            || self.clients.is_empty()
            || self.clients.contains(&0)
        {
            return Err("at least a tenth of a second, one round and one client".to_owned());
        }
        let known: Vec<&str> = Row::ALL
            .iter()
            .flat_map(|row| [row.code(), row.group()])
            .chain(["P9", "P10", "P11", "P12", "P13"])
            .collect();
        match self
            .only
            .iter()
            .find(|asked| !known.contains(&asked.as_str()))
        {
            Some(unknown) => Err(format!("--only: no row is called {unknown}")),
            None => Ok(()),
        }
    }
}

impl Growth {
    /// So many bookings over many businesses.
    pub fn bookings(self) -> u64 {
        match self {
            Self::Usual => 1_000_000,
            Self::Full => 10_000_000,
        }
    }
}
