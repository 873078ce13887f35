//! What hangs on bookings: what was paid for those that are over, which of them repeat, and who waits for a time that somebody has.

use super::{Filled, Visit};
use crate::{
    base::{
        ids::{CustomerId, PaymentId, SeriesId, WaitId},
        time::{Weekday, wall_on},
    },
    cli::seed::{SeedError, chance::Chance, open::Town, written::Shop},
    db::TenantTx,
    domain::bookings::status::Status,
    schema::{
        bookings::{booking_series, series_bookings, waitlist},
        payments::{
            booking_payments,
            sql_types::{PaymentMode as ModeSql, PaymentStatus as StatusSql},
        },
    },
};
use chrono::TimeDelta;
use chrono_tz::Tz;
use diesel::prelude::*;

/// Rows in one statement.
const CHUNK: usize = 500;

crate::pg_enum! {
    /// When a guest pays.
    Mode as ModeSql {
        /// At the shop.
        PayOnArrival = "pay_on_arrival",
    }
}

crate::pg_enum! {
    /// What became of a payment.
    Paid as StatusSql {
        /// It was made.
        Succeeded = "succeeded",
    }
}

/// Writes it, with chance of its own: whatever else a shop has stays as it was.
pub(in crate::cli::seed) fn after(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    filled: &Filled,
) -> Result<(), SeedError> {
    let chance = &mut Chance::new(town.random_seed, &format!("after {}", shop.slug));
    payments(tx, filled, chance)?;
    series(tx, filled, chance)?;
    if shop.waitlist_hours.is_some() {
        waits(tx, town, filled, chance)?;
    }
    Ok(())
}

fn payments(tx: &mut TenantTx<'_>, filled: &Filled, chance: &mut Chance) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for visit in &filled.visits {
        let Some((at, way, member)) = visit.fate.paid else {
            continue;
        };
        rows.push((
            booking_payments::id.eq(PaymentId(chance.id())),
            booking_payments::business_id.eq(business),
            booking_payments::booking_id.eq(visit.id),
            booking_payments::provider.eq("on_site"),
            booking_payments::provider_charge_id.eq(format!("demo {}", visit.id)),
            booking_payments::amount_cents.eq(visit.quote.total()),
            booking_payments::currency.eq(&visit.quote.currency),
            booking_payments::mode.eq(Mode::PayOnArrival),
            booking_payments::payment_type.eq(way.label()),
            booking_payments::status.eq(Paid::Succeeded),
            booking_payments::taken_on.eq(visit.placement.date),
            booking_payments::received_by.eq(member),
            booking_payments::created_at.eq(at),
            booking_payments::updated_at.eq(at),
        ));
    }
    for chunk in rows.chunks(CHUNK) {
        diesel::insert_into(booking_payments::table)
            .values(chunk)
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The bookings of somebody who comes every week, as one series.
fn series(tx: &mut TenantTx<'_>, filled: &Filled, chance: &mut Chance) -> Result<(), SeedError> {
    let own = filled.repeated.iter();
    let own: Vec<&Visit> = own.filter_map(|place| filled.visits.get(*place)).collect();
    let (Some(first), true) = (own.first(), own.len() > 1) else {
        return Ok(());
    };
    let (id, business) = (SeriesId(chance.id()), tx.business());
    let date = first.placement.date;
    let wall = wall_on(filled.zone, date, first.placement.start);
    let minutes = wall.map_or(0, |wall| i16::try_from(wall.minutes()).unwrap_or(0));
    let made_by = first.fate.story.first().and_then(|turn| turn.member);
    diesel::insert_into(booking_series::table)
        .values((
            booking_series::id.eq(id),
            booking_series::business_id.eq(business),
            booking_series::every_weeks.eq(1_i16),
            booking_series::weekdays.eq(1_i16 << Weekday::of(date).number()),
            booking_series::start_minute.eq(minutes),
            booking_series::begins_on.eq(date),
            booking_series::ends_after.eq(i16::try_from(own.len()).ok()),
            booking_series::idempotency_key.eq(format!("demo {id}")),
            booking_series::created_by.eq(made_by),
            booking_series::created_at.eq(first.created_at),
        ))
        .execute(tx.conn())?;
    for (place, visit) in (1_i16..).zip(own) {
        diesel::insert_into(series_bookings::table)
            .values((
                series_bookings::id.eq(chance.id()),
                series_bookings::business_id.eq(business),
                series_bookings::booking_id.eq(visit.id),
                series_bookings::series_id.eq(id),
                series_bookings::place.eq(place),
                series_bookings::wanted_on.eq(visit.placement.date),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Somebody waits for the time that somebody else has with whoever they asked for.
fn waits(
    tx: &mut TenantTx<'_>,
    town: &Town,
    filled: &Filled,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let is_ahead = |visit: &&Visit| {
        visit.fate.status == Status::Confirmed
            && visit.is_nominated
            && visit.placement.date > town.today
    };
    let Some(wanted) = filled.visits.iter().find(is_ahead) else {
        return Ok(());
    };
    let Some((customer, locale)) = another(filled, wanted) else {
        return Ok(());
    };
    let date = wanted.placement.date;
    let minutes = wall(filled.zone, wanted);
    let asked = wanted.created_at + TimeDelta::minutes(40);
    diesel::insert_into(waitlist::table)
        .values((
            (
                waitlist::id.eq(WaitId(chance.id())),
                waitlist::business_id.eq(tx.business()),
                waitlist::service_id.eq(wanted.service.id),
                waitlist::customer_id.eq(customer),
                waitlist::party_size.eq(wanted.party),
                waitlist::resource_id.eq(wanted.column),
                waitlist::locale.eq(locale),
            ),
            waitlist::preferred_date.eq(date),
            waitlist::preferred_until.eq(date),
            waitlist::preferred_time_start.eq(minutes),
            waitlist::preferred_time_end.eq(minutes.map(|minutes| minutes + 1)),
            waitlist::proved_at.eq(asked),
            waitlist::created_at.eq(asked),
            waitlist::updated_at.eq(asked),
        ))
        .execute(tx.conn())?;
    Ok(())
}

fn wall(zone: Tz, visit: &Visit) -> Option<i16> {
    let placement = &visit.placement;
    let wall = wall_on(zone, placement.date, placement.start)?;
    i16::try_from(wall.minutes()).ok()
}

/// Somebody else with a card and an address.
fn another<'a>(filled: &'a Filled, wanted: &Visit) -> Option<(CustomerId, &'a str)> {
    let mut others = filled.visits.iter();
    let other = others.find(|visit| {
        let guest = filled.cast.guests.get(visit.guest);
        let has_address = guest.is_some_and(|guest| guest.email.is_some() && guest.user.is_none());
        visit.guest != wanted.guest && has_address && visit.created_at < wanted.created_at
    })?;
    let guest = filled.cast.guests.get(other.guest)?;
    Some((guest.id, guest.locale.as_str()))
}
