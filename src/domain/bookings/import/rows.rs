//! What a plan comes to, written: one statement a table for some hundred lines.

use super::plan::Ready;
use crate::{
    base::ids::{BookingId, BookingImportId, CustomerId, NoticeId},
    db::{
        self, TenantTx,
        statement::{Change, bind, statement, together},
    },
    domain::{
        bookings::{booking::Source, link, number, status::Status},
        customers::{import as cards, register::Contact},
        notifications::send::{Kind, Notice, owed},
    },
};
use diesel::{
    prelude::*,
    sql_types::{Bool, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::{Value, json};
use std::collections::HashSet;
use uuid::Uuid;

/// So many lines are written by one statement: it must end in the time that the house gives a statement.
pub(super) const AT_ONCE: usize = 500;
/// So many letters go into one statement.
const LETTERS: usize = 100;

/// A line that becomes a booking, and its key.
pub(super) type Made = (BookingId, Ready);

/// Cards of guests who have none.
pub(super) fn cards(tx: &mut TenantTx<'_>, made: &[Made]) -> db::Result<usize> {
    let mut seen = HashSet::new();
    let new: Vec<(CustomerId, &Contact)> = made
        .iter()
        .filter(|(_, one)| one.whose.is_new && seen.insert(one.whose.id))
        .map(|(_, one)| (one.whose.id, &one.line.contact))
        .collect();
    for some in new.chunks(AT_ONCE) {
        cards::make(tx, some)?;
    }
    Ok(new.len())
}

/// The bookings themselves.
pub(super) fn bookings(tx: &mut TenantTx<'_>, made: &[Made]) -> db::Result<()> {
    let row = |(id, one): &Made| {
        json!({
            "id": id, "number": number::random(), "customer": one.whose.id, "service": one.service.id, "resource": one.column,
            "since": one.placement.start, "until": one.placement.end, "date": one.placement.date, "party": one.party,
            "locale": one.line.contact.lang.code(), "price": one.quote.total(), "currency": one.quote.currency,
            "quote": one.quote, "policy": one.service.policy, "note": one.line.note,
        })
    };
    let _made: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.bookings (id, business_id, number, customer_id, service_id, resource_id, status, source, start_at, end_at, \
             business_date, party_size, locale, price_cents, currency, price_snapshot_json, policy_snapshot_json, customer_note) \
         select r.id, ?, r.number, r.customer, r.service, r.resource, ?::text::bookings.booking_status, \
             ?::text::bookings.booking_source, r.since, r.until, r.date, r.party, r.locale, r.price, r.currency, r.quote, \
             coalesce(r.policy, 'null'), r.note \
         from jsonb_to_recordset(?) as r (id uuid, number text, customer uuid, service uuid, resource uuid, since timestamptz, \
             until timestamptz, date date, party int2, locale text, price bigint, currency text, quote jsonb, policy jsonb, note text) \
         returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Text, _>(Status::Confirmed.label()),
            bind::<Text, _>(Source::Import.label()),
            bind::<Jsonb, _>(made.iter().map(row).collect::<Value>()),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// The first line of each story; of what lies beside the hours, that somebody took it over knowingly, and why.
pub(super) fn stories(tx: &mut TenantTx<'_>, made: &[Made], reason: &str) -> db::Result<()> {
    let first = |(id, _): &Made| json!({"id": id, "field": "status", "new": Status::Confirmed.label(), "why": ""});
    let over =
        |(id, _): &Made| json!({"id": id, "field": "overbooked", "new": "yes", "why": reason});
    let promised = made.iter().filter(|(_, one)| one.is_promised);
    let rows: Value = made
        .iter()
        .map(first)
        .chain(promised.map(over))
        .collect::<Value>();
    let _written: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.booking_history (business_id, booking_id, changed_by, actor, field_changed, new_value, reason, created_at) \
         select ?, r.id, ?, ?, r.field, r.new, r.why, ? \
         from jsonb_to_recordset(?) as r (id uuid, field text, new text, why text) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Nullable<SqlUuid>, _>(tx.actor().user()),
            bind::<Text, _>(tx.actor().side()),
            bind::<Timestamptz, _>(tx.now()),
            bind::<Jsonb, _>(rows),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// The guests' keys, and from which line each booking comes.
pub(super) fn keys(
    tx: &mut TenantTx<'_>,
    made: &[Made],
    (import, secret): (BookingImportId, &[u8]),
) -> db::Result<()> {
    let mut seen = HashSet::new();
    let row = |(id, one): &Made| {
        let hash = link::token(secret, *id).hash();
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let has_made_card = one.whose.is_new && seen.insert(one.whose.id);
        json!({"id": id, "hash": hash, "line": one.line.number, "number": one.line.outside, "card": has_made_card})
    };
    let rows: Value = made.iter().map(row).collect();
    let _links: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.booking_links (business_id, booking_id, token_hash) \
         select ?, r.id, decode(r.hash, 'hex') from jsonb_to_recordset(?) as r (id uuid, hash text) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Jsonb, _>(rows.clone()),
        ),
    )
    .load(tx.conn())?;
    let _lines: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.imported_bookings (business_id, booking_id, import_id, line, outside_number, has_made_card) \
         select ?, r.id, ?, r.line, r.number, r.card \
         from jsonb_to_recordset(?) as r (id uuid, line int4, number text, card boolean) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
            bind::<Jsonb, _>(rows),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Letters to those who have an address.
pub(super) fn letters(tx: &mut TenantTx<'_>, made: &[Made]) -> db::Result<()> {
    let letter = |(id, one): &Made| {
        let contact = &one.line.contact;
        Some(Notice {
            kind: Kind::BookingConfirmed,
            booking: *id,
            to_email: contact.email.clone()?,
            locale: contact.lang.code().to_owned(),
            data: json!({}),
            due: tx.now(),
        })
    };
    let letters: Vec<Notice> = made.iter().filter_map(letter).collect();
    for some in letters.chunks(LETTERS) {
        let mut changes: Vec<Change<'_>> = Vec::with_capacity(2 * some.len());
        for letter in some {
            changes.extend(owed(tx, NoticeId(Uuid::new_v4()), letter)?);
        }
        together(changes).execute(tx.conn())?;
    }
    Ok(())
}

/// What came of the file; what stood in it goes.
pub(super) fn done(
    tx: &mut TenantTx<'_>,
    import: BookingImportId,
    (made, left, cards): (&[Made], usize, usize),
    tells_guests: bool,
) -> db::Result<()> {
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let promised = made.iter().filter(|(_, one)| one.is_promised).count();
    let _done: Vec<Uuid> = statement::<SqlUuid, _>(
        "update bookings.booking_imports set state = 'made', cells = null, choices = '{}', made_count = ?, left_count = ?, \
             card_count = ?, promised_count = ?, tells_guests = ?, made_at = ? where business_id = ? and id = ? returning id",
        (
            bind::<Integer, _>(count(made.len())),
            bind::<Integer, _>(count(left)),
            bind::<Integer, _>(count(cards)),
            bind::<Integer, _>(count(promised)),
            bind::<Bool, _>(tells_guests),
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(import),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
