//! Omotenashi Connect.

pub mod base;
pub mod db;
pub mod schema;
