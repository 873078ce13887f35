//! Histories by chance: whatever guests, staff and the clock do, one after the other, comes out as a list and a loop say it does,
//! and the laws of any database hold after each step.
//!
//! `OC_HISTORIES=1000` plays as many instead of a few, from `OC_SEED` on; the seed of one that fails is said with all that
//! happened in it, and `OC_HISTORIES=1 OC_SEED=…` plays it again.

pub mod acts;
mod broken;
mod clock;
mod commands;
mod history;
pub mod laws;
pub mod shop;
pub mod wish;
mod world;

use history::History;
use std::sync::atomic::{AtomicU64, Ordering};
use wish::{Kind, Wish, instant};

/// So many histories are played when nobody says how many.
const HISTORIES: u64 = 3;
/// So many commands are in each.
const COMMANDS: usize = 30;
/// So many are played at once.
const HANDS: usize = 2;

/// A number of the environment.
pub fn said(name: &str) -> Option<u64> {
    let value = std::env::var_os(name)?;
    let value = value.to_str().and_then(|value| value.parse().ok());
    Some(value.expect("a number"))
}

#[test]
fn whatever_happens_in_a_shop_happens_as_a_list_and_a_loop_say() {
    let first = said("OC_SEED").unwrap_or(20_261_123);
    let (next, end) = (
        AtomicU64::new(first),
        first + said("OC_HISTORIES").unwrap_or(HISTORIES),
    );
    let play = || {
        let mut done = [0; 2];
        while let Some(seed) = Some(next.fetch_add(1, Ordering::SeqCst)).filter(|seed| *seed < end)
        {
            let mut history = History::new(seed);
            for _ in 0..COMMANDS {
                history.step();
            }
            done = [done[0] + history.done[0], done[1] + history.done[1]];
        }
        done
    };
    let done: Vec<[usize; 2]> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..HANDS).map(|_| scope.spawn(play)).collect();
        hands.into_iter().map(|hand| hand.join().unwrap()).collect()
    });
    // Histories in which everything is refused, or nothing, show little.
    let all = done
        .iter()
        .fold([0; 2], |all, one| [all[0] + one[0], all[1] + one[1]]);
    assert!(
        all.iter().all(|count| *count * 8 > all[0] + all[1]),
        "{all:?}"
    );
}

#[test]
fn what_a_shop_does_behind_the_back_of_its_world_is_seen() {
    let mut history = History::new(1);
    let (cut, date) = (Wish::one(Kind::Cut, None, 1), "2026-11-24".parse().unwrap());
    assert_eq!(history.differs(&cut, date), None);
    history
        .shop
        .hold("nobody knows", &cut, instant(date, 600))
        .unwrap();
    // One of two is still free at ten.
    assert_eq!(history.differs(&cut, date), None);
    history
        .shop
        .hold("nobody either", &cut, instant(date, 600))
        .unwrap();
    let seen = history.differs(&cut, date);
    assert!(seen.is_some_and(|seen| seen.contains("listed")));
}
