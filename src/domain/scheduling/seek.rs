//! Asking the engine: whether one start can be had, decided under the lock; and what is nearest to it.

use super::{
    availability::{self, Cap, Chosen, Input, Later, Need, Placement, Refusal, ServiceRules, Slot},
    load::{self, Ask, By, Own, Shop},
};
use crate::{
    base::{ids::ResourceId, time::days_after},
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// How many alternatives are offered when a time was lost.
pub(super) const ALTERNATIVES: usize = 3;
/// Out of so many times as many.
const CHOICE: usize = 3;
/// So much farther off counts what would leave time over that nobody can use.
const WASTE: TimeDelta = TimeDelta::hours(1);
/// Over how many business days they are looked for.
pub(super) const ALTERNATIVE_DAYS: u16 = 14;
/// How many business days are read first when the first free time is looked for: two closed days, and one to spare.
pub(super) const SOON_DAYS: u16 = 4;

/// What is sought, but for the time.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What.
    pub service: &'a Service,
    /// For how many.
    pub party: i16,
    /// With whom, if it matters.
    pub nominated: Option<ResourceId>,
    /// Who books.
    pub by: By,
    /// Whose own claims do not count.
    pub own: Own,
}

/// Whether the start can be had, and what it would take. Locks what it could take until the transaction ends, so a
/// yes stays true.
pub fn place_locked(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<Placement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let input = load::input_locked(tx, &sought.over(from, days), start)?;
    Ok(sought.named(availability::place(&input, start)))
}

/// The same for staff, who may book at once and as far ahead as they like, at any minute.
pub fn place_by_hand_locked(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<Placement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let input = load::input_locked(tx, &sought.over(from, days), start)?;
    Ok(sought.named(by_hand(input, start)))
}

/// Whether staff could have the start as things stand, before anything is decided: nothing is locked, so a yes may become
/// a no.
pub fn fits_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<Placement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let input = load::input(tx, &sought.over(from, days))?;
    Ok(by_hand(input, start))
}

/// The first free starts over some days for staff, who need no notice; on the steps that guests are offered, too.
pub fn free_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (from, days): (NaiveDate, u16),
    most: usize,
) -> db::Result<Vec<Slot>> {
    let mut input = load::input(tx, &sought.over(from, days))?;
    for rules in input.every_rule() {
        at_once(rules);
    }
    let mut slots = availability::free_slots(&input);
    slots.truncate(most);
    Ok(slots)
}

/// Every reason why a start cannot be had as things stand, by whoever books; none where it can.
pub fn reasons(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Vec<Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let mut input = load::input(tx, &sought.over(from, days))?;
    if sought.by == By::Hand {
        loosen(&mut input);
        input.now = input.now.min(start);
    }
    Ok(availability::reasons(&input, start))
}

fn by_hand(mut input: Input, start: DateTime<Utc>) -> Result<Placement, Refusal> {
    loosen(&mut input);
    input.now = input.now.min(start);
    availability::place(&input, start)
}

/// The rules for staff: at once, as far ahead as they like, at any minute.
pub(super) fn loosen(input: &mut Input) {
    for rules in input.every_rule() {
        at_once(rules);
        if matches!(rules.starts, availability::Starts::Grid) {
            rules.step = 1;
        }
    }
}

/// No notice is needed, and nothing is too far ahead.
pub(super) fn at_once(rules: &mut ServiceRules) {
    rules.notice_minutes = 0;
    rules.horizon_days = u32::MAX;
}

/// The nearest starts that can be had, first the earliest. One that would leave time over that nobody can use counts as an hour
/// farther off.
pub fn nearest(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    wanted: DateTime<Utc>,
) -> db::Result<Vec<Slot>> {
    let (from, _) = Input::window(sought.profile.zone, wanted.max(tx.now()));
    let input = load::input(tx, &sought.over(from, ALTERNATIVE_DAYS))?;
    let far = |slot: &Slot| {
        let far = (slot.start - wanted).abs();
        let is_other = slot.start != wanted;
        match is_other && availability::is_wasteful(&input, slot.start) {
            true => far + WASTE,
            false => far,
        }
    };
    let near = availability::nearest(&input, wanted, ALTERNATIVES * CHOICE);
    let mut weighed: Vec<_> = near.into_iter().map(|slot| (far(&slot), slot)).collect();
    weighed.sort_by_key(|(far, _)| *far);
    weighed.truncate(ALTERNATIVES);
    weighed.sort_by_key(|(_, slot)| slot.start);
    Ok(weighed.into_iter().map(|(_, slot)| slot).collect())
}

/// What is to be shown of a service over some business days, and its first free time from `today` on, looked for over
/// `ahead` days. Mostly one reading does for both.
pub fn shown(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (from, days): (NaiveDate, u16),
    (today, ahead): (NaiveDate, u16),
) -> db::Result<(Shop, Input, Option<Slot>)> {
    let (ask, near) = (sought.over(from, days), sought.over(today, SOON_DAYS));
    let (shop, input, first) = if from > today {
        let [mut shop, soon] = load::service_shops(tx, [&ask, &near])?;
        let input = shop.take_input(&ask);
        let sure = |slot: &Slot| slot.date < sure_before(today, SOON_DAYS);
        let first = availability::next_free(&soon.into_input(&near)).filter(sure);
        (shop, input, first)
    } else {
        let mut shop = load::service_shop(tx, &ask)?;
        let input = shop.take_input(&ask);
        let first = availability::next_free(&input);
        (shop, input, first)
    };
    let first = match first {
        None => search(tx, &[*sought], today, &[ahead])?.into_iter().next(),
        known => Some(known),
    };
    Ok((shop, input, first.flatten()))
}

/// The first free time of each from a business day on, looked for over so many days. The next few are read first, since
/// that is where it usually is; only what has none there is looked for further, in one more reading for all of them.
pub fn soonest(
    tx: &mut TenantTx<'_>,
    sought: &[Sought<'_>],
    today: NaiveDate,
    days: u16,
) -> db::Result<Vec<Option<Slot>>> {
    search(tx, sought, today, &[SOON_DAYS.min(days), days])
}

/// What the engine is asked about one service.
type Asked = (ServiceRules, Vec<Need>, Option<Later>, Option<Cap>);

/// The first free time of each, over so many days; what is not found, or not for sure, over so many more.
fn search(
    tx: &mut TenantTx<'_>,
    sought: &[Sought<'_>],
    today: NaiveDate,
    further_and_further: &[u16],
) -> db::Result<Vec<Option<Slot>>> {
    let mut found: Vec<Option<Slot>> = vec![None; sought.len()];
    let mut sure = today;
    for days in further_and_further {
        let mut open: Vec<(&mut Option<Slot>, Ask<'_>)> = found
            .iter_mut()
            .zip(sought)
            .filter(|(slot, _)| slot.as_ref().is_none_or(|slot| slot.date >= sure))
            .map(|(slot, one)| (slot, one.over(today, *days)))
            .collect();
        let asks: Vec<Ask<'_>> = open.iter().map(|(_, ask)| ask.clone()).collect();
        let Some((mut shop, first)) = load::whole_shop(tx, &asks)?.zip(asks.first()) else {
            break;
        };
        let mut input = shop.take_input(first);
        // Much of a menu asks the engine the same: as long, by the same people.
        let mut answered: Vec<(Asked, Option<Slot>)> = Vec::new();
        for (slot, ask) in &mut open {
            shop.turn(&mut input, ask);
            let cap = input.limits.of_service().cloned();
            let same = answered.iter().find(|((rules, needs, later, capped), _)| {
                *rules == input.service
                    && *needs == input.needs
                    && *later == input.later
                    && *capped == cap
            });
            if let Some((_, known)) = same {
                slot.clone_from(known);
            } else {
                **slot = availability::next_free(&input);
                let asked = (
                    input.service.clone(),
                    input.needs.clone(),
                    input.later.clone(),
                    cap,
                );
                answered.push((asked, slot.clone()));
            }
        }
        sure = sure_before(today, *days);
    }
    Ok(found)
}

/// A slot on the last day that was read may not be the first: a day that was not read may open before that night ends.
pub(super) fn sure_before(today: NaiveDate, days: u16) -> NaiveDate {
    days_after(today, u32::from(days).saturating_sub(1))
}

impl<'a> Sought<'a> {
    /// What was found, where whoever was asked for was not chosen by whose turn it was.
    fn named(&self, found: Result<Placement, Refusal>) -> Result<Placement, Refusal> {
        found.map(|mut placement| {
            placement.because(self.nominated, Chosen::Named);
            placement
        })
    }

    /// The same, over some business days.
    pub fn over(&self, from: NaiveDate, days: u16) -> Ask<'a> {
        Ask {
            profile: self.profile,
            service: self.service,
            party: u32::try_from(self.party).unwrap_or(1),
            nominated: self.nominated,
            by: self.by,
            from,
            days,
            own: self.own,
        }
    }
}
