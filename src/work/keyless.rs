//! What of a letter may be kept: its words, without the keys in its links. Who reads at the shop what a guest was told shall
//! not be able to open what only the guest may.

use crate::base::token::Token;

/// Stands where a key stood.
const GONE: &str = "…";

/// The words without anything that could be a key.
pub fn without_keys(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_') {
            run.push(letter);
            continue;
        }
        put(&mut kept, &mut run);
        kept.push(letter);
    }
    put(&mut kept, &mut run);
    kept
}

fn put(kept: &mut String, run: &mut String) {
    kept.push_str(match Token::parse(run) {
        Some(_) => GONE,
        None => run,
    });
    run.clear();
}
