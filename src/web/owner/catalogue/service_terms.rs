//! At what price and in what time each person does a service, where it is not as on the menu (AV6).

use super::{answers::Answers, ask::Ask, service_form::Offered, sheet::Part};
use crate::{
    base::{ids::ResourceId, msg::Msg, text},
    domain::{catalog::option::Terms, scheduling::setup::Setup},
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// The dearest, in whole yen.
const DEAREST: i64 = 99_999_999;
/// The longest, in minutes.
const LONGEST: i64 = 1440;

fn price_box(id: ResourceId) -> String {
    format!("own-price-{id}")
}

fn minutes_box(id: ResourceId) -> String {
    format!("own-minutes-{id}")
}

/// What is kept, as it stands in the boxes.
pub(super) fn fill(answers: &mut Answers, setup: &Setup) {
    for tie in &setup.ties {
        if let Some(price) = tie.terms.price {
            answers.put(price_box(tie.resource), price);
        }
        if let Some(minutes) = tie.terms.minutes {
            answers.put(minutes_box(tie.resource), minutes);
        }
    }
}

/// What is typed for one person; what is left empty is as on the menu.
pub(super) fn parse(typed: &Answers, id: ResourceId, errors: &mut Errors) -> Terms {
    let (price, minutes) = (price_box(id), minutes_box(id));
    let digits = text::amount(typed.get(&price));
    let price = match text::is_blank(&digits) {
        true => None,
        false => fields::amount(errors, price, &digits, DEAREST),
    };
    let word = typed.get(&minutes);
    let whole = match text::is_blank(word) {
        true => None,
        false => fields::number(errors, minutes.clone(), word, 5, LONGEST),
    };
    if whole.is_some_and(|whole| whole % 5 != 0) {
        errors.add(minutes, Msg::new("catalog-minutes-five"));
    }
    Terms {
        price,
        minutes: whole.and_then(|whole| i16::try_from(whole).ok()),
    }
}

/// Two boxes for each person; nothing where nobody serves.
pub(super) fn part(ctx: &PageCtx, offered: &Offered, ask: Ask<'_>) -> Option<Part> {
    let t = ask.t;
    let people = offered.resources.iter();
    let people = people.filter(|one| one.card.resource_type.is_person() && !one.is_deleted);
    let mut fields: Vec<Field> = Vec::new();
    for one in people {
        let name = one.card.name().text(ctx.lang).to_owned();
        let unit = |unit: String, field: TextField| TextField {
            unit: Some(unit),
            ..field
        };
        let price = t.options_own_price(&name);
        let price = ask.line(&price_box(one.id), price, Entry::Amount);
        let minutes = t.options_own_minutes(&name);
        let minutes = ask.line(&minutes_box(one.id), minutes, Entry::Number);
        fields.push(Field::Line(unit(t.catalog_unit_yen(), price)));
        fields.push(Field::Line(unit(t.catalog_unit_minutes(), minutes)));
    }
    let is_used = |field: &Field| {
        let name = field.called().0;
        !ask.typed.get(name).is_empty() || ask.errors.of(name, t).is_some()
    };
    (!fields.is_empty()).then(|| Part {
        heading: t.options_own_title(),
        note: Some(t.options_own_lead()),
        folded: Some(fields.iter().any(is_used)),
        fields,
        paired: true,
        ..Part::default()
    })
}
