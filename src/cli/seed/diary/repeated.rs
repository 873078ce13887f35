//! Somebody who comes every week at the same time, from tomorrow on.

use super::{Diary, Wish};
use crate::{
    base::time::{LocalDate, WallTime, Weekday, instant},
    cli::seed::{
        chance::Chance,
        written::{Series, days, times},
    },
    domain::{
        bookings::{booking::Source, status::Status},
        scheduling::availability::place,
    },
};

impl Diary<'_> {
    /// Books the visit of this day, if there is one and it can be had; before anybody else, and with chance of its own.
    pub fn repeated(&mut self, date: LocalDate) {
        let Some(series) = self.shop.series.clone() else {
            return;
        };
        if date <= self.town.today || self.repeated.len() >= series.count {
            return;
        }
        let name = format!("series {} {date}", self.shop.slug);
        let chance = &mut Chance::new(self.town.random_seed, &name);
        let _none = self.one_of(&series, date, chance);
    }

    fn one_of(&mut self, series: &Series, date: LocalDate, chance: &mut Chance) -> Option<()> {
        let day = days(&series.day).ok()?.first().copied()?;
        let minute = times(&series.time).ok()?.first().copied()?;
        if Weekday::of(date).number() != day {
            return None;
        }
        let mut all = self.services.iter();
        let service = all.position(|(_, about)| about.name.0 == series.service)?;
        let wish = Wish {
            service,
            party: 1,
            nominated: None,
        };
        self.turn(&wish);
        let wall = WallTime::new(u16::try_from(minute).ok()?)?;
        let start = instant(self.profile.zone, date, wall)?;
        let placement = place(&self.input, start).ok()?;
        self.book(&wish, placement, chance)?;
        let own = self.visits.len().checked_sub(1)?;
        let first = self.repeated.first().copied().unwrap_or(own);
        let (guest, created_at) = self
            .visits
            .get(first)
            .map(|one| (one.guest, one.created_at))?;
        let visit = self.visits.get_mut(own)?;
        if visit.fate.status != Status::Confirmed {
            return None;
        }
        // All of them were made at the counter, with the first.
        visit.guest = guest;
        visit.created_at = created_at;
        visit.source = Source::Phone;
        visit.customer_note.clear();
        visit.fate.story.truncate(1);
        for turn in &mut visit.fate.story {
            turn.at = created_at;
            turn.member = self.opened.desk.first().copied();
        }
        self.cast.comes(guest, date);
        self.repeated.push(own);
        Some(())
    }
}
