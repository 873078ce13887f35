//! Commands: somebody puts themselves on the list, for a time that is full or for an earlier one than they have.

use super::{
    answer,
    entry::{self, Entry, Priority},
    what::{self, What},
    wish::Wish,
};
use crate::{
    base::{
        ids::{BookingId, CustomerId, OptionId, ResourceId, ServiceId, WaitId},
        lang::Lang,
        time::{LocalDate, WallSpan},
    },
    db::{
        DbError, TenantTx,
        statement::{Change, prepared, together},
    },
    domain::{
        bookings::{booking::Booking, caps},
        customers::{
            card,
            register::{Contact, register},
        },
        notifications::waiting::{Kind, Notice, send},
    },
    refusal,
    schema::bookings::waitlist,
};
use chrono::{DateTime, Utc};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};
use uuid::Uuid;

/// So many places one address keeps open at a shop.
pub const MOST_OPEN: i64 = 5;

/// What somebody would come for.
#[derive(Clone, Debug)]
pub struct Join<'a> {
    /// What: one service, or all those of a visit.
    pub what: &'a What,
    /// When.
    pub wish: Wish,
    /// Who.
    pub contact: &'a Contact,
}

/// Why nobody was put on the list.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// The shop wants to speak with this guest first.
    #[error("the guest is blocked")]
    Blocked,
    /// So many places with this address are open that no further one is taken.
    #[error("too many open places")]
    TooMany,
    /// They wait for the same already, not for an earlier time than this booking has.
    #[error("waits already")]
    Waits,
    /// There is no address to write to.
    #[error("there is no address")]
    Unreachable,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(JoinError);

/// What a place on the list is made of.
struct New<'a> {
    id: WaitId,
    service: ServiceId,
    customer: CustomerId,
    wish: &'a Wish,
    party: i16,
    resource: Option<ResourceId>,
    options: Vec<OptionId>,
    visit: String,
    lang: Lang,
    booking: Option<BookingId>,
    priority: Priority,
    proved_at: Option<DateTime<Utc>>,
}

/// Puts somebody on the list and asks, by letter, whether the address is theirs; nobody is offered anything before they have said
/// so. Whoever is on it already keeps their place, and is written to again: the page says the same to everybody, so that nobody
/// learns who else waits.
pub fn join(tx: &mut TenantTx<'_>, command: &Join<'_>) -> Result<WaitId, JoinError> {
    let email = command.contact.email.clone();
    let email = email.ok_or(JoinError::Unreachable)?;
    // Two presses at once are one after the other: one card, one place, and no more places than an address may have.
    caps::lock(tx, command.contact)?;
    let card = register(tx, command.contact)?;
    if card.is_blocked {
        return Err(JoinError::Blocked);
    }
    let (first, visit) = (command.what.first(), command.what.key());
    let known = match card.new {
        Some(_) => None,
        None => entry::open_of(tx, (card.id, first.service.id), &visit)?,
    };
    let id = match known {
        Some(known) => {
            mend(tx, &known, command)?;
            known.id
        }
        None => {
            make_room(tx, &card.sharing)?;
            let priority = match card.new {
                Some(_) => Priority::Normal,
                None => priority(tx, card.id)?,
            };
            let new = New {
                id: WaitId(Uuid::new_v4()),
                service: first.service.id,
                customer: card.id,
                wish: &command.wish,
                party: command.what.guests(),
                resource: first.resource,
                options: first.service.chosen(),
                visit,
                lang: command.contact.lang,
                booking: None,
                priority,
                proved_at: None,
            };
            let mut changes: Vec<Change<'_>> = card.new.into_iter().collect();
            changes.push(Box::new(row(tx, &new)));
            let met = together(changes).execute(tx.conn())?;
            match met.last() {
                // Another press of the same button came first.
                Some(0) => entry::open_of(tx, (new.customer, new.service), &new.visit)?
                    .map_or(new.id, |known| known.id),
                _ => {
                    what::write(tx, new.id, command.what)?;
                    new.id
                }
            }
        }
    };
    let notice = Notice {
        kind: Kind::Asked,
        entry: id,
        offer: None,
        to_email: email,
        locale: command.contact.lang.code().to_owned(),
        due: tx.now(),
    };
    send(tx, &notice)?;
    Ok(id)
}

/// Puts the guest of a booking on the list for an earlier time. They have its link, so their address is theirs; their booking
/// stays what it is until they take another time.
pub fn ask_for_earlier(
    tx: &mut TenantTx<'_>,
    booking: &Booking,
    wish: &Wish,
) -> Result<WaitId, JoinError> {
    let row = &booking.row;
    if booking.customer.email.is_none() {
        return Err(JoinError::Unreachable);
    }
    let Some(service) = row.service_id else {
        return Err(JoinError::Unreachable);
    };
    let mut known = entry::open_of(tx, (row.customer_id, service), "")?;
    if let Some(other) = known.take_if(|known| known.booking_id != Some(row.id)) {
        // What somebody waits for besides stays what it is; of what nobody has said to be theirs, nobody waits.
        if other.proved_at.is_some() {
            return Err(JoinError::Waits);
        }
        answer::end(tx, &other, entry::Status::Expired)?;
    }
    if let Some(known) = known {
        let change = (waitlist::proved_at.eq(tx.now()), wished(wish));
        let own = waitlist::table
            .filter(waitlist::business_id.eq(tx.business()))
            .filter(waitlist::id.eq(known.id))
            .filter(waitlist::status.eq(entry::Status::Active));
        prepared(diesel::update(own).set(change)).execute(tx.conn())?;
        super::call(tx)?;
        return Ok(known.id);
    }
    let new = New {
        id: WaitId(Uuid::new_v4()),
        service,
        customer: row.customer_id,
        wish,
        party: row.party_size,
        resource: row.resource_id.filter(|_| row.is_nominated),
        options: booking.quote.options(),
        // Its services are the booking's own.
        visit: String::new(),
        lang: row.lang(),
        booking: Some(row.id),
        priority: priority(tx, row.customer_id)?,
        proved_at: Some(tx.now()),
    };
    let insert = self::row(tx, &new);
    prepared(insert).execute(tx.conn())?;
    super::call(tx)?;
    Ok(new.id)
}

/// One address has so many places, whatever the names: nobody keeps a shop's free times from others. A place that nobody has said
/// to be theirs gives way to a new one, or anybody could keep somebody else off the list.
fn make_room(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> Result<(), JoinError> {
    if entry::count_open(tx, cards)? < MOST_OPEN {
        return Ok(());
    }
    let oldest = entry::unproved(tx, cards)?.ok_or(JoinError::TooMany)?;
    Ok(answer::end(tx, &oldest, entry::Status::Expired)?)
}

/// Of whom the shop takes special care, comes first.
fn priority(tx: &mut TenantTx<'_>, card: CustomerId) -> Result<Priority, DbError> {
    let card = card::find(tx, card)?;
    Ok(match card {
        Some(card) if card.is_vip => Priority::Vip,
        _ => Priority::Normal,
    })
}

/// Another wish of somebody who has not yet said that they are themselves; the wish of whoever has stays theirs.
fn mend(tx: &mut TenantTx<'_>, known: &Entry, command: &Join<'_>) -> Result<(), DbError> {
    let own = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(known.id))
        .filter(waitlist::proved_at.is_null());
    let first = command.what.first();
    let change = (
        wished(&command.wish),
        waitlist::party_size.eq(command.what.guests()),
        waitlist::resource_id.eq(first.resource),
        waitlist::option_ids.eq(first.service.chosen()),
        waitlist::locale.eq(command.contact.lang.code()),
    );
    match prepared(diesel::update(own).set(change)).execute(tx.conn())? {
        0 => Ok(()),
        _ => what::write(tx, known.id, command.what),
    }
}

/// The columns of a wish.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = waitlist, treat_none_as_null = true)]
struct Wished {
    preferred_date: Option<LocalDate>,
    preferred_until: Option<LocalDate>,
    preferred_time_start: Option<i16>,
    preferred_time_end: Option<i16>,
    weekdays: i16,
}

fn wished(wish: &Wish) -> Wished {
    let hours = wish.hours.map(WallSpan::minutes);
    Wished {
        preferred_date: wish.from,
        preferred_until: wish.until,
        preferred_time_start: hours.map(|(from, _)| from),
        preferred_time_end: hours.map(|(_, until)| until),
        weekdays: wish.weekdays.column(),
    }
}

/// The row; meets nothing where somebody has an open place for the service already.
fn row(tx: &TenantTx<'_>, new: &New<'_>) -> impl QueryFragment<Pg> + use<> {
    diesel::insert_into(waitlist::table)
        .values((
            waitlist::id.eq(new.id),
            waitlist::business_id.eq(tx.business()),
            waitlist::service_id.eq(new.service),
            waitlist::customer_id.eq(new.customer),
            wished(new.wish),
            waitlist::party_size.eq(new.party),
            waitlist::resource_id.eq(new.resource),
            waitlist::option_ids.eq(new.options.clone()),
            waitlist::visit_services.eq(new.visit.clone()),
            waitlist::locale.eq(new.lang.code()),
            waitlist::booking_id.eq(new.booking),
            waitlist::priority.eq(new.priority),
            waitlist::proved_at.eq(new.proved_at),
            waitlist::created_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
}
