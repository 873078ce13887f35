//! Command: a file becomes bookings, all of it or nothing, decided anew under the locks of everything it takes.

use super::{
    plan::{How, Plan, plan},
    rows::{self, AT_ONCE, Made},
    waiting::{self, State},
};
use crate::{
    base::{fingerprint::fingerprint, ids::BookingId, ids::BookingImportId},
    db::{DbError, TenantTx},
    domain::scheduling::allocation::{self, TakeError},
    refusal,
};
use uuid::Uuid;

/// What somebody presses after having seen what would come of it.
#[derive(Clone, Copy, Debug)]
pub struct Bring<'a> {
    /// Which file.
    pub id: BookingImportId,
    /// How.
    pub how: How<'a>,
    /// Why promises beside the hours are kept; said where they are.
    pub reason: &'a str,
    /// What was seen: [`mark`] of that plan.
    pub seen: &'a str,
    /// Whether lines that cannot become bookings are left out.
    pub leaves_problems: bool,
    /// Whether guests are written to.
    pub tells_guests: bool,
    /// The house's secret, from which the links of bookings are made.
    pub secret: &'a [u8],
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum BringError {
    /// There is no such file any more.
    #[error("no such file")]
    Unknown,
    /// It was brought in before.
    #[error("done before")]
    Done,
    /// It would do something else by now than what was seen.
    #[error("something has changed")]
    Changed,
    /// Promises beside the hours would be kept, and nobody has said why.
    #[error("no reason")]
    NoReason,
    /// Some lines cannot become bookings, and nobody has said that they are to be left out.
    #[error("there are problems")]
    Problems,
    /// No line can.
    #[error("nothing to write")]
    Nothing,
    /// Somebody was quicker with a time, in this very moment.
    #[error("taken")]
    Taken,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(BringError);

impl From<TakeError> for BringError {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Taken => Self::Taken,
            TakeError::Db(error) => Self::Db(error),
        }
    }
}

/// What tells one plan from another, for whoever saw it: what the file is said to mean, what is wrong with which line, and how
/// much is made of it at what price. Who serves whom where nobody was named is not part of it.
pub fn mark(choices: &waiting::Choices, plan: &Plan) -> String {
    fingerprint(&(
        choices,
        (&plan.problems, &plan.left),
        (plan.by_day(), plan.new_guests(), plan.promised()),
        plan.prices(),
    ))
}

/// Brings a file in.
pub fn bring(tx: &mut TenantTx<'_>, command: &Bring<'_>) -> Result<usize, BringError> {
    let Some(waiting) = waiting::lock(tx, command.id)? else {
        let known = waiting::of(tx, command.id)?;
        return Err(match known.is_some_and(|one| one.state != State::Waiting) {
            true => BringError::Done,
            false => BringError::Unknown,
        });
    };
    let plan = plan(tx, &waiting, command.how, true)?;
    if mark(&waiting.choices, &plan) != command.seen {
        return Err(BringError::Changed);
    }
    if plan.ready.is_empty() {
        return Err(BringError::Nothing);
    }
    if plan.promised() > 0 && command.reason.is_empty() {
        return Err(BringError::NoReason);
    }
    if !plan.problems.is_empty() && !command.leaves_problems {
        return Err(BringError::Problems);
    }
    let left = plan.left.len() + plan.refused();
    let made: Vec<Made> = plan
        .ready
        .into_iter()
        .map(|one| (BookingId(Uuid::new_v4()), one))
        .collect();
    let cards = rows::cards(tx, &made)?;
    for some in made.chunks(AT_ONCE) {
        rows::bookings(tx, some)?;
        let placed = some.iter().map(|(id, one)| (*id, &one.placement));
        allocation::take_many(tx, &placed.collect::<Vec<_>>())?;
        rows::stories(tx, some, command.reason)?;
        rows::keys(tx, some, (command.id, command.secret))?;
    }
    if command.tells_guests {
        rows::letters(tx, &made)?;
    }
    rows::done(tx, command.id, (&made, left, cards), command.tells_guests)?;
    Ok(made.len())
}
