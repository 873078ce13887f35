//! A database that keeps whoever writes waiting.

use super::ledger::{arrived, books, exactly_once, owe};
use crate::{mail::server::MailServer, support::sql, work::salon::Salon};
use diesel::connection::SimpleConnection;
use omotenashi::{
    db::{Db, Settings},
    work::{Shift, run_due},
};
use std::time::Duration;
use tokio::time::sleep;

/// A shift whose statements are ended after so long.
fn impatient(salon: &Salon, server: &MailServer, longest: Duration) -> Shift {
    let settings = Settings {
        url: salon.url().to_owned(),
        connections: 3,
        wait: Duration::from_secs(2),
        keep_statements: true,
        statement_timeout: longest,
    };
    Shift {
        db: Db::connect(&settings, salon.clock.clone()).unwrap(),
        ..salon.shift(&server.url())
    }
}

/// Sends one letter while nobody may write to a table, and gives the table back once the letter has gone.
async fn sent_while_nobody_may_write_to(table: &str) {
    let (salon, server) = (Salon::open().await, MailServer::answering("wait 0.5", 0));
    let owed = owe(&salon, 1).await;
    let shift = impatient(&salon, &server, Duration::from_millis(250));
    let night = tokio::spawn(async move { run_due(&shift).await.unwrap() });
    while salon
        .ask("select count(*) from queue_jobs where status = 'running'")
        .await
        == "0"
    {
        sleep(Duration::from_millis(5)).await;
    }
    let mut other = sql::connect(salon.url());
    other
        .batch_execute(&format!("begin; lock table {table} in exclusive mode"))
        .unwrap();
    while server.count() == 0 {
        sleep(Duration::from_millis(5)).await;
    }
    // Longer than a statement may take, so that the first note of it is lost.
    sleep(Duration::from_millis(800)).await;
    other.batch_execute("rollback").unwrap();
    assert_eq!(night.await.unwrap(), 1);
    for _ in 0..4 {
        salon.wait(60 * 60);
        run_due(&salon.shift(&server.url())).await.unwrap();
    }
    exactly_once(&owed, &arrived(&server));
    assert_eq!(books(&salon).await, "1 1 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_goes_once_although_it_cannot_be_written_down_at_first() {
    sent_while_nobody_may_write_to("notifications.notification_outbox").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_goes_once_although_its_job_cannot_be_settled_at_first() {
    sent_while_nobody_may_write_to("queue.queue_jobs").await;
}
