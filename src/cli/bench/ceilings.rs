//! What the same machine does at most, measured beside each row: a file of about the page's size from the same site,
//! and the same SQL straight from pgbench.

use super::{
    capture,
    flows::{Task, Work},
    guest::Guest,
    measure::{self, Run},
    place::Place,
    process::{self, Meter},
    rows::Row,
    stage::Stage,
};
use crate::web::assets;
use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};
use tokio::process::Command;

/// Scripts for pgbench, and the sizes of pages.
pub struct Ceilings {
    scripts: BTreeMap<Row, PathBuf>,
    statics: BTreeMap<Row, &'static str>,
}

impl Ceilings {
    /// Looks at each row's page once: its size, and its statements.
    pub async fn look(place: &Place, stage: &Arc<Stage>, rows: &[Row]) -> Result<Self, String> {
        let mut ceilings = Self {
            scripts: BTreeMap::new(),
            statics: BTreeMap::new(),
        };
        let folder = place.folder().join("scripts");
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        for &row in rows {
            let script = if row.writes() {
                booking(stage)?
            } else {
                capture::statements_of(place, stage, row).await?
            };
            let path = folder.join(format!("{}.sql", row.code()));
            fs::write(&path, script).map_err(|error| error.to_string())?;
            ceilings.scripts.insert(row, path);
            if !row.writes() {
                let mut guest = Guest::come(&stage.server.address).await?;
                let size = Work::new(stage, Task::Row(row))
                    .once(&mut guest)
                    .await?
                    .unwrap_or(0);
                ceilings.statics.insert(row, nearest(size));
            }
        }
        Ok(ceilings)
    }

    /// The name of the file that is about as large as a row's page.
    pub fn file_of(&self, row: Row) -> Option<&'static str> {
        self.statics.get(&row).copied()
    }

    /// The site's own file, asked for as fast as it is given.
    pub async fn file(
        stage: &Arc<Stage>,
        name: &str,
        clients: usize,
        seconds: f64,
    ) -> Result<Run, String> {
        let task = Task::Static(assets::url(name).to_owned());
        measure::run(stage, &Work::new(stage, task), clients, seconds).await
    }

    /// A row's statements from pgbench, prepared; `None` where this server came without it.
    pub async fn straight(
        &self,
        place: &Place,
        stage: &Stage,
        row: Row,
        (clients, seconds): (usize, f64),
    ) -> Result<Option<Run>, String> {
        let (Some(program), Some(script)) = (place.program("pgbench"), self.scripts.get(&row))
        else {
            return Ok(None);
        };
        let idle = process::idle().await;
        let meter: &Meter = &stage.meter;
        let before = meter.read();
        let threads = clients.min(2).to_string();
        let lasting = format!("{:.0}", seconds.ceil().max(1.0));
        let said = Command::new(program)
            .args([
                "-n",
                "-M",
                "prepared",
                "-c",
                &clients.to_string(),
                "-j",
                &threads,
                "-T",
                &lasting,
                "-f",
            ])
            .arg(script)
            .arg(place.url(&stage.database))
            .kill_on_drop(true)
            .output()
            .await
            .map_err(|error| format!("pgbench: {error}"))?;
        let cpu = meter.read().since(before);
        let text = String::from_utf8_lossy(&said.stdout);
        if !said.status.success() {
            return Err(format!(
                "pgbench, {}: {}",
                row.code(),
                String::from_utf8_lossy(&said.stderr)
            ));
        }
        let figure = |name: &str| -> Option<f64> {
            let line = text.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim().split([' ', '/']).next()?.parse().ok()
        };
        let (Some(done), Some(rate)) = (
            figure("number of transactions actually processed:"),
            figure("tps ="),
        ) else {
            return Err(format!("pgbench, {}: {text}", row.code()));
        };
        Ok(Some(Run {
            operations: done,
            rate,
            cpu_site: 0.0,
            cpu_database: cpu.database / done.max(1.0),
            idle,
            ..Run::default()
        }))
    }
}

/// The script of a booking, for the first business.
fn booking(stage: &Stage) -> Result<String, String> {
    let shop = stage.shops.first().ok_or("no business")?;
    let literal = |id: uuid::Uuid| format!("'{id}'");
    let person = format!(
        "(select id from scheduling.resources where business_id = '{}' and sort_order = 1)",
        shop.id
    );
    Ok(include_str!("sql/booking.sql")
        .replace(":business", &literal(shop.id))
        .replace(":service", &literal(shop.short))
        .replace(":person", &person))
}

/// The bundle whose plain size is nearest.
fn nearest(size: usize) -> &'static str {
    let bundles = assets::BUNDLES.iter().map(|(name, _)| *name);
    let apart =
        |name: &&str| assets::weight(name).map_or(usize::MAX, |(plain, _)| plain.abs_diff(size));
    bundles.min_by_key(apart).unwrap_or("site.css")
}

/// The size of a file of the site, in bytes.
pub fn size_of(name: &str) -> usize {
    assets::weight(name).map_or(0, |(plain, _)| plain)
}
