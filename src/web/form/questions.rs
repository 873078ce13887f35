//! What a business asks beforehand, as forms ask it: each question drawn by its kind with a name of its own, read into answers,
//! and answers put back into the boxes.

use super::{Errors, fields};
use crate::{
    base::{ids::QuestionId, lang::Lang, msg::Msg, text},
    domain::{
        bookings::{
            answer_files::Kept,
            answers::{Agreement, Answer, Given, GivenFile},
        },
        catalog::question::{self, Choice, Kind, Question},
    },
    i18n::Words,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::{collections::HashMap, hash::BuildHasher};

/// How the names of its boxes begin.
const BOX: &str = "q-";
/// The box that agrees to what is about health being told.
pub const HEALTH: &str = "q-health";
/// The longest line.
const LINE: usize = 200;
/// The longest text.
const LINES: usize = 1000;
/// The largest form with questions and without files: as many as one service may have, each answered as long as may be, and
/// every letter of it sent as nine bytes.
pub const LARGEST_FORM: usize = 256 * 1024;
const _: () = assert!(question::PER_SERVICE * LINES * 9 + 32 * 1024 < LARGEST_FORM);
/// What a ticked box carries.
const YES: &str = "yes";

/// What was typed into boxes of questions, by their names.
pub type Picks = HashMap<String, String>;

/// The name of the box of a question.
pub fn question_box(id: QuestionId) -> String {
    format!("{BOX}{id}")
}

/// The name of the box of one of the choices, where each has its own.
pub fn choice_box(id: QuestionId, key: i16) -> String {
    format!("{BOX}{id}-{key}")
}

/// The name of the box in which somebody signs.
pub fn name_box(id: QuestionId) -> String {
    format!("{BOX}{id}-name")
}

/// Whether a name is that of such a box.
pub fn is_question_box(name: &str) -> bool {
    name.starts_with(BOX) && name.len() <= 60
}

/// What a box holds.
pub fn held<'a, S: BuildHasher>(picks: &'a HashMap<String, String, S>, name: &str) -> &'a str {
    picks.get(name).map_or("", String::as_str)
}

/// Whether a choice is ticked, or the one that is chosen.
pub fn is_chosen(picks: &Picks, id: QuestionId, key: i16) -> bool {
    let word = key.to_string();
    held(picks, &question_box(id)) == word || held(picks, &choice_box(id, key)) == word
}

/// A form that was sent: the questions it asked, in which language, when, and what was typed.
pub struct Sent<'a> {
    /// What was asked.
    pub questions: &'a [Question],
    /// What was typed.
    pub picks: &'a Picks,
    /// The files that have come.
    pub files: &'a [Kept],
    /// In which language it was read.
    pub lang: Lang,
    /// When.
    pub now: DateTime<Utc>,
}

impl Sent<'_> {
    /// The answers, or every complaint at once. What is not asked of somebody who has answered so is not read.
    pub fn read(&self, errors: &mut Errors) -> Vec<Answer> {
        let chosen = |id: QuestionId, key: i16| is_chosen(self.picks, id, key);
        let (mut answers, mut is_about_health) = (Vec::new(), false);
        for one in question::asked(self.questions, &chosen) {
            let given = self.given(one, errors);
            is_about_health |= given.is_some() && one.is_health;
            answers.extend(given.map(|given| Answer {
                question: Some(one.id),
                ja: one.name.ja.clone(),
                en: one.name.en.clone(),
                given,
            }));
        }
        if !is_about_health {
            return answers;
        }
        if held(self.picks, HEALTH) != YES {
            errors.add(HEALTH, Msg::new("form-health-required"));
            return answers;
        }
        answers.insert(0, self.health());
        answers
    }

    /// That what is about health may be told.
    fn health(&self) -> Answer {
        let t = Words::of(self.lang);
        let title = |lang: Lang| Words::of(lang).form_health_title();
        Answer {
            question: None,
            ja: title(Lang::Ja),
            en: title(Lang::En),
            given: Given::Agreed(Agreement {
                text: format!("{}\n{}", t.form_health_hint(), t.form_health_agree()),
                name: String::new(),
                at: self.now,
            }),
        }
    }

    /// What was given; nothing where it was left out or is wrong.
    fn given(&self, one: &Question, errors: &mut Errors) -> Option<Given> {
        let name = question_box(one.id);
        let typed = held(self.picks, &name);
        match one.kind {
            Kind::Consent => return self.agreed(one, errors),
            Kind::File => return self.sent(one, errors),
            _ => {}
        }
        let chosen: Vec<Choice> = one
            .choices
            .iter()
            .filter(|choice| is_chosen(self.picks, one.id, choice.key))
            .cloned()
            .collect();
        let is_empty = match one.kind {
            Kind::Several => chosen.is_empty(),
            _ => text::is_blank(typed),
        };
        if is_empty {
            if one.is_required {
                errors.add(name, required(one));
            }
            return None;
        }
        match one.kind {
            Kind::Line => text_of(errors, name, typed, |typed| text::line(typed, LINE)),
            Kind::Lines => text_of(errors, name, typed, |typed| text::paragraph(typed, LINES)),
            Kind::One if chosen.is_empty() => {
                errors.add(name, Msg::new("form-choice-gone"));
                None
            }
            Kind::One | Kind::Several => Some(Given::Chosen(chosen)),
            Kind::Date => date(errors, name, typed).map(Given::Date),
            Kind::Consent | Kind::File => None,
        }
    }

    /// The files that answer a question.
    fn sent(&self, one: &Question, errors: &mut Errors) -> Option<Given> {
        let own = self.files.iter().filter(|file| file.question == one.id);
        let files: Vec<GivenFile> = own
            .map(|file| GivenFile {
                id: file.id,
                name: file.name.clone(),
            })
            .collect();
        let name = question_box(one.id);
        // Whoever has sent one that was not taken is told why, and that is enough.
        if files.is_empty() && one.is_required && !errors.has(&name) {
            errors.add(name, required(one));
        }
        (!files.is_empty()).then_some(Given::Files(files))
    }

    /// A consent: read, ticked and signed, or none of it.
    fn agreed(&self, one: &Question, errors: &mut Errors) -> Option<Given> {
        let is_ticked = held(self.picks, &question_box(one.id)) == YES;
        let typed = held(self.picks, &name_box(one.id));
        let is_signed = !text::is_blank(typed);
        if !is_ticked && !is_signed && !one.is_required {
            return None;
        }
        if !is_ticked {
            let asked = one.name.text(self.lang);
            let msg = Msg::new("form-question-agree-required").with("name", asked);
            errors.add(question_box(one.id), msg);
        }
        let name = fields::required(
            errors,
            name_box(one.id),
            typed,
            |typed| text::line(typed, text::NAME_MAX * 2),
            Msg::new("form-question-sign-required"),
        );
        let agreement = Agreement {
            text: one.wording.text(self.lang).to_owned(),
            name: name?,
            at: self.now,
        };
        is_ticked.then_some(Given::Agreed(agreement))
    }
}

/// What is said where an answer is missing.
fn required(one: &Question) -> Msg {
    match one.kind {
        Kind::One => Msg::new("form-question-choose"),
        Kind::Several => Msg::new("form-question-choose-some"),
        Kind::File => Msg::new("form-file-required"),
        _ => Msg::new("form-question-required"),
    }
}

fn text_of(
    errors: &mut Errors,
    name: String,
    typed: &str,
    parse: impl Fn(&str) -> Result<String, Msg>,
) -> Option<Given> {
    let text = fields::optional(errors, name, typed, parse)?;
    (!text.is_empty()).then_some(Given::Text(text))
}

/// A day that somebody alive may speak of.
fn date(errors: &mut Errors, name: String, typed: &str) -> Option<NaiveDate> {
    let typed = text::ascii(typed).replace(['/', '.'], "-");
    let found = NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok();
    let found = found.filter(|date| (1900..=2200).contains(&date.year()));
    if found.is_none() {
        errors.add(name, Msg::new("form-date-form"));
    }
    found
}

/// The boxes as answers filled them.
pub fn picks(answers: &[Answer]) -> Picks {
    let mut picks = Picks::new();
    for one in answers {
        let Some(id) = one.question else {
            picks.insert(HEALTH.to_owned(), YES.to_owned());
            continue;
        };
        let mut put = |name: String, word: String| picks.insert(name, word);
        match &one.given {
            // A browser puts no files back; those that have come are listed beside the box.
            Given::Files(_) => None,
            Given::Text(text) => put(question_box(id), text.clone()),
            Given::Date(date) => put(question_box(id), date.to_string()),
            Given::Agreed(agreement) => {
                put(name_box(id), agreement.name.clone());
                put(question_box(id), YES.to_owned())
            }
            Given::Chosen(chosen) => {
                for choice in chosen {
                    put(choice_box(id, choice.key), choice.key.to_string());
                }
                None
            }
        };
    }
    picks
}
