//! Command: a booking is repeated by a rule. All of it in one transaction: what is free is shown first, and what is booked is what
//! was shown, or nothing.

use super::{
    pattern::{Pattern, pattern},
    plan::{Asked, Line, Pick, mark, nearest, settle},
    read::{self, NewSeries},
    rule::{End, Rule},
    told,
};
use crate::{
    base::{
        ids::{BookingId, SeriesId},
        time::LocalDate,
    },
    db::{DbError, TenantTx},
    domain::{
        bookings::{
            booking::{self, Booking, Source},
            cancel::tell,
            create::{New, rows},
            details::Details,
            history, lines as booked,
        },
        businesses::profile::Profile,
        customers::register::{Contact, Name},
        notifications::send::{Kind, take_back},
        scheduling::{
            allocation::{self, Claim, TakeError, Wanted},
            availability::VisitPlacement,
        },
    },
    refusal,
};
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

/// What would come of it as things stand: nothing is locked, so a yes may become a no.
pub fn foresee(tx: &mut TenantTx<'_>, repeat: &Repeat<'_>) -> Result<Vec<Line>, MakeError> {
    let found = booking::find(tx, repeat.booking)?.ok_or(MakeError::Unknown)?;
    let pattern = pattern(tx, repeat.profile.zone, found.row)?;
    let (parts, columns) = (pattern.parts(), pattern.columns());
    let asked = pattern.asked(repeat.profile, (&parts, &columns), false);
    Ok(lines(tx, &asked, (&pattern, repeat))?)
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
    let dates = repeat.rule.dates(pattern.row.business_date);
    pattern.lock(tx, dates.last().copied())?;
    let (parts, columns) = (pattern.parts(), pattern.columns());
    let asked = pattern.asked(repeat.profile, (&parts, &columns), true);
    let lines = lines(tx, &asked, (&pattern, repeat))?;
    if mark(&lines) != command.seen || !lines.iter().all(Line::is_settled) {
        return Err(MakeError::NotSo);
    }
    let chosen: Vec<(LocalDate, VisitPlacement)> = lines
        .into_iter()
        .filter_map(|line| Some((line.date, line.placement?)))
        .collect();
    if chosen.is_empty() {
        return Err(MakeError::Nothing);
    }
    write(tx, command, (&pattern, &chosen))
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
            Some(placement) => {
                let agreed = pattern.agreed(tx, placement)?;
                let now = tx.now();
                agreed.map(|agreed| agreed.quote(repeat.profile, now).total())
            }
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
    (pattern, chosen): (&Pattern, &[(LocalDate, VisitPlacement)]),
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

/// One booking more, at the price and under the terms of its own day.
fn one(
    tx: &mut TenantTx<'_>,
    command: &Make<'_>,
    (pattern, placed, details): (&Pattern, &VisitPlacement, &Details),
) -> Result<BookingId, MakeError> {
    let row = &pattern.row;
    let agreed = pattern.agreed(tx, placed)?.ok_or(MakeError::Gone)?;
    let quote = agreed.quote(command.repeat.profile, tx.now());
    let first = agreed.parts.first().map(|part| &part.line);
    let id = BookingId(Uuid::new_v4());
    let new = New {
        id,
        customer: row.customer_id,
        service: &agreed.service,
        resource: first.and_then(|line| line.resource),
        hold: None,
        key: None,
        source: match row.source {
            Source::Phone | Source::WalkIn => row.source,
            Source::Web | Source::OwnerPortal | Source::Import => Source::OwnerPortal,
        },
        start: placed.start,
        end: placed.end,
        date: placed.date,
        party: row.party_size,
        is_nominated: first.is_some_and(|line| line.nominated.is_some()),
        details,
        quote: &quote,
        asked: None,
    };
    let mut changes = rows(tx, &new, None, command.secret)?;
    changes.extend(booked::rows(tx, id, &agreed.lines()));
    let wanted = Wanted::from(placed);
    match allocation::take_seats(tx, &wanted, Claim::Booking(id), changes)? {
        true => Ok(id),
        false => Err(MakeError::Gone),
    }
}
