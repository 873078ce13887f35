//! Read: what a change of the menu or of the shop's rules would bring, found out by making it and giving it all back. So
//! what is shown is what the engine itself says once it is made, whatever was changed.

use super::status::Status;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, OptionId, ResourceId, ServiceId},
        time::LocalDate,
    },
    db::{
        self, DbError, EditError, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        businesses::profile,
        catalog::service::{self, Service},
        scheduling::{
            forecast::{self, Forecast, Starts},
            resource::{self, Roster},
        },
    },
    refusal,
    schema::bookings::sql_types::BookingStatus,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Date, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use std::{convert::Infallible, sync::Arc};

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
    /// When this was so.
    pub now: DateTime<Utc>,
}

/// Something booked that would be otherwise by now. It stays as it was promised.
#[derive(Debug)]
pub struct Outside {
    /// What it is.
    pub booked: Booked,
    /// In what it would be otherwise.
    pub otherwise: Otherwise,
}

/// In what something would be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// It would last so many minutes.
    Length(i16),
    /// So many people would not be taken.
    Party,
    /// Who or what it takes would not be taken for it.
    Taker,
}

/// Something booked and still to come.
#[derive(Clone, Debug, Queryable)]
pub struct Booked {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// The business day it belongs to.
    pub date: LocalDate,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    column: Option<ResourceId>,
    /// The customer, as typed.
    pub customer: String,
    name: (Option<String>, Option<String>),
    service: Option<ServiceId>,
    party: i16,
    options: Vec<OptionId>,
    takes: Vec<ResourceId>,
}

type BookedSql = (
    SqlUuid,
    Text,
    BookingStatus,
    Date,
    Timestamptz,
    Timestamptz,
    Nullable<SqlUuid>,
    Text,
    (Nullable<Text>, Nullable<Text>),
    Nullable<SqlUuid>,
    SmallInt,
    Array<SqlUuid>,
    Array<SqlUuid>,
);

/// Whatever is still to come and stands, by time.
const AHEAD: &str = "select b.id, b.number, b.status, b.business_date, b.start_at, b.end_at, b.resource_id, c.name, \
    bookings.booked_as(b.price_snapshot_json, 'ja'), bookings.booked_as(b.price_snapshot_json, 'en'), b.service_id, b.party_size, \
    array(select (line ->> 'option')::uuid from jsonb_array_elements(b.price_snapshot_json -> 'lines') line \
        where line ->> 'option' is not null), \
    array(select a.resource_id from scheduling.allocations a where a.booking_id = b.id) \
    from bookings.bookings b join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
    where b.business_id = ? and b.start_at > ? and b.deleted_at is null \
    and b.status in ('pending', 'pending_payment', 'pending_deposit', 'confirmed') \
    order by b.start_at, b.id";

/// Whatever somebody is just filling a form for.
const HELD: &str = "select count(*) from scheduling.reservations r \
    where r.business_id = ? and (cardinality(?) = 0 or r.service_id = any(?)) and r.committed_at is null and r.expires_at > ?";

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
    let before = State::read(tx, about)?;
    change(tx).map_err(|error| match error {
        EditError::Db(error) => Rehearsed::Db(error),
        error => Rehearsed::Refused(error),
    })?;
    // What is remembered was read before.
    tx.rules_changed()?;
    let after = State::read(tx, about)?;
    let mut ahead = ahead(tx)?;
    let services = &about.services;
    ahead.retain(|one| services.is_empty() || one.service.is_some_and(|id| services.contains(&id)));
    ahead.retain(|one| about.from.is_none_or(|from| one.date >= from));
    let count = ahead.len();
    let outside = ahead.into_iter().filter_map(|booked| {
        // What was otherwise already does not become so by this.
        let otherwise = after.otherwise(&booked)?;
        let fitted = before.otherwise(&booked).is_none();
        fitted.then_some(Outside { booked, otherwise })
    });
    Err(Rehearsed::Foreseen(Box::new(Foreseen {
        outside: outside.collect(),
        ahead: count,
        being_booked: being_booked(tx, services)?,
        now: tx.now(),
        forecast: before.starts.until(&after.starts),
    })))
}

/// The rules, and what comes of them.
struct State {
    services: Vec<Service>,
    roster: Arc<Roster>,
    starts: Starts,
}

impl State {
    fn read(tx: &mut TenantTx<'_>, about: &About) -> db::Result<Self> {
        let profile = profile::own(tx)?.ok_or(diesel::result::Error::NotFound)?;
        let starts = match about.moves_starts {
            true => forecast::starts(tx, &profile, about.option, about.from)?,
            false => Starts::default(),
        };
        Ok(Self {
            services: service::all(tx)?,
            roster: resource::roster(tx)?,
            starts,
        })
    }

    /// In what something booked is otherwise than it would be booked by these rules; what is not on the menu is not judged.
    fn otherwise(&self, booked: &Booked) -> Option<Otherwise> {
        let mut services = self.services.iter();
        let service = services.find(|one| Some(one.id) == booked.service)?;
        let service = service.clone().on(booked.date).with_known(&booked.options);
        let minutes = service.minutes_by(self.roster.terms(&service, booked.column));
        let links = self.roster.links_of(&service).into_iter();
        let links: Vec<ResourceId> = links.map(|link| link.resource).collect();
        let figures = &service.figures;
        if i64::from(minutes) != booked.minutes() {
            Some(Otherwise::Length(minutes))
        } else if !(figures.party_min..=figures.party_max).contains(&booked.party) {
            Some(Otherwise::Party)
        } else if booked.takes.iter().any(|id| !links.contains(id)) {
            Some(Otherwise::Taker)
        } else {
            None
        }
    }
}

impl Booked {
    /// What was booked.
    pub fn service(&self) -> Bilingual {
        let (ja, en) = self.name.clone();
        Bilingual::new(ja.unwrap_or_default(), en.unwrap_or_default())
    }

    /// How long it is.
    pub fn minutes(&self) -> i64 {
        (self.end - self.start).num_minutes()
    }
}

fn ahead(tx: &mut TenantTx<'_>) -> db::Result<Vec<Booked>> {
    let (business, now) = (tx.business(), tx.now());
    Ok(statement::<BookedSql, _>(
        AHEAD,
        (bind::<SqlUuid, _>(business), bind::<Timestamptz, _>(now)),
    )
    .load(tx.conn())?)
}

fn being_booked(tx: &mut TenantTx<'_>, about: &[ServiceId]) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    let (count,): (i64,) = statement::<(BigInt,), _>(
        HELD,
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(about.to_vec()),
            bind::<Array<SqlUuid>, _>(about.to_vec()),
            bind::<Timestamptz, _>(now),
        ),
    )
    .get_result(tx.conn())?;
    Ok(usize::try_from(count).unwrap_or(0))
}
