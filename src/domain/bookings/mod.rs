//! Bookings: promises of time to a customer. The commands stand one in a file, named by their verb; what may follow
//! what stands in `status`.

pub mod answers;
pub mod booking;
pub mod calendar;
pub mod cancel;
pub mod card;
pub mod cards;
pub mod check_in;
pub mod clash;
pub mod create;
pub mod day_mark;
pub mod day_sheet;
pub mod details;
pub mod erase;
pub mod export;
pub mod find;
pub mod first_steps;
pub mod history;
pub mod last_time;
pub mod late;
pub mod link;
pub mod merge;
pub mod mine;
pub mod month_sheet;
pub mod note;
pub mod number;
pub mod outside;
pub mod progress;
pub mod quote;
pub mod reschedule;
pub mod resource_removal;
mod retake;
pub mod rules;
pub mod status;
pub mod take;
pub mod take_back;
