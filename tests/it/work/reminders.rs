//! Guests are reminded of the time that their booking has, once, by day, and not right after they were told anyway.

use super::{material::at, salon::Salon};
use omotenashi::{
    base::{ids::BookingId, lang::Lang},
    work::{reminders, run_due},
};

/// A booking on Tuesday 24 November at 14:30 in Tokyo, made on the 20th.
async fn booked(salon: &Salon) -> BookingId {
    let booking = salon.booking(Lang::Ja).await;
    salon
        .sql(format!(
            "update bookings set start_at = '2026-11-24T05:30Z', end_at = '2026-11-24T07:30Z', business_date = '2026-11-24', \
             created_at = '2026-11-20T01:00Z' where id = '{booking}'"
        ))
        .await;
    booking
}

/// How many reminders are written when it is looked then, by the clock on the wall of the shop.
async fn looked(salon: &Salon, wall: &str) -> usize {
    salon.clock.set(at(&format!("{wall}:00+09:00")));
    reminders::at(&salon.db, salon.business).await.unwrap()
}

#[tokio::test]
async fn the_evening_before_and_once_however_many_look() {
    let salon = Salon::open().await;
    let booking = booked(&salon).await;
    assert_eq!(looked(&salon, "2026-11-23T17:59").await, 0);
    salon.clock.set(at("2026-11-23T18:00:00+09:00"));
    let looks = (0..8).map(|_| {
        let (db, business) = (salon.db.clone(), salon.business);
        tokio::spawn(async move { reminders::at(&db, business).await.unwrap() })
    });
    let looks: Vec<_> = looks.collect();
    let mut written = 0;
    for look in looks {
        written += look.await.unwrap();
    }
    assert_eq!(written, 1);
    let (shift, tray) = salon.shift_and_tray();
    run_due(&shift).await.unwrap();
    let letters = tray.letters();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].letter.subject.contains("ご予約の確認"),
        "{}",
        letters[0].letter.subject
    );
    assert!(letters[0].letter.text.contains("/cancel"));
    assert_eq!(looked(&salon, "2026-11-23T20:30").await, 0);
    assert_eq!(looked(&salon, "2026-11-24T12:30").await, 0, "{booking}");
}

#[tokio::test]
async fn nothing_at_night_and_what_was_missed_in_the_morning() {
    let salon = Salon::open().await;
    booked(&salon).await;
    // Nobody looked all evening.
    assert_eq!(looked(&salon, "2026-11-23T21:30").await, 0);
    assert_eq!(looked(&salon, "2026-11-24T07:59").await, 0);
    assert_eq!(looked(&salon, "2026-11-24T08:00").await, 1);
}

#[tokio::test]
async fn never_of_what_begins_at_once_or_is_over() {
    let salon = Salon::open().await;
    booked(&salon).await;
    assert_eq!(looked(&salon, "2026-11-24T14:00").await, 0);
    assert_eq!(looked(&salon, "2026-11-24T15:00").await, 0);
}

#[tokio::test]
async fn a_moved_booking_is_reminded_of_anew_and_a_cancelled_one_not() {
    let salon = Salon::open().await;
    let booking = booked(&salon).await;
    assert_eq!(looked(&salon, "2026-11-23T18:00").await, 1);
    // It goes before it is sent: nothing is told of the old time.
    salon
        .sql(format!(
            "update bookings set start_at = '2026-11-26T05:30Z', end_at = '2026-11-26T07:30Z', business_date = '2026-11-26' where id = '{booking}'"
        ))
        .await;
    let (shift, tray) = salon.shift_and_tray();
    run_due(&shift).await.unwrap();
    assert!(tray.letters().is_empty());
    assert_eq!(looked(&salon, "2026-11-24T18:00").await, 0);
    assert_eq!(looked(&salon, "2026-11-25T18:00").await, 1);
    salon
        .sql(format!(
            "update bookings set status = 'cancelled', cancelled_by = 'business' where id = '{booking}'"
        ))
        .await;
    run_due(&shift).await.unwrap();
    assert!(tray.letters().is_empty());
}

#[tokio::test]
async fn whoever_has_just_been_told_is_not_told_again() {
    let salon = Salon::open().await;
    let booking = booked(&salon).await;
    salon.clock.set(at("2026-11-23T19:00:00+09:00"));
    salon
        .letter(
            omotenashi::domain::notifications::send::Kind::BookingChanged,
            booking,
            Lang::Ja,
            serde_json::Value::Null,
        )
        .await;
    assert_eq!(looked(&salon, "2026-11-23T19:30").await, 0);
}

#[tokio::test]
async fn a_shop_chooses_when() {
    let salon = Salon::open().await;
    booked(&salon).await;
    salon
        .sql(format!(
            "insert into reminder_rules (business_id, is_day_before, lead_hours) values ('{}', false, 2)",
            salon.business
        ))
        .await;
    assert_eq!(looked(&salon, "2026-11-23T18:00").await, 0);
    assert_eq!(looked(&salon, "2026-11-24T12:29").await, 0);
    assert_eq!(looked(&salon, "2026-11-24T12:30").await, 1);
    assert_eq!(looked(&salon, "2026-11-24T12:31").await, 0);
}

#[tokio::test]
async fn two_that_are_due_at_once_are_one() {
    let salon = Salon::open().await;
    booked(&salon).await;
    salon
        .sql(format!(
            "insert into reminder_rules (business_id, is_day_before, lead_hours) values ('{}', true, 12)",
            salon.business
        ))
        .await;
    assert_eq!(looked(&salon, "2026-11-24T09:00").await, 1);
    assert_eq!(looked(&salon, "2026-11-24T09:05").await, 0);
}

#[tokio::test]
async fn everywhere_finds_the_shop() {
    let salon = Salon::open().await;
    booked(&salon).await;
    salon.clock.set(at("2026-11-23T18:00:00+09:00"));
    assert_eq!(reminders::everywhere(&salon.db).await.unwrap(), 1);
}

#[tokio::test]
async fn who_refused_is_not_reminded_and_hears_of_everything_else() {
    let salon = Salon::open().await;
    let booking = booked(&salon).await;
    let refuse = format!(
        "insert into guest_wishes (business_id, customer_id, wants_reminders) \
         select business_id, customer_id, false from bookings where id = '{booking}'"
    );
    salon.sql(refuse).await;
    assert_eq!(looked(&salon, "2026-11-23T18:00").await, 0);
    let kind = omotenashi::domain::notifications::send::Kind::BookingConfirmed;
    salon
        .letter(kind, booking, Lang::Ja, serde_json::Value::Null)
        .await;
    let (shift, tray) = salon.shift_and_tray();
    run_due(&shift).await.unwrap();
    assert_eq!(tray.letters().len(), 1);
    assert_eq!(tray.letters()[0].letter.unsubscribe, None);
    let again = "update guest_wishes set wants_reminders = true";
    salon.sql(again.to_owned()).await;
    // Whoever has just been told is not told again.
    salon
        .sql("delete from notification_outbox".to_owned())
        .await;
    assert_eq!(looked(&salon, "2026-11-23T18:05").await, 1);
}
