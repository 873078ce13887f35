//! What follows the first service in the form of a booking by hand: each service of a visit as it is typed.

use super::new_form::NewForm;
use crate::{
    base::ids::OptionId,
    web::{form::options::typed_options, links},
};
use std::collections::HashMap;

/// A visit has no more services.
pub const MOST: usize = 5;
/// So many come with whoever books.
pub const COMPANIONS: i16 = 3;
/// What the button says that asks for one more.
pub const MORE: &str = "more";
/// How the button begins that takes one away; its place follows.
const WITHOUT: &str = "without-";
/// How the boxes of what can be had besides the first service begin.
const PICK: &str = "pick-";

/// A further service of a visit, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Further {
    /// Whose, counted from 0: who books is the first.
    pub guest: String,
    /// What.
    pub service: String,
    /// With whom; empty is anybody.
    pub staff: String,
    /// `yes` when that person was asked for.
    pub nominated: String,
    /// What besides.
    pub options: Vec<OptionId>,
}

/// The name of a question about the service at a place, counted from 1.
pub fn named(question: &str, place: usize) -> String {
    format!("{question}-{place}")
}

/// The name of a box of what can be had besides the service at a place.
pub fn boxed(name: &str, place: usize) -> String {
    format!("{place}-{name}")
}

/// What follows the first service, in its order.
pub fn further(form: &NewForm) -> Vec<Further> {
    let one = |place: usize| {
        let typed = |question: &str| form.picks.get(&named(question, place)).cloned();
        let service = typed("service")?;
        let own = |(name, value): (&String, &String)| {
            let name = name.strip_prefix(&format!("{place}-"))?;
            Some((name.to_owned(), value.clone()))
        };
        let picks: HashMap<String, String> = form.picks.iter().filter_map(own).collect();
        let listed = typed("options").unwrap_or_default();
        Some(Further {
            guest: typed("guest").unwrap_or_default(),
            staff: typed("staff").unwrap_or_default(),
            nominated: typed("nominated").unwrap_or_default(),
            options: typed_options(&listed, &picks),
            service,
        })
    };
    (2..=MOST).filter_map(one).collect()
}

/// What the form sends of it.
pub fn pairs(further: &[Further]) -> Vec<(String, String)> {
    let one = |(place, one): (usize, &Further)| {
        let place = place + 2;
        [
            ("service", one.service.clone()),
            ("guest", one.guest.clone()),
            ("staff", one.staff.clone()),
            ("nominated", one.nominated.clone()),
            ("options", links::listed(&one.options)),
        ]
        .map(|(question, value)| (named(question, place), value))
    };
    further.iter().enumerate().flat_map(one).collect()
}

/// The form with one service more, or with one less, where that was pressed.
pub fn pressed(form: NewForm) -> NewForm {
    let mut all = further(&form);
    if form.act == MORE {
        if all.len() + 1 < MOST {
            all.push(Further {
                guest: all.last().map(|one| one.guest.clone()).unwrap_or_default(),
                ..Further::default()
            });
        }
        return with(form, &all);
    }
    let place = form.act.strip_prefix(WITHOUT);
    match place.and_then(|place| place.parse::<usize>().ok()) {
        Some(1) if !all.is_empty() => {
            let next = all.remove(0);
            let form = with(form, &all);
            first(form, next)
        }
        Some(place) if (2..all.len() + 2).contains(&place) => {
            all.remove(place - 2);
            with(form, &all)
        }
        _ => form,
    }
}

/// Whether a button only draws the form anew with more or fewer services.
pub fn is_one(act: &str) -> bool {
    act == MORE || act.starts_with(WITHOUT)
}

/// What the button says that takes a service away.
pub fn without(place: usize) -> String {
    format!("{WITHOUT}{place}")
}

fn with(mut form: NewForm, further: &[Further]) -> NewForm {
    form.picks.retain(|name, _| name.starts_with(PICK));
    form.picks.extend(pairs(further));
    form
}

/// The form with another service as its first, which is that of whoever books.
fn first(mut form: NewForm, next: Further) -> NewForm {
    form.picks.retain(|name, _| !name.starts_with(PICK));
    NewForm {
        service: next.service,
        staff: next.staff,
        nominated: next.nominated,
        options: links::listed(&next.options),
        ..form
    }
}
