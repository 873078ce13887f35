//! What tests stand on: databases of their own, and whatever else more than one of them needs.

pub mod database;
