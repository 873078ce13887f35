//! What an operator stops for everybody at once. Businesses remember it with their own rules (`tx.kept`), and turning it
//! makes all of them read again, so that it costs a guest's page nothing.

use crate::{
    db::{self, DbError, PlatformTx, statement::prepared},
    refusal,
    schema::platform::switches,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// The name of the switch of guests' bookings.
pub const BOOKINGS: &str = "bookings";

/// A switch as it stands.
#[derive(Clone, Debug, Queryable)]
pub struct Switch {
    /// Whether it stops what it is named after.
    pub is_stopped: bool,
    /// Why.
    pub reason: String,
    /// Raised with every turn.
    pub version: i32,
    /// When it was last turned.
    pub turned_at: DateTime<Utc>,
}

/// Why a switch was not turned.
#[derive(Debug, thiserror::Error)]
pub enum TurnError {
    /// Somebody else has turned it meanwhile.
    #[error("turned by somebody else")]
    Overtaken,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(TurnError);

/// The switch of guests' bookings.
pub fn bookings(tx: &mut PlatformTx<'_>) -> db::Result<Switch> {
    let found = switches::table
        .filter(switches::name.eq(BOOKINGS))
        .select((
            switches::is_stopped,
            switches::reason,
            switches::version,
            switches::updated_at,
        ))
        .first(tx.conn())?;
    Ok(found)
}

/// Turns the switch of guests' bookings, as it was seen in this version.
pub fn turn(tx: &mut PlatformTx<'_>, stop: bool, reason: &str, seen: i32) -> Result<(), TurnError> {
    let turned = prepared(
        diesel::update(
            switches::table.filter(switches::name.eq(BOOKINGS)).filter(
                switches::version
                    .eq(seen)
                    .and(switches::is_stopped.ne(stop)),
            ),
        )
        .set((
            switches::is_stopped.eq(stop),
            switches::reason.eq(reason),
            switches::version.eq(seen + 1),
        )),
    )
    .execute(tx.conn())?;
    match turned {
        0 => Err(TurnError::Overtaken),
        _ => Ok(()),
    }
}
