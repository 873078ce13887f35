//! What a business asks of a guest beforehand. A question may be for those only who gave a certain answer to an earlier one:
//! who is asked what is decided here, once, for the page, for what is sent from it and for what is still missing.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{QuestionId, ServiceId},
    },
    db::{self, TenantTx},
    schema::catalog::{questions, service_questions, sql_types::QuestionKind as QuestionKindSql},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

crate::pg_enum! {
    /// How a question is answered.
    Kind as QuestionKindSql {
        /// With a line.
        Line = "line",
        /// With some lines.
        Lines = "lines",
        /// With one of its choices.
        One = "one",
        /// With as many of its choices as one likes; with a single one it is a tick.
        Several = "several",
        /// With a day.
        Date = "date",
        /// By agreeing to its wording, with a name.
        Consent = "consent",
        /// With photographs or papers.
        File = "file",
    }
}

impl Kind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 7] = [
        Self::Line,
        Self::Lines,
        Self::One,
        Self::Several,
        Self::Date,
        Self::Consent,
        Self::File,
    ];

    /// Whether it is answered by choosing.
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::One | Self::Several)
    }
}

/// One answer among which a guest chooses. Its key stays with it when its words change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Tells it from the others of its question.
    pub key: i16,
    /// Japanese.
    pub ja: String,
    /// English; empty when it has none.
    pub en: String,
}

impl Choice {
    /// Its words.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.ja, &self.en)
    }
}

/// What must have been chosen before a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Where.
    pub question: QuestionId,
    /// The key of what.
    pub choice: i16,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its key.
    pub id: QuestionId,
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub name: Bilingual,
    /// A hint beside it.
    pub hint: Bilingual,
    /// What a consent agrees to, in full.
    pub wording: Bilingual,
    /// Among what one chooses.
    pub choices: Vec<Choice>,
    /// Whether it must be answered.
    pub is_required: bool,
    /// Whether its answer is about health.
    pub is_health: bool,
    /// Of whom it is asked only.
    pub only_if: Option<Condition>,
    /// Since when it is asked: whoever booked before was not.
    pub since: DateTime<Utc>,
}

/// The question that a condition of one of these looks to: one that is asked before it and has that choice. Where there is
/// none, everybody is asked: an answer too many does no harm, one that is missing may.
pub fn cause<'a>(all: &'a [Question], one: &Question) -> Option<(&'a Question, &'a Choice)> {
    let condition = one.only_if?;
    let mut before = all.iter().take_while(|other| other.id != one.id);
    let cause = before.find(|other| other.id == condition.question)?;
    let mut choices = cause.choices.iter();
    let choice = choices.find(|choice| choice.key == condition.choice)?;
    Some((cause, choice))
}

/// Those of a service's questions that are asked of somebody who has chosen so.
pub fn asked<'a>(
    all: &'a [Question],
    has_chosen: &dyn Fn(QuestionId, i16) -> bool,
) -> Vec<&'a Question> {
    let mut asked: Vec<&Question> = Vec::new();
    for one in all {
        let is_asked = cause(all, one).is_none_or(|(cause, choice)| {
            // What was chosen at a question that is not asked itself does not count.
            let stands = asked.iter().any(|other| other.id == cause.id);
            stands && has_chosen(cause.id, choice.key)
        });
        if is_asked {
            asked.push(one);
        }
    }
    asked
}

/// Whether one of these is answered with files.
pub fn wants_files(all: &[Question]) -> bool {
    all.iter().any(|one| one.kind == Kind::File)
}

/// The choices that lines come to, one a line in each language. What is called as before keeps its key, and so does what
/// stands where it stood and is called otherwise; what is new has a key that none had before: neither one of these nor one
/// up to `highest`, which conditions of other questions may name.
pub fn choices(
    (before, highest): (&[Choice], i16),
    japanese: &[String],
    english: &[String],
) -> Vec<Choice> {
    let same = |ja: &String| before.iter().find(|one| one.ja == *ja);
    let mut next = before.iter().map(|one| one.key).fold(highest, i16::max);
    let mut made: Vec<Choice> = Vec::new();
    for (place, ja) in japanese.iter().enumerate() {
        let renamed = before.get(place).filter(|one| {
            let is_still_there = japanese.contains(&one.ja);
            before.len() == japanese.len() && !is_still_there
        });
        let known = same(ja).or(renamed).map(|one| one.key);
        let known = known.filter(|key| made.iter().all(|one| one.key != *key));
        let key = known.unwrap_or_else(|| {
            next = next.saturating_add(1);
            next
        });
        made.push(Choice {
            key,
            ja: ja.clone(),
            en: english.get(place).cloned().unwrap_or_default(),
        });
    }
    made
}

/// So many questions one service has at most: a form must fit into what may be sent, with every answer as long as may be.
pub const PER_SERVICE: usize = 20;

/// What the questions of services are read as.
pub(super) type Offered = Vec<(ServiceId, Question)>;

type Row = (
    (QuestionId, Kind, serde_json::Value, bool, bool),
    (String, String),
    (String, String),
    (String, String),
    (Option<QuestionId>, Option<i16>),
    DateTime<Utc>,
);

/// All that is asked about the services of the business, in order.
pub(super) fn offered(tx: &mut TenantTx<'_>) -> db::Result<Offered> {
    let business = tx.business();
    let rows: Vec<(ServiceId, Row)> = service_questions::table
        .inner_join(questions::table.on(questions::id.eq(service_questions::question_id)))
        .filter(service_questions::business_id.eq(business))
        .filter(questions::business_id.eq(business))
        .filter(questions::deleted_at.is_null())
        .order((questions::sort_order, questions::id))
        .select((
            service_questions::service_id,
            (
                (
                    questions::id,
                    questions::kind,
                    questions::choices,
                    questions::is_required,
                    questions::is_health,
                ),
                (questions::name_ja, questions::name_en),
                (questions::description_ja, questions::description_en),
                (questions::wording_ja, questions::wording_en),
                (questions::only_if, questions::only_if_choice),
                questions::created_at,
            ),
        ))
        .load(tx.conn())?;
    let mut counts: HashMap<ServiceId, usize> = HashMap::new();
    let mut offered: Offered = Vec::with_capacity(rows.len());
    for (service, row) in rows {
        let count = counts.entry(service).or_default();
        *count += 1;
        // Those that were had back beyond what may be wait until there is room.
        if *count <= PER_SERVICE {
            offered.push((service, question(row)));
        }
    }
    Ok(offered)
}

fn question((own, name, hint, wording, condition, since): Row) -> Question {
    let (id, kind, choices, is_required, is_health) = own;
    let both = |(ja, en): (String, String)| Bilingual::new(ja, en);
    Question {
        id,
        kind,
        name: both(name),
        hint: both(hint),
        wording: both(wording),
        choices: serde_json::from_value(choices).unwrap_or_default(),
        is_required,
        is_health,
        only_if: condition
            .0
            .zip(condition.1)
            .map(|(question, choice)| Condition { question, choice }),
        since,
    }
}
