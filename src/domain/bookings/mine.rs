//! A person's own bookings, whichever business they are at (AC1).

use super::{booking::CancelledBy, status::Status};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, BusinessId, OptionId, ResourceId, ServiceId},
        token::Token,
    },
    db::{
        self, PersonTx,
        statement::{bind, statement},
    },
    domain::{businesses::vertical::Vertical, catalog::price::Quote},
    schema::bookings::sql_types::{BookingStatus, CancelledBy as CancelledBySql},
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::{
    prelude::*,
    sql_types::{
        Array, BigInt, Binary, Bool, Date, Jsonb, Nullable, SmallInt, Text, Timestamptz,
        Uuid as SqlUuid,
    },
};

/// Bookings on one page (SEEDS 23).
pub const PAGE: i64 = 20;

/// Four heaps that every booking lies in one of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heap {
    /// They stand and are not over.
    #[default]
    Coming,
    /// They wait for the shop or for money.
    Waiting,
    /// They are over.
    Past,
    /// They were called off or lapsed.
    Cancelled,
}

impl Heap {
    /// All of them, as they are shown.
    pub const ALL: [Self; 4] = [Self::Coming, Self::Waiting, Self::Past, Self::Cancelled];

    /// The word in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Waiting => "waiting",
            Self::Past => "past",
            Self::Cancelled => "cancelled",
        }
    }

    /// The heap of a word; the first for any other.
    pub fn from_slug(slug: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|heap| heap.slug() == slug).unwrap_or_default()
    }
}

/// One booking, with as much of its business as its guest may know.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Its key.
    pub id: BookingId,
    /// The number that is said on the telephone.
    pub number: String,
    /// Whom it is for, as the business knows them.
    pub guest: String,
    /// What it costs, as it was agreed.
    pub price: i64,
    /// Where it stands.
    pub status: Status,
    /// Who called it off.
    pub cancelled_by: Option<CancelledBy>,
    /// From.
    pub start_at: DateTime<Utc>,
    /// Until.
    pub end_at: DateTime<Utc>,
    /// The business day.
    pub business_date: NaiveDate,
    /// For how many.
    pub party: i16,
    /// What; `None` when the menu has lost it.
    pub service: Option<ServiceId>,
    /// Who was chosen.
    pub chosen: Option<ResourceId>,
    /// What besides.
    pub options: Vec<OptionId>,
    /// What it was called when it was booked.
    pub service_name: Bilingual,
    /// Whether it is of a visit of several services.
    pub is_of_visit: bool,
    /// The business's word in addresses.
    pub slug: String,
    /// Its name.
    pub shop: Bilingual,
    /// Its clock.
    pub zone: Tz,
    /// Its kind.
    pub vertical: Vertical,
    /// Whether it takes bookings still.
    pub is_open: bool,
    /// Whether the shop waits for an answer of its guest's.
    pub is_asked: bool,
    /// The hashes of the keys that open its page.
    pub keys: Vec<Vec<u8>>,
}

type RowSql = (
    (
        SqlUuid,
        BookingStatus,
        Nullable<CancelledBySql>,
        Timestamptz,
        Timestamptz,
        Date,
        SmallInt,
        (Text, Text, BigInt),
    ),
    (
        Nullable<SqlUuid>,
        Nullable<SqlUuid>,
        Jsonb,
        Text,
        Text,
        Text,
        Text,
        Text,
        (Bool, Bool),
        Array<Binary>,
    ),
);
type Row = (
    (
        BookingId,
        Status,
        Option<CancelledBy>,
        DateTime<Utc>,
        DateTime<Utc>,
        NaiveDate,
        i16,
        (String, String, i64),
    ),
    (
        Option<ServiceId>,
        Option<ResourceId>,
        serde_json::Value,
        String,
        String,
        String,
        String,
        String,
        (bool, bool),
        Vec<Vec<u8>>,
    ),
);

/// One page of a heap, one more than [`PAGE`] where there is another: the next first of what is coming, the last first of
/// what is over.
pub fn list(tx: &mut PersonTx<'_>, heap: Heap, page: i64) -> db::Result<Vec<Mine>> {
    let now = tx.now();
    let rows: Vec<Row> = statement::<RowSql, _>(
        "with own as (select b.*, case when b.status in ('cancelled', 'expired') then 'cancelled' \
             when b.status in ('completed', 'no_show') or b.end_at <= ? then 'past' \
             when b.status in ('pending', 'pending_payment', 'pending_deposit') then 'waiting' else 'coming' end as heap \
             from bookings.bookings b where b.deleted_at is null \
             and b.customer_id = any (array(select id from customers.customers where deleted_at is null))) \
         select b.id, b.status, b.cancelled_by, b.start_at, b.end_at, b.business_date, b.party_size, \
             b.number, c.name, b.price_cents, \
             b.service_id, case when b.is_nominated then b.resource_id end, b.price_snapshot_json, \
             s.slug, s.display_name_ja, s.display_name_en, s.timezone, v.slug, \
             s.status = 'approved' and s.onboarding_status = 'live' and s.deleted_at is null, \
             b.status in ('pending', 'confirmed') and (exists (select from bookings.proposals p where p.booking_id = b.id \
                 and p.answer is null and p.start_at = b.start_at and p.resource_id is not distinct from b.resource_id) \
                 or exists (select from bookings.request_offers o where o.booking_id = b.id)), \
             array(select l.token_hash from bookings.booking_links l where l.booking_id = b.id and l.revoked_at is null) \
         from own b join customers.customers c on c.id = b.customer_id \
         join businesses.businesses s on s.id = b.business_id \
         join businesses.verticals v on v.id = s.vertical_id where b.heap = ? \
         order by case when b.heap in ('coming', 'waiting') then b.start_at end, b.start_at desc, b.id limit ? offset ?",
        (
            bind::<Timestamptz, _>(now),
            bind::<Text, _>(heap.slug()),
            bind::<BigInt, _>(PAGE + 1),
            bind::<BigInt, _>(page.saturating_mul(PAGE)),
        ),
    )
    .load(tx.conn())?;
    Ok(rows.into_iter().map(Mine::from_row).collect())
}

/// At which business a booking of this person is; `None` for everybody else's.
pub fn place(tx: &mut PersonTx<'_>, booking: BookingId) -> db::Result<Option<BusinessId>> {
    let found: Vec<(BusinessId,)> = statement::<(SqlUuid,), _>(
        "select business_id from bookings.bookings where id = ? and deleted_at is null \
         and customer_id = any (array(select id from customers.customers where deleted_at is null))",
        (bind::<SqlUuid, _>(booking),),
    )
    .load(tx.conn())?;
    Ok(found.first().map(|(business,)| *business))
}

impl Mine {
    /// Whether this opens the booking's page.
    pub fn opens_with(&self, token: &Token) -> bool {
        self.keys.contains(&token.hash())
    }

    fn from_row((booking, shop): Row) -> Self {
        let (id, status, cancelled_by, start_at, end_at, business_date, party, told) = booking;
        let (number, guest, price) = told;
        let (service, chosen, quote, slug, ja, en, zone, vertical, (is_open, is_asked), keys) =
            shop;
        let quote: Quote = serde_json::from_value(quote).unwrap_or_default();
        Self {
            id,
            number,
            guest,
            price,
            status,
            cancelled_by,
            start_at,
            end_at,
            business_date,
            party,
            service,
            chosen,
            options: quote.options(),
            service_name: quote.booked_as(),
            is_of_visit: quote.is_of_visit(),
            slug,
            shop: Bilingual::new(ja, en),
            zone: zone.parse().unwrap_or(Tz::Asia__Tokyo),
            vertical: Vertical::from_slug(&vertical).unwrap_or(Vertical::Salon),
            is_open,
            is_asked,
            keys,
        }
    }
}
