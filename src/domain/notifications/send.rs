//! Command: a letter is owed. The row and its job stand in the caller's transaction: no change without its letter, no
//! letter without its change.

use super::jobs::SendNotice;
use crate::{
    base::ids::{BookingId, NoticeId, UserId},
    db::{
        self, TenantTx,
        statement::{Change, bind, prepared, statement, together},
    },
    queue,
    schema::notifications::notification_outbox,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Every kind of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A booking was made.
    BookingConfirmed,
    /// A booking was moved.
    BookingChanged,
    /// A booking was cancelled.
    BookingCancelled,
    /// A booking begins some minutes later than booked.
    BookingDelayed,
    /// A booking was asked for, and waits for the shop.
    RequestReceived,
    /// To the shop: one waits.
    RequestWaiting,
    /// The shop proposes other times.
    RequestProposed,
    /// To the shop: what became of it without them.
    RequestAnswered,
    /// Nobody answered it in time.
    RequestLapsed,
    /// It comes nearer.
    BookingReminder,
    /// Whoever should serve is off, and the guest is asked whether another time or person suits them.
    BookingProposed,
    /// A booking is repeated: it and those that were made with it.
    SeriesConfirmed,
    /// Several bookings of a series were moved.
    SeriesChanged,
    /// Several bookings of a series were cancelled.
    SeriesCancelled,
}

/// A letter to be written.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Which letter.
    pub kind: Kind,
    /// About which booking.
    pub booking: BookingId,
    /// To whom.
    pub to_email: String,
    /// The code of the reader's language.
    pub locale: String,
    /// What the booking itself will no longer tell: the old time, the fee.
    pub data: serde_json::Value,
    /// Not before.
    pub due: DateTime<Utc>,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::BookingConfirmed,
        Self::BookingChanged,
        Self::BookingCancelled,
        Self::BookingDelayed,
        Self::RequestReceived,
        Self::RequestWaiting,
        Self::RequestProposed,
        Self::RequestAnswered,
        Self::RequestLapsed,
        Self::BookingReminder,
        Self::BookingProposed,
        Self::SeriesConfirmed,
        Self::SeriesChanged,
        Self::SeriesCancelled,
    ];

    /// The name in the row; the letter's template has the same.
    pub fn name(self) -> &'static str {
        match self {
            Self::BookingConfirmed => "booking_confirmed",
            Self::BookingChanged => "booking_changed",
            Self::BookingCancelled => "booking_cancelled",
            Self::BookingDelayed => "booking_delayed",
            Self::RequestReceived => "request_received",
            Self::RequestWaiting => "request_waiting",
            Self::RequestProposed => "request_proposed",
            Self::RequestAnswered => "request_answered",
            Self::RequestLapsed => "request_lapsed",
            Self::BookingReminder => "booking_reminder",
            Self::BookingProposed => "booking_proposed",
            Self::SeriesConfirmed => "series_confirmed",
            Self::SeriesChanged => "series_changed",
            Self::SeriesCancelled => "series_cancelled",
        }
    }

    /// Whether the shop reads it, and not its guest.
    pub fn is_for_shop(self) -> bool {
        matches!(self, Self::RequestWaiting | Self::RequestAnswered)
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Writes the letter's row and its job; gives the letter's key.
pub fn send(tx: &mut TenantTx<'_>, notice: &Notice) -> db::Result<NoticeId> {
    let id = NoticeId(Uuid::new_v4());
    together(owed(tx, id, notice)?.into()).execute(tx.conn())?;
    Ok(id)
}

/// Writes a letter that repeats one that went or did not; gives its key.
pub fn send_again(
    tx: &mut TenantTx<'_>,
    notice: &Notice,
    repeated: NoticeId,
) -> db::Result<NoticeId> {
    let id = send(tx, notice)?;
    let own = notification_outbox::table
        .filter(notification_outbox::business_id.eq(tx.business()))
        .filter(notification_outbox::id.eq(id));
    let change = notification_outbox::repeats.eq(repeated);
    prepared(diesel::update(own).set(change)).execute(tx.conn())?;
    Ok(id)
}

/// The letter's row and its job, to be written with what the letter is about.
pub fn owed<'a>(
    tx: &TenantTx<'_>,
    id: NoticeId,
    notice: &'a Notice,
) -> db::Result<[Change<'a>; 2]> {
    let business = tx.business();
    let letter = diesel::insert_into(notification_outbox::table).values((
        notification_outbox::id.eq(id),
        notification_outbox::business_id.eq(business),
        notification_outbox::booking_id.eq(notice.booking),
        notification_outbox::kind.eq(notice.kind.name()),
        notification_outbox::template.eq(notice.kind.name()),
        notification_outbox::to_email.eq(&notice.to_email),
        notification_outbox::locale.eq(&notice.locale),
        notification_outbox::data_json.eq(&notice.data),
        notification_outbox::scheduled_at.eq(notice.due),
    ));
    let job = queue::job(Some(business), &SendNotice { notice: id }, notice.due)?;
    Ok([Box::new(letter), Box::new(job)])
}

/// Notes by whom of our people the change was made that a letter just written tells of: who wants no letter about what
/// they did themselves gets none.
pub fn done_by(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    kind: Kind,
    user: UserId,
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let _noted: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update notifications.notification_outbox set data_json = data_json || jsonb_build_object('by', ?) \
         where business_id = ? and booking_id = ? and kind = ? and scheduled_at = ? and sent_at is null returning id",
        (
            bind::<SqlUuid, _>(user),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(booking),
            bind::<Text, _>(kind.name()),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Takes back one letter that has not gone out yet.
pub fn take_back_one(tx: &mut TenantTx<'_>, id: NoticeId) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        notification_outbox::table
            .filter(
                notification_outbox::business_id
                    .eq(business)
                    .and(notification_outbox::id.eq(id)),
            )
            .filter(notification_outbox::sent_at.is_null()),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// Takes back the letter about a booking that was to leave at that instant, if it is still there: what was told of other acts
/// stays as it is.
pub fn take_back_due(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    (kind, due): (Kind, DateTime<Utc>),
) -> db::Result<()> {
    use super::delivery::DeliveryStatus;
    let business = tx.business();
    prepared(diesel::delete(
        notification_outbox::table
            .filter(notification_outbox::business_id.eq(business))
            .filter(notification_outbox::booking_id.eq(booking))
            .filter(notification_outbox::kind.eq(kind.name()))
            .filter(notification_outbox::scheduled_at.eq(due))
            .filter(notification_outbox::delivery_status.eq(DeliveryStatus::Queued))
            .filter(notification_outbox::sent_at.is_null()),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// Takes back letters about a booking that have not gone out yet: what was undone is not told. Returns how many.
pub fn take_back(tx: &mut TenantTx<'_>, booking: BookingId, kind: Kind) -> db::Result<usize> {
    use super::delivery::DeliveryStatus;
    let business = tx.business();
    let gone = prepared(diesel::delete(
        notification_outbox::table
            .filter(notification_outbox::business_id.eq(business))
            .filter(
                notification_outbox::booking_id
                    .eq(booking)
                    .and(notification_outbox::kind.eq(kind.name())),
            )
            .filter(notification_outbox::delivery_status.eq(DeliveryStatus::Queued))
            .filter(notification_outbox::sent_at.is_null()),
    ))
    .execute(tx.conn())?;
    Ok(gone)
}
