//! What a new business still has to do, by what is really there.

use crate::{
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    schema::businesses::business_settings,
};
use diesel::{
    prelude::*,
    sql_types::{Bool, Uuid as SqlUuid},
};

/// What is done of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstSteps {
    /// Guests read a few words about it.
    pub has_text: bool,
    /// And in English.
    pub has_english: bool,
    /// It has a picture.
    pub has_picture: bool,
    /// It says what cancelling costs.
    pub has_policy: bool,
    /// Somebody besides its owner works there or is invited.
    pub has_team: bool,
    /// It answers what the Act on Specified Commercial Transactions asks.
    pub has_legal: bool,
    /// It has been booked once.
    pub has_booking: bool,
}

type Row = (bool, bool, bool, bool, bool, bool, bool);
type RowSql = (Bool, Bool, Bool, Bool, Bool, Bool, Bool);

/// Whether the list is put away.
pub fn is_away(tx: &mut TenantTx<'_>) -> db::Result<bool> {
    Ok(business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(business_settings::first_steps_away_at.is_not_null())
        .first(tx.conn())?)
}

/// What is done.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<FirstSteps> {
    let row: Row = statement::<RowSql, _>(
        "select b.description_ja <> '', b.description_en <> '' and b.display_name_en <> '', \
             exists (select from businesses.business_media m where m.business_id = b.id and m.deleted_at is null), \
             exists (select from catalog.cancellation_policies p where p.business_id = b.id and p.deleted_at is null), \
             exists (select from businesses.staff_assignments s where s.business_id = b.id and s.is_active \
                 and s.user_id is distinct from b.owner_id), \
             r.legal_json not in ('{}', 'null'), \
             exists (select from bookings.bookings k where k.business_id = b.id) \
         from businesses.businesses b join businesses.business_settings r on r.business_id = b.id where b.id = ?",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .get_result(tx.conn())?;
    let (has_text, has_english, has_picture, has_policy, has_team, has_legal, has_booking) = row;
    Ok(FirstSteps {
        has_text,
        has_english,
        has_picture,
        has_policy,
        has_team,
        has_legal,
        has_booking,
    })
}
