//! The services of a visit in words, for its guest and for the counter: when, what, whose, with whom, and whether it is off.

use super::{page::PageCtx, ui::buttons::LinkButton};
use crate::domain::bookings::lines_told::ToldLine;

/// One service.
pub struct PartLine {
    /// From when until when.
    pub time: String,
    /// What.
    pub name: String,
    /// Given where that is in the other language.
    pub name_lang: Option<&'static str>,
    /// Whose, and with whom.
    pub notes: String,
    /// The word that it is off, with what that costs.
    pub off: Option<String>,
    /// What it costs, where that is said beside it.
    pub price: Option<String>,
    /// What can be done with it alone.
    pub acts: Vec<LinkButton>,
}

impl PartLine {
    /// For its guest: only who was asked for is named.
    pub fn of_guest(ctx: &PageCtx, all: &[&ToldLine], line: &ToldLine, time: String) -> Self {
        let with = line.shown_with().map(|name| name.text(ctx.lang));
        let with = with.map(|name| ctx.t.parts_named(name));
        Self::of(ctx, line, (time, [whose(ctx, all, line), with]))
    }

    /// With such notes.
    pub fn of(
        ctx: &PageCtx,
        line: &ToldLine,
        (time, notes): (String, [Option<String>; 2]),
    ) -> Self {
        let name = line.name.written(ctx.lang);
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        Self {
            time,
            name: name.text,
            name_lang: name.other_lang,
            notes: notes.join(&ctx.t.businesses_list_comma()),
            off: off(ctx, line),
            price: None,
            acts: Vec::new(),
        }
    }
}

/// Whose it is, where that is not whoever booked; counted where several come with them.
pub fn whose(ctx: &PageCtx, all: &[&ToldLine], line: &ToldLine) -> Option<String> {
    let several = all.iter().any(|one| one.guest > 1);
    match (line.guest, several) {
        (0, _) => None,
        (_, false) => Some(ctx.t.parts_companion()),
        (place, true) => Some(ctx.t.parts_companion_of(i64::from(place))),
    }
}

fn off(ctx: &PageCtx, line: &ToldLine) -> Option<String> {
    let word = match line.fee {
        0 => ctx.t.parts_off(),
        fee => ctx.t.parts_off_fee(ctx.t.yen(fee)),
    };
    (!line.stands()).then_some(word)
}
