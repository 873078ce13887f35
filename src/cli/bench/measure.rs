//! One run of one task, and all runs of a bench.

use super::{
    ceilings::Ceilings,
    flows::{Task, Work},
    guest::Guest,
    options::Options,
    place::Place,
    process,
    rows::Row,
    say_progress,
    stage::Stage,
};
use std::{collections::BTreeMap, sync::Arc, time::Duration};

/// Holds that are made ready for a run that only confirms them; with one client they last longer.
const PREPARED: usize = 1_500;
const PREPARED_FOR_ONE: usize = 500;
/// A run that ends when nothing is left to do ends by itself.
const UNTIL_DONE: Duration = Duration::from_secs(120);

/// What one run has given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// Operations.
    pub operations: f64,
    /// Operations a second.
    pub rate: f64,
    /// CPU of the site for one, in milliseconds.
    pub cpu_site: f64,
    /// CPU of PostgreSQL for one, in milliseconds.
    pub cpu_database: f64,
    /// Half were answered within so many milliseconds.
    pub half: f64,
    /// 99 of 100 were.
    pub most: f64,
    /// Bytes of the answers to one.
    pub bytes: f64,
    /// The idle share of the machine before it, of a hundred.
    pub idle: f64,
}

/// A row at a number of clients, measured several times, with what was measured beside it.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// The row's runs.
    pub runs: Vec<Run>,
    /// The file's runs, one beside each.
    pub files: Vec<Run>,
    /// pgbench's runs, one beside each.
    pub straight: Vec<Run>,
}

/// All series, by row and number of clients, and the file that each row was compared with.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// The series.
    pub series: BTreeMap<(Row, usize), Series>,
    /// The files.
    pub files: BTreeMap<Row, &'static str>,
}

impl Run {
    /// CPU for one operation, in milliseconds.
    pub fn cpu(&self) -> f64 {
        self.cpu_site + self.cpu_database
    }
}

/// Measures a task with so many clients, after a warm-up.
pub async fn run(
    stage: &Arc<Stage>,
    work: &Arc<Work>,
    clients: usize,
    seconds: f64,
) -> Result<Run, String> {
    run_for(
        stage,
        work,
        clients,
        (
            Duration::from_secs_f64((seconds / 5.0).clamp(0.1, 0.5)),
            Duration::from_secs_f64(seconds),
        ),
    )
    .await
}

/// The same without a warm-up.
pub async fn run_cold(
    stage: &Arc<Stage>,
    work: &Arc<Work>,
    clients: usize,
    seconds: f64,
) -> Result<Run, String> {
    run_for(
        stage,
        work,
        clients,
        (Duration::ZERO, Duration::from_secs_f64(seconds)),
    )
    .await
}

async fn run_for(
    stage: &Arc<Stage>,
    work: &Arc<Work>,
    clients: usize,
    (warm_up, lasting): (Duration, Duration),
) -> Result<Run, String> {
    let mut guests = Vec::new();
    for _ in 0..clients {
        guests.push(Guest::come(&stage.server.address).await?);
    }
    let idle = process::idle().await;
    let (guests, _) = work.run(guests, warm_up).await?;
    let before = stage.meter.read();
    let (_guests, taken) = work.run(guests, lasting).await?;
    let cpu = stage.meter.read().since(before);
    #[expect(
        clippy::cast_precision_loss,
        reason = "operations and bytes of a run are far fewer than 2^52"
    )]
    let (operations, bytes) = (taken.times.len() as f64, taken.bytes as f64);
    if taken.times.is_empty() {
        return Err("nothing was left to do".to_owned());
    }
    Ok(Run {
        operations,
        rate: operations / taken.elapsed.as_secs_f64(),
        cpu_site: cpu.site / operations,
        cpu_database: cpu.database / operations,
        half: taken.within(50),
        most: taken.within(99),
        bytes: bytes / operations,
        idle,
    })
}

/// Measures one row once.
pub async fn row(
    place: &Place,
    stage: &Arc<Stage>,
    row: Row,
    (clients, seconds): (usize, f64),
) -> Result<Run, String> {
    let work = Work::new(stage, Task::Row(row));
    if !row.writes() {
        return run(stage, &work, clients, seconds)
            .await
            .map_err(|why| format!("{}: {why}", row.code()));
    }
    stage.renew(place)?;
    let done = if row.confirms() {
        // Short runs, as of the tests, need fewer.
        let most = if clients == 1 {
            PREPARED_FOR_ONE
        } else {
            PREPARED
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small number of seconds"
        )]
        let wanted = ((seconds * 750.0) as usize).clamp(clients * 8, most);
        work.prepare(wanted).await?;
        run_for(
            stage,
            &work,
            clients,
            (Duration::from_millis(20), UNTIL_DONE),
        )
        .await
    } else {
        run(stage, &work, clients, seconds).await
    };
    stage.renew(place)?;
    done.map_err(|why| format!("{}: {why}", row.code()))
}

impl Measured {
    /// Every round measures each row at each number of clients, with its ceilings right beside it.
    pub async fn all(place: &Place, stage: &Arc<Stage>, options: &Options) -> Result<Self, String> {
        let rows: Vec<Row> = Row::ALL
            .into_iter()
            .filter(|row| options.wants(*row))
            .collect();
        stage.renew(place)?;
        let ceilings = Ceilings::look(place, stage, &rows).await?;
        let mut measured = Self::default();
        for round in 1..=options.rounds {
            for &clients in &options.clients {
                let mut files: BTreeMap<&str, Run> = BTreeMap::new();
                for &asked in &rows {
                    say_progress(&format!(
                        "round {round}, {clients} clients: {}",
                        asked.words()
                    ));
                    let much = (clients, options.seconds);
                    let beside = (clients, (options.seconds / 2.0).max(0.5));
                    let series = measured.series.entry((asked, clients)).or_default();
                    if let Some(name) = ceilings.file_of(asked) {
                        measured.files.insert(asked, name);
                        let known = files.get(name).copied();
                        let file = match known {
                            Some(file) => file,
                            None => Ceilings::file(stage, name, beside.0, beside.1).await?,
                        };
                        files.insert(name, file);
                        series.files.push(file);
                    }
                    series.runs.push(row(place, stage, asked, much).await?);
                    series
                        .straight
                        .extend(ceilings.straight(place, stage, asked, beside).await?);
                }
            }
        }
        Ok(measured)
    }
}
