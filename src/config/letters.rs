//! With what letters are signed, as the environment names it (`OC_DKIM_…`).

use super::Reader;
use crate::mail::dkim::Settings;
use std::path::PathBuf;

impl Reader<'_> {
    /// All three settings, or none. The key itself is read at the start, not here: the program makes it, too.
    pub(super) fn dkim(&mut self) -> Option<Settings> {
        const NAMES: [&str; 3] = ["OC_DKIM_SELECTOR", "OC_DKIM_DOMAIN", "OC_DKIM_KEY_FILE"];
        let given = NAMES.map(|name| self.text(name));
        if given.iter().all(Option::is_none) {
            return None;
        }
        for (name, value) in NAMES.into_iter().zip(&given) {
            self.demand(
                value.is_none(),
                name,
                "is required where letters are signed",
            );
        }
        for (name, value) in NAMES.into_iter().zip(&given).take(2) {
            let broken = value.as_deref().is_some_and(|name| !is_name(name));
            self.demand(broken, name, "must be a name as DNS has them");
        }
        let [selector, domain, key_file] = given;
        Some(Settings {
            selector: selector?,
            domain: domain?,
            key_file: PathBuf::from(key_file?),
        })
    }
}

/// Letters, figures and hyphens between points.
fn is_name(text: &str) -> bool {
    text.split('.').all(|label| {
        !label.is_empty()
            && label
                .bytes()
                .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_'))
    })
}
