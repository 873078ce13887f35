//! Commands: cards out of a file. What was read waits until somebody confirms it, so that nothing is written before; then all
//! of it is, in one transaction, or none.

use super::{
    incoming::Incoming,
    likeness::{self, Known, Likeness},
    register::Contact,
};
use crate::{
    base::ids::{CardImportId, CustomerId},
    db::{
        self, DbError, PlatformTx, TenantTx,
        statement::{bind, statement},
    },
    refusal,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// So many lines a file may have.
pub const MOST: usize = 5_000;
/// So long what was read waits to be confirmed.
const WAITS: TimeDelta = TimeDelta::hours(24);

/// What a file will do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Lines that become a card.
    pub new: usize,
    /// Lines of somebody who has one.
    pub known: usize,
}

/// Why nothing came in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Confirmed before, or so long ago that it was thrown away.
    #[error("no such import")]
    Unknown,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ImportError);

/// Keeps what was read, for whoever confirms it; returns its key and what it will do.
pub fn stage(
    tx: &mut TenantTx<'_>,
    lines: &[Incoming],
    updates: bool,
) -> db::Result<(CardImportId, Plan)> {
    let known = known(tx, lines)?;
    let plan = Plan {
        new: lines.len() - known.len(),
        known: known.len(),
    };
    let rows = serde_json::to_value(lines).unwrap_or_default();
    let id = statement::<SqlUuid, _>(
        "insert into customers.card_imports (business_id, created_by, rows, updates, created_at) values (?, ?, ?, ?, ?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Nullable<SqlUuid>, _>(tx.actor().user()),
            bind::<Jsonb, _>(rows),
            bind::<Bool, _>(updates),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .get_result(tx.conn())?;
    Ok((id, plan))
}

/// Brings in what waits under a key.
pub fn confirm(tx: &mut TenantTx<'_>, id: CardImportId) -> Result<Plan, ImportError> {
    let since = tx.now() - WAITS;
    let found: Option<(Value, bool)> = statement::<(Jsonb, Bool), _>(
        "delete from customers.card_imports where business_id = ? and id = ? and created_at > ? returning rows, updates",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(id),
            bind::<Timestamptz, _>(since),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    let (rows, updates) = found.ok_or(ImportError::Unknown)?;
    let lines: Vec<Incoming> = serde_json::from_value(rows).unwrap_or_default();
    let known = known(tx, &lines)?;
    let (old, new): (Vec<_>, Vec<_>) = lines
        .iter()
        .partition(|line| known.contains_key(&line.line));
    let mut written: Vec<(CustomerId, &Incoming)> = new
        .iter()
        .map(|line| (CustomerId(Uuid::new_v4()), *line))
        .collect();
    insert(tx, &written)?;
    if updates {
        let old: Vec<(CustomerId, &Incoming)> = old
            .iter()
            .filter_map(|line| Some((*known.get(&line.line)?, *line)))
            .collect();
        update(tx, &old)?;
        written.extend(old);
    }
    tag(tx, &written)?;
    Ok(Plan {
        new: new.len(),
        known: known.len(),
    })
}

type Meant = (i64, CustomerId, String, Option<String>, Option<String>);
type MeantSql = (BigInt, SqlUuid, Text, Nullable<Text>, Nullable<Text>);

/// Lines of somebody who has a card, by the rule of [`likeness`]: the file is the shop's own.
fn known(tx: &mut TenantTx<'_>, lines: &[Incoming]) -> db::Result<HashMap<u64, CustomerId>> {
    let asked: Vec<Value> = lines
        .iter()
        .map(|line| {
            let contact = &line.contact;
            let key = contact.name.search_key();
            let written = likeness::written(&key);
            json!({"line": line.line, "written": written, "email": contact.email, "phone": contact.phone})
        })
        .collect();
    let rows: Vec<Meant> = statement::<MeantSql, _>(
        "with asked as materialized (select * from jsonb_to_recordset(?) as r (line bigint, written text, email text, phone text)), \
         found as (select a.line, a.written, c.id, c.number, c.search_key, c.email::text as email, c.phone \
                 from asked a join customers.customers c on c.business_id = ? \
                 and c.email::text = a.email and c.deleted_at is null \
             union select a.line, a.written, c.id, c.number, c.search_key, c.email::text, c.phone \
                 from asked a join customers.customers c on c.business_id = ? \
                 and c.phone = a.phone and c.deleted_at is null) \
         select line, id, search_key, email, phone from found where split_part(search_key, ' ', 1) = written order by line, number",
        (
            bind::<Jsonb, _>(Value::Array(asked)),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(tx.business()),
        ),
    )
    .load(tx.conn())?;
    let mut meant: HashMap<u64, Vec<&Meant>> = HashMap::new();
    for row in &rows {
        let line = u64::try_from(row.0).unwrap_or_default();
        meant.entry(line).or_default().push(row);
    }
    let whose = lines.iter().filter_map(|line| {
        let key = line.contact.name.search_key();
        let cards = meant
            .get(&line.line)?
            .iter()
            .map(|(_, id, key, email, phone)| {
                let (email, phone) = (email.as_deref(), phone.as_deref());
                (*id, Known { key, email, phone })
            });
        let card = likeness::best(cards, line.contact.known(&key), Likeness::Claim)?;
        Some((line.line, card))
    });
    Ok(whose.collect())
}

fn as_rows(lines: &[(CustomerId, &Incoming)]) -> Value {
    let row = |(place, (id, line)): (usize, &(CustomerId, &Incoming))| {
        let (contact, name) = (&line.contact, &line.contact.name);
        json!({
            "place": place, "id": id, "name": name.display, "family": name.family, "given": name.given,
            "family_kana": name.family_kana, "given_kana": name.given_kana, "search_key": name.search_key(),
            "email": contact.email, "phone": contact.phone, "locale": contact.lang.code(), "is_vip": line.is_vip,
        })
    };
    lines.iter().enumerate().map(row).collect()
}

/// New cards of people of whom nothing is known but how they are called and reached.
pub fn make(tx: &mut TenantTx<'_>, people: &[(CustomerId, &Contact)]) -> db::Result<()> {
    let lines: Vec<(CustomerId, Incoming)> = people
        .iter()
        .map(|(id, contact)| {
            let line = Incoming {
                line: 0,
                contact: (*contact).clone(),
                is_vip: false,
                tags: Vec::new(),
            };
            (*id, line)
        })
        .collect();
    let lines: Vec<(CustomerId, &Incoming)> = lines.iter().map(|(id, line)| (*id, line)).collect();
    insert(tx, &lines)
}

/// New cards, with numbers taken at once: one by one, each would pass over all those before it.
fn insert(tx: &mut TenantTx<'_>, lines: &[(CustomerId, &Incoming)]) -> db::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let last: i64 = statement::<BigInt, _>(
        "insert into customers.card_numbers as n (business_id, last) values (?, ?) \
         on conflict (business_id) do update set last = n.last + excluded.last returning n.last",
        (bind::<SqlUuid, _>(tx.business()), bind::<BigInt, _>(count)),
    )
    .get_result(tx.conn())?;
    let _rows: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into customers.customers (id, business_id, number, name, family_name, given_name, family_name_kana, given_name_kana, \
             search_key, email, phone, locale, is_vip) \
         select r.id, ?, ? + r.place, r.name, r.family, r.given, r.family_kana, r.given_kana, r.search_key, r.email::citext, r.phone, \
             r.locale, r.is_vip \
         from jsonb_to_recordset(?) as r (place bigint, id uuid, name text, family text, given text, family_kana text, given_kana text, \
             search_key text, email text, phone text, locale text, is_vip boolean) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<BigInt, _>(last - count + 1),
            bind::<Jsonb, _>(as_rows(lines)),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Cards that are there: what the file tells goes onto them, and what it does not tell stays.
fn update(tx: &mut TenantTx<'_>, lines: &[(CustomerId, &Incoming)]) -> db::Result<()> {
    let _rows: Vec<Uuid> = statement::<SqlUuid, _>(
        "update customers.customers c set email = coalesce(r.email::citext, c.email), phone = coalesce(r.phone, c.phone), \
             name = r.name, family_name = coalesce(nullif(r.family, ''), c.family_name), \
             given_name = coalesce(nullif(r.given, ''), c.given_name), \
             family_name_kana = coalesce(nullif(r.family_kana, ''), c.family_name_kana), \
             given_name_kana = coalesce(nullif(r.given_kana, ''), c.given_name_kana), \
             search_key = case when r.family_kana = '' and r.given_kana = '' then c.search_key else r.search_key end, \
             is_vip = c.is_vip or r.is_vip, version = c.version + 1 \
         from jsonb_to_recordset(?) as r (id uuid, name text, family text, given text, family_kana text, given_kana text, \
             search_key text, email text, phone text, is_vip boolean) \
         where c.business_id = ? and c.id = r.id and c.erased_at is null returning c.id",
        (
            bind::<Jsonb, _>(as_rows(lines)),
            bind::<SqlUuid, _>(tx.business()),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

fn tag(tx: &mut TenantTx<'_>, lines: &[(CustomerId, &Incoming)]) -> db::Result<()> {
    let rows: Vec<Value> = lines
        .iter()
        .flat_map(|(id, line)| {
            line.tags
                .iter()
                .map(move |tag| json!({"id": id, "tag": tag}))
        })
        .collect();
    let _rows: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into customers.customer_tags (business_id, customer_id, tag, created_by) \
         select ?, r.id, r.tag, ? from jsonb_to_recordset(?) as r (id uuid, tag text) \
         on conflict (customer_id, tag) do nothing returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Nullable<SqlUuid>, _>(tx.actor().user()),
            bind::<Jsonb, _>(Value::Array(rows)),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Throws away what nobody confirmed.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let since: DateTime<Utc> = tx.now() - WAITS;
    let gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from customers.card_imports where created_at <= ? returning id",
        (bind::<Timestamptz, _>(since),),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}

/// Throws away all that waits in this business: somebody in it asked to be forgotten.
pub fn forget(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let _gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from customers.card_imports where business_id = ? returning id",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .load(tx.conn())?;
    Ok(())
}
