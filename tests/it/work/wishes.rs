//! What somebody chose on the page of their account, seen at the mail server.

use super::salon::Salon;
use crate::mail::server::{Arrived, MailServer};
use diesel::connection::SimpleConnection;
use omotenashi::{
    base::{ids::UserId, lang::Lang},
    db,
    domain::{
        accounts::message_preferences::{MessagePreferences, save},
        notifications::{
            personal,
            send::{Kind, done_by},
        },
    },
    work::run_due,
};
use serde_json::{Value, json};
use uuid::Uuid;

const WHOLE: &str = "mixed(alternative(text/plain text/html text/calendar) application/ics)";

/// Hanako has an account: the address that the salon's letters go to is hers, or only said to be.
async fn hanako(salon: &Salon, is_proved: bool, chosen: MessagePreferences) -> UserId {
    let user = UserId(Uuid::new_v4());
    let proved = if is_proved { "now()" } else { "null" };
    let row = format!(
        "insert into accounts.users (id, email, display_name, locale, email_verified_at)
         values ('{user}', 'hanako@example.com', '髙橋 花子', 'en', {proved})"
    );
    let done: db::Result<()> = salon
        .db
        .platform(move |tx| {
            tx.conn().batch_execute(&row)?;
            save(tx, user, chosen)
        })
        .await;
    done.unwrap();
    user
}

/// The confirmation of a booking made on Japanese pages, as it arrives.
async fn confirmation(is_proved: bool, chosen: MessagePreferences) -> Arrived {
    let (salon, server) = (Salon::open().await, MailServer::start());
    hanako(&salon, is_proved, chosen).await;
    salon.confirmation(Lang::Ja).await;
    assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
    server.letter()
}

/// How many letters arrive of one about what somebody did.
async fn letters_of(kind: Kind, data: Value, by: Option<bool>, wanted: bool) -> usize {
    let (salon, server) = (Salon::open().await, MailServer::start());
    let chosen = MessagePreferences {
        about_own_acts: wanted,
        ..MessagePreferences::default()
    };
    let user = hanako(&salon, true, chosen).await;
    let booking = salon.booking(Lang::Ja).await;
    if kind == Kind::BookingCancelled {
        salon
            .sql(format!(
                "update bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{booking}'"
            ))
            .await;
    }
    salon.letter(kind, booking, Lang::Ja, data).await;
    if let Some(by_herself) = by {
        let who = if by_herself {
            user
        } else {
            UserId(Uuid::new_v4())
        };
        let noted: db::Result<()> = salon
            .db
            .tenant(db::run::house(salon.business), move |tx| {
                done_by(tx, booking, kind, who)
            })
            .await;
        noted.unwrap();
    }
    assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
    let waiting = "select count(*) from notification_outbox where sent_at is null";
    assert_eq!(salon.ask(waiting).await, "0", "nothing is left owed");
    server.letters().len()
}

#[tokio::test]
async fn without_a_choice_a_letter_is_as_a_guests_is() {
    let arrived = confirmation(true, MessagePreferences::default()).await;
    assert_eq!(arrived.shape(), WHOLE);
    assert!(arrived.header("Subject").starts_with("【予約確定】"));
}

#[tokio::test]
async fn the_language_of_the_account_goes_before_that_of_the_booking_where_it_was_chosen() {
    let chosen = MessagePreferences {
        bookings_in_own_language: true,
        ..MessagePreferences::default()
    };
    let arrived = confirmation(true, chosen).await;
    assert!(arrived.header("Subject").starts_with("Booking confirmed"));
    assert!(arrived.part("text/plain").text().contains("/en/bookings/"));
}

#[tokio::test]
async fn no_file_for_calendars_and_no_html_where_neither_is_wanted() {
    let no_calendar = MessagePreferences {
        has_calendar: false,
        ..MessagePreferences::default()
    };
    let arrived = confirmation(true, no_calendar).await;
    assert_eq!(arrived.shape(), "alternative(text/plain text/html)");
    let text_only = MessagePreferences {
        is_text_only: true,
        ..MessagePreferences::default()
    };
    let arrived = confirmation(true, text_only).await;
    assert_eq!(
        arrived.shape(),
        "mixed(alternative(text/plain text/calendar) application/ics)"
    );
    let neither = MessagePreferences {
        is_text_only: true,
        ..no_calendar
    };
    let arrived = confirmation(true, neither).await;
    assert_eq!(arrived.shape(), "text/plain");
    assert!(arrived.part("text/plain").text().contains("髙橋 花子 様"));
}

#[tokio::test]
async fn who_has_only_said_that_an_address_is_theirs_decides_nothing_about_it() {
    let all = MessagePreferences {
        bookings_in_own_language: true,
        has_calendar: false,
        is_text_only: true,
        about_own_acts: false,
    };
    let arrived = confirmation(false, all).await;
    assert_eq!(arrived.shape(), WHOLE);
    assert!(arrived.header("Subject").starts_with("【予約確定】"));
}

#[tokio::test]
async fn letters_of_the_house_come_without_html_as_well() {
    let (salon, server) = (Salon::open().await, MailServer::start());
    let chosen = MessagePreferences {
        is_text_only: true,
        ..MessagePreferences::default()
    };
    let user = hanako(&salon, true, chosen).await;
    let notice = personal::Notice {
        kind: personal::Kind::PasswordChanged,
        user,
        to_email: "hanako@example.com".to_owned(),
        locale: "ja".to_owned(),
        about: None,
    };
    let sent: db::Result<()> = salon
        .db
        .platform(move |tx| personal::send(tx, &notice))
        .await;
    sent.unwrap();
    assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
    assert_eq!(server.letter().shape(), "text/plain");
}

#[tokio::test]
async fn only_what_one_did_oneself_is_left_out_and_nothing_that_costs() {
    let old = json!({ "old_start": "2026-11-20T04:00:00Z", "old_end": "2026-11-20T06:00:00Z" });
    for kind in [Kind::BookingChanged, Kind::BookingCancelled] {
        let data = || match kind {
            Kind::BookingChanged => old.clone(),
            _ => json!({ "fee": 0 }),
        };
        assert_eq!(letters_of(kind, data(), Some(true), false).await, 0);
        assert_eq!(
            letters_of(kind, data(), Some(true), true).await,
            1,
            "wanted"
        );
        assert_eq!(
            letters_of(kind, data(), Some(false), false).await,
            1,
            "somebody else did it"
        );
        assert_eq!(letters_of(kind, data(), None, false).await, 1, "the shop");
    }
    let fee = json!({ "fee": 2750 });
    assert_eq!(
        letters_of(Kind::BookingCancelled, fee, Some(true), false).await,
        1,
        "it costs something"
    );
    assert_eq!(
        letters_of(Kind::BookingConfirmed, json!({}), Some(true), false).await,
        1,
        "a new booking is always confirmed"
    );
}
