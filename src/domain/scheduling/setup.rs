//! Commands: a service with everything that belongs to it, written at once: its card, who and what it takes, and the times
//! at which it starts where it has a timetable.

use super::{
    setup_plan::{self, SetupPlan},
    ties::{self, Tie},
    timetable::{self, Start},
};
use crate::{
    base::{fingerprint::fingerprint, ids::ServiceId, time::LocalDate},
    db::{self, EditError, TenantTx},
    domain::catalog::{
        processing::{self, Processing},
        service_card::{self, ServiceCard},
    },
};

/// A service and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// What is written about it.
    pub card: ServiceCard,
    /// Who and what it takes, by key.
    pub ties: Vec<Tie>,
    /// When it starts, by day and time; empty is whenever there is time.
    pub starts: Vec<Start>,
    /// When it needs nobody.
    pub processing: Option<Processing>,
}

impl Setup {
    /// Whether it can be had at the same times, for as long, by as many, from the same people and on the same terms as
    /// another: names, texts and prices aside.
    pub fn is_had_like(&self, other: &Self) -> bool {
        let figures = |setup: &Self| {
            let card = &setup.card;
            (
                (card.duration_minutes, card.buffer_before, card.buffer_after),
                setup.processing,
                (card.party_min, card.party_max),
                card.max_simultaneous_bookings,
                (card.notice_minutes, card.horizon_days),
                card.slot_step_minutes,
                card.policy_id,
            )
        };
        let takes = |setup: &Self| -> Vec<_> {
            let ties = setup.ties.iter();
            ties.map(|tie| (tie.resource, tie.take, tie.is_required, tie.terms.minutes))
                .collect()
        };
        figures(self) == figures(other)
            && takes(self) == takes(other)
            && self.starts == other.starts
    }

    /// Whether it takes somebody or something of which there are only so many.
    pub fn is_guarded(&self) -> bool {
        self.ties.iter().any(|tie| tie.is_required)
    }
}

/// Tells a service with its plan from what somebody else makes of it.
pub fn version(setup: &Setup, plan: Option<&SetupPlan>) -> String {
    fingerprint(&(setup, plan))
}

/// What belongs to a service with this card.
pub fn read(tx: &mut TenantTx<'_>, id: ServiceId, card: ServiceCard) -> db::Result<Setup> {
    Ok(Setup {
        card,
        ties: ties::of_service(tx, id)?,
        starts: timetable::of_service(tx, id)?,
        processing: processing::of_service(tx, id)?,
    })
}

/// A new service.
pub fn add(tx: &mut TenantTx<'_>, setup: &Setup) -> db::Result<ServiceId> {
    let id = service_card::add(tx, &setup.card)?;
    ties::tie(tx, (id, &setup.card), &setup.ties)?;
    timetable::write(tx, id, &setup.starts)?;
    if setup.processing.is_some() {
        processing::write(tx, id, setup.processing)?;
    }
    Ok(id)
}

/// Writes a service anew, at once or from a date on, if it is still what `opened` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: ServiceId,
    (setup, from): (&Setup, Option<LocalDate>),
    opened: &str,
) -> Result<(), EditError> {
    let card = service_card::lock(tx, id)?.ok_or(EditError::Unknown)?;
    let found = read(tx, id, card)?;
    let plan = setup_plan::find(tx, id)?;
    if version(&found, plan.as_ref()) != opened {
        return Err(EditError::Stale);
    }
    if let Some(from) = from {
        let setup = setup.clone();
        setup_plan::write(tx, id, &SetupPlan { from, setup })?;
        return Ok(());
    }
    write(tx, id, &found, setup)?;
    if let Some(plan) = plan {
        setup_plan::carry_over(tx, (id, plan), &found, setup)?;
    }
    Ok(())
}

/// Writes a service anew.
pub(super) fn write(
    tx: &mut TenantTx<'_>,
    id: ServiceId,
    found: &Setup,
    setup: &Setup,
) -> db::Result<()> {
    service_card::write(tx, id, &setup.card)?;
    ties::tie(tx, (id, &setup.card), &setup.ties)?;
    if found.starts != setup.starts {
        timetable::write(tx, id, &setup.starts)?;
    }
    if found.processing != setup.processing {
        processing::write(tx, id, setup.processing)?;
    }
    Ok(())
}
