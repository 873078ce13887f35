//! Who must have a second factor, and from when (AU3): operators and owners because the house says so, after a time of
//! grace; those who work at a business because its owner does.

use crate::{
    base::ids::UserId,
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::accounts::second_factor,
    schema::businesses::business_settings,
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

/// Since when everybody who works in this business must have one; `None` while its owner leaves it to them.
pub fn demanded(tx: &mut TenantTx<'_>) -> db::Result<Option<DateTime<Utc>>> {
    let business = tx.business();
    Ok(business_settings::table
        .filter(business_settings::business_id.eq(business))
        .select(business_settings::second_factor_since)
        .first(tx.conn())?)
}

/// The owner decides. Deciding the same again changes nothing: the grace does not begin anew.
pub fn demand(tx: &mut TenantTx<'_>, demanded: bool) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let own = business_settings::table.filter(business_settings::business_id.eq(business));
    if demanded {
        prepared(
            diesel::update(own.filter(business_settings::second_factor_since.is_null()))
                .set(business_settings::second_factor_since.eq(now)),
        )
        .execute(tx.conn())?;
    } else {
        prepared(
            diesel::update(own)
                .set(business_settings::second_factor_since.eq(None::<DateTime<Utc>>)),
        )
        .execute(tx.conn())?;
    }
    Ok(())
}

impl Standing {
    /// Whether they must set one up before anything else.
    pub fn is_overdue(self, now: DateTime<Utc>) -> bool {
        !self.has && self.due.is_some_and(|due| due <= now)
    }
}
