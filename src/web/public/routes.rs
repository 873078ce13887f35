//! Every address of this audience.

use super::home;
use actix_web::web::{self, get};

/// One per line.
pub fn configure(config: &mut web::ServiceConfig) {
    config.route("", get().to(home::index));
}
