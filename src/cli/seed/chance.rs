//! Chance that falls the same way each time: everything the seed draws comes from its number and from what it is
//! drawn for, so that changing one shop of the town leaves the others as they were.

use crate::base::token::sha256;
use std::collections::HashSet;
use uuid::{Builder, Uuid};

/// As booking numbers are written: without 0, O, 1 and I.
const LETTERS: [char; 32] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7', '8', '9',
];

/// A generator (SplitMix64, which is the same in every version of every library) and the numbers it has given out.
pub(super) struct Chance {
    state: u64,
    numbers: HashSet<String>,
}

impl Chance {
    /// The chance of one seed number and one purpose.
    pub fn new(seed: u64, purpose: &str) -> Self {
        let hash = sha256(format!("{seed} {purpose}").as_bytes());
        let state = hash
            .iter()
            .take(8)
            .fold(0_u64, |state, byte| (state << 8) | u64::from(*byte));
        Self {
            state,
            numbers: HashSet::new(),
        }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but without `end`; 0 when there is nothing to choose from.
    pub fn below(&mut self, end: u64) -> u64 {
        self.bits().checked_rem(end).unwrap_or(0)
    }

    /// A number from `first` to `last`, both included.
    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        let count = last.saturating_sub(first).saturating_add(1).max(1);
        let drawn = self.below(u64::try_from(count).unwrap_or(1));
        first + i64::try_from(drawn).unwrap_or(0)
    }

    /// Yes in so many of a hundred cases.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of some things; `None` only of none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(things.len()).unwrap_or(0);
        let index = self.below(count);
        things.get(usize::try_from(index).unwrap_or(0))
    }

    /// One of some things, the heavier the likelier; `None` when nothing weighs anything.
    pub fn weigh<'a, T>(
        &mut self,
        things: impl IntoIterator<Item = (&'a T, u64)>,
    ) -> Option<&'a T> {
        let things: Vec<(&T, u64)> = things.into_iter().collect();
        let total = things.iter().map(|(_, weight)| weight).sum();
        let mut drawn = self.below(total);
        for (thing, weight) in things {
            if drawn < weight {
                return Some(thing);
            }
            drawn -= weight;
        }
        None
    }

    /// A key, in the form of UUID version 4.
    pub fn id(&mut self) -> Uuid {
        let (high, low) = (self.bits(), self.bits());
        let bytes = (u128::from(high) << 64 | u128::from(low)).to_be_bytes();
        Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A booking number that this chance has not given before.
    pub fn number(&mut self) -> String {
        loop {
            let mut number = String::with_capacity(8);
            for place in 0..7 {
                if place == 3 {
                    number.push('-');
                }
                number.extend(self.pick(&LETTERS));
            }
            if self.numbers.insert(number.clone()) {
                return number;
            }
        }
    }
}
