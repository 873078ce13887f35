//! Every address of the catalogue.

use super::{
    approvals, caps, category, class, coupon, coupons, menu, option, option_group, options, order,
    policies, policy, portrait, price_rule, price_rules, question, questions,
    resource as one_resource, resources, service,
    subject::{open, settle, write},
    table_group, table_groups,
};
use crate::base::ids::{ResourceId, ServiceId};
use actix_web::web::{self, get, post, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .configure(extras)
        .configure(portraits)
        .configure(classes)
        .configure(capped)
        .configure(of_the_prices)
        .configure(tables);
    config
        .service(resource("/menu").route(get().to(menu::index)))
        .service(resource("/menu/order").route(post().to(order::update)))
        .service(
            resource("/menu/approval")
                .route(get().to(open::<approvals::Approvals>))
                .route(post().to(write::<approvals::Approvals>)),
        )
        .service(
            resource("/menu/new")
                .route(get().to(open::<service::Own>))
                .route(post().to(write::<service::Own>)),
        )
        .service(
            resource("/menu/categories/new")
                .route(get().to(open::<category::Heading>))
                .route(post().to(write::<category::Heading>)),
        )
        .service(
            resource("/menu/categories/{category}")
                .route(get().to(open::<category::Heading>))
                .route(post().to(write::<category::Heading>)),
        )
        .service(
            resource("/menu/categories/{category}/state")
                .route(post().to(settle::<category::Heading>)),
        )
        .service(
            resource("/menu/{service}")
                .route(get().to(open::<service::Own>))
                .route(post().to(write::<service::Own>)),
        )
        .service(resource("/menu/{service}/state").route(post().to(service::settle)))
        .service(resource("/resources").route(get().to(resources::index)))
        .service(
            resource("/resources/new")
                .route(get().to(open::<one_resource::Own>))
                .route(post().to(write::<one_resource::Own>)),
        )
        .service(
            resource("/resources/{resource}")
                .route(get().to(open::<one_resource::Own>))
                .route(post().to(write::<one_resource::Own>)),
        )
        .service(resource("/resources/{resource}/state").route(post().to(one_resource::settle)))
        .service(resource("/policies").route(get().to(policies::index)))
        .service(
            resource("/policies/new")
                .route(get().to(open::<policy::Own>))
                .route(post().to(write::<policy::Own>)),
        )
        .service(
            resource("/policies/{policy}")
                .route(get().to(open::<policy::Own>))
                .route(post().to(write::<policy::Own>)),
        )
        .service(resource("/policies/{policy}/state").route(post().to(policy::settle)));
}

/// What is held at set times.
fn classes(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/menu/{service}/class")
                .route(get().to(open::<class::Own>))
                .route(post().to(write::<class::Own>)),
        )
        .service(resource("/menu/{service}/class/state").route(post().to(settle::<class::Own>)));
}

/// How much guests may book.
fn capped(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/menu/{service}/caps")
                .route(get().to(open::<caps::Own<ServiceId>>))
                .route(post().to(write::<caps::Own<ServiceId>>)),
        )
        .service(
            resource("/resources/{resource}/caps")
                .route(get().to(open::<caps::Own<ResourceId>>))
                .route(post().to(write::<caps::Own<ResourceId>>)),
        );
}

/// What makes a price another than the menu's.
fn of_the_prices(config: &mut web::ServiceConfig) {
    config
        .service(resource("/coupons").route(get().to(coupons::index)))
        .service(
            resource("/coupons/new")
                .route(get().to(open::<coupon::Own>))
                .route(post().to(write::<coupon::Own>)),
        )
        .service(
            resource("/coupons/{coupon}")
                .route(get().to(open::<coupon::Own>))
                .route(post().to(write::<coupon::Own>)),
        )
        .service(resource("/coupons/{coupon}/state").route(post().to(settle::<coupon::Own>)))
        .service(resource("/prices").route(get().to(price_rules::index)))
        .service(
            resource("/prices/new")
                .route(get().to(open::<price_rule::Own>))
                .route(post().to(write::<price_rule::Own>)),
        )
        .service(
            resource("/prices/{rule}")
                .route(get().to(open::<price_rule::Own>))
                .route(post().to(write::<price_rule::Own>)),
        )
        .service(resource("/prices/{rule}/state").route(post().to(settle::<price_rule::Own>)));
}

/// What is put together for larger parties.
fn tables(config: &mut web::ServiceConfig) {
    config
        .service(resource("/tables").route(get().to(table_groups::index)))
        .service(
            resource("/tables/new")
                .route(get().to(open::<table_group::Own>))
                .route(post().to(write::<table_group::Own>)),
        )
        .service(
            resource("/tables/{tables}")
                .route(get().to(open::<table_group::Own>))
                .route(post().to(write::<table_group::Own>)),
        )
        .service(resource("/tables/{tables}/state").route(post().to(settle::<table_group::Own>)));
}

/// What services and people look like.
fn portraits(config: &mut web::ServiceConfig) {
    config
        .service(
            resource("/menu/{service}/photo")
                .route(get().to(portrait::show::<ServiceId>))
                .route(post().to(portrait::create::<ServiceId>)),
        )
        .service(
            resource("/menu/{service}/photo/state").route(post().to(portrait::settle::<ServiceId>)),
        )
        .service(
            resource("/resources/{resource}/photo")
                .route(get().to(portrait::show::<ResourceId>))
                .route(post().to(portrait::create::<ResourceId>)),
        )
        .service(
            resource("/resources/{resource}/photo/state")
                .route(post().to(portrait::settle::<ResourceId>)),
        );
}

/// What can be had besides, and what is asked.
fn extras(config: &mut web::ServiceConfig) {
    config
        .service(resource("/options").route(get().to(options::index)))
        .service(
            resource("/options/new")
                .route(get().to(open::<option_group::Own>))
                .route(post().to(write::<option_group::Own>)),
        )
        .service(
            resource("/options/choices/new")
                .route(get().to(open::<option::Own>))
                .route(post().to(write::<option::Own>)),
        )
        .service(
            resource("/options/choices/{option}")
                .route(get().to(open::<option::Own>))
                .route(post().to(write::<option::Own>)),
        )
        .service(
            resource("/options/choices/{option}/state").route(post().to(settle::<option::Own>)),
        )
        .service(
            resource("/options/{group}")
                .route(get().to(open::<option_group::Own>))
                .route(post().to(write::<option_group::Own>)),
        )
        .service(resource("/options/{group}/state").route(post().to(settle::<option_group::Own>)))
        .service(resource("/questions").route(get().to(questions::index)))
        .service(
            resource("/questions/new")
                .route(get().to(open::<question::Own>))
                .route(post().to(write::<question::Own>)),
        )
        .service(
            resource("/questions/{question}")
                .route(get().to(open::<question::Own>))
                .route(post().to(write::<question::Own>)),
        )
        .service(resource("/questions/{question}/state").route(post().to(settle::<question::Own>)));
}
