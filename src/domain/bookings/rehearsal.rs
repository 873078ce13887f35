//! Read: what a change of the menu or of the shop's rules would bring, found out by making it and giving it all back. So
//! what is shown is what the engine itself says once it is made, whatever was changed.

use super::{
    ahead::{self, Booked},
    neighbours,
    otherwise::{Otherwise, Rules},
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{OptionId, ResourceId, ServiceId},
        time::{LocalDate, local},
    },
    db::{
        self, DbError, EditError, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        businesses::profile,
        scheduling::forecast::{self, Forecast, Starts},
    },
    refusal,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Nullable, Timestamptz, Uuid as SqlUuid},
};
use std::convert::Infallible;

/// What would change.
#[derive(Debug)]
pub struct Foreseen {
    /// The starts of every service.
    pub forecast: Forecast,
    /// What is booked and would not be booked like that any more, by time.
    pub outside: Vec<Outside>,
    /// How many visits are booked and still to come.
    pub ahead: usize,
    /// How many are being booked in this very moment.
    pub being_booked: usize,
    /// From which business day on; `None` is at once.
    pub from: Option<LocalDate>,
    /// Tells what is booked from what it is after somebody has booked, moved or cancelled.
    pub mark: String,
    /// When this was so.
    pub now: DateTime<Utc>,
}

impl Foreseen {
    /// Whether nothing of all that would change.
    pub fn is_quiet(&self) -> bool {
        self.outside.is_empty() && self.forecast.totals() == (0, 0)
    }
}

/// Something booked that would be otherwise by now. It stays as it was promised.
#[derive(Debug)]
pub struct Outside {
    /// What it is.
    pub booked: Booked,
    /// In what it would be otherwise.
    pub otherwise: Vec<Otherwise>,
}

/// Whatever somebody is just filling a form for.
const HELD: &str = "select count(*) from scheduling.reservations r \
    where r.business_id = ? and (cardinality(?) = 0 or r.service_id = any(?)) and r.committed_at is null and r.expires_at > ? \
    and (?::uuid is null or exists (select from scheduling.allocations a where a.reservation_id = r.id and a.resource_id = ?))";

/// How a rehearsal ends. Nothing of it stays.
#[derive(Debug, thiserror::Error)]
pub enum Rehearsed {
    /// As it should.
    #[error("foreseen")]
    Foreseen(Box<Foreseen>),
    /// The change itself cannot be made.
    #[error("refused: {0}")]
    Refused(EditError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Rehearsed);

/// What a change is about.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The services; none named are all.
    pub services: Vec<ServiceId>,
    /// Only what is booked with this person, room or table.
    pub taker: Option<ResourceId>,
    /// What is had besides.
    pub option: Option<OptionId>,
    /// Whether starts can come and go by it.
    pub moves_starts: bool,
    /// From which business day on it holds; `None` is at once.
    pub from: Option<LocalDate>,
}

/// Makes a change and finds out what it brings. Whoever asks gives it back, for it ends as a refusal does.
pub fn rehearse(
    tx: &mut TenantTx<'_>,
    about: &About,
    change: impl FnOnce(&mut TenantTx<'_>) -> Result<(), EditError>,
) -> Result<Infallible, Rehearsed> {
    let ahead = ahead::all(tx)?;
    let before = State::read(tx, about, &ahead)?;
    change(tx).map_err(|error| match error {
        EditError::Db(error) => Rehearsed::Db(error),
        error => Rehearsed::Refused(error),
    })?;
    // What is remembered was read before.
    tx.rules_changed()?;
    let after = State::read(tx, about, &ahead)?;
    let pressed = neighbours::pressed(tx, (&before.rules, &after.rules), &ahead)?;
    let mut judged = ahead;
    judged.retain(|one| about.concerns(one));
    let (count, mark) = (judged.len(), marked(&judged));
    let outside = judged.into_iter().filter_map(|booked| {
        let mut otherwise = before.rules.becomes(&after.rules, &booked);
        otherwise.extend(pressed.contains(&booked.id).then_some(Otherwise::Buffer));
        (!otherwise.is_empty()).then_some(Outside { booked, otherwise })
    });
    Err(Rehearsed::Foreseen(Box::new(Foreseen {
        outside: outside.collect(),
        ahead: count,
        being_booked: being_booked(tx, about)?,
        from: about.from,
        mark,
        now: tx.now(),
        forecast: before.starts.until(&after.starts),
    })))
}

/// The mark of what is booked now and a change is about.
pub fn mark(tx: &mut TenantTx<'_>, about: &About) -> db::Result<String> {
    let mut judged = ahead::all(tx)?;
    judged.retain(|one| about.concerns(one));
    Ok(marked(&judged))
}

fn marked(judged: &[Booked]) -> String {
    let each = |one: &Booked| (one.id, one.start, one.end);
    fingerprint(&judged.iter().map(each).collect::<Vec<_>>())
}

impl About {
    fn concerns(&self, booked: &Booked) -> bool {
        let services = &self.services;
        let is_of = services.is_empty() || booked.is_of(services);
        let is_then = self.from.is_none_or(|from| booked.date >= from);
        is_of && is_then && self.taker.is_none_or(|id| booked.takes.contains(&id))
    }
}

/// The rules, and what comes of them.
struct State {
    rules: Rules,
    starts: Starts,
}

impl State {
    fn read(tx: &mut TenantTx<'_>, about: &About, ahead: &[Booked]) -> db::Result<Self> {
        let profile = profile::own(tx)?.ok_or(diesel::result::Error::NotFound)?;
        let today = local(profile.zone, tx.now()).date();
        let dates = ahead.iter().map(|one| one.date);
        let days = (
            dates.clone().min().unwrap_or(today),
            dates.max().unwrap_or(today),
        );
        Ok(Self {
            starts: match about.moves_starts {
                true => forecast::starts(tx, &profile, about.option, about.from)?,
                false => Starts::default(),
            },
            rules: Rules::read(tx, &profile, days)?,
        })
    }
}

fn being_booked(tx: &mut TenantTx<'_>, about: &About) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    let (count,): (i64,) = statement::<(BigInt,), _>(
        HELD,
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(about.services.clone()),
            bind::<Array<SqlUuid>, _>(about.services.clone()),
            bind::<Timestamptz, _>(now),
            bind::<Nullable<SqlUuid>, _>(about.taker),
            bind::<Nullable<SqlUuid>, _>(about.taker),
        ),
    )
    .get_result(tx.conn())?;
    Ok(usize::try_from(count).unwrap_or(0))
}
