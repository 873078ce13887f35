//! Whose time it is: people, rooms and tables, when they work, what they are taken for. Everything that takes time is
//! a row of `allocations` under one exclusion constraint.

pub mod allocation;
pub mod availability;
pub mod block;
pub mod board;
pub mod calendar;
mod client_limit;
pub mod day_plan;
pub mod expiry;
pub mod export;
pub mod forecast;
pub mod hold;
pub mod jobs;
pub mod load;
pub mod occupancy;
pub mod overbook;
pub mod proposal;
mod reach;
pub mod resource;
pub mod resource_card;
pub mod resource_photo;
mod rule_rows;
pub mod seek;
pub mod setup;
pub mod setup_plan;
pub mod shift;
pub mod spread;
pub mod stock;
mod taken;
pub mod ties;
pub mod time_off;
pub mod time_off_decision;
pub mod time_off_told;
pub mod timetable;
pub mod week_plan;
