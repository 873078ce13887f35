//! Commands: what a guest agreed to, as the shop writes it down, and what they take back of all they ever agreed to. Nothing of
//! it is mended or deleted: that somebody agreed, and that they did not any more, has to be shown years later.

use super::{
    chart::living,
    consents::{self, Consent},
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BookingId, ConsentId, CustomerId, QuestionId},
    },
    db::{self, DbError, EditError, TenantTx, statement::prepared},
    schema::bookings::consents as table,
};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::{fmt, str::FromStr};

/// The longest topic, in characters.
pub const TOPIC: usize = 60;
/// The longest wording, in characters.
pub const WORDING: usize = 4000;
/// The longest name of whoever agreed, in characters.
pub const SIGNER: usize = 100;
/// The longest that is written beside a withdrawal, in characters.
pub const NOTE: usize = 200;
/// So many a card has at most that the shop wrote down itself.
pub const MOST: i64 = 200;
/// What a row is called that tells of an answer's withdrawal and of nothing else.
const ANSWER: &str = "answer";

/// What is agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Being told of offers.
    Marketing,
    /// Photographs being shown.
    Photos,
    /// What is about health being kept.
    Health,
    /// Anything else, which its topic says.
    Other,
}

impl Kind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Marketing, Self::Photos, Self::Health, Self::Other];

    /// The word in the row.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Marketing => "marketing",
            Self::Photos => "photos",
            Self::Health => "health",
            Self::Other => "other",
        }
    }

    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// How it came to the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Face to face.
    Person,
    /// Signed on paper.
    Paper,
    /// On the telephone.
    Phone,
    /// By mail, message or a form elsewhere.
    Online,
}

impl Way {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Person, Self::Paper, Self::Phone, Self::Online];

    /// The word in the row.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Paper => "paper",
            Self::Phone => "phone",
            Self::Online => "online",
        }
    }

    /// The one of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// What the shop writes down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was agreed to.
    pub kind: Kind,
    /// What it is about, where it is none of the usual kinds, or how far it goes.
    pub topic: String,
    /// The words in which it was asked.
    pub wording: String,
    /// How it came.
    pub way: Way,
    /// Who agreed, where it was not the guest.
    pub signer: String,
    /// When.
    pub date: NaiveDate,
}

/// That it was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When they said so.
    pub date: NaiveDate,
    /// How, or why.
    pub note: String,
}

/// Which one: a row of its own, or an answer of a booking, by its question; none is the one that the house asks about health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// What the shop wrote down.
    Own(ConsentId),
    /// What was agreed to with a booking.
    Answer(BookingId, Option<QuestionId>),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own(id) => id.fmt(f),
            Self::Answer(booking, Some(question)) => write!(f, "{booking}_{question}"),
            Self::Answer(booking, None) => write!(f, "{booking}_"),
        }
    }
}

impl FromStr for Key {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Ok(match text.split_once('_') {
            None => Self::Own(text.parse()?),
            Some((booking, "")) => Self::Answer(booking.parse()?, None),
            Some((booking, question)) => Self::Answer(booking.parse()?, Some(question.parse()?)),
        })
    }
}

impl Consent {
    /// Tells it from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(&self.withdrawn.as_ref().map(|one| &one.withdrawal))
    }
}

/// Writes one down.
pub fn add(tx: &mut TenantTx<'_>, customer: CustomerId, draft: &Draft) -> Result<(), EditError> {
    living(tx, customer)?;
    if count(tx, customer)? >= MOST {
        return Err(EditError::InUse);
    }
    let values = (
        table::business_id.eq(tx.business()),
        table::customer_id.eq(customer),
        table::kind.eq(draft.kind.word()),
        table::topic.eq(&draft.topic),
        table::wording.eq(&draft.wording),
        table::way.eq(draft.way.word()),
        table::signer.eq(&draft.signer),
        table::agreed_on.eq(draft.date),
        table::written_by.eq(tx.actor().user()),
        table::created_at.eq(tx.now()),
    );
    let added = diesel::insert_into(table::table).values(values);
    prepared(added).execute(tx.conn()).map_err(DbError::from)?;
    Ok(())
}

fn count(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<i64> {
    Ok(table::table
        .filter(table::business_id.eq(tx.business()))
        .filter(table::customer_id.eq(customer))
        .filter(table::kind.ne(ANSWER))
        .count()
        .get_result(tx.conn())?)
}

/// Writes down that it was taken back, or otherwise how, on the version that was seen.
pub fn withdraw(
    tx: &mut TenantTx<'_>,
    (customer, key): (CustomerId, Key),
    withdrawal: &Withdrawal,
    version: &str,
) -> Result<(), EditError> {
    living(tx, customer)?;
    let consent = consents::find(tx, customer, key)?.ok_or(EditError::Unknown)?;
    let known = consent.withdrawn.as_ref().map(|one| &one.withdrawal);
    if known == Some(withdrawal) {
        return Ok(());
    }
    if consent.version() != version {
        return Err(EditError::Stale);
    }
    set(tx, customer, &consent, Some(withdrawal))?;
    Ok(())
}

/// Takes that back: it was written down by mistake. The trail keeps both.
pub fn restore(tx: &mut TenantTx<'_>, (customer, key): (CustomerId, Key)) -> Result<(), EditError> {
    living(tx, customer)?;
    let consent = consents::find(tx, customer, key)?.ok_or(EditError::Unknown)?;
    if consent.withdrawn.is_some() {
        set(tx, customer, &consent, None)?;
    }
    Ok(())
}

fn set(
    tx: &mut TenantTx<'_>,
    customer: CustomerId,
    consent: &Consent,
    withdrawal: Option<&Withdrawal>,
) -> db::Result<()> {
    let now = tx.now();
    let values = (
        table::withdrawn_on.eq(withdrawal.map(|one| one.date)),
        table::withdrawal_note.eq(withdrawal.map_or("", |one| one.note.as_str())),
        table::withdrawn_at.eq(withdrawal.map(|_| now)),
        table::withdrawn_by.eq(withdrawal.and_then(|_| tx.actor().user())),
    );
    if let Some(id) = consent.row {
        let row = table::table
            .filter(table::business_id.eq(tx.business()))
            .filter(table::id.eq(id));
        prepared(diesel::update(row).set(values)).execute(tx.conn())?;
        return Ok(());
    }
    let Key::Answer(booking, question) = consent.key else {
        return Ok(());
    };
    let of = (
        table::business_id.eq(tx.business()),
        table::customer_id.eq(customer),
        table::kind.eq(ANSWER),
        table::agreed_on.eq(consent.date),
        table::booking_id.eq(booking),
        table::question.eq(question),
        table::agreed_at.eq(consent.at),
        table::written_by.eq(tx.actor().user()),
        table::created_at.eq(now),
    );
    let row = diesel::insert_into(table::table).values((of, values));
    prepared(row).execute(tx.conn())?;
    Ok(())
}

/// Consents on cards that forget their person.
pub fn forget(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<()> {
    let gone = table::table
        .filter(table::business_id.eq(tx.business()))
        .filter(table::customer_id.eq_any(cards));
    diesel::delete(gone).execute(tx.conn())?;
    Ok(())
}
