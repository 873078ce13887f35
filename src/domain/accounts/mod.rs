//! People and how they come in. Global: a person is not of one business.

mod asking;
pub mod change_password;
pub mod closure;
pub mod email_change;
pub mod impersonation;
pub mod jobs;
pub mod known_device;
pub mod operator;
pub mod password;
pub mod people;
pub mod person;
pub mod reset;
pub mod role;
pub mod second_factor;
pub mod session;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_up;
pub mod standing;
pub mod verification;
