//! Read: a business's days, as they hang on the wall.

use super::{
    booking::Source,
    sheet_lines::{self, Piece, SheetLine},
    status::Status,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, ResourceId, ServiceId},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::scheduling::resource::{self, Roster},
    schema::bookings::sql_types::{BookingSource, BookingStatus},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{
        Array, BigInt, Bool, Date, Integer, Jsonb, Nullable, SmallInt, Text, Timestamptz,
        Uuid as SqlUuid,
    },
};

/// One line of the day.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// Rises with each change.
    pub version: i32,
    /// Where it stands.
    pub status: Status,
    /// Where it came from.
    pub source: Source,
    /// The business day it belongs to.
    pub date: NaiveDate,
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
    /// Whether something was answered beforehand.
    pub has_answers: bool,
    /// Whether something should have been, and was not.
    pub lacks_answers: bool,
    /// The customer, as typed.
    pub customer: String,
    /// The reading.
    pub kana: String,
    /// E.164.
    pub phone: Option<String>,
    /// Times they did not come.
    pub no_shows: i32,
    /// What was booked; `None` when the menu has lost it.
    pub service_id: Option<ServiceId>,
    /// What it was called then.
    pub service: Bilingual,
    /// What the customer wrote.
    pub customer_note: String,
    /// What staff wrote.
    pub staff_note: String,
    /// Minor units, tax included.
    pub price: i64,
    /// So much of it is paid.
    pub paid: i64,
    /// Everything it takes, in column order: people, rooms, tables.
    pub takes: Vec<ResourceId>,
    /// From when until when whoever serves is not needed in between.
    pub processing: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// The services of a visit of several that still stand; none of one service.
    pub lines: Vec<SheetLine>,
    /// Which service of a visit it is, where it stands for one alone.
    pub piece: Option<Piece>,
}

#[derive(Queryable)]
struct Row {
    id: BookingId,
    number: String,
    state: (Status, i32),
    source: Source,
    times: (NaiveDate, DateTime<Utc>, DateTime<Utc>),
    party: i16,
    column: Option<ResourceId>,
    is_nominated: bool,
    customer_note: String,
    staff_note: String,
    money: (i64, i64),
    service: (Option<ServiceId>, Option<String>, Option<String>),
    person: (String, String, String, Option<String>, i32),
    marks: (bool, bool, bool),
    takes: Vec<ResourceId>,
    stretches: Vec<DateTime<Utc>>,
    lines: serde_json::Value,
}

type RowSql = (
    SqlUuid,
    Text,
    (BookingStatus, Integer),
    BookingSource,
    (Date, Timestamptz, Timestamptz),
    SmallInt,
    Nullable<SqlUuid>,
    Bool,
    Text,
    Text,
    (BigInt, BigInt),
    (Nullable<SqlUuid>, Nullable<Text>, Nullable<Text>),
    (Text, Text, Text, Nullable<Text>, Integer),
    (Bool, Bool, Bool),
    Array<SqlUuid>,
    Array<Timestamptz>,
    Jsonb,
);

/// The bookings of some business days by time, cancelled ones too, with the services of visits, in one statement however many there are. What was booked
/// is the first line of the price as it was agreed; a first visit is one without an earlier one that stood. Of answers given
/// beforehand the sheet knows that there are some, and not what they are. Whoever is not needed in between has two stretches.
const SHEET: &str = "select b.id, b.number, b.status, b.version, b.source, b.business_date, b.start_at, b.end_at, b.party_size, b.resource_id, b.is_nominated, \
    b.customer_note, b.staff_note, b.price_cents + case when b.policy_snapshot_json #> '{moves_json,steps}' is null then 0 else \
    (select greatest(coalesce(sum(coalesce(h.new_value, '0')::bigint - coalesce(h.old_value, '0')::bigint), 0), 0)::bigint \
        from bookings.booking_history h where h.booking_id = b.id and h.field_changed = 'move_fee') end, \
    (select coalesce(sum(p.amount_cents), 0)::bigint from payments.booking_payments p \
        where p.business_id = b.business_id and p.booking_id = b.id and p.status = 'succeeded'), \
    b.service_id, bookings.booked_as(b.price_snapshot_json, 'ja'), bookings.booked_as(b.price_snapshot_json, 'en'), \
    c.name, c.family_name_kana, c.given_name_kana, c.phone, c.no_show_count, \
    not exists (select from bookings.bookings e \
        where e.business_id = b.business_id and e.customer_id = b.customer_id and e.business_date < b.business_date \
        and e.deleted_at is null and e.status not in ('cancelled', 'no_show', 'expired')), \
    exists (select from bookings.booking_answers n where n.booking_id = b.id), \
    exists (select from catalog.service_questions s join catalog.questions q on q.id = s.question_id \
        where s.service_id = b.service_id and q.is_required and q.only_if is null and q.deleted_at is null \
        and q.created_at <= b.created_at), \
    array(select a.resource_id from scheduling.allocations a where a.booking_id = b.id), \
    array(select distinct at from scheduling.allocations a, unnest(array[a.start_at, a.end_at]) as at \
        where a.booking_id = b.id and a.resource_id = b.resource_id order by at), \
    (select coalesce(jsonb_agg(jsonb_build_object('part', l.part, 'guest', l.guest, 'service', l.service_id, \
    'column', l.resource_id, 'is_nominated', l.is_nominated, 'party', l.party_size, 'start', l.start_at, 'end', l.end_at, 'takes', l.takes, \
    'name_ja', bookings.booked_as(own.price, 'ja'), 'name_en', bookings.booked_as(own.price, 'en')) order by l.part), '[]'::jsonb) \
    from bookings.booking_lines l cross join lateral (select jsonb_build_object('lines', coalesce(jsonb_agg(line order by place), '[]'::jsonb)) as price \
        from jsonb_array_elements(b.price_snapshot_json -> 'lines') with ordinality as lines (line, place) \
        where line -> 'part' = to_jsonb(l.part)) own \
    where l.booking_id = b.id and l.cancelled_at is null) \
    from bookings.bookings b join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
    where b.business_id = ? and b.business_date between ? and ? and b.deleted_at is null \
    order by b.start_at, b.created_at";

/// The bookings of the business days from the one to the other by time, cancelled ones too.
pub fn read(
    tx: &mut TenantTx<'_>,
    (first, last): (NaiveDate, NaiveDate),
) -> db::Result<Vec<Entry>> {
    let roster = resource::roster(tx)?;
    let rows: Vec<Row> = statement::<RowSql, _>(
        SHEET,
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
        ),
    )
    .load(tx.conn())?;
    Ok(rows.into_iter().map(|row| entry(row, &roster)).collect())
}

fn entry(row: Row, roster: &Roster) -> Entry {
    let (customer, family_kana, given_kana, phone, no_shows) = row.person;
    let (service_id, name_ja, name_en) = row.service;
    let (date, start, end) = row.times;
    let mut takes = row.takes;
    // A booking has a row for each seat.
    takes.sort_by_key(|id| roster.find(*id).map(|one| (one.kind, one.sort_order, *id)));
    takes.dedup();
    let lines = sheet_lines::read(row.lines, roster);
    let processing = match row.stretches.as_slice() {
        [_, begins, ends, _] if lines.is_empty() => Some((*begins, *ends)),
        _ => None,
    };
    Entry {
        id: row.id,
        number: row.number,
        status: row.state.0,
        version: row.state.1,
        source: row.source,
        date,
        start,
        end,
        party: row.party,
        column: row.column,
        is_nominated: row.is_nominated || lines.iter().any(|line| line.is_nominated),
        is_first: row.marks.0,
        has_answers: row.marks.1,
        lacks_answers: row.marks.2 && !row.marks.1,
        customer,
        kana: format!("{family_kana} {given_kana}").trim().to_owned(),
        phone,
        no_shows,
        service_id,
        service: Bilingual::new(name_ja.unwrap_or_default(), name_en.unwrap_or_default()),
        customer_note: row.customer_note,
        staff_note: row.staff_note,
        price: row.money.0,
        paid: row.money.1,
        takes,
        processing,
        lines,
        piece: None,
    }
}
