//! A booking with its customer, its time and its link, as the product writes them.

use super::{Business, Service, business::merged};
use crate::support::app::{TestApp, insert, tokyo};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Asia::Tokyo;
use omotenashi::{
    base::{
        ids::{BookingId, CustomerId, ResourceId, UserId},
        token::Token,
    },
    domain::bookings::{link, number},
};
use serde_json::{Value, json};
use uuid::Uuid;

/// What was built.
#[derive(Clone, Debug)]
pub struct Booked {
    pub id: BookingId,
    pub customer: CustomerId,
    /// What people read aloud.
    pub number: String,
    /// What stands in the guest's address: `/ja/bookings/{token}`.
    pub token: String,
    pub start: DateTime<Utc>,
}

/// A booking in the making.
pub struct BookingBuilder<'a> {
    app: &'a TestApp,
    business: &'a Business,
    service: &'a Service,
    start: DateTime<Utc>,
    name: (String, String),
    user: Option<UserId>,
    status: &'static str,
    resource: Option<ResourceId>,
    row: Value,
    policy: Value,
}

/// 山田 花子's booking tomorrow at 14:00 with the first who serves.
pub fn a_booking<'a>(
    app: &'a TestApp,
    business: &'a Business,
    service: &'a Service,
) -> BookingBuilder<'a> {
    BookingBuilder {
        app,
        business,
        service,
        start: tokyo("2026-11-21 14:00"),
        name: ("山田".to_owned(), "花子".to_owned()),
        user: None,
        status: "confirmed",
        resource: business.staff.first().copied(),
        row: json!({}),
        policy: json!({}),
    }
}

impl BookingBuilder<'_> {
    /// When it begins, on a clock in Tokyo: `2026-11-21 14:00`.
    pub fn at(mut self, wall: &str) -> Self {
        self.start = tokyo(wall);
        self
    }

    /// For whom: family name, given name.
    pub fn named(mut self, family: &str, given: &str) -> Self {
        self.name = (family.to_owned(), given.to_owned());
        self
    }

    /// The customer's account.
    pub fn of(mut self, user: UserId) -> Self {
        self.user = Some(user);
        self
    }

    /// Where it stands: a label of `booking_status`. Cancelled and lapsed ones take no time.
    pub fn status(mut self, label: &'static str) -> Self {
        self.status = label;
        self
    }

    /// In whose column.
    pub fn on(mut self, resource: ResourceId) -> Self {
        self.resource = Some(resource);
        self
    }

    /// The cancellation policy it was made under: `{"name", "hours_before", "penalty_percent", "steps_json",
    /// "no_show_percent"}`.
    pub fn policy(mut self, policy: Value) -> Self {
        self.policy = policy;
        self
    }

    /// Columns of `bookings` that should be otherwise.
    pub fn with(mut self, columns: Value) -> Self {
        self.row = columns;
        self
    }

    /// Writes it all.
    pub fn build(self) -> Booked {
        let id = BookingId(Uuid::new_v4());
        let customer = CustomerId(Uuid::new_v4());
        let token = link::token(self.app.secret(), id);
        let booked = Booked {
            id,
            customer,
            number: number::random(),
            token: token.text(),
            start: self.start,
        };
        let rows = self.rows(&booked, &token);
        self.app.tenant(self.business.id, move |tx| {
            for (table, row) in &rows {
                insert(tx.conn(), table, row)?;
            }
            Ok(())
        });
        booked
    }

    fn rows(&self, booked: &Booked, token: &Token) -> Vec<(&'static str, Value)> {
        let (business, service) = (self.business.id, self.service);
        let end = self.start + TimeDelta::minutes(service.minutes);
        let (family, given) = &self.name;
        let name = format!("{family} {given}");
        let customer = json!({
            "id": booked.customer, "business_id": business, "user_id": self.user, "name": name,
            "family_name": family, "given_name": given, "email": "hanako@example.com", "phone": "+819012345678",
        });
        let line = json!({
            "kind": "service", "name_ja": service.name, "name_en": service.name, "quantity": 1,
            "amount": service.price, "tax_rate_percent": 10,
        });
        let booking = json!({
            "id": booked.id, "business_id": business, "number": booked.number, "customer_id": booked.customer,
            "service_id": service.id, "resource_id": self.resource, "status": self.status,
            "cancelled_by": (self.status == "cancelled").then_some("customer"),
            "start_at": self.start, "end_at": end, "business_date": self.start.with_timezone(&Tokyo).date_naive(),
            "price_cents": service.price, "created_at": self.app.clock().now(),
            "price_snapshot_json": {"currency": "JPY", "lines": [line], "duration_minutes": service.minutes},
            "policy_snapshot_json": self.policy,
        });
        let history = json!({
            "business_id": business, "booking_id": booked.id, "field_changed": "status", "new_value": "confirmed",
            "actor": "customer", "created_at": self.app.clock().now(),
        });
        let link = json!({"business_id": business, "booking_id": booked.id, "token_hash": bytes(&token.hash())});
        let mut rows = vec![
            ("customers.customers", customer),
            ("bookings.bookings", merged(booking, &self.row)),
            ("bookings.booking_history", history),
            ("bookings.booking_links", link),
        ];
        let takes_time = !matches!(self.status, "cancelled" | "no_show" | "expired");
        rows.extend(self.resource.filter(|_| takes_time).map(|resource| {
            let row = json!({
                "business_id": business, "resource_id": resource, "booking_id": booked.id,
                "start_at": self.start, "end_at": end, "begins_at": self.start,
            });
            ("scheduling.allocations", row)
        }));
        rows
    }
}

/// Bytes as PostgreSQL reads them.
pub fn bytes(bytes: &[u8]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\\x{digits}")
}
