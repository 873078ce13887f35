//! Who works in a business, and who did.

use super::role::{Rights, StaffRole};
use crate::{
    base::ids::{ResourceId, SeatId, UserId},
    db::{self, TenantTx},
    schema::{accounts::users, businesses::staff_assignments},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

/// Somebody's seat, as the team is shown it.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// The seat.
    pub seat: SeatId,
    /// The person.
    pub user: UserId,
    /// What they are called.
    pub name: String,
    /// What they are here.
    pub role: StaffRole,
    /// What they may do here.
    pub rights: Rights,
    /// Their column of the calendar.
    pub column: Option<ResourceId>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when, if they have left.
    pub left_at: Option<DateTime<Utc>>,
}

/// Everybody: the highest first, and in a role whoever came first; those who left are at the end, the last first.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Colleague>> {
    type Row = (
        SeatId,
        UserId,
        String,
        StaffRole,
        Value,
        Option<ResourceId>,
        DateTime<Utc>,
        Option<DateTime<Utc>>,
    );
    let business = tx.business();
    let rows: Vec<Row> = staff_assignments::table
        .inner_join(users::table.on(users::id.eq(staff_assignments::user_id)))
        .filter(staff_assignments::business_id.eq(business))
        .order((
            staff_assignments::terminated_at.desc().nulls_first(),
            staff_assignments::role,
            staff_assignments::hired_at,
            staff_assignments::id,
        ))
        .select((
            staff_assignments::id,
            staff_assignments::user_id,
            users::display_name,
            staff_assignments::role,
            staff_assignments::permissions_json,
            staff_assignments::resource_id,
            staff_assignments::hired_at,
            staff_assignments::terminated_at,
        ))
        .load(tx.conn())?;
    Ok(rows
        .into_iter()
        .map(
            |(seat, user, name, role, adjustments, column, since, left_at)| Colleague {
                seat,
                user,
                name,
                role,
                rights: Rights::of(role, &adjustments),
                column,
                since,
                left_at,
            },
        )
        .collect())
}

/// One who works here now.
pub fn find(tx: &mut TenantTx<'_>, seat: SeatId) -> db::Result<Option<Colleague>> {
    let found = all(tx)?.into_iter().find(|one| one.seat == seat);
    Ok(found.filter(|one| one.left_at.is_none()))
}
