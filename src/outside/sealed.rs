//! What is kept so that whoever has only the database cannot read it: passwords and private addresses of other people's servers. The
//! key is made from the house's secret and stands nowhere.

use crate::base::token::Token;
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    rand::{SecureRandom, SystemRandom},
};

/// Seals something for one purpose and one row. Nothing only where the system has no random numbers.
pub fn seal(secret: &[u8], about: &[&[u8]], plain: &[u8]) -> Option<Vec<u8>> {
    let mut nonce = [0; NONCE_LEN];
    SystemRandom::new().fill(&mut nonce).ok()?;
    let mut sealed = plain.to_vec();
    key(secret, about)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )
        .ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// What was sealed with one of these secrets, for this purpose and this row.
pub fn open(secrets: &[Vec<u8>], about: &[&[u8]], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE_LEN>()?;
    secrets.iter().find_map(|secret| {
        let mut text = rest.to_vec();
        let plain = key(secret, about)?
            .open_in_place(
                Nonce::assume_unique_for_key(*nonce),
                Aad::empty(),
                &mut text,
            )
            .ok()?;
        Some(plain.to_vec())
    })
}

/// Another purpose or another row is another key.
fn key(secret: &[u8], about: &[&[u8]]) -> Option<LessSafeKey> {
    let parts: Vec<&[u8]> = std::iter::once(b"sealed".as_slice())
        .chain(about.iter().copied())
        .collect();
    let key = Token::derived(secret, &parts).hash();
    Some(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &key).ok()?))
}
