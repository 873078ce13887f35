//! Addresses of what somebody does with their own account.

use super::{display, erase, export, family, family_form, fill, messages, profile, profile_edit};
use actix_web::web::{self, get, post, resource};

/// One per line.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("/profile").route(get().to(profile::show)))
        .service(
            resource("/profile/edit")
                .route(get().to(profile_edit::edit))
                .route(post().to(profile_edit::update)),
        )
        .service(
            resource("/messages")
                .route(get().to(messages::edit))
                .route(post().to(messages::update)),
        )
        .service(
            resource("/display")
                .route(get().to(display::edit))
                .route(post().to(display::update)),
        )
        .service(resource("/family").route(get().to(family::index)))
        .service(
            resource("/family/new")
                .route(get().to(family_form::new))
                .route(post().to(family_form::create)),
        )
        .service(
            resource("/family/{id}")
                .route(get().to(family_form::edit))
                .route(post().to(family_form::update)),
        )
        .service(
            resource("/fill")
                .route(get().to(fill::new))
                .route(post().to(fill::create)),
        )
        .service(
            resource("/family/{id}/removal")
                .route(get().to(family::ask))
                .route(post().to(family::destroy)),
        )
        .service(
            resource("/export")
                .route(get().to(export::new))
                .route(post().to(export::create)),
        )
        .service(
            resource("/erase")
                .route(get().to(erase::new))
                .route(post().to(erase::create)),
        )
        .service(resource("/erase/done").route(get().to(erase::done)));
}
