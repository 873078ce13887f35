//! The ways to change a wish: another person, more people, another view, other days.

use super::{
    frame,
    grid::Address,
    times::Read,
    wish::{self, View, Wish},
    words,
};
use crate::{
    base::time::{LocalDate, days_after},
    domain::{
        businesses::profile::Profile, catalog::service::Service, scheduling::availability::Input,
    },
    web::{
        links::{self, Times},
        media,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            icon::Icon,
            pager::{Page, Pager, Tab, Tabs},
        },
    },
};
use chrono::Datelike;

/// How wide somebody's photograph stands beside their name.
const FACE: &str = "3.5rem";

/// Anybody, or one of those who can be chosen; nothing where nobody can.
pub(super) fn people(ctx: &PageCtx, read: &Read, wish: &Wish, at: Address<'_>) -> Option<Tabs> {
    if read.people.is_empty() {
        return None;
    }
    let any = Tab {
        key: None,
        picture: None,
        label: ctx.t.booking_any_staff(),
        count: None,
        url: at(&|times| times.staff = None),
        current: wish.staff.is_none(),
    };
    let each = read.people.iter().map(|person| Tab {
        key: None,
        label: person.name.text(ctx.lang).to_owned(),
        count: (person.nomination_fee > 0).then(|| {
            ctx.t
                .booking_nomination_fee(ctx.t.yen(person.nomination_fee))
        }),
        url: at(&|times| times.staff = Some(person.id)),
        picture: person
            .picture
            .as_ref()
            .map(|picture| media::beside(ctx, picture, FACE)),
        current: wish.staff == Some(person.id),
    });
    Some(Tabs {
        label: ctx.t.booking_staff_filter(),
        items: std::iter::once(any).chain(each).collect(),
    })
}

/// How many come; nothing for services of one.
pub(super) fn parties(
    ctx: &PageCtx,
    service: &Service,
    wish: &Wish,
    at: Address<'_>,
) -> Option<Tabs> {
    let figures = &service.figures;
    if figures.party_max <= 1 {
        return None;
    }
    let items = (figures.party_min..=figures.party_max.min(12))
        .map(|party| Tab {
            key: None,
            picture: None,
            label: ctx.t.people(i64::from(party)),
            count: None,
            url: at(&|times| times.party = Some(party)),
            current: wish.party == party,
        })
        .collect();
    Some(Tabs {
        label: ctx.t.booking_party_filter(),
        items,
    })
}

/// The ways to draw the times.
pub(super) fn views(ctx: &PageCtx, shown: View, at: Address<'_>) -> Tabs {
    let all = [
        (View::Table, ctx.t.ui_times_table()),
        (View::List, ctx.t.ui_times_list()),
        (View::Month, ctx.t.booking_times_month()),
    ];
    let items = all
        .into_iter()
        .map(|(view, label)| Tab {
            key: None,
            picture: None,
            label,
            count: None,
            url: at(&|times| times.view = Some(view.word())),
            current: shown == view,
        })
        .collect();
    Tabs {
        label: ctx.t.ui_views(),
        items,
    }
}

/// Nothing free: when there is, and ways there.
pub(super) fn nothing(
    ctx: &PageCtx,
    moments: &Moments,
    read: &Read,
    wish: &Wish,
    at: Address<'_>,
) -> Empty {
    let t = ctx.t;
    let way = |label: String, url: String| LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        ..LinkButton::default()
    };
    let mut ways = Vec::new();
    let words = match &read.soonest {
        Some(slot) => {
            let day = slot.date;
            ways.push(way(
                t.booking_nothing_way(moments.day(day)),
                at(&|times| times.from = Some(day)),
            ));
            t.booking_nothing_until(moments.day(day))
        }
        None => t.booking_nothing_ahead(),
    };
    if wish.staff.is_some() {
        ways.push(way(
            t.booking_nothing_anybody(),
            at(&|times| times.staff = None),
        ));
    }
    Empty {
        icon: Icon::Calendar,
        words,
        ways,
    }
}

/// Not booked here, whatever is wished for: whom to ask instead.
pub(super) fn by_hand(ctx: &PageCtx, profile: &Profile) -> Empty {
    let call = frame::phone(ctx, profile);
    Empty {
        icon: Icon::Calendar,
        words: words::by_hand(ctx, call.as_ref()),
        ways: call
            .into_iter()
            .map(|phone| LinkButton {
                label: ctx.t.businesses_by_hand_call(phone.shown),
                url: phone.url,
                icon: Some(Icon::Phone),
                ..LinkButton::default()
            })
            .collect(),
    }
}

/// Where one waits for a time of a day that is full.
pub(super) fn waits(ctx: &PageCtx, slug: &str, wish: &Wish, day: LocalDate) -> String {
    let times = Times {
        from: Some(day),
        view: None,
        hold: None,
        ..wish::times(wish, day)
    };
    links::waitlist(ctx.lang, slug, &times)
}

/// The way to the waiting list, where the shop keeps one.
pub(super) fn waitlist(ctx: &PageCtx, read: &Read, wish: &Wish) -> Option<LinkButton> {
    let is_there = read.has_waitlist && !read.is_by_hand && read.service.lacking().next().is_none();
    is_there.then(|| LinkButton {
        label: ctx.t.waiting_way(),
        url: waits(ctx, &read.profile.slug, wish, read.from),
        voice: Voice::Text,
        ..LinkButton::default()
    })
}

/// Days before and after, from today to the horizon.
pub(super) fn pages(
    ctx: &PageCtx,
    moments: &Moments,
    (from, input): (LocalDate, &Input),
    view: View,
    at: Address<'_>,
) -> Pager {
    let t = ctx.t;
    let today = moments.today();
    let days = u32::from(input.days);
    let (earlier_words, later_words) = match view {
        View::Month => (t.ui_earlier_month(), t.ui_later_month()),
        View::Table | View::List => (t.ui_earlier_days(), t.ui_later_days()),
    };
    let earlier: Option<LocalDate> = (from > today).then(|| match view {
        View::Month => from
            .with_day(1)
            .and_then(|first| first.pred_opt())
            .unwrap_or(today)
            .max(today),
        View::Table | View::List => from
            .checked_sub_days(chrono::Days::new(7))
            .unwrap_or(today)
            .max(today),
    });
    let next = days_after(from, days);
    let horizon = days_after(today, input.service.horizon_days);
    let later = (next <= horizon).then_some(next);
    let page = |label: String, date: LocalDate| Page {
        label,
        url: Some(at(&|times| times.from = Some(date))),
    };
    Pager {
        label: t.ui_times(),
        earlier: earlier.map(|date| page(earlier_words, date)),
        later: later.map(|date| page(later_words, date)),
    }
}
