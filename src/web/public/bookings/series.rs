//! The other times of a repeated booking, on the page of one of them: each leads to its own page, where it can be moved and called
//! off by itself.

use super::show::Shown;
use crate::{
    domain::bookings::{link, series::read::Member},
    web::{
        links,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            icon::Icon,
        },
    },
};

/// The part of the page.
pub struct Part {
    /// What still stands of it, in order.
    pub lines: Vec<Line>,
    /// All of them as one file.
    pub calendar: LinkButton,
}

/// One time.
pub struct Line {
    /// Which it is.
    pub place: String,
    /// When.
    pub when: String,
    /// Its page; none for the one that is looked at.
    pub url: Option<String>,
}

/// The series, where a booking belongs to one and others of it stand.
pub fn part(site: &Site, ctx: &PageCtx, shown: &Shown) -> Option<Part> {
    let own = shown.booking.row.id;
    let moments = shown.moments(ctx);
    let members = shown.series.as_ref()?.members.iter();
    let standing: Vec<&Member> = members.filter(|one| one.status.takes_time()).collect();
    let others = standing.iter().any(|one| one.id != own);
    let line = |one: &&Member| Line {
        place: ctx.t.series_place(one.place),
        when: moments.when(one.date, one.start, one.end),
        url: (one.id != own).then(|| {
            let token = link::token(&site.secret, one.id);
            links::booking(ctx.lang, &token.text())
        }),
    };
    others.then(|| Part {
        lines: standing.iter().map(line).collect(),
        calendar: LinkButton {
            label: ctx.t.series_guest_calendar(),
            url: format!(
                "{}?all=yes",
                links::booking_calendar(ctx.lang, &shown.token)
            ),
            voice: Voice::Quiet,
            icon: Some(Icon::Calendar),
            ..LinkButton::default()
        },
    })
}
