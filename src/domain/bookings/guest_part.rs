//! The parts of a telephone book. Pure.

/// A part of the telephone book: a row of the kana, the Latin letters, and all else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(usize);

/// Each part's name and the first text of it, as the collation of the list has them: signs and digits, letters, kana row by
/// row (the small and the voiced beside the plain), kanji. What is before the first and from the last on is all else.
const PARTS: [(&str, &str); 12] = [
    ("letters", "a"),
    ("a", "\u{3041}"),
    ("ka", "\u{304B}"),
    ("sa", "\u{3055}"),
    ("ta", "\u{305F}"),
    ("na", "\u{306A}"),
    ("ha", "\u{306F}"),
    ("ma", "\u{307E}"),
    ("ya", "\u{3083}"),
    ("ra", "\u{3089}"),
    ("wa", "\u{308E}"),
    ("other", "\u{4E9C}"),
];

impl Part {
    /// All of them: the kana first, then letters, then all else.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=10).chain([0, 11]).map(Self)
    }

    /// Its name in an address.
    pub fn id(self) -> &'static str {
        PARTS.get(self.0).map_or("", |(id, _)| id)
    }

    /// By that name.
    pub fn of(id: &str) -> Option<Self> {
        Self::all().find(|one| one.id() == id)
    }

    /// From which text on, before which, and whether it is what lies outside of that.
    pub(super) fn bounds(self) -> (&'static str, &'static str, bool) {
        let at = |place: usize| PARTS.get(place).map_or("", |(_, text)| text);
        match self.0 + 1 < PARTS.len() {
            true => (at(self.0), at(self.0 + 1), false),
            false => (at(0), at(self.0), true),
        }
    }
}
