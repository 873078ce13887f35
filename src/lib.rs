//! Omotenashi Connect.

pub mod base;
