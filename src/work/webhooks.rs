//! Other programs are told what happened. The question goes outside any transaction: who is slow must not hold a connection. A
//! crash between sending and writing that down sends it again, as the same event.

use super::Shift;
use crate::{
    db::run::house,
    domain::integrations::{
        delivery::{self, Attempt, Due},
        jobs::DeliverWebhook,
        signature,
    },
    outside::{Address, Bounds, Outside, OutsideError, Question},
    queue::{outcome::Outcome, row::JobRow},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// How long is waited, and how much of an answer is read.
const BOUNDS: Bounds = Bounds {
    patience: Duration::from_secs(5),
    largest: 64 * 1024,
};

/// Tells one program of one event.
pub(super) async fn deliver(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(payload) = serde_json::from_value::<DeliverWebhook>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("of no business".to_owned());
    };
    let due = shift
        .db
        .tenant(house(business), move |tx| {
            delivery::due(tx, payload.delivery)
        })
        .await;
    let due = match due {
        Ok(Some(due)) => Arc::new(due),
        // Told already, or nobody wants to be told now.
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Retry(error.to_string()),
    };
    let body = due.event.body(business);
    let attempt = send(&shift.outside, &due, body, &shift.secret).await;
    let is_last = job.attempts >= job.max_attempts;
    let outcome = match (attempt.arrived(), is_last || attempt.is_unwanted()) {
        (true, _) => Outcome::Done,
        (false, true) => Outcome::GiveUp(said(&attempt)),
        (false, false) => Outcome::Retry(said(&attempt)),
    };
    let noted = shift
        .db
        .tenant(house(business), move |tx| {
            delivery::attempted(tx, &due, &attempt, is_last)
        })
        .await;
    match noted {
        Ok(()) => outcome,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

async fn send(outside: &Outside, due: &Due, body: Vec<u8>, secret: &[u8]) -> Attempt {
    let begun = Instant::now();
    let answer = ask(outside, due, body, secret).await;
    let took_ms = i32::try_from(begun.elapsed().as_millis()).unwrap_or(i32::MAX);
    match answer {
        Ok((status, answer)) => Attempt {
            status: Some(status),
            error: String::new(),
            answer,
            took_ms,
        },
        Err(error) => Attempt {
            status: None,
            error: error.to_string(),
            answer: String::new(),
            took_ms,
        },
    }
}

async fn ask(
    outside: &Outside,
    due: &Due,
    body: Vec<u8>,
    secret: &[u8],
) -> Result<(u16, String), OutsideError> {
    let address = Address::parse(&due.webhook.address, outside.reach())?;
    let (id, timestamp) = (due.event.id.to_string(), due.now.timestamp());
    let keys: Vec<Vec<u8>> = due
        .webhook
        .generations(due.now)
        .into_iter()
        .map(|generation| signature::key(secret, due.webhook.id, generation))
        .collect();
    let signature = signature::sign(&keys, &id, timestamp, &body);
    let timestamp = timestamp.to_string();
    let headers = [
        ("content-type", "application/json"),
        ("webhook-id", id.as_str()),
        ("webhook-timestamp", timestamp.as_str()),
        ("webhook-signature", signature.as_str()),
    ];
    let question = Question {
        method: "POST",
        address: &address,
        headers: &headers,
        body,
    };
    let answer = outside.ask(question, BOUNDS).await?;
    Ok((
        answer.status,
        String::from_utf8_lossy(&answer.body).into_owned(),
    ))
}

/// For the operators, who see the job and not the log of the business.
fn said(attempt: &Attempt) -> String {
    match attempt.status {
        Some(status) => format!("answered {status}"),
        None => attempt.error.clone(),
    }
}
