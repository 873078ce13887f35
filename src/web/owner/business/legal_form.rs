//! The boxes of the notice by the Act on Specified Commercial Transactions: every item in both languages.

use super::{answers::Answers, ask::Ask, sheet::Part};
use crate::{
    base::text,
    domain::businesses::legal_card::{ITEMS, LegalCard},
    i18n::Words,
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::field::Field,
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

/// The boxes as they are kept.
pub(super) fn answers(card: &LegalCard) -> Answers {
    let mut answers = Answers::default();
    for (item, (ja, en)) in ITEMS.iter().zip(&card.answers) {
        answers.put(format!("{item}_ja"), ja);
        answers.put(format!("{item}_en"), en);
    }
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
    is_whole.then_some(card)
}

/// The boxes.
pub(super) fn parts(ctx: &PageCtx, typed: &Answers, errors: &Errors) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let each = GROUPS.into_iter().map(|(group, items)| {
        let mut fields: Vec<Field> = items.iter().flat_map(|item| boxes(t, ask, item)).collect();
        if group == "seller" {
            let label = t.legal_form_on_request();
            let note = t.legal_form_on_request_note();
            fields.push(Field::Choice(ask.tick("on_request", label, Some(note))));
        }
        Part {
            heading: t.of_family("legal-group", group),
            fields,
            ..Part::default()
        }
    });
    each.collect()
}

/// An item in both languages.
fn boxes(t: Words, ask: Ask<'_>, item: &str) -> [Field; 2] {
    let called = t.of_family("legal-item", item);
    let mut ja = ask.area(&format!("{item}_ja"), t.legal_form_ja(&called));
    ja.hint = Some(t.of_family("legal-hint", item));
    let en = ask.area(&format!("{item}_en"), t.legal_form_en(&called));
    [Field::Area(ja), Field::Area(en)]
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
