//! Asking the engine about a visit: several services one after the other, and several guests side by side.

use super::{
    availability::{self, Input, Line, Refusal, Slot, Visit, VisitPlacement, VisitReasons},
    load::{self, Ask, By, Own},
    seek::{ALTERNATIVE_DAYS, ALTERNATIVES, at_once, loosen},
};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};
use chrono::{DateTime, NaiveDate, Utc};

/// So many minutes a guest who books online waits for the next service of a visit at most.
pub const GUESTS_WAIT: u32 = 15;

/// One service of a visit.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// Whose, counted from 0; those of one guest follow one another.
    pub guest: i16,
    /// What, with what was chosen besides.
    pub service: &'a Service,
    /// How many come to it together.
    pub party: i16,
    /// With whom; `None` is anybody, chosen fairly inside the lock.
    pub nominated: Option<ResourceId>,
    /// How many minutes the guest waits for it at most, once the one before is over.
    pub wait: u32,
}

/// What is sought, but for the time.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What, guest after guest, each guest's in their order.
    pub parts: &'a [Part<'a>],
    /// Who books.
    pub by: By,
    /// Whose own claims do not count.
    pub own: Own,
}

/// Whether a visit can begin then, and what it would take. Locks what it could take until the transaction ends, so a yes stays
/// true.
pub fn place_locked(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<VisitPlacement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let inputs = load::inputs_locked(tx, &sought.over(from, days), start)?;
    Ok(sought.named(availability::place_visit(&sought.visit(inputs), start)))
}

/// The same for staff, who may book at once and as far ahead as they like, at any minute.
pub fn place_by_hand_locked(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<VisitPlacement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let mut inputs = load::inputs_locked(tx, &sought.over(from, days), start)?;
    for input in &mut inputs {
        loosen(input);
        input.now = input.now.min(start);
    }
    Ok(sought.named(availability::place_visit(&sought.visit(inputs), start)))
}

/// Every start over some business days at which the whole visit can be had.
pub fn free(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (from, days): (NaiveDate, u16),
) -> db::Result<Vec<Slot>> {
    let inputs = load::inputs(tx, &sought.over(from, days))?;
    Ok(availability::free_visits(&sought.visit(inputs)))
}

/// The first free starts over some business days for staff, who need no notice; on the steps that guests are offered, too.
pub fn free_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (from, days): (NaiveDate, u16),
    most: usize,
) -> db::Result<Vec<Slot>> {
    let mut inputs = load::inputs(tx, &sought.over(from, days))?;
    for input in &mut inputs {
        input.every_rule().for_each(at_once);
    }
    let mut slots = availability::free_visits(&sought.visit(inputs));
    slots.truncate(most);
    Ok(slots)
}

/// Whether staff could have the start as things stand, before anything is decided: nothing is locked, so a yes may become a no.
pub fn fits_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<VisitPlacement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let mut inputs = load::inputs(tx, &sought.over(from, days))?;
    for input in &mut inputs {
        loosen(input);
        input.now = input.now.min(start);
    }
    Ok(availability::place_visit(&sought.visit(inputs), start))
}

/// Why it cannot begin then as things stand, by whoever books: of all of it, and of each service.
pub fn reasons(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<VisitReasons> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let mut inputs = load::inputs(tx, &sought.over(from, days))?;
    if sought.by == By::Hand {
        for input in &mut inputs {
            loosen(input);
            input.now = input.now.min(start);
        }
    }
    Ok(availability::visit_reasons(&sought.visit(inputs), start))
}

/// The nearest starts that can be had, first the earliest.
pub fn nearest(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    wanted: DateTime<Utc>,
) -> db::Result<Vec<Slot>> {
    let (from, _) = Input::window(sought.profile.zone, wanted.max(tx.now()));
    let inputs = load::inputs(tx, &sought.over(from, ALTERNATIVE_DAYS))?;
    let visit = sought.visit(inputs);
    Ok(availability::nearest_visits(&visit, wanted, ALTERNATIVES))
}

impl<'a> Sought<'a> {
    /// What was found, where whoever was asked for was not chosen by whose turn it was.
    fn named(&self, found: Result<VisitPlacement, Refusal>) -> Result<VisitPlacement, Refusal> {
        found.map(|visit| visit.named(self.parts.iter().map(|part| part.nominated)))
    }

    /// The question about each service over some business days.
    pub(super) fn over(&self, from: NaiveDate, days: u16) -> Vec<Ask<'a>> {
        let asks = self.parts.iter().map(|part| Ask {
            profile: self.profile,
            service: part.service,
            party: u32::try_from(part.party).unwrap_or(1),
            nominated: part.nominated,
            by: self.by,
            from,
            days,
            own: self.own,
        });
        asks.collect()
    }

    /// The question, from an input for each part.
    pub(super) fn visit(&self, inputs: Vec<Input>) -> Visit {
        let lines: Vec<(i16, Line)> = self
            .parts
            .iter()
            .zip(inputs)
            .map(|(part, input)| {
                let wait = part.wait;
                (part.guest, Line { input, wait })
            })
            .collect();
        let guests = lines.chunk_by(|one, next| one.0 == next.0);
        let own = |lines: &[(i16, Line)]| lines.iter().map(|(_, line)| line.clone()).collect();
        Visit {
            guests: guests.map(own).collect(),
        }
    }
}
