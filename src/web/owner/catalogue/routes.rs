//! Every address of the catalogue.

use super::{
    category, menu, order, policies, policy, resource as one_resource, resources, service,
};
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .service(resource("/menu").route(get().to(menu::index)))
        .service(resource("/menu/order").route(post().to(order::update)))
        .service(
            resource("/menu/new")
                .route(get().to(service::new))
                .route(post().to(service::create)),
        )
        .service(
            resource("/menu/categories/new")
                .route(get().to(category::new))
                .route(post().to(category::create)),
        )
        .service(
            resource("/menu/categories/{category}")
                .route(get().to(category::edit))
                .route(post().to(category::update)),
        )
        .service(resource("/menu/categories/{category}/state").route(post().to(category::settle)))
        .service(
            resource("/menu/{service}")
                .route(get().to(service::edit))
                .route(post().to(service::update)),
        )
        .service(resource("/menu/{service}/state").route(post().to(service::settle)))
        .service(resource("/resources").route(get().to(resources::index)))
        .service(
            resource("/resources/new")
                .route(get().to(one_resource::new))
                .route(post().to(one_resource::create)),
        )
        .service(
            resource("/resources/{resource}")
                .route(get().to(one_resource::edit))
                .route(post().to(one_resource::update)),
        )
        .service(resource("/resources/{resource}/state").route(post().to(one_resource::settle)))
        .service(resource("/policies").route(get().to(policies::index)))
        .service(
            resource("/policies/new")
                .route(get().to(policy::new))
                .route(post().to(policy::create)),
        )
        .service(
            resource("/policies/{policy}")
                .route(get().to(policy::edit))
                .route(post().to(policy::update)),
        )
        .service(resource("/policies/{policy}/state").route(post().to(policy::settle)));
}
