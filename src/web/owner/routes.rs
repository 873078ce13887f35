//! Every address of this audience.

use super::{
    catalogue, home,
    hours::{acts, closure, show, week},
    shifts,
};
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(home::index)))
        .configure(of_the_hours)
        .configure(of_the_shifts)
        .configure(catalogue::routes::configure);
}

fn of_the_hours(config: &mut web::ServiceConfig) {
    config
        .service(resource("/hours").route(get().to(show::index)))
        .service(
            resource("/hours/week")
                .route(get().to(week::edit))
                .route(post().to(week::update)),
        )
        .service(resource("/hours/week/withdraw").route(post().to(acts::withdraw)))
        .service(resource("/hours/accepting").route(post().to(acts::accept)))
        .service(
            resource("/hours/dates")
                .route(get().to(closure::edit))
                .route(post().to(closure::update)),
        );
}

fn of_the_shifts(config: &mut web::ServiceConfig) {
    config
        .service(resource("/shifts").route(get().to(shifts::show::index)))
        .service(resource("/shifts/copy").route(post().to(shifts::copy::create)))
        .service(
            resource("/shifts/{resource}")
                .route(get().to(shifts::week::edit))
                .route(post().to(shifts::week::update)),
        )
        .service(
            resource("/shifts/{resource}/day")
                .route(get().to(shifts::day::edit))
                .route(post().to(shifts::day::update)),
        );
}
