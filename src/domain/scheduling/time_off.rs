//! Days or hours off that somebody asks for. What is asked takes nothing from anybody; what is approved becomes exceptions to
//! their shifts (`time_off_decision`).

use super::jobs::TellTimeOff;
use crate::{
    base::{
        ids::{ResourceId, TimeOffId, UserId},
        time::{LocalDate, WallSpan},
    },
    db::{self, DbError, TenantTx, constraint::on_constraint, statement::prepared},
    queue, refusal,
    schema::scheduling::time_off_requests,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use std::str::FromStr;
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;

/// For so long a decision can be taken back without anybody having learnt of it: letters wait as long.
pub const UNDO: TimeDelta = TimeDelta::seconds(15);
/// The longest that can be asked for at once.
pub const LONGEST_DAYS: i64 = 366;
/// So many of one's own are listed.
const LISTED: i64 = 30;

/// What it is for, as the one who asks says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    /// Paid leave.
    Paid,
    /// A day off.
    Rest,
    /// Illness.
    Sick,
    /// Something else.
    Other,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum State {
    /// Nobody has decided.
    Open,
    /// They are off.
    Approved,
    /// They are not.
    Declined,
    /// Whoever asked thought again.
    Withdrawn,
    /// It had been approved, and is not any more.
    Revoked,
}

/// When: whole days, or hours of a single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: LocalDate,
    /// The last.
    pub last: LocalDate,
    /// Hours of the first, which is the last then.
    pub hours: Option<WallSpan>,
}

/// A request.
#[derive(Clone, Debug)]
pub struct TimeOff {
    /// Its key.
    pub id: TimeOffId,
    /// In whose column.
    pub resource: ResourceId,
    /// Who asked.
    pub asked_by: Option<UserId>,
    /// What for.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// When.
    pub days: Days,
    /// What was said with it.
    pub reason: String,
    /// What was said to it.
    pub answer: String,
    /// Which change of it this is.
    pub version: i32,
    /// Who decided.
    pub decided_by: Option<UserId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

/// A request that is to be.
#[derive(Clone, Debug)]
pub struct NewTimeOff {
    /// In whose column.
    pub resource: ResourceId,
    /// Who asks.
    pub by: UserId,
    /// What for.
    pub kind: Kind,
    /// When.
    pub days: Days,
    /// What is said with it.
    pub reason: String,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum TimeOffError {
    /// There is none.
    #[error("no such request")]
    Unknown,
    /// Its days are over, or some of them when it is asked.
    #[error("past")]
    Past,
    /// Some of these days were asked for already.
    #[error("overlaps")]
    Overlaps,
    /// Somebody else was first.
    #[error("overtaken")]
    Overtaken,
    /// It is their own.
    #[error("one's own")]
    Own,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(TimeOffError);

impl Days {
    /// Each of them.
    pub fn each(&self) -> impl Iterator<Item = LocalDate> + use<> {
        let last = self.last;
        self.first.iter_days().take_while(move |date| *date <= last)
    }
}

impl TimeOff {
    /// Until when its decision can be taken back unseen.
    pub fn undoable_until(&self) -> Option<DateTime<Utc>> {
        let is_decided = matches!(self.state, State::Approved | State::Declined);
        self.decided_at.filter(|_| is_decided).map(|at| at + UNDO)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = time_off_requests)]
pub(super) struct Row {
    id: TimeOffId,
    resource_id: ResourceId,
    asked_by: Option<UserId>,
    kind: String,
    state: String,
    first_date: LocalDate,
    last_date: LocalDate,
    start_minute: Option<i16>,
    end_minute: Option<i16>,
    reason: String,
    answer: String,
    version: i32,
    decided_by: Option<UserId>,
    decided_at: Option<DateTime<Utc>>,
}

impl From<Row> for TimeOff {
    fn from(row: Row) -> Self {
        let hours = row.start_minute.zip(row.end_minute);
        Self {
            id: row.id,
            resource: row.resource_id,
            asked_by: row.asked_by,
            // The table has no other.
            kind: Kind::from_str(&row.kind).unwrap_or(Kind::Other),
            state: State::from_str(&row.state).unwrap_or(State::Withdrawn),
            days: Days {
                first: row.first_date,
                last: row.last_date,
                hours: hours.and_then(|(from, until)| WallSpan::of_minutes(from, until)),
            },
            reason: row.reason,
            answer: row.answer,
            version: row.version,
            decided_by: row.decided_by,
            decided_at: row.decided_at,
        }
    }
}

/// Asks; whoever plans shifts is told, unless it is withdrawn at once.
pub fn ask(
    tx: &mut TenantTx<'_>,
    today: LocalDate,
    new: &NewTimeOff,
) -> Result<TimeOffId, TimeOffError> {
    if new.days.first < today {
        return Err(TimeOffError::Past);
    }
    let id = TimeOffId(Uuid::new_v4());
    let hours = new.days.hours.map(WallSpan::minutes);
    let row = prepared(diesel::insert_into(time_off_requests::table).values((
        time_off_requests::id.eq(id),
        time_off_requests::business_id.eq(tx.business()),
        time_off_requests::resource_id.eq(new.resource),
        time_off_requests::asked_by.eq(new.by),
        time_off_requests::kind.eq(<&str>::from(new.kind)),
        time_off_requests::first_date.eq(new.days.first),
        time_off_requests::last_date.eq(new.days.last),
        time_off_requests::start_minute.eq(hours.map(|(from, _)| from)),
        time_off_requests::end_minute.eq(hours.map(|(_, until)| until)),
        time_off_requests::reason.eq(&new.reason),
    )));
    let met = row.execute(tx.conn());
    on_constraint(met, NO_OVERLAP, || TimeOffError::Overlaps)?;
    tell(tx, id, 1)?;
    Ok(id)
}

/// What keeps two requests of one person apart.
pub(super) const NO_OVERLAP: &str = "time_off_requests_no_overlap";

/// Owes letters about a request as it now stands, once nobody can take that back unseen.
pub(super) fn tell(tx: &mut TenantTx<'_>, request: TimeOffId, version: i32) -> db::Result<()> {
    let due = tx.now() + UNDO;
    let job = queue::job(Some(tx.business()), &TellTimeOff { request, version }, due)?;
    prepared(job).execute(tx.conn())?;
    Ok(())
}

/// Whoever asked thinks again, while nobody has decided.
pub fn withdraw(tx: &mut TenantTx<'_>, id: TimeOffId, by: UserId) -> Result<(), TimeOffError> {
    let business = tx.business();
    let changed = prepared(
        diesel::update(
            time_off_requests::table
                .filter(time_off_requests::business_id.eq(business))
                .filter(time_off_requests::id.eq(id))
                .filter(time_off_requests::asked_by.eq(by))
                .filter(time_off_requests::state.eq(<&str>::from(State::Open))),
        )
        .set((
            time_off_requests::state.eq(<&str>::from(State::Withdrawn)),
            time_off_requests::version.eq(time_off_requests::version + 1),
        )),
    )
    .execute(tx.conn())?;
    match changed {
        0 => Err(TimeOffError::Overtaken),
        _ => Ok(()),
    }
}

/// Somebody works here no more: what they asked for, and nobody has decided, lapses.
pub fn lapse(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<()> {
    let business = tx.business();
    prepared(
        diesel::update(
            time_off_requests::table
                .filter(time_off_requests::business_id.eq(business))
                .filter(time_off_requests::asked_by.eq(user))
                .filter(time_off_requests::state.eq(<&str>::from(State::Open))),
        )
        .set((
            time_off_requests::state.eq(<&str>::from(State::Withdrawn)),
            time_off_requests::version.eq(time_off_requests::version + 1),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// What somebody asked for, the latest days first.
pub fn own(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<Vec<TimeOff>> {
    let business = tx.business();
    let rows: Vec<Row> = time_off_requests::table
        .filter(time_off_requests::business_id.eq(business))
        .filter(time_off_requests::asked_by.eq(user))
        .order((
            time_off_requests::first_date.desc(),
            time_off_requests::created_at.desc(),
        ))
        .limit(LISTED)
        .select(Row::as_select())
        .load(tx.conn())?;
    Ok(rows.into_iter().map(TimeOff::from).collect())
}

/// Whatever is not over and was not withdrawn, by its days.
pub fn ahead(tx: &mut TenantTx<'_>, today: LocalDate) -> db::Result<Vec<TimeOff>> {
    let business = tx.business();
    let rows: Vec<Row> = time_off_requests::table
        .filter(time_off_requests::business_id.eq(business))
        .filter(time_off_requests::last_date.ge(today))
        .filter(time_off_requests::state.ne(<&str>::from(State::Withdrawn)))
        .order((
            time_off_requests::first_date,
            time_off_requests::created_at,
            time_off_requests::id,
        ))
        .select(Row::as_select())
        .load(tx.conn())?;
    Ok(rows.into_iter().map(TimeOff::from).collect())
}

/// One of them, locked until the transaction ends.
pub fn find_for_update(tx: &mut TenantTx<'_>, id: TimeOffId) -> db::Result<Option<TimeOff>> {
    let business = tx.business();
    let row: Option<Row> = time_off_requests::table
        .filter(time_off_requests::business_id.eq(business))
        .filter(time_off_requests::id.eq(id))
        .select(Row::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(row.map(TimeOff::from))
}

/// The last days of everything that waits for a decision, which every page of the back office counts.
struct Waiting(Vec<LocalDate>);

/// How many wait for a decision.
pub fn waiting(tx: &mut TenantTx<'_>, today: LocalDate) -> db::Result<usize> {
    let known = tx.kept(|tx| {
        let business = tx.business();
        let last = time_off_requests::table
            .filter(time_off_requests::business_id.eq(business))
            .filter(time_off_requests::state.eq(<&str>::from(State::Open)))
            .select(time_off_requests::last_date)
            .load(tx.conn())?;
        Ok(Waiting(last))
    })?;
    Ok(known.0.iter().filter(|last| **last >= today).count())
}
