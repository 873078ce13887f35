//! A file that waits: what stands in it, and what somebody has said that it means. Nobody keeps it longer than a day, and nobody
//! keeps it once its lines are bookings.

use super::column::Column;
use crate::{
    base::ids::{BookingImportId, ResourceId, ServiceId},
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::bookings::booking_imports,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, str::FromStr};
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;

/// So many lines a file may have.
pub const MOST: usize = 5_000;
/// So many columns are looked at.
pub const WIDEST: usize = 60;
/// So long it waits.
const WAITS: TimeDelta = TimeDelta::hours(24);

/// What stands in a file: the first row, and the lines with their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cells {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The lines.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// Which of ours a service of theirs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// This one.
    Ours(ServiceId),
    /// None: its lines are left out.
    Skipped,
}

/// Who of ours somebody of theirs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Staff {
    /// This one.
    Ours(ResourceId),
    /// Whoever is free.
    Anybody,
    /// Nobody: their lines are left out.
    Skipped,
}

/// What somebody has said that a file means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Meanings, each with the place of its column.
    pub columns: Vec<(Column, usize)>,
    /// Services by their name there.
    pub services: BTreeMap<String, Service>,
    /// People by their name there; without a name it is anybody.
    pub staff: BTreeMap<String, Staff>,
    /// Whether the columns have been said.
    pub has_columns: bool,
    /// Whether the names have been.
    pub has_names: bool,
    /// What the column of states says of bookings that do not stand any more, folded for comparing.
    pub ended: Vec<String>,
}

/// A file that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its key.
    pub id: BookingImportId,
    /// What stands in it.
    pub cells: Cells,
    /// What it means.
    pub choices: Choices,
}

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum State {
    /// Nobody has said yet that its lines are to be bookings.
    Waiting,
    /// They are.
    Made,
    /// They were, and were taken back.
    Undone,
}

impl TryFrom<String> for State {
    type Error = strum::ParseError;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        Self::from_str(&word)
    }
}

/// What became of a file.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = booking_imports)]
pub struct Import {
    /// Its key.
    pub id: BookingImportId,
    /// Where it stands.
    #[diesel(deserialize_as = String)]
    pub state: State,
    /// Bookings that were made.
    pub made_count: i32,
    /// Lines that were not.
    pub left_count: i32,
    /// Cards that were.
    pub card_count: i32,
    /// Bookings beside the hours of the shop.
    pub promised_count: i32,
    /// Whether guests were written to.
    pub tells_guests: bool,
    /// When it came.
    pub created_at: DateTime<Utc>,
    /// When its lines became bookings.
    pub made_at: Option<DateTime<Utc>>,
}

/// Keeps a file.
pub fn keep(tx: &mut TenantTx<'_>, cells: &Cells) -> db::Result<BookingImportId> {
    let id = BookingImportId(Uuid::new_v4());
    let row = diesel::insert_into(booking_imports::table).values((
        booking_imports::id.eq(id),
        booking_imports::business_id.eq(tx.business()),
        booking_imports::created_by.eq(tx.actor().user()),
        booking_imports::cells.eq(serde_json::to_value(cells).unwrap_or_default()),
        booking_imports::created_at.eq(tx.now()),
    ));
    prepared(row).execute(tx.conn())?;
    Ok(id)
}

/// A file that still waits.
pub fn find(tx: &mut TenantTx<'_>, id: BookingImportId) -> db::Result<Option<Waiting>> {
    let since = tx.now() - WAITS;
    let found = booking_imports::table
        .filter(booking_imports::business_id.eq(tx.business()))
        .filter(booking_imports::id.eq(id))
        .filter(booking_imports::state.eq(<&str>::from(State::Waiting)))
        .filter(booking_imports::created_at.gt(since))
        .select((
            booking_imports::cells.assume_not_null(),
            booking_imports::choices,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|found| read(id, found)))
}

/// The same, kept as it is until the transaction ends.
pub(super) fn lock(tx: &mut TenantTx<'_>, id: BookingImportId) -> db::Result<Option<Waiting>> {
    let held: Option<BookingImportId> = booking_imports::table
        .filter(booking_imports::business_id.eq(tx.business()))
        .filter(booking_imports::id.eq(id))
        .select(booking_imports::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    match held {
        Some(id) => find(tx, id),
        None => Ok(None),
    }
}

fn read(id: BookingImportId, (cells, choices): (serde_json::Value, serde_json::Value)) -> Waiting {
    Waiting {
        id,
        cells: serde_json::from_value(cells).unwrap_or_default(),
        choices: serde_json::from_value(choices).unwrap_or_default(),
    }
}

/// Says what it means.
pub fn choose(tx: &mut TenantTx<'_>, id: BookingImportId, choices: &Choices) -> db::Result<bool> {
    let change = diesel::update(
        booking_imports::table
            .filter(booking_imports::business_id.eq(tx.business()))
            .filter(booking_imports::id.eq(id))
            .filter(booking_imports::state.eq(<&str>::from(State::Waiting))),
    )
    .set(booking_imports::choices.eq(serde_json::to_value(choices).unwrap_or_default()));
    Ok(prepared(change).execute(tx.conn())? > 0)
}

/// What became of one.
pub fn of(tx: &mut TenantTx<'_>, id: BookingImportId) -> db::Result<Option<Import>> {
    Ok(booking_imports::table
        .filter(booking_imports::business_id.eq(tx.business()))
        .filter(booking_imports::id.eq(id))
        .select(Import::as_select())
        .first(tx.conn())
        .optional()?)
}

/// What became of the last ones, those that still wait among them.
pub fn all(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<Import>> {
    let since = tx.now() - WAITS;
    Ok(booking_imports::table
        .filter(booking_imports::business_id.eq(tx.business()))
        .filter(
            booking_imports::state
                .ne(<&str>::from(State::Waiting))
                .or(booking_imports::created_at.gt(since)),
        )
        .order((booking_imports::created_at.desc(), booking_imports::id))
        .limit(most)
        .select(Import::as_select())
        .load(tx.conn())?)
}

/// Throws away a file that waits.
pub fn drop(tx: &mut TenantTx<'_>, id: BookingImportId) -> db::Result<bool> {
    let gone = diesel::delete(
        booking_imports::table
            .filter(booking_imports::business_id.eq(tx.business()))
            .filter(booking_imports::id.eq(id))
            .filter(booking_imports::state.eq(<&str>::from(State::Waiting))),
    );
    Ok(prepared(gone).execute(tx.conn())? > 0)
}

/// Throws away all that wait in this business: somebody in one of them asked to be forgotten.
pub fn forget(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let gone = diesel::delete(
        booking_imports::table
            .filter(booking_imports::business_id.eq(tx.business()))
            .filter(booking_imports::state.eq(<&str>::from(State::Waiting))),
    );
    prepared(gone).execute(tx.conn())?;
    Ok(())
}

/// Throws away what nobody came back for.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let since: DateTime<Utc> = tx.now() - WAITS;
    let gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from bookings.booking_imports where state = 'waiting' and created_at <= ? returning id",
        (bind::<Timestamptz, _>(since),),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}
