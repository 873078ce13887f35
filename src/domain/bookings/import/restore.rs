//! Command: what was made of a file and taken back stands again, all of it or nothing, as long as its time can be had. Nobody is
//! written to: whether guests ever learned that it was taken back, the shop knows.

use crate::{
    base::ids::BookingImportId,
    db::{
        DbError, TenantTx,
        statement::{BindAll, bind, statement},
    },
    domain::{
        bookings::{booking::Row, history, progress::ProgressError, retake::retake},
        businesses::profile,
        scheduling::load,
    },
    refusal,
    schema::bookings::{bookings, imported_bookings},
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Why it stays taken back.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no such file among those that were taken back.
    #[error("no such import")]
    Unknown,
    /// Something is in the way.
    #[error("in the way: {0:?}")]
    InTheWay(Obstacle),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(RestoreError);

/// What is in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// So many of its bookings were brought in again since.
    Again(i64),
    /// So many of its bookings are of guests whose cards are gone.
    NoCard(i64),
    /// The time of some cannot be had any more.
    TimeGone(Gone),
}

/// Bookings whose time is somebody else's by now, or cannot be had for another reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// How many.
    pub count: usize,
    /// The number of the first.
    pub number: String,
    /// When that one was.
    pub start: DateTime<Utc>,
}

/// Has it back.
pub fn restore(tx: &mut TenantTx<'_>, import: BookingImportId) -> Result<(), RestoreError> {
    let undone_at = statement::<Timestamptz, _>(
        "select undone_at from bookings.booking_imports where business_id = ? and id = ? and state = 'undone' for update",
        which(tx, import),
    )
    .get_result::<DateTime<Utc>>(tx.conn())
    .optional()
    .map_err(DbError::from)?;
    let undone_at = undone_at.ok_or(RestoreError::Unknown)?;
    // Whoever waits for the same time waits here; what is read afterwards stays true.
    load::queue_up(tx)?;
    let again = again(tx, import)?;
    if again > 0 {
        return Err(RestoreError::InTheWay(Obstacle::Again(again)));
    }
    cards(tx, import, undone_at)?;
    stand(tx, import)?;
    retaken(tx, import)?;
    history::write_of_import(tx, import, "restored")?;
    let _done: Vec<Uuid> = statement::<SqlUuid, _>(
        "update bookings.booking_imports set state = 'made', undone_at = null where business_id = ? and id = ? returning id",
        which(tx, import),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    Ok(())
}

/// The business and the file.
fn which(tx: &TenantTx<'_>, import: BookingImportId) -> impl BindAll + use<> {
    (
        bind::<SqlUuid, _>(tx.business()),
        bind::<SqlUuid, _>(import),
    )
}

/// How many of its bookings stand by now as those of another file, by the number that the other system gave them.
fn again(tx: &mut TenantTx<'_>, import: BookingImportId) -> Result<i64, DbError> {
    Ok(statement::<BigInt, _>(
        "select count(*) from bookings.imported_bookings i where i.business_id = ? and i.import_id = ? and i.outside_number <> '' \
         and exists (select from bookings.imported_bookings o join bookings.bookings b on b.id = o.booking_id \
             where o.business_id = i.business_id and o.outside_number = i.outside_number and o.import_id <> i.import_id \
             and b.deleted_at is null)",
        which(tx, import),
    )
    .get_result(tx.conn())?)
}

/// Cards that went with it come back with it; any other that went since is had back by itself.
fn cards(
    tx: &mut TenantTx<'_>,
    import: BookingImportId,
    undone_at: DateTime<Utc>,
) -> Result<(), RestoreError> {
    let _back: Vec<Uuid> = statement::<SqlUuid, _>(
        "update customers.customers c set deleted_at = null where c.deleted_at = ? and c.business_id = ? \
         and c.merged_into is null and c.erased_at is null and c.id in \
             (select b.customer_id from bookings.imported_bookings i join bookings.bookings b on b.id = i.booking_id \
                 where i.import_id = ? and i.has_made_card) returning c.id",
        (
            bind::<Timestamptz, _>(undone_at),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
        ),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    let none: i64 = statement::<BigInt, _>(
        "select count(*) from bookings.imported_bookings i join bookings.bookings b on b.id = i.booking_id \
             join customers.customers c on c.id = b.customer_id \
         where i.business_id = ? and i.import_id = ? and (c.deleted_at is not null or c.erased_at is not null)",
        which(tx, import),
    )
    .get_result(tx.conn())
    .map_err(DbError::from)?;
    match none {
        0 => Ok(()),
        none => Err(RestoreError::InTheWay(Obstacle::NoCard(none))),
    }
}

/// Its bookings stand, still without their time.
fn stand(tx: &mut TenantTx<'_>, import: BookingImportId) -> Result<(), DbError> {
    let _back: Vec<Uuid> = statement::<SqlUuid, _>(
        "update bookings.bookings set deleted_at = null, version = version + 1 where business_id = ? and deleted_at is not null \
         and id in (select i.booking_id from bookings.imported_bookings i where i.import_id = ?) returning id",
        which(tx, import),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Each takes its time again by the engine, as whatever is undone does. All are tried, so that it can be said how many cannot.
fn retaken(tx: &mut TenantTx<'_>, import: BookingImportId) -> Result<(), RestoreError> {
    let profile = profile::own(tx)?.ok_or(RestoreError::Unknown)?;
    let ids = imported_bookings::table
        .filter(imported_bookings::business_id.eq(tx.business()))
        .filter(imported_bookings::import_id.eq(import))
        .select(imported_bookings::booking_id);
    let rows: Vec<Row> = bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::id.eq_any(ids))
        .order((bookings::start_at, bookings::id))
        .select(Row::as_select())
        .load(tx.conn())
        .map_err(DbError::from)?;
    let mut gone: Option<Gone> = None;
    for row in rows {
        match retake(tx, &profile, &row) {
            Ok(()) => {}
            Err(ProgressError::Db(error)) => return Err(error.into()),
            Err(_) => {
                let gone = gone.get_or_insert(Gone {
                    count: 0,
                    number: row.number,
                    start: row.start_at,
                });
                gone.count += 1;
            }
        }
    }
    match gone {
        None => Ok(()),
        Some(gone) => Err(RestoreError::InTheWay(Obstacle::TimeGone(gone))),
    }
}
