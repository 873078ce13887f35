//! Until when a guest may move a booking: the shop's deadline for that and, where the shop says so, only as long as calling it
//! off costs nothing, so that nobody gets out of a fee by another day.

use super::{booking::Row, rules};
use crate::domain::{businesses::profile::Settings, catalog::policy::Policy};
use chrono::{DateTime, Utc};

/// The last instant at which a guest may move it.
pub fn deadline(settings: &Settings, row: &Row) -> DateTime<Utc> {
    let usual = rules::change_until(row.start_at, settings.change_until_minutes);
    if !settings.moves_while_free || row.price_cents == 0 {
        return usual;
    }
    let agreed: Option<Policy> = serde_json::from_value(row.policy_snapshot_json.clone()).ok();
    let free = agreed.and_then(|policy| policy.free_until(row.start_at));
    free.map_or(usual, |free| usual.min(free))
}
