//! Command: staff write down what the next one at the counter should know.

use super::{
    booking,
    history::{self, Change},
};
use crate::{
    base::ids::BookingId,
    db::{DbError, TenantTx},
    refusal,
    schema::bookings::bookings,
};
use diesel::prelude::*;

/// The longest note, in characters.
pub const LONGEST: usize = 2000;

/// What is written, and on which version of the booking.
#[derive(Clone, Debug)]
pub struct SaveNote<'a> {
    /// Which.
    pub booking: BookingId,
    /// The whole note; empty removes it.
    pub note: &'a str,
    /// The version the person saw; another one means somebody else was first.
    pub version: i32,
}

/// Why it was not saved.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// Somebody changed the booking since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(NoteError);

/// Saves the note. The same words again change nothing. The story tells that it was changed, not what it said: a note
/// may be about the guest, and the story is never altered.
pub fn save(tx: &mut TenantTx<'_>, command: &SaveNote<'_>) -> Result<(), NoteError> {
    let row = booking::find_to_write(tx, command.booking)?.ok_or(NoteError::Unknown)?;
    if row.staff_note == command.note {
        return Ok(());
    }
    if row.version != command.version {
        return Err(NoteError::Stale);
    }
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set((
            bookings::staff_note.eq(command.note),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    let change = Change {
        field: "staff_note",
        ..Change::default()
    };
    history::write(tx, row.id, &[change])?;
    Ok(())
}
