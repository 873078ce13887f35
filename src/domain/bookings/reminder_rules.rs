//! When a shop reminds its guests.

use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::bookings::reminder_rules,
};
use diesel::prelude::*;
use std::sync::Arc;

/// So many hours before its beginning a booking is reminded of at most.
pub const MOST_HOURS: i16 = 12;

/// When guests are reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = reminder_rules)]
pub struct ReminderRules {
    /// In the evening of the day before (UX 1.6).
    pub is_day_before: bool,
    /// So many hours before it begins.
    pub lead_hours: Option<i16>,
}

impl Default for ReminderRules {
    fn default() -> Self {
        Self {
            is_day_before: true,
            lead_hours: None,
        }
    }
}

impl ReminderRules {
    /// Tells these from others.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// The rules of this business.
pub fn of(tx: &mut TenantTx<'_>) -> db::Result<Arc<ReminderRules>> {
    tx.kept(read)
}

/// The same, as they stand in this transaction.
pub(super) fn read(tx: &mut TenantTx<'_>) -> db::Result<ReminderRules> {
    let found = reminder_rules::table
        .filter(reminder_rules::business_id.eq(tx.business()))
        .select(ReminderRules::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Keeps other rules, on top of the version that was seen.
pub fn set(tx: &mut TenantTx<'_>, version: &str, rules: ReminderRules) -> Result<(), EditError> {
    lock(tx)?;
    if read(tx)?.version() != version {
        return Err(EditError::Stale);
    }
    let values = || {
        (
            reminder_rules::is_day_before.eq(rules.is_day_before),
            reminder_rules::lead_hours.eq(rules.lead_hours),
        )
    };
    let insert = diesel::insert_into(reminder_rules::table)
        .values((reminder_rules::business_id.eq(tx.business()), values()))
        .on_conflict(reminder_rules::business_id)
        .do_update()
        .set(values());
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// Whoever writes them queues up here until the transaction ends: of two who looked at the same, the second is told.
fn lock(tx: &mut TenantTx<'_>) -> db::Result<()> {
    db::lock_name(tx, format!("reminder rules of {}", tx.business()))
}
