//! The guest's way, driven as a guest would and attacked as nobody should: over HTTP, against the real site, with no
//! script.

mod again;
mod arrow;
mod bad_input;
mod bad_names;
mod bad_request;
mod busy;
mod cancelling;
mod caps;
mod change;
mod classes;
mod facts;
mod flow;
mod for_shops;
mod hold;
mod house;
mod keyboard;
mod languages;
mod lapse;
mod limits;
mod listed_is_bookable;
mod locks;
pub mod looking;
mod looks;
mod meanwhile;
mod moving;
mod polls;
pub mod race;
pub mod requests;
mod statements;
pub mod strict;
mod visits;
mod waiting;
pub mod walk;
mod ways_on;
mod why;
