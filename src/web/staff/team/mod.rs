//! Who works here: the list, one of them, inviting, leaving. For those who decide about others, and never on anybody above
//! them.

pub mod devices;
pub mod invite;
pub mod leave;
pub mod list;
pub mod member;
pub mod pending;
pub mod rights;
pub mod second_factor;
mod words;
