//! Every address of this audience.

use super::sign_in;
use actix_web::web::{self, get, post};

/// One per line.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .route("", get().to(sign_in::home))
        .route("/sign-in", get().to(sign_in::new))
        .route("/sign-in", post().to(sign_in::create))
        .route("/sign-out", post().to(sign_in::destroy));
}
