//! Who may come in.

pub mod business;
pub mod guest;
pub mod member;
pub mod operator;
