//! Which limit of a service or of a person is reached or passed, said to staff.

use super::booking::Whole;
use crate::{
    domain::{
        catalog::service::Service,
        scheduling::{availability::Counted, caps::Reached, resource::Resource},
    },
    web::page::PageCtx,
};

/// What can be named.
pub(super) struct Names<'a> {
    pub services: &'a [Service],
    pub resources: &'a [Resource],
}

impl Names<'_> {
    /// What is reached, and by how many.
    pub fn say(&self, ctx: &PageCtx, one: &Reached) -> String {
        let t = ctx.t;
        let name = match one.of {
            Counted::Service(id) => {
                let found = self.services.iter().find(|known| known.id == id);
                found.map(|known| known.name.text(ctx.lang))
            }
            Counted::Person(id) => {
                let found = self.resources.iter().find(|known| known.id == id);
                found.map(|known| known.name.text(ctx.lang))
            }
        };
        let name = name.unwrap_or_default();
        let (most, begun) = (i64::from(one.most), i64::from(one.begun));
        match one.is_week {
            true => t.caps_reached_week(begun, most, name),
            false => t.caps_reached_day(begun, most, name),
        }
    }
}

/// What a booking has passed, each a line.
pub(super) fn lines(ctx: &PageCtx, whole: &Whole) -> Vec<String> {
    let names = Names {
        services: &whole.services,
        resources: &whole.resources,
    };
    whole.passed.iter().map(|one| names.say(ctx, one)).collect()
}
