//! Omotenashi Connect.

pub mod base;
pub mod db;
pub mod i18n;
pub mod schema;
