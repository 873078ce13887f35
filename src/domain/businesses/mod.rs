//! The tenant: a shop, what is said about it, when it is open, and who belongs to it.

pub mod accepting;
pub mod closing;
pub mod device;
pub mod directory;
pub mod document;
pub mod example;
pub mod hours;
pub mod invitation;
pub mod legal_card;
pub mod member;
pub mod open;
pub mod opening;
pub mod photo;
pub mod picture;
pub mod pin;
pub mod profile;
pub mod profile_card;
pub mod review;
pub mod review_list;
pub mod role;
pub mod rules_card;
pub mod seats;
pub mod second_factor;
pub mod team;
pub mod vertical;
