//! Where one can go from a booking.

use super::{booking::Whole, coupon, coupon_off, late, paid, series};
use crate::{
    domain::{
        bookings::status::Status,
        businesses::role::Right,
        notifications::{delivery::DeliveryStatus, send::Kind},
    },
    web::{
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            icon::Icon,
        },
    },
};

/// The way to the guest's card.
pub fn card(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let below = format!("customers/{}", whole.booking.row.customer_id);
    whole.may(Right::ReadCustomers).then(|| LinkButton {
        label: ctx.t.desk_customer_card(),
        url: links::owner(ctx.lang, &whole.at.profile.slug, &below),
        voice: Voice::Quiet,
        small: true,
        icon: Some(Icon::Person),
        ..LinkButton::default()
    })
}

/// The way to where this visit is written down.
pub fn chart(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let row = &whole.booking.row;
    let below = format!("customers/{}/chart/new?booking={}", row.customer_id, row.id);
    let may = whole.may(Right::ReadCustomers) && whole.may(Right::WriteNotes);
    // Whoever was forgotten has no chart any more.
    let is_known = !whole.booking.customer.name.is_empty();
    (may && is_known).then(|| LinkButton {
        label: ctx.t.chart_write(),
        url: links::owner(ctx.lang, &whole.at.profile.slug, &below),
        voice: Voice::Quiet,
        small: true,
        icon: Some(Icon::Edit),
        ..LinkButton::default()
    })
}

/// What there is to say of its letters besides the list.
pub struct Messages {
    /// Whether the last one to the guest came back.
    pub is_unreached: bool,
    /// The way to everything that was written to them about it.
    pub way: LinkButton,
}

/// What there is to say of its letters.
pub fn messages(ctx: &PageCtx, whole: &Whole) -> Messages {
    let mut to_guest = whole.letters.iter().filter(|letter| {
        let kind = Kind::from_name(&letter.kind);
        kind.is_some_and(|kind| !kind.is_for_shop())
    });
    let last = to_guest.find(|letter| letter.delivery_status != DeliveryStatus::Queued);
    Messages {
        is_unreached: last.is_some_and(|last| last.delivery_status == DeliveryStatus::Bounced),
        way: all_messages(ctx, whole),
    }
}

fn all_messages(ctx: &PageCtx, whole: &Whole) -> LinkButton {
    let (slug, id) = (&whole.at.profile.slug, whole.booking.row.id);
    LinkButton {
        label: ctx.t.messages_open(),
        url: links::desk_act(ctx.lang, slug, id, "messages"),
        voice: Voice::Quiet,
        small: true,
        icon: Some(Icon::Mail),
        ..LinkButton::default()
    }
}

/// What can be done with the booking besides its acts.
pub fn ways(ctx: &PageCtx, whole: &Whole) -> Vec<LinkButton> {
    let (t, row) = (ctx.t, &whole.booking.row);
    let way = |act: &str, label: String, voice: Voice| LinkButton {
        label,
        url: links::desk_act(ctx.lang, &whole.at.profile.slug, row.id, act),
        voice,
        small: true,
        ..LinkButton::default()
    };
    let mut ways: Vec<LinkButton> = paid::way(ctx, whole).into_iter().collect();
    ways.extend(coupon::way(ctx, whole));
    ways.extend(coupon_off::way(ctx, whole));
    let can_move = row.status.is_ahead() && row.service_id.is_some();
    ways.extend(
        (can_move && whole.may(Right::MoveBookings))
            .then(|| way("move", t.desk_move(), Voice::Quiet)),
    );
    ways.extend(late::way(ctx, whole));
    ways.extend(series::part::way(ctx, whole));
    let can_cancel = row.status.may_become(Status::Cancelled);
    ways.extend(
        (can_cancel && whole.may(Right::CancelBookings))
            .then(|| way("cancel", t.desk_cancel(), Voice::DangerQuiet)),
    );
    ways
}
