//! Files that questions were answered with: kept with the hold until there is a booking, and then with that. Nothing in them
//! has an address of its own; who may read the answers is given them one by one.

use super::answers::{self, Answer};
use crate::{
    base::ids::{AnswerFileId, BookingId, QuestionId, ReservationId},
    db::{
        self, DbError, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::{
        businesses::document::{Format, tidy_name},
        catalog::question::{Question, wants_files},
    },
    refusal,
    schema::{bookings::answer_files, scheduling::reservations},
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Text, Uuid as SqlUuid},
};
use uuid::Uuid;

/// So many answer one question.
pub const PER_QUESTION: usize = 3;
/// The largest paper; photographs are made small.
pub const LARGEST_PAPER: usize = 5 * 1024 * 1024;
/// So much is kept of one guest for one booking.
pub const MOST_BYTES: i64 = 20 * 1024 * 1024;

/// With what a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// A hold.
    Hold(ReservationId),
    /// A booking.
    Booking(BookingId),
}

/// A file that is kept, but for what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its key.
    pub id: AnswerFileId,
    /// What it answers.
    pub question: QuestionId,
    /// How whoever sent it called it.
    pub name: String,
    /// How large it is.
    pub bytes: i64,
}

/// A file that comes.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// What it answers.
    pub question: QuestionId,
    /// The name that it came with.
    pub name: String,
    /// What it is: a photograph that was made anew, or a paper.
    pub format: Format,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// The hold is gone or has become a booking.
    #[error("nothing to keep it with")]
    Unknown,
    /// The question has as many as it may have.
    #[error("too many")]
    TooMany,
    /// All together are too much.
    #[error("too much")]
    TooMuch,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(TakeError);

/// The files that were sent for a hold so far; none is looked for where no question asks for files.
pub fn of_hold(
    tx: &mut TenantTx<'_>,
    hold: ReservationId,
    questions: &[Question],
) -> db::Result<Vec<Kept>> {
    match wants_files(questions) {
        true => of(tx, hold),
        false => Ok(Vec::new()),
    }
}

/// The files of a hold, in the order in which they came.
fn of(tx: &mut TenantTx<'_>, hold: ReservationId) -> db::Result<Vec<Kept>> {
    let business = tx.business();
    let rows: Vec<(AnswerFileId, QuestionId, String, i64)> =
        statement::<(SqlUuid, SqlUuid, Text, BigInt), _>(
            "select id, question, name, octet_length(bytes)::bigint from bookings.answer_files \
             where business_id = ? and reservation_id = ? order by created_at, id",
            (bind::<SqlUuid, _>(business), bind::<SqlUuid, _>(hold)),
        )
        .load(tx.conn())?;
    let kept = |(id, question, name, bytes)| Kept {
        id,
        question,
        name,
        bytes,
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// Keeps a file, unless the same is kept already: whoever presses twice sends it twice.
pub fn take(tx: &mut TenantTx<'_>, hold: ReservationId, new: &NewFile) -> Result<(), TakeError> {
    lock(tx, hold)?;
    let kept = of(tx, hold)?;
    let own: Vec<&Kept> = kept
        .iter()
        .filter(|file| file.question == new.question)
        .collect();
    let size = i64::try_from(new.bytes.len()).unwrap_or(i64::MAX);
    for file in own.iter().filter(|file| file.bytes == size) {
        if read(tx, Keeper::Hold(hold), file.id)?.is_some_and(|known| known.bytes == new.bytes) {
            return Ok(());
        }
    }
    if own.len() >= PER_QUESTION {
        return Err(TakeError::TooMany);
    }
    let all: i64 = kept.iter().map(|file| file.bytes).sum();
    if all.saturating_add(size) > MOST_BYTES {
        return Err(TakeError::TooMuch);
    }
    let row = (
        answer_files::business_id.eq(tx.business()),
        answer_files::reservation_id.eq(hold),
        answer_files::question.eq(new.question),
        answer_files::name.eq(tidy_name(&new.name, new.format)),
        answer_files::content_type.eq(new.format.content_type()),
        answer_files::bytes.eq(&new.bytes),
        answer_files::created_at.eq(diesel::dsl::now),
    );
    prepared(diesel::insert_into(answer_files::table).values(row))
        .execute(tx.conn())
        .map_err(DbError::from)?;
    Ok(())
}

/// Takes a file away; that there is none is as good.
pub fn remove(tx: &mut TenantTx<'_>, hold: ReservationId, id: AnswerFileId) -> db::Result<()> {
    let own = answer_files::table
        .filter(answer_files::business_id.eq(tx.business()))
        .filter(answer_files::id.eq(id))
        .filter(answer_files::reservation_id.eq(hold));
    prepared(diesel::delete(own)).execute(tx.conn())?;
    Ok(())
}

/// What is in a file.
#[derive(Clone, Debug, Queryable)]
pub struct File {
    /// How it is called.
    pub name: String,
    /// What it is.
    pub content_type: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file of a hold or a booking.
pub fn read(tx: &mut TenantTx<'_>, keeper: Keeper, id: AnswerFileId) -> db::Result<Option<File>> {
    let mut own = answer_files::table
        .filter(answer_files::business_id.eq(tx.business()))
        .filter(answer_files::id.eq(id))
        .select((
            answer_files::name,
            answer_files::content_type,
            answer_files::bytes,
        ))
        .into_boxed();
    own = match keeper {
        Keeper::Hold(hold) => own.filter(answer_files::reservation_id.eq(hold)),
        Keeper::Booking(booking) => own.filter(answer_files::booking_id.eq(booking)),
    };
    Ok(own.first(tx.conn()).optional()?)
}

/// Hands on to a new booking the files that its answers speak of; those that they do not go.
pub(super) fn pass_on(
    tx: &mut TenantTx<'_>,
    (hold, booking): (ReservationId, BookingId),
    told: &[Answer],
) -> db::Result<()> {
    let named: Vec<AnswerFileId> = answers::files(told).map(|file| file.id).collect();
    let own = answer_files::table
        .filter(answer_files::business_id.eq(tx.business()))
        .filter(answer_files::reservation_id.eq(hold));
    let theirs = own.filter(answer_files::id.eq_any(named));
    prepared(diesel::update(theirs).set((
        answer_files::booking_id.eq(booking),
        answer_files::reservation_id.eq(None::<ReservationId>),
    )))
    .execute(tx.conn())?;
    prepared(diesel::delete(own)).execute(tx.conn())?;
    Ok(())
}

/// Forgets what was sent for holds that became nothing.
pub fn forget(tx: &mut PlatformTx<'_>, holds: &[ReservationId]) -> db::Result<()> {
    let holds: Vec<Uuid> = holds.iter().map(|id| id.0).collect();
    let _gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from bookings.answer_files where reservation_id = any (?) returning id",
        (bind::<Array<SqlUuid>, _>(&holds),),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Two forms of one guest come one after another, so that what they may send is counted exactly.
fn lock(tx: &mut TenantTx<'_>, hold: ReservationId) -> Result<(), TakeError> {
    let business = tx.business();
    let found: Option<Uuid> = reservations::table
        .filter(reservations::business_id.eq(business))
        .filter(reservations::id.eq(hold))
        .filter(reservations::committed_at.is_null())
        .select(reservations::id)
        .for_update()
        .first(tx.conn())
        .optional()
        .map_err(DbError::from)?;
    found.map(|_| ()).ok_or(TakeError::Unknown)
}
