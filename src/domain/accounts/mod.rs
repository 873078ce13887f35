//! People and how they come in. Global: a person is not of one business.

pub mod password;
pub mod session;
pub mod sign_in;
