//! How a shop speaks to its guests.

use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::notifications::{letter_styles, sql_types::Tone as ToneSql},
};
use diesel::prelude::*;

crate::pg_enum! {
    /// The way letters sound. What they tell is the same in each.
    Tone as ToneSql {
        /// As shops usually write.
        Polite = "polite",
        /// As friends do.
        Casual = "casual",
        /// As a grand house does.
        Formal = "formal",
    }
}

impl Tone {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Formal, Self::Polite, Self::Casual];

    /// Tells this from another.
    pub fn version(self) -> String {
        fingerprint(&self)
    }
}

/// The tone of this business.
pub fn of(tx: &mut TenantTx<'_>) -> db::Result<Tone> {
    let found = letter_styles::table
        .filter(letter_styles::business_id.eq(tx.business()))
        .select(letter_styles::tone)
        .first(tx.conn())
        .optional()?;
    Ok(found.unwrap_or(Tone::Polite))
}

/// Chooses another, on top of the version that was seen.
pub fn set(tx: &mut TenantTx<'_>, version: &str, tone: Tone) -> Result<(), EditError> {
    super::wording::lock(tx)?;
    if of(tx)?.version() != version {
        return Err(EditError::Stale);
    }
    let insert = diesel::insert_into(letter_styles::table)
        .values((
            letter_styles::business_id.eq(tx.business()),
            letter_styles::tone.eq(tone),
        ))
        .on_conflict(letter_styles::business_id)
        .do_update()
        .set(letter_styles::tone.eq(tone));
    prepared(insert).execute(tx.conn())?;
    Ok(())
}
