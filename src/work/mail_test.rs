//! Letters by which somebody tries whether letters leave. Failing is an answer here like another, so none is tried again.

use super::{Shift, guard::patiently};
use crate::{
    base::lang::Lang,
    db,
    domain::notifications::{
        jobs::TryMail,
        trial::{self, Told, Trial},
    },
    i18n::Words,
    mail::{Conversation, Letter},
    queue::{outcome::Outcome, row::JobRow},
};
use serde_json::json;
use std::sync::Arc;

/// In the place of names and addresses.
const HIDDEN: &str = "***";
/// Nobody has shown that the address is theirs.
const UNPROVED: &str = "unproved";

/// Sends one, and writes down how it went.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<TryMail>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let found = shift
        .db
        .platform(move |tx| -> db::Result<_> { Ok((trial::waiting(tx, asked.test)?, tx.now())) });
    let (trial, person, now) = match found.await {
        Ok((Some((trial, person)), now)) => (trial, person, now),
        Ok((None, _)) => return Outcome::Done,
        Err(error) => return Outcome::Retry(error.to_string()),
    };
    let told = match person {
        None => Told {
            trouble: Some(UNPROVED),
            answer: String::new(),
            steps: json!([]),
        },
        Some(person) => {
            let t = Words::of(Lang::from_code(&trial.locale).unwrap_or_default());
            let sender = shift.mailer.from_address();
            let letter = letter(t, sender, (&person.email, &trial.id.to_string()));
            let held = shift.mailer.try_out(&letter, now).await;
            told(&trial, &held, (&person.email, shift.mailer.host()))
        }
    };
    let told = Arc::new(told);
    let write = || {
        let told = Arc::clone(&told);
        shift
            .db
            .platform(move |tx| trial::finish(tx, asked.test, &told))
    };
    match patiently(write).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

/// The letter itself, to an address, under a key.
pub fn letter(t: Words, sender: &str, (to, key): (&str, &str)) -> Letter {
    let (_, domain) = sender.rsplit_once('@').unwrap_or_default();
    Letter {
        message_id: format!("{key}@{domain}"),
        from_name: t.ui_brand(),
        reply_to: None,
        to: to.to_owned(),
        to_name: String::new(),
        subject: t.mailtest_letter_subject(),
        text: t.mailtest_letter_text(),
        html: String::new(),
        calendar: None,
        unsubscribe: None,
    }
}

/// What is kept: of a shop's no step, and no name of the house's server; of nobody an address.
fn told(trial: &Trial, held: &Conversation, (address, host): (&str, Option<&str>)) -> Told {
    let is_house = trial.business_id.is_none();
    let hidden = |text: &str| {
        let text = text.replace(address, HIDDEN);
        match host {
            Some(host) if !is_house && !host.is_empty() => text.replace(host, HIDDEN),
            _ => text,
        }
    };
    let steps = held.steps.iter().map(|step| {
        let answered: Vec<String> = step.answered.iter().map(|line| hidden(line)).collect();
        json!({ "stage": step.stage.name(), "said": hidden(&step.said), "answered": answered })
    });
    Told {
        trouble: held.trouble.map(|trouble| trouble.name()),
        answer: hidden(&held.verdict().unwrap_or_default()),
        steps: match is_house {
            true => steps.collect(),
            false => json!([]),
        },
    }
}
