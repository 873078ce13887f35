//! Asking the engine: whether one start can be had, decided under the lock; and what is nearest to it.

use super::{
    availability::{self, Input, Placement, Refusal, Slot},
    load::{self, Ask, Own},
};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};
use chrono::{DateTime, Utc};

/// How many alternatives are offered when a time was lost.
const ALTERNATIVES: usize = 3;
/// Over how many business days they are looked for.
const ALTERNATIVE_DAYS: u16 = 14;

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
    let input = load::input_locked(tx, &sought.over(from, days))?;
    Ok(availability::place(&input, start))
}

/// The same for staff, who may book at once and as far ahead as they like, at any minute.
pub fn place_by_hand_locked(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Result<Placement, Refusal>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let mut input = load::input_locked(tx, &sought.over(from, days))?;
    input.service.notice_minutes = 0;
    input.service.horizon_days = u32::MAX;
    input.now = input.now.min(start);
    if matches!(input.service.starts, availability::Starts::Grid) {
        input.service.step = 1;
    }
    Ok(availability::place(&input, start))
}

/// The nearest starts that can be had, first the earliest.
pub fn nearest(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    wanted: DateTime<Utc>,
) -> db::Result<Vec<Slot>> {
    let (from, _) = Input::window(sought.profile.zone, wanted.max(tx.now()));
    let input = load::input(tx, &sought.over(from, ALTERNATIVE_DAYS))?;
    Ok(availability::nearest(&input, wanted, ALTERNATIVES))
}

impl<'a> Sought<'a> {
    /// The same, over some business days.
    pub fn over(&self, from: chrono::NaiveDate, days: u16) -> Ask<'a> {
        Ask {
            profile: self.profile,
            service: self.service,
            party: u32::try_from(self.party).unwrap_or(1),
            nominated: self.nominated,
            from,
            days,
            own: self.own,
        }
    }
}
