//! Calendars that people keep elsewhere, as their shop knows them: whose, where, and how the last reading went.

use super::super::jobs::ReadCalendar;
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BusinessId, OutsideCalendarId, ResourceId},
        trouble::Trouble,
    },
    db::{
        self, EditError, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    queue,
    schema::scheduling::outside_calendars,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// So long after a reading comes the next.
pub const EACH: TimeDelta = TimeDelta::minutes(15);
/// What their sources are sealed for.
pub const PURPOSE: &[u8] = b"outside calendar";
/// So many are called for at a time.
const CALLED: i64 = 200;
/// A business has no more.
pub const MOST: usize = 60;

/// How a calendar is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    /// A file at an address.
    Ical,
    /// A collection that wants a name and a password.
    Caldav,
}

/// What its silence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum WhenSilent {
    /// What was last known holds.
    GoOn,
    /// Nobody can book this person until it answers.
    Close,
}

/// Where a calendar is and what opens it; sealed, as it lies in the database.
#[derive(Clone, Serialize, Deserialize)]
pub struct Source {
    /// Its address, which may be all the key there is.
    pub address: String,
    /// A name.
    pub user: String,
    /// A password.
    pub password: String,
}

/// What the shop says about a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Whose time it takes.
    pub resource: ResourceId,
    /// What the shop calls it.
    pub name: String,
    /// How it is asked.
    pub kind: Kind,
    /// What its silence means.
    pub when_silent: WhenSilent,
    /// After so many hours.
    pub silent_hours: i16,
}

impl Setup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// A calendar, and how the last reading went.
#[derive(Clone, Debug)]
pub struct OutsideCalendar {
    /// Its key.
    pub id: OutsideCalendarId,
    /// What the shop says about it.
    pub setup: Setup,
    /// Whose server it is on; the rest of its address is nobody's to see.
    pub host: String,
    /// When it was last asked.
    pub tried_at: Option<DateTime<Utc>>,
    /// When it last answered well.
    pub good_at: Option<DateTime<Utc>>,
    /// Why it did not, the last time.
    pub trouble: Option<Trouble>,
    /// How often somebody is busy by it, as far ahead as can be booked.
    pub events: i32,
    /// Whether this person's free times are closed because of its silence.
    pub is_closed: bool,
    /// Since when it is known.
    pub created_at: DateTime<Utc>,
}

impl OutsideCalendar {
    /// Since when nothing good was heard of it.
    pub fn heard_at(&self) -> DateTime<Utc> {
        self.good_at.unwrap_or(self.created_at)
    }

    /// Whether it has been silent for longer than the shop puts up with.
    pub fn is_silent(&self, now: DateTime<Utc>) -> bool {
        now - self.heard_at() >= TimeDelta::hours(self.setup.silent_hours.into())
    }
}

/// A calendar's sealed source, with the host that may be shown.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// Whose server it is on.
    pub host: String,
    /// The rest.
    pub source: Vec<u8>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = outside_calendars)]
struct Row {
    id: OutsideCalendarId,
    resource_id: ResourceId,
    name: String,
    kind: String,
    host: String,
    when_silent: String,
    silent_hours: i16,
    tried_at: Option<DateTime<Utc>>,
    good_at: Option<DateTime<Utc>>,
    trouble: String,
    events: i32,
    is_closed: bool,
    created_at: DateTime<Utc>,
}

impl From<Row> for OutsideCalendar {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            setup: Setup {
                resource: row.resource_id,
                name: row.name,
                // A check of the table knows the same words.
                kind: row.kind.parse().unwrap_or(Kind::Ical),
                when_silent: row.when_silent.parse().unwrap_or(WhenSilent::GoOn),
                silent_hours: row.silent_hours,
            },
            host: row.host,
            tried_at: row.tried_at,
            good_at: row.good_at,
            trouble: row.trouble.parse().ok(),
            events: row.events,
            is_closed: row.is_closed,
            created_at: row.created_at,
        }
    }
}

/// All of the business, the oldest first.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OutsideCalendar>> {
    let rows: Vec<Row> = outside_calendars::table
        .filter(outside_calendars::business_id.eq(tx.business()))
        .order((outside_calendars::created_at, outside_calendars::id))
        .select(Row::as_select())
        .load(tx.conn())?;
    Ok(rows.into_iter().map(OutsideCalendar::from).collect())
}

/// One of them.
pub fn find(tx: &mut TenantTx<'_>, id: OutsideCalendarId) -> db::Result<Option<OutsideCalendar>> {
    let row: Option<Row> = outside_calendars::table
        .filter(outside_calendars::business_id.eq(tx.business()))
        .filter(outside_calendars::id.eq(id))
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(row.map(OutsideCalendar::from))
}

/// Its sealed source.
pub fn source(tx: &mut TenantTx<'_>, id: OutsideCalendarId) -> db::Result<Option<Vec<u8>>> {
    Ok(outside_calendars::table
        .filter(outside_calendars::business_id.eq(tx.business()))
        .filter(outside_calendars::id.eq(id))
        .select(outside_calendars::source)
        .first(tx.conn())
        .optional()?)
}

/// A new one, of a key that its source was sealed with. It is read at once.
pub fn add(
    tx: &mut TenantTx<'_>,
    id: OutsideCalendarId,
    setup: &Setup,
    sealed: &Sealed,
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let (kind, when): (&str, &str) = (setup.kind.into(), setup.when_silent.into());
    prepared(diesel::insert_into(outside_calendars::table).values((
        outside_calendars::id.eq(id),
        outside_calendars::business_id.eq(business),
        outside_calendars::resource_id.eq(setup.resource),
        outside_calendars::name.eq(&setup.name),
        outside_calendars::kind.eq(kind),
        outside_calendars::host.eq(&sealed.host),
        outside_calendars::source.eq(&sealed.source),
        outside_calendars::when_silent.eq(when),
        outside_calendars::silent_hours.eq(setup.silent_hours),
        outside_calendars::next_at.eq(now + EACH),
        outside_calendars::created_at.eq(now),
    )))
    .execute(tx.conn())?;
    read_soon(tx, id)
}

/// Writes it anew, if it is still what `version` was made of; with another source, if one is given. It is read at once.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: OutsideCalendarId,
    (setup, sealed): (&Setup, Option<&Sealed>),
    version: &str,
) -> Result<(), EditError> {
    let own = outside_calendars::table
        .filter(outside_calendars::business_id.eq(tx.business()))
        .filter(outside_calendars::id.eq(id));
    let row: Option<Row> = own
        .select(Row::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    let known = OutsideCalendar::from(row.ok_or(EditError::Unknown)?);
    if known.setup.version() != version {
        return Err(EditError::Stale);
    }
    let when: &str = setup.when_silent.into();
    prepared(diesel::update(own).set((
        outside_calendars::name.eq(&setup.name),
        outside_calendars::when_silent.eq(when),
        outside_calendars::silent_hours.eq(setup.silent_hours),
    )))
    .execute(tx.conn())?;
    if let Some(sealed) = sealed {
        prepared(diesel::update(own).set((
            outside_calendars::host.eq(&sealed.host),
            outside_calendars::source.eq(&sealed.source),
        )))
        .execute(tx.conn())?;
    }
    Ok(read_soon(tx, id)?)
}

/// It is read no more, and takes nobody's time. Whether it was there.
pub fn remove(tx: &mut TenantTx<'_>, id: OutsideCalendarId) -> db::Result<bool> {
    let own = outside_calendars::table
        .filter(outside_calendars::business_id.eq(tx.business()))
        .filter(outside_calendars::id.eq(id));
    Ok(prepared(diesel::delete(own)).execute(tx.conn())? > 0)
}

/// It is to be read at once.
pub fn read_soon(tx: &mut TenantTx<'_>, id: OutsideCalendarId) -> db::Result<()> {
    let job = queue::job(
        Some(tx.business()),
        &ReadCalendar { calendar: id },
        tx.now(),
    )?;
    prepared(job).execute(tx.conn())?;
    Ok(())
}

/// Calls for whatever is due, in all businesses; each is due again after a while, however this reading ends, so that none is called
/// for twice. Returns how many that was.
pub fn call(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    let due: Vec<(BusinessId, OutsideCalendarId)> = statement::<(SqlUuid, SqlUuid), _>(
        "update scheduling.outside_calendars set next_at = ? where id = any (array(select id from scheduling.outside_calendars \
         where next_at <= ? order by next_at limit ? for update skip locked)) returning business_id, id",
        (
            bind::<Timestamptz, _>(now + EACH),
            bind::<Timestamptz, _>(now),
            bind::<BigInt, _>(CALLED),
        ),
    )
    .load(tx.conn())?;
    for (business, calendar) in &due {
        let job = ReadCalendar {
            calendar: *calendar,
        };
        prepared(queue::job(Some(*business), &job, now)?).execute(tx.conn())?;
    }
    Ok(due.len())
}

/// It was read.
pub fn note_good(tx: &mut TenantTx<'_>, id: OutsideCalendarId, events: usize) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let own = outside_calendars::table
        .filter(outside_calendars::business_id.eq(business))
        .filter(outside_calendars::id.eq(id));
    prepared(diesel::update(own).set((
        outside_calendars::tried_at.eq(now),
        outside_calendars::good_at.eq(now),
        outside_calendars::trouble.eq(""),
        outside_calendars::events.eq(i32::try_from(events).unwrap_or(i32::MAX)),
        outside_calendars::is_closed.eq(false),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// It was not, and this person's free times are closed because of it, or not.
pub fn note_trouble(
    tx: &mut TenantTx<'_>,
    id: OutsideCalendarId,
    (trouble, is_closed): (Trouble, bool),
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let word: &str = trouble.into();
    let own = outside_calendars::table
        .filter(outside_calendars::business_id.eq(business))
        .filter(outside_calendars::id.eq(id));
    prepared(diesel::update(own).set((
        outside_calendars::tried_at.eq(now),
        outside_calendars::trouble.eq(word),
        outside_calendars::is_closed.eq(is_closed),
    )))
    .execute(tx.conn())?;
    Ok(())
}
