//! Whether the owner wishes that guests book online just now (UX glossary 44: 受付停止). What operators say goes before it.

use crate::{
    db::{self, TenantTx, statement::prepared},
    schema::businesses::business_settings,
};
use diesel::prelude::*;

/// Whether the owner wishes it.
pub fn is_wished(tx: &mut TenantTx<'_>) -> db::Result<bool> {
    let business = tx.business();
    Ok(business_settings::table
        .filter(business_settings::business_id.eq(business))
        .select(business_settings::is_accepting)
        .first(tx.conn())?)
}

/// From now on the owner wishes it, or does not.
pub fn wish(tx: &mut TenantTx<'_>, is_accepting: bool) -> db::Result<()> {
    let business = tx.business();
    prepared(
        diesel::update(
            business_settings::table.filter(business_settings::business_id.eq(business)),
        )
        .set(business_settings::is_accepting.eq(is_accepting)),
    )
    .execute(tx.conn())?;
    Ok(())
}
