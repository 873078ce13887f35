//! The waiting list, for the shop: whether there is one, who waits and whose turn it is, and a time offered by hand.

pub mod acts;
pub mod list;
pub mod one;
pub mod rules;

use crate::{
    domain::businesses::role::Right,
    web::{links, page::PageCtx},
};

/// Whoever may give a booking another time may offer one.
pub const RIGHT: Right = Right::MoveBookings;

/// An address below the list.
fn below(ctx: &PageCtx, slug: &str, path: &str) -> String {
    links::owner(ctx.lang, slug, &format!("waitlist{path}"))
}
