//! What other programs can be told of. Names are kept and sent: they must not change.

/// The kinds of events, in the order in which they happen.
pub const KINDS: [&str; 13] = [
    "booking.requested",
    "booking.created",
    "booking.confirmed",
    "booking.moved",
    "booking.changed",
    "booking.arrived",
    "booking.started",
    "booking.completed",
    "booking.cancelled",
    "booking.no_show",
    "booking.expired",
    "booking.restored",
    "booking.removed",
];

/// A trial: it is sent to whom it is meant for, whatever they listen to.
pub const TRIAL: &str = "webhook.test";

/// The word of a message: `booking.no_show` is `booking-no-show`.
pub fn word(kind: &str) -> String {
    kind.replace(['.', '_'], "-")
}
