//! Calendars elsewhere in words: whose, and how long ago they were heard of.

use crate::{
    base::ids::ResourceId,
    domain::scheduling::{outside::calendar::OutsideCalendar, resource::Resource},
    i18n::Words,
    web::{moments::Moments, page::PageCtx},
};

/// Whose it is.
pub(super) fn name(ctx: &PageCtx, resources: &[Resource], id: ResourceId) -> String {
    let own = resources.iter().find(|one| one.id == id);
    own.map_or_else(
        || ctx.t.calendars_nobody(),
        |one| one.name.text(ctx.lang).to_owned(),
    )
}

/// When it was last heard of, or why it was not.
pub(super) fn state(t: Words, moments: &Moments, one: &OutsideCalendar) -> String {
    let heard = one.good_at.map_or_else(
        || t.calendars_never(),
        |at| t.calendars_heard(moments.moment(at)),
    );
    match one.trouble {
        None => heard,
        Some(trouble) => {
            let why = t.of_family("calendars-trouble", trouble.into());
            t.calendars_troubled(heard, why)
        }
    }
}
