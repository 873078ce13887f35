//! The services of a visit on the page of its booking: whose, in whose hands, when; and what can be done with one of them.

use super::booking::Whole;
use crate::{
    domain::{
        bookings::{lines_told::ToldLine, status::Status},
        businesses::role::Right,
    },
    web::{
        error::Result,
        flash::{self, Said},
        links,
        page::PageCtx,
        parts::{PartLine, whose},
        ui::buttons::{LinkButton, Voice},
    },
};

/// Each service, called-off ones too; none where there is one.
pub fn parts(ctx: &PageCtx, whole: &Whole) -> Vec<PartLine> {
    let all: Vec<&ToldLine> = whole.lines.iter().collect();
    let is_one_of_several = all.iter().filter(|line| line.stands()).count() > 1;
    let drawn = all.iter().map(|line| {
        let mut part = drawn(ctx, whole, line);
        if line.stands() && is_one_of_several {
            part.acts = acts(ctx, whole, line, &part.name);
        }
        part
    });
    drawn.collect()
}

/// One of them.
pub fn drawn(ctx: &PageCtx, whole: &Whole, line: &ToldLine) -> PartLine {
    let all: Vec<&ToldLine> = whole.lines.iter().collect();
    let row = &whole.booking.row;
    let time = whole
        .clock(ctx)
        .range(row.business_date, line.start, line.end);
    let name = line.with.as_ref().map(|name| name.text(ctx.lang));
    let with = match (name, line.is_nominated) {
        (Some(name), true) => ctx.t.parts_named(name),
        (Some(name), false) => name.to_owned(),
        (None, _) => ctx.t.desk_unassigned(),
    };
    PartLine::of(ctx, line, (time, [whose(ctx, &all, line), Some(with)]))
}

/// Whether something can still be done with one service: the guest is expected, or there and not done.
fn is_open(whole: &Whole) -> bool {
    let status = whole.booking.row.status;
    status.is_ahead() || matches!(status, Status::Arrived | Status::InService)
}

/// A service by its number, as long as something can still be done with it.
pub fn open_line(whole: &Whole, part: i16) -> Option<ToldLine> {
    let mut lines = whole.lines.iter();
    let line = lines.find(|line| line.part == part && line.stands());
    line.filter(|_| is_open(whole)).cloned()
}

/// Back to the booking, where nothing can be done with a service any more, or there is none of that number.
pub fn overtaken(ctx: &PageCtx, whole: &Whole) -> Result {
    let (slug, booking) = (&whole.at.profile.slug, whole.booking.row.id);
    let back = links::desk_booking(ctx.lang, slug, booking);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

/// What is done to one service of a booking: `cancel`, `move`.
pub fn act(ctx: &PageCtx, whole: &Whole, (part, act): (i16, &str)) -> String {
    let act = format!("parts/{part}/{act}");
    links::desk_act(ctx.lang, &whole.at.profile.slug, whole.booking.row.id, &act)
}

fn acts(ctx: &PageCtx, whole: &Whole, line: &ToldLine, about: &str) -> Vec<LinkButton> {
    let way = |word: &str, label: String, voice: Voice| LinkButton {
        label,
        url: act(ctx, whole, (line.part, word)),
        voice,
        small: true,
        about: Some(about.to_owned()),
        ..LinkButton::default()
    };
    let moves = line.service.is_some() && whole.may(Right::MoveBookings);
    let mut acts = Vec::new();
    if is_open(whole) && moves {
        acts.push(way("move", ctx.t.parts_desk_move(), Voice::Quiet));
    }
    if is_open(whole) && whole.may(Right::CancelBookings) {
        acts.push(way("cancel", ctx.t.parts_desk_off(), Voice::DangerQuiet));
    }
    acts
}
