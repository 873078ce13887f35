//! What follows the first service of a booking by hand, as questions.

use super::{
    new_fields::{self, tick},
    new_form::NewForm,
    several::{COMPANIONS, Further, MOST, boxed, further, named, without},
};
use crate::{
    base::ids::ServiceId,
    domain::{
        catalog::{option::Extra, service::Service},
        scheduling::resource::Resource,
    },
    web::{
        form::{Errors, options::option_field},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            select_field::SelectField,
        },
    },
};

/// The questions about one further service.
pub struct FurtherQuestions {
    /// Which it is, counted from 1.
    pub place: usize,
    /// What the button says that takes it away, as it is sent.
    pub without: String,
    /// What its part of the page is called.
    pub heading: String,
    /// Whose it is.
    pub guest: SelectField,
    /// What.
    pub service: SelectField,
    /// What besides, group by group.
    pub extras: Vec<ChoiceField>,
    /// With whom.
    pub staff: SelectField,
    /// Whether that person was asked for.
    pub nominated: Option<ChoiceField>,
}

/// All of them, and the ways to more and to fewer.
pub struct Several {
    /// Each of them.
    pub further: Vec<FurtherQuestions>,
    /// What the button sends that takes the first one away; none where there is no other.
    pub without_first: Option<String>,
    /// Where the page goes when one more is asked for; none where there can be no more.
    pub more: Option<String>,
}

/// Draws them. What is held at set times cannot follow anything, so it is not offered.
pub fn several(
    ctx: &PageCtx,
    form: &NewForm,
    errors: &Errors,
    (services, resources, classes): (&[Service], &[Resource], &[ServiceId]),
) -> Several {
    let is_class = |service: &&Service| classes.contains(&service.id);
    let mut own = services.iter().filter(is_class);
    let begins_alone = own.any(|one| one.id.to_string() == form.service);
    let all = further(form);
    let offered: Vec<Service> = match all.is_empty() {
        true => Vec::new(),
        false => services
            .iter()
            .filter(|one| !is_class(one))
            .cloned()
            .collect(),
    };
    let drawn = (2..).zip(&all).map(|(place, one)| {
        let from = (offered.as_slice(), resources);
        questions(ctx, (one, place), errors, from)
    });
    let next = all.len() + 2;
    Several {
        further: drawn.collect(),
        without_first: (!all.is_empty()).then(|| without(1)),
        more: (next <= MOST && !begins_alone && services.len() > classes.len())
            .then(|| format!("several-{next}")),
    }
}

fn questions(
    ctx: &PageCtx,
    (one, place): (&Further, usize),
    errors: &Errors,
    (services, resources): (&[Service], &[Resource]),
) -> FurtherQuestions {
    let t = ctx.t;
    let typed = NewForm {
        service: one.service.clone(),
        ..NewForm::default()
    };
    let (service, staff) = (named("service", place), named("staff", place));
    FurtherQuestions {
        without: without(place),
        heading: t.desk_several_place(place),
        guest: guest(ctx, one, place),
        service: SelectField {
            mark: Mark::required(t.ui_required()),
            complaint: errors.of(&service, t),
            name: service,
            ..new_fields::service(ctx, &typed, services)
        },
        extras: extras(ctx, (one, place), errors, services),
        staff: SelectField {
            complaint: errors.of(&staff, t),
            name: staff,
            ..new_fields::staff(ctx, &one.staff, resources)
        },
        nominated: resources.iter().any(|one| one.is_nominable).then(|| {
            let name = named("nominated", place);
            tick(&name, t.desk_new_nominated(), one.nominated == "yes")
        }),
        place,
    }
}

/// Whose it is: of whoever books, or of somebody who comes along.
fn guest(ctx: &PageCtx, one: &Further, place: usize) -> SelectField {
    let t = ctx.t;
    let choice = |guest: i16| {
        let value = guest.to_string();
        Choice {
            label: match guest {
                0 => t.desk_several_same(),
                guest => t.desk_several_companion(guest),
            },
            chosen: value == one.guest,
            value,
            ..Choice::default()
        }
    };
    SelectField {
        name: named("guest", place),
        label: t.desk_several_whose(),
        options: (0..=COMPANIONS).map(choice).collect(),
        ..SelectField::default()
    }
}

/// What can be had besides, in boxes of this service's own.
fn extras(
    ctx: &PageCtx,
    (one, place): (&Further, usize),
    errors: &Errors,
    services: &[Service],
) -> Vec<ChoiceField> {
    let chosen = |extra: &Extra| one.options.contains(&extra.id);
    let service = services
        .iter()
        .filter(|known| known.id.to_string() == one.service);
    let own = |field: ChoiceField| {
        let name = boxed(&field.name, place);
        let options = field.options.into_iter().map(|choice| Choice {
            name: choice.name.map(|name| boxed(&name, place)),
            ..choice
        });
        ChoiceField {
            complaint: errors.of(&name, ctx.t),
            options: options.collect(),
            name,
            ..field
        }
    };
    service
        .flat_map(|known| &known.groups)
        .map(|group| own(option_field(ctx, group, &chosen, errors)))
        .collect()
}
