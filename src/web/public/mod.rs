//! Anyone, at one business: what is offered, when, and the way to a booking and back out of it. No cookie, no account,
//! no script is needed for any of it.

pub mod accessibility;
pub mod bookings;
pub mod business;
pub mod checkout;
pub mod choices;
pub mod class;
mod extras;
pub mod for_shops;
pub mod frame;
pub mod grid;
pub mod home;
pub mod house;
pub mod legal;
pub mod letters;
pub mod moves;
mod offer;
mod others;
pub mod poll;
pub mod poll_new;
pub mod routes;
pub mod times;
pub mod town;
pub mod town_form;
pub mod visit;
pub mod waitlist;
pub mod why;
pub mod wish;
pub mod words;
