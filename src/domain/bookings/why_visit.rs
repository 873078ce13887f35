//! Read: why a visit of several services cannot be booked at a time: of each of them, for guests and for staff.

use super::why::{Halt, Wish, halts};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::Service,
        scheduling::{
            availability::{Slot, VisitReasons},
            load::{By, Own},
            visit::{self, Part, Sought},
        },
    },
};
use chrono::{DateTime, Utc};

/// What somebody would like to book.
#[derive(Clone, Copy, Debug)]
pub struct VisitWish<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What, one after the other.
    pub services: &'a [Service],
    /// For how many.
    pub party: i16,
    /// With whom, if it matters.
    pub person: Option<ResourceId>,
    /// From when.
    pub start: DateTime<Utc>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct WhyVisit {
    /// What keeps guests from one of its services at any time: from which, and what.
    pub halts: Vec<(usize, Halt)>,
    /// What keeps guests from this time.
    pub guests: VisitReasons,
    /// What keeps staff from it.
    pub staff: VisitReasons,
    /// The nearest times that guests can book.
    pub nearest: Vec<Slot>,
}

/// Why a time cannot be had.
pub fn read(tx: &mut TenantTx<'_>, wish: &VisitWish<'_>) -> db::Result<WhyVisit> {
    let mut all = Vec::new();
    for (place, service) in wish.services.iter().enumerate() {
        let one = Wish {
            profile: wish.profile,
            service,
            party: wish.party,
            person: wish.person,
            start: wish.start,
        };
        all.extend(halts(tx, &one)?.into_iter().map(|halt| (place, halt)));
    }
    let parts: Vec<Part<'_>> = wish
        .services
        .iter()
        .map(|service| Part {
            guest: 0,
            service,
            party: wish.party,
            nominated: wish.person,
            wait: 0,
        })
        .collect();
    let by = |by: By| Sought {
        profile: wish.profile,
        parts: &parts,
        by,
        own: Own::None,
    };
    Ok(WhyVisit {
        halts: all,
        guests: visit::reasons(tx, &by(By::Guest), wish.start)?,
        staff: visit::reasons(tx, &by(By::Hand), wish.start)?,
        nearest: visit::nearest(tx, &by(By::Guest), wish.start)?,
    })
}
