//! A browser that has come into an account before carries a cookie that says so. Its tries are counted apart, so that
//! whoever guesses from elsewhere slows themselves down and not the owner (OWASP's device cookies; RELIABILITY 6: never a
//! lock that an attacker can turn). Pure; nothing of it is stored.

use crate::base::token::Token;

/// A cookie for a browser that has just come into the account of an address.
pub fn issue(secret: &[u8], email: &str) -> String {
    let name = Token::random().text();
    let proof = proof(secret, email, &name);
    format!("{name}.{proof}")
}

/// The name of the browser, if it has come into the account of this very address before.
pub fn recognise(secret: &[u8], email: &str, cookie: &str) -> Option<String> {
    let (name, shown) = cookie.split_once('.')?;
    let shown = Token::parse(shown)?;
    let name = Token::parse(name)?.text();
    let expected = Token::parse(&proof(secret, email, &name))?;
    // Hashes are compared, so that how long it takes tells nothing about the proof.
    (expected.hash() == shown.hash()).then_some(name)
}

fn proof(secret: &[u8], email: &str, name: &str) -> String {
    let email = email.to_lowercase();
    Token::derived(
        secret,
        &[b"known device", email.as_bytes(), name.as_bytes()],
    )
    .text()
}
