//! The way from a chosen time to a booking: hold, details, final check. State lives in the address and on the server,
//! so Back, reload, another tab and another language all work.

mod boxes;
pub mod confirm;
pub mod coupon;
pub mod details;
pub mod files;
pub mod hold;
mod parts;
pub mod read;
pub mod told;
pub mod typed;

use crate::{
    domain::businesses::vertical::Vertical,
    web::{
        links,
        page::PageCtx,
        ui::steps::{Step, Steps},
    },
};

/// The menu, for whoever holds something already or does not.
pub fn menu_url(ctx: &PageCtx, slug: &str, hold: Option<&str>) -> String {
    match hold {
        Some(hold) => links::menu_for(ctx.lang, slug, hold),
        None => links::menu(ctx.lang, slug),
    }
}

/// Where we are: `current` from 0, and the ways back to the first three steps.
pub fn steps(
    ctx: &PageCtx,
    vertical: Vertical,
    current: usize,
    ways: [Option<String>; 3],
) -> Steps {
    let (t, vertical) = (ctx.t, vertical.slug());
    let [menu, time, details] = ways;
    let step = |name: String, url: Option<String>| Step { name, url };
    Steps {
        words: t.ui_step(current + 1, 4),
        names: vec![
            step(t.businesses_menu_title(vertical), menu),
            step(t.ui_step_time(), time),
            step(t.booking_details_title(vertical), details),
            step(t.ui_step_confirm(), None),
        ],
        current,
    }
}
