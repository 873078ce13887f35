//! One service of a visit is called off or moved, while the others stay as they are. The last that stands is the booking itself:
//! who calls it off calls off all.

mod back;
mod call_off;
mod instead;
mod remainder;
mod scene;
mod shift;

pub(super) use back::{move_back, stand_again};
pub use call_off::{CallOff, call_off};
pub use instead::{Instead, instead};
pub use scene::{Due, due, may_call_off};
pub use shift::{Shift, shift};

use crate::{
    db::DbError,
    domain::{
        bookings::{cancel::CancelError, lines_told::ToldLine},
        scheduling::availability::{Refusal, Slot},
    },
    refusal,
};
use serde_json::{Value, json};

/// Why it was neither called off nor moved.
#[derive(Debug, thiserror::Error)]
pub enum PartError {
    /// There is no such booking, or it has no such service.
    #[error("no such service of a booking")]
    Unknown,
    /// It is off already.
    #[error("off already")]
    Already,
    /// The booking is off, over, or the deadline for guests has passed.
    #[error("too late")]
    TooLate,
    /// Somebody changed the booking since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The fee has risen since the page was shown.
    #[error("the fee is another")]
    FeeChanged,
    /// The service is not offered any more, or that person is not there.
    #[error("gone")]
    Gone,
    /// It would begin before the guest's service before it is over, or end after the next one begins, or lie on another day; the
    /// nearest times that can be had.
    #[error("out of order")]
    OutOfOrder(Vec<Slot>),
    /// The new time cannot be had; the nearest that can.
    #[error("refused: {0:?}")]
    Refused(Refusal, Vec<Slot>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(PartError);

/// What was called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off {
    /// One service of several, and what that costs.
    Part(i64),
    /// The last one, and with it the booking; what that costs.
    Booking(i64),
}

impl From<CancelError> for PartError {
    fn from(error: CancelError) -> Self {
        match error {
            CancelError::Unknown => Self::Unknown,
            CancelError::Already => Self::Already,
            CancelError::TooLate => Self::TooLate,
            CancelError::FeeChanged => Self::FeeChanged,
            CancelError::Db(error) => Self::Db(error),
        }
    }
}

/// What a letter remembers of one service: its name, since that leaves the price with it.
fn named(line: Option<&ToldLine>) -> Value {
    line.map_or(
        Value::Null,
        |line| json!({ "ja": line.name.ja, "en": line.name.en }),
    )
}
