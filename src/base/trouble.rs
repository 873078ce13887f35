//! Why a calendar that somebody keeps elsewhere told nothing.

/// Why.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, thiserror::Error,
)]
#[strum(serialize_all = "kebab-case")]
#[error("the calendar told nothing")]
pub enum Trouble {
    /// Nobody answered in time.
    Unreachable,
    /// It may not be asked: it leads inside a network.
    Forbidden,
    /// Name or password are wrong, or the link is not good any more.
    Refused,
    /// There is nothing at that address.
    Missing,
    /// It answered with something that is no calendar.
    NotACalendar,
    /// It has more in it than is read.
    TooMuch,
    /// What is kept of its address cannot be opened with the house's secret.
    Sealed,
}
