//! What a browser carries for us and cannot change: written out, and beside it what only this site makes of it.

use super::site::Site;
use crate::base::token::sha256;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

/// Something as a cookie's value. What was sealed for one purpose opens for no other.
pub fn seal(site: &Site, purpose: &[u8], what: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(what).unwrap_or_default();
    format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(&bytes),
        made(site, purpose, &bytes)
    )
}

/// What was sealed, if it was, here and for this purpose.
pub fn open<T: DeserializeOwned>(site: &Site, purpose: &[u8], value: &str) -> Option<T> {
    let (written, seal) = value.split_once('.')?;
    let bytes = URL_SAFE_NO_PAD.decode(written).ok()?;
    let is_ours = is_same(seal, &made(site, purpose, &bytes));
    is_ours.then(|| serde_json::from_slice(&bytes).ok())?
}

/// Whether two words are the same; how long it takes tells nothing about either.
pub fn is_same(one: &str, other: &str) -> bool {
    sha256(one.as_bytes()) == sha256(other.as_bytes())
}

fn made(site: &Site, purpose: &[u8], bytes: &[u8]) -> String {
    site.derived(&[purpose, bytes]).text()
}
