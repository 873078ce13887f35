//! One day is filled: classes start by start, everything else until the day is as busy as such days are.

use super::{Diary, Wish};
use crate::{
    base::{holidays::holiday, time::LocalDate},
    cli::seed::chance::Chance,
    domain::scheduling::availability::{
        Candidate, Need, ServiceRules, Starts, Take, free_slots, place,
    },
};
use chrono::{Datelike, NaiveTime, TimeDelta};

/// A day is left as it is after so many wishes that could not be met.
const MISSES: u32 = 30;

impl Diary<'_> {
    /// Fills one business day.
    pub fn day(&mut self, date: LocalDate, chance: &mut Chance) {
        let midnight = date.and_time(NaiveTime::MIN).and_utc();
        let yesterday = midnight - TimeDelta::days(1);
        for resource in &mut self.input.resources {
            resource.taken.retain(|taken| taken.end > yesterday);
        }
        self.input.from = date;
        self.input.days = 1;
        self.input.now = yesterday;
        self.repeated(date);
        let fullness = self.fullness(date, chance);
        for index in 0..self.services.len() {
            if self
                .written(index)
                .is_some_and(|service| service.each_start)
            {
                self.each_start(index, fullness, chance);
            }
        }
        let goal = self.working_minutes() * i64::try_from(fullness).unwrap_or(0) / 100;
        let (mut busy, mut misses) = (0, 0);
        while busy < goal && misses < MISSES {
            match self.one_more(chance) {
                Some(minutes) => busy += minutes,
                None => misses += 1,
            }
        }
    }

    /// Percent of the day that will be taken. The further ahead, the more is still open.
    fn fullness(&self, date: LocalDate, chance: &mut Chance) -> u64 {
        let weekday = usize::try_from(date.weekday().num_days_from_sunday()).unwrap_or(0);
        let index = if holiday(date).is_some() { 7 } else { weekday };
        let usual = self.shop.guests.fullness.get(index).copied().unwrap_or(0);
        let ahead = date.signed_duration_since(self.town.today).num_days();
        let booked_so_far = 100 - u64::try_from((ahead - 7).clamp(0, 35)).unwrap_or(0) * 3 / 2;
        usual * booked_so_far * (90 + chance.below(21)) / 10_000
    }

    /// Minutes that the main resources work on this day, together, while the shop is open.
    fn working_minutes(&self) -> i64 {
        let step = u32::try_from(self.profile.settings.slot_step_minutes).unwrap_or(30);
        let mut probe = self.input.clone();
        for resource in &mut probe.resources {
            resource.taken.clear();
        }
        probe.service = ServiceRules {
            minutes: step,
            before: 0,
            after: 0,
            step,
            notice_minutes: 0,
            horizon_days: u32::MAX,
            party: 1,
            starts: Starts::Grid,
            processing: None,
        };
        let candidates = self.main.iter().map(|resource| Candidate {
            resource: *resource,
            take: Take::Exclusive,
            minutes: None,
        });
        probe.needs = vec![Need {
            candidates: candidates.collect(),
            leaves: false,
            groups: Vec::new(),
        }];
        free_slots(&probe)
            .iter()
            .map(|slot| i64::from(slot.left) * i64::from(step))
            .sum()
    }

    /// Fills a class: at each of its starts, each place in so many of a hundred cases.
    fn each_start(&mut self, index: usize, fullness: u64, chance: &mut Chance) {
        let weight = self.written(index).map_or(0, |service| service.weight);
        let alone = Wish {
            service: index,
            party: 1,
            nominated: None,
        };
        self.turn(&alone);
        for slot in free_slots(&self.input) {
            for _ in 0..slot.left {
                if !chance.percent(fullness * weight / 10) {
                    continue;
                }
                let wish = Wish {
                    party: self.party(index, chance),
                    nominated: self.nominated(index, chance),
                    service: index,
                };
                self.turn(&wish);
                if let Ok(placement) = place(&self.input, slot.start) {
                    self.book(&wish, placement, chance);
                }
            }
        }
    }

    /// One booking more on this day: the minutes it takes of the main resources, or `None` if it could not be had.
    fn one_more(&mut self, chance: &mut Chance) -> Option<i64> {
        let weighed = self.services.iter().enumerate().map(|(index, (_, about))| {
            let weight = if about.each_start { 0 } else { about.weight };
            (index, weight)
        });
        let weighed: Vec<(usize, u64)> = weighed.collect();
        let (index, _) = *chance.weigh(weighed.iter().map(|one| (one, one.1)))?;
        let mut wish = Wish {
            service: index,
            party: self.party(index, chance),
            nominated: self.nominated(index, chance),
        };
        self.turn(&wish);
        let mut slots = free_slots(&self.input);
        if slots.is_empty() && wish.nominated.is_some() {
            wish.nominated = None;
            self.turn(&wish);
            slots = free_slots(&self.input);
        }
        let start = chance.pick(&slots)?.start;
        let placement = place(&self.input, start).ok()?;
        let length = placement.occupied_until - placement.occupied_from;
        let takes = placement.takes.iter();
        let of_main = takes
            .filter(|one| self.main.contains(&one.resource))
            .count();
        let minutes = length.num_minutes() * i64::try_from(of_main).unwrap_or(0);
        let holds = self.book(&wish, placement, chance)?;
        Some(if holds { minutes } else { 0 })
    }
}
