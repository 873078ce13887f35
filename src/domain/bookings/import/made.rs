//! Read: what was made of a file, line by line; and a booking by what another system called it.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, BookingImportId},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::bookings::find::Found,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// So many a page shows.
pub const PAGE: usize = 100;

/// A booking that came out of a file.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its line there.
    pub line: i32,
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// The business day.
    pub date: NaiveDate,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// For whom; empty where they were forgotten.
    pub guest: String,
    /// What, as agreed.
    pub service: Bilingual,
    /// What it is called there.
    pub outside: String,
}

type Row = (
    (i32, BookingId, String, NaiveDate),
    (DateTime<Utc>, DateTime<Utc>, String),
    (Option<String>, Option<String>, String),
);
type RowSql = (
    (Integer, SqlUuid, Text, Date),
    (Timestamptz, Timestamptz, Text),
    (Nullable<Text>, Nullable<Text>, Text),
);

/// A page of them after a line, and one more, which says whether there is another.
pub fn lines(tx: &mut TenantTx<'_>, import: BookingImportId, after: i32) -> db::Result<Vec<Line>> {
    let rows: Vec<Row> = statement::<RowSql, _>(
        "select i.line, b.id, b.number, b.business_date, b.start_at, b.end_at, c.name, \
             b.price_snapshot_json #>> '{lines,0,name_ja}', b.price_snapshot_json #>> '{lines,0,name_en}', i.outside_number \
         from bookings.imported_bookings i join bookings.bookings b on b.id = i.booking_id \
             join customers.customers c on c.id = b.customer_id \
         where i.business_id = ? and i.import_id = ? and i.line > ? and b.deleted_at is null order by i.line limit ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
            bind::<Integer, _>(after),
            bind::<BigInt, _>(PAGE as i64 + 1),
        ),
    )
    .load(tx.conn())?;
    let line = |((line, id, number, date), (start, end, guest), (ja, en, outside)): Row| Line {
        line,
        id,
        number,
        date,
        start,
        end,
        guest,
        service: Bilingual::new(ja.unwrap_or_default(), en.unwrap_or_default()),
        outside,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The bookings that another system calls this; more than one where two systems gave the same number.
pub fn by_outside_number(tx: &mut TenantTx<'_>, typed: &str) -> db::Result<Vec<Found>> {
    Ok(statement::<(SqlUuid, Text, Date, Timestamptz), _>(
        "select b.id, b.number, b.business_date, b.start_at from bookings.imported_bookings i \
             join bookings.bookings b on b.id = i.booking_id \
         where i.business_id = ? and i.outside_number = ? and i.outside_number <> '' and b.deleted_at is null \
         order by b.start_at limit 8",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Text, _>(typed.trim()),
        ),
    )
    .load(tx.conn())?)
}

/// What another system calls a booking, if it came from one.
pub fn outside_number(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<String>> {
    Ok(statement::<Text, _>(
        "select outside_number from bookings.imported_bookings where business_id = ? and booking_id = ? and outside_number <> ''",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .get_result(tx.conn())
    .optional()?)
}
