//! Read, outside all businesses: what letters about time off tell, and to whom. What it is for, and the words that were said
//! with it, may be about somebody's health: no letter has them.

use super::time_off::{Days, State};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, ProofId, TimeOffId, UserId},
        time::{LocalDate, WallSpan},
    },
    db::{self, PlatformTx, statement::prepared},
    domain::{
        accounts::person::{self, Person},
        businesses::role::{Right, Rights, StaffRole},
    },
    schema::{
        accounts::users,
        businesses::{businesses, staff_assignments},
        scheduling::time_off_requests,
    },
};
use diesel::prelude::*;
use serde_json::Value;
use std::str::FromStr;

/// What a letter tells.
#[derive(Clone, Debug)]
pub struct Told {
    /// Where.
    pub business: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub shop: Bilingual,
    /// Who asked.
    pub asked_by: Option<UserId>,
    /// What they are called.
    pub name: String,
    /// When.
    pub days: Days,
    /// Where it stands.
    pub state: State,
    /// Which change of it this is.
    pub version: i32,
    /// Who decided.
    pub decided_by: Option<UserId>,
}

type Row = (
    (BusinessId, String, String, String),
    (Option<UserId>, Option<UserId>, i32),
    (LocalDate, LocalDate, Option<i16>, Option<i16>),
    String,
);

/// A request as it stands when the letter is written.
pub fn read(tx: &mut PlatformTx<'_>, request: TimeOffId) -> db::Result<Option<Told>> {
    let found: Option<Row> = time_off_requests::table
        .inner_join(businesses::table.on(businesses::id.eq(time_off_requests::business_id)))
        .filter(time_off_requests::id.eq(request))
        .filter(businesses::deleted_at.is_null())
        .select((
            (
                businesses::id,
                businesses::slug,
                businesses::display_name_ja,
                businesses::display_name_en,
            ),
            (
                time_off_requests::asked_by,
                time_off_requests::decided_by,
                time_off_requests::version,
            ),
            (
                time_off_requests::first_date,
                time_off_requests::last_date,
                time_off_requests::start_minute,
                time_off_requests::end_minute,
            ),
            time_off_requests::state,
        ))
        .first(tx.conn())
        .optional()?;
    let Some((shop, (asked_by, decided_by, version), days, state)) = found else {
        return Ok(None);
    };
    let (business, slug, ja, en) = shop;
    let (first, last, from, until) = days;
    let asker = match asked_by {
        Some(user) => person::find(tx, user)?,
        None => None,
    };
    Ok(Some(Told {
        business,
        slug,
        shop: Bilingual::new(ja, en),
        asked_by,
        name: asker.map(|asker| asker.display_name).unwrap_or_default(),
        days: Days {
            first,
            last,
            hours: from
                .zip(until)
                .and_then(|(from, until)| WallSpan::of_minutes(from, until)),
        },
        state: State::from_str(&state).unwrap_or(State::Withdrawn),
        version,
        decided_by,
    }))
}

/// The same by the key that a letter carries.
pub fn of_letter(tx: &mut PlatformTx<'_>, about: ProofId) -> db::Result<Option<Told>> {
    read(tx, TimeOffId(about.0))
}

/// Who plans shifts in a business, but for the one who asked.
pub fn planners(
    tx: &mut PlatformTx<'_>,
    business: BusinessId,
    but: Option<UserId>,
) -> db::Result<Vec<Person>> {
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
    let plans = |(person, role, adjustments): (Person, StaffRole, Value)| {
        let may = Rights::of(role, &adjustments).have(Right::ManageSchedule);
        (may && Some(person.id) != but).then_some(person)
    };
    Ok(seats.into_iter().filter_map(plans).collect())
}

/// Takes out the words of whoever is forgotten, where there are any; what nobody has decided lapses.
pub fn forget(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    prepared(
        diesel::update(
            time_off_requests::table
                .filter(time_off_requests::asked_by.eq(user))
                .filter(
                    time_off_requests::kind
                        .ne("other")
                        .or(time_off_requests::reason.ne(""))
                        .or(time_off_requests::answer.ne("")),
                ),
        )
        .set((
            time_off_requests::kind.eq("other"),
            time_off_requests::reason.eq(""),
            time_off_requests::answer.eq(""),
        )),
    )
    .execute(tx.conn())?;
    prepared(
        diesel::update(
            time_off_requests::table
                .filter(time_off_requests::asked_by.eq(user))
                .filter(time_off_requests::state.eq(<&str>::from(State::Open))),
        )
        .set((
            time_off_requests::state.eq(<&str>::from(State::Withdrawn)),
            time_off_requests::version.eq(time_off_requests::version + 1),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}
