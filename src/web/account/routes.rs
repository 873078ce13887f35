//! Every address of this audience.

use super::{
    bookings, business, code, confirm, email, home, identities, invitation, newcomer, own_routes,
    passkey, password, postal, reset,
    second_factor::{app, codes, overview, passkeys, step},
    sessions, sign_in, sign_up, verification, visit, with,
};
use actix_web::web::{self, get, post, resource};

/// One per line.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .configure(way_in)
        .configure(by_way_of_others)
        .configure(own_pages)
        .configure(own_routes::configure);
}

/// Coming in and going out, and what is done about it.
fn way_in(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/sign-in")
                .route(get().to(sign_in::new))
                .route(post().to(sign_in::create)),
        )
        .service(resource("/passkey").route(post().to(passkey::create)))
        .service(resource("/passkey/answer").route(post().to(passkey::answer)))
        .service(
            resource("/sign-up")
                .route(get().to(sign_up::new))
                .route(post().to(sign_up::create)),
        )
        .service(resource("/sign-up/again").route(post().to(sign_up::again)))
        .service(resource("/sign-up/sent").route(get().to(sign_up::sent)))
        .service(
            resource("/verification/{token}")
                .route(get().to(verification::show))
                .route(post().to(verification::create)),
        )
        .service(
            resource("/invitation/{token}")
                .route(get().to(invitation::show))
                .route(post().to(invitation::accept)),
        )
        .service(
            resource("/code")
                .route(get().to(code::new))
                .route(post().to(code::create)),
        )
        .service(
            resource("/code/{token}")
                .route(get().to(code::show))
                .route(post().to(code::enter)),
        )
        .service(
            resource("/reset")
                .route(get().to(reset::new))
                .route(post().to(reset::create)),
        )
        .service(resource("/reset/sent").route(get().to(reset::sent)))
        .service(
            resource("/reset/{token}")
                .route(get().to(reset::edit))
                .route(post().to(reset::update)),
        )
        .service(
            resource("/confirm")
                .route(get().to(confirm::new))
                .route(post().to(confirm::create)),
        )
        .service(
            resource("/second-step")
                .route(get().to(step::new))
                .route(post().to(step::create)),
        )
        .service(resource("/sign-out").route(post().to(sign_in::destroy)));
}

/// What belongs to somebody who is in.
fn own_pages(config: &mut web::ServiceConfig) {
    config
        .service(resource("").route(get().to(home::index)))
        .service(resource("/bookings").route(get().to(bookings::index)))
        .service(resource("/bookings/open").route(post().to(bookings::open)))
        .service(
            resource("/email")
                .route(get().to(email::edit))
                .route(post().to(email::update)),
        )
        .service(resource("/email/again").route(post().to(email::again)))
        .service(resource("/email/sent").route(get().to(email::sent)))
        .service(
            resource("/email/{token}")
                .route(get().to(email::show))
                .route(post().to(email::agree)),
        )
        .service(
            resource("/password")
                .route(get().to(password::edit))
                .route(post().to(password::update)),
        )
        .service(resource("/second-factor").route(get().to(overview::show)))
        .service(
            resource("/second-factor/app")
                .route(get().to(app::show))
                .route(post().to(app::create)),
        )
        .service(
            resource("/second-factor/app/confirmation")
                .route(get().to(overview::back))
                .route(post().to(app::confirm)),
        )
        .service(
            resource("/second-factor/app/removal")
                .route(get().to(app::ask))
                .route(post().to(app::destroy)),
        )
        .service(
            resource("/second-factor/passkeys")
                .route(get().to(overview::back))
                .route(post().to(passkeys::create)),
        )
        .service(
            resource("/second-factor/passkeys/answer")
                .route(get().to(overview::back))
                .route(post().to(passkeys::answer)),
        )
        .service(
            resource("/second-factor/passkeys/removal")
                .route(get().to(passkeys::ask))
                .route(post().to(passkeys::destroy)),
        )
        .service(resource("/second-factor/codes/renewal").route(get().to(codes::ask)))
        .service(
            resource("/second-factor/codes")
                .route(get().to(codes::show))
                .route(post().to(codes::create)),
        )
        .service(
            resource("/sessions")
                .route(get().to(sessions::index))
                .route(post().to(sessions::destroy)),
        )
        .configure(businesses);
}

/// A business of one's own, on its way in.
fn businesses(config: &mut web::ServiceConfig) {
    config
        .service(resource("/visit/end").route(post().to(visit::end)))
        .service(resource("/postal-codes/{code}").route(get().to(postal::show)))
        .service(
            resource("/businesses/new")
                .route(get().to(business::new::new))
                .route(post().to(business::new::create)),
        )
        .service(resource("/businesses/{slug}").route(get().to(business::show::show)))
        .service(
            resource("/businesses/{slug}/edit")
                .route(get().to(business::edit::edit))
                .route(post().to(business::edit::update)),
        )
        .service(resource("/businesses/{slug}/sending").route(post().to(business::show::send)))
        .service(resource("/businesses/{slug}/papers").route(post().to(business::paper::create)))
        .service(resource("/businesses/{slug}/papers/{id}").route(get().to(business::paper::show)))
        .service(
            resource("/businesses/{slug}/papers/{id}/removal")
                .route(post().to(business::paper::destroy)),
        );
}

/// LINE, Google, a company's own.
fn by_way_of_others(config: &mut web::ServiceConfig) {
    config
        .service(resource("/with/{provider}").route(post().to(with::start)))
        .service(
            resource("/identities")
                .route(get().to(identities::index))
                .route(post().to(identities::destroy)),
        )
        .service(
            resource("/identities/link")
                .route(get().to(identities::confirm))
                .route(post().to(identities::link)),
        )
        .service(
            resource("/identities/new")
                .route(get().to(newcomer::new))
                .route(post().to(newcomer::create)),
        );
}
