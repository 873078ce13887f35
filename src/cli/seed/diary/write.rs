//! The diary as rows: cards, bookings, taken time, stories. Many rows a statement, and no letters.

use super::{Filled, Visit};
use crate::{
    cli::seed::{SeedError, chance::Chance, open::Town},
    db::TenantTx,
    domain::bookings::status::Status,
    schema::{
        bookings::{booking_history, bookings},
        customers::{customer_notes, customers, sql_types::NoteType as NoteTypeSql},
        scheduling::allocations,
    },
};
use chrono::{DateTime, Days, Utc};
use diesel::prelude::*;

/// Rows in one statement: below PostgreSQL's 65,535 values for the widest table.
const CHUNK: usize = 500;
/// Taken time so many days back is cleared away by the night shift, and so is not written.
const TAKEN_KEPT: Days = Days::new(30);

crate::pg_enum! {
    /// What a note on a card is about.
    NoteType as NoteTypeSql {
        /// What makes them ill.
        Allergy = "allergy",
        /// What they like.
        Preference = "preference",
        /// What must not be done.
        Restriction = "restriction",
        /// What they need.
        SpecialNeed = "special_need",
    }
}

/// Writes everything the diary holds.
pub(in crate::cli::seed) fn write(
    tx: &mut TenantTx<'_>,
    town: &Town,
    filled: &Filled,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    cards(tx, filled)?;
    notes(tx, filled, chance)?;
    bookings(tx, filled)?;
    taken_time(tx, town, filled, chance)?;
    stories(tx, filled, chance)
}

/// Cards of those who have booked, from the day of their first booking.
fn cards(tx: &mut TenantTx<'_>, filled: &Filled) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for (index, guest) in filled.cast.guests.iter().enumerate() {
        let Some(since) = first_booking(filled, index) else {
            continue;
        };
        rows.push((
            customers::id.eq(guest.id),
            customers::business_id.eq(business),
            customers::user_id.eq(guest.user),
            customers::name.eq(&guest.name.display),
            customers::family_name.eq(&guest.name.family),
            customers::given_name.eq(&guest.name.given),
            customers::family_name_kana.eq(&guest.name.family_kana),
            customers::given_name_kana.eq(&guest.name.given_kana),
            customers::search_key.eq(guest.name.search_key()),
            customers::email.eq(&guest.email),
            customers::phone.eq(&guest.phone),
            customers::locale.eq(&guest.locale),
            customers::no_show_count.eq(no_shows(filled, index)),
            customers::created_at.eq(since),
            customers::updated_at.eq(since),
        ));
    }
    for chunk in rows.chunks(CHUNK) {
        diesel::insert_into(customers::table)
            .values(chunk)
            .execute(tx.conn())?;
    }
    Ok(())
}

fn notes(tx: &mut TenantTx<'_>, filled: &Filled, chance: &mut Chance) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for (index, guest) in filled.cast.guests.iter().enumerate() {
        let (Some(since), Some((kind, note))) = (first_booking(filled, index), &guest.note) else {
            continue;
        };
        let unknown = || SeedError::Written(format!("no such kind of note: {kind}"));
        rows.push((
            customer_notes::id.eq(chance.id()),
            customer_notes::business_id.eq(business),
            customer_notes::customer_id.eq(guest.id),
            customer_notes::note_type.eq(NoteType::from_label(kind).ok_or_else(unknown)?),
            customer_notes::note.eq(note),
            customer_notes::created_at.eq(since),
        ));
    }
    if !rows.is_empty() {
        diesel::insert_into(customer_notes::table)
            .values(rows)
            .execute(tx.conn())?;
    }
    Ok(())
}

fn bookings(tx: &mut TenantTx<'_>, filled: &Filled) -> Result<(), SeedError> {
    let business = tx.business();
    let json = |value: serde_json::Result<serde_json::Value>| value.unwrap_or_default();
    for chunk in filled.visits.chunks(CHUNK) {
        let rows: Vec<_> = chunk
            .iter()
            .filter_map(|visit| Some((visit, filled.cast.guests.get(visit.guest)?)))
            .map(|(visit, guest)| {
                let placement = &visit.placement;
                (
                    (
                        bookings::id.eq(visit.id),
                        bookings::business_id.eq(business),
                        bookings::number.eq(&visit.number),
                        bookings::customer_id.eq(guest.id),
                        bookings::service_id.eq(visit.service.id),
                        bookings::resource_id.eq(visit.column),
                        bookings::locale.eq(&guest.locale),
                    ),
                    (
                        bookings::status.eq(visit.fate.status),
                        bookings::cancelled_by.eq(visit.fate.cancelled_by),
                        bookings::source.eq(visit.source),
                        bookings::start_at.eq(placement.start),
                        bookings::end_at.eq(placement.end),
                        bookings::business_date.eq(placement.date),
                        bookings::party_size.eq(visit.party),
                        bookings::is_nominated.eq(visit.is_nominated),
                    ),
                    (
                        bookings::price_cents.eq(visit.quote.total()),
                        bookings::currency.eq(&visit.quote.currency),
                        bookings::price_snapshot_json.eq(json(serde_json::to_value(&visit.quote))),
                        bookings::policy_snapshot_json
                            .eq(json(serde_json::to_value(&visit.policy))),
                    ),
                    bookings::customer_note.eq(&visit.customer_note),
                    bookings::staff_note.eq(&visit.staff_note),
                    bookings::version.eq(version(visit)),
                    bookings::created_at.eq(visit.created_at),
                    bookings::updated_at.eq(last_change(visit)),
                )
            })
            .collect();
        diesel::insert_into(bookings::table)
            .values(rows)
            .execute(tx.conn())?;
    }
    Ok(())
}

fn taken_time(
    tx: &mut TenantTx<'_>,
    town: &Town,
    filled: &Filled,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let kept_from = town.today - TAKEN_KEPT;
    let mut rows = Vec::new();
    for visit in &filled.visits {
        let placement = &visit.placement;
        if !visit.fate.status.takes_time() || placement.date < kept_from {
            continue;
        }
        for (resource, seat, from, until) in placement.seats() {
            rows.push((
                allocations::id.eq(chance.id()),
                allocations::business_id.eq(business),
                allocations::resource_id.eq(resource),
                allocations::seat.eq(i16::try_from(seat).unwrap_or(i16::MAX)),
                allocations::start_at.eq(from),
                allocations::end_at.eq(until),
                allocations::booking_id.eq(visit.id),
                allocations::begins_at.eq(placement.start),
            ));
        }
    }
    for chunk in rows.chunks(CHUNK) {
        diesel::insert_into(allocations::table)
            .values(chunk)
            .execute(tx.conn())?;
    }
    Ok(())
}

fn stories(tx: &mut TenantTx<'_>, filled: &Filled, chance: &mut Chance) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for visit in &filled.visits {
        for turn in &visit.fate.story {
            let side = match turn.member {
                Some(_) => "member",
                None => "customer",
            };
            rows.push((
                booking_history::id.eq(chance.id()),
                booking_history::business_id.eq(business),
                booking_history::booking_id.eq(visit.id),
                booking_history::changed_by.eq(turn.member),
                booking_history::actor.eq(side),
                booking_history::field_changed.eq(turn.field),
                booking_history::old_value.eq(&turn.old),
                booking_history::new_value.eq(&turn.new),
                booking_history::reason.eq(&turn.reason),
                booking_history::created_at.eq(turn.at),
            ));
        }
    }
    for chunk in rows.chunks(CHUNK) {
        diesel::insert_into(booking_history::table)
            .values(chunk)
            .execute(tx.conn())?;
    }
    Ok(())
}

pub(super) fn of(filled: &Filled, guest: usize) -> impl Iterator<Item = &Visit> {
    let visits = filled.visits.iter();
    visits.filter(move |visit| visit.guest == guest)
}

fn first_booking(filled: &Filled, guest: usize) -> Option<DateTime<Utc>> {
    of(filled, guest).map(|visit| visit.created_at).min()
}

fn no_shows(filled: &Filled, guest: usize) -> i32 {
    let stayed_away = of(filled, guest).filter(|visit| visit.fate.status == Status::NoShow);
    i32::try_from(stayed_away.count()).unwrap_or(0)
}

/// One for its making, and one for each change of the row after it.
fn version(visit: &Visit) -> i32 {
    let story = visit.fate.story.iter();
    let changes = story.filter(|turn| turn.field != "cancellation_fee");
    i32::try_from(changes.count()).unwrap_or(1)
}

fn last_change(visit: &Visit) -> DateTime<Utc> {
    let story = visit.fate.story.iter();
    story.map(|turn| turn.at).max().unwrap_or(visit.created_at)
}
