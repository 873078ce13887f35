//! The forty-seven prefectures, from north to south as everybody in Japan knows them. What is kept is their Japanese name,
//! whichever language the form is in.

use crate::{
    base::lang::Lang,
    i18n::Words,
    web::{
        form::Errors,
        page::PageCtx,
        ui::{choice_field::Choice, field::Field, mark::Mark, select_field::SelectField},
    },
};

const ALL: [&str; 47] = [
    "hokkaido",
    "aomori",
    "iwate",
    "miyagi",
    "akita",
    "yamagata",
    "fukushima",
    "ibaraki",
    "tochigi",
    "gunma",
    "saitama",
    "chiba",
    "tokyo",
    "kanagawa",
    "niigata",
    "toyama",
    "ishikawa",
    "fukui",
    "yamanashi",
    "nagano",
    "gifu",
    "shizuoka",
    "aichi",
    "mie",
    "shiga",
    "kyoto",
    "osaka",
    "hyogo",
    "nara",
    "wakayama",
    "tottori",
    "shimane",
    "okayama",
    "hiroshima",
    "yamaguchi",
    "tokushima",
    "kagawa",
    "ehime",
    "kochi",
    "fukuoka",
    "saga",
    "nagasaki",
    "kumamoto",
    "oita",
    "miyazaki",
    "kagoshima",
    "okinawa",
];

/// Whether there is a prefecture of this Japanese name.
pub fn is_one(name: &str) -> bool {
    ALL.into_iter().any(|id| kept(id) == name)
}

/// What is kept of the one with this number of JIS X 0401: 1 to 47, in the order of the list.
pub fn numbered(number: i16) -> Option<String> {
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    ALL.get(place).map(|id| kept(id))
}

/// What is kept of one.
fn kept(id: &str) -> String {
    Words::of(Lang::Ja).of_family("businesses-prefecture", id)
}

/// The list to choose from.
pub fn field(ctx: &PageCtx, chosen: &str, errors: &Errors) -> Field {
    let t = ctx.t;
    let each = ALL.into_iter().map(|id| {
        let value = kept(id);
        Choice {
            label: t.of_family("businesses-prefecture", id),
            chosen: value == chosen,
            value,
            ..Choice::default()
        }
    });
    let nothing = Choice {
        label: t.operators_apply_kind_choose(),
        chosen: !is_one(chosen),
        ..Choice::default()
    };
    Field::Select(SelectField {
        name: "prefecture".to_owned(),
        label: t.operators_prefecture(),
        options: std::iter::once(nothing).chain(each).collect(),
        fill: Some("address-level1"),
        mark: Mark::required(t.ui_required()),
        complaint: errors.of("prefecture", t),
        ..SelectField::default()
    })
}
