//! Kinds of business. They choose words and defaults, never another engine (DECISIONS: one product).

/// What kind of business it is (`verticals.slug`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vertical {
    /// Hair, nails, massage.
    Salon,
    /// Doctors and dentists.
    Clinic,
    /// Tables and courses.
    Restaurant,
    /// Sessions with seats.
    Class,
    /// Work at the customer's address.
    HomeVisit,
    /// Nights.
    Stay,
}

impl Vertical {
    /// All of them, in the order people are shown them.
    pub const ALL: [Self; 6] = [
        Self::Salon,
        Self::Clinic,
        Self::Restaurant,
        Self::Class,
        Self::HomeVisit,
        Self::Stay,
    ];

    /// The slug in the database and in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Salon => "salon",
            Self::Clinic => "clinic",
            Self::Restaurant => "restaurant",
            Self::Class => "class",
            Self::HomeVisit => "home-visit",
            Self::Stay => "stay",
        }
    }

    /// The kind a slug names.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|vertical| vertical.slug() == slug)
    }
}
