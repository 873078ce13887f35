//! Command: what becomes of the bookings of somebody who is suddenly off. Each is given somebody else or another time, its guest
//! is asked, or it is called off without a fee; all that was decided, or nothing.

use super::{
    absence::{Absence, AbsenceError, needs_asking, take_off},
    booking::{self, Row},
    cancel::{Cancel, CancelError, cancel},
    proposal::{self, AnswerError, NewProposal},
    reschedule::{Person, Reschedule, RescheduleError, reschedule, without},
    visit_again,
};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{DbError, TenantTx},
    domain::{businesses::profile::Profile, scheduling::availability::Refusal},
};
use chrono::{DateTime, Utc};

/// What is to become of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It goes there, to that person; its guest is asked where that is not what they were promised.
    Move(DateTime<Utc>, ResourceId),
    /// Its guest chooses another time.
    Ask,
    /// It is called off, and costs nothing.
    CallOff,
    /// It stays for now.
    Leave,
}

/// What was decided about a booking that was shown.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// Which.
    pub booking: BookingId,
    /// As it was shown.
    pub version: i32,
    /// What becomes of it.
    pub way: Way,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// So many have somebody else, and nobody needs to be asked.
    pub given: usize,
    /// So many guests are asked.
    pub asked: usize,
    /// So many were called off.
    pub called_off: usize,
}

/// Why one decision could not be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The place cannot be had.
    Refused(Refusal),
    /// It is not what was shown any more.
    Changed,
    /// The menu has lost its service, or that person is not there.
    Gone,
}

/// Takes them off the day, and does with each booking what was decided: all of it, or nothing.
pub fn carry_out(
    tx: &mut TenantTx<'_>,
    absence: &Absence<'_>,
    decisions: &[Decision],
) -> Result<Done, AbsenceError> {
    take_off(tx, absence)?;
    let mut done = Done::default();
    let mut troubles = Vec::new();
    for decision in decisions {
        match carry(tx, absence, decision, &mut done) {
            Ok(()) => {}
            Err(Trouble::Because(why)) => troubles.push((decision.booking, why)),
            Err(Trouble::Db(error)) => return Err(error.into()),
        }
    }
    match troubles.is_empty() {
        true => Ok(done),
        false => Err(AbsenceError::NotSo(troubles)),
    }
}

/// Why one decision was not carried out.
pub(super) enum Trouble {
    Because(WhyNot),
    Db(DbError),
}

impl From<DbError> for Trouble {
    fn from(error: DbError) -> Self {
        Self::Db(error)
    }
}

impl From<RescheduleError> for Trouble {
    fn from(error: RescheduleError) -> Self {
        match error {
            RescheduleError::Refused(refusal, _) => Self::Because(WhyNot::Refused(refusal)),
            RescheduleError::Gone => Self::Because(WhyNot::Gone),
            RescheduleError::Db(error) => Self::Db(error),
            RescheduleError::Unknown
            | RescheduleError::TooLate
            | RescheduleError::Stale
            | RescheduleError::FeeChanged
            | RescheduleError::Overbooked(_)
            | RescheduleError::TooMany(_) => Self::Because(WhyNot::Changed),
        }
    }
}

impl From<AnswerError> for Trouble {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Db(error) => Self::Db(error),
            AnswerError::Unknown | AnswerError::NotAsked => Self::Because(WhyNot::Changed),
        }
    }
}

fn carry(
    tx: &mut TenantTx<'_>,
    absence: &Absence<'_>,
    decision: &Decision,
    done: &mut Done,
) -> Result<(), Trouble> {
    if decision.way == Way::Leave {
        return Ok(());
    }
    let row = booking::find_for_update(tx, decision.booking)?;
    let visit = visit_again::read(tx, decision.booking)?;
    let column = row.as_ref().and_then(|row| row.resource_id);
    let is_theirs = match &visit {
        Some(visit) => visit.is_with(absence.person),
        None => column == Some(absence.person),
    };
    let is_as_shown = |row: &Row| {
        row.version == decision.version
            && row.status.is_ahead()
            && is_theirs
            && row.business_date == absence.date
    };
    let row = row.filter(is_as_shown);
    let row = row.ok_or(Trouble::Because(WhyNot::Changed))?;
    let question = NewProposal {
        booking: row.id,
        absent: (absence.person, absence.date),
        was: (row.start_at, row.end_at),
        is_choice: decision.way == Way::Ask,
    };
    match decision.way {
        Way::Leave => {}
        Way::Move(start, person) if (start, person) == (row.start_at, absence.person) => {
            // It would stay with whoever is off.
            let why = WhyNot::Refused(Refusal::NobodyWorking);
            return Err(Trouble::Because(why));
        }
        Way::Move(start, person) => {
            match visit {
                Some(_) => give_visit(tx, absence, (&row, start))?,
                None => give(tx, absence, (&row, start, person))?,
            }
            if needs_asking(&row, (start, person)) {
                proposal::ask(tx, &question)?;
                done.asked += 1;
            } else {
                done.given += 1;
            }
        }
        Way::Ask => {
            proposal::ask(tx, &question)?;
            done.asked += 1;
        }
        Way::CallOff => {
            call_off(tx, absence.profile, (row.id, ""))?;
            done.called_off += 1;
        }
    }
    Ok(())
}

/// Whoever is promised nobody pays for nobody.
fn give(
    tx: &mut TenantTx<'_>,
    absence: &Absence<'_>,
    (row, start, person): (&Row, DateTime<Utc>, ResourceId),
) -> Result<(), RescheduleError> {
    let command = Reschedule {
        profile: absence.profile,
        booking: row.id,
        start,
        version: row.version,
        minutes: None,
        reason: "",
        tell: false,
        person: Some(Person {
            resource: person,
            is_nominated: row.is_nominated && row.resource_id == Some(person),
        }),
        override_reason: "",
        seen_fee: None,
    };
    reschedule(tx, &command)
}

/// A visit goes as a whole, each of its services to whoever was asked for or is free.
fn give_visit(
    tx: &mut TenantTx<'_>,
    absence: &Absence<'_>,
    (row, start): (&Row, DateTime<Utc>),
) -> Result<(), RescheduleError> {
    let command = Reschedule {
        profile: absence.profile,
        booking: row.id,
        start,
        version: row.version,
        minutes: None,
        reason: "",
        tell: false,
        person: None,
        override_reason: "",
        seen_fee: None,
    };
    without(tx, &command, absence.person)
}

/// It is the shop that calls it off, so it costs nothing.
pub(super) fn call_off(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (booking, reason): (BookingId, &str),
) -> Result<(), Trouble> {
    let command = Cancel {
        profile,
        booking,
        reason,
        seen_fee: None,
        tell: true,
    };
    match cancel(tx, &command) {
        Ok(_fee) => Ok(()),
        Err(CancelError::Db(error)) => Err(error.into()),
        Err(
            CancelError::Unknown
            | CancelError::Already
            | CancelError::TooLate
            | CancelError::FeeChanged,
        ) => Err(Trouble::Because(WhyNot::Changed)),
    }
}
