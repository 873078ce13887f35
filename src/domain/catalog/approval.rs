//! 承認制: what guests ask for and do not have before the shop says so. A service that is not named here is booked at once.

use crate::{
    base::{fingerprint::fingerprint, ids::ServiceId},
    db::{
        self, EditError, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::catalog::service_approvals,
};
use diesel::{
    prelude::*,
    sql_types::{Array, SmallInt, Uuid as SqlUuid},
};
use std::sync::Arc;
use uuid::Uuid;

/// For so many hours a request waits where nobody says otherwise.
pub const USUAL_HOURS: i16 = 24;
/// For so many hours a request may wait; nights are not counted.
pub const HOURS: [i16; 6] = [3, 6, 12, 24, 48, 72];

/// A service that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = service_approvals)]
pub struct Approval {
    /// Which.
    pub service_id: ServiceId,
    /// So many hours the shop has for its answer.
    pub answer_hours: i16,
}

/// All of a business, remembered with its menu.
pub struct Approvals(Vec<Approval>);

impl Approvals {
    /// Whether a service is asked for.
    pub fn is_asked(&self, service: ServiceId) -> bool {
        self.0.iter().any(|one| one.service_id == service)
    }
}

/// Every service that is asked for, as it is remembered.
pub fn standing(tx: &mut TenantTx<'_>) -> db::Result<Arc<Approvals>> {
    tx.kept(|tx| all(tx).map(Approvals))
}

/// How many hours a request for a service waits; nothing where it is booked at once.
pub fn hours_of(tx: &mut TenantTx<'_>, service: ServiceId) -> db::Result<Option<i16>> {
    let known = standing(tx)?;
    let own = known.0.iter().find(|one| one.service_id == service);
    Ok(own.map(|one| one.answer_hours))
}

/// Every service that is asked for.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Approval>> {
    let business = tx.business();
    Ok(service_approvals::table
        .filter(service_approvals::business_id.eq(business))
        .order(service_approvals::service_id)
        .select(Approval::as_select())
        .load(tx.conn())?)
}

/// Tells them apart from what somebody else makes of them.
pub fn version(rows: &[Approval]) -> String {
    fingerprint(&rows)
}

/// From now on these are asked for, if what holds is still what `known` was made of. What stays as it was is not written again,
/// so that the trail tells what changed.
pub fn save(tx: &mut TenantTx<'_>, rows: &[Approval], known: &str) -> Result<(), EditError> {
    lock(tx)?;
    if version(&all(tx)?) != known {
        return Err(EditError::Stale);
    }
    Ok(write(tx, rows)?)
}

/// Writes them, whatever was there.
pub fn write(tx: &mut TenantTx<'_>, rows: &[Approval]) -> db::Result<()> {
    let services: Vec<Uuid> = rows.iter().map(|one| one.service_id.0).collect();
    let hours: Vec<i16> = rows.iter().map(|one| one.answer_hours).collect();
    let gone = statement::<(), _>(
        "delete from catalog.service_approvals where business_id = ? and service_id <> all (?)",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(services.clone()),
        ),
    );
    prepared(gone).execute(tx.conn())?;
    let said = statement::<(), _>(
        "insert into catalog.service_approvals (business_id, service_id, answer_hours) \
         select ?::uuid, said.service, said.hours from unnest(?::uuid[], ?::int2[]) as said (service, hours) \
         on conflict (service_id) do update set answer_hours = excluded.answer_hours \
         where service_approvals.answer_hours <> excluded.answer_hours",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(services),
            bind::<Array<SmallInt>, _>(hours),
        ),
    );
    prepared(said).execute(tx.conn())?;
    Ok(())
}

/// Whoever writes them queues up here until the transaction ends.
fn lock(tx: &mut TenantTx<'_>) -> db::Result<()> {
    db::lock_name(tx, format!("approvals of {}", tx.business()))
}
