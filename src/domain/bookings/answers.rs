//! What a guest answered beforehand, in the words in which it was asked: what is asked otherwise later changes nothing of it.
//! Answers may be about health. They are read by themselves and by few, no letter has them and no trail.

use super::{booking, history};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{AnswerFileId, BookingId, CustomerId, QuestionId},
    },
    db::{
        self, EditError, TenantTx,
        statement::{Change, bind, prepared, statement, together},
    },
    domain::catalog::question::{self, Choice, Question},
    schema::bookings::{booking_answers, bookings},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Jsonb, Uuid as SqlUuid},
};
use serde::{Deserialize, Serialize};

/// The field under which the story tells that staff wrote answers down.
pub const STORY: &str = "answers";

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

/// So long after a visit its guest's link still shows the answers. The link lies in a letter that others may come to read, and
/// answers may be about health; the shop keeps them, and whoever has an account takes them along with the rest.
const SHOWN_AFTERWARDS: TimeDelta = TimeDelta::days(7);

/// Whether the guest's link shows the answers of a booking that ends then.
pub fn are_shown(end: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < end + SHOWN_AFTERWARDS
}

/// So many bookings of a guest are looked through for their latest answers.
const LOOKED_BACK: i64 = 20;

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

/// What a guest answered to each question the last time they were asked it, with the day and the booking; the last booking first.
pub fn latest(
    tx: &mut TenantTx<'_>,
    card: CustomerId,
) -> db::Result<Vec<(Answer, NaiveDate, BookingId)>> {
    let rows: Vec<(serde_json::Value, NaiveDate, BookingId)> =
        statement::<(Jsonb, Date, SqlUuid), _>(
            "select n.answers, b.business_date, b.id from bookings.bookings b \
             join bookings.booking_answers n on n.business_id = b.business_id and n.booking_id = b.id \
             where b.business_id = ? and b.customer_id = ? and b.deleted_at is null \
             order by b.start_at desc, b.id limit ?",
            (
                bind::<SqlUuid, _>(tx.business()),
                bind::<SqlUuid, _>(card),
                bind::<BigInt, _>(LOOKED_BACK),
            ),
        )
        .load(tx.conn())?;
    let mut latest: Vec<(Answer, NaiveDate, BookingId)> = Vec::new();
    for (answers, date, booking) in rows {
        let answers: Vec<Answer> = serde_json::from_value(answers).unwrap_or_default();
        for one in answers {
            // What was asked under the same words is the same question to whoever reads it.
            let is_known = latest.iter().any(|(other, ..)| {
                other.ja == one.ja || one.question.is_some() && other.question == one.question
            });
            if !is_known {
                latest.push((one, date, booking));
            }
        }
    }
    Ok(latest)
}

/// What the answers of a booking become when staff write down what they were told. `asked` are the questions that they were
/// shown: what was answered to others stays, and so does, with its words and its moment, what was not answered otherwise.
pub fn amended(before: Vec<Answer>, told: Vec<Answer>, asked: &[QuestionId]) -> Vec<Answer> {
    let same = |one: &Answer, other: &Answer| match (&one.given, &other.given) {
        (Given::Agreed(one), Given::Agreed(other)) => one.name == other.name,
        (one, other) => one == other,
    };
    let known = |one: &Answer| {
        let mut own = before.iter();
        let own = own.find(|other| other.question == one.question && same(one, other));
        own.cloned()
    };
    let mut all: Vec<Answer> = told
        .into_iter()
        .map(|one| known(&one).unwrap_or(one))
        .collect();
    let is_told = |one: &Answer| all.iter().any(|other| other.question == one.question);
    // That what is about health may be told was agreed to once.
    let stays = |one: &Answer| match one.question {
        Some(id) => !asked.contains(&id),
        None => !is_told(one),
    };
    let rest: Vec<Answer> = before.iter().filter(|one| stays(one)).cloned().collect();
    let (first, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|one| one.question.is_none());
    all.splice(0..0, first);
    all.extend(rest);
    match all.iter().all(|one| one.question.is_none()) {
        true => Vec::new(),
        false => all,
    }
}

/// What staff were told, and on which version of the booking they write it down.
#[derive(Clone, Debug)]
pub struct SaveAnswers<'a> {
    /// Which.
    pub booking: BookingId,
    /// What they were told.
    pub told: &'a [Answer],
    /// Of what they were shown the questions.
    pub asked: &'a [QuestionId],
    /// The version they saw.
    pub version: i32,
}

/// Writes down what staff were told. The story tells that they did, not what: answers are in no story.
pub fn save(tx: &mut TenantTx<'_>, command: &SaveAnswers<'_>) -> Result<(), EditError> {
    let row = booking::find_to_write(tx, command.booking)?.ok_or(EditError::Unknown)?;
    let before = of(tx, row.id)?;
    let after = amended(before.clone(), command.told.to_vec(), command.asked);
    if after == before {
        return Ok(());
    }
    if row.version != command.version {
        return Err(EditError::Stale);
    }
    let own = booking_answers::table
        .filter(booking_answers::business_id.eq(tx.business()))
        .filter(booking_answers::booking_id.eq(row.id));
    prepared(diesel::delete(own)).execute(tx.conn())?;
    if let Some(change) = kept(tx, row.id, &after) {
        together(vec![change]).execute(tx.conn())?;
    }
    prepared(
        diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
            .set(bookings::version.eq(bookings::version + 1)),
    )
    .execute(tx.conn())?;
    let change = history::Change {
        field: STORY,
        ..history::Change::default()
    };
    history::write(tx, row.id, &[change])?;
    Ok(())
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
