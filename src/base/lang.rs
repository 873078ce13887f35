//! The languages the house speaks.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A language. Its serde form is its code, so it can be read from an address.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Japanese, the house's own
    #[default]
    Ja,
    En,
}

impl Lang {
    /// Every language, the one of the house first.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// As in an address (`/ja/...`), in `<html lang>` and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of a code as `code` writes it; nothing else is recognised, so that a page has
    /// one address per language.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// What its own speakers call it. It is the same on every page, so it is no message.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::En => "English",
        }
    }

    /// The language that a switch leads to.
    pub const fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
