//! Mail servers that are away, slow, refuse, or take a letter and do not say so.

use super::ledger::{arrived, books, exactly_once, hasty, owe};
use crate::{mail::server::MailServer, work::salon::Salon};
use omotenashi::{
    db::PlatformTx,
    domain::notifications::{
        circuit::{self, Circuit},
        delivery::Channel,
    },
    work::run_due,
};
use std::{net::TcpListener, time::Duration};

/// A port where nobody listens.
fn nobody() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// What is known to be wrong with the mail server.
async fn standing(salon: &Salon) -> Option<Circuit> {
    let read = |tx: &mut PlatformTx<'_>| circuit::of_house(tx, Channel::Email);
    salon.db.platform(read).await.unwrap()
}

/// Everything about the bookings, whatever became of their letters.
async fn bookings(salon: &Salon) -> String {
    salon
        .ask("select md5(string_agg(b::text, '' order by id)) from bookings b")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_away_for_an_hour_gets_each_letter_once_when_it_is_back() {
    let salon = Salon::open().await;
    let owed = owe(&salon, 12).await;
    let (port, before) = (nobody(), bookings(&salon).await);
    let shift = salon.shift(&format!("smtp://127.0.0.1:{port}"));
    for _ in 0..60 {
        run_due(&shift).await.unwrap();
        salon.wait(60);
    }
    // Five of them find out that it is away; after that one of them at a time, ever more seldom, and it costs no other a try.
    let tries: i64 = salon
        .ask("select count(*) from notification_logs")
        .await
        .parse()
        .unwrap();
    assert!((12..=22).contains(&tries), "{tries} tries in an hour");
    let wrong = standing(&salon).await.unwrap();
    assert_eq!(i64::from(wrong.failures), tries);
    assert!(wrong.open_until.is_some());
    assert_eq!(books(&salon).await, "0 0 0");
    let server = MailServer::answering("take", port);
    // The next that tries gets through, and all the others at once after it.
    for _ in 0..6 {
        salon.wait(60);
        run_due(&shift).await.unwrap();
    }
    exactly_once(&owed, &arrived(&server));
    assert_eq!(books(&salon).await, "12 12 12");
    assert_eq!(standing(&salon).await, None);
    assert_eq!(bookings(&salon).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_mail_server_gets_each_letter_once() {
    let salon = Salon::open().await;
    let server = MailServer::answering("wait 0.5", 0);
    let owed = owe(&salon, 4).await;
    run_due(&salon.shift(&server.url())).await.unwrap();
    exactly_once(&owed, &arrived(&server));
    assert_eq!(books(&salon).await, "4 4 4");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_takes_a_letter_and_does_not_say_so_gets_it_again_under_its_name() {
    let salon = Salon::open().await;
    let silent = MailServer::answering("keep 30", 0);
    let owed = owe(&salon, 1).await;
    let shift = hasty(&salon, &silent, Duration::from_millis(400));
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    assert_eq!(books(&salon).await, "0 0 0");
    let server = MailServer::start();
    salon.wait(15);
    assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
    exactly_once(&owed, &arrived(&silent));
    exactly_once(&owed, &arrived(&server));
    assert_eq!(books(&salon).await, "1 1 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_refuses_for_now_gets_each_letter_once_and_one_that_refuses_for_good_is_asked_once()
 {
    let salon = Salon::open().await;
    let owed = owe(&salon, 3).await;
    let busy = MailServer::answering("451 come back later", 0);
    run_due(&salon.shift(&busy.url())).await.unwrap();
    assert_eq!(books(&salon).await, "0 0 0");
    let server = MailServer::start();
    salon.wait(15);
    run_due(&salon.shift(&server.url())).await.unwrap();
    exactly_once(&owed, &arrived(&server));
    let (_, letter) = salon.confirmation(omotenashi::base::lang::Lang::Ja).await;
    let never = MailServer::answering("550 no such person", 0);
    for _ in 0..10 {
        run_due(&salon.shift(&never.url())).await.unwrap();
        salon.wait(60 * 60);
    }
    let tries = format!("select count(*) from notification_logs where notice_id = '{letter}'");
    assert_eq!(salon.ask(&tries).await, "1");
    assert_eq!(arrived(&server).len(), 3);
}
