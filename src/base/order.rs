//! The order in which things stand, changed by one place at a time.

/// Whither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// One place nearer the beginning.
    Start,
    /// One place nearer the end.
    End,
}

impl Toward {
    /// From the word that forms carry.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "up" => Some(Self::Start),
            "down" => Some(Self::End),
            _ => None,
        }
    }

    /// The word that forms carry.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "up",
            Self::End => "down",
        }
    }
}

/// The things with `one` of them moved by a place; as they were where it stands at that end already, and `None` where it
/// is not among them.
pub fn moved<T: Copy + PartialEq>(all: &[T], one: T, toward: Toward) -> Option<Vec<T>> {
    let place = all.iter().position(|other| *other == one)?;
    let other = match toward {
        Toward::Start => place.saturating_sub(1),
        Toward::End => (place + 1).min(all.len() - 1),
    };
    let mut moved = all.to_vec();
    moved.swap(place, other);
    Some(moved)
}
