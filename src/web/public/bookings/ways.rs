//! What can be done with a booking now, as buttons of its page.

use super::show::Shown;
use crate::{
    domain::bookings::lines_told::ToldLine,
    web::{
        basket::Basket,
        links::{self, Times},
        page::PageCtx,
        public::waitlist::earlier,
        ui::{
            buttons::{LinkButton, Voice},
            icon::Icon,
        },
    },
};

/// What can be done now, as buttons: while it lies ahead, calendar, move, cancel; afterwards, the same again.
pub fn ways(ctx: &PageCtx, shown: &Shown) -> Vec<LinkButton> {
    let Shown { booking, token, .. } = shown;
    let (rights, ahead) = (shown.rights(), shown.is_ahead());
    let (t, row) = (ctx.t, &booking.row);
    let way = |label: String, url: String, voice: Voice, icon: Icon| LinkButton {
        label,
        url,
        voice,
        icon: Some(icon),
        ..LinkButton::default()
    };
    let mut ways = Vec::new();
    if ahead && shown.waiting.is_none() {
        ways.push(way(
            t.booking_add_calendar(),
            links::booking_calendar(ctx.lang, token),
            Voice::Quiet,
            Icon::Calendar,
        ));
    }
    if rights.change_until.is_some() && row.service_id.is_some() {
        ways.push(way(
            t.booking_move(),
            links::booking_move(ctx.lang, token),
            Voice::Quiet,
            Icon::Clock,
        ));
    }
    ways.extend(earlier::way(ctx, shown));
    if rights.cancel_until.is_some() {
        ways.push(way(
            t.booking_cancel(),
            links::booking_cancel(ctx.lang, token),
            Voice::DangerQuiet,
            Icon::Cross,
        ));
    }
    if shown.receipt.is_some() {
        ways.push(way(
            t.payments_receipt(),
            links::booking_receipt(ctx.lang, token),
            Voice::Quiet,
            Icon::Print,
        ));
    }
    if let Some(url) = again(ctx, shown).filter(|_| !ahead) {
        ways.push(way(t.booking_again(), url, Voice::Quiet, Icon::Next));
    }
    ways
}

/// The same once more: of a visit with all of its services; nothing where the menu has lost it.
fn again(ctx: &PageCtx, shown: &Shown) -> Option<String> {
    let Shown {
        profile,
        booking,
        lines,
        ..
    } = shown;
    if !lines.is_empty() {
        let lines: Vec<&ToldLine> = lines.iter().collect();
        return Some(Basket::again(&lines).url(ctx, &profile.slug));
    }
    let row = &booking.row;
    row.service_id.map(|service| {
        let staff = row.resource_id.filter(|_| row.is_nominated);
        let times = Times {
            service: Some(service),
            staff,
            party: Some(row.party_size),
            options: booking.quote.options(),
            ..Times::default()
        };
        links::times(ctx.lang, &profile.slug, &times)
    })
}
