//! Under what a business writes its charts: its own words, or none, which means those of its kind of business.

use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::{bookings::chart_headings, businesses::business_settings},
};
use diesel::prelude::*;

/// So many there are at most.
pub const MOST: usize = 8;
/// The longest, in characters.
pub const LONGEST: usize = 40;

/// The headings in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings(pub Vec<String>);

impl Headings {
    /// Tells them apart from what somebody else makes of them.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// Those of the business.
pub fn own(tx: &mut TenantTx<'_>) -> db::Result<Headings> {
    let names = chart_headings::table
        .filter(chart_headings::business_id.eq(tx.business()))
        .order(chart_headings::sort_order)
        .select(chart_headings::name)
        .load(tx.conn())?;
    Ok(Headings(names))
}

/// Writes others, if those there are still what `version` was made of. What was written under the old ones keeps them.
pub fn save(tx: &mut TenantTx<'_>, new: &Headings, version: &str) -> Result<(), EditError> {
    // One at a time: rows that are not there yet cannot be locked.
    let _: String = business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(business_settings::accent)
        .for_update()
        .first(tx.conn())
        .map_err(db::DbError::from)?;
    if own(tx)?.version() != version {
        return Err(EditError::Stale);
    }
    let business = tx.business();
    let before = chart_headings::table.filter(chart_headings::business_id.eq(business));
    prepared(diesel::delete(before))
        .execute(tx.conn())
        .map_err(db::DbError::from)?;
    let rows: Vec<_> = (0_i16..)
        .zip(&new.0)
        .map(|(place, name)| {
            (
                chart_headings::business_id.eq(business),
                chart_headings::sort_order.eq(place),
                chart_headings::name.eq(name),
            )
        })
        .collect();
    diesel::insert_into(chart_headings::table)
        .values(rows)
        .execute(tx.conn())
        .map_err(db::DbError::from)?;
    Ok(())
}
