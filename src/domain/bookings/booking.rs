//! A booking as its page, its letter and the shop read it.

use super::status::Status;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, CustomerId, ReservationId, ResourceId, ServiceId},
        lang::Lang,
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::catalog::{policy::Policy, price::Quote, service::Service},
    schema::{
        bookings::{
            booking_answers, bookings,
            sql_types::{BookingSource as BookingSourceSql, CancelledBy as CancelledBySql},
        },
        customers::customers,
        scheduling::resources,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_types::Uuid as SqlUuid};

crate::pg_enum! {
    /// Where a booking came from.
    Source as BookingSourceSql {
        /// The booking pages.
        Web = "web",
        /// The back office.
        OwnerPortal = "owner_portal",
        /// The telephone.
        Phone = "phone",
        /// Somebody came in.
        WalkIn = "walk_in",
        /// Another system.
        Import = "import",
    }
}

crate::pg_enum! {
    /// Who called it off.
    CancelledBy as CancelledBySql {
        /// The customer.
        Customer = "customer",
        /// The business.
        Business = "business",
    }
}

/// A booking with its customer and its column.
#[derive(Clone, Debug)]
pub struct Booking {
    /// The row.
    pub row: Row,
    /// The customer's card.
    pub customer: Customer,
    /// The person, room or table whose column it stands in.
    pub resource: Option<Bilingual>,
    /// The price as agreed.
    pub quote: Quote,
    /// The cancellation steps as agreed; `None` is free to the end.
    pub policy: Option<Policy>,
    /// Whether something was answered beforehand.
    pub has_answers: bool,
}

/// The row of a booking.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = bookings)]
pub struct Row {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// For whom.
    pub customer_id: CustomerId,
    /// What; `None` when the menu has lost it.
    pub service_id: Option<ServiceId>,
    /// In whose column.
    pub resource_id: Option<ResourceId>,
    /// Where it stands.
    pub status: Status,
    /// Who called it off.
    pub cancelled_by: Option<CancelledBy>,
    /// Where it came from.
    pub source: Source,
    /// From.
    pub start_at: DateTime<Utc>,
    /// Until.
    pub end_at: DateTime<Utc>,
    /// The business day.
    pub business_date: NaiveDate,
    /// For how many.
    pub party_size: i16,
    /// Whether the person was chosen.
    pub is_nominated: bool,
    /// The language to write in.
    pub locale: String,
    /// Minor units, tax included.
    pub price_cents: i64,
    /// ISO code.
    pub currency: String,
    /// A [`Quote`].
    pub price_snapshot_json: serde_json::Value,
    /// A [`Policy`], or null.
    pub policy_snapshot_json: serde_json::Value,
    /// What the customer wrote.
    pub customer_note: String,
    /// What staff wrote.
    pub staff_note: String,
    /// Rises with each change; who changes a version that is gone is told so.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// From which beginning its limits are reckoned, where services of a visit were called off before it.
    pub limits_from: Option<DateTime<Utc>>,
    /// While it begins then.
    pub limits_while: Option<DateTime<Utc>>,
}

/// What is shown of a customer.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = customers)]
pub struct Customer {
    /// As typed.
    pub name: String,
    /// セイ
    pub family_name_kana: String,
    /// メイ
    pub given_name_kana: String,
    /// Address.
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    /// Times they did not come.
    pub no_show_count: i32,
}

impl Row {
    /// The beginning from which its limits are reckoned: until when it can be called off or moved, and for how much.
    ///
    /// That is when it begins. Where the first service of a visit was called off, it is still when the visit was to begin as it was
    /// agreed: what was agreed for the rest holds, so nobody gains an hour of free cancelling by calling off what comes first, and
    /// nobody loses one either. Whoever moves the booking agrees to another beginning, and the limits move along with that, as
    /// those of every booking do.
    pub fn limits_start(&self) -> DateTime<Utc> {
        let agreed = self.limits_while.zip(self.limits_from);
        let holds = agreed.filter(|(start, _)| *start == self.start_at);
        holds.map_or(self.start_at, |(_, from)| from)
    }

    /// The language to write to the customer in.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.locale).unwrap_or_default()
    }

    /// What was booked, if it is known, and for which business day.
    pub fn what_and_when(&self) -> (Option<ServiceId>, NaiveDate) {
        (self.service_id, self.business_date)
    }

    /// The service as it was agreed: as long as it was promised, or made by hand since.
    pub fn promised(&self, service: Service) -> Service {
        service.lasting(i64::from(minutes(self)))
    }
}

/// How long it is.
pub fn minutes(row: &Row) -> i16 {
    i16::try_from((row.end_at - row.start_at).num_minutes()).unwrap_or(i16::MAX)
}

impl Customer {
    /// The reading of the name, if it is known.
    pub fn kana(&self) -> String {
        format!("{} {}", self.family_name_kana, self.given_name_kana)
            .trim()
            .to_owned()
    }
}

/// The booking of a key, in this business, deleted ones left out.
pub fn find(tx: &mut TenantTx<'_>, id: BookingId) -> db::Result<Option<Booking>> {
    let business = tx.business();
    let found = bookings::table
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .left_join(resources::table.on(resources::id.nullable().eq(bookings::resource_id)))
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(id))
                .and(bookings::deleted_at.is_null()),
        )
        .select((
            Row::as_select(),
            Customer::as_select(),
            (resources::name, resources::name_en).nullable(),
            diesel::dsl::exists(answers_of_booking()),
        ))
        .first::<(Row, Customer, Option<(String, String)>, bool)>(tx.conn())
        .optional()?;
    Ok(found.map(|(row, customer, resource, has_answers)| Booking {
        has_answers,
        quote: serde_json::from_value(row.price_snapshot_json.clone()).unwrap_or_default(),
        policy: serde_json::from_value(row.policy_snapshot_json.clone()).ok(),
        resource: resource.map(|(ja, en)| Bilingual::new(ja, en)),
        row,
        customer,
    }))
}

#[diesel::dsl::auto_type]
fn answers_of_booking() -> _ {
    booking_answers::table.filter(booking_answers::booking_id.eq(bookings::id))
}

/// The row of a booking, locked until the transaction ends.
pub fn find_for_update(tx: &mut TenantTx<'_>, id: BookingId) -> db::Result<Option<Row>> {
    let business = tx.business();
    let row = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(id))
                .and(bookings::deleted_at.is_null()),
        )
        .select(Row::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(row)
}

/// The same for whoever writes down what may be about the guest. Whoever is just being forgotten is waited for, and beside the
/// bookings of whoever was nothing is written any more; the card is asked for first, as forgetting does.
pub fn find_to_write(tx: &mut TenantTx<'_>, id: BookingId) -> db::Result<Option<Row>> {
    let card = statement::<SqlUuid, _>(
        "select c.id from bookings.bookings b join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
         where b.business_id = ? and b.id = ? and c.erased_at is null for key share of c",
        (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
    )
    .get_result::<CustomerId>(tx.conn())
    .optional()?;
    match card {
        Some(_) => find_for_update(tx, id),
        None => Ok(None),
    }
}

/// How many bookings of these cards still lie ahead.
pub fn lie_ahead(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<i64> {
    let (business, now) = (tx.business(), tx.now());
    let waiting = [
        Status::Pending,
        Status::PendingPayment,
        Status::PendingDeposit,
        Status::Confirmed,
    ];
    let counted = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::customer_id.eq_any(cards))
                .and(bookings::status.eq_any(waiting))
                .and(bookings::start_at.gt(now))
                .and(bookings::deleted_at.is_null()),
        )
        .count()
        .get_result(tx.conn())?;
    Ok(counted)
}

/// The booking that a hold became.
pub fn of_hold(tx: &mut TenantTx<'_>, hold: ReservationId) -> db::Result<Option<BookingId>> {
    let business = tx.business();
    let id = bookings::table
        .filter(
            bookings::business_id
                .eq(business)
                .and(bookings::reservation_id.eq(hold)),
        )
        .select(bookings::id)
        .first(tx.conn())
        .optional()?;
    Ok(id)
}
