//! Commands of a guest to whom the shop has proposed other times: one of them is taken, and what was asked for is let go with the
//! others; or none can be, and the shop has its say once more.

use super::{
    booking::{self, Row},
    cancel::tell,
    history::{self, Change},
    offers::{self, Offered},
    request,
    reschedule::{self, Move, Place, repriced},
    state,
    status::Status,
    visit_again::{self, Again, With},
};
use crate::{
    base::ids::{BookingId, OfferId},
    db::{self, DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service,
        notifications::send::Kind,
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::Placement,
            load::{By, Own},
            seek::{self, Sought},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use diesel::prelude::*;
use serde_json::json;

/// What a guest answers.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// About which.
    pub booking: BookingId,
    /// The version they saw.
    pub version: i32,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OfferError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// It was answered, or has lapsed.
    #[error("does not wait")]
    Answered,
    /// Somebody changed it since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// What was proposed stands no more, or does not fit any more.
    #[error("gone")]
    Gone,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(OfferError);

impl From<TakeError> for OfferError {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Taken => Self::Gone,
            TakeError::Db(error) => Self::Db(error),
        }
    }
}

/// Takes one of what is proposed: the booking stands, at that time and with whoever belongs to it.
pub fn take(tx: &mut TenantTx<'_>, answer: &Answer<'_>, id: OfferId) -> Result<(), OfferError> {
    let row = waiting(tx, answer)?;
    let offered = offers::of(tx, row.id)?;
    let offered = offered.into_iter().find(|one| one.id == id);
    let offered = offered.ok_or(OfferError::Gone)?;
    // Nobody else sees it free before all of this is done.
    offers::withdraw(tx, row.id)?;
    allocation::release_booking(tx, row.id)?;
    // A visit stays with whoever was asked for, and costs what it cost.
    let (to, is_nominated) = match visit_again::read(tx, row.id)? {
        None => {
            let to = one_service(tx, answer, (&row, &offered))?;
            (to, offered.is_nominated)
        }
        Some(again) => (
            visit(tx, answer, (&row, &again), &offered)?,
            row.is_nominated,
        ),
    };
    let change = Move {
        price: repriced(&row, None).filter(|_| row.is_nominated && !is_nominated),
        is_nominated,
        to,
        reason: "",
        stands_over: None,
        row: &row,
    };
    reschedule::write(tx, &change)?;
    if !state::go(tx, &row, Status::Confirmed, "")? {
        return Err(OfferError::Answered);
    }
    tell(tx, row.id, Kind::BookingConfirmed, json!({}), tx.now())?;
    let data = json!({ "answer": "taken" });
    let letter = (row.id, Kind::RequestAnswered);
    Ok(request::tell_shop(tx, answer.profile, letter, data)?)
}

/// None of it suits: the request waits on as it was asked for, and the shop has its hours once more.
pub fn decline(tx: &mut TenantTx<'_>, answer: &Answer<'_>) -> Result<(), OfferError> {
    let row = waiting(tx, answer)?;
    let count = offers::of(tx, row.id)?.len();
    if count == 0 {
        return Err(OfferError::Gone);
    }
    offers::withdraw(tx, row.id)?;
    note(tx, &row, count)?;
    let mut data = json!({ "answer": "declined" });
    if let Some(asked) = request::find(tx, row.id)? {
        let until = request::prolong(tx, answer.profile, (&row, &asked))?;
        data = json!({ "answer": "declined", "until": until });
    }
    let letter = (row.id, Kind::RequestAnswered);
    Ok(request::tell_shop(tx, answer.profile, letter, data)?)
}

fn waiting(tx: &mut TenantTx<'_>, answer: &Answer<'_>) -> Result<Row, OfferError> {
    let row = booking::find_for_update(tx, answer.booking)?.ok_or(OfferError::Unknown)?;
    if row.status != Status::Pending {
        return Err(OfferError::Answered);
    }
    match row.version == answer.version {
        true => Ok(row),
        false => Err(OfferError::Stale),
    }
}

/// Gives one service its time.
fn one_service(
    tx: &mut TenantTx<'_>,
    answer: &Answer<'_>,
    (row, offered): (&Row, &Offered),
) -> Result<Place, OfferError> {
    let placement = place(tx, answer, (row, offered))?;
    allocation::take(tx, &placement, Claim::Booking(row.id), Vec::new())?;
    Ok(Place::of(tx, &placement)?)
}

/// Gives a visit its time, all of it or nothing: each service as long as it was agreed, and by whoever was asked for.
fn visit(
    tx: &mut TenantTx<'_>,
    answer: &Answer<'_>,
    (row, again): (&Row, &Again),
    offered: &Offered,
) -> Result<Place, OfferError> {
    if !again.is_whole() {
        return Err(OfferError::Gone);
    }
    let wish = (answer.profile, row.id, &[With::AskedFor][..]);
    let placed = again.place_by_hand(tx, wish, offered.start)?;
    let placed = placed.map_err(|_refusal| OfferError::Gone)?;
    Ok(Place {
        column: again.take(tx, row.id, &placed)?,
        date: placed.date,
        start: placed.start,
        end: placed.end,
    })
}

/// Where it goes, decided anew under the lock: the rules may be others than when it was proposed.
fn place(
    tx: &mut TenantTx<'_>,
    answer: &Answer<'_>,
    (row, offered): (&Row, &Offered),
) -> Result<Placement, OfferError> {
    let service = match row.service_id {
        Some(id) => service::find(tx, id)?.ok_or(OfferError::Gone)?,
        None => return Err(OfferError::Gone),
    };
    let service = row.promised(service);
    let sought = Sought {
        profile: answer.profile,
        service: &service,
        party: row.party_size,
        nominated: offered.resource,
        by: By::Hand,
        own: Own::Booking(row.id),
    };
    seek::place_by_hand_locked(tx, &sought, offered.start)?.map_err(|_refusal| OfferError::Gone)
}

fn note(tx: &mut TenantTx<'_>, row: &Row, count: usize) -> db::Result<()> {
    let business = tx.business();
    diesel::update(
        bookings::table.filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(row.id)),
        ),
    )
    .set(bookings::version.eq(bookings::version + 1))
    .execute(tx.conn())?;
    let change = Change {
        field: history::OFFERS,
        old: Some(count.to_string()),
        ..Change::default()
    };
    history::write(tx, row.id, &[change])
}
