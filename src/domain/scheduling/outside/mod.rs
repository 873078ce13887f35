//! Calendars that people keep elsewhere (SY3, SY5): read, they take time here like everything else. Nothing is kept of what is in
//! them but when somebody is busy.

pub mod calendar;
pub mod found;
mod moments;
pub mod occupy;
mod repeated;
mod zones;
