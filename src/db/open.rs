//! The first statement of every transaction: for whom it is, and what time it is.

use super::{
    Actor, Author, Myself, PersonTx, Result, Scope, TenantTx, TownTx,
    kept::Memory,
    statement::{bind, statement},
};
use crate::base::ids::UserId;
use chrono::{DateTime, Utc};
use diesel::{
    pg::PgConnection,
    prelude::*,
    sql_types::{BigInt, Nullable, Text, Timestamptz},
};
use std::sync::Arc;

/// Whether a transaction may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may not; PostgreSQL sees to it.
    Read,
    /// It may.
    Write,
}

impl Access {
    pub(super) fn begin(self) -> &'static str {
        match self {
            Self::Read => "BEGIN READ ONLY",
            Self::Write => "BEGIN",
        }
    }
}

/// What a transaction needs of the house besides its connection.
pub(super) struct House {
    pub given: Option<DateTime<Utc>>,
    pub memory: Arc<Memory>,
}

/// Whose rows a transaction reaches: each has a role of the database, with one plain rule of row security a table.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    /// One business's.
    Business,
    /// Those that are found outside all businesses.
    House,
    /// A signed-in person's own, to read.
    Person,
    /// Of all shops that want to be found, what free times are reckoned from, to read.
    Town,
}

impl Reach {
    pub const ALL: [Self; 4] = [Self::Business, Self::House, Self::Person, Self::Town];

    pub const fn role(self) -> &'static str {
        match self {
            Self::Business => "omotenashi_app",
            Self::House => "omotenashi_house",
            Self::Person => "omotenashi_person",
            Self::Town => "omotenashi_town",
        }
    }
}

/// What the statement that opens a scope sets.
pub(super) struct Settings<'a> {
    pub reach: Reach,
    pub actor: &'a str,
    pub business: &'a str,
    pub user: &'a str,
    pub booking: &'a str,
    pub request: &'a str,
    pub behind: &'a str,
    pub given: Option<DateTime<Utc>>,
}

impl<'a> Settings<'a> {
    /// Without a business.
    pub fn outside(reach: Reach, actor: &'a str, given: Option<DateTime<Utc>>) -> Self {
        Self {
            reach,
            actor,
            business: "",
            user: "",
            booking: "",
            request: "",
            behind: "",
            given,
        }
    }
}

/// All that is set is given back; what matters is at the end.
type Opened = (
    (String, String, String, String, String, String, String),
    DateTime<Utc>,
    Option<i64>,
);
type OpenedSql = (
    (Text, Text, Text, Text, Text, Text, Text),
    Timestamptz,
    Nullable<BigInt>,
);

/// Takes the role and the scope for the length of this transaction, and reads the clock and the
/// revision of the business's rules.
pub(super) fn open(
    conn: &mut PgConnection,
    settings: &Settings<'_>,
) -> Result<(DateTime<Utc>, Option<i64>)> {
    let (_, now, revision): Opened = statement::<OpenedSql, _>(
        "select set_config('role', ?, true), set_config('app.role', ?, true), \
             set_config('app.business_id', ?, true), set_config('app.user_id', ?, true), \
             set_config('app.booking_token', ?, true), set_config('app.request_id', ?, true), \
             set_config('app.impersonator', ?, true), coalesce(?, now()), \
             (select revision from platform.revisions where tenant = nullif(?, '')::uuid)",
        (
            bind::<Text, _>(settings.reach.role()),
            bind::<Text, _>(settings.actor),
            bind::<Text, _>(settings.business),
            bind::<Text, _>(settings.user),
            bind::<Text, _>(settings.booking),
            bind::<Text, _>(settings.request),
            bind::<Text, _>(settings.behind),
            bind::<Nullable<Timestamptz>, _>(settings.given),
            bind::<Text, _>(settings.business),
        ),
    )
    .get_result(conn)?;
    Ok((now, revision))
}

/// Opens outside all businesses, for a request and a person, where there are any.
pub(super) fn open_platform(
    conn: &mut PgConnection,
    house: &House,
    (request, user): &(String, String),
) -> Result<DateTime<Utc>> {
    let settings = Settings {
        user,
        request,
        ..Settings::outside(Reach::House, "platform", house.given)
    };
    Ok(open(conn, &settings)?.0)
}

/// The same for somebody whom the audit trail is to name.
pub(super) fn open_platform_by(
    conn: &mut PgConnection,
    author: &Author,
    house: &House,
) -> Result<DateTime<Utc>> {
    let (user, behind) = (author.user.to_string(), text(author.behind));
    let settings = Settings {
        user: &user,
        request: &author.request,
        behind: &behind,
        ..Settings::outside(Reach::House, author.role, house.given)
    };
    Ok(open(conn, &settings)?.0)
}

fn text(user: Option<UserId>) -> String {
    user.map(|user| user.to_string()).unwrap_or_default()
}

/// Opens for one person.
pub(super) fn open_person<'a>(
    conn: &'a mut PgConnection,
    myself: &Myself,
    house: &House,
) -> Result<PersonTx<'a>> {
    let user = myself.user.to_string();
    let settings = Settings {
        user: &user,
        ..Settings::outside(Reach::Person, "customer", house.given)
    };
    let (now, _) = open(conn, &settings)?;
    let email = myself.email.as_deref().unwrap_or_default();
    let _: String = statement::<(Text,), _>(
        "select set_config('app.email', ?, true)",
        (bind::<Text, _>(email),),
    )
    .get_result::<(String,)>(conn)?
    .0;
    Ok(PersonTx {
        conn,
        user: myself.user,
        now,
    })
}

/// Opens among all shops that want to be found.
pub(super) fn open_town<'a>(conn: &'a mut PgConnection, house: &'a House) -> Result<TownTx<'a>> {
    let settings = Settings::outside(Reach::Town, "visitor", house.given);
    let (now, _) = open(conn, &settings)?;
    Ok(TownTx {
        conn,
        now,
        memory: &house.memory,
    })
}

/// Opens in one business.
pub(super) fn open_scope<'a>(
    conn: &'a mut PgConnection,
    scope: &'a Scope,
    access: Access,
    house: &'a House,
) -> Result<TenantTx<'a>> {
    let business = scope.business.to_string();
    let (user, behind) = (text(scope.actor.user()), text(scope.behind));
    let booking = match &scope.actor {
        Actor::Guest(booking) => booking.to_string(),
        _ => String::new(),
    };
    let settings = Settings {
        reach: Reach::Business,
        actor: scope.actor.role(),
        business: &business,
        user: &user,
        booking: &booking,
        request: &scope.request,
        behind: &behind,
        given: house.given,
    };
    let (now, revision) = open(conn, &settings)?;
    Ok(TenantTx {
        conn,
        scope,
        now,
        reads_only: access == Access::Read,
        revision,
        memory: &house.memory,
    })
}
