//! How what is sent is signed: as <https://www.standardwebhooks.com> says it, so that listeners find a library for it. Version
//! `v1` is HMAC-SHA256 over `id.timestamp.body`, in Base64. Pure.

use crate::base::{ids::WebhookId, token::Token};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What a secret begins with.
const PREFIX: &str = "whsec_";

/// The secret of a listener, made from the house's own and the number of how often it was renewed. It stands nowhere.
pub fn key(house: &[u8], webhook: WebhookId, generation: i32) -> Vec<u8> {
    let parts: [&[u8]; 3] = [b"webhook", webhook.0.as_bytes(), &generation.to_be_bytes()];
    let token = Token::derived(house, &parts).text();
    URL_SAFE_NO_PAD.decode(token).unwrap_or_default()
}

/// A secret as its owner copies it.
pub fn shown(key: &[u8]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(key))
}

/// The header `webhook-signature`: one word for each secret that counts.
pub fn sign(keys: &[Vec<u8>], id: &str, timestamp: i64, body: &[u8]) -> String {
    let each = keys.iter().map(|key| one(key, id, timestamp, body));
    each.collect::<Vec<_>>().join(" ")
}

fn one(key: &[u8], id: &str, timestamp: i64, body: &[u8]) -> String {
    // HMAC takes keys of any length, so this cannot fail; nothing would match an empty word.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return String::new();
    };
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}
