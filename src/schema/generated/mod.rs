//! Written by `diesel print-schema`, one file per PostgreSQL schema; a test compares them with the database.

pub mod accounts;
pub mod analytics;
pub mod audit;
pub mod bookings;
pub mod businesses;
pub mod catalog;
pub mod customers;
pub mod integrations;
pub mod notifications;
pub mod payments;
pub mod platform;
pub mod queue;
pub mod reviews;
pub mod scheduling;
