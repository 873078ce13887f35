//! The boxes of the notice by the Act on Specified Commercial Transactions: every item in Japanese, and folded away in English.

use super::{answers::Answers, ask::Ask, sheet::Part};
use crate::{
    base::text,
    domain::businesses::{
        legal_card::{ITEMS, LegalCard},
        registration,
    },
    i18n::Words,
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            field::Field,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

/// The longest answer.
const ANSWER: usize = 1_000;
/// The items by what they are about, as the law has them together.
const GROUPS: [(&str, &[&str]); 3] = [
    (
        "seller",
        &["seller", "responsible", "address", "phone", "email"],
    ),
    (
        "money",
        &["price", "extra-fees", "payment-method", "payment-time"],
    ),
    ("service", &["delivery", "cancellation"]),
];

/// What is said in one line.
const LINES: [&str; 5] = ["seller", "responsible", "address", "phone", "email"];

/// The boxes as they are kept.
pub(super) fn answers(card: &LegalCard) -> Answers {
    let mut answers = Answers::default();
    for (item, (ja, en)) in ITEMS.iter().zip(&card.answers) {
        answers.put(format!("{item}_ja"), ja);
        answers.put(format!("{item}_en"), en);
    }
    answers.put("registration", &card.registration);
    answers.tick("on_request", card.on_request);
    answers
}

/// What they mean, or complaints.
pub(super) fn parse(typed: &Answers, errors: &mut Errors) -> Option<LegalCard> {
    let words = |typed: &str| text::paragraph(typed, ANSWER);
    let mut card = LegalCard {
        on_request: typed.has("on_request"),
        ..LegalCard::default()
    };
    let mut is_whole = true;
    for (item, answer) in ITEMS.iter().zip(&mut card.answers) {
        let mut read = |lang: &str| {
            let name = format!("{item}_{lang}");
            let typed = typed.get(&name).to_owned();
            fields::optional(errors, name, &typed, words)
        };
        match (read("ja"), read("en")) {
            (Some(ja), Some(en)) => *answer = (ja, en),
            _ => is_whole = false,
        }
    }
    let typed = typed.get("registration");
    card.registration = fields::optional(errors, "registration", typed, registration::parse)?;
    is_whole.then_some(card)
}

/// The boxes.
pub(super) fn parts(ctx: &PageCtx, typed: &Answers, errors: &Errors) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let each = GROUPS.into_iter().flat_map(|(group, items)| {
        let mut fields: Vec<Field> = items.iter().map(|item| japanese(t, ask, item)).collect();
        if group == "seller" {
            let label = t.legal_form_on_request();
            let note = t.legal_form_on_request_note();
            fields.push(Field::Choice(ask.tick("on_request", label, Some(note))));
        }
        if group == "money" {
            fields.push(Field::Line(registered(ask)));
        }
        let heading = t.of_family("legal-group", group);
        let is_used = |item: &&str| {
            let name = format!("{item}_en");
            typed.has(&name) || errors.of(&name, t).is_some()
        };
        let in_english = Part {
            heading: t.legal_form_in_english(&heading),
            folded: Some(items.iter().any(is_used)),
            fields: items.iter().map(|item| english(t, ask, item)).collect(),
            ..Part::default()
        };
        let own = Part {
            heading,
            fields,
            ..Part::default()
        };
        [own, in_english]
    });
    each.collect()
}

/// The number on receipts. One that does not check is kept all the same, and said to be odd.
fn registered(ask: Ask<'_>) -> TextField {
    let t = ask.t;
    let typed = ask.typed.get("registration");
    let is_odd = registration::parse(typed).is_ok_and(|number| !registration::is_checked(&number));
    TextField {
        hint: Some(match is_odd {
            true => t.legal_registration_odd(),
            false => t.legal_registration_hint(),
        }),
        ..ask.may("registration", t.legal_registration(), Entry::Text)
    }
}

fn japanese(t: Words, ask: Ask<'_>, item: &str) -> Field {
    let label = t.legal_form_ja(t.of_family("legal-item", item));
    let hint = t.of_family("legal-hint", item);
    said(ask, (item, "ja"), label, Some(hint))
}

fn english(t: Words, ask: Ask<'_>, item: &str) -> Field {
    let label = t.legal_form_en(t.of_family("legal-item", item));
    said(ask, (item, "en"), label, None)
}

/// A box of one line, where that is what is said and nobody has written more.
fn said(ask: Ask<'_>, (item, lang): (&str, &str), label: String, hint: Option<String>) -> Field {
    let name = format!("{item}_{lang}");
    let is_line = LINES.contains(&item) && !ask.typed.get(&name).contains('\n');
    match is_line {
        true => Field::Line(TextField {
            hint,
            ..ask.may(&name, label, Entry::Text)
        }),
        false => Field::Area(TextArea {
            hint,
            ..ask.area(&name, label)
        }),
    }
}

/// What is still missing, in a sentence; or that nothing is.
pub(super) fn lead(t: Words, card: &LegalCard) -> String {
    let missing: Vec<String> = card
        .missing()
        .into_iter()
        .map(|item| t.of_family("legal-item", item))
        .collect();
    match missing.is_empty() {
        true => t.legal_form_whole(),
        false => t.legal_form_missing(missing.join(t.catalog_between().as_str())),
    }
}
