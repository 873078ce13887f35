//! The counter, as those who stand there use it.

mod acts;
mod block;
mod booking;
mod changing;
mod check_in;
mod contacts;
mod day;
mod delay;
mod dragging;
mod figures;
mod installing;
mod languages;
mod late;
mod live;
mod looks;
mod moving;
mod offline;
mod paper;
mod phone;
mod recall;
mod rights;
pub mod scene;
mod strangers;
mod taking;
mod today;
pub mod undo;
mod weeks;
