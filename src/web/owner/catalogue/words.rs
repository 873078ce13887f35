//! How the catalogue's figures are said.

use super::lengths::{horizon, length, notice};
use crate::{
    base::ids::ServiceId,
    domain::{catalog::service_card::OwnService, scheduling::resource::ResourceType},
    i18n::Words,
    web::{gate::member::AtWork, page::PageCtx},
};

/// The kinds of resource, in the order in which they are shown.
pub(super) const KINDS: [ResourceType; 6] = [
    ResourceType::Staff,
    ResourceType::Trainer,
    ResourceType::Room,
    ResourceType::Table,
    ResourceType::Equipment,
    ResourceType::Vehicle,
];

/// What a kind of resource is called.
pub(super) fn kind(t: Words, kind: ResourceType) -> String {
    t.of_family("catalog-kind", kind.label())
}

/// Minutes kept free.
pub(super) fn buffer(t: Words, minutes: i64) -> String {
    match minutes {
        0 => t.catalog_none(),
        _ => length(t, minutes),
    }
}

/// What holds where nothing is chosen: the shop's own, said.
pub(super) fn shops(ctx: &PageCtx, at: &AtWork) -> [String; 3] {
    let (t, settings) = (ctx.t, &at.profile.settings);
    [
        notice(t, settings.notice_minutes.into()),
        horizon(t, settings.horizon_days.into()),
        length(t, settings.slot_step_minutes.into()),
    ]
    .map(|own| t.catalog_shops_own(own))
}

/// Which services something is about that is about all of them or about some.
pub(super) fn about(
    ctx: &PageCtx,
    services: &[OwnService],
    is_for_all: bool,
    is_meant: impl Fn(ServiceId) -> bool,
) -> String {
    let t = ctx.t;
    if is_for_all {
        return t.prices_scope_all();
    }
    let meant = services.iter();
    let meant = meant.filter(|one| is_meant(one.id) && !one.is_deleted);
    let names: Vec<String> = meant
        .map(|one| one.card.name().text(ctx.lang).to_owned())
        .collect();
    match names.is_empty() {
        true => t.prices_about_nothing(),
        false => t.prices_about(names.join(t.catalog_between().as_str())),
    }
}
