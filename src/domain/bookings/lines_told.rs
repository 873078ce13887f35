//! Read: the services of booked visits as they are told to people, each by the name it had, with whom, and when.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, OptionId, ResourceId, ServiceId},
    },
    db::{
        self, PersonTx, TenantTx,
        statement::{bind, statement},
    },
    domain::catalog::price::{self, LineKind, Quote},
};
use chrono::{DateTime, Utc};
use diesel::{
    PgConnection,
    prelude::*,
    sql_types::{
        Array, BigInt, Bool, Jsonb, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid,
    },
};
use uuid::Uuid;

/// One service of a booked visit, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldLine {
    /// Of which booking.
    pub booking: BookingId,
    /// Which of its services, counted from 0.
    pub part: i16,
    /// Whose, counted from 0; 0 is whoever booked.
    pub guest: i16,
    /// What, while it is on the menu.
    pub service: Option<ServiceId>,
    /// What it was called when it was booked, with what was chosen besides.
    pub name: Bilingual,
    /// In whose column it stands.
    pub resource: Option<ResourceId>,
    /// Their name; to guests it is shown where they were asked for, see [`ToldLine::shown_with`].
    pub with: Option<Bilingual>,
    /// Whether they were asked for.
    pub is_nominated: bool,
    /// How many come to it together.
    pub party: i16,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// What it costs as it was agreed, or would have; minor units, tax included, without what a coupon takes off all of it.
    pub price: i64,
    /// What was chosen besides.
    pub options: Vec<OptionId>,
    /// When it was called off alone.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// What calling it off costs.
    pub fee: i64,
}

impl ToldLine {
    /// Whether it still stands.
    pub fn stands(&self) -> bool {
        self.cancelled_at.is_none()
    }

    /// Whose hands it is in, where guests are told: only who was asked for is promised.
    pub fn shown_with(&self) -> Option<&Bilingual> {
        self.with.as_ref().filter(|_| self.is_nominated)
    }

    fn from_row((of, (start, end, cancelled_at, fee), with, price): Row) -> Self {
        let (booking, part, guest, service, resource, is_nominated, party) = of;
        let lines = price.and_then(|lines| serde_json::from_value::<Vec<price::Line>>(lines).ok());
        let mut lines = lines.unwrap_or_default();
        // What a coupon takes off is no price of its own.
        lines.retain(|line| line.part == Some(part) && line.kind != LineKind::Coupon);
        let quote = Quote {
            lines,
            ..Quote::default()
        };
        Self {
            booking,
            part,
            guest,
            service,
            name: quote.booked_as(),
            resource,
            with: with.map(|(ja, en)| Bilingual::new(ja, en)),
            is_nominated,
            party,
            start,
            end,
            price: quote.total(),
            options: quote.options(),
            cancelled_at,
            fee,
        }
    }
}

type RowSql = (
    (
        SqlUuid,
        SmallInt,
        SmallInt,
        Nullable<SqlUuid>,
        Nullable<SqlUuid>,
        Bool,
        SmallInt,
    ),
    (Timestamptz, Timestamptz, Nullable<Timestamptz>, BigInt),
    Nullable<(Text, Text)>,
    Nullable<Jsonb>,
);
type Row = (
    (
        BookingId,
        i16,
        i16,
        Option<ServiceId>,
        Option<ResourceId>,
        bool,
        i16,
    ),
    (DateTime<Utc>, DateTime<Utc>, Option<DateTime<Utc>>, i64),
    Option<(String, String)>,
    Option<serde_json::Value>,
);

/// The services of some bookings in one statement, each booking's in their order, called-off ones too. A booking of one service
/// has none: its own row says all of it.
pub fn told(tx: &mut TenantTx<'_>, bookings: &[BookingId]) -> db::Result<Vec<ToldLine>> {
    let business = tx.business().0;
    read(tx.conn(), bookings, Some(business))
}

/// The same of a person's own bookings, wherever they are; who serves is known there to nobody.
pub fn own(tx: &mut PersonTx<'_>, bookings: &[BookingId]) -> db::Result<Vec<ToldLine>> {
    read(tx.conn(), bookings, None)
}

/// Those of one booking among those of several.
pub fn of_booking(lines: &[ToldLine], booking: BookingId) -> Vec<&ToldLine> {
    lines
        .iter()
        .filter(|line| line.booking == booking)
        .collect()
}

fn read(
    conn: &mut PgConnection,
    bookings: &[BookingId],
    business: Option<Uuid>,
) -> db::Result<Vec<ToldLine>> {
    if bookings.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = bookings.iter().map(|id| id.0).collect();
    let rows: Vec<Row> = statement::<RowSql, _>(
        "select l.booking_id, l.part, l.guest, l.service_id, l.resource_id, l.is_nominated, l.party_size, \
             l.start_at, l.end_at, l.cancelled_at, l.fee_cents, r.name, r.name_en, \
             coalesce(l.dropped, (select jsonb_agg(own.line order by own.place) \
                 from jsonb_array_elements(b.price_snapshot_json -> 'lines') with ordinality as own (line, place) \
                 where (own.line ->> 'part')::int2 = l.part)) \
         from bookings.booking_lines l \
         join bookings.bookings b on b.business_id = l.business_id and b.id = l.booking_id \
         left join scheduling.resources r on r.business_id = l.business_id and r.id = l.resource_id \
         where l.booking_id = any (?) and l.business_id = coalesce(?::uuid, l.business_id) \
         order by b.start_at, l.booking_id, l.part",
        (
            bind::<Array<SqlUuid>, _>(ids),
            bind::<Nullable<SqlUuid>, _>(business),
        ),
    )
    .load(conn)?;
    Ok(rows.into_iter().map(ToldLine::from_row).collect())
}
