//! What a card says of letters: whether they arrive, and which ones its guest wants.

use super::{card::Scene, words};
use crate::{
    domain::{businesses::role::Right, notifications::wishes::GuestWishes},
    i18n::Words,
    web::{
        moments::Moments,
        page::PageCtx,
        ui::buttons::{LinkButton, Voice},
    },
};

/// The part of the card.
pub struct Letters {
    /// That none reach the address.
    pub unreached: Option<String>,
    /// What is wanted.
    pub lines: Vec<String>,
    /// The way to where that is written.
    pub way: Option<LinkButton>,
}

/// The part of a card.
pub(super) fn part(ctx: &PageCtx, scene: &Scene, moments: &Moments) -> Letters {
    let t = ctx.t;
    let living = scene.card.erased_at.is_none();
    let may = living && scene.at.member.may(Right::WriteCustomers);
    let wanted = match scene.wishes.reminders {
        true => t.messages_wishes_yes(),
        false => t.messages_wishes_no(),
    };
    let url = words::card(ctx, &scene.at.profile.slug, scene.card.id, "/messages");
    Letters {
        unreached: scene
            .unreached
            .as_ref()
            .map(|one| t.messages_unreached(moments.moment(one.since))),
        lines: [wanted].into_iter().chain(said(t, scene.wishes)).collect(),
        way: may.then(|| LinkButton {
            label: t.messages_wishes_change(),
            url,
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        }),
    }
}

/// Who said so, where something else than usual is wanted.
pub(super) fn said(t: Words, wishes: GuestWishes) -> Option<String> {
    (!wishes.reminders).then(|| match wishes.is_own {
        true => t.messages_wishes_by_guest(),
        false => t.messages_wishes_by_shop(),
    })
}
