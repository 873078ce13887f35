//! Where other programs of a business listen, and what became of what they were sent.

pub mod acts;
pub mod edit;
pub mod list;
pub mod routes;
pub mod show;

use super::{answers, ask, sheet, subject};
use crate::{
    domain::{businesses::role::Right, integrations::event::word},
    i18n::Words,
};

/// What all of it needs.
const RIGHT: Right = Right::ManageBusiness;

/// What a kind of event is called.
fn called(t: Words, kind: &str) -> String {
    t.of_family("webhooks-event", &word(kind))
}
