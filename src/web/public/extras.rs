//! What can be had besides, asked before the time: it changes which times are free.

use super::wish::{self, Wish};
use crate::{
    domain::catalog::{
        option::{Extra, OptionGroup},
        service::Service,
    },
    web::{
        form::{
            Errors,
            options::{option_box, option_field},
        },
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Submit, Voice},
            choice_field::ChoiceField,
            empty::Empty,
            icon::Icon,
            post_form::PostForm,
        },
    },
};
use askama::{Template, filters::HtmlSafe};
use chrono::NaiveDate;

/// The form that asks.
#[derive(Template)]
#[template(path = "public/extras.html")]
pub struct Extras {
    form: PostForm,
    title: String,
    /// Unfolded where something must be chosen or is.
    is_open: bool,
    fields: Vec<ChoiceField>,
    submit: Submit,
}

impl HtmlSafe for Extras {}

/// The form; nothing where there is nothing to be had besides.
pub(super) fn form(
    ctx: &PageCtx,
    (slug, service): (&str, &Service),
    wish: &Wish,
    from: NaiveDate,
) -> Option<Extras> {
    if service.groups.is_empty() {
        return None;
    }
    let times = wish::times(wish, from);
    let mut hidden = vec![
        ("service".to_owned(), wish.service.to_string()),
        ("party".to_owned(), wish.party.to_string()),
        ("view".to_owned(), wish.view.word().to_owned()),
    ];
    hidden.extend(times.staff.map(|id| ("staff".to_owned(), id.to_string())));
    hidden.extend(times.from.map(|from| ("from".to_owned(), from.to_string())));
    hidden.extend(times.hold.map(|hold| ("hold".to_owned(), hold)));
    let chosen = |extra: &Extra| service.extras.iter().any(|one| one.id == extra.id);
    let sound = Errors::default();
    let fields = service.groups.iter();
    Some(Extras {
        form: PostForm {
            action: links::any_times(ctx.lang, slug),
            hidden,
        },
        title: ctx.t.booking_options(),
        is_open: !service.extras.is_empty() || service.groups.iter().any(|one| one.is_required),
        fields: fields
            .map(|group| option_field(ctx, group, &chosen, &sound))
            .collect(),
        submit: Submit {
            label: ctx.t.booking_options_submit(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
    })
}

/// Something must be chosen before there are times: what, and the way there.
pub(super) fn first(ctx: &PageCtx, group: &OptionGroup) -> Empty {
    Empty {
        icon: Icon::MenuBook,
        words: ctx.t.booking_options_first(group.name.text(ctx.lang)),
        ways: vec![LinkButton {
            label: ctx.t.booking_options_way(),
            url: format!("#field-{}", option_box(group.id)),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }],
    }
}
