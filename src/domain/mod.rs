//! The rooms, in this order; each may use those before it: platform, audit, accounts, businesses, customers, catalog,
//! scheduling, payments, notifications, bookings, visits, stays, shop, reviews, integrations, analytics.

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
pub mod reviews;
pub mod scheduling;
