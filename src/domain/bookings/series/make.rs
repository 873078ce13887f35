//! Command: a booking is repeated by a rule. All of it in one transaction: what is free is shown first, and what is booked is what
//! was shown, or nothing.

use super::{
    plan::{Asked, Line, Pick, mark, nearest, settle},
    read::{self, NewSeries},
    rule::{End, Rule},
    told,
};
use crate::{
    base::{
        ids::{BookingId, ResourceId, SeriesId},
        time::{LocalDate, WallTime, wall_on},
    },
    db::{DbError, TenantTx},
    domain::{
        bookings::{
            booking::{self, Booking, Row, Source},
            cancel::tell,
            create::{New, rows},
            details::Details,
            history,
            quote::{occasion, priced},
            status::Status,
        },
        businesses::profile::Profile,
        catalog::{
            price::Quote,
            service::{self, Service},
        },
        customers::register::{Contact, Name},
        notifications::send::{Kind, take_back},
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::Placement,
            load::Own,
            resource::{self, Resource},
        },
    },
    refusal,
};
use chrono_tz::Tz;
use serde_json::json;
use uuid::Uuid;

/// What is repeated, and how.
#[derive(Clone, Debug)]
pub struct Repeat<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which booking: it is the first of them.
    pub booking: BookingId,
    /// By which rule.
    pub rule: &'a Rule,
    /// What was said about single days.
    pub picks: &'a [(LocalDate, Pick)],
}

/// What somebody presses after having seen what would come of it.
#[derive(Clone, Debug)]
pub struct Make<'a> {
    /// What.
    pub repeat: Repeat<'a>,
    /// What was seen: the mark of that plan.
    pub seen: &'a str,
    /// Whether the guest is told.
    pub tell: bool,
    /// The form's key: the second submit gets the first answer.
    pub key: &'a str,
    /// The house's secret, for the links of the bookings.
    pub secret: &'a [u8],
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// There is no such booking, or nobody knows any more whose it is.
    #[error("no such booking")]
    Unknown,
    /// It was called off, or belongs to a series already.
    #[error("cannot be repeated")]
    NotRepeatable,
    /// The service, something chosen besides or the person is not there any more.
    #[error("gone")]
    Gone,
    /// It would be something else by now than what was seen, or it is not said yet what becomes of some day.
    #[error("not so")]
    NotSo,
    /// Every day is left out.
    #[error("nothing to book")]
    Nothing,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(MakeError);

impl From<TakeError> for MakeError {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Taken => Self::NotSo,
            TakeError::Db(error) => Self::Db(error),
        }
    }
}

/// What is repeated: a booking as it was agreed.
struct Pattern {
    row: Row,
    service: Service,
    person: Option<Resource>,
    wall: WallTime,
}

impl Pattern {
    fn asked<'a>(&'a self, profile: &'a Profile, is_to_decide: bool) -> Asked<'a> {
        Asked {
            profile,
            service: &self.service,
            party: self.row.party_size,
            nominated: self.row.resource_id.filter(|_| self.row.is_nominated),
            column: self.row.resource_id,
            own: Own::None,
            is_to_decide,
        }
    }
}

/// What would come of it as things stand: nothing is locked, so a yes may become a no.
pub fn foresee(tx: &mut TenantTx<'_>, repeat: &Repeat<'_>) -> Result<Vec<Line>, MakeError> {
    let found = booking::find(tx, repeat.booking)?.ok_or(MakeError::Unknown)?;
    let pattern = pattern(tx, repeat.profile.zone, found.row)?;
    let asked = pattern.asked(repeat.profile, false);
    Ok(lines(tx, &asked, (&pattern, repeat))?)
}

/// Whether a booking can be repeated at all, as far as its row tells. What the shop has not promised yet is not.
pub fn is_repeatable(row: &Row) -> bool {
    row.status.takes_time() && row.status != Status::Pending && row.service_id.is_some()
}

/// Makes the series. The same key again gives the one that it made before.
pub fn make(tx: &mut TenantTx<'_>, command: &Make<'_>) -> Result<SeriesId, MakeError> {
    if let Some(known) = read::by_key(tx, command.key)? {
        return Ok(known);
    }
    let repeat = &command.repeat;
    let row = booking::find_to_write(tx, repeat.booking)?.ok_or(MakeError::Unknown)?;
    if let Some(known) = read::by_key(tx, command.key)? {
        // The other submit of this form was ahead of us in the queue for the booking.
        return Ok(known);
    }
    let pattern = pattern(tx, repeat.profile.zone, row)?;
    lock(tx, &pattern, repeat.rule)?;
    let asked = pattern.asked(repeat.profile, true);
    let lines = lines(tx, &asked, (&pattern, repeat))?;
    if mark(&lines) != command.seen || !lines.iter().all(Line::is_settled) {
        return Err(MakeError::NotSo);
    }
    let chosen: Vec<(LocalDate, Placement)> = lines
        .into_iter()
        .filter_map(|line| Some((line.date, line.placement?)))
        .collect();
    if chosen.is_empty() {
        return Err(MakeError::Nothing);
    }
    write(tx, command, (&pattern, &chosen))
}

/// Reads what is repeated, the way it was agreed. Whoever made it longer or shorter by hand has it so every time.
fn pattern(tx: &mut TenantTx<'_>, zone: Tz, row: Row) -> Result<Pattern, MakeError> {
    if !is_repeatable(&row) || read::is_in_one(tx, row.id)? {
        return Err(MakeError::NotRepeatable);
    }
    let agreed: Quote = serde_json::from_value(row.price_snapshot_json.clone()).unwrap_or_default();
    let known = match row.service_id {
        Some(id) => service::find(tx, id)?,
        None => None,
    };
    let service = known.ok_or(MakeError::Gone)?;
    let service = service.with_options(&agreed.options());
    let service = service.map_err(|_otherwise| MakeError::Gone)?;
    let then = service.clone().on(row.business_date);
    let terms = resource::roster(tx)?.terms(&then, row.resource_id);
    let is_usual = then.minutes_by(terms) == booking::minutes(&row);
    let service = match is_usual {
        true => service,
        false => row.promised(service),
    };
    let person = match row.resource_id.filter(|_| row.is_nominated) {
        Some(id) => Some(resource::find(tx, id)?.ok_or(MakeError::Gone)?),
        None => None,
    };
    Ok(Pattern {
        wall: wall_on(zone, row.business_date, row.start_at).ok_or(MakeError::NotRepeatable)?,
        row,
        service,
        person,
    })
}

/// Queues up at once for everything that any of them could take, as the service is now and as it will be at the end.
fn lock(tx: &mut TenantTx<'_>, pattern: &Pattern, rule: &Rule) -> Result<(), DbError> {
    let dates = rule.dates(pattern.row.business_date);
    let last = dates.last().copied();
    let mut all: Vec<ResourceId> = Vec::new();
    for date in [Some(pattern.row.business_date), last]
        .into_iter()
        .flatten()
    {
        let linked = resource::linked(tx, &pattern.service.clone().on(date))?;
        all.extend(linked.into_iter().map(|(resource, _)| resource.id));
    }
    allocation::lock(tx, &all)
}

/// Its days, but for the first, which is booked.
fn lines(
    tx: &mut TenantTx<'_>,
    asked: &Asked<'_>,
    (pattern, repeat): (&Pattern, &Repeat<'_>),
) -> Result<Vec<Line>, DbError> {
    let dates = repeat.rule.dates(pattern.row.business_date);
    let mut lines: Vec<Line> = Vec::with_capacity(dates.len());
    for date in dates.into_iter().skip(1) {
        let said = repeat.picks.iter().find(|(day, _)| *day == date);
        let pick = said.map_or(Pick::Wanted, |(_, pick)| *pick);
        let mut line = settle(tx, asked, (date, pattern.wall, pick), &lines)?;
        line.price = match line.wanted.as_ref().or(line.placement.as_ref()) {
            Some(placement) => Some(agreed(tx, repeat, (pattern, placement))?.quote.total()),
            None => None,
        };
        lines.push(line);
    }
    for place in 0..lines.len() {
        let Some(line) = lines.get(place).filter(|line| line.refusal.is_some()) else {
            continue;
        };
        let found = nearest(tx, asked, line, &lines)?;
        if let Some(line) = lines.get_mut(place) {
            line.nearest = found;
        }
    }
    Ok(lines)
}

fn write(
    tx: &mut TenantTx<'_>,
    command: &Make<'_>,
    (pattern, chosen): (&Pattern, &[(LocalDate, Placement)]),
) -> Result<SeriesId, MakeError> {
    let row = &pattern.row;
    let found = booking::find(tx, row.id)?.ok_or(MakeError::Unknown)?;
    let details = details(&found);
    let mut members = vec![(row.id, row.business_date)];
    for (date, placement) in chosen {
        let id = one(tx, command, (pattern, placement, &details))?;
        members.push((id, *date));
    }
    let (id, rule) = (SeriesId(Uuid::new_v4()), command.repeat.rule);
    let new = NewSeries {
        id,
        every: rule.every,
        weekdays: rule.bits(),
        minute: i16::try_from(pattern.wall.minutes()).unwrap_or(0),
        begins: row.business_date,
        ends: match rule.end {
            End::On(last) => (Some(last), None),
            End::After(count) => (None, Some(count)),
        },
        key: command.key,
    };
    read::write(tx, &new, &members)?;
    let last = members.len();
    for (place, (booking, _)) in members.iter().enumerate() {
        let line = told(format!("made {} {last}", place + 1));
        history::write(tx, *booking, &[line])?;
    }
    if command.tell {
        // A letter about the first that has not left says nothing that this one does not.
        take_back(tx, row.id, Kind::BookingConfirmed)?;
        let ids: Vec<BookingId> = members.iter().map(|(booking, _)| *booking).collect();
        let due = tx.now();
        tell(
            tx,
            row.id,
            Kind::SeriesConfirmed,
            json!({ "bookings": ids }),
            due,
        )?;
    }
    Ok(id)
}

/// For whom they are: whoever the first is for. What was remarked and answered for that visit belongs to that visit.
fn details(found: &Booking) -> Details {
    Details {
        contact: Contact {
            name: Name {
                display: found.customer.name.clone(),
                ..Name::default()
            },
            email: found.customer.email.clone(),
            phone: found.customer.phone.clone(),
            lang: found.row.lang(),
        },
        note: String::new(),
        answers: Vec::new(),
    }
}

/// What is agreed for one day.
struct Agreed {
    service: Service,
    column: Option<ResourceId>,
    quote: Quote,
}

/// The service as it is on that day and by whoever it falls to, and what it costs.
fn agreed(
    tx: &mut TenantTx<'_>,
    repeat: &Repeat<'_>,
    (pattern, placement): (&Pattern, &Placement),
) -> Result<Agreed, DbError> {
    let column = resource::foremost(tx, &placement.resources())?;
    let service = pattern.service.clone().on(placement.date);
    let terms = resource::roster(tx)?.terms(&service, column);
    let service = service.done_by(terms);
    let (party, person) = (pattern.row.party_size, pattern.person.as_ref());
    let on = (repeat.profile.zone, tx.now());
    let on = occasion(on, (placement.date, placement.start), column, party);
    Ok(Agreed {
        quote: priced(&service, &on, person, &repeat.profile.settings.currency),
        service,
        column,
    })
}

/// One booking more, at the price and under the terms of its own day.
fn one(
    tx: &mut TenantTx<'_>,
    command: &Make<'_>,
    (pattern, placement, details): (&Pattern, &Placement, &Details),
) -> Result<BookingId, MakeError> {
    let row = &pattern.row;
    let agreed = agreed(tx, &command.repeat, (pattern, placement))?;
    let id = BookingId(Uuid::new_v4());
    let new = New {
        id,
        customer: row.customer_id,
        service: &agreed.service,
        resource: agreed.column,
        hold: None,
        key: None,
        source: match row.source {
            Source::Phone | Source::WalkIn => row.source,
            Source::Web | Source::OwnerPortal | Source::Import => Source::OwnerPortal,
        },
        start: placement.start,
        end: placement.end,
        date: placement.date,
        party: row.party_size,
        is_nominated: pattern.person.is_some(),
        details,
        quote: &agreed.quote,
        asked: None,
    };
    let changes = rows(tx, &new, None, command.secret)?;
    match allocation::take(tx, placement, Claim::Booking(id), changes)? {
        true => Ok(id),
        false => Err(MakeError::Gone),
    }
}
