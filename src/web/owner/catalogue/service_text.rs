//! The boxes of what is said of a service: in the language of whoever fills them in, and folded away in the other.

use super::{ask::Ask, sheet::Part};
use crate::{
    base::lang::Lang,
    web::ui::{field::Field, text_field::Entry},
};

/// Its English name, which need not be there.
pub(super) fn name_en(ask: Ask<'_>) -> Field {
    Field::Line(ask.may("name_en", ask.t.catalog_name_en(), Entry::Text))
}

/// What is said of it in one language.
fn said(ask: Ask<'_>, lang: Lang) -> Vec<Field> {
    let t = ask.t;
    let (description, mut important) = match lang {
        Lang::Ja => (
            ask.area("description_ja", t.catalog_description_ja()),
            ask.area("important_ja", t.catalog_important_ja()),
        ),
        Lang::En => (
            ask.area("description_en", t.catalog_description_en()),
            ask.area("important_en", t.catalog_important_en()),
        ),
    };
    important.hint = Some(t.catalog_important_hint());
    vec![Field::Area(description), Field::Area(important)]
}

/// In the language of whoever fills it in.
pub(super) fn text(ask: Ask<'_>, lang: Lang) -> Part {
    Part {
        heading: ask.t.catalog_part_text(),
        fields: said(ask, lang),
        ..Part::default()
    }
}

/// In the other one, which most fill in once or never: its heading says whether anything is there.
pub(super) fn translation(ask: Ask<'_>, lang: Lang) -> Part {
    let t = ask.t;
    let fields: Vec<Field> = match lang {
        Lang::Ja => std::iter::once(name_en(ask))
            .chain(said(ask, Lang::En))
            .collect(),
        Lang::En => said(ask, Lang::Ja),
    };
    let names = fields.iter().map(|field| field.called().0);
    let is_filled = names.clone().any(|name| !ask.typed.get(name).is_empty());
    Part {
        heading: match is_filled {
            true => t.catalog_part_translated(),
            false => t.catalog_part_translation(),
        },
        folded: Some(names.into_iter().any(|name| ask.errors.has(name))),
        fields,
        ..Part::default()
    }
}
