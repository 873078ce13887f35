//! Read: which files rows of a business name, shown or removed. Whatever keeps files in the store is asked here, for what it
//! does not name is taken away.

use crate::{
    base::ids::BusinessId,
    db::{self, TenantTx},
    schema::{
        bookings::chart_photos,
        businesses::{business_media, businesses},
    },
};
use diesel::prelude::*;
use std::collections::HashSet;

/// The keys under which files lie.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Those that anybody may fetch.
    pub public: HashSet<String>,
    /// Those that are given by pages alone.
    pub private: HashSet<String>,
}

/// All of them; nothing where this database does not know the business: whose files those are, it cannot say.
pub fn named(tx: &mut TenantTx<'_>) -> db::Result<Option<Named>> {
    let business = businesses::table
        .filter(businesses::id.eq(tx.business()))
        .select(businesses::id)
        .first::<BusinessId>(tx.conn())
        .optional()?;
    if business.is_none() {
        return Ok(None);
    }
    let public: Vec<String> = business_media::table
        .filter(business_media::business_id.eq(tx.business()))
        .filter(business_media::picture.ne(""))
        .select(business_media::picture)
        .load(tx.conn())?;
    let private: Vec<String> = chart_photos::table
        .filter(chart_photos::business_id.eq(tx.business()))
        .select(chart_photos::picture)
        .load(tx.conn())?;
    Ok(Some(Named {
        public: public.into_iter().collect(),
        private: private.into_iter().collect(),
    }))
}
