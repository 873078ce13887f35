//! Why it was whose turn: the rule by which whoever has a booking was chosen, said with its figures.

use super::{booking::Whole, clock::WallClock};
use crate::{
    domain::scheduling::{availability::Chosen, resource::Resource, turns::Turn},
    web::{page::PageCtx, ui::summary_list::SummaryRow},
};
use chrono::{DateTime, Utc};

/// How those who serve were chosen, or else the table or the room; nothing where nobody chose.
pub(super) fn row(ctx: &PageCtx, clock: &WallClock, whole: &Whole) -> Option<SummaryRow> {
    let t = ctx.t;
    let all: Vec<(&Resource, Chosen)> = whole
        .turns
        .iter()
        .filter_map(|one| known(whole, one))
        .collect();
    let people: Vec<&(&Resource, Chosen)> =
        all.iter().filter(|one| one.0.kind.is_person()).collect();
    let (question, said) = match people.is_empty() {
        true => (t.desk_turn_place(), all.iter().collect()),
        false => (t.desk_turn_person(), people),
    };
    let (first, others) = said.split_first()?;
    let words = |one: &(&Resource, Chosen)| match others.is_empty() {
        true => words(ctx, clock, one.1),
        false => t.desk_turn_of(one.0.name.text(ctx.lang), words(ctx, clock, one.1)),
    };
    let each = std::iter::once(first).chain(others).map(|one| words(one));
    let each: Vec<String> = each.collect();
    Some(SummaryRow {
        question,
        answer: each.join(t.desk_turn_between().as_str()),
        ..SummaryRow::default()
    })
}

/// The names of tables that are put together for a booking; nothing where it has one alone.
pub(super) fn joined(ctx: &PageCtx, whole: &Whole) -> Option<String> {
    let own = whole.turns.iter();
    let own = own.filter_map(|turn| whole.resources.iter().find(|one| one.id == turn.resource));
    let own: Vec<&Resource> = own.collect();
    if own.iter().any(|one| one.kind.is_person()) {
        return None;
    }
    let kind = own.iter().find(|one| one.kind.is_joinable())?.kind;
    let names = own.iter().filter(|one| one.kind == kind);
    let names: Vec<&str> = names.map(|one| one.name.text(ctx.lang)).collect();
    (names.len() > 1).then(|| names.join(ctx.t.catalog_between().as_str()))
}

fn known<'w>(whole: &'w Whole, turn: &Turn) -> Option<(&'w Resource, Chosen)> {
    let resource = whole.resources.iter().find(|one| one.id == turn.resource);
    Some((resource?, turn.chosen?))
}

fn words(ctx: &PageCtx, clock: &WallClock, chosen: Chosen) -> String {
    let t = ctx.t;
    let since = |at: Option<DateTime<Utc>>| match at {
        Some(at) => t.desk_turn_since(clock.moment(at)),
        None => t.desk_turn_never(),
    };
    match chosen {
        Chosen::Named => t.desk_turn_named(),
        Chosen::Kept => t.desk_turn_kept(),
        Chosen::InHand => t.desk_turn_in_hand(),
        Chosen::Only => t.desk_turn_only(),
        Chosen::FewestTables { own, next } => t.desk_turn_fewest_tables(next, own),
        Chosen::Smallest { own, next } => t.desk_turn_smallest(next, own),
        Chosen::OwnersOrder => t.desk_turn_owners_order(),
        Chosen::LeastBooked { own, next } => t.desk_turn_least_booked(next, own),
        Chosen::LongestIdle { own, next } => t.desk_turn_longest_idle(since(next), since(own)),
        Chosen::Seniority => t.desk_turn_seniority(),
        Chosen::Equal => t.desk_turn_equal(),
    }
}
