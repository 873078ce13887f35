//! Those who run the platform: who may open a shop, whether guests can book at all, which features are on.

pub mod act;
pub mod audit;
pub mod bin;
pub mod bin_restore;
pub mod bookings;
pub mod business;
pub mod businesses;
pub mod flag;
mod flag_lists;
pub mod flags;
pub mod job;
pub mod job_kind;
pub mod jobs;
pub mod mail;
pub mod office;
pub mod paper;
pub mod people;
pub mod person;
pub mod person_act;
mod readiness;
pub mod routes;
pub mod sheet;
pub mod trail;
