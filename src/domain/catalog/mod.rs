//! What is offered: the menu, its prices, and what cancelling costs.

pub mod policy;
pub mod price;
pub mod service;
