//! The criteria of WCAG 2.2, levels A and AA, and how each is known to hold. `tests/WCAG.md` has the same list with the reasons; a
//! test compares the two.

use Level::{A, Aa};
use Verdict::{Examined, Nothing, Tested};

/// What a criterion is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// What everybody needs.
    A,
    /// What is asked of a good site.
    Aa,
}

impl Level {
    /// As it is written everywhere.
    pub const fn word(self) -> &'static str {
        match self {
            A => "A",
            Aa => "AA",
        }
    }
}

/// How it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Tests judge it whenever the program changes.
    Tested,
    /// Somebody looked how it is made.
    Examined,
    /// There is nothing that it could be about.
    Nothing,
}

impl Verdict {
    /// The word of messages and of the list.
    pub const fn word(self) -> &'static str {
        match self {
            Tested => "tested",
            Examined => "examined",
            Nothing => "none",
        }
    }
}

/// All of them, by number.
pub const CRITERIA: [(&str, Level, Verdict); 55] = [
    ("1.1.1", A, Tested),
    ("1.2.1", A, Nothing),
    ("1.2.2", A, Nothing),
    ("1.2.3", A, Nothing),
    ("1.2.4", Aa, Nothing),
    ("1.2.5", Aa, Nothing),
    ("1.3.1", A, Tested),
    ("1.3.2", A, Examined),
    ("1.3.3", A, Examined),
    ("1.3.4", Aa, Examined),
    ("1.3.5", Aa, Tested),
    ("1.4.1", A, Examined),
    ("1.4.2", A, Nothing),
    ("1.4.3", Aa, Tested),
    ("1.4.4", Aa, Tested),
    ("1.4.5", Aa, Examined),
    ("1.4.10", Aa, Tested),
    ("1.4.11", Aa, Tested),
    ("1.4.12", Aa, Tested),
    ("1.4.13", Aa, Nothing),
    ("2.1.1", A, Tested),
    ("2.1.2", A, Tested),
    ("2.1.4", A, Tested),
    ("2.2.1", A, Tested),
    ("2.2.2", A, Examined),
    ("2.3.1", A, Examined),
    ("2.4.1", A, Examined),
    ("2.4.2", A, Tested),
    ("2.4.3", A, Tested),
    ("2.4.4", A, Examined),
    ("2.4.5", Aa, Examined),
    ("2.4.6", Aa, Examined),
    ("2.4.7", Aa, Examined),
    ("2.4.11", Aa, Tested),
    ("2.5.1", A, Nothing),
    ("2.5.2", A, Tested),
    ("2.5.3", A, Tested),
    ("2.5.4", A, Nothing),
    ("2.5.7", Aa, Tested),
    ("2.5.8", Aa, Tested),
    ("3.1.1", A, Tested),
    ("3.1.2", Aa, Tested),
    ("3.2.1", A, Tested),
    ("3.2.2", A, Examined),
    ("3.2.3", Aa, Examined),
    ("3.2.4", Aa, Examined),
    ("3.2.6", A, Examined),
    ("3.3.1", A, Tested),
    ("3.3.2", A, Tested),
    ("3.3.3", Aa, Tested),
    ("3.3.4", Aa, Tested),
    ("3.3.7", A, Tested),
    ("3.3.8", Aa, Examined),
    ("4.1.2", A, Tested),
    ("4.1.3", Aa, Tested),
];
