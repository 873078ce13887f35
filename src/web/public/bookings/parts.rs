//! The services of a visit on its page, each with its own time; and the way to call off one of them.

use super::show::Shown;
use crate::web::{
    links,
    page::PageCtx,
    parts::PartLine,
    ui::buttons::{LinkButton, Voice},
};

/// Each service; none where there is one. Whoever may call the booking off may call off one of several.
pub fn parts(ctx: &PageCtx, shown: &Shown) -> Vec<PartLine> {
    let (t, moments) = (ctx.t, shown.moments(ctx));
    let all: Vec<_> = shown.lines.iter().collect();
    let standing = all.iter().filter(|line| line.stands()).count();
    let may = shown.rights().cancel_until.is_some() && standing > 1;
    let drawn = all.iter().map(|line| {
        let time = t.format_time_range(moments.clock(line.start), moments.clock(line.end));
        let mut part = PartLine::of_guest(ctx, &all, line, time);
        if may && line.stands() {
            part.acts.push(LinkButton {
                label: t.parts_cancel(),
                url: links::booking_part_cancel(ctx.lang, &shown.token, line.part),
                voice: Voice::DangerQuiet,
                small: true,
                about: Some(part.name.clone()),
                ..LinkButton::default()
            });
        }
        part
    });
    drawn.collect()
}
