//! The night shift: the letters it writes, and how it works through the queue.

mod bounces;
mod classes;
mod figures;
mod leases;
mod letters;
pub mod material;
mod own_words;
mod placeholders;
mod reminder_ways;
mod reminders;
mod request_letters;
mod retention;
pub mod salon;
mod send_notice;
mod shift;
mod sweep;
mod tones;
mod visit_letters;
mod wishes;
