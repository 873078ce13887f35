//! Which features are combined, which combinations the product does not have, and as few cases as greed finds in which each pair
//! of choices of two features occurs.

/// How many features there are.
pub const FEATURES: usize = 10;

/// What each of them is called, as it is when it is chosen.
pub const NAMES: [&str; FEATURES] = [
    "chain",
    "party",
    "chosen person",
    "request",
    "waiting list",
    "series",
    "coupon",
    "cancellation policy",
    "class",
    "several things",
];

/// A case: which features are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Several services one after the other; else one.
    pub is_chain: bool,
    /// Two come; else one.
    pub is_party: bool,
    /// With a person who was asked for; else with whoever is free.
    pub is_chosen: bool,
    /// The shop has its say first.
    pub is_request: bool,
    /// What the waiting list offers is taken; else what the pages list.
    pub is_offered: bool,
    /// It is repeated.
    pub is_repeated: bool,
    /// With a coupon.
    pub has_coupon: bool,
    /// Calling it off costs something.
    pub has_policy: bool,
    /// A lesson is in it.
    pub is_class: bool,
    /// It takes more than one kind of thing.
    pub is_several: bool,
}

/// Two features, each chosen or not.
pub type Pair = ((usize, bool), (usize, bool));

impl Case {
    fn of(bits: u32) -> Self {
        let has = |place: u32| bits >> place & 1 == 1;
        Self {
            is_chain: has(0),
            is_party: has(1),
            is_chosen: has(2),
            is_request: has(3),
            is_offered: has(4),
            is_repeated: has(5),
            has_coupon: has(6),
            has_policy: has(7),
            is_class: has(8),
            is_several: has(9),
        }
    }

    /// Every one, in the order of [`NAMES`].
    pub fn choices(&self) -> [bool; FEATURES] {
        [
            self.is_chain,
            self.is_party,
            self.is_chosen,
            self.is_request,
            self.is_offered,
            self.is_repeated,
            self.has_coupon,
            self.has_policy,
            self.is_class,
            self.is_several,
        ]
    }

    /// Whether it is a visit of several lines: several services, or two people side by side who each have their own.
    pub fn is_visit(&self) -> bool {
        self.is_chain || (self.is_party && !self.is_class)
    }

    /// Why the product does not have it, if it does not.
    pub fn why_not(&self) -> Option<&'static str> {
        match self {
            one if one.is_class && one.is_chosen && !one.is_chain => {
                Some("nobody is chosen for a lesson alone")
            }
            _ => None,
        }
    }

    pub fn pairs(&self) -> impl Iterator<Item = Pair> {
        let choices = self.choices();
        (0..FEATURES).flat_map(move |one| {
            (one + 1..FEATURES).map(move |other| ((one, choices[one]), (other, choices[other])))
        })
    }
}

/// Every case that the product has.
pub fn possible() -> Vec<Case> {
    let all = (0..1 << FEATURES).map(Case::of);
    all.filter(|case| case.why_not().is_none()).collect()
}

/// Every pair of choices.
pub fn every_pair() -> Vec<Pair> {
    let choices = || (0..FEATURES).flat_map(|place| [(place, false), (place, true)]);
    choices()
        .flat_map(|one| {
            choices()
                .filter(move |other| one.0 < other.0)
                .map(move |other| (one, other))
        })
        .collect()
}

/// Cases in which each pair occurs that occurs in any: always the one next that has most of what is missing.
pub fn covering() -> Vec<Case> {
    let possible = possible();
    let mut missing: Vec<Pair> = every_pair();
    missing.retain(|pair| {
        possible
            .iter()
            .any(|case| case.pairs().any(|own| own == *pair))
    });
    let mut chosen = Vec::new();
    while !missing.is_empty() {
        let gain = |case: &&Case| case.pairs().filter(|pair| missing.contains(pair)).count();
        // Of those that are as good, the first: the same cases every time.
        let best = possible.iter().rev().max_by_key(gain).unwrap();
        missing.retain(|pair| best.pairs().all(|own| own != *pair));
        chosen.push(*best);
    }
    chosen
}
