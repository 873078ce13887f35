//! The boxes above the list of guests: what nearly everybody asks by stands in sight, the rest is folded away where the page
//! is narrow.

use super::list_query::ListQuery;
use crate::{
    domain::bookings::{guest_list::Order, guest_part::Part},
    web::{
        form::Errors,
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            pager::{Tab, Tabs},
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};

/// The form.
pub(super) struct Boxes {
    pub first: Vec<Field>,
    pub more: Vec<Field>,
    /// What unfolds them.
    pub summary: String,
    /// Whether one of those is used.
    pub is_open: bool,
}

/// What the boxes are drawn from.
pub(super) struct Typed<'a> {
    pub query: &'a ListQuery,
    pub errors: &'a Errors,
    pub tags: &'a [(String, i64)],
}

impl Boxes {
    pub(super) fn of(ctx: &PageCtx, typed: &Typed<'_>) -> Self {
        let (t, query) = (ctx.t, typed.query);
        let search = TextField {
            name: "q".to_owned(),
            label: t.customers_search(),
            value: query.q.clone(),
            entry: Entry::Search,
            ..TextField::default()
        };
        let first = [
            Some(Field::Line(search)),
            tag(ctx, typed.tags, &query.tag).map(Field::Select),
            Some(Field::Select(order(ctx, typed))),
        ];
        let days = t.customers_unit_days();
        let times = t.customers_unit_times();
        Self {
            first: first.into_iter().flatten().collect(),
            more: vec![
                number(ctx, typed, ("away", &query.away), t.customers_away(), &days),
                number(
                    ctx,
                    typed,
                    ("visits", &query.visits),
                    t.customers_visits_least(),
                    &times,
                ),
                number(
                    ctx,
                    typed,
                    ("missed", &query.missed),
                    t.customers_missed_least(),
                    &times,
                ),
                Field::Choice(marks(ctx, query)),
            ],
            summary: match query.folded() {
                0 => t.customers_narrow(),
                used => t.customers_narrowed(used),
            },
            is_open: query.folded() > 0,
        }
    }
}

fn number(
    ctx: &PageCtx,
    typed: &Typed<'_>,
    (name, value): (&str, &str),
    label: String,
    unit: &str,
) -> Field {
    Field::Line(TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry: Entry::Number,
        unit: Some(unit.to_owned()),
        complaint: typed.errors.of(name, ctx.t),
        ..TextField::default()
    })
}

fn marks(ctx: &PageCtx, query: &ListQuery) -> ChoiceField {
    let t = ctx.t;
    let marks = [
        ("vip", &query.vip, t.customers_vip()),
        ("blocked", &query.blocked, t.customers_blocked()),
        ("letters", &query.letters, t.customers_letters()),
    ];
    ChoiceField {
        name: "marks".to_owned(),
        legend: t.customers_marks(),
        several: true,
        side_by_side: true,
        options: marks
            .into_iter()
            .map(|(name, chosen, label)| Choice {
                name: Some(name.to_owned()),
                value: "on".to_owned(),
                label,
                chosen: !chosen.is_empty(),
                ..Choice::default()
            })
            .collect(),
        ..ChoiceField::default()
    }
}

fn order(ctx: &PageCtx, typed: &Typed<'_>) -> SelectField {
    let chosen = Order::of(&typed.query.order).unwrap_or_default();
    let each = Order::ALL.into_iter().map(|order| Choice {
        // The usual one is not said, so that addresses stay short.
        value: match order == Order::default() {
            true => String::new(),
            false => order.id().to_owned(),
        },
        label: ctx.t.of_family("customers-order", order.id()),
        chosen: order == chosen,
        ..Choice::default()
    });
    SelectField {
        name: "order".to_owned(),
        label: ctx.t.customers_order(),
        options: each.collect(),
        complaint: typed.errors.of("order", ctx.t),
        ..SelectField::default()
    }
}

fn tag(ctx: &PageCtx, tags: &[(String, i64)], chosen: &str) -> Option<SelectField> {
    let known = tags.iter().any(|(tag, _)| tag == chosen);
    let gone = (!known && !chosen.is_empty()).then(|| Choice {
        value: chosen.to_owned(),
        label: chosen.to_owned(),
        chosen: true,
        ..Choice::default()
    });
    if tags.is_empty() && gone.is_none() {
        return None;
    }
    let any = Choice {
        label: ctx.t.customers_any_tag(),
        ..Choice::default()
    };
    let each = tags.iter().map(|(tag, count)| Choice {
        value: tag.clone(),
        label: ctx.t.customers_tag_count(*count, tag),
        chosen: tag == chosen,
        ..Choice::default()
    });
    Some(SelectField {
        name: "tag".to_owned(),
        label: ctx.t.customers_tag(),
        options: std::iter::once(any).chain(gone).chain(each).collect(),
        ..SelectField::default()
    })
}

/// The parts of the list, each with all the rest that is asked for.
pub(super) fn parts(ctx: &PageCtx, slug: &str, query: &ListQuery) -> Tabs {
    let tab = |part: Option<Part>| {
        let id = part.map_or("", Part::id);
        let there = ListQuery {
            part: id.to_owned(),
            ..query.clone()
        };
        Tab {
            label: match part {
                Some(part) => ctx.t.of_family("customers-part", part.id()),
                None => ctx.t.customers_part_all(),
            },
            url: there.address(ctx, slug, "", None),
            current: query.part == id,
            ..Tab::default()
        }
    };
    let all = std::iter::once(None).chain(Part::all().map(Some));
    Tabs {
        label: ctx.t.customers_parts(),
        items: all.map(tab).collect(),
    }
}
