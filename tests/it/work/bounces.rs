//! Letters that come back: what becomes of them, of their address, and of the booking, which is nothing.

use super::{material::SECRET, salon::Salon};
use crate::mail::server::MailServer;
use omotenashi::{
    base::{ids::BookingId, lang::Lang, token::Token},
    db::run::house,
    domain::{
        bookings::link,
        notifications::{erase, story, unreached},
    },
    work::{keyless::without_keys, run_due},
};

/// Whether the guest's address is marked.
async fn is_marked(salon: &Salon, email: &'static str) -> Option<String> {
    let found = salon
        .db
        .read(house(salon.business), move |tx| unreached::find(tx, email));
    found.await.unwrap().map(|found| found.answer)
}

async fn booking_row(salon: &Salon, booking: BookingId) -> String {
    let row = format!("select md5(row(b.*)::text) from bookings b where id = '{booking}'");
    salon.ask(&row).await
}

#[tokio::test]
async fn an_address_that_a_server_refuses_is_marked_until_a_letter_arrives_there() {
    let salon = Salon::open().await;
    let (booking, letter) = salon.confirmation(Lang::Ja).await;
    let before = booking_row(&salon, booking).await;
    let server = MailServer::answering("rcpt 550 5.1.1 no such mailbox", 0);
    let shift = salon.shift(&server.url());
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    let answer = "the mail server said: 550 5.1.1 no such mailbox";
    assert_eq!(salon.fate(letter).await.0, format!("bounced 1 {answer}"));
    assert_eq!(
        is_marked(&salon, "Hanako@Example.com").await.as_deref(),
        Some(answer)
    );
    assert_eq!(is_marked(&salon, "other@example.com").await, None);
    assert_eq!(booking_row(&salon, booking).await, before);
    salon.wait(24 * 3_600);
    assert_eq!(run_due(&shift).await.unwrap(), 0, "it is not tried again");
    // The mailbox is there again.
    let taking = MailServer::start();
    salon.wait(-24 * 3_600);
    salon.confirmation(Lang::Ja).await;
    assert_eq!(run_due(&salon.shift(&taking.url())).await.unwrap(), 1);
    assert_eq!(is_marked(&salon, "hanako@example.com").await, None);
}

#[tokio::test]
async fn what_a_server_does_not_like_about_a_letter_is_not_its_address() {
    for (answer, fate) in [
        ("550 5.7.1 not wanted here", "bounced"),
        ("451 4.7.1 come back later", "queued"),
        ("rcpt 451 4.2.0 come back later", "queued"),
    ] {
        let salon = Salon::open().await;
        let (_, letter) = salon.confirmation(Lang::Ja).await;
        let server = MailServer::answering(answer, 0);
        assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
        let is_so = salon.fate(letter).await.0.starts_with(fate);
        assert!(is_so, "{answer}: {:?}", salon.fate(letter).await);
        assert_eq!(is_marked(&salon, "hanako@example.com").await, None);
    }
}

#[tokio::test]
async fn a_letter_keeps_its_words_without_keys_until_it_is_old_or_its_reader_is_forgotten() {
    let salon = Salon::open().await;
    let (booking, letter) = salon.confirmation(Lang::Ja).await;
    let server = MailServer::start();
    run_due(&salon.shift(&server.url())).await.unwrap();
    let told = salon
        .db
        .read(house(salon.business), move |tx| story::of(tx, booking))
        .await
        .unwrap();
    assert_eq!(told.len(), 1);
    let (row, arrived) = (&told[0].row, server.letter());
    let sent = arrived.part("text/plain").text();
    let key = link::token(SECRET, booking).text();
    assert_eq!(row.subject.as_deref(), Some(arrived.header("Subject")));
    assert!(sent.contains(&key));
    let words = row.words.clone().unwrap();
    assert_eq!(words.trim_end(), sent.replace(&key, "…").trim_end());
    assert!(!words.contains(&key));
    let kept = format!(
        "select words is null and subject is null from notification_outbox where id = '{letter}'"
    );
    let clear = || salon.db.platform(erase::clear_words);
    assert_eq!(clear().await.unwrap(), 0);
    salon.wait(91 * 24 * 3_600);
    assert_eq!(clear().await.unwrap(), 1);
    assert_eq!(salon.ask(&kept).await, "true");
    salon.wait(-91 * 24 * 3_600);
    let (other, second) = salon.confirmation(Lang::Ja).await;
    run_due(&salon.shift(&server.url())).await.unwrap();
    let refusing = "insert into unreached_addresses (business_id, email) select business_id, to_email from notification_outbox limit 1";
    salon.sql(refusing.to_owned()).await;
    salon
        .db
        .tenant(house(salon.business), move |tx| erase::forget(tx, &[other]))
        .await
        .unwrap();
    let kept = format!(
        "select concat_ws(' ', delivery_status, words, subject, to_email) from notification_outbox where id = '{second}'"
    );
    assert_eq!(salon.ask(&kept).await, "sent");
    assert_eq!(is_marked(&salon, "hanako@example.com").await, None);
}

#[test]
fn keys_are_left_out_and_everything_else_stays() {
    let token = Token::derived(b"a secret", &[b"x"]).text();
    let text = format!("▼ 予約\nhttps://a.example/ja/bookings/{token}/move?hold={token}\nK7P-3MWX");
    assert_eq!(
        without_keys(&text),
        "▼ 予約\nhttps://a.example/ja/bookings/…/move?hold=…\nK7P-3MWX"
    );
    assert_eq!(without_keys(&token), "…");
    assert_eq!(without_keys(""), "");
}
