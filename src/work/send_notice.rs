//! Draws a letter and hands it to the mail.

use super::{Shift, about_account, about_booking, carrier, guard::patiently, keyless, recipient};
use crate::{
    base::ids::BusinessId,
    db::{DbError, run::house},
    domain::notifications::{
        circuit::May,
        delivery::{self, Ending, Kept, Letter},
        jobs::SendNotice,
    },
    mail::{self, MailError},
    queue::{outcome::Outcome, row::JobRow},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What there is to do about a letter.
pub(super) enum Task {
    /// It was taken back, has gone already, or tells what is no longer so.
    Nothing,
    /// It cannot be written.
    Impossible(&'static str),
    /// It is written.
    Write(Box<Due>),
}

/// A letter that is to go now.
pub(super) struct Due {
    /// Its row.
    pub row: Letter,
    /// Its words.
    pub letter: mail::Letter,
    /// Its date.
    pub now: DateTime<Utc>,
}

/// Sends the letter that a job names. The letter goes outside any transaction: a slow mail server must not hold a
/// connection, and what was sent cannot be rolled back. A crash between sending and writing that down sends it again.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(payload) = serde_json::from_value::<SendNotice>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let task = match job.business_id {
        Some(business) => about_booking::prepare(shift, business, payload.notice).await,
        None => about_account::prepare(shift, payload.notice).await,
    };
    deliver(shift, job, task).await
}

/// Hands a letter that was written to the mail, and notes what became of it.
pub(super) async fn deliver(shift: &Shift, job: &JobRow, task: Result<Task, String>) -> Outcome {
    let due = match task {
        Ok(Task::Nothing) => return Outcome::Done,
        Ok(Task::Impossible(why)) => return Outcome::GiveUp(why.to_owned()),
        Ok(Task::Write(due)) => *due,
        Err(why) => return Outcome::Retry(why),
    };
    let may = match carrier::may(shift).await {
        Ok(May::Wait(until)) => return Outcome::Snooze(until),
        Ok(may) => may,
        Err(error) => return Outcome::Retry(error.to_string()),
    };
    let has_enough = match job.business_id {
        Some(_) => recipient::has_enough(shift, &due.row).await,
        None => Ok(false),
    };
    let (ending, outcome) = match has_enough {
        Ok(false) => {
            let answer = shift.mailer.send(&due.letter, due.now).await;
            carrier::answered(shift, may, &answer).await;
            let outcome = outcome(job, &answer);
            let sent = || Kept {
                subject: due.letter.subject.clone(),
                words: keyless::without_keys(&due.letter.text),
            };
            (ending(answer, &outcome, sent), outcome)
        }
        Ok(true) => {
            let why = recipient::ENOUGH.to_owned();
            (Ending::Failed(why.clone()), Outcome::GiveUp(why))
        }
        Err(error) => return Outcome::Retry(error.to_string()),
    };
    let told = Arc::new((due.row, ending));
    match patiently(|| note(shift, job.business_id, told.clone())).await {
        Ok(()) => outcome,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

/// A no that stays a no is not asked for again: servers learn to distrust those who do.
fn outcome(job: &JobRow, answer: &Result<(), MailError>) -> Outcome {
    match answer {
        Ok(()) => Outcome::Done,
        Err(error) if error.is_final() => Outcome::GiveUp(error.to_string()),
        Err(error) if job.attempts >= job.max_attempts => Outcome::GiveUp(error.to_string()),
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

/// What that means for the letter.
fn ending(answer: Result<(), MailError>, outcome: &Outcome, sent: impl FnOnce() -> Kept) -> Ending {
    match answer {
        Ok(()) => Ending::Sent(Some(sent())),
        Err(error) if error.is_refusal() => Ending::Bounced {
            answer: error.to_string(),
            is_unreached: error.is_about_the_address(),
        },
        Err(error) if matches!(outcome, Outcome::GiveUp(_)) => Ending::Failed(error.to_string()),
        Err(error) => Ending::Later(error.to_string()),
    }
}

async fn note(
    shift: &Shift,
    business: Option<BusinessId>,
    told: Arc<(Letter, Ending)>,
) -> Result<(), DbError> {
    let Some(business) = business else {
        return shift
            .db
            .platform(move |tx| delivery::attempted_personal(tx, &told.0, &told.1))
            .await;
    };
    shift
        .db
        .tenant(house(business), move |tx| {
            delivery::attempted(tx, &told.0, &told.1)
        })
        .await
}
