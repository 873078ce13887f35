//! The order in which things stand, changed by one place at a time, or by taking one of them elsewhere.

/// Whither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// One place nearer the beginning.
    Start,
    /// One place nearer the end.
    End,
    /// To a place, counted from 0; behind all others where there are not so many.
    Place(usize),
}

impl Toward {
    /// From the word that forms carry.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "up" => Some(Self::Start),
            "down" => Some(Self::End),
            place => place.parse().ok().map(Self::Place),
        }
    }

    /// The word that forms carry.
    pub fn word(self) -> String {
        match self {
            Self::Start => "up".to_owned(),
            Self::End => "down".to_owned(),
            Self::Place(place) => place.to_string(),
        }
    }
}

/// The things with `one` of them moved; as they were where it stands at that end already, and `None` where it
/// is not among them.
pub fn moved<T: Copy + PartialEq>(all: &[T], one: T, toward: Toward) -> Option<Vec<T>> {
    let place = all.iter().position(|other| *other == one)?;
    let last = all.len() - 1;
    let other = match toward {
        Toward::Start => place.saturating_sub(1),
        Toward::End => (place + 1).min(last),
        Toward::Place(wanted) => wanted.min(last),
    };
    let mut moved = all.to_vec();
    let taken = moved.remove(place);
    moved.insert(other, taken);
    Some(moved)
}
