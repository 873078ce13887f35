//! Read: a business's day, as it hangs on the wall.

use super::{booking::Source, status::Status};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, CustomerId, ResourceId},
    },
    db::{self, TenantTx},
    domain::{catalog::price::Quote, scheduling::resource::ResourceType},
    schema::{
        bookings::bookings,
        customers::customers,
        scheduling::{allocations, resources},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

/// One line of the day.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// Where it came from.
    pub source: Source,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// For how many.
    pub party: i16,
    /// In whose column; `None` is unassigned.
    pub column: Option<ResourceId>,
    /// Whether the person was chosen.
    pub is_nominated: bool,
    /// Whether the customer has never been here before, nor booked for an earlier day.
    pub is_first: bool,
    /// The customer, as typed.
    pub customer: String,
    /// The reading.
    pub kana: String,
    /// E.164.
    pub phone: Option<String>,
    /// Times they did not come.
    pub no_shows: i32,
    /// What was booked.
    pub service: Bilingual,
    /// What the customer wrote.
    pub customer_note: String,
    /// What staff wrote.
    pub staff_note: String,
    /// Minor units, tax included.
    pub price: i64,
    /// Everything it takes, in column order: people, rooms, tables.
    pub takes: Vec<ResourceId>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = bookings)]
struct Row {
    id: BookingId,
    number: String,
    customer_id: CustomerId,
    status: Status,
    source: Source,
    start_at: DateTime<Utc>,
    end_at: DateTime<Utc>,
    party_size: i16,
    resource_id: Option<ResourceId>,
    is_nominated: bool,
    customer_note: String,
    staff_note: String,
    price_cents: i64,
    price_snapshot_json: serde_json::Value,
}

type Taken = (Option<BookingId>, ResourceId, ResourceType, i16);
type Person = (String, String, String, Option<String>, i32);

/// The bookings of a business day by time, cancelled ones too, in three statements however many there are.
pub fn read(tx: &mut TenantTx<'_>, date: NaiveDate) -> db::Result<Vec<Entry>> {
    let business = tx.business();
    let rows = bookings::table
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::business_date.eq(date)),
        )
        .filter(bookings::deleted_at.is_null())
        .order((bookings::start_at, bookings::created_at))
        .select((
            Row::as_select(),
            (
                customers::name,
                customers::family_name_kana,
                customers::given_name_kana,
                customers::phone,
                customers::no_show_count,
            ),
        ))
        .load::<(Row, Person)>(tx.conn())?;
    let ids: Vec<BookingId> = rows.iter().map(|(row, _)| row.id).collect();
    let taken: Vec<Taken> = allocations::table
        .inner_join(resources::table.on(resources::id.eq(allocations::resource_id)))
        .filter(
            allocations::business_id
                .eq(business)
                .and(allocations::booking_id.eq_any(ids)),
        )
        .order((resources::resource_type, resources::sort_order))
        // A booking has a row for each seat; what is ordered by must be among what is made distinct.
        .select((
            allocations::booking_id,
            allocations::resource_id,
            resources::resource_type,
            resources::sort_order,
        ))
        .distinct()
        .load(tx.conn())?;
    let people: Vec<CustomerId> = rows.iter().map(|(row, _)| row.customer_id).collect();
    let known = known_before(tx, &people, date)?;
    Ok(rows
        .into_iter()
        .map(|(row, person)| Entry {
            is_first: !known.contains(&row.customer_id),
            ..entry(row, person, &taken)
        })
        .collect())
}

/// Those who have come, or were to come, on an earlier day.
fn known_before(
    tx: &mut TenantTx<'_>,
    people: &[CustomerId],
    date: NaiveDate,
) -> db::Result<Vec<CustomerId>> {
    let business = tx.business();
    let known = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::customer_id.eq_any(people)),
        )
        .filter(
            bookings::business_date
                .lt(date)
                .and(bookings::deleted_at.is_null()),
        )
        .filter(bookings::status.ne_all([Status::Cancelled, Status::NoShow, Status::Expired]))
        .select(bookings::customer_id)
        .distinct()
        .load(tx.conn())?;
    Ok(known)
}

fn entry(row: Row, person: Person, taken: &[Taken]) -> Entry {
    let (customer, family_kana, given_kana, phone, no_shows) = person;
    let quote: Quote = serde_json::from_value(row.price_snapshot_json).unwrap_or_default();
    let service = quote
        .lines
        .first()
        .map(|line| Bilingual::new(&line.name_ja, &line.name_en))
        .unwrap_or_default();
    Entry {
        id: row.id,
        number: row.number,
        status: row.status,
        source: row.source,
        start: row.start_at,
        end: row.end_at,
        party: row.party_size,
        column: row.resource_id,
        is_nominated: row.is_nominated,
        is_first: false,
        customer,
        kana: format!("{family_kana} {given_kana}").trim().to_owned(),
        phone,
        no_shows,
        service,
        customer_note: row.customer_note,
        staff_note: row.staff_note,
        price: row.price_cents,
        takes: taken
            .iter()
            .filter(|(booking, ..)| *booking == Some(row.id))
            .map(|(_, resource, ..)| *resource)
            .collect(),
    }
}
