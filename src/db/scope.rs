//! For whom a transaction is: the type is the permission. Only `run` makes these keys.

use super::kept::Memory;
use crate::base::ids::{BookingId, BusinessId, UserId};
use chrono::{DateTime, Utc};
use diesel::pg::PgConnection;

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anyone, on a public page.
    Visitor,
    /// A signed-in customer.
    Customer(UserId),
    /// The holder of a booking's link.
    Guest(BookingId),
    /// Somebody who works at the business; `owner` has every right in it.
    Member {
        /// The person.
        user: UserId,
        /// Whether it is the owner.
        owner: bool,
    },
    /// Somebody who runs the platform, where only they may act.
    Operator(UserId),
    /// The program itself: a job, the seed.
    House,
}

impl Actor {
    /// The person behind the act, where there is one.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::Customer(user) | Self::Member { user, .. } | Self::Operator(user) => Some(*user),
            Self::Visitor | Self::Guest(_) | Self::House => None,
        }
    }

    /// The role as row security and the audit trail know it.
    pub fn role(&self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Customer(_) => "customer",
            Self::Guest(_) => "guest",
            Self::Member { owner: true, .. } => "owner",
            Self::Member { owner: false, .. } => "staff",
            Self::Operator(_) => "admin",
            Self::House => "house",
        }
    }

    /// The word of `booking_history.actor`.
    pub fn side(&self) -> &'static str {
        match self {
            Self::Visitor | Self::Customer(_) | Self::Guest(_) => "customer",
            Self::Member { .. } => "member",
            Self::Operator(_) | Self::House => "house",
        }
    }
}

/// One business, one actor: made by a gate, from a job's row, or by a test.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The tenant.
    pub business: BusinessId,
    /// Who acts in it.
    pub actor: Actor,
    /// The request it belongs to, for the audit trail; empty outside requests.
    pub request: String,
    /// The operator who acts in the actor's place, if one does: the audit trail names both.
    pub behind: Option<UserId>,
}

/// A person who acts outside all businesses: the audit trail names them.
#[derive(Clone, Debug)]
pub struct Author {
    /// The person.
    pub user: UserId,
    /// What they are, as the audit trail knows it.
    pub role: &'static str,
    /// The request it belongs to.
    pub request: String,
    /// The operator who acts in their place, if one does.
    pub behind: Option<UserId>,
}

impl Scope {
    /// A scope without a request.
    pub fn new(business: BusinessId, actor: Actor) -> Self {
        Self {
            business,
            actor,
            request: String::new(),
            behind: None,
        }
    }
}

/// One transaction, in one business, by one actor, at one instant.
pub struct TenantTx<'a> {
    pub(super) conn: &'a mut PgConnection,
    pub(super) scope: &'a Scope,
    pub(super) now: DateTime<Utc>,
    pub(super) reads_only: bool,
    pub(super) revision: Option<i64>,
    pub(super) memory: &'a Memory,
}

impl TenantTx<'_> {
    /// The connection, for queries.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.conn
    }

    /// The tenant; every query names it, besides row security.
    pub fn business(&self) -> BusinessId {
        self.scope.business
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.scope.actor
    }

    /// The instant of this transaction, the database's.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

/// A signed-in person, and the address that they proved.
#[derive(Clone, Debug)]
pub struct Myself {
    /// The person.
    pub user: UserId,
    /// Cards of nobody with this address are theirs as well; `None` until they prove one.
    pub email: Option<String>,
}

/// One signed-in customer across businesses: own rows, read only.
pub struct PersonTx<'a> {
    pub(super) conn: &'a mut PgConnection,
    pub(super) user: UserId,
    pub(super) now: DateTime<Utc>,
}

impl PersonTx<'_> {
    /// The connection, for queries.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.conn
    }

    /// The person.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// The instant of this transaction.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

/// Among all shops that want to be found: of each no more than what anybody may reckon its free times from. It reads only, and
/// sees neither people nor guests; a role of the database's own keeps it to that.
pub struct TownTx<'a> {
    pub(super) conn: &'a mut PgConnection,
    pub(super) now: DateTime<Utc>,
    pub(super) memory: &'a Memory,
}

impl TownTx<'_> {
    /// The connection, for queries.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.conn
    }

    /// The instant of this transaction.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

/// Outside all businesses: signing in, finding a business, resolving a booking's link, claiming jobs.
pub struct PlatformTx<'a> {
    pub(super) conn: &'a mut PgConnection,
    pub(super) now: DateTime<Utc>,
}

impl PlatformTx<'_> {
    /// The connection, for queries.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.conn
    }

    /// The instant of this transaction.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

/// Working on the tables themselves, as their owner: to make room in them. Row security is forced, so the owner sees and writes no row
/// of anybody.
pub struct OwnerTx<'a> {
    pub(super) conn: &'a mut PgConnection,
    pub(super) now: DateTime<Utc>,
}

impl OwnerTx<'_> {
    /// The connection, inside this transaction.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.conn
    }

    /// The instant this transaction goes by.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}
