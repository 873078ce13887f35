//! A person's own pages: coming in, going out, where they work.

pub mod home;
pub mod routes;
pub mod sign_in;
