//! What became of a letter.

use super::unreached;
use crate::{
    base::ids::{BookingId, BusinessId, NoticeId, UserId},
    db::{
        self, PlatformTx, TenantTx,
        statement::{Change, together},
    },
    schema::notifications::{
        notification_logs, notification_outbox,
        sql_types::{
            AttemptStatus as AttemptStatusSql, Channel as ChannelSql,
            DeliveryStatus as DeliveryStatusSql,
        },
    },
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

crate::pg_enum! {
    /// Where a letter stands.
    DeliveryStatus as DeliveryStatusSql {
        /// Waits to be sent.
        Queued = "queued",
        /// Handed to the mail.
        Sent = "sent",
        /// Reported as arrived.
        Delivered = "delivered",
        /// Given up.
        Failed = "failed",
        /// Came back.
        Bounced = "bounced",
    }
}

crate::pg_enum! {
    /// The way it goes.
    Channel as ChannelSql {
        /// E-mail.
        Email = "email",
        /// SMS.
        Sms = "sms",
        /// A call to a machine.
        Webhook = "webhook",
        /// LINE.
        Line = "line",
    }
}

crate::pg_enum! {
    /// How one attempt ended.
    AttemptStatus as AttemptStatusSql {
        /// Under way.
        Pending = "pending",
        /// It went.
        Sent = "sent",
        /// It did not, for good.
        Failed = "failed",
        /// It did not; it will be tried again.
        Retrying = "retrying",
    }
}

/// A letter's row, as the night shift needs it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = notification_outbox)]
pub struct Letter {
    /// Its key.
    pub id: NoticeId,
    /// The business it comes from; `None` when it comes from the house.
    pub business_id: Option<BusinessId>,
    /// The booking it is about.
    pub booking_id: Option<BookingId>,
    /// The person whose account it is about.
    pub recipient_id: Option<UserId>,
    /// Which letter.
    pub kind: String,
    /// To whom.
    pub to_email: Option<String>,
    /// The reader's language.
    pub locale: String,
    /// What the booking no longer tells.
    pub data_json: serde_json::Value,
    /// Attempts so far.
    pub attempts: i32,
    /// Where it stands.
    pub delivery_status: DeliveryStatus,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
}

/// The letter of a key; `None` when it was taken back.
pub fn find(tx: &mut TenantTx<'_>, id: NoticeId) -> db::Result<Option<Letter>> {
    let business = tx.business();
    let letter = notification_outbox::table
        .filter(
            notification_outbox::business_id
                .eq(business)
                .and(notification_outbox::id.eq(id)),
        )
        .select(Letter::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(letter)
}

/// The letter of the house with a key; `None` when it was taken back.
pub fn find_personal(tx: &mut PlatformTx<'_>, id: NoticeId) -> db::Result<Option<Letter>> {
    let letter = notification_outbox::table
        .filter(
            notification_outbox::id
                .eq(id)
                .and(notification_outbox::business_id.is_null()),
        )
        .select(Letter::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(letter)
}

/// Letters about a booking, newest first.
pub fn about(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<Letter>> {
    let business = tx.business();
    let letters = notification_outbox::table
        .filter(
            notification_outbox::business_id
                .eq(business)
                .and(notification_outbox::booking_id.eq(booking)),
        )
        .order(notification_outbox::created_at.desc())
        .select(Letter::as_select())
        .load(tx.conn())?;
    Ok(letters)
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The mail has it, with these words.
    Sent(Option<Kept>),
    /// It did not go, for this reason, and will be tried again.
    Later(String),
    /// It did not go, and goes no more.
    Failed(String),
    /// A server refused it for good.
    Bounced {
        /// What it said.
        answer: String,
        /// Whether that was because of the address.
        is_unreached: bool,
    },
}

/// What a letter said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its subject.
    pub subject: String,
    /// Its text, without the keys in its links.
    pub words: String,
}

/// Writes down an attempt and what it means for the letter, and for the address it went to.
pub fn attempted(tx: &mut TenantTx<'_>, letter: &Letter, ending: &Ending) -> db::Result<()> {
    let now = tx.now();
    let mut changes: Vec<Change<'_>> = attempt(letter, now, ending).into();
    changes.extend(unreached::learned(tx, letter, ending));
    together(changes).execute(tx.conn())?;
    Ok(())
}

/// The same for a letter of the house. What it said stands nowhere: it may have been a way in.
pub fn attempted_personal(
    tx: &mut PlatformTx<'_>,
    letter: &Letter,
    ending: &Ending,
) -> db::Result<()> {
    together(attempt(letter, tx.now(), ending).into()).execute(tx.conn())?;
    Ok(())
}

fn attempt<'a>(letter: &'a Letter, now: DateTime<Utc>, ending: &'a Ending) -> [Change<'a>; 2] {
    let (attempt, status, error) = match ending {
        Ending::Sent(_) => (AttemptStatus::Sent, DeliveryStatus::Sent, None),
        Ending::Later(why) => (
            AttemptStatus::Retrying,
            DeliveryStatus::Queued,
            Some(why.as_str()),
        ),
        Ending::Failed(why) => (
            AttemptStatus::Failed,
            DeliveryStatus::Failed,
            Some(why.as_str()),
        ),
        Ending::Bounced { answer, .. } => (
            AttemptStatus::Failed,
            DeliveryStatus::Bounced,
            Some(answer.as_str()),
        ),
    };
    let kept = match ending {
        Ending::Sent(kept) => kept.as_ref().filter(|_| letter.business_id.is_some()),
        _ => None,
    };
    let outcome = diesel::update(
        notification_outbox::table.filter(
            notification_outbox::id
                .eq(letter.id)
                .and(notification_outbox::business_id.is_not_distinct_from(letter.business_id)),
        ),
    )
    .set((
        notification_outbox::attempts.eq(notification_outbox::attempts + 1),
        notification_outbox::delivery_status.eq(status),
        notification_outbox::sent_at.eq((attempt == AttemptStatus::Sent).then_some(now)),
        notification_outbox::error_message.eq(error),
        notification_outbox::subject.eq(kept.map(|kept| kept.subject.as_str())),
        notification_outbox::words.eq(kept.map(|kept| kept.words.as_str())),
    ));
    let line = diesel::insert_into(notification_logs::table).values((
        notification_logs::business_id.eq(letter.business_id),
        notification_logs::notice_id.eq(letter.id),
        notification_logs::booking_id.eq(letter.booking_id),
        notification_logs::channel.eq(Channel::Email),
        notification_logs::recipient.eq(letter.to_email.as_deref().unwrap_or_default()),
        notification_logs::template.eq(&letter.kind),
        notification_logs::status.eq(attempt),
        notification_logs::attempts.eq((letter.attempts + 1).min(20)),
        notification_logs::last_attempt_at.eq(now),
        notification_logs::error.eq(error),
    ));
    [Box::new(outcome), Box::new(line)]
}
