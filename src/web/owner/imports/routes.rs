//! Their addresses.

use super::{check, columns, made, names, new, sample, undo, write};
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/imports")
                .route(get().to(new::index))
                .route(post().to(new::create)),
        )
        .service(resource("/imports/sample").route(get().to(sample::show)))
        .service(resource("/imports/{import}").route(get().to(made::show)))
        .service(resource("/imports/{import}/discard").route(post().to(new::discard)))
        .service(
            resource("/imports/{import}/columns")
                .route(get().to(columns::edit))
                .route(post().to(columns::update)),
        )
        .service(
            resource("/imports/{import}/names")
                .route(get().to(names::edit))
                .route(post().to(names::update)),
        )
        .service(
            resource("/imports/{import}/check")
                .route(get().to(check::show))
                .route(post().to(write::create)),
        )
        .service(
            resource("/imports/{import}/undo")
                .route(get().to(undo::show))
                .route(post().to(undo::create)),
        );
}
