//! Read: everything a guest agreed to, wherever that stands: among the answers of their bookings, where it stays, and what the
//! shop wrote down itself. It may be about health: it is read by those who may read notes about guests.

use super::{
    answers::{Answer, Given, STORY},
    consent::{Key, Kind, Way, Withdrawal},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, ConsentId, CustomerId, QuestionId},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// So many of the words that the shop has asked in are offered again.
const OFFERED: i64 = 8;

/// What was agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A kind, and its topic, which may be empty.
    Kind(Kind, String),
    /// A question of a booking.
    Asked(Bilingual),
}

/// That it was taken back, and who wrote that down.
#[derive(Clone, Debug)]
pub struct Withdrawn {
    /// When, and how.
    pub withdrawal: Withdrawal,
    /// Who wrote it.
    pub by: Option<String>,
}

/// Something agreed to.
#[derive(Clone, Debug)]
pub struct Consent {
    /// Which.
    pub key: Key,
    /// The row that knows of it, if there is one.
    pub row: Option<ConsentId>,
    /// What it is.
    pub what: What,
    /// In which words it was asked.
    pub wording: String,
    /// How it came; `None` with a booking.
    pub way: Option<Way>,
    /// Who agreed, where it says so.
    pub signer: String,
    /// When.
    pub date: NaiveDate,
    /// With a booking the moment; else when it was written down.
    pub at: DateTime<Utc>,
    /// Who of the shop wrote it down; `None` where the guest did it themselves.
    pub by: Option<String>,
    /// Whether it was taken back.
    pub withdrawn: Option<Withdrawn>,
}

impl Consent {
    /// The booking that it came with.
    pub fn booking(&self) -> Option<BookingId> {
        match self.key {
            Key::Own(_) => None,
            Key::Answer(booking, _) => Some(booking),
        }
    }
}

/// All of a guest's, the newest first.
pub fn of(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Vec<Consent>> {
    let rows = rows(tx, customer)?;
    let mut all = answered(tx, customer, &rows)?;
    all.extend(rows.into_iter().filter_map(own));
    all.sort_by_key(|one| std::cmp::Reverse((one.date, one.at)));
    Ok(all)
}

/// One of a guest's.
pub fn find(tx: &mut TenantTx<'_>, customer: CustomerId, key: Key) -> db::Result<Option<Consent>> {
    Ok(of(tx, customer)?.into_iter().find(|one| one.key == key))
}

type RowSql = (
    (SqlUuid, Text, Text, Text, Text, Text),
    (Date, Timestamptz, Nullable<Text>),
    (Nullable<SqlUuid>, Nullable<SqlUuid>, Nullable<Timestamptz>),
    (Nullable<Date>, Text, Nullable<Text>),
);
type Row = (
    (ConsentId, String, String, String, String, String),
    (NaiveDate, DateTime<Utc>, Option<String>),
    (Option<BookingId>, Option<QuestionId>, Option<DateTime<Utc>>),
    (Option<NaiveDate>, String, Option<String>),
);

fn rows(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Vec<Row>> {
    Ok(statement::<RowSql, _>(
        "select k.id, k.kind, k.topic, k.wording, k.way, k.signer, k.agreed_on, k.created_at, w.display_name, \
             k.booking_id, k.question, k.agreed_at, k.withdrawn_on, k.withdrawal_note, u.display_name \
         from bookings.consents k left join accounts.users w on w.id = k.written_by \
         left join accounts.users u on u.id = k.withdrawn_by where k.business_id = ? and k.customer_id = ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(customer),
        ),
    )
    .load(tx.conn())?)
}

fn withdrawn((date, note, by): (Option<NaiveDate>, String, Option<String>)) -> Option<Withdrawn> {
    date.map(|date| Withdrawn {
        withdrawal: Withdrawal { date, note },
        by,
    })
}

/// What the shop wrote down itself; of what stands among answers the row says only that it was taken back.
fn own((row, when, _, back): Row) -> Option<Consent> {
    let (id, kind, topic, wording, way, signer) = row;
    let (date, at, by) = when;
    Some(Consent {
        key: Key::Own(id),
        row: Some(id),
        what: What::Kind(Kind::from_word(&kind)?, topic),
        wording,
        way: Way::from_word(&way),
        signer,
        date,
        at,
        by,
        withdrawn: withdrawn(back),
    })
}

/// What was agreed to with bookings. Whether staff wrote it down is told by the story of the booking, which knows that they did
/// within the moment.
fn answered(tx: &mut TenantTx<'_>, customer: CustomerId, rows: &[Row]) -> db::Result<Vec<Consent>> {
    let found: Vec<(BookingId, serde_json::Value, NaiveDate, Option<String>)> =
        statement::<(SqlUuid, Jsonb, Date, Nullable<Text>), _>(
            "select b.id, n.one, (n.at at time zone s.timezone)::date, \
                 (select u.display_name from bookings.booking_history h join accounts.users u on u.id = h.changed_by \
                  where h.business_id = b.business_id and h.booking_id = b.id and h.field_changed = ? \
                      and h.created_at >= n.at and h.created_at < n.at + interval '1 minute' \
                  order by h.created_at limit 1) \
             from bookings.bookings b join businesses.businesses s on s.id = b.business_id \
             cross join lateral (select told.one, (told.one #>> '{given,agreed,at}')::timestamptz as at \
                 from bookings.booking_answers a cross join lateral jsonb_array_elements(a.answers) told(one) \
                 where a.business_id = b.business_id and a.booking_id = b.id) n \
             where b.business_id = ? and b.customer_id = ? and b.deleted_at is null and n.at is not null",
            (
                bind::<Text, _>(STORY),
                bind::<SqlUuid, _>(tx.business()),
                bind::<SqlUuid, _>(customer),
            ),
        )
        .load(tx.conn())?;
    let consents = found.into_iter().filter_map(|(booking, one, date, by)| {
        let answer: Answer = serde_json::from_value(one).ok()?;
        let asked = answer.asked();
        let Given::Agreed(agreement) = answer.given else {
            return None;
        };
        let known = rows.iter().find(|(_, _, (of, question, at), _)| {
            let is_same = at.is_some_and(|at| at == agreement.at);
            (*of, *question) == (Some(booking), answer.question) && is_same
        });
        Some(Consent {
            key: Key::Answer(booking, answer.question),
            row: known.map(|(row, ..)| row.0),
            what: What::Asked(asked),
            wording: agreement.text,
            way: None,
            signer: agreement.name,
            date,
            at: agreement.at,
            by,
            withdrawn: known.and_then(|(.., back)| withdrawn(back.clone())),
        })
    });
    Ok(consents.collect())
}

/// The words in which the shop asked last, for each kind and topic: where the next one may begin.
pub fn wordings(tx: &mut TenantTx<'_>) -> db::Result<Vec<(Kind, String, String)>> {
    let found: Vec<(String, String, String)> = statement::<(Text, Text, Text), _>(
        "select kind, topic, wording from ( \
             select distinct on (kind, topic) kind, topic, wording, created_at from bookings.consents \
             where business_id = ? and kind <> 'answer' order by kind, topic, created_at desc) k \
         order by created_at desc limit ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<BigInt, _>(OFFERED),
        ),
    )
    .load(tx.conn())?;
    let known = found.into_iter();
    Ok(known
        .filter_map(|(kind, topic, wording)| Some((Kind::from_word(&kind)?, topic, wording)))
        .collect())
}
