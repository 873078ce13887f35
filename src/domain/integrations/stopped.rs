//! Who is told that nothing arrives any more.

use crate::{
    base::ids::BusinessId,
    db::{self, PlatformTx},
    domain::{
        accounts::person::Person,
        businesses::role::{Right, Rights, StaffRole},
    },
    schema::{accounts::users, businesses::staff_assignments},
};
use diesel::prelude::*;
use serde_json::Value;

/// Whoever sees to the business.
pub fn readers(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Vec<Person>> {
    let seats: Vec<(Person, StaffRole, Value)> = staff_assignments::table
        .inner_join(users::table.on(users::id.eq(staff_assignments::user_id)))
        .filter(staff_assignments::business_id.eq(business))
        .filter(staff_assignments::is_active.and(staff_assignments::terminated_at.is_null()))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .order(staff_assignments::hired_at)
        .select((
            Person::as_select(),
            staff_assignments::role,
            staff_assignments::permissions_json,
        ))
        .load(tx.conn())?;
    let sees = |(person, role, adjustments): (Person, StaffRole, Value)| {
        let may = Rights::of(role, &adjustments).have(Right::ManageBusiness);
        may.then_some(person)
    };
    Ok(seats.into_iter().filter_map(sees).collect())
}
