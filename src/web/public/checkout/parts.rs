//! The services of a visit as the pages before the booking say them.

use super::read::Checkout;
use crate::web::{
    page::PageCtx,
    ui::summary_list::{Change, SummaryRow},
};

/// A row for each service, with its time and, where several guests come, whose it is.
pub(super) fn rows(ctx: &PageCtx, checkout: &Checkout, menu: &str) -> Vec<SummaryRow> {
    let (t, moments) = (ctx.t, checkout.moments(ctx));
    let menu_word = t.businesses_menu(checkout.profile.vertical.slug());
    let is_group = checkout.parts.iter().any(|part| part.line.guest > 0);
    let row = |part: &crate::domain::bookings::promised::Part| {
        let extras = part.service.extras.iter().map(|extra| &extra.name);
        let names = std::iter::once(&part.service.name).chain(extras);
        let names: Vec<&str> = names.map(|name| name.text(ctx.lang)).collect();
        let [start, end] = [part.line.start, part.line.end].map(|at| moments.clock(at));
        SummaryRow {
            question: match is_group {
                true => t.booking_visit_guest(part.line.guest + 1),
                false => menu_word.clone(),
            },
            answer: names.join(" + "),
            note: Some(t.booking_visit_time(end, start)),
            change: Some(Change {
                label: t.ui_change(),
                about: menu_word.clone(),
                url: menu.to_owned(),
            }),
        }
    };
    checkout.parts.iter().map(row).collect()
}

/// Who was asked for, each once; nothing where it is whoever is free.
pub(super) fn people(ctx: &PageCtx, checkout: &Checkout) -> Option<String> {
    let people = checkout
        .parts
        .iter()
        .filter_map(|part| part.person.as_ref());
    let mut names: Vec<&str> = people.map(|one| one.name.text(ctx.lang)).collect();
    names.dedup();
    (!names.is_empty()).then(|| names.join(" · "))
}
