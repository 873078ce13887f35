//! Every address of this audience.

use super::{
    act, audit, bin, bin_restore, bookings, business, businesses, flag, flags, job, job_kind, jobs,
    mail, paper, people, person, person_act,
};
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(businesses::home)))
        .service(resource("/businesses").route(get().to(businesses::index)))
        .service(resource("/businesses/{id}").route(get().to(business::show)))
        .service(resource("/businesses/{id}/bin").route(get().to(bin::index)))
        .service(
            resource("/businesses/{id}/bin/{kind}/{thing}")
                .route(get().to(bin::new))
                .route(post().to(bin::create)),
        )
        .service(
            resource("/businesses/{id}/bin/{kind}/{thing}/restore")
                .route(post().to(bin_restore::restore)),
        )
        .service(
            resource("/businesses/{id}/{act}")
                .route(get().to(act::new))
                .route(post().to(act::create)),
        )
        .service(resource("/papers/{id}").route(get().to(paper::show)))
        .service(resource("/people").route(get().to(people::index)))
        .service(resource("/people/{id}").route(get().to(person::show)))
        .service(
            resource("/people/{id}/{act}")
                .route(get().to(person_act::new))
                .route(post().to(person_act::create)),
        )
        .service(resource("/audit").route(get().to(audit::index)))
        .service(
            resource("/bookings")
                .route(get().to(bookings::edit))
                .route(post().to(bookings::update)),
        )
        .service(resource("/jobs").route(get().to(jobs::index)))
        .service(resource("/jobs/kinds").route(get().to(jobs::kinds)))
        .service(
            resource("/jobs/kinds/{kind}")
                .route(get().to(job_kind::edit))
                .route(post().to(job_kind::update)),
        )
        .service(resource("/jobs/{id}").route(get().to(job::show)))
        .service(resource("/jobs/{id}/again").route(post().to(job::again)))
        .service(
            resource("/jobs/{id}/remove")
                .route(get().to(job::question))
                .route(post().to(job::remove)),
        )
        .service(
            resource("/mail")
                .route(get().to(mail::index))
                .route(post().to(mail::create)),
        )
        .service(resource("/flags").route(get().to(flags::index)))
        .service(
            resource("/flags/new")
                .route(get().to(flag::new))
                .route(post().to(flag::create)),
        )
        .service(
            resource("/flags/{id}")
                .route(get().to(flag::edit))
                .route(post().to(flag::update)),
        );
}
