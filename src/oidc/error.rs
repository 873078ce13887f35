//! Why a provider's word was not taken. The texts are for the log: they hold nothing that tells who somebody is.

/// Why nobody comes in by way of a provider.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OidcError {
    /// A setting cannot be used.
    #[error("cannot be used: {0}")]
    Settings(String),
    /// It does not answer, or not in time, or not as a provider does.
    #[error("does not answer: {0}")]
    Unreachable(String),
    /// It takes back what it has given: a code that is used, old, or another's.
    #[error("refuses the code: {0}")]
    Refused(String),
    /// What it says does not hold.
    #[error("is not believed: {0}")]
    Untrue(String),
}
