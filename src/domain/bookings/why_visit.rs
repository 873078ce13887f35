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
            visit::{self, GUESTS_WAIT, Part, Sought},
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
    // What staff take down has no gaps; guests may have to wait a little.
    let (theirs, ours) = (parts(wish, GUESTS_WAIT), parts(wish, 0));
    let guests = Sought {
        profile: wish.profile,
        parts: &theirs,
        by: By::Guest,
        own: Own::None,
    };
    let staff = Sought {
        parts: &ours,
        by: By::Hand,
        ..guests
    };
    Ok(WhyVisit {
        halts: all,
        guests: visit::reasons(tx, &guests, wish.start)?,
        staff: visit::reasons(tx, &staff, wish.start)?,
        nearest: visit::nearest(tx, &guests, wish.start)?,
    })
}

fn parts<'a>(wish: &VisitWish<'a>, wait: u32) -> Vec<Part<'a>> {
    let parts = wish.services.iter().map(|service| Part {
        guest: 0,
        service,
        party: wish.party,
        nominated: wish.person,
        wait,
    });
    parts.collect()
}
