//! Who must have a second factor, and from when (AU3): operators and owners because the house says so, after a time of
//! grace; those who work at a business because its owner does.

use crate::{
    base::ids::{BusinessId, UserId},
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::accounts::{
        person::{self, Person},
        second_factor,
    },
    schema::{accounts::second_factor_demands, businesses::business_settings},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Bool, Nullable, Timestamptz, Uuid as SqlUuid},
};

/// Where somebody stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether they have one.
    pub has: bool,
    /// From when they must; `None` when nobody demands it.
    pub due: Option<DateTime<Utc>>,
    /// Whether they have been told.
    is_told: bool,
}

/// Where somebody stands, with so much grace from their first coming in since it is demanded of them.
pub fn standing(tx: &mut PlatformTx<'_>, user: UserId, grace: TimeDelta) -> db::Result<Standing> {
    let now = tx.now();
    let has = second_factor::is_any(tx, user)?;
    let (is_demanded, asked_at): (bool, Option<DateTime<Utc>>) =
        statement::<(Bool, Nullable<Timestamptz>), _>(
            "select exists (select from accounts.users where id = ? and role = 'admin') or exists (
                select from businesses.staff_assignments seat
                join businesses.business_settings rule using (business_id)
                where seat.user_id = ? and seat.is_active and seat.terminated_at is null
                    and (seat.role = 'owner' or rule.second_factor_since <= ?)),
                (select asked_at from accounts.second_factor_demands where user_id = ?)",
            (
                bind::<SqlUuid, _>(user),
                bind::<SqlUuid, _>(user),
                bind::<Timestamptz, _>(now),
                bind::<SqlUuid, _>(user),
            ),
        )
        .get_result(tx.conn())?;
    Ok(Standing {
        has,
        due: is_demanded.then(|| asked_at.unwrap_or(now) + grace),
        is_told: asked_at.is_some(),
    })
}

/// Somebody comes in: if they must have one and have none, their grace begins, unless it has. If nobody demands it any
/// more, the next demand has a grace of its own.
pub fn tell(tx: &mut PlatformTx<'_>, user: UserId, standing: Standing) -> db::Result<()> {
    let now = tx.now();
    if standing.due.is_none() && standing.is_told {
        prepared(diesel::delete(
            second_factor_demands::table.filter(second_factor_demands::user_id.eq(user)),
        ))
        .execute(tx.conn())?;
    } else if standing.due.is_some() && !standing.is_told && !standing.has {
        prepared(
            diesel::insert_into(second_factor_demands::table)
                .values((
                    second_factor_demands::user_id.eq(user),
                    second_factor_demands::asked_at.eq(now),
                ))
                .on_conflict_do_nothing(),
        )
        .execute(tx.conn())?;
    }
    Ok(())
}

/// Since when everybody who works in this business must have one; `None` while its owner leaves it to them.
pub fn demanded(tx: &mut TenantTx<'_>) -> db::Result<Option<DateTime<Utc>>> {
    let business = tx.business();
    Ok(business_settings::table
        .filter(business_settings::business_id.eq(business))
        .select(business_settings::second_factor_since)
        .first(tx.conn())?)
}

/// Those who work in a business, came in by a proved address and have no second factor yet: they are told when one is
/// demanded. Owners are not among them, as theirs was demanded before. Nobody when it is demanded already.
pub fn without(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Vec<Person>> {
    let ids: Vec<UserId> = statement::<SqlUuid, _>(
        "select distinct seat.user_id from businesses.staff_assignments seat
             join businesses.business_settings rule using (business_id)
         where seat.business_id = ? and rule.second_factor_since is null and seat.role <> 'owner'
             and seat.is_active and seat.terminated_at is null
             and not exists (select from accounts.totp_factors app where app.user_id = seat.user_id and app.confirmed_at is not null)
             and not exists (select from accounts.passkeys key where key.user_id = seat.user_id)",
        (bind::<SqlUuid, _>(business),),
    )
    .load(tx.conn())?;
    ids.into_iter()
        .filter_map(|id| person::find(tx, id).transpose())
        .collect()
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
