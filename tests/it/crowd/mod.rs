//! A crowd: thirty-two guests at one shop, over HTTP, who book, move, call off and wait as chance has it, while the night shift
//! works. Nothing answers with a failure, and the laws of any database hold meanwhile and afterwards.
//!
//! `OC_MINUTES=10` keeps them at it for so long, and `OC_SEED` has them wish for something else.

mod guest;

use crate::{
    model::{laws, said, shop::Shop},
    public::race::patient,
    support::letters::{Night, link},
};
use chrono::TimeDelta;
use guest::{Guest, Seen};
use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

/// So many at once.
const GUESTS: u64 = 32;
/// Each does so many things, unless somebody says for how long they go on.
const ROUNDS: usize = 3;

/// What all of them know: the keys of bookings and the links of offers, so that several are at the same one.
#[derive(Default)]
pub struct Known {
    bookings: Mutex<Vec<String>>,
    offers: Mutex<Vec<String>>,
}

/// The clock, what guests read in their letters, and the law.
fn keep_house(shop: &Shop, known: &Known, night: &Night) {
    let clock = shop.app.clock();
    clock.set(clock.now() + TimeDelta::seconds(40));
    let letters = night.letters();
    let offers = letters
        .iter()
        .filter(|letter| letter.subject.contains("空きのご案内"));
    *known.offers.lock().unwrap() = offers.map(link).collect();
    laws::hold(&shop.app);
}

/// Whether it goes on: so many rounds, or until a time.
fn goes_on(round: usize, until: Option<Instant>) -> bool {
    match until {
        Some(until) => Instant::now() < until,
        None => round < ROUNDS,
    }
}

#[test]
fn thirty_two_guests_at_once_leave_a_shop_in_which_every_law_holds() {
    let shop = Shop::at(patient(), 5);
    let known = Known::default();
    let night = shop.app.night();
    let seed = said("OC_SEED").unwrap_or(1);
    let until =
        said("OC_MINUTES").map(|minutes| Instant::now() + Duration::from_secs(60 * minutes));
    let one = |number: u64| {
        let mut guest = Guest::new((&shop, &known), number, seed);
        let mut round = 0;
        while goes_on(round, until) {
            if number == 0 {
                keep_house(&shop, &known, &night);
            }
            guest.act();
            round += 1;
        }
        guest.seen
    };
    let one = &one;
    let seen: Vec<Seen> = std::thread::scope(|scope| {
        let guests: Vec<_> = (0..GUESTS)
            .map(|number| scope.spawn(move || one(number)))
            .collect();
        guests
            .into_iter()
            .map(|guest| guest.join().unwrap())
            .collect()
    });
    drop(night);
    shop.app.letters();
    laws::hold(&shop.app);
    let all = |of: fn(&Seen) -> usize| seen.iter().map(of).sum::<usize>();
    let (done, refused) = (all(|one| one.done), all(|one| one.refused));
    assert!(
        done > 10 && refused > 5,
        "{done} done and {refused} refused: a crowd has both"
    );
}
