//! Why a time cannot be booked, in words.

use super::clock::WallClock;
use crate::{
    base::time::local,
    domain::{
        bookings::{
            clash::InTheWay,
            why::{Halt, One},
        },
        scheduling::availability::Refusal,
    },
    web::{links, page::PageCtx, ui::frame::FrameLink},
};

/// Somebody or something that would do.
pub struct Line {
    pub name: String,
    pub lines: Vec<String>,
    pub ways: Vec<FrameLink>,
}

/// Reasons, as staff are told them.
pub fn said(ctx: &PageCtx, reasons: &[Refusal]) -> Vec<String> {
    let words = reasons
        .iter()
        .map(|refusal| ctx.t.of_family("desk-refusal", refusal.id()));
    words.collect()
}

/// The same of one person, table or room: that nobody can would be said of all.
fn of_one(ctx: &PageCtx, refusal: Refusal) -> String {
    match refusal {
        Refusal::NobodyWorking => ctx.t.why_one_off(),
        Refusal::Taken => ctx.t.why_one_taken(),
        other => ctx.t.of_family("desk-refusal", other.id()),
    }
}

/// What keeps guests from it at any time.
pub fn halted(ctx: &PageCtx, halt: Halt) -> String {
    let t = ctx.t;
    match halt {
        Halt::Stopped => t.why_halt_stopped(),
        Halt::NotAccepting => t.why_halt_not_accepting(),
        Halt::ByHand => t.why_halt_by_hand(),
        Halt::NotOnline => t.why_halt_not_online(),
        Halt::Party(least, most) => t.why_halt_party(i64::from(least), i64::from(most)),
    }
}

/// Somebody or something that would do, with what they have then.
pub fn line(ctx: &PageCtx, (slug, clock): (&str, &WallClock), one: &One) -> Line {
    let mut lines: Vec<String> = one.reasons.iter().map(|why| of_one(ctx, *why)).collect();
    if lines.is_empty() {
        lines.push(ctx.t.why_one_yes());
    }
    let way = |booked: &InTheWay| {
        let date = local(clock.zone, booked.start).date();
        FrameLink {
            label: ctx.t.desk_in_the_way(
                ctx.t.desk_guest(&booked.customer),
                booked.name.text(ctx.lang),
                clock.range(date, booked.start, booked.end),
            ),
            url: links::desk_booking(ctx.lang, slug, booked.booking),
        }
    };
    Line {
        name: one.resource.name.text(ctx.lang).to_owned(),
        lines,
        ways: one.in_the_way.iter().map(way).collect(),
    }
}
