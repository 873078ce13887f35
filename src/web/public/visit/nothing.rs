//! Why a visit has no times, and the ways to some.

use super::{
    read::{Chosen, Read},
    wish::{VisitWish, box_name},
};
use crate::{
    base::time::LocalDate,
    domain::scheduling::{
        availability::Refusal,
        outlook::{Halt, Shown},
    },
    web::{
        form::options::option_box,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            icon::Icon,
        },
    },
};

/// Something must be chosen before there are times: what, and the way there.
pub(super) fn chosen(ctx: &PageCtx, read: &Read) -> Empty {
    let guests = read.guests.iter().enumerate();
    let mut places = guests.flat_map(|(guest, services)| {
        let services = services.iter().enumerate();
        services.map(move |(place, one)| ((guest, place), one))
    });
    let lacking = |(at, one): ((usize, usize), &Chosen)| {
        let group = one.service.lacking().next()?;
        Some(Empty {
            icon: Icon::MenuBook,
            words: ctx.t.booking_options_first(group.name.text(ctx.lang)),
            ways: vec![way(
                ctx.t.booking_options_way(),
                format!("#field-{}", box_name(at, &option_box(group.id))),
            )],
        })
    };
    places.find_map(lacking).unwrap_or_else(|| Empty {
        icon: Icon::MenuBook,
        words: ctx.t.together_choose_first(),
        ways: Vec::new(),
    })
}

/// Nothing is free: why, and the nearest that is.
pub(super) fn free(
    ctx: &PageCtx,
    moments: &Moments,
    (read, shown): (&Read, &Shown),
    wish: &VisitWish,
) -> Empty {
    let (t, slug) = (ctx.t, read.profile.slug.as_str());
    let on = |wish: VisitWish, day: LocalDate| {
        let from = Some(day);
        VisitWish { from, ..wish }.url(ctx, slug)
    };
    let mut ways = Vec::new();
    let words = match (&shown.soonest, &shown.halt) {
        (Some(slot), _) => {
            let day = moments.day(slot.date);
            ways.push(way(
                t.booking_nothing_way(&day),
                on(wish.clone(), slot.date),
            ));
            t.booking_nothing_until(day)
        }
        (None, Some(Halt::Party(place, most))) if *most > 0 => {
            let mut fewer = wish.clone();
            if let Some(item) = fewer.basket.item_mut(*place) {
                item.party = i16::try_from(*most).ok();
            }
            ways.push(way(t.together_most_way(*most), fewer.url(ctx, slug)));
            t.together_most(*most)
        }
        (None, Some(Halt::Never(refusal, without))) => {
            let left_out = without.as_ref().and_then(|(place, slot)| {
                let name = read.all().nth(*place)?.service.name.text(ctx.lang);
                Some((name, place, slot.date))
            });
            ways.extend(left_out.map(|(name, place, date)| {
                let rest = VisitWish {
                    basket: wish.basket.without(*place),
                    ..wish.clone()
                };
                way(t.together_without(moments.day(date), name), on(rest, date))
            }));
            match refusal {
                Refusal::OutsideHours => t.together_never_hours(),
                Refusal::NobodyWorking => t.together_never_people(),
                _ => t.booking_nothing_ahead(),
            }
        }
        _ => t.booking_refused_party_too_large(),
    };
    if wish.basket.items().any(|item| item.staff.is_some()) {
        let anybody = VisitWish {
            basket: wish.basket.clone().with_anybody(),
            ..wish.clone()
        };
        ways.push(way(t.booking_nothing_anybody(), anybody.url(ctx, slug)));
    }
    Empty {
        icon: Icon::Calendar,
        words,
        ways,
    }
}

fn way(label: String, url: String) -> LinkButton {
    LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        ..LinkButton::default()
    }
}
