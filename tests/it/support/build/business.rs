//! A business open to the public, with its hours and the people who serve there.

use super::span;
use crate::support::app::{TestApp, insert};
use omotenashi::base::ids::{BusinessId, ResourceId, UserId};
use serde_json::{Value, json};
use uuid::Uuid;

/// What was built.
#[derive(Clone, Debug)]
pub struct Business {
    pub id: BusinessId,
    pub slug: String,
    /// Those who serve, in column order.
    pub staff: Vec<ResourceId>,
}

/// A business in the making.
pub struct BusinessBuilder<'a> {
    app: &'a TestApp,
    slug: String,
    name: (String, String),
    vertical: &'static str,
    owner: Option<UserId>,
    hours: Vec<(u16, u16)>,
    closed_on: Vec<i16>,
    staff: usize,
    row: Value,
    settings: Value,
}

/// A salon in Tokyo, live and listed, open every day from 10:00 to 19:00, where nobody serves yet.
pub fn a_business(app: &TestApp) -> BusinessBuilder<'_> {
    let slug = format!("shop-{}", &Uuid::new_v4().simple().to_string()[..8]);
    BusinessBuilder {
        app,
        slug,
        name: ("サロン あおい".to_owned(), "Salon Aoi".to_owned()),
        vertical: "salon",
        owner: None,
        hours: vec![span("10:00-19:00")],
        closed_on: Vec::new(),
        staff: 0,
        row: json!({}),
        settings: json!({}),
    }
}

impl BusinessBuilder<'_> {
    /// Its word in addresses.
    pub fn slug(mut self, slug: &str) -> Self {
        slug.clone_into(&mut self.slug);
        self
    }

    /// Its names, Japanese and English.
    pub fn named(mut self, ja: &str, en: &str) -> Self {
        self.name = (ja.to_owned(), en.to_owned());
        self
    }

    /// `salon`, `clinic`, `restaurant`, `class`, `home-visit` or `stay`.
    pub fn vertical(mut self, slug: &'static str) -> Self {
        self.vertical = slug;
        self
    }

    /// Who owns it; they get the owner's seat as well.
    pub fn owner(mut self, user: UserId) -> Self {
        self.owner = Some(user);
        self
    }

    /// When it is open every day: `10:00-19:00`, or two spans with a comma between.
    pub fn open(mut self, spans: &str) -> Self {
        self.hours = spans.split(',').map(span).collect();
        self
    }

    /// Closed on this day of the week, 0 Sunday to 6 Saturday.
    pub fn closed_on(mut self, day_of_week: i16) -> Self {
        self.closed_on.push(day_of_week);
        self
    }

    /// So many who serve, each of them nominable: 佐藤, 鈴木, 高橋, …
    pub fn staff(mut self, count: usize) -> Self {
        self.staff = count;
        self
    }

    /// Columns of `businesses` that should be otherwise.
    pub fn with(mut self, columns: Value) -> Self {
        self.row = columns;
        self
    }

    /// Columns of `business_settings` that should be otherwise.
    pub fn settings(mut self, columns: Value) -> Self {
        self.settings = columns;
        self
    }

    /// Writes it all.
    pub fn build(self) -> Business {
        let id = BusinessId(Uuid::new_v4());
        let staff: Vec<ResourceId> = (0..self.staff)
            .map(|_| ResourceId(Uuid::new_v4()))
            .collect();
        let rows = self.rows(id, &staff);
        self.app.tenant(id, move |tx| {
            for (table, row) in &rows {
                insert(tx.conn(), table, row)?;
            }
            Ok(())
        });
        Business {
            id,
            slug: self.slug,
            staff,
        }
    }

    fn rows(&self, id: BusinessId, staff: &[ResourceId]) -> Vec<(&'static str, Value)> {
        let vertical = self.vertical_id();
        let row = json!({
            "id": id, "slug": self.slug, "vertical_id": vertical, "owner_id": self.owner,
            "display_name_ja": self.name.0, "display_name_en": self.name.1,
            "postal_code": "1500001", "prefecture": "東京都", "city": "渋谷区", "street": "神宮前1-2-3",
            "address_en": "1-2-3 Jingumae, Shibuya-ku, Tokyo 150-0001", "phone": "+81312345678",
            "status": "approved", "onboarding_status": "live",
        });
        let mut rows = vec![
            ("businesses.businesses", merged(row, &self.row)),
            (
                "businesses.business_settings",
                merged(json!({"business_id": id}), &self.settings),
            ),
        ];
        for day in 0..7 {
            let open = self.hours.iter().filter(|_| !self.closed_on.contains(&day));
            rows.extend(open.map(|(from, until)| {
                let row = json!({"business_id": id, "day_of_week": day, "open_minute": from, "close_minute": until});
                ("businesses.business_hours", row)
            }));
        }
        let names = [
            ("佐藤", "Sato"),
            ("鈴木", "Suzuki"),
            ("高橋", "Takahashi"),
            ("田中", "Tanaka"),
        ];
        for (place, (resource, (ja, en))) in staff.iter().zip(names.iter().cycle()).enumerate() {
            let row = json!({
                "id": resource, "business_id": id, "resource_type": "staff", "name": ja, "name_en": en,
                "is_nominable": true, "sort_order": place,
            });
            rows.push(("scheduling.resources", row));
        }
        if let Some(owner) = self.owner {
            let row = json!({"business_id": id, "user_id": owner, "role": "owner", "resource_id": staff.first()});
            rows.push(("businesses.staff_assignments", row));
        }
        rows
    }

    fn vertical_id(&self) -> Uuid {
        use diesel::prelude::*;
        use omotenashi::schema::businesses::verticals;
        let slug = self.vertical;
        self.app.platform(move |tx| {
            Ok(verticals::table
                .filter(verticals::slug.eq(slug))
                .select(verticals::id)
                .first(tx.conn())?)
        })
    }
}

/// The first object with the members of the second in their places.
pub fn merged(mut row: Value, other: &Value) -> Value {
    let members = other.as_object().unwrap().clone();
    row.as_object_mut().unwrap().extend(members);
    row
}
