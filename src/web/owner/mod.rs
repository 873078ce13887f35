//! The back office: what whoever runs a business sees to now and then. The day itself is seen to at the counter (`staff`).

pub mod catalogue;
pub mod customers;
mod effect;
pub mod home;
pub mod hours;
mod preview;
pub mod routes;
pub mod shifts;
