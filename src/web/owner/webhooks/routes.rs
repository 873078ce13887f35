//! Their addresses.

use super::{acts, edit, list, show};
use crate::web::owner::subject::open;
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("/webhooks").route(get().to(list::index)))
        .service(
            resource("/webhooks/new")
                .route(get().to(open::<edit::Own>))
                .route(post().to(edit::update)),
        )
        .service(resource("/webhooks/{webhook}").route(get().to(show::show)))
        .service(
            resource("/webhooks/{webhook}/edit")
                .route(get().to(open::<edit::Own>))
                .route(post().to(edit::update)),
        )
        .service(resource("/webhooks/{webhook}/act").route(post().to(acts::create)));
}
