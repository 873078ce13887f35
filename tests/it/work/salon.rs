//! A salon with a database of its own, its clock standing still, and bookings by plain inserts.

use super::material::{SECRET, at};
use crate::support::{database::TestDatabase, sql};
use diesel::{
    connection::SimpleConnection, deserialize::QueryableByName, prelude::*, sql_query,
    sql_types::Text,
};
use omotenashi::{
    base::{
        clock::Clock,
        ids::{BookingId, BusinessId, NoticeId},
        lang::Lang,
    },
    db::{self, Db, DbError, run::house},
    domain::notifications::send::{Kind, Notice, send},
    mail::{Mailer, Settings, Tray},
    work::Shift,
};
use serde_json::Value;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use uuid::Uuid;

/// One business, no letters yet. It is Friday 2026-11-20, 10:00 in Tokyo.
pub struct Salon {
    pub db: Db,
    pub clock: Clock,
    pub business: BusinessId,
    pub wake: Arc<Notify>,
    _database: TestDatabase,
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    answer: String,
}

impl Salon {
    pub async fn open() -> Self {
        let database = TestDatabase::new();
        let clock = Clock::frozen(at("2026-11-20T01:00:00Z"));
        let settings = db::Settings {
            url: database.url.clone(),
            connections: 6,
            wait: Duration::from_secs(10),
            keep_statements: true,
            statement_timeout: Duration::from_secs(5),
        };
        let salon = Self {
            db: Db::connect(&settings, clock.clone()).unwrap(),
            clock,
            business: BusinessId(Uuid::new_v4()),
            wake: Arc::new(Notify::new()),
            _database: database,
        };
        salon.furnish().await;
        salon
    }

    async fn furnish(&self) {
        let id = self.business;
        self.sql(format!(
            "insert into businesses (id, vertical_id, slug, display_name_ja, display_name_en, phone, email, status, onboarding_status)
               select '{id}', id, 'hana', 'ヘアサロン花', 'Hair Salon Hana', '+81312345678', 'hana@example.jp', 'approved', 'live'
               from verticals where slug = 'salon';
             insert into business_settings (business_id) values ('{id}')"
        ))
        .await;
    }

    /// Runs statements inside the business.
    pub async fn sql(&self, statements: String) {
        self.db
            .tenant(house(self.business), move |tx| -> db::Result<()> {
                sql::know_every_schema(tx.conn())?;
                Ok(tx.conn().batch_execute(&statements)?)
            })
            .await
            .unwrap();
    }

    /// The answer to a question of one text, asked inside the business.
    pub async fn ask(&self, question: &str) -> String {
        let question = format!("select ({question})::text as answer");
        self.db
            .tenant(house(self.business), move |tx| -> db::Result<String> {
                sql::know_every_schema(tx.conn())?;
                let row = sql_query(&question).get_result::<Answer>(tx.conn())?;
                Ok(row.answer)
            })
            .await
            .unwrap()
    }

    /// A confirmed booking for today at 14:30, with its customer.
    pub async fn booking(&self, lang: Lang) -> BookingId {
        let id = BookingId(Uuid::new_v4());
        let (business, customer, number) = (self.business, Uuid::new_v4(), &id.to_string()[..8]);
        let price = r#"{"currency":"JPY","duration_minutes":120,"lines":[{"kind":"service","name_ja":"カット","name_en":"Cut","quantity":1,"amount":5500,"tax_rate_percent":10}]}"#;
        self.sql(format!(
            "insert into customers (id, business_id, name, email) values ('{customer}', '{business}', '髙橋 花子', 'hanako@example.com');
             insert into bookings (id, business_id, number, customer_id, start_at, end_at, business_date, locale, price_cents,
                 price_snapshot_json, policy_snapshot_json, customer_note)
             values ('{id}', '{business}', '{number}', '{customer}', '2026-11-20T05:30:00Z', '2026-11-20T07:30:00Z', '2026-11-20',
                 '{lang}', 5500, '{price}', 'null', '腰痛')"
        ))
        .await;
        id
    }

    /// A letter that is owed from now on, with its job.
    pub async fn letter(
        &self,
        kind: Kind,
        booking: BookingId,
        lang: Lang,
        data: Value,
    ) -> NoticeId {
        self.db
            .tenant(
                house(self.business),
                move |tx| -> Result<NoticeId, DbError> {
                    let due = tx.now();
                    send(
                        tx,
                        &Notice {
                            kind,
                            booking,
                            to_email: "hanako@example.com".to_owned(),
                            locale: lang.code().to_owned(),
                            data: data.clone(),
                            due,
                        },
                    )
                },
            )
            .await
            .unwrap()
    }

    /// A booking with its confirmation owed.
    pub async fn confirmation(&self, lang: Lang) -> (BookingId, NoticeId) {
        let booking = self.booking(lang).await;
        let letter = self.letter(Kind::BookingConfirmed, booking, lang, Value::Null);
        (booking, letter.await)
    }

    /// Where the database is, for other programs.
    pub fn url(&self) -> &str {
        &self._database.url
    }

    /// Lets so many seconds pass.
    pub fn wait(&self, seconds: i64) {
        let later = self.clock.now() + chrono::TimeDelta::seconds(seconds);
        self.clock.set(later);
    }

    /// A shift that sends by this server.
    pub fn shift(&self, smtp_url: &str) -> Shift {
        let mailer = Mailer::open(&Settings {
            smtp_url: Some(smtp_url.to_owned()),
            from: "yoyaku@booking.example.jp".to_owned(),
            patience: Duration::from_secs(10),
        });
        self.shift_with(mailer.unwrap())
    }

    /// A shift whose letters stay in the house.
    pub fn shift_and_tray(&self) -> (Shift, Tray) {
        let tray = Tray::new("yoyaku@booking.example.jp".parse().unwrap());
        (self.shift_with(Mailer::Tray(tray.clone())), tray)
    }

    pub fn shift_with(&self, mailer: Mailer) -> Shift {
        Shift {
            db: self.db.clone(),
            mailer,
            secret: SECRET.into(),
            former_secret: None,
            contact: None,
            public_url: "https://booking.example.jp".into(),
            store: omotenashi::media::Store::default(),
            outside: omotenashi::outside::Outside::with_loopback(),
            wake: Arc::clone(&self.wake),
        }
    }

    /// `status attempts error` of the letter, and of its job.
    pub async fn fate(&self, letter: NoticeId) -> (String, String) {
        let row = format!(
            "select concat_ws(' ', delivery_status, attempts, error_message) from notification_outbox where id = '{letter}'"
        );
        let job = format!(
            "select concat_ws(' ', status, attempts, last_error) from queue_jobs where payload_json ->> 'notice' = '{letter}'"
        );
        (self.ask(&row).await, self.ask(&job).await)
    }
}
