//! The night shift: the letters it writes, and how it works through the queue.

mod classes;
mod leases;
mod letters;
mod material;
mod reminders;
mod request_letters;
mod salon;
mod send_notice;
mod shift;
mod sweep;
mod visit_letters;
mod wishes;
