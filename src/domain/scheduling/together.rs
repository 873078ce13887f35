//! What is not had in one visit with something else, and why: what is held at set times, and what is not booked online at all.
//! What waits for the shop's word is had together: then all of the visit does.

use super::{availability::Starts, resource, rule_rows};
use crate::{
    base::{ids::ServiceId, time::local},
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};

/// Why a service is booked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Guests do not book it by themselves.
    ByHand,
    /// It begins at set times.
    Class,
}

impl Apart {
    /// The last part of the id of the message that says so.
    pub fn id(self) -> &'static str {
        match self {
            Self::ByHand => "by-hand",
            Self::Class => "class",
        }
    }
}

/// Of some services those that are booked by themselves, with the reason. All of it is remembered between transactions.
pub fn apart(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    services: &[Service],
) -> db::Result<Vec<(ServiceId, Apart)>> {
    let roster = resource::roster(tx)?;
    let today = local(profile.zone, tx.now()).date();
    let timetable = rule_rows::read(tx, &mut [], today, 1)?.timetable;
    let mut all = Vec::new();
    for service in services {
        let then = service.later.as_ref().map(|later| later.from);
        let then = then.map(|from| service.clone().on(from));
        let mut both = std::iter::once(service).chain(&then);
        let reason = if roster.is_by_hand(service) {
            Some(Apart::ByHand)
        } else if both.any(|one| timetable.starts(one) != Starts::Grid) {
            Some(Apart::Class)
        } else {
            None
        };
        all.extend(reason.map(|reason| (service.id, reason)));
    }
    Ok(all)
}
