//! What a shop proposes instead of what was asked for: up to three times or persons, each held while it stands. What has lapsed
//! stands for nothing, whether it has been cleared away or not.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, OfferId, ReservationId, ResourceId},
    },
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::scheduling::offer::let_go,
    schema::bookings::request_offers,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// So many are proposed at most.
pub const MOST: usize = 3;

/// A proposal that stands.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Its key.
    pub id: OfferId,
    /// What holds it.
    pub hold: ReservationId,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// The business day.
    pub date: NaiveDate,
    /// In whose column.
    pub resource: Option<ResourceId>,
    /// What they are called, where it is a person.
    pub name: Option<Bilingual>,
    /// Whether that is whom the guest had chosen.
    pub is_nominated: bool,
    /// Until when it stands.
    pub until: DateTime<Utc>,
}

type Row = (
    OfferId,
    ReservationId,
    DateTime<Utc>,
    DateTime<Utc>,
    NaiveDate,
    Option<ResourceId>,
    Option<ResourceId>,
    Option<String>,
    Option<String>,
    DateTime<Utc>,
);

type Columns = (
    SqlUuid,
    SqlUuid,
    Timestamptz,
    Timestamptz,
    Date,
    Nullable<SqlUuid>,
    Nullable<SqlUuid>,
    Nullable<Text>,
    Nullable<Text>,
    Timestamptz,
);

/// What is proposed for a booking and stands, the earliest first.
pub fn of(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<Offered>> {
    let rows: Vec<Row> = statement::<Columns, _>(
        "select o.id, o.reservation_id, h.start_at, h.end_at, h.business_date, h.chosen_resource_id, h.nominated_resource_id, \
         r.name, r.name_en, h.expires_at from bookings.request_offers o \
         join scheduling.reservations h on h.business_id = o.business_id and h.id = o.reservation_id \
         left join scheduling.resources r on r.business_id = h.business_id and r.id = h.chosen_resource_id \
         and r.resource_type in ('staff', 'trainer') \
         where o.business_id = ? and o.booking_id = ? and h.expires_at > ? order by h.start_at, o.id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .load(tx.conn())?;
    Ok(rows.into_iter().map(offered).collect())
}

fn offered(row: Row) -> Offered {
    let (id, hold, start, end, date, resource, nominated, ja, en, until) = row;
    Offered {
        id,
        hold,
        start,
        end,
        date,
        resource,
        name: ja.map(|ja| Bilingual::new(ja, en.unwrap_or_default())),
        is_nominated: nominated.is_some(),
        until,
    }
}

/// Puts what is held to its booking.
pub(super) fn add(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    hold: ReservationId,
) -> db::Result<()> {
    let row = diesel::insert_into(request_offers::table).values((
        request_offers::business_id.eq(tx.business()),
        request_offers::booking_id.eq(booking),
        request_offers::reservation_id.eq(hold),
    ));
    prepared(row).execute(tx.conn())?;
    Ok(())
}

/// Lets go whatever is proposed for a booking, standing or not, with its time.
pub(super) fn withdraw(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<()> {
    let business = tx.business();
    let holds: Vec<ReservationId> = request_offers::table
        .filter(request_offers::business_id.eq(business))
        .filter(request_offers::booking_id.eq(booking))
        .select(request_offers::reservation_id)
        .load(tx.conn())?;
    if holds.is_empty() {
        return Ok(());
    }
    let_go(tx, &holds)
}
