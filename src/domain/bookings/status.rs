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

    /// Whether this state may follow from the other. Undoing goes by the history and not by this table.
    pub fn may_become(self, next: Self) -> bool {
        use Status::{
            Arrived, Cancelled, Completed, Confirmed, Expired, InService, NoShow, Pending,
            PendingDeposit, PendingPayment,
        };
        match self {
            Pending => matches!(
                next,
                PendingPayment | PendingDeposit | Confirmed | Cancelled | Expired
            ),
            PendingDeposit => matches!(next, PendingPayment | Confirmed | Cancelled | Expired),
            PendingPayment => matches!(next, Confirmed | Cancelled | Expired),
            Confirmed => matches!(next, Arrived | InService | Completed | Cancelled | NoShow),
            Arrived => matches!(next, InService | Completed | Cancelled),
            InService => matches!(next, Completed),
            Completed | Cancelled | NoShow | Expired => false,
        }
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
