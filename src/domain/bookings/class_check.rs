//! Whether a session of a class has the guests it needs, decided once, so many hours before it begins. Too few, and it is called off
//! by itself, or the shop is asked and answers.

use super::{
    session::{self as coming, Guest},
    session_change::{CallOff, SessionError, Why, call_off},
};
use crate::{
    base::{
        ids::ServiceId,
        time::{LocalDate, WallTime, instant, local},
    },
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::{
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            class::{self, ClassRules, SessionKey},
            session::{self, Session},
        },
    },
    schema::scheduling::{class_checks, class_dates},
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Integer, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use std::collections::{HashMap, HashSet};

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Enough come.
    Enough,
    /// Too few come, and it was called off by itself.
    CalledOff,
    /// Too few come, and the shop is asked.
    Asked,
    /// Too few come, and the shop holds it all the same.
    Kept,
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Enough, Self::CalledOff, Self::Asked, Self::Kept];

    fn label(self) -> &'static str {
        match self {
            Self::Enough => "enough",
            Self::CalledOff => "called_off",
            Self::Asked => "asked",
            Self::Kept => "kept",
        }
    }
}

/// What was decided of sessions.
pub type Outcomes = HashMap<SessionKey, Outcome>;

/// What was decided of the sessions of the business days from one to another.
pub fn outcomes(
    tx: &mut TenantTx<'_>,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Outcomes> {
    let rows: Vec<(ServiceId, LocalDate, i16, String)> = class_checks::table
        .filter(class_checks::business_id.eq(tx.business()))
        .filter(class_checks::date.between(first, last))
        .select((
            class_checks::service_id,
            class_checks::date,
            class_checks::start_minute,
            class_checks::outcome,
        ))
        .load(tx.conn())?;
    let known = |(service, date, minute, label): (ServiceId, LocalDate, i16, String)| {
        let wall = WallTime::new(u16::try_from(minute).ok()?)?;
        let key = SessionKey {
            service,
            date,
            wall,
        };
        let mut all = Outcome::ALL.into_iter();
        Some((key, all.find(|one| one.label() == label)?))
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// The sessions about which something is to be decided now: those whose hour of decision has passed since their class goes by
/// its rules, and since they were added.
pub fn due(tx: &mut TenantTx<'_>) -> db::Result<Vec<SessionKey>> {
    let Some(profile) = profile::own(tx)? else {
        return Ok(Vec::new());
    };
    let now = tx.now();
    let today = local(profile.zone, now).date();
    let first = today.pred_opt().unwrap_or(today);
    let mut due = Vec::new();
    for (id, rules, since) in class::all(tx)? {
        let Some(service) = service::find(tx, id)?.filter(|_| rules.least > 1) else {
            continue;
        };
        // Yesterday's night, today, and as far as it is decided beforehand.
        let days = u16::try_from(rules.decide_hours / 24 + 3).unwrap_or(3);
        let sessions = session::within(tx, profile.zone, &[service], (first, days))?;
        let sessions = sessions.into_iter();
        due.extend(
            sessions.filter_map(|one| is_due(&one, (&rules, since), now).then_some(one.key)),
        );
    }
    if due.is_empty() {
        return Ok(due);
    }
    let decided: HashSet<SessionKey> = decided(tx, first)?;
    due.retain(|key| !decided.contains(key));
    let added = added(tx, first)?;
    let mut late = Vec::with_capacity(due.len());
    for key in due {
        let rules = class::find(tx, key.service)?.unwrap_or_default();
        let start = instant(profile.zone, key.date, key.wall);
        let at = start.and_then(|start| rules.decided_at(start));
        let is_new = added
            .get(&key)
            .zip(at)
            .is_some_and(|(added, at)| *added > at);
        late.extend((!is_new).then_some(key));
    }
    Ok(late)
}

fn is_due(one: &Session, (rules, since): (&ClassRules, DateTime<Utc>), now: DateTime<Utc>) -> bool {
    let at = rules.decided_at(one.start);
    one.is_held && one.is_open && one.start > now && at.is_some_and(|at| since <= at && at <= now)
}

fn decided(tx: &mut TenantTx<'_>, first: LocalDate) -> db::Result<HashSet<SessionKey>> {
    let known = outcomes(tx, (first, LocalDate::MAX))?;
    Ok(known.into_keys().collect())
}

/// When something was said of sessions last.
fn added(
    tx: &mut TenantTx<'_>,
    first: LocalDate,
) -> db::Result<HashMap<SessionKey, DateTime<Utc>>> {
    let rows: Vec<(ServiceId, LocalDate, i16, DateTime<Utc>)> = class_dates::table
        .filter(class_dates::business_id.eq(tx.business()))
        .filter(class_dates::date.ge(first))
        .select((
            class_dates::service_id,
            class_dates::date,
            class_dates::start_minute,
            class_dates::created_at,
        ))
        .load(tx.conn())?;
    let known = |(service, date, minute, at): (ServiceId, LocalDate, i16, DateTime<Utc>)| {
        let wall = WallTime::new(u16::try_from(minute).ok()?)?;
        let key = SessionKey {
            service,
            date,
            wall,
        };
        Some((key, at))
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// Decides about a session. Whoever comes second finds that it is decided, and does nothing: `None`.
pub fn decide(tx: &mut TenantTx<'_>, key: &SessionKey) -> Result<Option<Outcome>, SessionError> {
    let profile = profile::own(tx)?.ok_or(SessionError::Unknown)?;
    let service = service::find(tx, key.service)?.ok_or(SessionError::Unknown)?;
    if !claim(tx, key)? {
        return Ok(None);
    }
    let rules = class::find(tx, key.service)?.ok_or(SessionError::Unknown)?;
    let guests = count(tx, (&profile, &service), key)?;
    let outcome = match (guests >= i64::from(rules.least), rules.calls_off_itself) {
        (true, _) => Outcome::Enough,
        (false, false) => Outcome::Asked,
        (false, true) => {
            let command = CallOff {
                profile: &profile,
                key: *key,
                reason: "",
                seen: None,
                why: Why::TooFew,
            };
            call_off(tx, &command)?;
            Outcome::CalledOff
        }
    };
    note(tx, key, (outcome, guests))?;
    Ok(Some(outcome))
}

/// The shop holds a session for which too few have booked. Where it was not asked, or has answered, nothing is changed: `false`.
pub fn keep(tx: &mut TenantTx<'_>, key: &SessionKey) -> db::Result<bool> {
    let asked = class_checks::table
        .filter(class_checks::business_id.eq(tx.business()))
        .filter(class_checks::service_id.eq(key.service))
        .filter(class_checks::date.eq(key.date))
        .filter(class_checks::start_minute.eq(key.minute()))
        .filter(class_checks::outcome.eq(Outcome::Asked.label()));
    let kept = diesel::update(asked).set(class_checks::outcome.eq(Outcome::Kept.label()));
    Ok(prepared(kept).execute(tx.conn())? > 0)
}

/// How many sessions from a business day on wait for the shop to decide.
pub fn waiting(tx: &mut TenantTx<'_>, today: LocalDate) -> db::Result<i64> {
    let waiting = statement::<(BigInt,), _>(
        "select count(*) from scheduling.class_checks c where c.business_id = ? and c.date >= ? and c.outcome = 'asked' \
         and not exists (select from scheduling.class_dates d where d.business_id = c.business_id \
         and d.service_id = c.service_id and d.date = c.date and d.start_minute = c.start_minute and not d.is_held)",
        (bind::<SqlUuid, _>(tx.business()), bind::<Date, _>(today)),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(waiting.0)
}

/// Makes the decision one's own: of two who decide at once, one waits here and then finds that it is done.
fn claim(tx: &mut TenantTx<'_>, key: &SessionKey) -> db::Result<bool> {
    let claimed = diesel::insert_into(class_checks::table)
        .values((
            class_checks::business_id.eq(tx.business()),
            class_checks::service_id.eq(key.service),
            class_checks::date.eq(key.date),
            class_checks::start_minute.eq(key.minute()),
            class_checks::outcome.eq(Outcome::Enough.label()),
            class_checks::decided_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing();
    Ok(prepared(claimed).execute(tx.conn())? > 0)
}

/// How many people come for certain, counted behind the queue in which guests stand for the class.
fn count(
    tx: &mut TenantTx<'_>,
    (profile, service): (&Profile, &Service),
    key: &SessionKey,
) -> Result<i64, SessionError> {
    let start = instant(profile.zone, key.date, key.wall).ok_or(SessionError::Unknown)?;
    coming::lock(tx, key, start)?;
    session::stand_in_line(tx, service, key.date)?;
    let guests = coming::guests(tx, key, start)?;
    let standing = guests.iter().filter(|guest| guest.is_certain());
    Ok(standing.map(party).sum())
}

fn party(guest: &Guest) -> i64 {
    guest.row.party_size.into()
}

fn note(
    tx: &mut TenantTx<'_>,
    key: &SessionKey,
    (outcome, guests): (Outcome, i64),
) -> db::Result<()> {
    let written = statement::<(), _>(
        "update scheduling.class_checks set outcome = ?, guests = ?, decided_at = ? \
         where business_id = ? and service_id = ? and date = ? and start_minute = ?",
        (
            bind::<Text, _>(outcome.label()),
            bind::<Integer, _>(i32::try_from(guests).unwrap_or(i32::MAX)),
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(key.service),
            bind::<Date, _>(key.date),
            bind::<SmallInt, _>(key.minute()),
        ),
    );
    prepared(written).execute(tx.conn())?;
    Ok(())
}
