//! Real workers in processes of their own, killed with what they have in their hands.

use super::{
    ledger::{arrived, books, exactly_once, owe},
    size,
};
use crate::{mail::server::MailServer, support::sql, work::salon::Salon};
use omotenashi::work::run_due;
use std::{
    collections::BTreeSet,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::time::sleep;

/// Longer than any night here takes.
const LONGEST: Duration = Duration::from_secs(300);
const UNDONE: &str = "select count(*) from queue_jobs where status <> 'done'";

/// `omotenashi work`.
struct Worker {
    process: Child,
    _folder: TempDir,
}

impl Worker {
    fn begin(salon: &Salon, server: &MailServer) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_omotenashi"))
            .arg("work")
            .env_clear()
            .env("DATABASE_URL", salon.url())
            .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
            .env("OC_PUBLIC_URL", "https://booking.example.jp")
            .env("OC_SMTP_URL", server.url())
            .env("OC_MAIL_FROM", "yoyaku@booking.example.jp")
            .env("OC_DATA_DIR", folder.path())
            .env("OC_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            process: child,
            _folder: folder,
        }
    }

    /// As the kernel does it when memory is short: nothing is finished and nobody is told.
    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Waits until it is so.
async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !so().await {
        assert!(begun.elapsed() < LONGEST, "waited in vain until {what}");
        sleep(Duration::from_millis(20)).await;
    }
}

/// The letters whose jobs were running when their worker died, once the database knows that it did; and their leases are over.
async fn left_behind(salon: &Salon) -> BTreeSet<String> {
    let mut owner = sql::connect(salon.url());
    until("the database has noticed", async || {
        let busy = "select pid::text as line from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() \
             and state <> 'idle'";
        sql::lines(&mut owner, busy).is_empty()
    })
    .await;
    let running = "select string_agg(payload_json ->> 'notice', ' ') from queue_jobs where status = 'running'";
    let names = salon
        .ask(&format!("coalesce(({running}), '')"))
        .await
        .split_whitespace()
        .map(|notice| format!("<{notice}@booking.example.jp>"))
        .collect();
    salon
        .sql("update queue_jobs set locked_until = now() - interval '1 second' where status = 'running'".to_owned())
        .await;
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn workers_killed_in_the_middle_lose_no_letter_and_repeat_only_what_they_had_in_hand() {
    let (salon, server) = (Salon::open().await, MailServer::start());
    let letters = size("OC_FAULT_JOBS", 60);
    let owed = owe(&salon, letters).await;
    let (mut in_hand, mut kills) = (BTreeSet::new(), 0);
    for quarter in 1..=3 {
        let pair = [(); 2].map(|()| Worker::begin(&salon, &server));
        until("a quarter more has arrived", async || {
            server.count() >= letters * quarter / 4
        })
        .await;
        for worker in pair {
            worker.kill();
            kills += 1;
        }
        in_hand.extend(left_behind(&salon).await);
    }
    let _pair = [(); 2].map(|()| Worker::begin(&salon, &server));
    until("nothing is left to do", async || {
        salon.ask(UNDONE).await == "0"
    })
    .await;
    let arrived = arrived(&server);
    assert_eq!(arrived.keys().cloned().collect::<BTreeSet<_>>(), owed);
    let twice: Vec<&String> = arrived
        .iter()
        .filter(|(_, times)| **times > 1)
        .map(|(name, _)| name)
        .collect();
    super::note(&format!(
        "{letters} letters, {kills} kills, {} in hand, {} twice",
        in_hand.len(),
        twice.len()
    ));
    assert!(
        twice.iter().all(|name| in_hand.contains(*name)),
        "{twice:?} of {in_hand:?}"
    );
    // Four hands each.
    assert!(in_hand.len() <= kills * 4, "{in_hand:?}");
    assert_eq!(
        books(&salon).await,
        format!("{letters} {letters} {letters}")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_on_one_queue_send_each_letter_once() {
    let (salon, server) = (Salon::open().await, MailServer::start());
    let letters = size("OC_FAULT_JOBS", 60);
    let owed = owe(&salon, letters).await;
    let _pair = [(); 2].map(|()| Worker::begin(&salon, &server));
    until("nothing is left to do", async || {
        salon.ask(UNDONE).await == "0"
    })
    .await;
    exactly_once(&owed, &arrived(&server));
    assert_eq!(
        books(&salon).await,
        format!("{letters} {letters} {letters}")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_between_the_servers_yes_and_its_own_note_a_worker_leaves_a_letter_that_goes_again_under_its_name()
 {
    let salon = Salon::open().await;
    let server = MailServer::answering("keep 60", 0);
    let owed = owe(&salon, 1).await;
    let worker = Worker::begin(&salon, &server);
    until("the server has it", async || server.count() == 1).await;
    worker.kill();
    assert_eq!(left_behind(&salon).await, owed);
    let second = MailServer::start();
    assert_eq!(run_due(&salon.shift(&second.url())).await.unwrap(), 0);
    // The clock of this shift stands before the end of the lease; by the end of it the letter is anybody's.
    salon.wait(10 * 24 * 60 * 60);
    assert_eq!(run_due(&salon.shift(&second.url())).await.unwrap(), 1);
    assert_eq!(arrived(&server), arrived(&second));
    exactly_once(&owed, &arrived(&second));
    assert_eq!(books(&salon).await, "1 1 1");
}

#[tokio::test]
async fn killed_after_its_note_a_worker_leaves_nothing_that_goes_again() {
    let (salon, server) = (Salon::open().await, MailServer::start());
    let owed = owe(&salon, 1).await;
    run_due(&salon.shift(&server.url())).await.unwrap();
    salon
        .sql("update queue_jobs set status = 'running', finished_at = null, locked_until = '2026-11-20T00:00Z'".to_owned())
        .await;
    assert_eq!(run_due(&salon.shift(&server.url())).await.unwrap(), 1);
    exactly_once(&owed, &arrived(&server));
    assert_eq!(books(&salon).await, "1 1 1");
}
