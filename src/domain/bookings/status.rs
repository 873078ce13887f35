//! The states of a booking and the moves between them (seed 000, with the two that a day needs). Pure.

crate::pg_enum! {
    /// Where a booking stands.
    Status as crate::schema::bookings::sql_types::BookingStatus {
        /// Waits for the shop.
        Pending = "pending",
        /// Waits for money.
        PendingPayment = "pending_payment",
        /// Waits for a deposit.
        PendingDeposit = "pending_deposit",
        /// It stands.
        Confirmed = "confirmed",
        /// The customer is there.
        Arrived = "arrived",
        /// Being served.
        InService = "in_service",
        /// Over.
        Completed = "completed",
        /// Called off.
        Cancelled = "cancelled",
        /// Nobody came.
        NoShow = "no_show",
        /// Lapsed by itself.
        Expired = "expired",
    }
}

/// Who moves a booking on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// Whoever it is for.
    Guest,
    /// Whoever works at the business.
    Staff,
    /// The program itself: a deadline has passed, money has come.
    House,
}

impl Mover {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Guest, Self::Staff, Self::House];
}

/// Every move there is: from where, to where, and who makes it. Seed 000 has them, but for the two states that a day needs. A
/// guest who takes a time that the shop has proposed makes a booking of a request, and nobody else but staff does. A session that
/// has too few guests is called off by itself, with everybody in it.
const MOVES: &[(Status, Status, &[Mover])] = {
    use Mover::{Guest, House, Staff};
    use Status::{
        Arrived, Cancelled, Completed, Confirmed, Expired, InService, NoShow, Pending,
        PendingDeposit, PendingPayment,
    };
    &[
        (Pending, PendingPayment, &[Staff]),
        (Pending, PendingDeposit, &[Staff]),
        (Pending, Confirmed, &[Guest, Staff]),
        (Pending, Cancelled, &[Guest, Staff, House]),
        (Pending, Expired, &[House]),
        (PendingDeposit, PendingPayment, &[Staff, House]),
        (PendingDeposit, Confirmed, &[Staff, House]),
        (PendingDeposit, Cancelled, &[Guest, Staff, House]),
        (PendingDeposit, Expired, &[House]),
        (PendingPayment, Confirmed, &[Staff, House]),
        (PendingPayment, Cancelled, &[Guest, Staff, House]),
        (PendingPayment, Expired, &[House]),
        (Confirmed, Arrived, &[Staff]),
        (Confirmed, InService, &[Staff]),
        (Confirmed, Completed, &[Staff]),
        (Confirmed, Cancelled, &[Guest, Staff, House]),
        (Confirmed, NoShow, &[Staff]),
        (Arrived, InService, &[Staff]),
        (Arrived, Completed, &[Staff]),
        (Arrived, Cancelled, &[Staff, House]),
        (InService, Completed, &[Staff]),
    ]
};

impl Status {
    /// Every state.
    pub const ALL: [Self; 10] = [
        Self::Pending,
        Self::PendingPayment,
        Self::PendingDeposit,
        Self::Confirmed,
        Self::Arrived,
        Self::InService,
        Self::Completed,
        Self::Cancelled,
        Self::NoShow,
        Self::Expired,
    ];

    /// Whether this state may follow from the other, whoever sees to it. Undoing goes by the history and not by this table.
    pub fn may_become(self, next: Self) -> bool {
        Mover::ALL.iter().any(|by| self.may_be_moved(next, *by))
    }

    /// Whether somebody may move it on to that state.
    pub fn may_be_moved(self, next: Self, by: Mover) -> bool {
        MOVES
            .iter()
            .any(|(from, to, movers)| *from == self && *to == next && movers.contains(&by))
    }

    /// Whether it still takes up its time.
    pub fn takes_time(self) -> bool {
        !matches!(self, Self::Cancelled | Self::NoShow | Self::Expired)
    }

    /// Whether the customer is still expected, so that moving and cancelling make sense.
    pub fn is_ahead(self) -> bool {
        matches!(
            self,
            Self::Pending | Self::PendingPayment | Self::PendingDeposit | Self::Confirmed
        )
    }
}
