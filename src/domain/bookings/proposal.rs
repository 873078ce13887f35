//! What a guest is asked because whoever should serve them is suddenly off. The booking stands where it was put meanwhile, so
//! what is proposed is nobody else's; it is about that place alone, and once the booking stands elsewhere nobody is asked.

use super::{
    booking::{self, Customer, Row},
    history::{self, Change},
    status::Status,
};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{self, DbError, TenantTx},
    domain::notifications::send::Kind,
    refusal,
    schema::{
        bookings::{bookings, proposals},
        customers::customers,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

/// What a guest said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It suits them.
    Accepted,
    /// They want another time; until there is one the booking stands where it was put.
    Other,
}

impl Answer {
    /// The word in the row.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Other => "other",
        }
    }

    /// The answer of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Other]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody has answered.
    Waiting,
    /// It suits them.
    Accepted,
    /// They want another time, and there is none yet.
    Other,
    /// The booking has been given yet another time or person since.
    Elsewhere,
    /// It was called off.
    CalledOff,
    /// They have come, or the day is over.
    Past,
}

/// What one guest is asked.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = proposals)]
pub struct Proposal {
    /// About which booking.
    pub booking_id: BookingId,
    /// Who is off.
    pub absent_id: Option<ResourceId>,
    /// On which business day.
    pub absent_on: NaiveDate,
    /// From when it was.
    pub was_start_at: DateTime<Utc>,
    /// Until when.
    pub was_end_at: DateTime<Utc>,
    /// From when it is while its guest is asked.
    pub start_at: DateTime<Utc>,
    /// In whose column it is.
    pub resource_id: Option<ResourceId>,
    /// Whether nothing could be proposed, so that the guest chooses.
    pub is_choice: bool,
    answer: Option<String>,
}

/// A question that is to be asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewProposal {
    /// About which booking.
    pub booking: BookingId,
    /// Who is off, and on which business day.
    pub absent: (ResourceId, NaiveDate),
    /// From when until when it was.
    pub was: (DateTime<Utc>, DateTime<Utc>),
    /// Whether the guest chooses.
    pub is_choice: bool,
}

/// A question, its booking and its guest.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What is asked.
    pub proposal: Proposal,
    /// The booking as it is.
    pub row: Row,
    /// Whose it is.
    pub customer: Customer,
}

/// Why an answer was not taken.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// Nothing is asked any more, or not what was shown.
    #[error("not asked")]
    NotAsked,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(AnswerError);

impl Proposal {
    /// What the guest said.
    pub fn answer(&self) -> Option<Answer> {
        Answer::from_word(self.answer.as_deref()?)
    }

    /// Whether the booking is still where it was put, and ahead.
    pub fn stands(&self, row: &Row) -> bool {
        let put = (self.start_at, self.resource_id);
        row.status.is_ahead() && (row.start_at, row.resource_id) == put
    }

    /// Whether somebody has yet to say something: the guest that it suits them, or the shop which other time there is.
    pub fn is_open(&self, row: &Row) -> bool {
        self.stands(row) && self.answer() != Some(Answer::Accepted)
    }

    /// What became of it.
    pub fn outcome(&self, row: &Row) -> Outcome {
        match (row.status, self.answer()) {
            (Status::Cancelled, _) => Outcome::CalledOff,
            (status, _) if !status.is_ahead() => Outcome::Past,
            _ if !self.stands(row) => Outcome::Elsewhere,
            (_, Some(Answer::Accepted)) => Outcome::Accepted,
            (_, Some(Answer::Other)) => Outcome::Other,
            (_, None) => Outcome::Waiting,
        }
    }
}

impl Asked {
    /// What became of it.
    pub fn outcome(&self) -> Outcome {
        self.proposal.outcome(&self.row)
    }
}

/// What the guest of a booking is, or was, asked.
pub fn of(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<Proposal>> {
    let business = tx.business();
    Ok(proposals::table
        .filter(proposals::business_id.eq(business))
        .filter(proposals::booking_id.eq(booking))
        .select(Proposal::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Whether the guest of a booking is being asked: then neither a deadline nor a fee stands in their way.
pub fn waits(tx: &mut TenantTx<'_>, row: &Row) -> db::Result<bool> {
    let known = of(tx, row.id)?;
    Ok(known.is_some_and(|known| known.is_open(row)))
}

/// All that is open and not over, by time.
pub fn open(tx: &mut TenantTx<'_>) -> db::Result<Vec<Asked>> {
    let (business, now) = (tx.business(), tx.now());
    let unsettled = proposals::answer
        .is_null()
        .or(proposals::answer.eq(Answer::Other.word()));
    let rows: Vec<(Proposal, Row, Customer)> = proposals::table
        .inner_join(bookings::table.on(bookings::id.eq(proposals::booking_id)))
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .filter(proposals::business_id.eq(business))
        .filter(unsettled)
        .filter(bookings::deleted_at.is_null())
        .filter(bookings::end_at.gt(now))
        .order((bookings::start_at, bookings::id))
        .select((
            Proposal::as_select(),
            Row::as_select(),
            Customer::as_select(),
        ))
        .load(tx.conn())?;
    let mut all = together(rows);
    all.retain(|one| one.proposal.is_open(&one.row));
    Ok(all)
}

/// Everybody who was asked because one person is off on a day, by the time they had.
pub fn of_absence(
    tx: &mut TenantTx<'_>,
    (person, date): (ResourceId, NaiveDate),
) -> db::Result<Vec<Asked>> {
    let business = tx.business();
    let rows: Vec<(Proposal, Row, Customer)> = proposals::table
        .inner_join(bookings::table.on(bookings::id.eq(proposals::booking_id)))
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .filter(proposals::business_id.eq(business))
        .filter(proposals::absent_id.eq(person))
        .filter(proposals::absent_on.eq(date))
        .filter(bookings::deleted_at.is_null())
        .order((proposals::was_start_at, bookings::id))
        .select((
            Proposal::as_select(),
            Row::as_select(),
            Customer::as_select(),
        ))
        .load(tx.conn())?;
    Ok(together(rows))
}

fn together(rows: Vec<(Proposal, Row, Customer)>) -> Vec<Asked> {
    rows.into_iter()
        .map(|(proposal, row, customer)| Asked {
            proposal,
            row,
            customer,
        })
        .collect()
}

/// Asks, about the place where the booking is now; what was asked before is no question any more. The letter leaves
/// once what it tells can no longer be taken back unseen.
pub(super) fn ask(tx: &mut TenantTx<'_>, new: &NewProposal) -> Result<(), AnswerError> {
    let row = booking::find_for_update(tx, new.booking)?.ok_or(AnswerError::Unknown)?;
    let (business, now) = (tx.business(), tx.now());
    let (absent, date) = new.absent;
    let (was_start, was_end) = new.was;
    diesel::insert_into(proposals::table)
        .values((
            proposals::business_id.eq(business),
            proposals::booking_id.eq(row.id),
            proposals::absent_id.eq(absent),
            proposals::absent_on.eq(date),
            proposals::was_start_at.eq(was_start),
            proposals::was_end_at.eq(was_end),
            proposals::start_at.eq(row.start_at),
            proposals::resource_id.eq(row.resource_id),
            proposals::is_choice.eq(new.is_choice),
            proposals::asked_at.eq(now),
        ))
        .on_conflict(proposals::booking_id)
        .do_update()
        .set((
            proposals::absent_id.eq(absent),
            proposals::absent_on.eq(date),
            proposals::was_start_at.eq(was_start),
            proposals::was_end_at.eq(was_end),
            proposals::start_at.eq(row.start_at),
            proposals::resource_id.eq(row.resource_id),
            proposals::is_choice.eq(new.is_choice),
            proposals::asked_at.eq(now),
            proposals::answer.eq(None::<String>),
            proposals::answered_at.eq(None::<DateTime<Utc>>),
        ))
        .execute(tx.conn())?;
    note(tx, row.id, "asked")?;
    let data = if new.is_choice {
        serde_json::json!({ "choice": true })
    } else if new.was == (row.start_at, row.end_at) {
        serde_json::json!({})
    } else {
        serde_json::json!({ "old_start": was_start, "old_end": was_end })
    };
    let due = now + super::progress::UNDO;
    Ok(super::cancel::tell(
        tx,
        row.id,
        Kind::BookingProposed,
        data,
        due,
    )?)
}

/// It suits the guest, or they told the shop so: the booking is as firm as any other, or waits for the shop as it did. Saying so
/// twice changes nothing. Gives where it stands.
pub fn accept(tx: &mut TenantTx<'_>, id: BookingId, version: i32) -> Result<Status, AnswerError> {
    let (row, proposal) = standing(tx, id)?;
    if proposal.answer() == Some(Answer::Accepted) {
        return Ok(row.status);
    }
    if row.version != version || proposal.is_choice {
        return Err(AnswerError::NotAsked);
    }
    set(tx, id, Answer::Accepted)?;
    if row.status == Status::Confirmed {
        let (data, now) = (serde_json::json!({}), tx.now());
        super::cancel::tell(tx, id, Kind::BookingConfirmed, data, now)?;
    }
    Ok(row.status)
}

/// The guest wants another time. Nothing moves by that, so nothing is lost by it either.
pub fn want_other(tx: &mut TenantTx<'_>, id: BookingId) -> Result<(), AnswerError> {
    let (_, proposal) = standing(tx, id)?;
    match proposal.answer() {
        Some(Answer::Other) => Ok(()),
        Some(Answer::Accepted) => Err(AnswerError::NotAsked),
        None => Ok(set(tx, id, Answer::Other)?),
    }
}

/// The booking, locked, and what is asked about it, as long as that is a question.
fn standing(tx: &mut TenantTx<'_>, id: BookingId) -> Result<(Row, Proposal), AnswerError> {
    let row = booking::find_for_update(tx, id)?.ok_or(AnswerError::Unknown)?;
    let found = of(tx, id)?.filter(|one| one.stands(&row) && tx.now() < row.start_at);
    Ok((row, found.ok_or(AnswerError::NotAsked)?))
}

fn set(tx: &mut TenantTx<'_>, id: BookingId, answer: Answer) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    diesel::update(
        proposals::table
            .filter(proposals::business_id.eq(business))
            .filter(proposals::booking_id.eq(id)),
    )
    .set((
        proposals::answer.eq(answer.word()),
        proposals::answered_at.eq(now),
    ))
    .execute(tx.conn())?;
    note(tx, id, answer.word())
}

/// Tells it in the story; the booking is another version by it, so that whoever looks at the day sees it.
fn note(tx: &mut TenantTx<'_>, id: BookingId, word: &str) -> db::Result<()> {
    let business = tx.business();
    diesel::update(
        bookings::table
            .filter(bookings::business_id.eq(business))
            .filter(bookings::id.eq(id)),
    )
    .set(bookings::version.eq(bookings::version + 1))
    .execute(tx.conn())?;
    let change = Change {
        field: history::PROPOSAL,
        new: Some(word.to_owned()),
        ..Change::default()
    };
    history::write(tx, id, &[change])
}
