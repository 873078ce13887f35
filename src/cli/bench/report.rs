//! What was measured, as Markdown, with what it should be beside it: ✓✓ reaches the target, ✓ what it must, ✗ neither.

use super::{
    ceilings,
    growth::Grown,
    measure::{Measured, Run, Series},
    options::Options,
    race::{RIVALS, Race},
    rows::{Goal, Row},
};
use std::fmt::Write;

/// Everything a bench has to tell.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The rows.
    pub measured: Measured,
    /// The race, where it was run.
    pub race: Option<Race>,
    /// Megabytes of the site after all that, and right after its start.
    pub memory: Option<(f64, f64)>,
    /// Milliseconds from start to first good answer, each try.
    pub starts: Vec<f64>,
    /// Comparisons with more bookings.
    pub grown: Vec<Grown>,
}

/// The middle of some figures, and the least and the most of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Half are less.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Spread {
    /// Of some figures; zero of none.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 {
            at(middle)
        } else {
            (at(middle.saturating_sub(1)) + at(middle)) / 2.0
        };
        Self {
            median,
            least: at(0),
            most: at(sorted.len().saturating_sub(1)),
        }
    }
}

/// A judgement: whether the target is reached, or at least what must be.
fn mark(reaches_target: bool, reaches_must: bool) -> &'static str {
    match (reaches_target, reaches_must) {
        (true, _) => "✓✓",
        (false, true) => "✓",
        (false, false) => "✗",
    }
}

/// A figure with about three digits.
fn short(figure: f64) -> String {
    match figure.abs() {
        size if size >= 100.0 => format!("{figure:.0}"),
        size if size >= 10.0 => format!("{figure:.1}"),
        size if size >= 0.1 => format!("{figure:.2}"),
        _ => format!("{figure:.3}"),
    }
}

fn median_of(runs: &[Run], figure: impl Fn(&Run) -> f64) -> f64 {
    Spread::of(runs.iter().map(figure)).median
}

impl Report {
    /// The whole text.
    pub fn text(&self, options: &Options) -> String {
        let mut text = String::new();
        self.head(&mut text, options);
        if !self.measured.series.is_empty() {
            self.table(&mut text, options);
        }
        self.rest(&mut text);
        for grown in &self.grown {
            growth(&mut text, grown);
        }
        text
    }

    fn head(&self, text: &mut String, options: &Options) {
        let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
        let runs = self
            .measured
            .series
            .values()
            .flat_map(|series| &series.runs);
        let idle = Spread::of(runs.map(|run| run.idle));
        let _ = writeln!(
            text,
            "{cores} cores, {} bookings, {} rounds of {} s; idle before the runs {:.0} % ({:.0}-{:.0}){}",
            options.bookings,
            options.rounds,
            options.seconds,
            idle.median,
            idle.least,
            idle.most,
            if idle.median < 85.0 {
                ": the machine was busy, so judge by CPU, not by rates"
            } else {
                ""
            }
        );
    }

    fn table(&self, text: &mut String, options: &Options) {
        let _ = write!(
            text,
            "\n| | operation | KB | CPU ms: median (min-max) | site + PostgreSQL |"
        );
        for clients in &options.clients {
            let _ = write!(text, " {clients} clients: per s, p50 / p99 ms |");
        }
        let _ = write!(
            text,
            " file / this | file CPU ms | pgbench / this | pgbench CPU ms | must (target) | |\n|---|---|---|---|---|"
        );
        let _ = writeln!(
            text,
            "{}---|---|---|---|---|---|",
            "---|".repeat(options.clients.len())
        );
        for row in Row::ALL.into_iter().filter(|row| options.wants(*row)) {
            self.row(text, row, options);
        }
    }

    fn row(&self, text: &mut String, row: Row, options: &Options) {
        let series: Vec<(usize, &Series)> = options
            .clients
            .iter()
            .filter_map(|clients| Some((*clients, self.measured.series.get(&(row, *clients))?)))
            .collect();
        let runs: Vec<Run> = series
            .iter()
            .flat_map(|(_, series)| series.runs.iter().copied())
            .collect();
        let cpu = Spread::of(runs.iter().map(Run::cpu));
        let _ = write!(
            text,
            "| {} | {} | {} | {} ({}-{}) | {} + {} |",
            row.code(),
            row.words(),
            short(median_of(&runs, |run| run.bytes / 1000.0)),
            short(cpu.median),
            short(cpu.least),
            short(cpu.most),
            short(median_of(&runs, |run| run.cpu_site)),
            short(median_of(&runs, |run| run.cpu_database)),
        );
        for (_, series) in &series {
            let of = |figure: fn(&Run) -> f64| short(median_of(&series.runs, figure));
            let _ = write!(
                text,
                " {}, {} / {} |",
                of(|run| run.rate),
                of(|run| run.half),
                of(|run| run.most)
            );
        }
        self.ceilings(text, row, &series);
        let (goal, verdict) = judge(row.goal(), cpu.median, &series);
        let _ = writeln!(text, " {goal} | {verdict} |");
    }

    /// What the machine can do beside it: the ratios of runs side by side, at the number of clients by which rates are
    /// judged.
    fn ceilings(&self, text: &mut String, row: Row, series: &[(usize, &Series)]) {
        let Some((_, series)) = series
            .iter()
            .find(|(clients, _)| *clients == 8)
            .or(series.last())
        else {
            return;
        };
        let beside = |others: &[Run], name: &str| {
            let pairs = others.iter().zip(&series.runs);
            let ratios = pairs.map(|(other, mine)| other.rate / mine.rate.max(f64::MIN_POSITIVE));
            match others {
                [] => " - | - |".to_owned(),
                _ => format!(
                    " {}{name} | {} |",
                    short(Spread::of(ratios).median),
                    short(median_of(others, Run::cpu))
                ),
            }
        };
        let name = self
            .measured
            .files
            .get(&row)
            .map(|name| format!(" ({name}, {:.0} KB)", kilobytes(name)));
        text.push_str(&beside(&series.files, &name.unwrap_or_default()));
        text.push_str(&beside(&series.straight, ""));
    }

    fn rest(&self, text: &mut String) {
        if self.race.is_none() && self.memory.is_none() && self.starts.is_empty() {
            return;
        }
        let _ = writeln!(
            text,
            "\n| | quantity | measured | must (target) | |\n|---|---|---|---|---|"
        );
        if let Some(race) = &self.race {
            let last = race.all_answered.last().copied().unwrap_or_default();
            let half = Spread::of(race.all_answered.iter().copied()).median;
            let _ = writeln!(
                text,
                "| P9 | one free hour, {RIVALS} at once, {} times | winners {:?}, claims {:?}, answers {:?}; all answered within {} ms (median), {} (most) | 1 each time, others 409 (150 ms) | {} |",
                race.repeats,
                race.winners,
                race.claims,
                race.answers,
                short(half),
                short(last),
                mark(
                    race.is_won_by_one_each() && last < 150.0,
                    race.is_won_by_one_each()
                ),
            );
        }
        if let Some((after, fresh)) = self.memory {
            let _ = writeln!(
                text,
                "| P12 | memory of the site after the load (PSS) | {after:.0} MB, {fresh:.0} after its start | 80 (40) | {} |",
                mark(after <= 40.0, after <= 80.0)
            );
        }
        if !self.starts.is_empty() {
            let start = Spread::of(self.starts.iter().copied());
            let _ = writeln!(
                text,
                "| P13 | start to first good answer | {} ms ({}-{}) | 500 (200) | {} |",
                short(start.median),
                short(start.least),
                short(start.most),
                mark(start.median <= 200.0, start.median <= 500.0)
            );
        }
    }
}

/// The goal in words, and whether it is reached, with the figures that are not.
fn judge(goal: Goal, cpu: f64, series: &[(usize, &Series)]) -> (String, String) {
    let at = |clients: usize| {
        series
            .iter()
            .find(|(known, _)| *known == clients)
            .map(|(_, series)| *series)
    };
    let (mut words, mut missed, mut reaches_target, mut judged) =
        (Vec::new(), Vec::new(), true, false);
    if let Some((must, target)) = goal.cpu {
        words.push(format!("{must} ms ({target})"));
        judged = true;
        reaches_target &= cpu <= target;
        if cpu > must {
            missed.push("CPU".to_owned());
        }
    }
    if let Some((must, target)) = goal.rate {
        words.push(format!("{must}/s ({target})"));
        if let Some(series) = at(8) {
            judged = true;
            let rate = median_of(&series.runs, |run| run.rate);
            reaches_target &= rate >= target;
            if rate < must {
                missed.push("rate".to_owned());
            }
        }
    }
    for (clients, slowest) in [1, 8, 32].into_iter().zip(goal.slowest) {
        let Some(slowest) = slowest else { continue };
        words.push(format!("p99 {slowest} ms at {clients}"));
        if let Some(series) = at(clients)
            && median_of(&series.runs, |run| run.most) > slowest
        {
            missed.push(format!("p99 at {clients}"));
        }
    }
    let verdict = match (judged, missed.is_empty()) {
        (false, true) => String::new(),
        (_, true) => mark(reaches_target, true).to_owned(),
        (_, false) => format!("✗ {}", missed.join(", ")),
    };
    (words.join(", "), verdict)
}

fn kilobytes(name: &str) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a file of some kilobytes")]
    let bytes = ceilings::size_of(name) as f64;
    bytes / 1000.0
}

fn growth(text: &mut String, grown: &Grown) {
    let _ = writeln!(
        text,
        "\n{}: {}\n\n| | operation | CPU ms before | after | growth (of round to round) | must (target) | |\n|---|---|---|---|---|---|---|",
        grown.code, grown.words
    );
    for (row, (before, after)) in &grown.rows {
        let ratio = Spread::of(
            after
                .iter()
                .zip(before)
                .map(|(after, before)| after / before.max(f64::MIN_POSITIVE)),
        );
        let (must, target) = grown.goal(*row);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {}x ({}-{}) | {must}x ({target}) | {} |",
            row.code(),
            row.words(),
            short(Spread::of(before.iter().copied()).median),
            short(Spread::of(after.iter().copied()).median),
            short(ratio.median),
            short(ratio.least),
            short(ratio.most),
            mark(ratio.median <= target, ratio.median <= must)
        );
    }
}
