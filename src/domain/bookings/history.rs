//! The story of a booking: who changed what, when and why. Written with each change, never altered.

use super::status::Status;
use crate::{
    base::ids::{BookingId, BookingImportId},
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::{accounts::users, bookings::booking_history},
};
use chrono::{DateTime, Utc};
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::QueryFragment,
    sql_types::{Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// One change.
#[derive(Clone, Debug, Default)]
pub struct Change<'a> {
    /// Which field.
    pub field: &'a str,
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
    /// Why, in the words of whoever did it.
    pub reason: &'a str,
}

/// A change as it is read.
#[derive(Clone, Debug, Queryable)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// `customer`, `member` or `house`.
    pub actor: String,
    /// The member's name, if it was one.
    pub who: Option<String>,
    /// Which field.
    pub field: String,
    /// What it was.
    pub old: Option<String>,
    /// What it became.
    pub new: Option<String>,
    /// Why.
    pub reason: String,
}

/// The field under which a fee for calling off is told.
pub const CANCELLATION_FEE: &str = "cancellation_fee";

/// The field under which a fee for moving is told, and that it was waived.
pub const MOVE_FEE: &str = "move_fee";

/// The field under which it is told that staff used a coupon on it: its code.
pub const COUPON: &str = "coupon";

/// The field under which another time is told.
pub const START: &str = "start_at";

/// The field under which another length is told.
pub const MINUTES: &str = "minutes";

/// The field under which it is told that a guest was told of a delay, in minutes.
pub const DELAY: &str = "delay";

/// The field under which it is told that a booking out of a file was taken back with all of that file, or stands again:
/// `undone` or `restored`.
pub const IMPORT: &str = "import";

/// The field under which it is told what was done to the series that it belongs to: `made`, its place and how many they are;
/// `moved` or `cancelled`, and how many went along.
pub const SERIES: &str = "series";

/// The field under which it is told what was paid at the shop, or that it was taken back: the amount, and how.
pub const PAYMENT: &str = "payment";

/// The field under which it is told that a receipt was issued: its number.
pub const RECEIPT: &str = "receipt";

/// The field under which it is told that the shop proposed other times for a request, how many, or that the guest can take none
/// of them.
pub const OFFERS: &str = "offers";
/// The field under which it is told that a guest is asked about where their booking was put, and what they answered.
pub const PROPOSAL: &str = "proposal";

/// The field under which it is told that one service of a visit was called off: which, and what that cost.
pub const LINE_OFF: &str = "line_off";

/// The field under which it is told that one service of a visit was moved: which, and from when with whom.
pub const LINE_MOVED: &str = "line_moved";

/// What stands for a reason where something was taken back.
pub const UNDO: &str = "undo";

/// Writes changes of one booking, by the actor of this transaction.
pub fn write(tx: &mut TenantTx<'_>, booking: BookingId, changes: &[Change<'_>]) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let (user, side) = (tx.actor().user(), tx.actor().side());
    let rows: Vec<_> = changes
        .iter()
        .map(|change| {
            (
                booking_history::business_id.eq(business),
                booking_history::booking_id.eq(booking),
                booking_history::changed_by.eq(user),
                booking_history::actor.eq(side),
                booking_history::field_changed.eq(change.field),
                booking_history::old_value.eq(&change.old),
                booking_history::new_value.eq(&change.new),
                booking_history::reason.eq(change.reason),
                booking_history::created_at.eq(now),
            )
        })
        .collect();
    prepared(diesel::insert_into(booking_history::table).values(rows)).execute(tx.conn())?;
    Ok(())
}

/// The same change of every booking that a file brought.
pub(super) fn write_of_import(
    tx: &mut TenantTx<'_>,
    import: BookingImportId,
    state: &str,
) -> db::Result<()> {
    let _written: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.booking_history (business_id, booking_id, changed_by, actor, field_changed, new_value, reason, created_at) \
         select i.business_id, i.booking_id, ?, ?, ?, ?, '', ? \
         from bookings.imported_bookings i where i.business_id = ? and i.import_id = ? returning id",
        (
            bind::<Nullable<SqlUuid>, _>(tx.actor().user()),
            bind::<Text, _>(tx.actor().side()),
            bind::<Text, _>(IMPORT),
            bind::<Text, _>(state),
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// The first line of a booking's story, to be written with it.
pub(super) fn first(
    tx: &TenantTx<'_>,
    booking: BookingId,
    status: Status,
) -> impl QueryFragment<Pg> + use<> {
    diesel::insert_into(booking_history::table).values((
        booking_history::business_id.eq(tx.business()),
        booking_history::booking_id.eq(booking),
        booking_history::changed_by.eq(tx.actor().user()),
        booking_history::actor.eq(tx.actor().side()),
        booking_history::field_changed.eq("status"),
        booking_history::new_value.eq(status.label()),
        booking_history::created_at.eq(tx.now()),
    ))
}

/// What calling a booking off costs, as its story tells together with its last change of state.
pub fn cancellation_fee(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<i64> {
    let told = booking_history::table
        .filter(
            booking_history::business_id
                .eq(tx.business())
                .and(booking_history::booking_id.eq(booking))
                .and(booking_history::field_changed.eq_any(["status", CANCELLATION_FEE])),
        )
        .order(booking_history::created_at.desc())
        .limit(2)
        .select((
            booking_history::field_changed,
            booking_history::created_at,
            booking_history::new_value,
        ))
        .load::<(String, DateTime<Utc>, Option<String>)>(tx.conn())?;
    let last = told.first().map(|(_, at, _)| *at);
    let fee = told
        .into_iter()
        .find(|(field, at, _)| field == CANCELLATION_FEE && Some(*at) == last);
    Ok(fee.and_then(|(_, _, fee)| fee?.parse().ok()).unwrap_or(0))
}

/// The story of a booking, oldest first.
pub fn read(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<Entry>> {
    let business = tx.business();
    let entries = booking_history::table
        .left_join(users::table.on(booking_history::changed_by.eq(users::id.nullable())))
        .filter(
            booking_history::business_id
                .eq(business)
                .and(booking_history::booking_id.eq(booking)),
        )
        .order((booking_history::created_at, booking_history::id))
        .select((
            booking_history::created_at,
            booking_history::actor,
            users::display_name.nullable(),
            booking_history::field_changed,
            booking_history::old_value,
            booking_history::new_value,
            booking_history::reason,
        ))
        .load(tx.conn())?;
    Ok(entries)
}
