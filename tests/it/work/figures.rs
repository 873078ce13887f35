//! The figures of a day, counted once it is over by the shop's own clock.

use super::{material::at, salon::Salon};
use omotenashi::{base::lang::Lang, work::figures};

const DAYS: &str = "select string_agg(concat_ws(' ', date, bookings, revenue_cents, cancellations, no_shows, review_avg), '; ' order by date) \
    from analytics_daily";

async fn counted(salon: &Salon) -> (usize, String) {
    let rows = figures::at(&salon.db, salon.business).await.unwrap();
    (rows, salon.ask(&format!("coalesce(({DAYS}), '')")).await)
}

/// Five bookings of the 20th: one is to come yet, one was completed and paid, one was called off, one did not come, one lapsed.
async fn a_day(salon: &Salon) {
    for status in ["confirmed", "completed", "cancelled", "no_show", "expired"] {
        let booking = salon.booking(Lang::Ja).await;
        let by = if status == "cancelled" {
            "'customer'"
        } else {
            "null"
        };
        salon
            .sql(format!(
                "update bookings set status = '{status}', cancelled_by = {by}, number = '{status}' where id = '{booking}'"
            ))
            .await;
    }
    salon
        .sql(
            "insert into booking_payments (business_id, booking_id, provider, amount_cents, status, taken_on)
             select business_id, id, 'shop', amount, state::payments.payment_status, '2026-11-20'
             from bookings, (values (3000, 'succeeded'), (2500, 'succeeded'), (900, 'refunded')) t (amount, state) where number = 'completed'"
                .to_owned(),
        )
        .await;
}

#[tokio::test]
async fn a_day_is_counted_when_it_is_over_by_the_clock_of_the_shop() {
    let salon = Salon::open().await;
    a_day(&salon).await;
    salon.clock.set(at("2026-11-20T23:59:59+09:00"));
    assert_eq!(counted(&salon).await, (0, String::new()));
    salon.clock.set(at("2026-11-21T00:00:00+09:00"));
    let day = "2026-11-20 3 5500 1 1".to_owned();
    assert_eq!(counted(&salon).await, (1, day.clone()));
    assert_eq!(counted(&salon).await, (0, day), "again changes nothing");
}

#[tokio::test]
async fn a_shop_elsewhere_ends_its_day_later() {
    let salon = Salon::open().await;
    a_day(&salon).await;
    salon
        .sql("update businesses set timezone = 'America/New_York'".to_owned())
        .await;
    salon.clock.set(at("2026-11-21T04:59:59Z"));
    assert_eq!(counted(&salon).await.0, 0);
    salon.clock.set(at("2026-11-21T05:00:00Z"));
    assert_eq!(counted(&salon).await.0, 1);
}

#[tokio::test]
async fn what_changes_later_is_counted_again_on_both_days() {
    let salon = Salon::open().await;
    a_day(&salon).await;
    salon.clock.set(at("2026-11-22T10:00:00+09:00"));
    assert_eq!(counted(&salon).await.0, 1);
    salon
        .sql("update bookings set status = 'completed' where number = 'no_show'; \
             update bookings set business_date = '2026-11-19', start_at = '2026-11-19T05:30Z', end_at = '2026-11-19T07:30Z' where number = 'confirmed'".to_owned())
        .await;
    assert_eq!(
        counted(&salon).await,
        (2, "2026-11-19 1 0 0 0; 2026-11-20 2 5500 1 0".to_owned())
    );
    salon
        .sql("update bookings set deleted_at = now() where business_date = '2026-11-19'".to_owned())
        .await;
    assert_eq!(
        counted(&salon).await,
        (1, "2026-11-19 0 0 0 0; 2026-11-20 2 5500 1 0".to_owned())
    );
}

#[tokio::test]
async fn every_shop_is_counted() {
    let salon = Salon::open().await;
    a_day(&salon).await;
    salon.clock.set(at("2026-11-22T10:00:00+09:00"));
    assert_eq!(figures::everywhere(&salon.db).await.unwrap(), 1);
}
