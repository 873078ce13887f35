//! What more bookings cost: the same rows on a small and on a large database, measured in turns, so that a busy machine
//! slows both.

use super::{
    measure,
    options::{Growth, Options},
    place::Place,
    rows::Row,
    say_progress,
    stage::{Filling, Stage},
};
use crate::config::Config;
use std::{collections::BTreeMap, sync::Arc};

/// Past bookings of the first business beyond the usual 6,000, so that it has 100,000 in all.
const MORE_HISTORY: u64 = 90_000;
/// Clients of every run.
const CLIENTS: usize = 8;

/// One comparison.
#[derive(Clone, Debug)]
pub struct Grown {
    /// Its number.
    pub code: &'static str,
    /// What grew, in words.
    pub words: String,
    /// CPU for one operation on the small and on the large database, in milliseconds, run by run.
    pub rows: BTreeMap<Row, (Vec<f64>, Vec<f64>)>,
}

impl Grown {
    /// How much dearer a row may be on the large database, and how much it should be at most.
    pub fn goal(&self, row: Row) -> (f64, f64) {
        match (self.code, row.group()) {
            ("P11", _) => (1.15, 1.05),
            (_, "P3") => (2.0, 1.2),
            _ => (1.5, 1.2),
        }
    }
}

/// Measures both kinds of growth against the database that is already there.
pub async fn run(
    place: &Place,
    config: &Config,
    small: &Arc<Stage>,
    (options, growth): (&Options, Growth),
) -> Result<Vec<Grown>, String> {
    let mut grown = Vec::new();
    if options.wants_group("P11") || options.only.is_empty() {
        let filling = Filling {
            bookings: options.bookings,
            history_in_one: MORE_HISTORY,
            only_first: true,
        };
        say_progress("loading a long history in one business");
        let rows = Row::ALL
            .into_iter()
            .filter(|row| !row.is_packed() && !row.is_elsewhere())
            .collect();
        let words = format!(
            "history of one business, {} to {}",
            options.bookings,
            options.bookings + MORE_HISTORY
        );
        let blank = Grown {
            code: "P11",
            words,
            rows: BTreeMap::new(),
        };
        grown.push(compare(place, config, small, (options, filling, rows, blank)).await?);
    }
    if options.wants_group("P10") || options.only.is_empty() {
        let filling = Filling {
            bookings: growth.bookings(),
            history_in_one: 0,
            only_first: false,
        };
        say_progress(&format!("loading {} bookings", growth.bookings()));
        let rows = vec![
            Row::Day,
            Row::Week,
            Row::Month,
            Row::Flow,
            Row::Sheet,
            Row::Columns,
        ];
        let words = format!(
            "bookings over many businesses, {} to {}",
            options.bookings,
            growth.bookings()
        );
        let blank = Grown {
            code: "P10",
            words,
            rows: BTreeMap::new(),
        };
        grown.push(compare(place, config, small, (options, filling, rows, blank)).await?);
    }
    Ok(grown)
}

async fn compare(
    place: &Place,
    config: &Config,
    small: &Arc<Stage>,
    (options, filling, rows, mut grown): (&Options, Filling, Vec<Row>, Grown),
) -> Result<Grown, String> {
    let database = grown.code.to_ascii_lowercase();
    place.make(&database)?;
    let large = Arc::new(Stage::open(place, config, &database, filling).await?);
    for round in 1..=options.rounds {
        for &row in &rows {
            say_progress(&format!("{} round {round}: {}", grown.code, row.words()));
            let much = (CLIENTS, options.seconds);
            let before = measure::row(place, small, row, much).await?;
            let after = measure::row(place, &large, row, much).await?;
            let (known_before, known_after) = grown.rows.entry(row).or_default();
            known_before.push(before.cpu());
            known_after.push(after.cpu());
        }
    }
    Ok(grown)
}
