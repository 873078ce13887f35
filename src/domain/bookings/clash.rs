//! Read: which bookings stand in the way of a time, so that whoever takes a call can say why it does not go.

use super::status::Status;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, ResourceId},
    },
    db::{self, TenantTx},
    domain::scheduling::occupancy,
    schema::{
        bookings::bookings,
        customers::customers,
        scheduling::{allocations, resources},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// So many are named; more would help nobody.
const MOST: usize = 8;

/// A booking in the way.
#[derive(Clone, Debug)]
pub struct InTheWay {
    /// Which.
    pub booking: BookingId,
    /// Whom it keeps busy.
    pub resource: ResourceId,
    /// The name of that person, room or table.
    pub name: Bilingual,
    /// For whom it is.
    pub customer: String,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
}

/// From when until when.
type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// What something would be occupied with.
pub type Stretches = Vec<Stretch>;

type Row = (
    BookingId,
    ResourceId,
    (String, String),
    String,
    Stretch,
    Stretch,
);

/// Who has what of these while each would be occupied, buffers inside, `own` left out; by time.
pub fn between(
    tx: &mut TenantTx<'_>,
    among: &[(ResourceId, Stretches)],
    own: Option<BookingId>,
) -> db::Result<Vec<InTheWay>> {
    let business = tx.business();
    let all = || among.iter().flat_map(|(_, stretches)| stretches);
    let from = all().map(|(from, _)| *from).min();
    let until = all().map(|(_, until)| *until).max();
    let (Some(from), Some(until)) = (from, until) else {
        return Ok(Vec::new());
    };
    let ids = among.iter().map(|(id, _)| *id);
    let mut query = allocations::table
        .inner_join(bookings::table.on(allocations::booking_id.eq(bookings::id.nullable())))
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .inner_join(resources::table.on(resources::id.eq(allocations::resource_id)))
        .filter(allocations::business_id.eq(business))
        .filter(allocations::resource_id.eq_any(ids))
        // Nothing is longer than 36 hours, so the start can be bounded from below.
        .filter(allocations::start_at.gt(from - TimeDelta::hours(36)))
        .filter(
            allocations::start_at
                .lt(until)
                .and(allocations::end_at.gt(from)),
        )
        .filter(bookings::status.ne(Status::Cancelled))
        .select((
            bookings::id,
            resources::id,
            (resources::name, resources::name_en),
            customers::name,
            (bookings::start_at, bookings::end_at),
            (allocations::start_at, allocations::end_at),
        ))
        .order((bookings::start_at, bookings::id, resources::id))
        .into_boxed();
    if let Some(own) = own {
        query = query.filter(bookings::id.ne(own));
    }
    let rows = query.load::<Row>(tx.conn())?;
    let meets = |resource: ResourceId, taken: Stretch| {
        let would = among.iter().find(|(id, _)| *id == resource);
        would.is_some_and(|(_, stretches)| occupancy::meet(stretches, &[taken]))
    };
    let mut met: Vec<InTheWay> = rows
        .into_iter()
        .filter(|(_, resource, .., taken)| meets(*resource, *taken))
        .map(
            |(booking, resource, (ja, en), customer, (start, end), _)| InTheWay {
                booking,
                resource,
                name: Bilingual::new(ja, en),
                customer,
                start,
                end,
            },
        )
        .collect();
    // It has a row for each seat.
    met.dedup_by_key(|one| (one.booking, one.resource));
    met.truncate(MOST);
    Ok(met)
}
