//! Commands and read: what was done at the visits of a guest, as those who work there write it for the next time. It may be
//! about health: it is read by those who may read notes about guests, and no trail has its words.

use super::chart_photos::{self, ChartPhoto};
use crate::{
    base::ids::{BookingId, ChartEntryId, CustomerId},
    db::{self, DbError, EditError, TenantTx, statement::prepared},
    domain::customers::card::{self, CardError},
    schema::{
        accounts::users,
        bookings::{bookings, chart_entries},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many entries a page shows.
pub const PAGE: usize = 10;
/// The longest text under one heading, in characters.
pub const LONGEST: usize = 4000;

/// What is written under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// As it was called then.
    pub heading: String,
    /// The words.
    pub text: String,
}

/// What is written about a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The business day.
    pub date: NaiveDate,
    /// What was done, heading by heading.
    pub parts: Vec<Part>,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key.
    pub id: ChartEntryId,
    /// The booking it is about.
    pub booking: Option<BookingId>,
    /// What is written.
    pub draft: Draft,
    /// Counts its changes.
    pub version: i32,
    /// Who wrote it.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was deleted.
    pub deleted_at: Option<DateTime<Utc>>,
    /// Its photographs, deleted ones too.
    pub photos: Vec<ChartPhoto>,
}

type Row = (
    ChartEntryId,
    Option<BookingId>,
    NaiveDate,
    Value,
    i32,
    Option<String>,
    DateTime<Utc>,
    Option<DateTime<Utc>>,
);

/// Where a page begins: behind this entry.
pub type Place = (NaiveDate, ChartEntryId);

/// A page of a guest's chart, the last visit first, and whether there are earlier ones.
pub fn of(
    tx: &mut TenantTx<'_>,
    customer: CustomerId,
    behind: Option<Place>,
    most: usize,
) -> db::Result<(Vec<Entry>, bool)> {
    let mut query = chart_entries::table
        .left_join(users::table.on(chart_entries::written_by.eq(users::id.nullable())))
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::customer_id.eq(customer))
        .filter(chart_entries::deleted_at.is_null())
        .into_boxed();
    if let Some((date, id)) = behind {
        let earlier = chart_entries::visited_on
            .lt(date)
            .or(chart_entries::visited_on
                .eq(date)
                .and(chart_entries::id.lt(id)));
        query = query.filter(earlier);
    }
    let mut rows: Vec<Row> = query
        .order((chart_entries::visited_on.desc(), chart_entries::id.desc()))
        .limit(most as i64 + 1)
        .select(columns())
        .load(tx.conn())?;
    let are_more = rows.len() > most;
    rows.truncate(most);
    Ok((with_photos(tx, rows)?, are_more))
}

/// Those that were deleted, the last first.
pub fn removed(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Vec<Entry>> {
    let rows: Vec<Row> = chart_entries::table
        .left_join(users::table.on(chart_entries::written_by.eq(users::id.nullable())))
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::customer_id.eq(customer))
        .filter(chart_entries::deleted_at.is_not_null())
        .order((chart_entries::deleted_at.desc(), chart_entries::id))
        .select(columns())
        .load(tx.conn())?;
    with_photos(tx, rows)
}

/// One that stands.
pub fn find(
    tx: &mut TenantTx<'_>,
    (customer, id): (CustomerId, ChartEntryId),
) -> db::Result<Option<Entry>> {
    let row: Option<Row> = chart_entries::table
        .left_join(users::table.on(chart_entries::written_by.eq(users::id.nullable())))
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::customer_id.eq(customer))
        .filter(chart_entries::id.eq(id))
        .filter(chart_entries::deleted_at.is_null())
        .select(columns())
        .first(tx.conn())
        .optional()?;
    Ok(with_photos(tx, row.into_iter().collect())?.pop())
}

/// Whose an entry is, deleted or not.
pub(super) fn whose(tx: &mut TenantTx<'_>, id: ChartEntryId) -> db::Result<Option<CustomerId>> {
    Ok(chart_entries::table
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::id.eq(id))
        .select(chart_entries::customer_id)
        .first(tx.conn())
        .optional()?)
}

/// The business day of a booking of this guest.
pub fn visit(
    tx: &mut TenantTx<'_>,
    customer: CustomerId,
    booking: BookingId,
) -> db::Result<Option<NaiveDate>> {
    Ok(bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::customer_id.eq(customer))
        .filter(bookings::id.eq(booking))
        .filter(bookings::deleted_at.is_null())
        .select(bookings::business_date)
        .first(tx.conn())
        .optional()?)
}

/// Writes one; a booking that is not this guest's is none.
pub fn add(
    tx: &mut TenantTx<'_>,
    (customer, booking): (CustomerId, Option<BookingId>),
    draft: &Draft,
) -> Result<ChartEntryId, CardError> {
    let card = card::living(tx, customer)?;
    let booking = match booking {
        Some(booking) => visit(tx, card.id, booking)?.map(|_date| booking),
        None => None,
    };
    let values = (
        chart_entries::business_id.eq(tx.business()),
        chart_entries::customer_id.eq(card.id),
        chart_entries::booking_id.eq(booking),
        chart_entries::visited_on.eq(draft.date),
        chart_entries::parts.eq(written(&draft.parts)),
        chart_entries::written_by.eq(tx.actor().user()),
        chart_entries::created_at.eq(tx.now()),
        chart_entries::updated_at.eq(tx.now()),
    );
    let added = diesel::insert_into(chart_entries::table).values(values);
    let id = added.returning(chart_entries::id).get_result(tx.conn());
    Ok(id.map_err(DbError::from)?)
}

/// Writes it anew, on the version that was seen.
pub fn save(
    tx: &mut TenantTx<'_>,
    (customer, id): (CustomerId, ChartEntryId),
    draft: &Draft,
    version: i32,
) -> Result<(), EditError> {
    living(tx, customer)?;
    let entry = find(tx, (customer, id))?.ok_or(EditError::Unknown)?;
    if entry.draft == *draft {
        return Ok(());
    }
    if entry.version != version {
        return Err(EditError::Stale);
    }
    let row = chart_entries::table
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::id.eq(id));
    let change = diesel::update(row).set((
        chart_entries::visited_on.eq(draft.date),
        chart_entries::parts.eq(written(&draft.parts)),
        chart_entries::version.eq(chart_entries::version + 1),
    ));
    prepared(change).execute(tx.conn()).map_err(DbError::from)?;
    Ok(())
}

/// Takes one off the chart, or puts it back.
pub fn keep(
    tx: &mut TenantTx<'_>,
    (customer, id): (CustomerId, ChartEntryId),
    is_kept: bool,
) -> Result<(), EditError> {
    living(tx, customer)?;
    let deleted_at = (!is_kept).then_some(tx.now());
    let row = chart_entries::table
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::customer_id.eq(customer))
        .filter(chart_entries::id.eq(id));
    let change = diesel::update(row).set(chart_entries::deleted_at.eq(deleted_at));
    match prepared(change).execute(tx.conn()).map_err(DbError::from)? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Charts of cards that forget their person.
pub fn forget(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<()> {
    let gone = chart_entries::table
        .filter(chart_entries::business_id.eq(tx.business()))
        .filter(chart_entries::customer_id.eq_any(cards));
    diesel::delete(gone).execute(tx.conn())?;
    Ok(())
}

/// A card, locked, on which something may be written.
pub(super) fn living(tx: &mut TenantTx<'_>, customer: CustomerId) -> Result<(), EditError> {
    match card::living(tx, customer) {
        Ok(_card) => Ok(()),
        Err(CardError::Db(error)) => Err(EditError::Db(error)),
        Err(CardError::Unknown | CardError::Erased | CardError::Stale) => Err(EditError::Unknown),
    }
}

fn written(parts: &[Part]) -> Value {
    serde_json::json!(parts)
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        chart_entries::id,
        chart_entries::booking_id,
        chart_entries::visited_on,
        chart_entries::parts,
        chart_entries::version,
        users::display_name.nullable(),
        chart_entries::created_at,
        chart_entries::deleted_at,
    )
}

fn with_photos(tx: &mut TenantTx<'_>, rows: Vec<Row>) -> db::Result<Vec<Entry>> {
    let ids: Vec<ChartEntryId> = rows.iter().map(|row| row.0).collect();
    let mut photos = match ids.is_empty() {
        true => Vec::new(),
        false => chart_photos::of(tx, &ids)?,
    };
    let entry = |(id, booking, date, parts, version, by, at, deleted_at): Row| Entry {
        id,
        booking,
        draft: Draft {
            date,
            // What cannot be read was not written by this program.
            parts: serde_json::from_value(parts).unwrap_or_default(),
        },
        version,
        by,
        at,
        deleted_at,
        photos: photos
            .extract_if(.., |photo| photo.entry_id == id)
            .collect(),
    };
    Ok(rows.into_iter().map(entry).collect())
}
