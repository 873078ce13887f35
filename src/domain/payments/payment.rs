//! What was paid at the counter for a booking, and what of it was taken by mistake: rows that are never deleted.

use crate::{
    base::{
        ids::{BookingId, PaymentId},
        time::LocalDate,
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// How somebody pays at the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Notes and coins.
    Cash,
    /// A credit or debit card.
    Card,
    /// A card or telephone with money on it.
    Emoney,
    /// A code that one of the two reads.
    Qr,
    /// Vouchers, bank transfers, whatever else the shop takes.
    Other,
}

impl Way {
    /// All of them, as they are listed where nobody has paid yet.
    pub const ALL: [Self; 5] = [Self::Cash, Self::Card, Self::Emoney, Self::Qr, Self::Other];

    /// As the database and the words of the house have it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Card => "card",
            Self::Emoney => "emoney",
            Self::Qr => "qr",
            Self::Other => "other",
        }
    }

    /// The way of a label.
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.label() == label)
    }
}

/// Money that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its key.
    pub id: PaymentId,
    /// How; none of ours where a provider took it.
    pub way: Option<Way>,
    /// Minor units.
    pub amount: i64,
    /// When.
    pub taken_at: DateTime<Utc>,
    /// By whom.
    pub taken_by: Option<String>,
    /// When it was taken back as a mistake, and by whom.
    pub cancelled: Option<(DateTime<Utc>, Option<String>)>,
    /// Whether the shop took it itself, and so may take it back.
    pub is_own: bool,
}

/// What is taken now.
#[derive(Clone, Copy, Debug)]
pub struct Taking<'a> {
    /// For which booking.
    pub booking: BookingId,
    /// Minor units.
    pub amount: i64,
    /// In which currency, as an ISO code.
    pub currency: &'a str,
    /// How.
    pub way: Way,
    /// On which business day.
    pub on: LocalDate,
    /// The key of its form.
    pub key: &'a str,
}

/// So much of these is paid.
pub fn sum(payments: &[Payment]) -> i64 {
    let counting = payments.iter().filter(|one| one.cancelled.is_none());
    counting.fold(0, |sum, one| sum.saturating_add(one.amount))
}

type Columns = (
    SqlUuid,
    Nullable<Text>,
    BigInt,
    Timestamptz,
    Nullable<Text>,
    Nullable<Timestamptz>,
    Nullable<Text>,
    Text,
);
type Row = (
    PaymentId,
    Option<String>,
    i64,
    DateTime<Utc>,
    Option<String>,
    Option<DateTime<Utc>>,
    Option<String>,
    String,
);

/// What was taken for a booking, mistakes too, oldest first.
pub fn of(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<Payment>> {
    let rows: Vec<Row> = statement::<Columns, _>(
        "select p.id, p.payment_type, p.amount_cents, p.created_at, t.display_name::text, p.cancelled_at, c.display_name::text, p.provider \
         from payments.booking_payments p \
         left join accounts.users t on t.id = p.received_by left join accounts.users c on c.id = p.cancelled_by \
         where p.business_id = ? and p.booking_id = ? and (p.status = 'succeeded' or p.cancelled_at is not null) \
         order by p.created_at, p.id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .load(tx.conn())?;
    let payment = |(id, way, amount, taken_at, taken_by, at, by, provider): Row| Payment {
        way: way.as_deref().and_then(Way::from_label),
        cancelled: at.map(|at| (at, by)),
        is_own: provider == "on_site",
        id,
        amount,
        taken_at,
        taken_by,
    };
    Ok(rows.into_iter().map(payment).collect())
}

/// What the same form has taken before: the key of a form stands where a provider's number of the payment would.
pub fn of_form(tx: &mut TenantTx<'_>, taking: &Taking<'_>) -> db::Result<Option<PaymentId>> {
    let found: Vec<(PaymentId,)> = statement::<(SqlUuid,), _>(
        "select id from payments.booking_payments where business_id = ? and booking_id = ? and provider = 'on_site' \
         and status = 'succeeded' and provider_charge_id = ? and amount_cents = ? and payment_type = ? limit 1",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(taking.booking),
            bind::<Text, _>(taking.key),
            bind::<BigInt, _>(taking.amount),
            bind::<Text, _>(taking.way.label()),
        ),
    )
    .load(tx.conn())?;
    Ok(found.into_iter().next().map(|(id,)| id))
}

/// Command: writes down what is taken. Whether it may be is asked before.
pub fn take(tx: &mut TenantTx<'_>, taking: &Taking<'_>) -> db::Result<PaymentId> {
    let (business, user, now) = (tx.business(), tx.actor().user(), tx.now());
    let (id,): (PaymentId,) = statement::<(SqlUuid,), _>(
        "insert into payments.booking_payments (business_id, booking_id, provider, provider_charge_id, amount_cents, currency, \
         mode, payment_type, status, taken_on, received_by, created_at) \
         values (?, ?, 'on_site', ?, ?, ?, 'pay_on_arrival', ?, 'succeeded', ?, ?, ?) returning id",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(taking.booking),
            bind::<Text, _>(taking.key),
            bind::<BigInt, _>(taking.amount),
            bind::<Text, _>(taking.currency),
            bind::<Text, _>(taking.way.label()),
            bind::<Date, _>(taking.on),
            bind::<Nullable<SqlUuid>, _>(user),
            bind::<Timestamptz, _>(now),
        ),
    )
    .get_result(tx.conn())?;
    Ok(id)
}

/// Command: what was taken by mistake counts no more. Says what it was, or `None` where there is nothing to take back.
pub fn cancel(
    tx: &mut TenantTx<'_>,
    (booking, payment): (BookingId, PaymentId),
) -> db::Result<Option<(i64, Option<Way>)>> {
    let (business, user, now) = (tx.business(), tx.actor().user(), tx.now());
    let met: Vec<(i64, Option<String>)> = statement::<(BigInt, Nullable<Text>), _>(
        "update payments.booking_payments set status = 'refunded', cancelled_at = ?, cancelled_by = ? \
         where business_id = ? and booking_id = ? and id = ? and provider = 'on_site' and status = 'succeeded' \
         returning amount_cents, payment_type",
        (
            bind::<Timestamptz, _>(now),
            bind::<Nullable<SqlUuid>, _>(user),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(booking),
            bind::<SqlUuid, _>(payment),
        ),
    )
    .load(tx.conn())?;
    let way = |label: Option<String>| label.as_deref().and_then(Way::from_label);
    Ok(met
        .into_iter()
        .next()
        .map(|(amount, label)| (amount, way(label))))
}

/// The way in which somebody paid last: likely the next one's.
pub fn last_way(tx: &mut TenantTx<'_>) -> db::Result<Option<Way>> {
    let last: Vec<(Option<String>,)> = statement::<(Nullable<Text>,), _>(
        "select payment_type from payments.booking_payments where business_id = ? and taken_on is not null and status = 'succeeded' \
         order by taken_on desc, created_at desc limit 1",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .load(tx.conn())?;
    let label = last.into_iter().next().and_then(|(label,)| label);
    Ok(label.as_deref().and_then(Way::from_label))
}

/// What was taken at the shop on business days, by way: how much in all.
pub fn by_way(
    tx: &mut TenantTx<'_>,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Vec<(LocalDate, Way, i64)>> {
    let sums: Vec<(LocalDate, Option<String>, i64)> =
        statement::<(Date, Nullable<Text>, BigInt), _>(
            "select taken_on, payment_type, sum(amount_cents)::bigint from payments.booking_payments \
             where business_id = ? and taken_on between ? and ? and status = 'succeeded' group by taken_on, payment_type",
            (
                bind::<SqlUuid, _>(tx.business()),
                bind::<Date, _>(first),
                bind::<Date, _>(last),
            ),
        )
        .load(tx.conn())?;
    let known = |(date, label, sum): (LocalDate, Option<String>, i64)| {
        let way = label.as_deref().and_then(Way::from_label);
        (date, way.unwrap_or(Way::Other), sum)
    };
    let mut known: Vec<_> = sums.into_iter().map(known).collect();
    known.sort_by_key(|(date, way, _)| (*date, *way));
    Ok(known)
}
