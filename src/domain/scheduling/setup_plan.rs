//! Commands: what a service will be from a date on, with all that belongs to it. The engine offers that day and those after it
//! by the plan as soon as it is made; when the date has come it is written down as the service itself.

use super::{
    resource_card,
    setup::{self, Setup},
    ties::Tie,
    timetable::Start,
};
use crate::{
    base::{
        ids::{BusinessId, ServiceId},
        json::carried,
        time::{LocalDate, WallTime, Weekday},
    },
    db::{
        self, EditError, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::catalog::{
        category,
        planned::Later,
        policy_card,
        processing::Processing,
        service_card::{self, ServiceCard},
    },
    schema::catalog::service_changes,
};
use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetupPlan {
    /// The first business day it holds for.
    pub from: LocalDate,
    /// What it will be.
    pub setup: Setup,
}

/// A setup as a plan keeps it.
#[derive(Serialize, Deserialize)]
struct Document {
    card: ServiceCard,
    ties: Vec<Tie>,
    /// By the number of the day and minutes after midnight.
    starts: Vec<(i16, u16)>,
    #[serde(default)]
    processing: Option<Processing>,
}

impl From<&Setup> for Document {
    fn from(setup: &Setup) -> Self {
        let start = |(day, time): &Start| (day.number(), time.minutes());
        Self {
            card: setup.card.clone(),
            ties: setup.ties.clone(),
            starts: setup.starts.iter().map(start).collect(),
            processing: setup.processing,
        }
    }
}

impl From<Document> for Setup {
    fn from(document: Document) -> Self {
        Self {
            card: document.card,
            ties: document.ties,
            starts: read_starts(&document.starts),
            processing: document.processing,
        }
    }
}

fn read_starts(kept: &[(i16, u16)]) -> Vec<Start> {
    let start =
        |(day, minutes): &(i16, u16)| Some((Weekday::from_number(*day)?, WallTime::new(*minutes)?));
    kept.iter().filter_map(start).collect()
}

/// Who and what a service will take.
pub(super) fn ties(later: &Later) -> Vec<Tie> {
    let ties = later.setup.get("ties").map(Vec::deserialize);
    ties.and_then(Result::ok).unwrap_or_default()
}

/// The times at which it will start; empty is whenever there is time.
pub(super) fn starts(later: &Later) -> Vec<Start> {
    let starts = later.setup.get("starts").map(Vec::deserialize);
    read_starts(&starts.and_then(Result::ok).unwrap_or_default())
}

/// What is planned for a service.
pub fn find(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<SetupPlan>> {
    Ok(kept(tx, id)?.and_then(understood))
}

/// From when on something is planned that cannot be read, as a program has planned it that knew other figures.
pub fn unreadable(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<LocalDate>> {
    let kept = kept(tx, id)?;
    Ok(kept.and_then(|(from, setup)| understood((from, setup)).is_none().then_some(from)))
}

fn understood((from, setup): (LocalDate, Value)) -> Option<SetupPlan> {
    let setup: Document = serde_json::from_value(setup).ok()?;
    let setup = setup.into();
    Some(SetupPlan { from, setup })
}

fn kept(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<(LocalDate, Value)>> {
    Ok(service_changes::table
        .filter(service_changes::business_id.eq(tx.business()))
        .filter(service_changes::service_id.eq(id))
        .select((service_changes::valid_from, service_changes::setup_json))
        .first(tx.conn())
        .optional()?)
}

/// Plans it, in the place of whatever was planned.
pub(super) fn write(tx: &mut TenantTx<'_>, id: ServiceId, plan: &SetupPlan) -> db::Result<()> {
    let change = (
        service_changes::valid_from.eq(plan.from),
        service_changes::setup_json.eq(json!(Document::from(&plan.setup))),
    );
    let insert = diesel::insert_into(service_changes::table)
        .values((
            service_changes::service_id.eq(id),
            service_changes::business_id.eq(tx.business()),
            change.clone(),
        ))
        .on_conflict(service_changes::service_id)
        .do_update()
        .set(change);
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// What was changed at once is changed in the plan, too, where the plan did not mean to change it; a plan of which nothing
/// is left is given up.
pub(super) fn carry_over(
    tx: &mut TenantTx<'_>,
    (id, plan): (ServiceId, SetupPlan),
    before: &Setup,
    now: &Setup,
) -> db::Result<()> {
    let card = |setup: &Setup| json!(setup.card);
    let card = carried(card(&plan.setup), &card(before), &card(now));
    let Ok(card) = serde_json::from_value(card) else {
        return Ok(());
    };
    let setup = Setup {
        card,
        ties: match plan.setup.ties == before.ties {
            true => now.ties.clone(),
            false => plan.setup.ties,
        },
        starts: match plan.setup.starts == before.starts {
            true => now.starts.clone(),
            false => plan.setup.starts,
        },
        processing: match plan.setup.processing == before.processing {
            true => now.processing,
            false => plan.setup.processing,
        },
    };
    match setup == *now {
        true => give_up(tx, id).map(drop),
        false => write(tx, id, &SetupPlan { setup, ..plan }),
    }
}

/// Gives up what was planned; whether there was anything.
fn give_up(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<bool> {
    let own = service_changes::table
        .filter(service_changes::business_id.eq(tx.business()))
        .filter(service_changes::service_id.eq(id));
    Ok(prepared(diesel::delete(own)).execute(tx.conn())? > 0)
}

/// Gives up what was planned.
pub fn revoke(tx: &mut TenantTx<'_>, id: ServiceId) -> Result<(), EditError> {
    match give_up(tx, id)? {
        true => Ok(()),
        false => Err(EditError::Unknown),
    }
}

/// The plans of all businesses whose date has come where they are.
pub fn due(tx: &mut PlatformTx<'_>) -> db::Result<Vec<(BusinessId, ServiceId)>> {
    let now = tx.now();
    Ok(statement::<(SqlUuid, SqlUuid), _>(
        "select c.business_id, c.service_id from catalog.service_changes c \
         join businesses.businesses b on b.id = c.business_id \
         where c.valid_from <= (? at time zone b.timezone)::date",
        (bind::<Timestamptz, _>(now),),
    )
    .load(tx.conn())?)
}

/// Writes a plan down as the service itself; whether it did. Not where somebody else has done so, or where the service is
/// gone; and what cannot be read stays for its owner to see.
pub fn make(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<bool> {
    let card = service_card::lock(tx, id)?;
    let Some(kept) = kept(tx, id)? else {
        return Ok(false);
    };
    let Some(card) = card else {
        return give_up(tx, id).map(|_gone| false);
    };
    let Some(plan) = understood(kept) else {
        tracing::warn!(service = %id, "what is planned for a service cannot be read");
        return Ok(false);
    };
    give_up(tx, id)?;
    let found = setup::read(tx, id, card)?;
    let setup = sound(tx, plan.setup)?;
    setup::write(tx, id, &found, &setup)?;
    Ok(true)
}

/// The same without what was deleted for good meanwhile.
fn sound(tx: &mut TenantTx<'_>, setup: Setup) -> db::Result<Setup> {
    let Setup {
        mut card,
        mut ties,
        starts,
        processing,
    } = setup;
    let resources = resource_card::all(tx)?;
    ties.retain(|tie| resources.iter().any(|one| one.id == tie.resource));
    let categories = category::all(tx)?;
    card.category
        .take_if(|id| !categories.iter().any(|one| one.id == *id));
    let policies = policy_card::all(tx)?;
    card.policy_id
        .take_if(|id| !policies.iter().any(|one| one.id == *id));
    Ok(Setup {
        card,
        ties,
        starts,
        processing,
    })
}
