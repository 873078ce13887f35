//! Passwords: argon2id, never changed before hashing (RELIABILITY 6). Hashing takes tens of milliseconds on purpose;
//! whoever calls this does so outside a transaction and on a thread that may block.

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, Version,
    password_hash::{PasswordHasher, PasswordVerifier},
};
use std::sync::LazyLock;

/// The longest password, in characters; longer ones are refused before any hashing.
pub const LONGEST: usize = 128;
/// The shortest password.
pub const SHORTEST: usize = 8;

/// How much work a hash is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// KiB of memory.
    pub memory: u32,
    /// Passes.
    pub passes: u32,
}

impl Strength {
    /// OWASP's parameters of 2026: 19 MiB, two passes, one lane.
    pub const REAL: Self = Self {
        memory: 19_456,
        passes: 2,
    };
}

/// As many guesses as whoever has a list of common passwords, and the usual ways to dress them up, would try first.
const EASY: u64 = 1_000_000;

/// What everybody knows of us, and whoever guesses tries (ASVS 6.1.2).
const OURS: [&str; 4] = ["omotenashi", "omotenashi connect", "yoyaku", "booking"];

/// Whether a password stands near the top of the lists that are tried first (ASVS 6.2.4), or is made of what is known of
/// its owner. No rule asks for kinds of letters.
pub fn is_easy(password: &str, about_its_owner: &[&str]) -> bool {
    let about = [about_its_owner, &OURS].concat();
    zxcvbn::zxcvbn(password, &about).guesses() < EASY
}

/// Whether a hash was made with less work than is asked for now.
pub fn is_outdated(hash: &str, strength: Strength) -> bool {
    let made_with = PasswordHash::new(hash)
        .ok()
        .and_then(|hash| Params::try_from(&hash).ok());
    made_with
        .is_none_or(|params| params.m_cost() < strength.memory || params.t_cost() < strength.passes)
}

/// A password could not be hashed: the parameters are not possible.
#[derive(Debug, thiserror::Error)]
#[error("hashing failed: {0}")]
pub struct HashingFailed(String);

/// The hash of a password, in the PHC form that names its own parameters.
pub fn hash(password: &str, strength: Strength) -> Result<String, HashingFailed> {
    let params = Params::new(strength.memory, strength.passes, 1, None)
        .map_err(|error| HashingFailed(error.to_string()))?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| HashingFailed(error.to_string()))
}

/// Whether a password is the one of a hash. Without a hash (nobody of that name) as much work is done and the answer
/// is no, so that the time it takes tells nothing.
pub fn is_right(password: &str, hash: Option<&str>) -> bool {
    static NOBODY: LazyLock<String> = LazyLock::new(|| {
        self::hash("nobody has this password", Strength::REAL).unwrap_or_default()
    });
    let right = Argon2::default()
        .verify_password(password.as_bytes(), hash.unwrap_or(&NOBODY))
        .is_ok();
    right && hash.is_some()
}
