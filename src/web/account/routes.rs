//! Every address of this audience.

use super::{home, sessions, sign_in};
use actix_web::web::{self, get, post, resource};

/// One per line.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(home::index)))
        .service(
            resource("/sign-in")
                .route(get().to(sign_in::new))
                .route(post().to(sign_in::create)),
        )
        .service(resource("/sign-out").route(post().to(sign_in::destroy)))
        .service(
            resource("/sessions")
                .route(get().to(sessions::index))
                .route(post().to(sessions::destroy)),
        );
}
