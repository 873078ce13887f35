//! The back office: what whoever runs a business sees to now and then. The day itself is seen to at the counter (`staff`).

mod answers;
mod ask;
pub mod branches;
pub mod business;
pub mod catalogue;
mod changes;
pub mod customers;
mod effect;
mod effective;
mod figures;
pub mod files;
pub mod first_steps;
pub mod home;
pub mod hours;
pub mod imports;
mod lengths;
mod look;
pub mod opening;
mod parting;
pub mod photos;
mod preview;
pub mod routes;
pub mod search;
pub mod share;
mod sheet;
pub mod shifts;
mod subject;
