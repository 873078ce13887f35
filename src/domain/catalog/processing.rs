//! The part of a service that needs nobody: the colour sets, whoever serves can serve somebody else, and the chair stays
//! taken (放置時間, AV7). It begins and lasts the same whoever serves.

use crate::{
    base::ids::ServiceId,
    db::{self, TenantTx, statement::prepared},
    schema::catalog::processing_times,
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// When nobody is needed.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Queryable,
    Selectable,
    Insertable,
    AsChangeset,
    Serialize,
    Deserialize,
)]
#[diesel(table_name = processing_times)]
pub struct Processing {
    /// Minutes from the start of the service.
    pub after_minutes: i16,
    /// Minutes it lasts.
    pub processing_minutes: i16,
}

/// That of a service, where it has one.
pub fn of_service(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<Processing>> {
    let found = processing_times::table
        .filter(processing_times::business_id.eq(tx.business()))
        .filter(processing_times::service_id.eq(id))
        .select(Processing::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// Those of all services that have one.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<(ServiceId, Processing)>> {
    Ok(processing_times::table
        .filter(processing_times::business_id.eq(tx.business()))
        .select((processing_times::service_id, Processing::as_select()))
        .load(tx.conn())?)
}

/// Writes that of a service anew, or takes it away.
pub fn write(
    tx: &mut TenantTx<'_>,
    id: ServiceId,
    processing: Option<Processing>,
) -> db::Result<()> {
    let Some(processing) = processing else {
        let own = processing_times::table
            .filter(processing_times::business_id.eq(tx.business()))
            .filter(processing_times::service_id.eq(id));
        prepared(diesel::delete(own)).execute(tx.conn())?;
        return Ok(());
    };
    let insert = diesel::insert_into(processing_times::table)
        .values((
            processing_times::business_id.eq(tx.business()),
            processing_times::service_id.eq(id),
            processing,
        ))
        .on_conflict(processing_times::service_id)
        .do_update()
        .set(processing);
    prepared(insert).execute(tx.conn())?;
    Ok(())
}
