//! Every address of this audience.

use super::home;
use actix_web::web::{self, get, resource};

/// One per line; what is more special comes first.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(resource("").route(get().to(home::index)));
}
