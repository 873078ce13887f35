//! Other programs of a business: who is told what happened to its bookings, and what became of that. What is told is written by
//! the database itself with each line of a booking's story (`integrations.tell`), so no command knows of this room.

pub mod delivery;
pub mod event;
pub mod jobs;
pub mod log;
pub mod signature;
pub mod stopped;
pub mod webhook;
