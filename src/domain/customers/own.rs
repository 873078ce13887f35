//! Read: at which businesses somebody has a card.

use crate::{
    base::ids::BusinessId,
    db::{self, PersonTx},
    schema::customers::customers,
};
use diesel::prelude::*;

/// Those businesses; row security says which cards are a person's own.
pub fn businesses(tx: &mut PersonTx<'_>) -> db::Result<Vec<BusinessId>> {
    let found = customers::table
        .select(customers::business_id)
        .distinct()
        .order(customers::business_id)
        .load(tx.conn())?;
    Ok(found)
}
