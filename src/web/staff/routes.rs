//! Every address of this audience.

use super::{booking, cancellation, day, new, note, print, progress, relocation, today, visits};
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(today::home)))
        .service(resource("/today").route(get().to(today::index)))
        .service(resource("/day").route(get().to(day::index)))
        .service(resource("/print").route(get().to(print::index)))
        .service(resource("/visits").route(get().to(visits::index)))
        .service(
            resource("/bookings/new")
                .route(get().to(new::new))
                .route(post().to(new::create)),
        )
        .service(resource("/bookings/{id}").route(get().to(booking::show)))
        .service(resource("/bookings/{id}/progress").route(post().to(progress::create)))
        .service(resource("/bookings/{id}/undo").route(post().to(progress::undo)))
        .service(resource("/bookings/{id}/note").route(post().to(note::create)))
        .service(
            resource("/bookings/{id}/move")
                .route(get().to(relocation::new))
                .route(post().to(relocation::create)),
        )
        .service(
            resource("/bookings/{id}/cancel")
                .route(get().to(cancellation::new))
                .route(post().to(cancellation::create)),
        );
}
