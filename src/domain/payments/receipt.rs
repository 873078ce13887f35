//! Receipts: issued once for a booking, numbered without a gap, and never altered. What one says is kept with it, so that another
//! name, price or address of the shop changes none that was issued.

use crate::{
    base::{bilingual::Bilingual, ids::BookingId, time::LocalDate},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::{businesses::profile::Address, catalog::price::Line},
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb, Nullable, Timestamptz, Uuid as SqlUuid},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// On paper, so much and more takes a revenue stamp (印紙税法).
pub const STAMPED_FROM: i64 = 50_000;

/// All that a receipt says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReceiptWords {
    /// 宛名, as it was typed.
    pub addressee: String,
    /// 但し書き, as it was typed.
    pub purpose: String,
    /// The day it is dated.
    pub issued_on: LocalDate,
    /// The day of the visit.
    pub used_on: LocalDate,
    /// Minor units, tax included.
    pub amount: i64,
    /// What was paid for.
    pub lines: Vec<Line>,
    /// By tax rate, the highest first.
    pub rates: Vec<RateWords>,
    /// How it was paid, and how much so: labels of [`Way`](super::payment::Way).
    pub ways: Vec<(String, i64)>,
    /// Who issued it.
    pub issuer: IssuerWords,
    /// The number of an issuer of qualified invoices, `T` and thirteen digits; none is no such invoice.
    pub registration: Option<String>,
}

/// What was paid at one tax rate; the tax is rounded once (UX 3.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateWords {
    /// Whole percent.
    pub percent: i16,
    /// Tax included.
    pub gross: i64,
    /// The tax inside.
    pub tax: i64,
}

/// Who issued a receipt, as they were called then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IssuerWords {
    /// Its name in Japanese.
    pub name_ja: String,
    /// And in English.
    pub name_en: String,
    /// Seven digits, or empty.
    pub postal_code: String,
    /// 都道府県
    pub prefecture: String,
    /// 市区町村
    pub city: String,
    /// 町名・番地
    pub street: String,
    /// 建物名
    pub building: String,
    /// The address in English order.
    pub english: String,
    /// E.164.
    pub phone: String,
}

impl IssuerWords {
    /// The name, as it is said to a reader.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(self.name_ja.clone(), self.name_en.clone())
    }

    /// The address in its parts.
    pub fn address(&self) -> Address {
        Address {
            postal_code: self.postal_code.clone(),
            prefecture: self.prefecture.clone(),
            city: self.city.clone(),
            street: self.street.clone(),
            building: self.building.clone(),
            english: self.english.clone(),
        }
    }
}

/// One that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its serial number in the business.
    pub number: i64,
    /// What it says.
    pub said: ReceiptWords,
}

/// The receipt of a booking.
pub fn find(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<Receipt>> {
    let found: Vec<(i64, Value)> = statement::<(BigInt, Jsonb), _>(
        "select number, said from payments.receipts where business_id = ? and booking_id = ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .load(tx.conn())?;
    let receipt = |(number, said): (i64, Value)| Receipt {
        number,
        said: serde_json::from_value(said).unwrap_or_default(),
    };
    Ok(found.into_iter().next().map(receipt))
}

/// Command: issues one, with the next number of the business. Whoever issues another meanwhile waits until it is there, so that a
/// number that was given up leaves no gap.
pub fn issue(tx: &mut TenantTx<'_>, booking: BookingId, said: &ReceiptWords) -> db::Result<i64> {
    let (business, user, now) = (tx.business(), tx.actor().user(), tx.now());
    db::lock_name(tx, format!("receipts {business}"))?;
    let (number,): (i64,) = statement::<(BigInt,), _>(
        "insert into payments.receipts (business_id, booking_id, number, said, issued_by, created_at) \
         values (?, ?, (select coalesce(max(number), 0) + 1 from payments.receipts where business_id = ?), ?, ?, ?) \
         returning number",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(booking),
            bind::<SqlUuid, _>(business),
            bind::<Jsonb, _>(serde_json::to_value(said).unwrap_or_default()),
            bind::<Nullable<SqlUuid>, _>(user),
            bind::<Timestamptz, _>(now),
        ),
    )
    .get_result(tx.conn())?;
    Ok(number)
}
