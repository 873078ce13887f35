//! Command: what a file brought is taken back as a whole, as long as nobody has touched any of it.

use super::waiting::{self, State};
use crate::{
    base::ids::BookingImportId,
    db::{
        self, DbError, TenantTx,
        statement::{bind, statement},
    },
    domain::bookings::history,
    refusal,
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Why nothing was taken back.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// There is nothing to take back.
    #[error("nothing to undo")]
    Unknown,
    /// So many of its bookings are not what they were, or have begun.
    #[error("{0} were touched")]
    Touched(i64),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(UndoError);

/// How many bookings of a file were touched since: changed, deleted, paid for, answered about, written about in a chart, or begun.
pub fn touched(tx: &mut TenantTx<'_>, import: BookingImportId) -> db::Result<i64> {
    Ok(statement::<BigInt, _>(
        "select count(*) from bookings.imported_bookings i join bookings.bookings b on b.id = i.booking_id \
             join bookings.booking_imports m on m.id = i.import_id \
         where i.business_id = ? and i.import_id = ? and (b.version <> 1 or b.status <> 'confirmed' or b.deleted_at is not null \
             or b.start_at <= ? or b.staff_note <> '' \
             or exists (select from bookings.booking_history h where h.booking_id = b.id and h.created_at <> m.made_at and h.field_changed <> 'import') \
             or exists (select from bookings.booking_answers a where a.booking_id = b.id) \
             or exists (select from bookings.chart_entries k where k.booking_id = b.id and k.deleted_at is null) \
             or exists (select from payments.booking_payments p where p.booking_id = b.id))",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .get_result(tx.conn())?)
}

/// Takes it back: bookings are deleted, which frees their time; cards that came with them and that nothing else needs are deleted
/// as well, and letters that have not left do not leave. Returns how many bookings.
pub fn undo(tx: &mut TenantTx<'_>, import: BookingImportId) -> Result<usize, UndoError> {
    let (business, now) = (tx.business(), tx.now());
    let which = || (bind::<SqlUuid, _>(business), bind::<SqlUuid, _>(import));
    let found = waiting::of(tx, import)?.filter(|one| one.state == State::Made);
    found.ok_or(UndoError::Unknown)?;
    // Cards before bookings, as whoever writes in a chart or forgets somebody takes them.
    let (one, other) = which();
    let made: Vec<Uuid> = statement::<SqlUuid, _>(
        "select c.id from customers.customers c where c.business_id = ? and c.id in \
             (select b.customer_id from bookings.imported_bookings i join bookings.bookings b on b.id = i.booking_id \
                 where i.import_id = ? and i.has_made_card) order by c.id for update",
        (one, other),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    // Whoever changes one of them now waits, and then finds it deleted; whoever was first is seen below.
    let (one, other) = which();
    let _locked: Vec<Uuid> = statement::<SqlUuid, _>(
        "select b.id from bookings.bookings b where b.business_id = ? and b.id in \
             (select i.booking_id from bookings.imported_bookings i where i.import_id = ?) order by b.id for update",
        (one, other),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    let touched = touched(tx, import)?;
    if touched > 0 {
        return Err(UndoError::Touched(touched));
    }
    let (one, other) = which();
    let done: Vec<Uuid> = statement::<SqlUuid, _>(
        "update bookings.booking_imports set state = 'undone', undone_at = ? \
         where business_id = ? and id = ? and state = 'made' returning id",
        (bind::<Timestamptz, _>(now), one, other),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    if done.is_empty() {
        return Err(UndoError::Unknown);
    }
    let (one, other) = which();
    let gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "update bookings.bookings set deleted_at = ?, version = version + 1 where business_id = ? and id in \
             (select i.booking_id from bookings.imported_bookings i where i.import_id = ?) returning id",
        (bind::<Timestamptz, _>(now), one, other),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    history::write_of_import(tx, import, "undone")?;
    letters(tx, import)?;
    cards(tx, &made)?;
    Ok(gone.len())
}

/// What has not left does not leave.
fn letters(tx: &mut TenantTx<'_>, import: BookingImportId) -> db::Result<()> {
    let _gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from notifications.notification_outbox o where o.business_id = ? and o.sent_at is null \
         and o.delivery_status = 'queued' and o.booking_id in \
             (select i.booking_id from bookings.imported_bookings i where i.import_id = ?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Of the cards that the file made, those that nobody has written on since.
fn cards(tx: &mut TenantTx<'_>, made: &[Uuid]) -> db::Result<()> {
    let _gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "update customers.customers c set deleted_at = ? where c.business_id = ? and c.id = any (?) \
         and c.version = 1 and c.deleted_at is null and c.user_id is null and c.blocked_at is null \
         and not exists (select from bookings.bookings b where b.customer_id = c.id and b.deleted_at is null) \
         and not exists (select from customers.customer_notes n where n.customer_id = c.id and n.deleted_at is null) \
         and not exists (select from bookings.chart_entries k where k.customer_id = c.id and k.deleted_at is null) returning id",
        (
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(made),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
