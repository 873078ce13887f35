//! Every address of this audience.

use super::{accessibility, bookings, business, checkout, for_shops, home, house, legal, times};
use crate::web::{form::questions::LARGEST_FORM, session, site::Site};
use actix_web::web::{self, Data, PayloadConfig, get, post, resource};

/// One per line. Some of them know who is signed in; that costs nothing where nobody is.
pub fn configure(config: &mut web::ServiceConfig, site: &Data<Site>) {
    config
        .service(resource("").route(get().to(home::index)))
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
        .service(resource("/b/{slug}/book").route(get().to(business::menu_index)))
        .service(resource("/b/{slug}/book/times").route(get().to(times::index)))
        .service(resource("/b/{slug}/book/hold").route(post().to(checkout::hold::create)))
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
        .service(resource("/bookings/{token}/files/{upload}").route(get().to(bookings::file::show)))
        .service(resource("/bookings/{token}/receipt").route(get().to(bookings::receipt::show)))
        .service(
            resource("/bookings/{token}/calendar.ics").route(get().to(bookings::calendar::show)),
        );
}
