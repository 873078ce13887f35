//! Phone numbers and postal codes: kept as bare digits, shown as people write them.

use crate::{base::lang::Lang, i18n::Words};
use phonenumber::{Mode, country};
use quick_cache::sync::Cache;
use std::{convert::Infallible, sync::LazyLock};

/// So many numbers are remembered as they are shown: the numbering plan is a walk through a hundred patterns, and a
/// day sheet shows the same numbers all day.
const NUMBERS: usize = 10_000;

impl Words {
    /// A number kept as E.164 (`+819012345678`). Japanese numbers are shown as they are dialled
    /// in Japan to those who read Japanese (`090-1234-5678`), with the country to others
    /// (`+81 90 1234 5678`), as all foreign numbers are. What is no number is shown as it is.
    pub fn phone(self, e164: &str) -> String {
        static SHOWN: LazyLock<Cache<(Lang, String), String>> =
            LazyLock::new(|| Cache::new(NUMBERS));
        let known = SHOWN.get_or_insert_with(&(self.lang(), e164.to_owned()), || {
            Ok::<_, Infallible>(self.phone_anew(e164))
        });
        match known {
            Ok(shown) => shown,
        }
    }

    fn phone_anew(self, e164: &str) -> String {
        let Ok(number) = phonenumber::parse(None, e164) else {
            return e164.to_owned();
        };
        let at_home = self.lang() == Lang::Ja && number.country().id() == Some(country::JP);
        let shown = number.format();
        if at_home {
            shown.mode(Mode::National).to_string()
        } else {
            // only spaces, as the standard for international notation has it
            shown
                .mode(Mode::International)
                .to_string()
                .replace('-', " ")
        }
    }

    /// A postal code kept as seven digits: `〒150-0001`, `150-0001`. What is none is shown as it
    /// is.
    pub fn postal_code(self, digits: &str) -> String {
        let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        match digits.split_at_checked(3) {
            Some((area, town)) if all_digits && town.len() == 4 => {
                self.format_postal_code(area, town)
            }
            _ => digits.to_owned(),
        }
    }
}
