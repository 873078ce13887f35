//! What was written down over time, as far as a card shows it: visits and consents, each with the way to the rest.

use super::{
    card::Scene,
    chart::{
        self,
        view::{EntryView, Reading},
    },
    consents::view::{self as consented, ConsentView},
};
use crate::{
    domain::businesses::role::Right,
    web::{
        moments::Moments,
        page::PageCtx,
        ui::buttons::{LinkButton, Voice},
    },
};

/// So many consents stand on a card.
const CONSENTED: usize = 3;

/// The last visits, as far as they are written about.
pub(super) fn chart(ctx: &PageCtx, scene: &Scene, moments: &Moments) -> Vec<EntryView> {
    let reading = Reading {
        ctx,
        at: &scene.at,
        customer: scene.card.id,
        moments,
    };
    let last = scene.chart.iter();
    last.map(|entry| reading.entry(entry)).collect()
}

/// To the whole of it, and to where it is written.
pub(super) fn chart_ways(ctx: &PageCtx, scene: &Scene, living: bool) -> Vec<LinkButton> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let way = |label: String, below: &str| LinkButton {
        label,
        url: chart::at(ctx, slug, scene.card.id, below),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    };
    let may = living && scene.at.member.may(Right::WriteNotes);
    let write = may.then(|| way(t.chart_write(), "/new"));
    let all = living.then(|| way(t.chart_all(), ""));
    write.into_iter().chain(all).collect()
}

/// The last things they agreed to.
pub(super) fn consents(ctx: &PageCtx, scene: &Scene, moments: &Moments) -> Vec<ConsentView> {
    let reading = consenting(ctx, scene, moments);
    let last = scene.consents.iter().take(CONSENTED);
    last.map(|one| reading.brief(one)).collect()
}

/// To all of them, and to where one is written down.
pub(super) fn consent_ways(
    ctx: &PageCtx,
    scene: &Scene,
    moments: &Moments,
    living: bool,
) -> Vec<LinkButton> {
    consenting(ctx, scene, moments).ways(living)
}

fn consenting<'a>(
    ctx: &'a PageCtx,
    scene: &'a Scene,
    moments: &'a Moments,
) -> consented::Reading<'a> {
    consented::Reading {
        ctx,
        at: &scene.at,
        customer: scene.card.id,
        moments,
    }
}
