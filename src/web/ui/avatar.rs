//! A person without a portrait: the first letter of the name on one of six grounds.

use askama::{Template, filters::HtmlSafe};

/// Drawn beside a name, so it is not read aloud.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/avatar.html")]
pub struct Avatar {
    letter: String,
    ground: u32,
    large: bool,
}

impl HtmlSafe for Avatar {}

impl Avatar {
    /// The same name has the same ground everywhere.
    pub fn of(name: &str) -> Self {
        let sum = name.chars().fold(0u32, |sum, letter| {
            sum.wrapping_mul(31).wrapping_add(u32::from(letter))
        });
        Self {
            letter: name
                .trim()
                .chars()
                .next()
                .map(|letter| letter.to_uppercase().collect())
                .unwrap_or_default(),
            ground: sum % 6 + 1,
            large: false,
        }
    }

    /// As large as a page about one person wants it.
    pub fn large(self) -> Self {
        Self {
            large: true,
            ..self
        }
    }
}
