//! A person's seat in a business. Who has none does not learn that the business exists.

use super::{
    profile::BusinessStatus,
    role::{Right, Rights, StaffRole},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, ResourceId, UserId},
    },
    db::{self, PlatformTx},
    schema::{
        accounts::users,
        businesses::{businesses, staff_assignments},
    },
};
use diesel::prelude::*;
use serde_json::Value;

/// A seat, found by person and place.
#[derive(Clone, Debug)]
pub struct Member {
    /// The tenant.
    pub business: BusinessId,
    /// The person.
    pub user: UserId,
    /// What they are there.
    pub role: StaffRole,
    /// What they may do there; asked through [`Member::may`].
    pub rights: Rights,
    /// Their own column of the calendar, if they have one.
    pub resource: Option<ResourceId>,
    /// Whether it was they who brought the business here: its papers are theirs.
    pub is_founder: bool,
    /// Where else they have a seat.
    pub elsewhere: Vec<Elsewhere>,
}

/// Another seat of the same person.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// The word of the business in addresses.
    pub slug: String,
    /// What it is called.
    pub name: Bilingual,
    /// Whether they see to the business there, and not to its day alone.
    pub manages: bool,
}

impl Member {
    /// The one question about rights.
    pub const fn may(&self, right: Right) -> bool {
        self.rights.have(right)
    }
}

/// A place somebody works at.
#[derive(Clone, Debug)]
pub struct Workplace {
    /// The tenant.
    pub business: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: Bilingual,
    /// What the person is there.
    pub role: StaffRole,
    /// Whether the operators have not let it in yet.
    pub is_coming: bool,
}

type Seat = (
    String,
    BusinessId,
    StaffRole,
    Option<ResourceId>,
    Value,
    (String, String),
    Option<UserId>,
);

type WorkplaceRow = (
    (BusinessId, String),
    (String, String),
    StaffRole,
    BusinessStatus,
);

/// The seat of a person in the business of a slug; `None` when there is no such business or no such seat.
pub fn find(tx: &mut PlatformTx<'_>, user: UserId, slug: &str) -> db::Result<Option<Member>> {
    // All seats of a person are a handful of rows, and whether there are others is shown on every page.
    let seats = staff_assignments::table
        .inner_join(businesses::table)
        .filter(staff_assignments::user_id.eq(user))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .filter(businesses::deleted_at.is_null())
        .select((
            businesses::slug,
            staff_assignments::business_id,
            staff_assignments::role,
            staff_assignments::resource_id,
            staff_assignments::permissions_json,
            (businesses::display_name_ja, businesses::display_name_en),
            businesses::owner_id,
        ))
        .order(businesses::slug)
        .load::<Seat>(tx.conn())?;
    let (mut found, mut elsewhere) = (None, Vec::new());
    for (own, business, role, resource, adjustments, (ja, en), founder) in seats {
        let rights = Rights::of(role, &adjustments);
        if own == slug {
            found = Some(Member {
                business,
                user,
                role,
                rights,
                resource,
                is_founder: founder == Some(user),
                elsewhere: Vec::new(),
            });
        } else {
            elsewhere.push(Elsewhere {
                slug: own,
                name: Bilingual::new(ja, en),
                manages: rights.have(Right::ManageBusiness),
            });
        }
    }
    Ok(found.map(|found| Member { elsewhere, ..found }))
}

/// Everywhere a person works, by name.
pub fn workplaces(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<Workplace>> {
    let rows = staff_assignments::table
        .inner_join(businesses::table)
        .filter(staff_assignments::user_id.eq(user))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .filter(businesses::deleted_at.is_null())
        .order(businesses::slug)
        .select((
            (businesses::id, businesses::slug),
            (businesses::display_name_ja, businesses::display_name_en),
            staff_assignments::role,
            businesses::status,
        ))
        .load::<WorkplaceRow>(tx.conn())?;
    Ok(rows
        .into_iter()
        .map(|((business, slug), (ja, en), role, status)| Workplace {
            business,
            slug,
            name: Bilingual::new(ja, en),
            role,
            is_coming: status == BusinessStatus::PendingReview,
        })
        .collect())
}

/// Everybody who has or had a seat in a business.
pub fn everybody(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Vec<UserId>> {
    let found = staff_assignments::table
        .filter(staff_assignments::business_id.eq(business))
        .select(staff_assignments::user_id)
        .distinct()
        .load(tx.conn())?;
    Ok(found)
}

/// Those of a business who have a seat there and whose accounts the operators have closed. Nobody inside a business may
/// read more of an account than what its person is called.
pub fn closed(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Vec<UserId>> {
    let found = staff_assignments::table
        .inner_join(users::table.on(users::id.eq(staff_assignments::user_id)))
        .filter(staff_assignments::business_id.eq(business))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .filter(users::is_active.eq(false).and(users::deleted_at.is_null()))
        .select(users::id)
        .load(tx.conn())?;
    Ok(found)
}
