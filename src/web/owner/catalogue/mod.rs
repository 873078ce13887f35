//! What is offered, as whoever runs a business sees to it: the menu under its headings, who and what it takes, and what
//! cancelling costs.

pub mod approvals;
pub mod caps;
pub mod category;
pub mod class;
pub mod coupon;
pub mod coupons;
pub mod menu;
mod menu_lines;
pub mod option;
pub mod option_group;
pub mod options;
pub mod order;
pub mod policies;
pub mod policy;
pub(in crate::web::owner) mod policy_form;
mod policy_moves;
mod policy_steps;
pub(in crate::web::owner) mod portrait;
mod price_form;
mod price_room;
pub mod price_rule;
pub mod price_rules;
mod price_trial;
mod processing;
pub mod question;
mod question_form;
pub mod questions;
pub mod resource;
mod resource_form;
pub mod resources;
pub mod routes;
pub mod service;
mod service_form;
mod service_parse;
mod service_terms;
mod service_text;
pub mod table_group;
pub mod table_groups;
mod words;

use super::{
    answers, ask, effective, figures, files, lengths, look, parting, photos, sheet, subject,
};
use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageCatalog;
