//! What somebody types to find a card, read as what it may be. Pure.

use crate::base::text;

/// So many words are read.
const WORDS: usize = 5;
/// So few digits are the end of a telephone number.
const LAST_DIGITS: usize = 4;

/// What a card must have to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Patterns of what it is found by; all of them must fit.
    pub patterns: Vec<String>,
    /// Or one of these numbers.
    pub numbers: Vec<i64>,
    /// Whatever looks like a booking's number.
    pub code: Option<String>,
}

impl Wanted {
    /// Reads what was typed: names in any width of kana, parts of an address, the end of a telephone number.
    pub fn read(typed: &str) -> Self {
        let whole = text::search_key(typed);
        let digits = whole.strip_prefix('+').unwrap_or(&whole);
        if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
            return Self::of_digits(digits);
        }
        let patterns: Vec<String> = typed
            .split_whitespace()
            .map(text::search_key)
            .filter(|word| !word.is_empty())
            .take(WORDS)
            .map(|word| format!("%{}%", literal(&word)))
            .collect();
        let nothing = patterns.is_empty() && !typed.trim().is_empty();
        Self {
            // Signs alone are in nobody's name.
            patterns: if nothing {
                vec![String::new()]
            } else {
                patterns
            },
            code: Some(whole.to_uppercase()).filter(|code| is_code(code)),
            numbers: Vec::new(),
        }
    }

    fn of_digits(digits: &str) -> Self {
        let pattern = if digits.len() <= LAST_DIGITS {
            format!("%{digits}")
        } else {
            // As it is dialled: kept is +81 90…, typed is 090….
            let dialled = digits.strip_prefix('0').unwrap_or(digits);
            format!("%{dialled}%")
        };
        Self {
            patterns: vec![pattern],
            numbers: digits.parse().into_iter().collect(),
            code: Some(digits.to_owned()).filter(|code| is_code(code)),
        }
    }

    /// Whether everybody is wanted.
    pub fn is_everybody(&self) -> bool {
        self.patterns.is_empty()
    }
}

/// Seven letters and digits, as a booking's number without its dash.
fn is_code(typed: &str) -> bool {
    typed.len() == 7 && typed.chars().all(|c| c.is_ascii_alphanumeric())
}

fn literal(word: &str) -> String {
    word.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
