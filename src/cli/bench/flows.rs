//! One operation of each row, and runs of many at once.

use super::{
    guest::{Guest, Prepared, Wish},
    load::{Request, Taken},
    rows::Row,
    stage::{Desk, Shop, Stage},
    town,
};
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use rand::{Rng, seq::IndexedRandom};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// Days ahead that are asked for: beyond them the calendar of the measured businesses ends.
const DAYS_AHEAD: u64 = 45;
/// Days ahead on which the shops of the town have something taken.
const DAYS_TAKEN: u64 = 13;

/// What is done, over and over.
#[derive(Clone, Debug)]
pub enum Task {
    /// An operation of a row.
    Row(Row),
    /// A file that the site serves from memory.
    Static(String),
}

/// A task at a site, shared by all who do it.
pub struct Work {
    stage: Arc<Stage>,
    task: Task,
    prepared: Mutex<VecDeque<Prepared>>,
}

impl Work {
    /// A task at a site.
    pub fn new(stage: &Arc<Stage>, task: Task) -> Arc<Self> {
        Arc::new(Self {
            stage: Arc::clone(stage),
            task,
            prepared: Mutex::default(),
        })
    }

    /// Holds with details, so many, made by eight at once.
    pub async fn prepare(self: &Arc<Self>, how_many: usize) -> Result<(), String> {
        let each = how_many.div_ceil(8);
        let makers = (0..8).map(|_| {
            let work = Arc::clone(self);
            tokio::spawn(async move {
                let mut guest = Guest::come(&work.stage.server.address).await?;
                for _ in 0..each {
                    let Some((slug, location)) = work.hold_some(&mut guest).await? else {
                        break;
                    };
                    let (prepared, _) = guest.fill_in(&slug, &location, work.has_letter()).await?;
                    if let Ok(mut all) = work.prepared.lock() {
                        all.push_back(prepared);
                    }
                }
                Ok::<_, String>(())
            })
        });
        for maker in makers.collect::<Vec<_>>() {
            maker.await.map_err(|error| error.to_string())??;
        }
        Ok(())
    }

    /// Lets everybody do it until the time is over or nothing is left to do, and gives them back with what they took.
    pub async fn run(
        self: &Arc<Self>,
        guests: Vec<Guest>,
        lasting: Duration,
    ) -> Result<(Vec<Guest>, Taken), String> {
        let begun = Instant::now();
        let deadline = begun + lasting;
        let busy: Vec<_> = guests
            .into_iter()
            .map(|mut guest| {
                let work = Arc::clone(self);
                tokio::spawn(async move {
                    let mut taken = Taken::default();
                    while Instant::now() < deadline {
                        let begun = Instant::now();
                        match work.once(&mut guest).await? {
                            Some(bytes) => taken.add(begun, bytes),
                            None => break,
                        }
                    }
                    Ok::<_, String>((guest, taken))
                })
            })
            .collect();
        let (mut guests, mut all) = (Vec::new(), Vec::new());
        for one in busy {
            let (guest, taken) = one.await.map_err(|error| error.to_string())??;
            guests.push(guest);
            all.push(taken);
        }
        let mut taken = Taken::join(all);
        taken.elapsed = begun.elapsed();
        Ok((guests, taken))
    }

    /// Does it once; `None` when nothing is left to do it with. Gives the bytes of the answers.
    pub async fn once(&self, guest: &mut Guest) -> Result<Option<usize>, String> {
        let row = match &self.task {
            Task::Static(path) => return guest.get(path).await.map(Some),
            Task::Row(row) => *row,
        };
        match row {
            Row::Flow | Row::FlowWithLetter => self.flow(guest).await,
            Row::Hold => Ok(self.hold_some(guest).await?.map(|_| 0)),
            Row::Confirm | Row::ConfirmWithLetter => {
                let next = self
                    .prepared
                    .lock()
                    .ok()
                    .and_then(|mut all| all.pop_front());
                let Some(prepared) = next else {
                    return Ok(None);
                };
                guest.confirm(&prepared).await?;
                Ok(Some(0))
            }
            Row::Sheet | Row::Columns => {
                let desk = self.some_desk()?;
                let page = if row == Row::Sheet { "today" } else { "day" };
                let path = format!(
                    "/ja/staff/{}/{page}?date={}",
                    desk.shop.slug,
                    self.some_day()
                );
                let answer = guest
                    .send(
                        Request {
                            path: &path,
                            cookie: Some(&desk.cookie),
                            ..Request::default()
                        },
                        200,
                    )
                    .await?;
                Ok(Some(answer.body.len()))
            }
            read => {
                let path = self.page(read)?;
                let answer = guest
                    .send(
                        Request {
                            path: &path,
                            packed: read.is_packed(),
                            ..Request::default()
                        },
                        200,
                    )
                    .await?;
                Ok(Some(answer.body.len()))
            }
        }
    }

    fn has_letter(&self) -> bool {
        matches!(&self.task, Task::Row(row) if row.has_letter())
    }

    /// The address of a page that guests read.
    fn page(&self, row: Row) -> Result<String, String> {
        let shop = if row == Row::MonthOfThirty {
            &self.stage.thirty
        } else {
            self.some_shop()?
        };
        let times = |from: NaiveDate, view: &str| {
            format!(
                "/ja/b/{}/book/times?service={}&from={from}&view={view}",
                shop.slug, shop.short
            )
        };
        Ok(match row {
            Row::Day => times(self.some_day(), "list"),
            Row::Week | Row::WeekPacked => times(self.some_day(), "table"),
            Row::Month | Row::MonthOfThirty => times(self.next_month(), "month"),
            Row::MonthOfRules | Row::MonthOfRulesOfThirty => {
                let ruled = town::ruled(row).ok_or("no business of rules")?;
                format!(
                    "/ja/b/{}/book/times?service={}&from={}&view=month",
                    ruled.slug,
                    ruled.service,
                    self.next_month()
                )
            }
            Row::Town => {
                let ahead = rand::rng().random_range(1..DAYS_TAKEN);
                let day = self.stage.today.checked_add_days(Days::new(ahead));
                let day = day.unwrap_or(self.stage.today);
                format!("/ja/find?date={day}&part=afternoon")
            }
            Row::Visit => format!(
                "/ja/b/{}/book/visit?with={short}_{}_{short}&view=table&from={}",
                shop.slug,
                shop.long,
                self.some_day(),
                short = shop.short
            ),
            _ => format!("/ja/b/{}", shop.slug),
        })
    }

    async fn flow(&self, guest: &mut Guest) -> Result<Option<usize>, String> {
        let desk = self.some_desk()?;
        let Some(start) = desk.take_start() else {
            return Ok(None);
        };
        let (slug, service) = (&desk.shop.slug, desk.shop.short);
        let day = (start + TimeDelta::hours(9)).date_naive();
        let mut bytes = guest.get(&format!("/ja/b/{slug}")).await?;
        bytes += guest
            .get(&format!(
                "/ja/b/{slug}/book/times?service={service}&from={day}&view=table"
            ))
            .await?;
        let details = guest
            .hold(&Wish {
                slug,
                service,
                staff: None,
                start,
            })
            .await?;
        let (prepared, read) = guest.fill_in(slug, &details, self.has_letter()).await?;
        let booking = guest.confirm(&prepared).await?;
        Ok(Some(bytes + read + guest.get(&booking).await?))
    }

    /// Holds some free time; gives the business and the address of the details page.
    async fn hold_some(&self, guest: &mut Guest) -> Result<Option<(String, String)>, String> {
        let desk = self.some_desk()?;
        let Some(start) = desk.take_start() else {
            return Ok(None);
        };
        let slug = &desk.shop.slug;
        let location = guest
            .hold(&Wish {
                slug,
                service: desk.shop.short,
                staff: None,
                start,
            })
            .await?;
        Ok(Some((slug.clone(), location)))
    }

    fn some_shop(&self) -> Result<&Shop, String> {
        self.stage
            .shops
            .choose(&mut rand::rng())
            .ok_or_else(|| "no business".to_owned())
    }

    fn some_desk(&self) -> Result<&Desk, String> {
        self.stage
            .desks
            .choose(&mut rand::rng())
            .ok_or_else(|| "no business".to_owned())
    }

    fn some_day(&self) -> NaiveDate {
        let ahead = rand::rng().random_range(1..DAYS_AHEAD);
        self.stage
            .today
            .checked_add_days(Days::new(ahead))
            .unwrap_or(self.stage.today)
    }

    /// A whole month: the one after this.
    fn next_month(&self) -> NaiveDate {
        let first = self.stage.today.with_day(1).unwrap_or(self.stage.today);
        first.checked_add_months(Months::new(1)).unwrap_or(first)
    }
}

impl Desk {
    fn take_start(&self) -> Option<DateTime<Utc>> {
        self.starts.lock().ok()?.pop()
    }
}
