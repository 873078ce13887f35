//! What is offered: the menu, its prices, and what cancelling costs. `service` and `policy` are what is booked; the cards
//! are the same as their owner writes them.

pub mod approval;
pub mod category;
pub mod copy;
pub mod coupon;
pub mod coupon_card;
pub mod move_rules;
pub mod option;
pub mod option_card;
pub mod planned;
pub mod policy;
pub mod policy_card;
pub mod policy_plan;
pub mod price;
pub mod price_rules;
pub mod processing;
pub mod question;
pub mod question_card;
pub mod rules;
pub mod service;
pub mod service_card;
pub mod service_photo;
pub mod town;
