//! Commands: who sits where. Each goes in two steps of one transaction: outside the business, what its people are to the
//! house is settled ([`prepare`]); inside it, every living seat is locked, and what may be done is decided by what stands
//! there then. So of two owners who take each other's seat at once, the second is no owner any more.

use super::{
    pin,
    role::{Right, Rights, StaffRole},
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BusinessId, ResourceId, SeatId, UserId},
    },
    db::{self, DbError, PlatformTx, TenantTx, statement::prepared},
    domain::accounts::{role::Role, standing},
    refusal,
    schema::businesses::{businesses, staff_assignments, staff_invitations},
};
use diesel::prelude::*;
use serde_json::{Value, json};

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SeatError {
    /// There is no such seat, or nobody sits there any more.
    #[error("no such seat")]
    Unknown,
    /// Whoever acts does not decide about that.
    #[error("decides about others only")]
    NotTheirs,
    /// A business has an owner.
    #[error("the last owner")]
    LastOwner,
    /// Somebody else was first: it is not what was looked at any more.
    #[error("changed meanwhile")]
    Stale,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(SeatError);

/// A living seat, locked.
#[derive(Clone, Debug, Queryable)]
struct Seat {
    id: SeatId,
    user: UserId,
    role: StaffRole,
    adjustments: Value,
    column: Option<ResourceId>,
}

/// Tells a seat apart from what somebody else makes of it.
pub fn version(role: StaffRole, rights: Rights, column: Option<ResourceId>) -> String {
    fingerprint(&(role, rights, column))
}

impl Seat {
    /// Whether it is still what somebody looked at; who says nothing of that has looked at nothing.
    fn is_known(&self, version: &str) -> Result<(), SeatError> {
        let own = self::version(self.role, self.rights(), self.column);
        match version.is_empty() || own == version {
            true => Ok(()),
            false => Err(SeatError::Stale),
        }
    }

    fn rights(&self) -> Rights {
        Rights::of(self.role, &self.adjustments)
    }
}

/// First step, outside: who sits there, and what they are to the house when they will be this here (`None`: nothing).
pub fn prepare(
    tx: &mut PlatformTx<'_>,
    (business, seat): (BusinessId, SeatId),
    will_be: Option<StaffRole>,
) -> Result<UserId, SeatError> {
    let user: UserId = staff_assignments::table
        .filter(staff_assignments::id.eq(seat))
        .filter(staff_assignments::business_id.eq(business))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .select(staff_assignments::user_id)
        .first(tx.conn())
        .optional()?
        .ok_or(SeatError::Unknown)?;
    settle(tx, (business, user), will_be)?;
    Ok(user)
}

/// What somebody is to the house, when they will be this in one business and stay what they are in all others.
pub(super) fn settle(
    tx: &mut PlatformTx<'_>,
    (business, user): (BusinessId, UserId),
    will_be: Option<StaffRole>,
) -> db::Result<()> {
    // Locked first and read afterwards: another business that settles the same has written by then.
    if standing::lock(tx, user)?.is_none() {
        return Ok(());
    }
    let elsewhere: Vec<StaffRole> = staff_assignments::table
        .filter(staff_assignments::user_id.eq(user))
        .filter(staff_assignments::business_id.ne(business))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .select(staff_assignments::role)
        .load(tx.conn())?;
    let highest = elsewhere.into_iter().chain(will_be).min();
    let role = match highest {
        Some(StaffRole::Owner) => Role::Owner,
        Some(_) => Role::Staff,
        None => Role::Customer,
    };
    standing::settle(tx, user, role)
}

/// Gives somebody another role and column. What was said about them in particular was said about the role they had.
pub fn change(
    tx: &mut TenantTx<'_>,
    seat: SeatId,
    (role, column): (StaffRole, Option<ResourceId>),
    known: &str,
) -> Result<(), SeatError> {
    let seats = lock(tx)?;
    let (actor, seat) = decided(tx, &seats, seat)?;
    seat.is_known(known)?;
    if !actor.role.decides_about(role) {
        return Err(SeatError::NotTheirs);
    }
    if seat.role == StaffRole::Owner && role != StaffRole::Owner {
        give_away(tx, &seats, seat)?;
    }
    let adjustments = if seat.role == role {
        seat.adjustments.clone()
    } else {
        json!({})
    };
    prepared(diesel::update(own(tx, seat.id)).set((
        staff_assignments::role.eq(role),
        staff_assignments::resource_id.eq(column),
        staff_assignments::permissions_json.eq(adjustments),
    )))
    .execute(tx.conn())?;
    if seat.role < role {
        withdraw_offers(tx, seat.user)?;
    }
    Ok(())
}

/// Gives whoever acts their own column, or none, while their shop is being opened: it changes nothing else about the seat.
pub fn take_column(tx: &mut TenantTx<'_>, column: Option<ResourceId>) -> db::Result<()> {
    let Some(user) = tx.actor().user() else {
        return Ok(());
    };
    let own = staff_assignments::table
        .filter(staff_assignments::business_id.eq(tx.business()))
        .filter(staff_assignments::user_id.eq(user))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()));
    prepared(diesel::update(own).set(staff_assignments::resource_id.eq(column)))
        .execute(tx.conn())?;
    Ok(())
}

/// Gives somebody rights apart from their role, or refuses them some. Nobody gives what they do not have.
pub fn adjust(
    tx: &mut TenantTx<'_>,
    seat: SeatId,
    rights: Rights,
    known: &str,
) -> Result<(), SeatError> {
    let seats = lock(tx)?;
    let (actor, seat) = decided(tx, &seats, seat)?;
    seat.is_known(known)?;
    let (has, gives) = (seat.rights(), actor.rights());
    let is_beyond = |right: Right| rights.have(right) && !has.have(right) && !gives.have(right);
    if seat.role == StaffRole::Owner || Right::ALL.into_iter().any(is_beyond) {
        return Err(SeatError::NotTheirs);
    }
    let adjustments = rights.adjustments(seat.role);
    prepared(
        diesel::update(own(tx, seat.id)).set(staff_assignments::permissions_json.eq(adjustments)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Takes somebody's seat, and the digits they had for it. Their sessions end in the step before, by [`standing::sign_out_everywhere`].
pub fn terminate(tx: &mut TenantTx<'_>, seat: SeatId) -> Result<(), SeatError> {
    let seats = lock(tx)?;
    let (_, seat) = decided(tx, &seats, seat)?;
    if seat.role == StaffRole::Owner {
        give_away(tx, &seats, seat)?;
    }
    let now = tx.now();
    prepared(diesel::update(own(tx, seat.id)).set((
        staff_assignments::is_active.eq(false),
        staff_assignments::terminated_at.eq(now),
    )))
    .execute(tx.conn())?;
    withdraw_offers(tx, seat.user)?;
    pin::forget(tx, seat.id)?;
    Ok(())
}

/// What somebody has offered others is no longer offered: they do not decide about it any more.
fn withdraw_offers(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    prepared(
        diesel::update(
            staff_invitations::table
                .filter(staff_invitations::business_id.eq(business))
                .filter(staff_invitations::invited_by.eq(user))
                .filter(
                    staff_invitations::accepted_at
                        .is_null()
                        .and(staff_invitations::withdrawn_at.is_null()),
                ),
        )
        .set(staff_invitations::withdrawn_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Whether the one who acts may offer somebody a seat of this role, by what they are at this moment.
pub(super) fn may_offer(tx: &mut TenantTx<'_>, role: StaffRole) -> Result<(), SeatError> {
    let seats = lock(tx)?;
    if acting(tx, &seats)?.role.decides_about(role) {
        Ok(())
    } else {
        Err(SeatError::NotTheirs)
    }
}

/// All living seats of the business, always in one order, so that two who lock them wait for each other and no more.
fn lock(tx: &mut TenantTx<'_>) -> db::Result<Vec<Seat>> {
    let business = tx.business();
    Ok(staff_assignments::table
        .filter(staff_assignments::business_id.eq(business))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .order(staff_assignments::id)
        .select((
            staff_assignments::id,
            staff_assignments::user_id,
            staff_assignments::role,
            staff_assignments::permissions_json,
            staff_assignments::resource_id,
        ))
        .for_update()
        .load(tx.conn())?)
}

/// The seat of whoever acts. What they could do when they came in, they may not be able to do by now.
fn acting<'a>(tx: &TenantTx<'_>, seats: &'a [Seat]) -> Result<&'a Seat, SeatError> {
    let user = tx.actor().user();
    seats
        .iter()
        .find(|seat| Some(seat.user) == user && seat.rights().have(Right::ManageTeam))
        .ok_or(SeatError::NotTheirs)
}

/// Whoever acts, and the seat that it is about, where they decide about that.
fn decided<'a>(
    tx: &TenantTx<'_>,
    seats: &'a [Seat],
    seat: SeatId,
) -> Result<(&'a Seat, &'a Seat), SeatError> {
    let actor = acting(tx, seats)?;
    let seat = seats
        .iter()
        .find(|one| one.id == seat)
        .ok_or(SeatError::Unknown)?;
    if actor.role.decides_about(seat.role) {
        Ok((actor, seat))
    } else {
        Err(SeatError::NotTheirs)
    }
}

/// An owner stops being one, where there is another; and the business is in that one's name, where it was in theirs.
fn give_away(tx: &mut TenantTx<'_>, seats: &[Seat], owner: &Seat) -> Result<(), SeatError> {
    let other = seats
        .iter()
        .find(|seat| seat.role == StaffRole::Owner && seat.id != owner.id)
        .ok_or(SeatError::LastOwner)?;
    let business = tx.business();
    prepared(
        diesel::update(
            businesses::table.filter(
                businesses::id
                    .eq(business)
                    .and(businesses::owner_id.eq(owner.user)),
            ),
        )
        .set(businesses::owner_id.eq(other.user)),
    )
    .execute(tx.conn())?;
    Ok(())
}

#[diesel::dsl::auto_type]
fn of_business(business: BusinessId, seat: SeatId) -> _ {
    staff_assignments::table.filter(
        staff_assignments::business_id
            .eq(business)
            .and(staff_assignments::id.eq(seat)),
    )
}

fn own(tx: &TenantTx<'_>, seat: SeatId) -> of_business {
    of_business(tx.business(), seat)
}
