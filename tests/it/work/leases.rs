//! A job belongs to whoever took it last, and what goes by the clock is done by one of many.

use super::salon::Salon;
use chrono::TimeDelta;
use omotenashi::{
    queue::{
        claim::claim,
        outcome::{Outcome, settle},
        row::JobRow,
        turn,
    },
    work::run_due,
};

async fn take(salon: &Salon) -> Vec<JobRow> {
    salon.db.platform(|tx| claim(tx, 10)).await.unwrap()
}

async fn say(salon: &Salon, job: &JobRow, outcome: Outcome) {
    let (id, kind, payload) = (job.id, job.job_type.clone(), job.payload_json.clone());
    let (business_id, attempts, max_attempts, lease) =
        (job.business_id, job.attempts, job.max_attempts, job.lease);
    let row = JobRow {
        id,
        business_id,
        job_type: kind,
        payload_json: payload,
        attempts,
        max_attempts,
        lease,
    };
    salon
        .db
        .platform(move |tx| settle(tx, &row, &outcome))
        .await
        .unwrap();
}

async fn state(salon: &Salon) -> String {
    salon
        .ask("select string_agg(status::text || ' ' || attempts, ',') from queue_jobs")
        .await
}

#[tokio::test]
async fn whoever_was_thought_lost_has_no_say_any_more() {
    let salon = Salon::open().await;
    salon
        .sql("insert into queue_jobs (job_type, business_id, scheduled_at) values ('make_export', platform.business(), '2026-11-01')".to_owned())
        .await;
    let first = take(&salon).await.remove(0);
    assert!(take(&salon).await.is_empty(), "it has a lease");
    salon.clock.set(salon.clock.now() + TimeDelta::minutes(3));
    let second = take(&salon).await.remove(0);
    assert_ne!(first.lease, second.lease);
    // The first wakes up, and says that it can never be done.
    say(&salon, &first, Outcome::GiveUp("frozen".to_owned())).await;
    assert_eq!(state(&salon).await, "running 2");
    say(&salon, &second, Outcome::Done).await;
    assert_eq!(state(&salon).await, "done 2");
    say(&salon, &first, Outcome::Retry("frozen".to_owned())).await;
    assert_eq!(state(&salon).await, "done 2");
}

#[tokio::test]
async fn what_failed_together_is_not_tried_together_again() {
    let salon = Salon::open().await;
    salon
        .sql("insert into queue_jobs (job_type, business_id, scheduled_at, max_attempts) select 'make_export', platform.business(), \
              '2026-11-01', 8 from generate_series(1, 10)".to_owned())
        .await;
    for job in take(&salon).await {
        say(&salon, &job, Outcome::Retry("away".to_owned())).await;
    }
    let apart = "select (count(distinct scheduled_at) > 1 and bool_and(scheduled_at between \
        timestamptz '2026-11-20 01:00:12Z' and timestamptz '2026-11-20 01:00:15Z'))::text from queue_jobs";
    assert_eq!(salon.ask(apart).await, "true");
}

#[tokio::test]
async fn a_list_is_looked_through_once_for_all_who_ask_by_then() {
    let salon = Salon::open().await;
    salon
        .sql(
            "insert into queue_jobs (job_type, business_id, scheduled_at) \
             select 'offer_waitlist', platform.business(), timestamptz '2026-11-20 01:00:00Z' + n * interval '1 minute' \
             from unnest(array[-6, -5, -4, -3, -2, -1, -1, 0, 2]) n"
                .to_owned(),
        )
        .await;
    // Four are begun at a time, and the first of them does the work of all that nobody has yet. The one that is due later asks for
    // what comes free until then.
    let stand = "select string_agg(n, ', ' order by n) from (select concat_ws(' ', status, attempts, count(*)) as n \
        from queue_jobs group by status, attempts) as all_of_them";
    let (shift, _tray) = salon.shift_and_tray();
    assert_eq!(run_due(&shift).await.unwrap(), 4);
    assert_eq!(salon.ask(stand).await, "done 0 4, done 1 4, waiting 0 1");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_programs_one_takes_its_turn() {
    let salon = Salon::open().await;
    let minute = TimeDelta::minutes(1);
    for round in 0..3 {
        let asked = (0..6).map(|_| {
            let db = salon.db.clone();
            tokio::spawn(async move {
                db.platform(move |tx| turn::is_mine(tx, "tidy up", minute))
                    .await
                    .unwrap()
            })
        });
        let asked: Vec<_> = asked.collect();
        let mut mine = 0;
        for one in asked {
            mine += usize::from(one.await.unwrap());
        }
        assert_eq!(mine, 1, "round {round}");
        salon.clock.set(salon.clock.now() + minute);
    }
}
