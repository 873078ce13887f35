//! What stands on the page of a booking that waits for the shop: until when, what else is proposed, and the way to propose more.

use super::booking::Whole;
use crate::{
    db::{self, TenantTx},
    domain::{
        bookings::{
            booking::Row,
            offers::{self, Offered},
            request::{self, Request},
            status::Status,
        },
        businesses::role::Right,
    },
    web::{
        links,
        page::PageCtx,
        ui::buttons::{LinkButton, Voice},
    },
};

/// What is read of it.
#[derive(Default)]
pub struct Told {
    request: Option<Request>,
    offers: Vec<Offered>,
}

/// What is shown of it.
pub struct Part {
    /// Until when it waits.
    pub until: Option<String>,
    /// What is proposed, and until when that stands.
    pub offers: Vec<String>,
    pub offers_until: Option<String>,
    pub propose: Option<LinkButton>,
}

impl Told {
    /// Of a booking that waits; of any other there is nothing to tell.
    pub fn read(tx: &mut TenantTx<'_>, row: &Row) -> db::Result<Self> {
        if row.status != Status::Pending {
            return Ok(Self::default());
        }
        Ok(Self {
            request: request::find(tx, row.id)?,
            offers: offers::of(tx, row.id)?,
        })
    }
}

/// The part, while it waits.
pub fn part(ctx: &PageCtx, whole: &Whole) -> Option<Part> {
    let (t, row, told) = (ctx.t, &whole.booking.row, &whole.request);
    let clock = whole.clock(ctx);
    let waits = row.status == Status::Pending;
    let until = told.request.map(|request| request.until(row.start_at));
    let line = |one: &Offered| {
        let when = clock.when(one.date, one.start, one.end);
        match one.name.as_ref().filter(|_| whole.lines.is_empty()) {
            Some(name) => t.requests_offer(name.text(ctx.lang), when),
            None => when,
        }
    };
    let offers_until = told.offers.iter().map(|offer| offer.until).min();
    let may = whole.may(Right::CreateBookings) && row.service_id.is_some();
    waits.then(|| Part {
        until: until.map(|until| t.requests_until(clock.moment(until))),
        offers: told.offers.iter().map(line).collect(),
        offers_until: offers_until.map(|until| t.requests_offers_until(clock.moment(until))),
        propose: may.then(|| LinkButton {
            label: t.requests_propose_title(),
            url: links::desk_act(ctx.lang, &whole.at.profile.slug, row.id, "propose"),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        }),
    })
}
