//! Many starts decided one after the other, each beside what those before it took: what a file of bookings is placed by. It is
//! the engine that decides a single one ([`super::seek`]), asked with the same days and the same claims; only the reading is done
//! once for all.

use super::{
    availability::{
        self, Input, Opening, OpeningException, Placement, Refusal, Starts, Taken as EngineTaken,
        business_day,
    },
    load::{self, Shop},
    reach::bounds,
    resource::Roster,
    seek::{Sought, loosen},
    taken::{LONGEST, Taken},
};
use crate::{
    base::{
        ids::ResourceId,
        time::{LAST_MINUTE, LocalDate, WallSpan, local},
    },
    db::{self, TenantTx},
};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, HashMap};

/// What is taken of one thing, by when it begins.
type Column = BTreeMap<DateTime<Utc>, Vec<(EngineTaken, DateTime<Utc>)>>;

/// A business over some days, with what is taken of it.
pub struct Board {
    shop: Shop,
    input: Input,
    columns: HashMap<ResourceId, Column>,
}

impl Board {
    /// Reads it, from the first start to the last. To decide, everything that could be taken is queued up for until the
    /// transaction ends, so that a yes stays true.
    pub fn read(
        tx: &mut TenantTx<'_>,
        sought: &Sought<'_>,
        (first, last): (DateTime<Utc>, DateTime<Utc>),
        is_to_decide: bool,
    ) -> db::Result<Self> {
        let zone = sought.profile.zone;
        let from = Input::window(zone, first).0;
        let days = (local(zone, last).date() - from).num_days() + 1;
        let ask = sought.over(from, u16::try_from(days).unwrap_or(u16::MAX));
        let (mut shop, taken) = load::shop_and_taken(tx, &ask, is_to_decide)?;
        let input = shop.take_input(&ask);
        let mut board = Self {
            shop,
            input,
            columns: HashMap::new(),
        };
        for one in &taken {
            board.put(one);
        }
        Ok(board)
    }

    /// Everything of the business that can be taken.
    pub fn roster(&self) -> &Roster {
        self.shop.roster()
    }

    /// Whether a start can be had by hand, and what it takes, which it then has.
    pub fn place(
        &mut self,
        sought: &Sought<'_>,
        start: DateTime<Utc>,
    ) -> Result<Placement, Refusal> {
        self.turn(sought, start);
        let placement = availability::place(&self.input, start)?;
        self.take(&placement);
        Ok(placement)
    }

    /// The same without regard to when the shop is open and who is on shift: a promise that was given elsewhere. What is
    /// taken is taken all the same, and who has that day off is away.
    pub fn place_as_promised(
        &mut self,
        sought: &Sought<'_>,
        start: DateTime<Utc>,
    ) -> Result<Placement, Refusal> {
        self.turn(sought, start);
        let date = business_day(&self.input, start);
        let mut wide = self.input.clone();
        wide.opening = whole_day(date);
        for rules in wide.every_rule() {
            rules.starts = Starts::Grid;
            rules.step = 1;
        }
        for resource in &mut wide.resources {
            resource.shifts = None;
            resource.exceptions.retain(|one| one.span.is_none());
        }
        let placement = availability::place(&wide, start)?;
        self.take(&placement);
        Ok(placement)
    }

    /// The question about one start, with what is taken around it.
    fn turn(&mut self, sought: &Sought<'_>, start: DateTime<Utc>) {
        let (from, days) = Input::window(sought.profile.zone, start);
        let ask = sought.over(from, days);
        self.shop.turn(&mut self.input, &ask);
        loosen(&mut self.input);
        (self.input.from, self.input.days) = (from, days);
        let (since, until) = bounds(&ask, self.shop.roster());
        for resource in &mut self.input.resources {
            resource.taken.clear();
            let column = self.columns.get(&resource.id).into_iter();
            let near = column.flat_map(|column| column.range(since - LONGEST..until));
            let all = near.flat_map(|(_, all)| all);
            let meets = all.filter(|(_, end)| *end > since);
            resource.taken.extend(meets.map(|(taken, _)| *taken));
        }
    }

    fn take(&mut self, placement: &Placement) {
        for (resource, seat, start, end) in placement.seats() {
            self.put(&Taken {
                resource,
                seat: i16::try_from(seat).unwrap_or(i16::MAX),
                start,
                end,
            });
        }
    }

    fn put(&mut self, taken: &Taken) {
        let capacity = self.shop.find(taken.resource).map_or(1, |one| one.capacity);
        let claim = taken.on(u16::try_from(capacity).unwrap_or(1));
        let column = self.columns.entry(taken.resource).or_default();
        column
            .entry(taken.start)
            .or_default()
            .push((claim, taken.end));
    }
}

/// Open from midnight to the end of the night, that day and the next, which what begins late reaches into.
fn whole_day(date: LocalDate) -> Opening {
    let span = WallSpan::of_minutes(0, i16::try_from(LAST_MINUTE).unwrap_or(0));
    let days = [Some(date), date.succ_opt()].into_iter().flatten();
    Opening {
        exceptions: days.map(|date| OpeningException { date, span }).collect(),
        ..Opening::default()
    }
}
