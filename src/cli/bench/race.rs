//! One free hour of one person, wanted by 32 guests in the same moment, again and again: exactly one may have it.

use super::{
    guest::{Guest, Wish},
    place::Place,
    stage::{FreeHour, Stage},
};
use std::{collections::BTreeMap, sync::Arc, time::Instant};
use tokio::sync::Barrier;

/// So many want it at once.
pub const RIVALS: usize = 32;

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Race {
    /// How often it was tried.
    pub repeats: usize,
    /// How many got the time, and in how many repeats so many did.
    pub winners: BTreeMap<usize, usize>,
    /// How many claims stood in the database afterwards, and after how many repeats.
    pub claims: BTreeMap<i64, usize>,
    /// Answers by status, over all repeats.
    pub answers: BTreeMap<u16, usize>,
    /// From the first request until the last answer, in milliseconds, in rising order.
    pub all_answered: Vec<f64>,
}

impl Race {
    /// Whether each repeat made exactly one claim, and everybody else was told plainly that the time is taken.
    pub fn is_won_by_one_each(&self) -> bool {
        let one = |counts: usize| counts == self.repeats;
        let plain = self
            .answers
            .keys()
            .all(|status| matches!(status, 303 | 409));
        self.repeats > 0
            && self.winners.get(&1).copied().is_some_and(one)
            && self.claims.get(&1).copied().is_some_and(one)
            && plain
    }

    /// Runs it so often, or as often as there are free hours.
    pub async fn run(place: &Place, stage: &Arc<Stage>, repeats: usize) -> Result<Self, String> {
        stage.renew(place)?;
        let hours = spread(stage.free_hours(place, usize::MAX)?, repeats);
        let mut guests = Vec::new();
        for _ in 0..RIVALS {
            guests.push(Guest::come(&stage.server.address).await?);
        }
        let mut race = Self {
            repeats: hours.len(),
            ..Self::default()
        };
        for (repeat, hour) in hours.iter().enumerate() {
            guests = race.once(stage, guests, hour, repeat % 2 == 1).await?;
        }
        for claims in stage.claims(place, &hours)? {
            *race.claims.entry(claims).or_default() += 1;
        }
        race.all_answered.sort_by(f64::total_cmp);
        stage.renew(place)?;
        Ok(race)
    }

    /// One repeat. In every second one half of them want the longer service, which overlaps the shorter.
    async fn once(
        &mut self,
        stage: &Arc<Stage>,
        guests: Vec<Guest>,
        hour: &FreeHour,
        mixed: bool,
    ) -> Result<Vec<Guest>, String> {
        let barrier = Arc::new(Barrier::new(guests.len()));
        let rivals: Vec<_> = guests
            .into_iter()
            .enumerate()
            .map(|(place, mut guest)| {
                let (stage, barrier, hour) =
                    (Arc::clone(stage), Arc::clone(&barrier), hour.clone());
                tokio::spawn(async move {
                    let shop = stage.shops.first().ok_or("no business")?;
                    let service = if mixed && place % 2 == 1 {
                        shop.long
                    } else {
                        shop.short
                    };
                    let wish = Wish {
                        slug: &shop.slug,
                        service,
                        staff: Some(hour.person),
                        start: hour.start,
                    };
                    barrier.wait().await;
                    let begun = Instant::now();
                    let answer = guest.try_hold(&wish).await?;
                    Ok::<_, String>((guest, answer.status, begun, Instant::now()))
                })
            })
            .collect();
        let (mut guests, mut winners) = (Vec::new(), 0);
        let (mut first, mut last) = (None::<Instant>, None::<Instant>);
        for rival in rivals {
            let (guest, status, begun, done) = rival.await.map_err(|error| error.to_string())??;
            guests.push(guest);
            *self.answers.entry(status).or_default() += 1;
            winners += usize::from(status == 303);
            first = Some(first.map_or(begun, |first| first.min(begun)));
            last = Some(last.map_or(done, |last| last.max(done)));
        }
        *self.winners.entry(winners).or_default() += 1;
        if let (Some(first), Some(last)) = (first, last) {
            self.all_answered
                .push(last.duration_since(first).as_secs_f64() * 1000.0);
        }
        Ok(guests)
    }
}

/// So many of the hours, evenly spread.
fn spread(hours: Vec<FreeHour>, how_many: usize) -> Vec<FreeHour> {
    let step = (hours.len() / how_many.max(1)).max(1);
    hours.into_iter().step_by(step).take(how_many).collect()
}
