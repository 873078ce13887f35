//! Answers that were given beforehand, said: to the guest, and to those of the shop who may read them.

use super::{
    links,
    moments::Moments,
    page::PageCtx,
    ui::answer_list::{AnswerList, AnswerRow},
};
use crate::{
    base::ids::{AnswerFileId, BookingId},
    domain::bookings::answers::{Answer, Given},
};
use chrono::NaiveDate;

/// Where a file can be had; `None` where it is only named.
pub type Place<'a> = &'a dyn Fn(AnswerFileId) -> Option<String>;

/// The answers in their order; nothing where there are none.
pub fn list(
    ctx: &PageCtx,
    moments: &Moments,
    answers: &[Answer],
    place: Place<'_>,
) -> Option<AnswerList> {
    let rows = answers.iter().map(|one| row(ctx, moments, one, place));
    (!answers.is_empty()).then(|| AnswerList {
        rows: rows.collect(),
    })
}

/// What a guest answered last to each question, with the day of the booking it was for.
pub fn latest(
    ctx: &PageCtx,
    moments: &Moments,
    answers: &[(Answer, NaiveDate, BookingId)],
    slug: &str,
) -> Option<AnswerList> {
    let rows = answers.iter().map(|(one, date, booking)| {
        let place = |file| {
            let act = format!("files/{file}");
            Some(links::desk_act(ctx.lang, slug, *booking, &act))
        };
        AnswerRow {
            note: Some(moments.day(*date)),
            ..row(ctx, moments, one, &place)
        }
    });
    (!answers.is_empty()).then(|| AnswerList {
        rows: rows.collect(),
    })
}

fn row(ctx: &PageCtx, moments: &Moments, one: &Answer, place: Place<'_>) -> AnswerRow {
    let (t, lang) = (ctx.t, ctx.lang);
    let row = AnswerRow {
        question: one.asked().text(lang).to_owned(),
        ..AnswerRow::default()
    };
    match &one.given {
        Given::Text(text) => AnswerRow {
            answer: text.clone(),
            ..row
        },
        Given::Date(date) => AnswerRow {
            answer: t.date(*date),
            ..row
        },
        Given::Chosen(chosen) => {
            let names = chosen.iter().map(|one| one.name().text(lang).to_owned());
            AnswerRow {
                answer: names.collect::<Vec<_>>().join(" · "),
                ..row
            }
        }
        Given::Files(files) => AnswerRow {
            files: files
                .iter()
                .map(|file| (file.name.clone(), place(file.id)))
                .collect(),
            ..row
        },
        Given::Agreed(agreement) => AnswerRow {
            answer: match agreement.name.as_str() {
                "" => t.form_question_agreed(),
                name => t.form_question_agreed_by(name),
            },
            note: Some(moments.moment(agreement.at)),
            text: Some((t.form_question_agreed_text(), agreement.text.clone())),
            ..row
        },
    }
}
