//! Every address of this audience.

use super::{
    accessibility, bookings, business, checkout, class, for_shops, home, house, legal, letters,
    poll, poll_new, times, town, visit, waitlist, why,
};
use crate::web::{form::questions::LARGEST_FORM, session, site::Site};
use actix_web::web::{self, Data, PayloadConfig, get, post, resource};

/// One per line. Some of them know who is signed in; that costs nothing where nobody is.
pub fn configure(config: &mut web::ServiceConfig, site: &Data<Site>) {
    config
        .service(resource("").route(get().to(home::index)))
        .service(resource("/find").route(get().to(town::index)))
        .service(
            resource("/for-shops")
                .route(get().to(for_shops::show))
                .wrap(session::middleware(site)),
        )
        .service(resource("/terms").route(get().to(house::terms)))
        .service(resource("/privacy").route(get().to(house::privacy)))
        .service(resource("/contact").route(get().to(house::contact)))
        .service(resource("/accessibility").route(get().to(accessibility::show)))
        .service(resource("/transmission").route(get().to(legal::transmission)))
        .service(resource("/b/{slug}").route(get().to(business::show)))
        .service(resource("/b/{slug}/legal").route(get().to(legal::commerce)))
        .service(resource("/b/{slug}/privacy").route(get().to(legal::privacy)))
        .service(resource("/b/{slug}/classes/{service}").route(get().to(class::show)))
        .service(
            resource("/b/{slug}/letters/{customer}/{token}")
                .route(get().to(letters::show))
                .route(post().to(letters::say)),
        )
        .configure(of_polls)
        .service(resource("/b/{slug}/book").route(get().to(business::menu_index)))
        .configure(of_times)
        .service(resource("/b/{slug}/book/extension").route(post().to(checkout::hold::extend)))
        .service(
            resource("/b/{slug}/book/details")
                .route(get().to(checkout::details::new))
                .route(post().to(checkout::details::create))
                .app_data(PayloadConfig::new(LARGEST_FORM))
                .wrap(session::middleware(site)),
        )
        .service(
            resource("/b/{slug}/book/confirm")
                .route(get().to(checkout::confirm::new))
                .route(post().to(checkout::confirm::create)),
        )
        .service(resource("/b/{slug}/book/coupon").route(post().to(checkout::coupon::update)))
        .configure(of_the_waitlist)
        .configure(|config| of_bookings(config, site));
}

/// A booking, for whoever holds its token.
fn of_bookings(config: &mut web::ServiceConfig, site: &Data<Site>) {
    config
        .service(
            resource("/bookings/{token}")
                .route(get().to(bookings::show::show))
                .wrap(session::middleware(site)),
        )
        .service(
            resource("/bookings/{token}/move")
                .route(get().to(bookings::reschedule::new))
                .route(post().to(bookings::reschedule::create))
                .wrap(session::middleware(site)),
        )
        .service(
            resource("/bookings/{token}/cancel")
                .route(get().to(bookings::cancellation::new))
                .route(post().to(bookings::cancellation::create))
                .wrap(session::middleware(site)),
        )
        .service(
            resource("/bookings/{token}/parts/{part}/cancel")
                .route(get().to(bookings::part::new))
                .route(post().to(bookings::part::create))
                .wrap(session::middleware(site)),
        )
        .service(
            resource("/bookings/{token}/parts/{part}/move")
                .route(get().to(bookings::part_move::new))
                .route(post().to(bookings::part_move::create))
                .wrap(session::middleware(site)),
        )
        .service(resource("/bookings/{token}/offers").route(post().to(bookings::offers::create)))
        .service(
            resource("/bookings/{token}/answer")
                .route(get().to(bookings::answer::new))
                .route(post().to(bookings::answer::create)),
        )
        .service(resource("/bookings/{token}/files/{upload}").route(get().to(bookings::file::show)))
        .service(
            resource("/bookings/{token}/earlier")
                .route(get().to(waitlist::earlier::new))
                .route(post().to(waitlist::earlier::create)),
        )
        .service(resource("/bookings/{token}/receipt").route(get().to(bookings::receipt::show)))
        .service(
            resource("/bookings/{token}/calendar.ics").route(get().to(bookings::calendar::show)),
        );
}

/// When one thing or several can be had, and choosing a time.
fn of_times(config: &mut web::ServiceConfig) {
    config
        .service(resource("/b/{slug}/book/times").route(get().to(times::index)))
        .service(resource("/b/{slug}/book/visit/why").route(get().to(visit::why::index)))
        .service(
            resource("/b/{slug}/book/visit")
                .route(get().to(visit::index))
                .route(post().to(visit::hold::create)),
        )
        .service(resource("/b/{slug}/book/why").route(get().to(why::index)))
        .service(resource("/b/{slug}/book/hold").route(post().to(checkout::hold::create)));
}

/// Whoever waits for a time.
fn of_the_waitlist(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/b/{slug}/waitlist")
                .route(get().to(waitlist::join::new))
                .route(post().to(waitlist::join::create)),
        )
        .service(resource("/b/{slug}/waitlist/sent").route(get().to(waitlist::join::sent)))
        .service(
            resource("/b/{slug}/waitlist/{entry}/{token}").route(get().to(waitlist::place::show)),
        )
        .service(
            resource("/b/{slug}/waitlist/{entry}/{token}/stay")
                .route(post().to(waitlist::place::stay)),
        )
        .service(
            resource("/b/{slug}/waitlist/{entry}/{token}/take")
                .route(post().to(waitlist::place::take)),
        )
        .service(
            resource("/b/{slug}/waitlist/{entry}/{token}/leave")
                .route(post().to(waitlist::place::leave)),
        );
}

/// A date that a group agrees on.
fn of_polls(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/b/{slug}/polls/new")
                .route(get().to(poll_new::new))
                .route(post().to(poll_new::create)),
        )
        .service(
            resource("/b/{slug}/polls/{token}")
                .route(get().to(poll::show))
                .route(post().to(poll::create)),
        )
        .service(resource("/b/{slug}/polls/{token}/end").route(post().to(poll::end)));
}
