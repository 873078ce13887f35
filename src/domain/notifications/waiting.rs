//! Command: a letter about a place on a waiting list. It is about no booking yet, so it carries the key of the place; what it
//! says is read when it is written, and what is no longer so is not told.

use super::jobs::SendWaitlistNotice;
use crate::{
    base::ids::{NoticeId, ReservationId, WaitId},
    db::{
        self, TenantTx,
        statement::{bind, statement, together},
    },
    queue,
    schema::notifications::notification_outbox,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Text, Uuid as SqlUuid},
};
use serde_json::json;
use uuid::Uuid;

/// Every kind of letter about a waiting list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody is to be put on the list: is the address theirs?
    Asked,
    /// A time has come free and is held for them.
    Offered,
    /// They did not answer, and it is no longer held.
    Lapsed,
}

/// A letter to be written.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Which letter.
    pub kind: Kind,
    /// About which place.
    pub entry: WaitId,
    /// Of which offer, if it is about one.
    pub offer: Option<ReservationId>,
    /// To whom.
    pub to_email: String,
    /// The code of the reader's language.
    pub locale: String,
    /// Not before.
    pub due: DateTime<Utc>,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Offered, Self::Lapsed];

    /// The name in the row.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "waitlist_asked",
            Self::Offered => "waitlist_offered",
            Self::Lapsed => "waitlist_lapsed",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Writes the letter's row and its job.
pub fn send(tx: &mut TenantTx<'_>, notice: &Notice) -> db::Result<()> {
    let (id, business) = (NoticeId(Uuid::new_v4()), tx.business());
    let letter = diesel::insert_into(notification_outbox::table).values((
        notification_outbox::id.eq(id),
        notification_outbox::business_id.eq(business),
        notification_outbox::kind.eq(notice.kind.name()),
        notification_outbox::template.eq(notice.kind.name()),
        notification_outbox::to_email.eq(&notice.to_email),
        notification_outbox::locale.eq(&notice.locale),
        notification_outbox::data_json.eq(json!({ "entry": notice.entry, "offer": notice.offer })),
        notification_outbox::scheduled_at.eq(notice.due),
    ));
    let job = queue::job(
        Some(business),
        &SendWaitlistNotice { notice: id },
        notice.due,
    )?;
    together(vec![Box::new(letter), Box::new(job)]).execute(tx.conn())?;
    Ok(())
}

/// Throws away all letters about these places, and the attempts to deliver them with each.
pub fn forget(tx: &mut TenantTx<'_>, entries: &[Uuid]) -> db::Result<()> {
    let business = tx.business();
    let entries: Vec<String> = entries.iter().map(Uuid::to_string).collect();
    let _letters: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from notifications.notification_outbox where business_id = ? and booking_id is null \
         and data_json ->> 'entry' = any (?) returning id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<Text>, _>(&entries),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
