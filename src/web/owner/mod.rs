//! The back office: what whoever runs a business sees to now and then. The day itself is seen to at the counter (`staff`).

pub mod customers;
pub mod home;
pub mod routes;
