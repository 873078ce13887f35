//! Asking servers of other people, whose addresses somebody has typed: never one inside our own network, never on to where
//! it sends, in bounded time and for an answer of bounded size. What is judged is what is connected to: a name is looked up
//! once, and whoever it leads to is judged before anybody knocks there.

mod address;
mod asker;
pub mod calendars;
pub mod sealed;

pub use address::{Address, Lookup, Reach, is_public};
pub use asker::{Answer, Bounds, Outside, OutsideError, Question};
