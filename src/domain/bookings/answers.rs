//! What a guest answered beforehand, in the words in which it was asked: what is asked otherwise later changes nothing of it.
//! Answers may be about health. They are read by themselves and by few, no letter has them and no trail.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{AnswerFileId, BookingId, QuestionId},
    },
    db::{self, TenantTx, statement::Change},
    domain::catalog::question::{self, Choice, Question},
    schema::bookings::booking_answers,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// To which question; `None` to the one that the house itself asks before whatever is about health.
    pub question: Option<QuestionId>,
    /// What was asked, Japanese.
    pub ja: String,
    /// What was asked, English; empty when it had none.
    pub en: String,
    /// What was given.
    pub given: Given,
}

/// What was given as an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// Words.
    Text(String),
    /// Some of the choices there were.
    Chosen(Vec<Choice>),
    /// A day.
    Date(NaiveDate),
    /// A consent.
    Agreed(Agreement),
    /// Files; what is in them lies elsewhere.
    Files(Vec<GivenFile>),
}

/// A file that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenFile {
    /// Its key.
    pub id: AnswerFileId,
    /// How whoever sent it called it.
    pub name: String,
}

/// What somebody agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The whole text, in the language in which it was read.
    pub text: String,
    /// The name that was typed below it; empty where a tick is enough.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Answer {
    /// What was asked.
    pub fn asked(&self) -> Bilingual {
        Bilingual::new(&self.ja, &self.en)
    }
}

/// The answers without the files that are not among `kept`: one may have been taken back, or swept away with its hold.
pub fn standing(answers: Vec<Answer>, kept: &[AnswerFileId]) -> Vec<Answer> {
    let stands = |mut one: Answer| {
        if let Given::Files(files) = &mut one.given {
            files.retain(|file| kept.contains(&file.id));
            if files.is_empty() {
                return None;
            }
        }
        Some(one)
    };
    answers.into_iter().filter_map(stands).collect()
}

/// The files that answers speak of.
pub fn files(answers: &[Answer]) -> impl Iterator<Item = &GivenFile> {
    answers.iter().flat_map(|one| match &one.given {
        Given::Files(files) => files.as_slice(),
        _ => &[],
    })
}

/// The questions that somebody who has answered so is asked.
fn asked<'a>(questions: &'a [Question], answers: &[Answer]) -> Vec<&'a Question> {
    let has_chosen = |id: QuestionId, key: i16| {
        let mut own = answers.iter().filter(|one| one.question == Some(id));
        own.any(|one| match &one.given {
            Given::Chosen(chosen) => chosen.iter().any(|choice| choice.key == key),
            _ => false,
        })
    };
    question::asked(questions, &has_chosen)
}

/// The questions that must be answered, are asked and are not answered.
pub fn missing<'a>(questions: &'a [Question], answers: &[Answer]) -> Vec<&'a Question> {
    let has_answer = |id: QuestionId| answers.iter().any(|one| one.question == Some(id));
    let mut asked = asked(questions, answers);
    asked.retain(|one| one.is_required && !has_answer(one.id));
    asked
}

/// The answers to what is asked now; nothing where something is missing: the questions may have changed since, or the service.
pub fn fitting(questions: &[Question], answers: Vec<Answer>) -> Option<Vec<Answer>> {
    if !missing(questions, &answers).is_empty() {
        return None;
    }
    let asked = asked(questions, &answers);
    let of = |one: &Answer| asked.iter().find(|other| Some(other.id) == one.question);
    let health = answers
        .iter()
        .filter(|one| of(one).is_some_and(|own| own.is_health));
    let is_about_health = health.count() > 0;
    let has_agreed = answers.iter().any(|one| one.question.is_none());
    if is_about_health && !has_agreed {
        return None;
    }
    let stays = |one: &Answer| match one.question {
        Some(_) => of(one).is_some(),
        None => is_about_health,
    };
    let kept: Vec<Answer> = answers.iter().filter(|one| stays(one)).cloned().collect();
    Some(kept)
}

/// The answers of a booking.
pub fn of(tx: &mut TenantTx<'_>, id: BookingId) -> db::Result<Vec<Answer>> {
    let business = tx.business();
    let found: Option<serde_json::Value> = booking_answers::table
        .filter(booking_answers::business_id.eq(business))
        .filter(booking_answers::booking_id.eq(id))
        .select(booking_answers::answers)
        .first(tx.conn())
        .optional()?;
    let read = found.map(serde_json::from_value).and_then(Result::ok);
    Ok(read.unwrap_or_default())
}

/// Writes the answers of a new booking; nothing where there are none.
pub(super) fn kept<'a>(tx: &TenantTx<'_>, id: BookingId, answers: &[Answer]) -> Option<Change<'a>> {
    if answers.is_empty() {
        return None;
    }
    let row = (
        booking_answers::booking_id.eq(id),
        booking_answers::business_id.eq(tx.business()),
        booking_answers::answers.eq(serde_json::to_value(answers).unwrap_or_default()),
        booking_answers::created_at.eq(tx.now()),
    );
    Some(Box::new(
        diesel::insert_into(booking_answers::table).values(row),
    ))
}
