//! The boxes of questions as they are drawn, with what they hold and what is wrong with it. A question that depends on another
//! says so, and a small script hides it until it matters.

use super::{
    Errors,
    questions::{HEALTH, Picks, choice_box, held, is_chosen, name_box, question_box},
};
use crate::{
    domain::{
        bookings::answer_files::{Kept, LARGEST_PAPER, PER_QUESTION},
        catalog::question::{self, Choice as Answer, Kind, Question},
    },
    media::judge::LARGEST,
    web::{
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            files_field::{FilesField, KeptFile},
            mark::Mark,
            question_block::{QuestionBlock, Wording},
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

/// What a browser offers to choose from.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// What stands in the boxes of questions: what was typed, the files that have come, and what is wrong.
#[derive(Clone, Copy)]
pub struct Filled<'a> {
    pub picks: &'a Picks,
    pub files: &'a [Kept],
    pub errors: &'a Errors,
}

/// The questions, each with its boxes; first, where one is about health, whether that may be told.
pub fn blocks(ctx: &PageCtx, questions: &[Question], filled: Filled<'_>) -> Vec<QuestionBlock> {
    let Filled {
        picks,
        files,
        errors,
    } = filled;
    let draw = Draw {
        ctx,
        picks,
        files,
        errors,
    };
    let health = questions.iter().any(|one| one.is_health);
    let health = health.then(|| draw.health());
    let each = questions.iter().map(|one| draw.block(questions, one));
    health.into_iter().chain(each).collect()
}

/// A page with questions.
struct Draw<'a> {
    ctx: &'a PageCtx,
    picks: &'a Picks,
    files: &'a [Kept],
    errors: &'a Errors,
}

impl Draw<'_> {
    fn block(&self, all: &[Question], one: &Question) -> QuestionBlock {
        let (t, lang) = (self.ctx.t, self.ctx.lang);
        let cause = question::cause(all, one);
        let only = cause.map(|(cause, choice)| {
            let words = t.questions_only(choice.name().text(lang), cause.name.text(lang));
            (element(cause, choice), words)
        });
        let fields = match one.kind {
            Kind::Line => vec![Field::Line(self.line(one, Entry::Text))],
            Kind::Date => vec![Field::Line(self.line(one, Entry::Date))],
            Kind::Lines => vec![Field::Area(self.area(one))],
            Kind::One | Kind::Several => vec![Field::Choice(self.choice(one))],
            Kind::Consent => self.consent(one),
            Kind::File => vec![Field::Files(self.file(one))],
        };
        let wording = (one.kind == Kind::Consent).then(|| {
            let written = one.wording.written(lang);
            Wording {
                title: one.name.text(lang).to_owned(),
                mark: self.mark(one),
                hint: self.hint(one),
                text: written.text,
                lang: written.other_lang,
            }
        });
        QuestionBlock {
            only,
            wording,
            fields,
        }
    }

    fn health(&self) -> QuestionBlock {
        let t = self.ctx.t;
        let field = ChoiceField {
            name: HEALTH.to_owned(),
            legend: t.form_health_title(),
            hint: Some(t.form_health_hint()),
            ..self.tick(HEALTH, t.form_health_agree())
        };
        QuestionBlock {
            fields: vec![Field::Choice(field)],
            ..QuestionBlock::default()
        }
    }

    fn mark(&self, one: &Question) -> Mark {
        match one.is_required {
            true => Mark::required(self.ctx.t.ui_required()),
            false => Mark::optional(self.ctx.t.ui_optional()),
        }
    }

    fn hint(&self, one: &Question) -> Option<String> {
        let hint = one.hint.text(self.ctx.lang);
        (!hint.is_empty()).then(|| hint.to_owned())
    }

    fn line(&self, one: &Question, entry: Entry) -> TextField {
        let name = question_box(one.id);
        TextField {
            label: one.name.text(self.ctx.lang).to_owned(),
            value: held(self.picks, &name).to_owned(),
            entry,
            mark: self.mark(one),
            hint: self.hint(one),
            complaint: self.errors.of(&name, self.ctx.t),
            name,
            ..TextField::default()
        }
    }

    fn area(&self, one: &Question) -> TextArea {
        let name = question_box(one.id);
        TextArea {
            label: one.name.text(self.ctx.lang).to_owned(),
            value: held(self.picks, &name).to_owned(),
            mark: self.mark(one),
            hint: self.hint(one),
            complaint: self.errors.of(&name, self.ctx.t),
            name,
        }
    }

    fn choice(&self, one: &Question) -> ChoiceField {
        let (t, name) = (self.ctx.t, question_box(one.id));
        let several = one.kind == Kind::Several;
        let is_any = one
            .choices
            .iter()
            .any(|choice| is_chosen(self.picks, one.id, choice.key));
        let none = has_none(one).then(|| Choice {
            label: t.form_question_none(),
            chosen: !is_any,
            ..Choice::default()
        });
        let each = one.choices.iter().map(|choice| Choice {
            // Boxes are each answered by themselves; of radios one is.
            name: several.then(|| choice_box(one.id, choice.key)),
            value: choice.key.to_string(),
            label: choice.name().text(self.ctx.lang).to_owned(),
            chosen: is_chosen(self.picks, one.id, choice.key),
            ..Choice::default()
        });
        ChoiceField {
            legend: one.name.text(self.ctx.lang).to_owned(),
            several,
            options: none.into_iter().chain(each).collect(),
            mark: self.mark(one),
            hint: self.hint(one),
            complaint: self.errors.of(&name, t),
            name,
            ..ChoiceField::default()
        }
    }

    fn file(&self, one: &Question) -> FilesField {
        let (t, name) = (self.ctx.t, question_box(one.id));
        let own = self.files.iter().filter(|file| file.question == one.id);
        let kept = own.map(|file| KeptFile {
            words: t.form_file_size(file_size(file.bytes), &file.name),
            remove: (t.form_file_drop(), file.id.to_string(), file.name.clone()),
        });
        let mega = |bytes: usize| bytes / (1024 * 1024);
        FilesField {
            label: one.name.text(self.ctx.lang).to_owned(),
            mark: self.mark(one),
            hint: self.hint(one),
            bounds: t.form_file_bounds(PER_QUESTION, mega(LARGEST_PAPER), mega(LARGEST)),
            accept: ACCEPT,
            kept: (t.form_file_kept(), kept.collect()),
            complaints: self.errors.all_of(&name, t),
            name,
        }
    }

    fn consent(&self, one: &Question) -> Vec<Field> {
        let t = self.ctx.t;
        let name = name_box(one.id);
        let agree = t.form_question_agree(one.name.text(self.ctx.lang));
        let sign = TextField {
            label: t.form_question_sign(),
            value: held(self.picks, &name).to_owned(),
            hint: Some(t.form_question_sign_hint()),
            complaint: self.errors.of(&name, t),
            name,
            ..TextField::default()
        };
        let tick = self.tick(&question_box(one.id), agree);
        vec![Field::Choice(tick), Field::Line(sign)]
    }

    fn tick(&self, name: &str, label: String) -> ChoiceField {
        ChoiceField {
            name: name.to_owned(),
            several: true,
            options: vec![Choice {
                value: "yes".to_owned(),
                label,
                chosen: held(self.picks, name) == "yes",
                ..Choice::default()
            }],
            complaint: self.errors.of(name, self.ctx.t),
            ..ChoiceField::default()
        }
    }
}

/// Whether a question begins with a choice that chooses nothing: radios cannot be taken back otherwise.
fn has_none(one: &Question) -> bool {
    one.kind == Kind::One && !one.is_required
}

/// The element of a choice, as a [`ChoiceField`] names it.
fn element(one: &Question, choice: &Answer) -> String {
    let place = one.choices.iter().position(|other| other.key == choice.key);
    let place = place.unwrap_or_default() + usize::from(has_none(one));
    let name = question_box(one.id);
    match place {
        0 => format!("field-{name}"),
        place => format!("field-{name}-{place}"),
    }
}

/// How large a file is, in kilobytes, and no less than one.
fn file_size(bytes: i64) -> i64 {
    (bytes / 1024).max(1)
}
