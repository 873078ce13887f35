//! A person's own pages: coming in, going out, what they booked, where they work, where they are signed in.

pub mod admit;
pub mod bookings;
pub mod ceremony;
pub mod code;
pub mod confirm;
pub mod device;
pub mod email;
pub mod home;
pub mod invitation;
pub mod known;
pub mod owner;
pub mod passkey;
pub mod password;
pub mod reset;
pub mod routes;
pub mod second_factor;
pub mod sessions;
pub mod sheet;
pub mod sign_in;
pub mod sign_up;
pub mod verification;
