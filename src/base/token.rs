//! Secrets that travel in addresses and cookies: random, shown once, stored as their SHA-256.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use rand::RngCore;
use sha2::{Digest, Sha256};

/// 256 bits, written as 43 characters of URL-safe Base64.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A new one from the system's generator.
    pub fn random() -> Self {
        let mut bytes = [0; 32];
        rand::rng().fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// One that only the holder of `secret` can make, and always makes again, from `parts`: a booking's link can be
    /// written into each later letter although only its hash is stored.
    pub fn derived(secret: &[u8], parts: &[&[u8]]) -> Self {
        let mut bytes = [0; 32];
        // HMAC takes keys of any length, so this cannot fail; an all-zero token would match nothing.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) {
            for part in parts {
                mac.update(&(part.len() as u64).to_be_bytes());
                mac.update(part);
            }
            bytes.copy_from_slice(&mac.finalize().into_bytes());
        }
        Self(bytes)
    }

    /// Reads one as it stands in an address; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// As it stands in an address.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What is stored.
    pub fn hash(&self) -> Vec<u8> {
        sha256(&self.0)
    }
}

impl std::fmt::Debug for Token {
    /// Says nothing: a log must not hold keys.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// SHA-256 of any bytes.
pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}
