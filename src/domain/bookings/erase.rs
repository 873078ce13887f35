//! Command: bookings forget for whom they were. Date, service, price and state stay, for they are the business's figures;
//! what was written beside them goes, and the guest's link opens nothing any more.

use super::{chart, consent, import::waiting, status::Status};
use crate::{
    base::ids::{BookingId, CustomerId},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::notifications::{waiting as letters, wishes},
    schema::bookings::bookings,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// The bookings of cards, deleted ones as well.
pub fn of_cards(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<Vec<BookingId>> {
    Ok(bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::customer_id.eq_any(cards))
        .select(bookings::id)
        .order(bookings::id)
        .load(tx.conn())?)
}

/// When the last booking of a card that stands is over, if any is still ahead: until then the business must know whom it
/// expects. Nobody is let go with one; but one may have been made in the very same moment.
pub fn busy_until(tx: &mut TenantTx<'_>, card: CustomerId) -> db::Result<Option<DateTime<Utc>>> {
    let now = tx.now();
    let ahead: Vec<(Status, DateTime<Utc>)> = bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::customer_id.eq(card))
        .filter(bookings::deleted_at.is_null())
        .filter(bookings::end_at.gt(now))
        .select((bookings::status, bookings::end_at))
        .load(tx.conn())?;
    let stands = ahead
        .into_iter()
        .filter(|(status, _)| status.takes_time() && *status != Status::Completed);
    Ok(stands.map(|(_, end)| end).max())
}

/// Throws away the files that wait to become bookings.
pub fn forget_files(tx: &mut TenantTx<'_>) -> db::Result<()> {
    waiting::forget(tx)
}

/// Takes the words out of bookings and ends their links.
pub fn forget(tx: &mut TenantTx<'_>, cards: &[CustomerId], ids: &[BookingId]) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    chart::forget(tx, cards)?;
    consent::forget(tx, cards)?;
    wishes::forget(tx, cards)?;
    let cards: Vec<Uuid> = cards.iter().map(|id| id.0).collect();
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let _bookings: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update bookings.bookings set customer_note = '', staff_note = '', metadata = '{}' \
         where business_id = ? and id = any (?) \
         and (customer_note <> '' or staff_note <> '' or metadata <> '{}') returning id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    let _answers: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from bookings.booking_answers where business_id = ? and booking_id = any (?) returning booking_id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    let _files: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from bookings.answer_files where business_id = ? and booking_id = any (?) returning id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    let _numbers: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update bookings.imported_bookings set outside_number = '' \
         where business_id = ? and booking_id = any (?) and outside_number <> '' returning id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    // What the program itself wrote there is nobody's words.
    let _reasons: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update bookings.booking_history set reason = '' \
         where business_id = ? and booking_id = any (?) and reason not in ('', 'undo') returning id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    let _links: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update bookings.booking_links set revoked_at = ? \
         where business_id = ? and booking_id = any (?) and revoked_at is null returning id",
        (
            bind::<Timestamptz, _>(now),
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    leave_lists(tx, &cards)
}

/// Takes cards off waiting lists, with the letters about that.
fn leave_lists(tx: &mut TenantTx<'_>, cards: &[Uuid]) -> db::Result<()> {
    let waiting: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from bookings.waitlist where business_id = ? and customer_id = any (?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(cards),
        ),
    )
    .load(tx.conn())?;
    if !waiting.is_empty() {
        letters::forget(tx, &waiting)?;
    }
    Ok(())
}
