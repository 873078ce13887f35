//! A person's own pages.

use crate::support::{app::TestApp, browser::Page};

mod bookings;
mod code;
mod device;
mod email;
pub mod erase;
mod erase_scene;
mod erase_ties;
mod export;
mod family;
mod follow;
mod guessing;
mod links;
mod looks;
mod messages;
mod own_looks;
mod passkey;
mod password;
mod places;
mod profile;
mod reset;
pub mod second_factor;
mod secret;
mod sent;
mod sessions;
mod sign_out;
mod sign_up;
mod stuffing;
mod with;

/// Somebody tries to come in with a browser of their own.
pub fn sign_in(app: &TestApp, email: &str, password: &str) -> Page {
    let page = app.browser().open("/en/account/sign-in");
    let filled = page.fill("email", email).fill("password", password);
    filled.press("Sign in")
}
