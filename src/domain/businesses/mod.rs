//! The tenant: a shop, what is said about it, when it is open, and who belongs to it.

pub mod closing;
pub mod device;
pub mod directory;
pub mod hours;
pub mod invitation;
pub mod member;
pub mod pin;
pub mod profile;
pub mod role;
pub mod seats;
pub mod second_factor;
pub mod team;
pub mod vertical;
