//! What tells two versions of the same thing apart: a short word made of everything that is in it.

use sha2::{Digest, Sha256};
use std::fmt::{Debug, Write};

/// The same for equal things, and another as soon as anything in them differs. It goes by what a thing says of itself to
/// a programmer, so it is kept no longer than a page is open.
pub fn fingerprint(thing: &impl Debug) -> String {
    let digest = Sha256::digest(format!("{thing:?}"));
    digest
        .iter()
        .take(12)
        .fold(String::new(), |mut word, byte| {
            // Writing into a string cannot fail.
            let _ = write!(word, "{byte:02x}");
            word
        })
}
