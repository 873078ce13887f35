//! The night shift: takes jobs that are due, does each in the scope of its own business, and writes down what became
//! of it. Nothing here is lost when the program dies: a job whose worker is silent for the length of the lease (two
//! minutes) is done again. So every job is done at least once, and now and then twice; a letter handed over in the very
//! moment of a crash may arrive twice, under one Message-ID.

mod about_account;
mod about_booking;
mod about_waiting;
mod ahead;
pub mod calendars;
mod cards;
mod carrier;
pub mod classes;
mod everything;
pub mod figures;
pub mod guard;
pub mod keyless;
pub mod letters;
pub mod mail_test;
mod packing;
pub mod planned;
mod recipient;
pub mod registry;
pub mod reminders;
mod requests;
pub mod retention;
mod send_notice;
pub mod sweep;
mod time_off;
mod timetable;
pub mod waiting;
mod way_in;
mod webhook_stopped;
mod webhooks;
mod wishes;

use crate::{
    db::{self, Db},
    mail::Mailer,
    media::Store,
    outside::Outside,
    queue::{
        claim::claim,
        outcome::{Outcome, settle},
        row::JobRow,
    },
};
use chrono::{DateTime, Utc};
use guard::guarded;
use letters::Desk;
use std::{sync::Arc, time::Duration};
use tokio::{sync::Notify, task::JoinSet, time::sleep};

/// Jobs at once.
const MOST: usize = 4;
/// How often the queue is looked at when nobody calls.
const PERIOD: Duration = Duration::from_secs(1);
/// How long one job may take: less than the lease, so that nobody else has it in the meantime.
const LONGEST: Duration = Duration::from_secs(100);
/// How often it is tried to write an outcome down.
const SETTLING: u32 = 5;

/// What the night shift works with.
#[derive(Clone)]
pub struct Shift {
    /// The database.
    pub db: Db,
    /// Where letters go.
    pub mailer: Mailer,
    /// The house's secret, from which links are made: the same as the site's.
    pub secret: Arc<[u8]>,
    /// The one before it, while what was made from it still counts.
    pub former_secret: Option<Arc<[u8]>>,
    /// The address of the site.
    pub public_url: Arc<str>,
    /// Where questions to whoever runs the site go, if they have said so.
    pub contact: Option<Arc<str>>,
    /// Where photographs lie.
    pub store: Store,
    /// How servers of other people are asked.
    pub outside: Outside,
    /// Whoever has written a job may call with this, and it is begun at once.
    pub wake: Arc<Notify>,
}

impl Shift {
    /// The secret and the one before it.
    fn secrets(&self) -> Vec<Vec<u8>> {
        let former = self.former_secret.iter();
        let all = std::iter::once(&self.secret).chain(former);
        all.map(|secret| secret.to_vec()).collect()
    }

    /// Where letters of this instant are written.
    fn desk(&self, now: DateTime<Utc>) -> Desk<'_> {
        Desk {
            public_url: &self.public_url,
            from_address: self.mailer.from_address(),
            secret: &self.secret,
            contact: self.contact.as_deref(),
            now,
        }
    }
}

/// Works until `stop`; then begins nothing new, and returns when what runs is finished.
pub async fn run<S: Future<Output = ()>>(shift: Shift, stop: S) {
    let mut running = JoinSet::new();
    let mut clock = JoinSet::new();
    clock.spawn(timetable::keep(shift.db.clone()));
    clock.spawn(planned::keep(shift.db.clone()));
    clock.spawn(classes::keep(shift.db.clone()));
    clock.spawn(waiting::keep(shift.clone()));
    clock.spawn(reminders::keep(shift.clone()));
    clock.spawn(calendars::keep(shift.clone()));
    clock.spawn(ahead::keep(shift.db.clone()));
    clock.spawn(figures::keep(shift.db.clone()));
    clock.spawn(retention::keep(shift.db.clone()));
    clock.spawn(sweep::keep(shift.db.clone(), shift.store.clone()));
    tokio::pin!(stop);
    loop {
        // Taken before the look at the queue, so that a call during it is not missed.
        let called = shift.wake.notified();
        begin(&shift, &mut running).await;
        tokio::select! {
            () = &mut stop => break,
            () = called => {}
            Some(_) = running.join_next() => {}
            () = sleep(PERIOD) => {}
        }
    }
    clock.shutdown().await;
    while running.join_next().await.is_some() {}
}

/// Does everything that is due now, and what that makes due at once; returns how many jobs that was.
pub async fn run_due(shift: &Shift) -> db::Result<usize> {
    let mut done = 0;
    loop {
        let jobs = take(shift, MOST).await?;
        if jobs.is_empty() {
            return Ok(done);
        }
        for job in jobs {
            do_and_settle(shift.clone(), job).await;
            done += 1;
        }
    }
}

/// Takes as many jobs as there are free hands.
async fn begin(shift: &Shift, running: &mut JoinSet<()>) {
    let free = MOST.saturating_sub(running.len());
    if free == 0 {
        return;
    }
    match take(shift, free).await {
        Ok(jobs) => {
            for job in jobs {
                running.spawn(do_and_settle(shift.clone(), job));
            }
        }
        // The database is away or busy with guests; the next look is a second off.
        Err(error) => tracing::warn!(%error, "no jobs could be taken"),
    }
}

async fn take(shift: &Shift, most: usize) -> db::Result<Vec<JobRow>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    shift.db.platform(move |tx| claim(tx, most)).await
}

async fn do_and_settle(shift: Shift, job: JobRow) {
    let job = Arc::new(job);
    let outcome = outcome_of(&shift, &job).await;
    match &outcome {
        Outcome::Done => tracing::debug!(job = %job.id, kind = job.job_type, "done"),
        Outcome::Snooze(until) => {
            tracing::debug!(job = %job.id, kind = job.job_type, %until, "later")
        }
        Outcome::Retry(why) | Outcome::GiveUp(why) => {
            tracing::warn!(job = %job.id, kind = job.job_type, attempt = job.attempts, why, "not done");
        }
    }
    for _ in 0..SETTLING {
        let (row, outcome) = (Arc::clone(&job), outcome.clone());
        match shift
            .db
            .platform(move |tx| settle(tx, &row, &outcome))
            .await
        {
            Ok(()) => return,
            Err(error) => tracing::warn!(%error, job = %job.id, "an outcome was not written down"),
        }
        sleep(PERIOD).await;
    }
    // The lease runs out, and somebody does it again.
}

async fn outcome_of(shift: &Shift, job: &Arc<JobRow>) -> Outcome {
    if job.attempts > job.max_attempts {
        return Outcome::GiveUp("whoever began it never came back".to_owned());
    }
    let (shift, job) = (shift.clone(), Arc::clone(job));
    guarded(
        async move { registry::perform(&shift, &job).await },
        LONGEST,
    )
    .await
}
