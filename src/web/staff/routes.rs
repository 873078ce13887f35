//! Every address of this audience.

use super::{booking, cancellation, day, new, note, print, progress, relocation, today};
use actix_web::web::{self, get, post};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .route("", get().to(today::home))
        .route("/today", get().to(today::index))
        .route("/day", get().to(day::index))
        .route("/print", get().to(print::index))
        .route("/bookings/new", get().to(new::new))
        .route("/bookings/new", post().to(new::create))
        .route("/bookings/{id}", get().to(booking::show))
        .route("/bookings/{id}/progress", post().to(progress::create))
        .route("/bookings/{id}/undo", post().to(progress::undo))
        .route("/bookings/{id}/note", post().to(note::create))
        .route("/bookings/{id}/move", get().to(relocation::new))
        .route("/bookings/{id}/move", post().to(relocation::create))
        .route("/bookings/{id}/cancel", get().to(cancellation::new))
        .route("/bookings/{id}/cancel", post().to(cancellation::create));
}
