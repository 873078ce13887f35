//! Something on the menu, and who or what can do it.

use super::{Business, business::merged};
use crate::support::app::{TestApp, insert};
use omotenashi::base::ids::{ResourceId, ServiceId};
use serde_json::{Value, json};
use uuid::Uuid;

/// What was built.
#[derive(Clone, Debug)]
pub struct Service {
    pub id: ServiceId,
    pub name: String,
    pub minutes: i64,
    pub price: i64,
}

/// A service in the making.
pub struct ServiceBuilder<'a> {
    app: &'a TestApp,
    business: &'a Business,
    name: (String, String),
    minutes: i64,
    price: i64,
    by: Vec<(ResourceId, &'static str)>,
    row: Value,
}

/// A cut of an hour for ¥5,500, done by all who serve there.
pub fn a_service<'a>(app: &'a TestApp, business: &'a Business) -> ServiceBuilder<'a> {
    let all = business.staff.iter().map(|id| (*id, "exclusive"));
    ServiceBuilder {
        app,
        business,
        name: ("カット".to_owned(), "Haircut".to_owned()),
        minutes: 60,
        price: 5500,
        by: all.collect(),
        row: json!({}),
    }
}

impl ServiceBuilder<'_> {
    /// Its names, Japanese and English.
    pub fn named(mut self, ja: &str, en: &str) -> Self {
        self.name = (ja.to_owned(), en.to_owned());
        self
    }

    /// How long it takes.
    pub fn minutes(mut self, minutes: i64) -> Self {
        self.minutes = minutes;
        self
    }

    /// What it costs, tax included.
    pub fn price(mut self, yen: i64) -> Self {
        self.price = yen;
        self
    }

    /// Only these can do it, each taken whole.
    pub fn by(mut self, resources: &[ResourceId]) -> Self {
        self.by = resources.iter().map(|id| (*id, "exclusive")).collect();
        self
    }

    /// Takes a seat a person of this resource.
    pub fn seats_of(mut self, resource: ResourceId) -> Self {
        self.by = vec![(resource, "seats")];
        self
    }

    /// Columns of `services` that should be otherwise: buffers, party, notice, policy.
    pub fn with(mut self, columns: Value) -> Self {
        self.row = columns;
        self
    }

    /// Writes it all.
    pub fn build(self) -> Service {
        let (id, business) = (ServiceId(Uuid::new_v4()), self.business.id);
        let row = json!({
            "id": id, "business_id": business, "name_ja": self.name.0, "name_en": self.name.1,
            "duration_minutes": self.minutes, "price_cents": self.price,
        });
        let mut rows = vec![("catalog.services", merged(row, &self.row))];
        rows.extend(self.by.iter().map(|(resource, take)| {
            let row = json!({"business_id": business, "service_id": id, "resource_id": resource, "use": take});
            ("scheduling.service_resources", row)
        }));
        self.app.tenant(business, move |tx| {
            for (table, row) in &rows {
                insert(tx.conn(), table, row)?;
            }
            Ok(())
        });
        Service {
            id,
            name: self.name.0,
            minutes: self.minutes,
            price: self.price,
        }
    }
}
