//! Letters that are owed, and what arrived of them.

use crate::{mail::server::MailServer, work::salon::Salon};
use omotenashi::{
    base::ids::BookingId,
    db::{DbError, run::house},
    domain::notifications::send::{Kind, Notice, send},
    mail::{Mailer, Settings},
    work::Shift,
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};
use uuid::Uuid;

/// So many bookings on a day that is to come by any clock, each of somebody else, and the confirmation of each owed. Returns the
/// names of the letters.
pub async fn owe(salon: &Salon, letters: usize) -> BTreeSet<String> {
    let business = salon.business;
    let price = r#"{"currency":"JPY","duration_minutes":120,"lines":[{"kind":"service","name_ja":"カット","name_en":"Cut","quantity":1,"amount":5500,"tax_rate_percent":10}]}"#;
    let bookings: Vec<BookingId> = (0..letters).map(|_| BookingId(Uuid::new_v4())).collect();
    let ids: Vec<String> = bookings.iter().map(ToString::to_string).collect();
    salon
        .sql(format!(
            "create temporary table owed on commit drop as select id::uuid, place from unnest(string_to_array('{}', ',')) with ordinality as t (id, place);
             insert into customers (id, business_id, name, email) select id, '{business}', '髙橋 花子', 'guest-' || place || '@example.com' from owed;
             insert into bookings (id, business_id, number, customer_id, start_at, end_at, business_date, locale, price_cents,
                 price_snapshot_json, policy_snapshot_json)
             select id, '{business}', left(id::text, 8) || place, id, day, day + interval '2 hours', day::date, 'ja', 5500, '{price}', 'null'
             from owed, (select date_trunc('day', now() + interval '30 days') + interval '5 hours' as day) as t",
            ids.join(",")
        ))
        .await;
    let owed = salon
        .db
        .tenant(
            house(business),
            move |tx| -> Result<BTreeSet<String>, DbError> {
                let due = tx.now();
                let mut names = BTreeSet::new();
                for (place, booking) in (1..).zip(&bookings) {
                    let notice = send(
                        tx,
                        &Notice {
                            kind: Kind::BookingConfirmed,
                            booking: *booking,
                            to_email: format!("guest-{place}@example.com"),
                            locale: "ja".to_owned(),
                            data: Value::Null,
                            due,
                        },
                    )?;
                    names.insert(format!("<{notice}@booking.example.jp>"));
                }
                Ok(names)
            },
        )
        .await
        .unwrap();
    assert_eq!(owed.len(), letters);
    owed
}

/// How often each letter arrived, by its name in the world.
pub fn arrived(server: &MailServer) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for letter in server.letters() {
        *counted
            .entry(letter.header("Message-ID").to_owned())
            .or_default() += 1;
    }
    counted
}

/// Each letter that was owed arrived, once, and nothing else did.
pub fn exactly_once(owed: &BTreeSet<String>, arrived: &BTreeMap<String, usize>) {
    let names: BTreeSet<String> = arrived.keys().cloned().collect();
    assert_eq!(&names, owed);
    let twice: Vec<_> = arrived.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// How many jobs are done, how many letters are written down as sent, and how many tries of them as sent.
pub async fn books(salon: &Salon) -> String {
    salon
        .ask(
            "concat_ws(' ', (select count(*) from queue_jobs where status = 'done'), \
             (select count(*) from notification_outbox where delivery_status = 'sent'), \
             (select count(*) from notification_logs where status = 'sent'))",
        )
        .await
}

/// A shift whose patience with the mail server is shorter.
pub fn hasty(salon: &Salon, server: &MailServer, patience: Duration) -> Shift {
    let mailer = Mailer::open(&Settings {
        smtp_url: Some(server.url()),
        from: "yoyaku@booking.example.jp".to_owned(),
        patience,
    });
    salon.shift_with(mailer.unwrap())
}
