//! How a shop keeps its waiting list.

use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::bookings::waitlist_rules,
};
use chrono::TimeDelta;
use diesel::prelude::*;
use std::sync::Arc;

/// So many hours somebody has at most to answer (seed 000).
pub const MOST_HOURS: i16 = 168;

/// Whether there is a list, and how long an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = waitlist_rules)]
pub struct Rules {
    /// Whether guests can put themselves on it, and are offered what comes free.
    pub is_on: bool,
    /// Waking hours to answer in.
    pub answer_hours: i16,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            is_on: false,
            answer_hours: 24,
        }
    }
}

impl Rules {
    /// How long an offer stands, nights left out.
    pub fn answer(&self) -> TimeDelta {
        TimeDelta::hours(self.answer_hours.clamp(1, MOST_HOURS).into())
    }

    /// Tells these from others.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// The rules of this business.
pub fn of(tx: &mut TenantTx<'_>) -> db::Result<Arc<Rules>> {
    tx.kept(read)
}

fn read(tx: &mut TenantTx<'_>) -> db::Result<Rules> {
    let found = waitlist_rules::table
        .filter(waitlist_rules::business_id.eq(tx.business()))
        .select(Rules::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Keeps other rules, on top of the version that was seen.
pub fn set(tx: &mut TenantTx<'_>, version: &str, rules: Rules) -> Result<(), EditError> {
    lock(tx)?;
    if read(tx)?.version() != version {
        return Err(EditError::Stale);
    }
    let values = || {
        (
            waitlist_rules::is_on.eq(rules.is_on),
            waitlist_rules::answer_hours.eq(rules.answer_hours),
        )
    };
    let insert = diesel::insert_into(waitlist_rules::table)
        .values((waitlist_rules::business_id.eq(tx.business()), values()))
        .on_conflict(waitlist_rules::business_id)
        .do_update()
        .set(values());
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// Whoever writes them queues up here until the transaction ends: of two who looked at the same, the second is told.
fn lock(tx: &mut TenantTx<'_>) -> db::Result<()> {
    db::lock_name(tx, format!("waitlist rules of {}", tx.business()))
}
