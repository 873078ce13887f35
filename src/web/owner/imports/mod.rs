//! Future bookings from another system, brought along in five steps: the file, what its columns mean, which of their names are
//! which of ours, what would come of it, and the writing.

pub mod check;
pub mod columns;
pub mod made;
pub mod names;
pub mod new;
mod parts;
mod report;
pub mod routes;
pub mod sample;
pub mod undo;
pub mod write;
