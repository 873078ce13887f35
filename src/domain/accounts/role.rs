//! What somebody is to the house, and how long they stay signed in.

use crate::{
    base::ids::UserId,
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::{sql_types::UserRole, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

crate::pg_enum! {
    /// What somebody is to the house (S0-05); what they may do in a business is their seat's affair.
    Role as UserRole {
        /// Runs the platform.
        Admin = "admin",
        /// Has a business.
        Owner = "owner",
        /// Works in one.
        Staff = "staff",
        /// Books.
        Customer = "customer",
    }
}

/// How long a session lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// Unused.
    pub idle: TimeDelta,
    /// At most, however much it is used.
    pub longest: TimeDelta,
}

impl Role {
    /// A customer's telephone stays signed in; a counter where others' names can be read is asked again every working day
    /// (RELIABILITY 6, but that half an hour between two guests must not end a session).
    pub fn life(self) -> Life {
        match self {
            Self::Customer => Life {
                idle: TimeDelta::days(14),
                longest: TimeDelta::days(90),
            },
            Self::Admin => Life {
                idle: TimeDelta::minutes(30),
                longest: TimeDelta::hours(12),
            },
            Self::Owner | Self::Staff => Life {
                idle: TimeDelta::hours(4),
                longest: TimeDelta::hours(12),
            },
        }
    }
}

impl Life {
    /// The same, but ending after so many unused minutes at the latest.
    pub fn within(self, idle_minutes: Option<i16>) -> Self {
        let idle = idle_minutes.map_or(self.idle, |minutes| TimeDelta::minutes(minutes.into()));
        Self {
            idle: self.idle.min(idle),
            ..self
        }
    }

    /// When a session that began then and is used now will end.
    pub fn end(self, began: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
        (now + self.idle).min(began + self.longest)
    }
}

/// Somebody who books or works becomes somebody who has a business; who is that already, or runs the platform, stays it.
pub fn becomes_owner(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    prepared(
        diesel::update(
            users::table.filter(users::id.eq(user)).filter(
                users::role
                    .eq(Role::Customer)
                    .or(users::role.eq(Role::Staff)),
            ),
        )
        .set(users::role.eq(Role::Owner)),
    )
    .execute(tx.conn())?;
    Ok(())
}
