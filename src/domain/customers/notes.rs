//! Commands and read: what the next one should know of a guest, by kind. The guest may read it in what is held about them.

use super::card::{self, CardError};
use crate::{
    base::ids::{CustomerId, CustomerNoteId},
    db::{self, TenantTx},
    schema::{
        accounts::users,
        customers::{customer_notes, sql_types::NoteType},
    },
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// The longest note, in characters.
pub const LONGEST: usize = 2000;

crate::pg_enum! {
    /// What a note is about.
    Kind as NoteType {
        /// What they must not come into touch with.
        Allergy = "allergy",
        /// How they like it.
        Preference = "preference",
        /// What must not be done.
        Restriction = "restriction",
        /// What has to be made ready for them.
        SpecialNeed = "special_need",
    }
}

impl Kind {
    /// All of them, what does harm when it is overlooked first.
    pub const ALL: [Self; 4] = [
        Self::Allergy,
        Self::Restriction,
        Self::SpecialNeed,
        Self::Preference,
    ];

    /// The label as the words of the house have it.
    pub fn id(self) -> String {
        self.label().replace('_', "-")
    }
}

/// A note.
#[derive(Clone, Debug, Queryable)]
pub struct Note {
    /// Its key.
    pub id: CustomerNoteId,
    /// What it is about.
    pub kind: Kind,
    /// The words.
    pub note: String,
    /// Who wrote it.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was deleted.
    pub deleted_at: Option<DateTime<Utc>>,
}

/// Writes one down.
pub fn add(
    tx: &mut TenantTx<'_>,
    id: CustomerId,
    (kind, note): (Kind, &str),
) -> Result<(), CardError> {
    let card = card::living(tx, id)?;
    let (business, by, now) = (tx.business(), tx.actor().user(), tx.now());
    diesel::insert_into(customer_notes::table)
        .values((
            customer_notes::business_id.eq(business),
            customer_notes::customer_id.eq(card.id),
            customer_notes::note_type.eq(kind),
            customer_notes::note.eq(note),
            customer_notes::created_by.eq(by),
            customer_notes::created_at.eq(now),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Takes one off the card, or puts it back.
pub fn keep(
    tx: &mut TenantTx<'_>,
    (id, note): (CustomerId, CustomerNoteId),
    is_kept: bool,
) -> Result<(), CardError> {
    let card = card::living(tx, id)?;
    let deleted_at = (!is_kept).then_some(tx.now());
    let met = diesel::update(customer_notes::table)
        .filter(customer_notes::customer_id.eq(card.id))
        .filter(customer_notes::id.eq(note))
        .set(customer_notes::deleted_at.eq(deleted_at))
        .execute(tx.conn())?;
    match met {
        0 => Err(CardError::Unknown),
        _ => Ok(()),
    }
}

/// Those on a card, deleted ones too, the newest first.
pub fn of(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Vec<Note>> {
    let business = tx.business();
    Ok(customer_notes::table
        .left_join(users::table.on(customer_notes::created_by.eq(users::id.nullable())))
        .filter(customer_notes::business_id.eq(business))
        .filter(customer_notes::customer_id.eq(id))
        .order((customer_notes::created_at.desc(), customer_notes::id))
        .select((
            customer_notes::id,
            customer_notes::note_type,
            customer_notes::note,
            users::display_name.nullable(),
            customer_notes::created_at,
            customer_notes::deleted_at,
        ))
        .load(tx.conn())?)
}
