//! くり返し予約 behind the counter: a booking is repeated by a rule, with what does not go shown before it is booked; and several of
//! a series are moved or called off at once.

pub mod cancellation;
pub mod days;
pub mod part;
pub mod relocation;
pub mod relocation_page;
pub mod repetition;
pub mod repetition_form;
pub mod repetition_page;

use crate::{
    domain::bookings::series::read::{Reach, Series},
    web::{
        page::PageCtx,
        staff::booking::Whole,
        ui::{
            buttons::{Submit, Voice},
            choice_field::{Choice, ChoiceField},
        },
    },
};

/// How far something reaches, as a form says it.
pub fn reach(typed: &str) -> Reach {
    match typed {
        "all" => Reach::All,
        _ => Reach::Following,
    }
}

/// The word of a form for it.
pub fn reach_word(reach: Reach) -> &'static str {
    match reach {
        Reach::Following => "following",
        Reach::All => "all",
    }
}

/// How far something reaches, said with how many bookings that are.
pub fn reach_label(ctx: &PageCtx, (whole, series): (&Whole, &Series), reach: Reach) -> String {
    let count = series.ahead(whole.booking.row.id, reach, whole.now).len();
    match reach {
        Reach::Following => ctx.t.series_reach_following(count),
        Reach::All => ctx.t.series_reach_all(count),
    }
}

/// The question how far something reaches.
pub fn reach_field(
    ctx: &PageCtx,
    (whole, series): (&Whole, &Series),
    chosen: Reach,
) -> ChoiceField {
    let choice = |reach: Reach| Choice {
        value: reach_word(reach).to_owned(),
        label: reach_label(ctx, (whole, series), reach),
        chosen: reach == chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: "reach".to_owned(),
        legend: ctx.t.series_reach(),
        options: vec![choice(Reach::Following), choice(Reach::All)],
        ..ChoiceField::default()
    }
}

/// The series of a booking, where several of it can still be moved and called off together.
pub fn several(whole: &Whole) -> Option<&Series> {
    let series = whole.series.as_ref()?;
    let ahead = series.ahead(whole.booking.row.id, Reach::All, whole.now);
    (ahead.len() > 1 && whole.booking.row.status.is_ahead()).then_some(series)
}

/// The button that shows what would come of it, by another word once that stands below.
pub fn look(ctx: &PageCtx, first: String, is_again: bool) -> Submit {
    Submit {
        label: match is_again {
            true => ctx.t.series_look_again(),
            false => first,
        },
        voice: match is_again {
            true => Voice::Quiet,
            false => Voice::Main,
        },
        answer: Some(("act".to_owned(), "look".to_owned())),
        ..Submit::default()
    }
}

/// The button that does what stands above it.
pub fn press(label: String) -> Submit {
    Submit {
        label,
        answer: Some(("act".to_owned(), "book".to_owned())),
        ..Submit::default()
    }
}
