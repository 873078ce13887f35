//! The doors: HTTP and HTML, and nothing else. A page may use every room; no page uses another page; no page writes a
//! query.

pub mod account;
pub mod address;
pub mod answers;
pub mod assets;
pub mod basket;
pub mod clean;
pub mod cookies;
pub mod crowd;
pub mod demand;
pub mod desk;
mod desk_ways;
pub mod dev_mail;
pub mod display;
pub mod download;
pub mod error;
pub mod feeds;
pub mod fence;
pub mod first_run;
pub mod flash;
pub mod folded;
pub mod form;
pub mod gate;
pub mod hashing;
mod letter_names;
pub mod links;
pub mod live;
pub mod media;
pub mod middleware;
pub mod moments;
pub mod opening;
pub mod operations;
pub mod operator;
pub mod owner;
pub mod page;
pub mod parts;
pub mod passkeys;
pub mod patience;
pub mod photograph;
pub mod places;
pub mod postal;
pub mod prefecture;
pub mod preview;
pub mod prices;
pub mod public;
pub mod receipt;
pub mod sealed;
pub mod session;
pub mod session_store;
pub mod shop_device;
pub mod site;
pub mod staff;
pub mod statuses;
pub mod time_off;
pub mod ui;
pub mod visit;

use actix_web::{HttpResponse, web};
use site::Site;

/// The largest form: far above any of ours, far below what hurts.
const LARGEST_BODY: usize = 64 * 1024;

/// Mounts everything. The order matters: what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig, site: &web::Data<Site>) {
    config
        .app_data(site.clone())
        .app_data(web::PayloadConfig::new(LARGEST_BODY));
    config
        .configure(assets::configure)
        .configure(media::configure)
        .configure(feeds::file::configure)
        .configure(operations::configure)
        .configure(dev_mail::configure);
    config.service(
        web::scope("/{lang:ja|en}")
            .configure(|config| public::routes::configure(config, site))
            .service(
                web::scope("/account")
                    .wrap(session::middleware(site))
                    .configure(account::routes::configure),
            )
            .service(
                web::scope("/operator")
                    .wrap(session::middleware(site))
                    .configure(operator::routes::configure),
            )
            .service(
                web::scope("/owner/{slug}")
                    .wrap(session::middleware(site))
                    .configure(owner::routes::configure),
            )
            .service(
                web::scope("/staff/{slug}")
                    .wrap(session::middleware(site))
                    .configure(staff::routes::configure),
            ),
    );
    // Where providers send people back to: one address for both languages.
    config.service(
        web::scope("/account")
            .wrap(session::middleware(site))
            .configure(account::with::configure),
    );
    config.service(web::resource("/").route(web::get().to(public::home::choose_language)));
    config.default_service(web::to(|| async {
        Err::<HttpResponse, _>(error::Error::NotFound)
    }));
}
