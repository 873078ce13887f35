//! The ways to a visit, from the times of one service: something else besides, and somebody who comes along.

use super::wish::VisitWish;
use crate::{
    domain::{catalog::service::Service, scheduling::availability::Starts},
    web::{
        basket::{Basket, Item},
        page::PageCtx,
        public::wish::Wish,
        ui::buttons::{LinkButton, Voice},
    },
};

/// Both, with what is chosen already; nothing for what is booked by itself.
pub(in crate::web::public) fn ways(
    ctx: &PageCtx,
    (slug, service): (&str, &Service),
    wish: &Wish,
    starts: &Starts,
) -> Vec<LinkButton> {
    if *starts != Starts::Grid {
        return Vec::new();
    }
    let is_group = service.figures.party_max > 1;
    let item = Item {
        service: wish.service,
        staff: wish.staff,
        party: is_group.then_some(wish.party),
        options: wish.options.clone(),
    };
    let visit = VisitWish {
        basket: Basket {
            guests: vec![vec![item]],
        },
        from: wish.from,
        near: wish.near,
        view: wish.view,
        hold: wish.hold.clone(),
    };
    let url = visit.url(ctx, slug);
    let way = |label: String, url: String| LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    };
    let more = way(ctx.t.together_way(), url.clone());
    let bring = way(ctx.t.together_bring_way(), format!("{url}#companion"));
    // A party that comes to one table is asked for how many they are.
    let both = std::iter::once(more).chain((!is_group).then_some(bring));
    both.collect()
}
