//! Which of our names somebody else's name most likely is. Pure.

use crate::base::text::search_key;
use std::collections::HashSet;

/// So much of two names must be the same, in hundredths, for one to be taken for the other.
const ENOUGH: usize = 60;

/// The place of the name that is the same or, if none is, of the one that is most like it; nothing where two are alike.
pub fn nearest(theirs: &str, ours: &[[&str; 2]]) -> Option<usize> {
    let wanted = search_key(theirs);
    if wanted.is_empty() {
        return None;
    }
    let likeness = |names: &[&str; 2]| {
        let each = names.iter().map(|name| alike(&wanted, &search_key(name)));
        each.max().unwrap_or(0)
    };
    let scored: Vec<usize> = ours.iter().map(likeness).collect();
    let best = *scored.iter().max()?;
    let mut places = scored.iter().enumerate().filter(|(_, one)| **one == best);
    let (place, _) = places.next()?;
    (best >= ENOUGH && places.next().is_none()).then_some(place)
}

/// How much of two names is the same: twice the pairs of letters that both have, to all that there are.
fn alike(one: &str, other: &str) -> usize {
    if one == other {
        return 1000;
    }
    if other.is_empty() {
        return 0;
    }
    let (one, other) = (pairs(one), pairs(other));
    let both = one.intersection(&other).count();
    (200 * both)
        .checked_div(one.len() + other.len())
        .unwrap_or(0)
}

fn pairs(name: &str) -> HashSet<(char, char)> {
    let letters: Vec<char> = name.chars().collect();
    let each = letters.windows(2);
    each.filter_map(|two| Some((*two.first()?, *two.last()?)))
        .collect()
}
