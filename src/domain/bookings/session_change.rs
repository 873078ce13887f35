//! Commands: a session of a class is added, called off, held after all, or moved to another hour or teacher. Whoever has booked
//! goes with it, in one transaction, and is told.

use super::{
    cancel::{Cancel, CancelError, cancel, tell},
    progress::{self, ProgressError, RECALL, UNDO},
    reschedule::{Person, Reschedule, RescheduleError, reschedule},
    session::{Guest, guests, lock, mark},
};
use crate::{
    base::{
        ids::{BookingId, ResourceId},
        time::{WallTime, instant},
    },
    db::{
        DbError, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        businesses::profile::Profile,
        catalog::service::{self, Service},
        notifications::send::Kind,
        scheduling::{
            class::{self, Said, SessionKey},
            session::{self, Session},
        },
    },
    refusal,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};

/// The word in the row of a letter where a shop calls off a whole session.
pub const SESSION: &str = "session";
/// The word in the row of a letter where a session had too few guests.
pub const TOO_FEW: &str = "too_few";

/// A session that is called off.
#[derive(Clone, Copy, Debug)]
pub struct CallOff<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which.
    pub key: SessionKey,
    /// Why, in the words of whoever calls it off; may be empty.
    pub reason: &'a str,
    /// Who was expected when it was looked at ([`mark`]); `None` where nobody looked.
    pub seen: Option<&'a str>,
    /// Why, as guests are told.
    pub why: Why,
}

/// Why a session is called off, as guests are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The shop wants it.
    Shop,
    /// Too few have booked.
    TooFew,
}

/// A session that is moved within its day.
#[derive(Clone, Copy, Debug)]
pub struct Relocate<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which.
    pub key: SessionKey,
    /// To when.
    pub wall: WallTime,
    /// Who gives it; `None` is whoever gives the class.
    pub with: Option<ResourceId>,
    /// Why, in the words of whoever moves it; may be empty.
    pub reason: &'a str,
    /// Who was expected when it was looked at ([`mark`]).
    pub seen: &'a str,
}

/// What became of the bookings of a session that is held after all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// So many stand again.
    pub back: usize,
    /// So many could not have their place again.
    pub lost: usize,
}

/// Why a session was not changed.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// There is no such class, or no such session.
    #[error("no such session")]
    Unknown,
    /// It is over, has begun, or would begin in the past.
    #[error("too late")]
    Over,
    /// It is called off, or held, already.
    #[error("already so")]
    Already,
    /// Another session of the class begins then.
    #[error("there is one already")]
    There,
    /// The shop is closed then.
    #[error("closed")]
    Closed,
    /// Other people are expected than were shown.
    #[error("not as seen")]
    NotSo,
    /// Somebody cannot have a place at the new time; who.
    #[error("no room")]
    NoRoom(String),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(SessionError);

impl Why {
    /// The word in the row of a letter.
    fn word(self) -> &'static str {
        match self {
            Self::Shop => SESSION,
            Self::TooFew => TOO_FEW,
        }
    }
}

/// Holds a session on a single date besides the timetable. Only a class has sessions: what is booked at any time stays so.
pub fn add(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    key: &SessionKey,
    with: Option<ResourceId>,
) -> Result<(), SessionError> {
    if !class::services(tx)?.contains(&key.service) {
        return Err(SessionError::Unknown);
    }
    let (_, found) = begin(tx, profile, key)?;
    if found.is_some_and(|found| found.is_held) {
        return Err(SessionError::There);
    }
    may_begin(tx, profile, key)?;
    class::say(tx, key, (true, with))?;
    Ok(())
}

/// Calls a session off with everybody who has booked: it costs them nothing, and each is told. Returns how many bookings that was.
pub fn call_off(tx: &mut TenantTx<'_>, command: &CallOff<'_>) -> Result<usize, SessionError> {
    let key = &command.key;
    let (service, found) = begin(tx, command.profile, key)?;
    let found = found.ok_or(SessionError::Unknown)?;
    if !found.is_held {
        return Err(SessionError::Already);
    }
    if end(&service, &found) <= tx.now() {
        return Err(SessionError::Over);
    }
    class::say(tx, key, (false, found.with))?;
    session::let_holds_lapse(tx, key.service, found.start)?;
    let coming = expected(tx, key, found.start)?;
    if command.seen.is_some_and(|seen| seen != mark(&coming)) {
        return Err(SessionError::NotSo);
    }
    for guest in &coming {
        cancel_one(tx, command, guest.row.id)?;
    }
    Ok(coming.len())
}

/// Holds a session that was called off. As long as that can be taken back, those who were called off with it stand again where
/// their places are still free, and are told so if they had been told of the other.
pub fn hold_again(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    key: &SessionKey,
) -> Result<Restored, SessionError> {
    let (service, found) = begin(tx, profile, key)?;
    let found = found.ok_or(SessionError::Unknown)?;
    if found.is_held {
        return Err(SessionError::Already);
    }
    if end(&service, &found) <= tx.now() {
        return Err(SessionError::Over);
    }
    let was = class::said(tx, key)?.ok_or(SessionError::Already)?;
    class::unsay(tx, key, &was)?;
    tx.rules_changed()?;
    let mut restored = Restored::default();
    if tx.now() > was.at + RECALL {
        return Ok(restored);
    }
    for booking in called_off_with(tx, key, (found.start, &was))? {
        match progress::undo(tx, profile, booking) {
            Ok(()) => restored.back += 1,
            Err(ProgressError::Db(error)) => return Err(error.into()),
            Err(_) => restored.lost += 1,
        }
    }
    Ok(restored)
}

/// Moves a session to another hour of its day, or gives it to another teacher; whoever has booked goes with it and is told.
/// Returns how many bookings that was. If one of them cannot, nothing has changed.
pub fn relocate(tx: &mut TenantTx<'_>, command: &Relocate<'_>) -> Result<usize, SessionError> {
    let key = &command.key;
    let (service, found) = begin(tx, command.profile, key)?;
    let found = found.ok_or(SessionError::Unknown)?;
    if !found.is_held {
        return Err(SessionError::Already);
    }
    let coming = expected(tx, key, found.start)?;
    let has_begun = coming.iter().any(|guest| !guest.row.status.is_ahead());
    if found.start <= tx.now() || has_begun {
        return Err(SessionError::Over);
    }
    if command.seen != mark(&coming) {
        return Err(SessionError::NotSo);
    }
    let to = SessionKey {
        wall: command.wall,
        ..*key
    };
    if to == *key && command.with == found.with {
        return Ok(0);
    }
    if to != *key {
        let there = (to.date, to.wall);
        let other = session::find(tx, command.profile.zone, &service, there)?;
        if other.is_some_and(|other| other.is_held) {
            return Err(SessionError::There);
        }
        class::say(tx, key, (false, found.with))?;
    }
    let start = may_begin(tx, command.profile, &to)?;
    class::say(tx, &to, (true, command.with))?;
    session::let_holds_lapse(tx, key.service, found.start)?;
    tx.rules_changed()?;
    // Whoever held a place may have booked it while their hold was waited for.
    let coming = expected(tx, key, found.start)?;
    for guest in &coming {
        move_one(tx, command, (guest, start))?;
    }
    Ok(coming.len())
}

/// Locks what is booked, queues up for everything that the class takes, and finds the session as whoever stood before has left it.
fn begin(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    key: &SessionKey,
) -> Result<(Service, Option<Session>), SessionError> {
    let service = service::find(tx, key.service)?.ok_or(SessionError::Unknown)?;
    let start = instant(profile.zone, key.date, key.wall).ok_or(SessionError::Unknown)?;
    lock(tx, key, start)?;
    session::stand_in_line(tx, &service, key.date)?;
    let found = session::find(tx, profile.zone, &service, (key.date, key.wall))?;
    Ok((service, found))
}

/// When a session would begin, if it may: not in the past, and while the shop is open.
fn may_begin(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    key: &SessionKey,
) -> Result<DateTime<Utc>, SessionError> {
    let start = instant(profile.zone, key.date, key.wall).ok_or(SessionError::Closed)?;
    if start <= tx.now() {
        return Err(SessionError::Over);
    }
    match session::is_open(tx, (key.date, key.wall))? {
        true => Ok(start),
        false => Err(SessionError::Closed),
    }
}

fn end(service: &Service, found: &Session) -> DateTime<Utc> {
    found.start + TimeDelta::minutes(service.figures.duration_minutes.into())
}

fn expected(
    tx: &mut TenantTx<'_>,
    key: &SessionKey,
    start: DateTime<Utc>,
) -> Result<Vec<Guest>, DbError> {
    let mut all = guests(tx, key, start)?;
    all.retain(Guest::is_expected);
    Ok(all)
}

fn cancel_one(
    tx: &mut TenantTx<'_>,
    command: &CallOff<'_>,
    booking: BookingId,
) -> Result<(), SessionError> {
    let one = Cancel {
        profile: command.profile,
        booking,
        reason: command.reason,
        seen_fee: None,
        // The letter says more than that of a single booking.
        tell: false,
    };
    match cancel(tx, &one) {
        Ok(_nothing) => {}
        Err(CancelError::Db(error)) => return Err(error.into()),
        Err(_) => return Err(SessionError::NotSo),
    }
    let data = serde_json::json!({ "fee": 0, "why": command.why.word() });
    let due = tx.now() + UNDO;
    Ok(tell(tx, booking, Kind::BookingCancelled, data, due)?)
}

fn move_one(
    tx: &mut TenantTx<'_>,
    command: &Relocate<'_>,
    (guest, start): (&Guest, DateTime<Utc>),
) -> Result<(), SessionError> {
    let row = &guest.row;
    let other = command.with.filter(|with| Some(*with) != row.resource_id);
    let one = Reschedule {
        profile: command.profile,
        booking: row.id,
        start,
        version: row.version,
        minutes: None,
        reason: command.reason,
        tell: true,
        // Whoever asked for somebody else did not ask for this one, and owes nothing for asking.
        person: other.map(|resource| Person {
            resource,
            is_nominated: false,
        }),
        override_reason: "",
        seen_fee: None,
    };
    match reschedule(tx, &one) {
        Ok(()) => Ok(()),
        Err(RescheduleError::Db(error)) => Err(error.into()),
        Err(RescheduleError::Refused(..)) => Err(SessionError::NoRoom(guest.customer.name.clone())),
        Err(_) => Err(SessionError::NotSo),
    }
}

/// The bookings that were called off with a session.
fn called_off_with(
    tx: &mut TenantTx<'_>,
    key: &SessionKey,
    (start, was): (DateTime<Utc>, &Said),
) -> Result<Vec<BookingId>, DbError> {
    Ok(statement::<SqlUuid, _>(
        "select b.id from bookings.bookings b where b.business_id = ? and b.service_id = ? and b.start_at = ? \
         and b.status = 'cancelled' and b.deleted_at is null and exists (select from bookings.booking_history h \
         where h.business_id = b.business_id and h.booking_id = b.id and h.field_changed = 'status' \
         and h.new_value = 'cancelled' and h.created_at = ?) order by b.id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(key.service),
            bind::<Timestamptz, _>(start),
            bind::<Timestamptz, _>(was.at),
        ),
    )
    .load(tx.conn())?)
}
