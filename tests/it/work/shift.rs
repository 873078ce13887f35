//! The loop: several at once, none twice, and nothing left half done.

use super::salon::Salon;
use crate::mail::server::MailServer;
use omotenashi::{
    base::lang::Lang,
    queue::outcome::Outcome,
    work::{guard::guarded, run, run_due},
};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};
use tokio::{sync::oneshot, task::JoinHandle, time::sleep};

/// A running shift, and how to stop it.
struct Running {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    fn start(shift: omotenashi::work::Shift) -> Self {
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(run(shift, async {
            stopped.await.ok();
        }));
        Self { stop, task }
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        self.task.await.unwrap();
    }
}

/// Asks until the answer is as wanted, for at most twenty seconds.
async fn until(salon: &Salon, question: &str, wanted: &str) {
    let mut answer = String::new();
    for _ in 0..400 {
        answer = salon.ask(question).await;
        if answer == wanted {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(answer, wanted, "{question}");
}

const UNDONE: &str = "select count(*) from queue_jobs where status <> 'done'";
const RUNNING: &str = "select count(*) from queue_jobs where status = 'running'";

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_shifts_never_send_one_letter_twice() {
    let (salon, server) = (Salon::open().await, MailServer::start());
    let mut owed = BTreeSet::new();
    // As many as one address gets in a day.
    for _ in 0..20 {
        let (_, letter) = salon.confirmation(Lang::Ja).await;
        owed.insert(format!("<{letter}@booking.example.jp>"));
    }
    let shifts = [(); 3].map(|()| Running::start(salon.shift(&server.url())));
    until(&salon, UNDONE, "0").await;
    for shift in shifts {
        shift.stop().await;
    }
    let letters = server.letters();
    let sent: BTreeSet<String> = letters
        .iter()
        .map(|letter| letter.header("Message-ID").to_owned())
        .collect();
    assert_eq!(letters.len(), 20);
    assert_eq!(sent, owed);
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_finishes_what_runs_and_begins_nothing() {
    let salon = Salon::open().await;
    let server = MailServer::answering("wait 1", 0);
    for _ in 0..6 {
        salon.confirmation(Lang::Ja).await;
    }
    let shift = Running::start(salon.shift(&server.url()));
    until(&salon, RUNNING, "4").await;
    shift.stop().await;
    assert_eq!(server.letters().len(), 4, "four hands");
    assert_eq!(salon.ask(RUNNING).await, "0");
    assert_eq!(salon.ask(UNDONE).await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_heard_at_once() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    let shift = Running::start(shift);
    let mut quickest = Duration::MAX;
    for round in 1..=4 {
        salon.confirmation(Lang::Ja).await;
        let called = Instant::now();
        salon.wake.notify_one();
        while tray.letters().len() < round {
            sleep(Duration::from_millis(5)).await;
            assert!(called.elapsed() < Duration::from_secs(20));
        }
        // After this the shift has just looked again, and would look next in a second.
        until(&salon, UNDONE, "0").await;
        sleep(Duration::from_millis(50)).await;
        quickest = quickest.min(called.elapsed());
    }
    shift.stop().await;
    assert!(quickest < Duration::from_millis(700), "{quickest:?}");
}

#[tokio::test]
async fn whatever_happens_in_a_job_is_an_outcome_in_time() {
    let soon = Duration::from_millis(50);
    let broken = async { Outcome::Snooze("no date".parse().unwrap()) };
    let after_panic = guarded(broken, soon).await;
    assert!(
        matches!(&after_panic, Outcome::Retry(why) if why.contains("panicked")),
        "{after_panic:?}"
    );
    let late = Outcome::Retry("not done within 50ms".to_owned());
    assert_eq!(guarded(std::future::pending(), soon).await, late);
    let given_up = Outcome::GiveUp("why".to_owned());
    let said = given_up.clone();
    assert_eq!(guarded(async { said }, soon).await, given_up);
}

#[tokio::test]
async fn a_job_whose_worker_died_is_done_by_another_after_the_lease() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    let (_, letter) = salon.confirmation(Lang::Ja).await;
    salon
        .sql("update queue_jobs set status = 'running', attempts = 1, locked_until = '2026-11-20T01:02:00Z'".to_owned())
        .await;
    salon.wait(119);
    assert_eq!(run_due(&shift).await.unwrap(), 0);
    salon.wait(2);
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    assert_eq!(tray.letters().len(), 1);
    assert_eq!(salon.fate(letter).await.1, "done 2");
}

#[tokio::test]
async fn a_job_that_kills_every_worker_is_given_up() {
    let salon = Salon::open().await;
    let (shift, tray) = salon.shift_and_tray();
    let (_, letter) = salon.confirmation(Lang::Ja).await;
    salon
        .sql("update queue_jobs set status = 'running', attempts = 8, locked_until = '2026-11-20T00:00:00Z'".to_owned())
        .await;
    assert_eq!(run_due(&shift).await.unwrap(), 1);
    assert!(tray.letters().is_empty());
    assert_eq!(
        salon.fate(letter).await.1,
        "failed 9 whoever began it never came back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timetable_clears_what_has_lapsed() {
    let salon = Salon::open().await;
    let business = salon.business;
    salon
        .sql(format!(
            "insert into services (id, business_id, name_ja, duration_minutes, price_cents)
               values ('{business}', '{business}', 'カット', 60, 5500);
             insert into reservations (business_id, service_id, token_hash, idempotency_key, start_at, end_at, business_date, expires_at)
             select '{business}', '{business}', day::text::bytea, 'hold of ' || day, '2026-12-01', '2026-12-02', '2026-12-01', day
             from (values (timestamptz '2026-11-18 00:00Z'), (timestamptz '2026-11-20 02:00Z')) days (day);
             insert into queue_jobs (business_id, job_type, status, finished_at)
             select '{business}', 'send_notice', 'done', day
             from (values (timestamptz '2026-10-01'), (timestamptz '2026-11-01')) days (day)"
        ))
        .await;
    let (shift, _) = salon.shift_and_tray();
    let shift = Running::start(shift);
    until(&salon, "select count(*) from reservations", "1").await;
    until(&salon, "select count(*) from queue_jobs", "1").await;
    shift.stop().await;
}

#[tokio::test]
async fn months_without_room_in_the_audit_trail_are_named() {
    let salon = Salon::open().await;
    // Months are made ahead of the database's own clock.
    let today = salon
        .ask("to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        .await;
    salon.clock.set(super::material::at(&today));
    let missing = |months| {
        let db = salon.db.clone();
        async move {
            db.platform(move |tx| omotenashi::domain::audit::partitions::missing(tx, months))
                .await
                .unwrap()
        }
    };
    assert_eq!(missing(3).await, Vec::<String>::new());
    let beyond = missing(5).await;
    assert_eq!(beyond.len(), 2);
    assert!(beyond.iter().all(|name| name.starts_with("audit_logs_20")));
}
