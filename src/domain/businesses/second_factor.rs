//! Who must have a second factor, and from when (AU3): operators and owners because the house says so, after a time of
//! grace; those who work at a business because its owner does.

use crate::{
    base::ids::UserId,
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
    domain::accounts::second_factor,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Nullable, Timestamptz, Uuid as SqlUuid},
};

/// Where somebody stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether they have one.
    pub has: bool,
    /// From when they must; `None` when nobody demands it.
    pub due: Option<DateTime<Utc>>,
}

/// Where somebody stands, with so much grace from the day they became what they are, or their shop's owner decided.
pub fn standing(tx: &mut PlatformTx<'_>, user: UserId, grace: TimeDelta) -> db::Result<Standing> {
    let has = second_factor::is_any(tx, user)?;
    let (since,): (Option<DateTime<Utc>>,) = statement::<(Nullable<Timestamptz>,), _>(
        "select least(
            (select created_at from accounts.users where id = ? and role = 'admin'),
            (select min(case when seat.role = 'owner' then seat.hired_at else greatest(seat.hired_at, rule.second_factor_since) end)
             from businesses.staff_assignments seat
             join businesses.business_settings rule using (business_id)
             where seat.user_id = ? and seat.is_active and seat.terminated_at is null
                 and (seat.role = 'owner' or rule.second_factor_since is not null)))",
        (bind::<SqlUuid, _>(user), bind::<SqlUuid, _>(user)),
    )
    .get_result(tx.conn())?;
    Ok(Standing {
        has,
        due: since.map(|since| since + grace),
    })
}

impl Standing {
    /// Whether they must set one up before anything else.
    pub fn is_overdue(self, now: DateTime<Utc>) -> bool {
        !self.has && self.due.is_some_and(|due| due <= now)
    }
}
