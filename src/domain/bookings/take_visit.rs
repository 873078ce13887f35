//! Command: staff take a visit of several services by telephone or at the counter: all of it as one booking, or nothing.

use super::{
    coupon,
    create::{New, letter, rows},
    lines,
    promised::{Promised, of_lines},
    take::{Take, TakeBookingError, by_key, not_blocked, redeemed, say_why, within_rule},
};
use crate::{
    base::ids::{BookingId, OptionId, ResourceId, ServiceId},
    db::TenantTx,
    domain::{
        catalog::service::{self, Service},
        customers::register::register_chosen,
        scheduling::{
            allocation::{self, Claim, Wanted},
            availability::{Placement, Refusal, VisitPlacement},
            line::{self, Line},
            load::{By, Own},
            overbook, resource,
            seek::{self, Sought},
            visit::{self, Part},
        },
    },
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What follows the first service of a visit.
#[derive(Clone, Debug)]
pub struct Next {
    /// Whose, counted from 0; who books is the first.
    pub guest: i16,
    /// What.
    pub service: ServiceId,
    /// What besides.
    pub options: Vec<OptionId>,
    /// With whom; `None` is whoever is free.
    pub resource: Option<ResourceId>,
    /// Whether that person was asked for.
    pub is_nominated: bool,
    /// How many come to it together.
    pub party: i16,
}

/// Takes a visit: what the command says is its first service, and these follow. The same key again gives the booking it gave
/// before.
pub fn take_visit(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    next: &[Next],
) -> Result<BookingId, TakeBookingError> {
    if let Some(known) = by_key(tx, command.key)? {
        return Ok(known);
    }
    let wishes = wishes(command, next);
    let services = services(tx, &wishes)?;
    not_blocked(tx, command)?;
    let both = wishes.iter().zip(&services);
    let parts: Vec<Part<'_>> = both.map(|(wish, service)| part(wish, service)).collect();
    let placed = place(tx, command, &parts)?;
    if let Some(known) = by_key(tx, command.key)? {
        // The other submit of this form was ahead of us in the queue for the lock.
        return Ok(known);
    }
    let roster = resource::roster(tx)?;
    let mut lines = line::lines(&parts, &placed, &roster);
    for (line, wish) in lines.iter_mut().zip(&wishes) {
        // Whoever is to do it need not be whom the guest asked for.
        line.nominated = line.nominated.filter(|_| wish.is_nominated);
    }
    let promised = of_lines(tx, lines, placed.date)?.ok_or(TakeBookingError::Gone)?;
    write(tx, command, &placed, &promised)
}

/// Writes it, with everything that it is.
fn write(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    placed: &VisitPlacement,
    promised: &Promised,
) -> Result<BookingId, TakeBookingError> {
    let card = register_chosen(tx, &command.details.contact, command.customer)?;
    let quote = promised.quote(command.profile, tx.now());
    let services = promised.numbered();
    let (quote, used) = redeemed(tx, command, (&card, &services), quote)?;
    let first = promised.parts.first().map(|part| &part.line);
    let id = BookingId(Uuid::new_v4());
    let new = New {
        id,
        customer: card.id,
        service: &promised.service,
        resource: first.and_then(|line| line.resource),
        hold: None,
        key: Some(command.key),
        source: command.source,
        start: placed.start,
        end: placed.end,
        date: placed.date,
        party: guests(&promised.lines()),
        is_nominated: first.is_some_and(|line| line.nominated.is_some()),
        details: command.details,
        quote: &quote,
        // Whoever takes it by hand is the shop.
        asked: None,
    };
    let letter = letter(tx, &new);
    let mut changes: Vec<_> = card.new.into_iter().collect();
    changes.extend(rows(tx, &new, letter.as_ref(), command.secret)?);
    changes.extend(lines::rows(tx, id, &promised.lines()));
    changes.extend(used.map(|used| coupon::use_row(tx, used, id)));
    let wanted = Wanted::from(placed);
    if !allocation::take_seats(tx, &wanted, Claim::Booking(id), changes)? {
        return Err(TakeBookingError::Gone);
    }
    say_why(tx, id, command.override_reason)?;
    Ok(id)
}

/// How many come: who has several services is one guest.
fn guests(lines: &[&Line]) -> i16 {
    let mut lines = lines.to_vec();
    lines.dedup_by_key(|line| line.guest);
    lines
        .iter()
        .map(|line| line.party)
        .fold(0, i16::saturating_add)
}

/// All that is wished for, guest after guest, each guest's in their order.
fn wishes(command: &Take<'_>, next: &[Next]) -> Vec<Next> {
    let first = Next {
        guest: 0,
        service: command.service,
        options: command.options.to_vec(),
        resource: command.resource,
        is_nominated: command.is_nominated,
        party: command.party,
    };
    let mut all: Vec<Next> = std::iter::once(first).chain(next.iter().cloned()).collect();
    all.sort_by_key(|one| one.guest);
    all
}

fn services(tx: &mut TenantTx<'_>, wishes: &[Next]) -> Result<Vec<Service>, TakeBookingError> {
    let mut services = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let found = service::find(tx, wish.service)?.ok_or(TakeBookingError::Gone)?;
        let chosen = found.with_options(&wish.options);
        services.push(chosen.map_err(|_otherwise| TakeBookingError::Gone)?);
        if let Some(id) = wish.resource {
            resource::find(tx, id)?.ok_or(TakeBookingError::Gone)?;
        }
    }
    Ok(services)
}

fn part<'a>(wish: &Next, service: &'a Service) -> Part<'a> {
    Part {
        guest: wish.guest,
        service,
        party: wish.party,
        nominated: wish.resource,
        wait: 0,
    }
}

/// Where it goes: as the engine says or, with a reason, one service after the other on seats beyond the real ones.
fn place(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    parts: &[Part<'_>],
) -> Result<VisitPlacement, TakeBookingError> {
    let sought = visit::Sought {
        profile: command.profile,
        parts,
        by: By::Hand,
        own: Own::None,
    };
    let refusal = match visit::place_by_hand_locked(tx, &sought, command.start)? {
        Ok(placed) => return Ok(placed),
        Err(refusal) => refusal,
    };
    match command.override_reason.is_empty() {
        true => Err(TakeBookingError::Clash(refusal)),
        false => over_others(tx, command, (parts, refusal)),
    }
}

/// Over others, for the services of one guest. Those who come together would be laid over one another, so they are not.
fn over_others(
    tx: &mut TenantTx<'_>,
    command: &Take<'_>,
    (parts, refusal): (&[Part<'_>], Refusal),
) -> Result<VisitPlacement, TakeBookingError> {
    if parts.iter().any(|part| part.guest != 0) {
        return Err(TakeBookingError::Clash(refusal));
    }
    let mut placements = Vec::with_capacity(parts.len());
    let mut cursor: DateTime<Utc> = command.start;
    for part in parts {
        let sought = Sought {
            profile: command.profile,
            service: part.service,
            party: part.party,
            nominated: part.nominated,
            by: By::Hand,
            own: Own::None,
        };
        let placement = match seek::place_by_hand_locked(tx, &sought, cursor)? {
            Ok(placement) => placement,
            Err(_) => overbook::place(tx, &sought, cursor)?.ok_or(TakeBookingError::Gone)?,
        };
        cursor = placement.end;
        placements.push(placement);
    }
    let placed: Vec<&Placement> = placements.iter().collect();
    within_rule(tx, command, &placed)?;
    let date = placements.first().map(|one| one.date);
    Ok(VisitPlacement {
        date: date.ok_or(TakeBookingError::Gone)?,
        start: command.start,
        end: cursor,
        guests: vec![placements],
    })
}
