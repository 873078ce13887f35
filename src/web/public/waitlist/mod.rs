//! The waiting list, for guests: putting oneself on it, and the place one then has. As with a booking, nobody needs an account;
//! what can be done stands behind the link of a letter, and opening it does nothing.

pub mod boxes;
pub mod earlier;
pub mod join;
pub mod place;
mod sought;
pub mod standing;
