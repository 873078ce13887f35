//! Command: a hold becomes a booking. All of it in one transaction: customer, booking, time, history, link, letter.

use super::{
    booking::{self, Source},
    details::Details,
    history::{self, Change},
    link, number,
    quote::quote,
    status::Status,
};
use crate::{
    base::{
        ids::{BookingId, CustomerId, ReservationId, ResourceId},
        lang::Lang,
        token::Token,
    },
    db::{self, DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::{
            price::Quote,
            service::{self, Service},
        },
        customers::register::register,
        notifications::send::{Kind, Notice, send},
        scheduling::{allocation, hold, resource},
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// What somebody confirms.
#[derive(Clone, Debug)]
pub struct Create<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// The hold's token.
    pub hold: &'a Token,
    /// What the total on the confirm page was: nobody pays another price than the one they saw.
    pub seen_total: i64,
    /// The language of the confirm page: the one they ended in is the one to write in.
    pub lang: Lang,
    /// The house's secret, from which the booking's link is made.
    pub secret: &'a [u8],
}

/// Why no booking was made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// There is no such hold.
    #[error("no such hold")]
    Unknown,
    /// The hold ran out; nothing typed is lost.
    #[error("the hold ran out")]
    Expired,
    /// Nothing was typed on the details page yet.
    #[error("no details")]
    NoDetails,
    /// The service is not offered any more.
    #[error("the service is gone")]
    Gone,
    /// The shop takes no bookings just now.
    #[error("not accepting")]
    NotAccepting,
    /// The price has changed since the confirm page was shown.
    #[error("another price")]
    PriceChanged,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(CreateError);

/// Makes the booking of a hold. Repeating it gives the booking that was made the first time.
pub fn create(tx: &mut TenantTx<'_>, command: &Create<'_>) -> Result<BookingId, CreateError> {
    let held = hold::find_for_update(tx, command.hold)?.ok_or(CreateError::Unknown)?;
    if held.committed_at.is_some() {
        return booking::of_hold(tx, held.id)?.ok_or(CreateError::Unknown);
    }
    if !held.is_alive(tx.now()) {
        return Err(CreateError::Expired);
    }
    if !command.profile.settings.is_accepting {
        return Err(CreateError::NotAccepting);
    }
    let mut details = Details::from_json(&held.details_json).ok_or(CreateError::NoDetails)?;
    details.contact.lang = command.lang;
    let service = service::find(tx, held.service_id)?.ok_or(CreateError::Gone)?;
    let person = match held.nominated_resource_id {
        Some(id) => Some(resource::find(tx, id)?.ok_or(CreateError::Gone)?),
        None => None,
    };
    let quote = quote(
        &service,
        held.party_size,
        person.as_ref(),
        &command.profile.settings.currency,
    );
    if quote.total() != command.seen_total {
        return Err(CreateError::PriceChanged);
    }
    let customer = register(tx, &details.contact)?;
    let id = BookingId(Uuid::new_v4());
    insert(
        tx,
        &New {
            id,
            customer,
            service: &service,
            resource: held.chosen_resource_id,
            hold: Some(held.id),
            key: None,
            source: Source::Web,
            start: held.start_at,
            end: held.end_at,
            date: held.business_date,
            party: held.party_size,
            is_nominated: person.is_some(),
            details: &details,
            quote: &quote,
        },
    )?;
    if allocation::pass_on(tx, held.id, id)?.is_empty() {
        // Lapsed and cleared away in this very moment; the whole transaction is undone.
        return Err(CreateError::Expired);
    }
    hold::spend(tx, held.id)?;
    tell(tx, id, &details, command.secret)?;
    Ok(id)
}

/// A booking about to be written.
pub(super) struct New<'a> {
    pub id: BookingId,
    pub customer: CustomerId,
    pub service: &'a Service,
    pub resource: Option<ResourceId>,
    pub hold: Option<ReservationId>,
    pub key: Option<&'a str>,
    pub source: Source,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub date: NaiveDate,
    pub party: i16,
    pub is_nominated: bool,
    pub details: &'a Details,
    pub quote: &'a Quote,
}

/// Writes the row and the first line of its story.
pub(super) fn insert(tx: &mut TenantTx<'_>, new: &New<'_>) -> db::Result<()> {
    let business = tx.business();
    let json = |value: serde_json::Result<serde_json::Value>| value.unwrap_or_default();
    diesel::insert_into(bookings::table)
        .values((
            bookings::id.eq(new.id),
            bookings::business_id.eq(business),
            bookings::number.eq(number::random()),
            bookings::customer_id.eq(new.customer),
            bookings::service_id.eq(new.service.id),
            bookings::resource_id.eq(new.resource),
            bookings::reservation_id.eq(new.hold),
            bookings::idempotency_key.eq(new.key),
            bookings::status.eq(Status::Confirmed),
            bookings::source.eq(new.source),
            bookings::start_at.eq(new.start),
            bookings::end_at.eq(new.end),
            bookings::business_date.eq(new.date),
            bookings::party_size.eq(new.party),
            bookings::is_nominated.eq(new.is_nominated),
            bookings::locale.eq(new.details.contact.lang.code()),
            bookings::price_cents.eq(new.quote.total()),
            bookings::currency.eq(&new.quote.currency),
            bookings::price_snapshot_json.eq(json(serde_json::to_value(new.quote))),
            bookings::policy_snapshot_json.eq(json(serde_json::to_value(&new.service.policy))),
            bookings::customer_note.eq(&new.details.note),
            bookings::created_at.eq(diesel::dsl::now),
        ))
        .execute(tx.conn())?;
    let made = Change {
        field: "status",
        new: Some(Status::Confirmed.label().to_owned()),
        ..Change::default()
    };
    history::write(tx, new.id, &[made])
}

/// Gives the booking its link, and the customer the letter, if there is an address to write to.
pub(super) fn tell(
    tx: &mut TenantTx<'_>,
    id: BookingId,
    details: &Details,
    secret: &[u8],
) -> db::Result<()> {
    link::write(tx, id, &link::token(secret, id))?;
    let Some(to_email) = details.contact.email.clone() else {
        return Ok(());
    };
    let due = tx.now();
    let locale = details.contact.lang.code().to_owned();
    send(
        tx,
        &Notice {
            kind: Kind::BookingConfirmed,
            booking: id,
            to_email,
            locale,
            data: serde_json::json!({}),
            due,
        },
    )?;
    Ok(())
}
