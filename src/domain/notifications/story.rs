//! Read: everything that was written to a guest about a booking, with what it said, each attempt and what became of it.

use super::delivery::{AttemptStatus, Channel, DeliveryStatus};
use crate::{
    base::ids::{BookingId, NoticeId},
    db::{self, TenantTx},
    schema::notifications::{notification_logs, notification_outbox},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// A letter, whole.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its row.
    pub row: Row,
    /// What was tried, in order.
    pub attempts: Vec<Attempt>,
}

/// The row of a letter, as those read it who had it sent.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = notification_outbox)]
pub struct Row {
    /// Its key.
    pub id: NoticeId,
    /// Which letter.
    pub kind: String,
    /// The way it goes.
    pub channel: Channel,
    /// To whom.
    pub to_email: Option<String>,
    /// In which language it was asked for.
    pub locale: String,
    /// Where it stands.
    pub delivery_status: DeliveryStatus,
    /// Not before.
    pub scheduled_at: DateTime<Utc>,
    /// When it went.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// What it said, as long as that is known.
    pub subject: Option<String>,
    /// Its text, without the keys in its links.
    pub words: Option<String>,
    /// The letter that it repeats.
    pub repeats: Option<NoticeId>,
}

/// An attempt to deliver one.
#[derive(Clone, Debug, Queryable)]
pub struct Attempt {
    /// Of which letter.
    pub notice: Option<NoticeId>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// How it ended.
    pub status: AttemptStatus,
    /// What the mail server said.
    pub answer: Option<String>,
}

/// All letters about a booking, newest first.
pub fn of(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<Told>> {
    let business = tx.business();
    let rows: Vec<Row> = notification_outbox::table
        .filter(notification_outbox::business_id.eq(business))
        .filter(notification_outbox::booking_id.eq(booking))
        .order((
            notification_outbox::scheduled_at.desc(),
            notification_outbox::created_at.desc(),
        ))
        .select(Row::as_select())
        .load(tx.conn())?;
    let attempts: Vec<Attempt> = notification_logs::table
        .filter(notification_logs::business_id.eq(business))
        .filter(notification_logs::booking_id.eq(booking))
        .order((notification_logs::created_at, notification_logs::attempts))
        .select((
            notification_logs::notice_id,
            notification_logs::last_attempt_at,
            notification_logs::status,
            notification_logs::error,
        ))
        .load(tx.conn())?;
    let told = |row: Row| {
        let own = attempts.iter().filter(|one| one.notice == Some(row.id));
        Told {
            attempts: own.cloned().collect(),
            row,
        }
    };
    Ok(rows.into_iter().map(told).collect())
}
