//! Four to eight digits by which somebody comes in on a tablet of the shop, and nowhere else. In three steps, as with
//! passwords: count and find, compare, write down. Counted first, so that nobody types faster than it is counted: after
//! five wrong ones nothing is taken on that tablet until its owner has come in with their password and chosen anew.

use super::device;
use crate::{
    base::ids::{DeviceId, SeatId, UserId},
    db::{
        self, DbError, TenantTx,
        statement::{bind, prepared, statement},
    },
    refusal,
    schema::{
        accounts::users,
        businesses::{pin_tries, staff_assignments, staff_pins},
    },
};
use diesel::{
    prelude::*,
    sql_types::{SmallInt, Uuid as SqlUuid},
};

/// The fewest digits.
pub const SHORTEST: usize = 4;
/// The most.
pub const LONGEST: usize = 8;
/// How often they may be typed wrong on one tablet.
const TRIES: i16 = 5;

/// Why nobody came in.
#[derive(Debug, thiserror::Error)]
pub enum PinError {
    /// Typed wrong too often on this tablet.
    #[error("locked on this device")]
    Locked,
    /// Nobody sits there, or they have no digits.
    #[error("nobody")]
    Nobody,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(PinError);

/// Somebody who can come in on a tablet, and the hash to compare with.
#[derive(Clone, Debug, Queryable)]
pub struct Holder {
    /// Their seat.
    pub seat: SeatId,
    /// The person.
    pub user: UserId,
    /// What they are called.
    pub name: String,
    /// The hash of their digits.
    pub pin_hash: String,
}

/// Whether digits are those that are tried first: all the same, or one after the other.
pub fn is_easy(digits: &str) -> bool {
    let digits: Vec<i16> = digits.bytes().map(i16::from).collect();
    let steps: Vec<i16> = digits
        .iter()
        .zip(digits.iter().skip(1))
        .map(|(one, next)| next - one)
        .collect();
    [-1, 0, 1]
        .iter()
        .any(|step| steps.iter().all(|this| this == step))
}

/// Sets the digits of whoever acts. Where wrong ones were typed before is forgiven: they have come in with their password.
pub fn set(tx: &mut TenantTx<'_>, user: UserId, pin_hash: &str) -> Result<(), PinError> {
    let seat = seat_of(tx, user)?.ok_or(PinError::Nobody)?;
    let business = tx.business();
    prepared(
        diesel::insert_into(staff_pins::table)
            .values((
                staff_pins::business_id.eq(business),
                staff_pins::assignment_id.eq(seat),
                staff_pins::pin_hash.eq(pin_hash),
            ))
            .on_conflict(staff_pins::assignment_id)
            .do_update()
            .set(staff_pins::pin_hash.eq(pin_hash)),
    )
    .execute(tx.conn())?;
    prepared(diesel::delete(
        pin_tries::table
            .filter(pin_tries::business_id.eq(business))
            .filter(pin_tries::assignment_id.eq(seat)),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// Everybody who can come in on a tablet, by name.
pub fn holders(tx: &mut TenantTx<'_>) -> db::Result<Vec<Holder>> {
    let business = tx.business();
    Ok(staff_pins::table
        .inner_join(
            staff_assignments::table.on(staff_assignments::id.eq(staff_pins::assignment_id)),
        )
        .inner_join(users::table.on(users::id.eq(staff_assignments::user_id)))
        .filter(staff_pins::business_id.eq(business))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .order((users::display_name, staff_assignments::id))
        .select((
            staff_assignments::id,
            staff_assignments::user_id,
            users::display_name,
            staff_pins::pin_hash,
        ))
        .load(tx.conn())?)
}

/// Whose digits are taken on a tablet no more.
pub fn locked(tx: &mut TenantTx<'_>, device: DeviceId) -> db::Result<Vec<SeatId>> {
    let business = tx.business();
    Ok(pin_tries::table
        .filter(pin_tries::business_id.eq(business))
        .filter(pin_tries::device_id.eq(device))
        .filter(pin_tries::wrong.ge(TRIES))
        .select(pin_tries::assignment_id)
        .load(tx.conn())?)
}

/// First step: counts the try, and finds the hash to compare with, and how many tries are left if it is wrong.
pub fn count(
    tx: &mut TenantTx<'_>,
    device: DeviceId,
    seat: SeatId,
) -> Result<(Holder, i16), PinError> {
    let holder = holders(tx)?
        .into_iter()
        .find(|holder| holder.seat == seat)
        .ok_or(PinError::Nobody)?;
    let business = tx.business();
    let counted: Option<(i16,)> = statement::<(SmallInt,), _>(
        "insert into businesses.pin_tries as t (business_id, device_id, assignment_id) values (?, ?, ?) \
         on conflict (device_id, assignment_id) do update set wrong = t.wrong + 1 where t.wrong < ? returning wrong",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(device),
            bind::<SqlUuid, _>(seat),
            bind::<SmallInt, _>(TRIES),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    let (wrong,) = counted.ok_or(PinError::Locked)?;
    Ok((holder, TRIES - wrong))
}

/// Last step: the digits were right.
pub fn succeed(tx: &mut TenantTx<'_>, device: DeviceId, seat: SeatId) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        pin_tries::table
            .filter(pin_tries::business_id.eq(business))
            .filter(
                pin_tries::device_id
                    .eq(device)
                    .and(pin_tries::assignment_id.eq(seat)),
            ),
    ))
    .execute(tx.conn())?;
    device::used(tx, device)
}

/// Forgets the digits of whoever sits there.
pub(super) fn forget(tx: &mut TenantTx<'_>, seat: SeatId) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        staff_pins::table
            .filter(staff_pins::business_id.eq(business))
            .filter(staff_pins::assignment_id.eq(seat)),
    ))
    .execute(tx.conn())?;
    Ok(())
}

fn seat_of(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<Option<SeatId>> {
    let business = tx.business();
    Ok(staff_assignments::table
        .filter(staff_assignments::business_id.eq(business))
        .filter(staff_assignments::user_id.eq(user))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .select(staff_assignments::id)
        .first(tx.conn())
        .optional()?)
}
