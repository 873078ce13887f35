//! What each role may do: one table, asked through [`Member::may`](super::member::Member::may). Pure. The database has the
//! same in `role_permissions` (seed 002); a test compares them.

use crate::schema::businesses::sql_types::StaffRole as StaffRoleSql;
use serde_json::{Map, Value};

crate::pg_enum! {
    /// What somebody is in a business.
    StaffRole as StaffRoleSql {
        /// Has every right.
        Owner = "owner",
        /// Runs the day.
        Manager = "manager",
        /// Takes bookings and greets.
        Receptionist = "receptionist",
        /// Does the work.
        ServiceProvider = "service_provider",
    }
}

/// What may be done: a kind of thing, and what with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Sees the day and each booking.
    ReadBookings,
    /// Sees the telephone numbers and e-mail addresses of guests.
    ReadContacts,
    /// Says that a guest has come, is served, is done or stayed away.
    Progress,
    /// Writes what staff should know of a booking.
    WriteNotes,
    /// Takes a booking by telephone or at the counter.
    CreateBookings,
    /// Gives a booking another time or person.
    MoveBookings,
    /// Calls a booking off, and takes that back.
    CancelBookings,
    /// Puts a booking over another, knowing it.
    Overbook,
    /// Lets a guest off a cancellation fee.
    WaiveFees,
    /// Takes what a guest pays at the shop, and issues receipts.
    TakePayments,
    /// Sees what a day will bring, and what was taken on it.
    ReadTakings,
    /// Invites, changes and lets go those below.
    ManageTeam,
    /// Makes a tablet of the shop one, and ends that.
    ManageDevices,
    /// Looks up guests, their history and their notes.
    ReadCustomers,
    /// Adds and mends cards of guests, joins two of one person, keeps somebody from booking.
    WriteCustomers,
    /// Takes all cards out as a file, or brings them in.
    MoveCustomers,
    /// Keeps time free of bookings on somebody's column.
    BlockTime,
    /// Says when the shop is open and who works when.
    ManageSchedule,
    /// Says what is offered, for how much and with what.
    ManageCatalog,
    /// Says how the shop is called and shown, and how it takes bookings.
    ManageBusiness,
}

impl StaffRole {
    /// All of them, the highest first.
    pub const ALL: [Self; 4] = [
        Self::Owner,
        Self::Manager,
        Self::Receptionist,
        Self::ServiceProvider,
    ];

    /// The label as the words of the house have it.
    pub fn id(self) -> String {
        self.label().replace('_', "-")
    }

    /// The table.
    pub const fn may(self, right: Right) -> bool {
        match self {
            Self::Owner | Self::Manager => true,
            Self::Receptionist => !matches!(
                right,
                Right::WaiveFees
                    | Right::ReadTakings
                    | Right::ManageTeam
                    | Right::ManageDevices
                    | Right::MoveCustomers
                    | Right::ManageSchedule
                    | Right::ManageCatalog
                    | Right::ManageBusiness
            ),
            Self::ServiceProvider => matches!(
                right,
                Right::ReadBookings
                    | Right::ReadContacts
                    | Right::Progress
                    | Right::WriteNotes
                    | Right::CreateBookings
                    | Right::TakePayments
                    | Right::ReadCustomers
            ),
        }
    }

    /// Whether this role decides about another: an owner about everybody, others about those below them and nobody
    /// about their like.
    pub const fn decides_about(self, other: Self) -> bool {
        match self {
            Self::Owner => true,
            Self::Manager => matches!(other, Self::Receptionist | Self::ServiceProvider),
            Self::Receptionist | Self::ServiceProvider => false,
        }
    }
}

impl Right {
    /// All of them, as they are listed.
    pub const ALL: [Self; 20] = [
        Self::ReadBookings,
        Self::ReadContacts,
        Self::Progress,
        Self::WriteNotes,
        Self::CreateBookings,
        Self::MoveBookings,
        Self::CancelBookings,
        Self::Overbook,
        Self::WaiveFees,
        Self::TakePayments,
        Self::ReadTakings,
        Self::ManageTeam,
        Self::ManageDevices,
        Self::ReadCustomers,
        Self::WriteCustomers,
        Self::MoveCustomers,
        Self::BlockTime,
        Self::ManageSchedule,
        Self::ManageCatalog,
        Self::ManageBusiness,
    ];

    /// Resource and action, as `permissions` has them.
    pub const fn pair(self) -> (&'static str, &'static str) {
        match self {
            Self::ReadBookings => ("bookings", "read"),
            Self::ReadContacts => ("contacts", "read"),
            Self::Progress => ("bookings", "progress"),
            Self::WriteNotes => ("bookings", "note"),
            Self::CreateBookings => ("bookings", "create"),
            Self::MoveBookings => ("bookings", "move"),
            Self::CancelBookings => ("bookings", "cancel"),
            Self::Overbook => ("bookings", "overbook"),
            Self::WaiveFees => ("fees", "waive"),
            Self::TakePayments => ("payments", "take"),
            Self::ReadTakings => ("takings", "read"),
            Self::ManageTeam => ("team", "manage"),
            Self::ManageDevices => ("devices", "manage"),
            Self::ReadCustomers => ("customers", "read"),
            Self::WriteCustomers => ("customers", "write"),
            Self::MoveCustomers => ("customers", "move"),
            Self::BlockTime => ("schedule", "block"),
            Self::ManageSchedule => ("schedule", "manage"),
            Self::ManageCatalog => ("catalog", "manage"),
            Self::ManageBusiness => ("business", "manage"),
        }
    }

    /// Both in one word: `bookings-read`.
    pub fn id(self) -> String {
        let (resource, action) = self.pair();
        format!("{resource}-{action}")
    }

    /// Whether its pages stand in the back office, where nobody comes from a tablet of the shop.
    pub const fn is_of_the_back_office(self) -> bool {
        matches!(
            self,
            Self::ManageTeam
                | Self::ManageDevices
                | Self::ReadCustomers
                | Self::WriteCustomers
                | Self::MoveCustomers
                | Self::ManageSchedule
                | Self::ManageCatalog
                | Self::ManageBusiness
        )
    }

    /// Whether somebody of a role may be given this right, or be refused it, apart from their role. Owners have every
    /// right; those who decide about nobody have no use for the right to do it; and whoever works sees the day.
    pub const fn is_adjustable(self, role: StaffRole) -> bool {
        match (role, self) {
            (StaffRole::Owner, _) | (_, Self::ReadBookings) => false,
            (StaffRole::Manager, _) => true,
            (_, right) => !matches!(right, Self::ManageTeam | Self::ManageDevices),
        }
    }
}

/// What somebody may do, their role and what was said about them in particular taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights(u32);

impl Rights {
    /// The rights of a role, adjusted as a seat's `permissions_json` says. What is no right of ours is passed over.
    pub fn of(role: StaffRole, adjustments: &Value) -> Self {
        let has = |right: Right| {
            let said = adjustments.get(right.id()).and_then(Value::as_bool);
            said.filter(|_| right.is_adjustable(role))
                .unwrap_or_else(|| role.may(right))
        };
        Self::from_iter(Right::ALL.into_iter().filter(|right| has(*right)))
    }

    /// Whether this right is among them.
    pub const fn have(self, right: Right) -> bool {
        self.0 & Self::bit(right) != 0
    }

    /// What `permissions_json` has to say, so that somebody of a role has just these rights.
    pub fn adjustments(self, role: StaffRole) -> Value {
        let differing = Right::ALL
            .into_iter()
            .filter(|right| right.is_adjustable(role) && self.have(*right) != role.may(*right))
            .map(|right| (right.id(), Value::Bool(self.have(right))));
        Value::Object(differing.collect::<Map<_, _>>())
    }

    /// What is left of them on a tablet of the shop: the day, and nothing of what waits in the back office.
    pub fn on_a_shop_device(self) -> Self {
        let of_the_day = |right: &Right| !right.is_of_the_back_office() && self.have(*right);
        Self::from_iter(Right::ALL.into_iter().filter(of_the_day))
    }

    const fn bit(right: Right) -> u32 {
        1 << right as u16
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
        Self(
            rights
                .into_iter()
                .fold(0, |rights, right| rights | Self::bit(right)),
        )
    }
}
