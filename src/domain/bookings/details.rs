//! Who books, as parsed: kept with the hold until the booking is made (a draft on the server, not in the browser).

use super::answers::{self, Answer};
use crate::{
    base::ids::AnswerFileId,
    domain::{catalog::question::Question, customers::register::Contact},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The longest remark, in characters.
pub const NOTE_MAX: usize = 500;

/// What the details page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Who, and how to reach them.
    pub contact: Contact,
    /// 備考・ご要望
    pub note: String,
    /// What was answered beforehand.
    #[serde(default)]
    pub answers: Vec<Answer>,
}

impl Details {
    /// With the answers to what is asked now, and no others; nothing where one is missing that must be given. Of files those
    /// count that are `kept`.
    pub fn fitting(self, questions: &[Question], kept: &[AnswerFileId]) -> Option<Self> {
        let answers = answers::standing(self.answers, kept);
        let answers = answers::fitting(questions, answers)?;
        Some(Self { answers, ..self })
    }

    /// As it is kept with the hold.
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// What a hold keeps; `None` while nothing was typed.
    pub fn from_json(json: &Value) -> Option<Self> {
        serde_json::from_value(json.clone()).ok()
    }
}

/// Where a hold keeps what was typed and not sent yet, box by box; what is accepted later takes its place.
pub const DRAFT: &str = "draft";

/// What an account knows of whom a booking is for, as it is said in the boxes of the form.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// 姓
    pub family: String,
    /// 名
    pub given: String,
    /// セイ
    pub family_kana: String,
    /// メイ
    pub given_kana: String,
    /// As a whole.
    pub display: String,
    /// Address.
    pub email: String,
    /// As it is written.
    pub phone: Option<String>,
}

/// What a hold keeps when its boxes are filled from what is known; a remark and answers that were written already stay.
pub fn filled(held: &Value, known: &Known) -> Value {
    let written = ["/draft/note", "/note"]
        .into_iter()
        .find_map(|place| held.pointer(place)?.as_str());
    let mut draft = json!({
        "family_name": known.family, "given_name": known.given, "full_name": known.display,
        "family_kana": known.family_kana, "given_kana": known.given_kana,
        "phone": known.phone.as_deref().unwrap_or_default(), "email": known.email,
        "note": written.unwrap_or_default(),
    });
    let before = held.get(DRAFT).and_then(Value::as_object);
    if let Some(boxes) = draft.as_object_mut() {
        for (name, text) in before.into_iter().flatten() {
            boxes.entry(name).or_insert_with(|| text.clone());
        }
    }
    let mut kept = held.as_object().cloned().unwrap_or_default();
    kept.insert(DRAFT.to_owned(), draft);
    Value::Object(kept)
}
