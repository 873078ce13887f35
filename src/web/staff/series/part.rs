//! The series of a booking on its page: all that belong to it, and what can be done to several at once.

use super::{repetition, several};
use crate::{
    domain::{
        bookings::series::read::{Member, Series},
        businesses::role::Right,
    },
    web::{
        links,
        page::PageCtx,
        staff::booking::Whole,
        statuses,
        ui::buttons::{LinkButton, Voice},
    },
};

/// The part of the page.
pub struct Part {
    /// By which rule it was made.
    pub rule: String,
    /// What belongs to it.
    pub lines: Vec<Line>,
    /// What can be done to several at once.
    pub ways: Vec<LinkButton>,
}

/// One booking of it.
pub struct Line {
    /// Which it is.
    pub place: String,
    /// When.
    pub when: String,
    /// Its page; none for the one that is looked at.
    pub url: Option<String>,
    /// Where it stands.
    pub state: String,
}

/// The series, where a booking belongs to one.
pub fn part(ctx: &PageCtx, whole: &Whole) -> Option<Part> {
    let series = whole.series.as_ref()?;
    Some(Part {
        rule: rule(ctx, series),
        lines: series
            .members
            .iter()
            .map(|one| line(ctx, whole, one))
            .collect(),
        ways: ways(ctx, whole),
    })
}

/// The way to repeat a booking that belongs to none.
pub fn way(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let may = repetition::can_be(whole) && whole.may(Right::CreateBookings);
    may.then(|| to(ctx, whole, "series", ctx.t.series_way()))
}

fn ways(ctx: &PageCtx, whole: &Whole) -> Vec<LinkButton> {
    let mut ways = Vec::new();
    if several(whole).is_none() {
        return ways;
    }
    if whole.may(Right::MoveBookings) {
        ways.push(to(ctx, whole, "series/move", ctx.t.series_move()));
    }
    if whole.may(Right::CancelBookings) {
        ways.push(LinkButton {
            voice: Voice::DangerQuiet,
            ..to(ctx, whole, "series/cancel", ctx.t.series_cancel())
        });
    }
    ways
}

fn to(ctx: &PageCtx, whole: &Whole, act: &str, label: String) -> LinkButton {
    LinkButton {
        label,
        url: links::desk_act(ctx.lang, &whole.at.profile.slug, whole.booking.row.id, act),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    }
}

fn rule(ctx: &PageCtx, series: &Series) -> String {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let week = [Sun, Mon, Tue, Wed, Thu, Fri, Sat];
    let named = series.weekdays.iter().filter_map(|day| {
        let place = usize::try_from(day.number()).ok()?;
        week.get(place).map(|day| ctx.t.weekday(*day))
    });
    let days: Vec<String> = named.collect();
    let days = days.join(&ctx.t.businesses_list_comma());
    ctx.t.series_rule(days, series.every)
}

fn line(ctx: &PageCtx, whole: &Whole, one: &Member) -> Line {
    let profile = &whole.at.profile;
    let is_this = one.id == whole.booking.row.id;
    Line {
        place: ctx.t.series_place(one.place),
        when: whole.clock(ctx).when(one.date, one.start, one.end),
        url: (!is_this).then(|| links::desk_booking(ctx.lang, &profile.slug, one.id)),
        state: match is_this {
            true => ctx.t.series_this(),
            false => statuses::staff_word(ctx.t, profile.vertical, one.status),
        },
    }
}
