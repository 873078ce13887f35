//! The waiting list: from a full day to a place on it, from a place that comes free to a booking, and nobody promised what
//! somebody else has.

mod earlier;
mod joining;
mod looks;
mod offering;
mod race;
mod shop;
mod visits;
mod wish;

use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service, booking::Booked},
    letters::link,
    wait::wait_for,
};
use omotenashi::{mail::Letter, work::waiting};
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

pub const JOIN: &str = "キャンセル待ちに登録する";
pub const WEDNESDAY: &str = "2026-11-25";

/// A shop with one chair and a waiting list, whose Wednesday at two is somebody's.
pub struct Scene {
    pub app: TestApp,
    pub shop: Business,
    pub cut: Service,
    pub taken: Booked,
}

impl Scene {
    pub fn new() -> Self {
        Self::of(TestApp::start(TestOptions::default()), 24)
    }

    /// With so many hours to answer.
    pub fn of(app: TestApp, hours: i64) -> Self {
        let shop = a_business(&app)
            .staff(1)
            .settings(json!({"holds_per_client": 1000}))
            .build();
        let cut = a_service(&app, &shop).build();
        let taken = a_booking(&app, &shop, &cut).at("2026-11-25 14:00").build();
        let rules = json!({"business_id": shop.id, "is_on": true, "answer_hours": hours});
        app.insert(shop.id, "bookings.waitlist_rules", rules);
        Self {
            app,
            shop,
            cut,
            taken,
        }
    }

    /// Somebody who waits for that Wednesday at two and has proved their address, so many minutes ago.
    pub fn waiting(&self, name: &str, minutes: i64) -> Uuid {
        self.preferred(name, minutes, "normal")
    }

    /// The same of whom the shop has put before or behind others.
    pub fn preferred(&self, name: &str, minutes: i64, priority: &str) -> Uuid {
        let shop = self.shop.id;
        let email = format!("{}@example.com", Uuid::new_v4().simple());
        let card = json!({"business_id": shop, "name": name, "search_key": name, "email": email});
        let card = self.app.insert(shop, "customers.customers", card);
        let now = self.app.clock().now();
        let row = json!({
            "business_id": shop, "service_id": self.cut.id, "customer_id": card, "preferred_date": WEDNESDAY,
            "preferred_until": WEDNESDAY, "preferred_time_start": 840, "preferred_time_end": 841, "priority": priority,
            "proved_at": now, "created_at": now - chrono::TimeDelta::minutes(minutes),
        });
        self.app.insert(shop, "bookings.waitlist", row)
    }

    /// The form for that Wednesday.
    pub fn form(&self) -> Page {
        let path = format!(
            "/ja/b/{}/waitlist?service={}&from={WEDNESDAY}",
            self.shop.slug, self.cut.id
        );
        self.app.browser().open(&path)
    }

    /// The guest of the Wednesday calls off.
    pub fn call_off(&self) {
        let path = format!("/ja/bookings/{}/cancel", self.taken.token);
        let gone = self.app.browser().open(&path).press("予約をキャンセルする");
        assert_eq!(gone.heading(), "この予約はキャンセルされています");
    }

    /// Looks through the list as the clock does; how many offers that made.
    pub fn look(&self) -> usize {
        look(&self.app, &self.shop)
    }

    /// Where a place stands.
    pub fn is(&self, entry: Uuid, status: &str) -> bool {
        let sql = format!(
            "select count(*) from bookings.waitlist where id = '{entry}' and status = '{status}'"
        );
        self.app.count(self.shop.id, sql) == 1
    }

    pub fn count(&self, sql: &str) -> i64 {
        self.app.count(self.shop.id, sql)
    }

    /// The letters that are due and about offers.
    pub fn offers(&self) -> Vec<Letter> {
        let letters = self.app.letters().into_iter();
        letters
            .filter(|letter| letter.subject.contains("空きのご案内"))
            .collect()
    }

    /// What the only offer leads to.
    pub fn offered(&self) -> Page {
        let offers = self.offers();
        assert_eq!(offers.len(), 1, "{offers:#?}");
        self.app.browser().open(&link(&offers[0]))
    }

    /// Whether a stranger can hold the Wednesday at two.
    pub fn stranger(&self) -> bool {
        let start = tokyo("2026-11-25 14:00").to_rfc3339();
        let answer = self.app.browser().post(
            &format!("/ja/b/{}/book/hold", self.shop.slug),
            &[
                ("key", &Uuid::new_v4().simple().to_string()),
                ("service", &self.cut.id.to_string()),
                ("party", "1"),
                ("start", &start),
            ],
        );
        assert!([303, 409].contains(&answer.status), "{}", answer.text());
        answer.status == 303
    }
}

/// Looks through a list as the clock does; how many offers that made.
pub fn look(app: &TestApp, shop: &Business) -> usize {
    let secret: Arc<[u8]> = Arc::from(app.secret());
    let (db, shop) = (app.db().clone(), shop.id);
    wait_for(async move { waiting::at(&db, &secret, shop).await }).unwrap()
}
