//! The counter, as those who stand there use it.

mod acts;
mod block;
mod booking;
mod changing;
mod contacts;
mod day;
mod languages;
mod looks;
mod moving;
mod paper;
mod recall;
mod rights;
pub mod scene;
mod strangers;
mod taking;
mod today;
