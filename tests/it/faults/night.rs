//! A whole day's reminders: each guest has a card and had a confirmation, and the statements were planned while there was nothing.

use super::size;
use crate::work::{material::at, salon::Salon};
use omotenashi::work::reminders;
use std::time::Instant;

#[tokio::test(flavor = "multi_thread")]
async fn the_reminders_of_a_day_are_planned_in_one_look_each_once() {
    let salon = Salon::open().await;
    let bookings = size("OC_FAULT_BOOKINGS", 300);
    let business = salon.business;
    assert_eq!(reminders::at(&salon.db, business).await.unwrap(), 0);
    salon
        .sql(format!(
            "insert into customers (business_id, name, email) select '{business}', 'N' || place, 'guest-' || place || '@example.com'
             from generate_series(1, {bookings}) place;
             insert into bookings (business_id, number, customer_id, start_at, end_at, business_date, locale, price_cents, price_snapshot_json,
                 policy_snapshot_json, created_at)
             select '{business}', name, id, start_at, start_at + interval '1 hour', '2026-11-24', 'ja', 5500,
                 '{{\"currency\":\"JPY\",\"lines\":[]}}', 'null', '2026-11-20T01:00Z'
             from customers, lateral (select timestamptz '2026-11-24T01:00Z' + substr(name, 2)::int % 540 * interval '1 minute') as t (start_at);
             insert into notification_outbox (business_id, booking_id, kind, to_email, template, scheduled_at, sent_at, delivery_status)
             select business_id, id, 'booking_confirmed', 'guest@example.com', 'booking_confirmed', created_at, created_at, 'sent' from bookings"
        ))
        .await;
    salon.clock.set(at("2026-11-23T18:00:00+09:00"));
    let begun = Instant::now();
    let looks = [(); 2].map(|()| {
        let (db, business) = (salon.db.clone(), business);
        tokio::spawn(async move { reminders::at(&db, business).await.unwrap() })
    });
    let mut written = 0;
    for look in looks {
        written += look.await.unwrap();
    }
    super::note(&format!("{bookings} reminders in {:?}", begun.elapsed()));
    assert_eq!(written, bookings);
    let owed = "select concat_ws(' ', count(*), count(distinct booking_id)) from notification_outbox where kind = 'booking_reminder'";
    assert_eq!(salon.ask(owed).await, format!("{bookings} {bookings}"));
    assert_eq!(reminders::at(&salon.db, business).await.unwrap(), 0);
}
