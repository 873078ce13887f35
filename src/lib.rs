//! Omotenashi Connect.

pub mod base;
pub mod i18n;
