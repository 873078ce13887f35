//! All pairs: features that can meet in one booking are made to meet, two by two, and each of the bookings is made, answered,
//! repeated, moved and called off, with the laws of any database asked after each step.

mod cover;
mod going;

use cover::{NAMES, Pair, covering, every_pair};
use going::go;

fn name((one, other): &Pair) -> String {
    let choice = |(place, is_chosen): &(usize, bool)| match is_chosen {
        true => NAMES[*place].to_owned(),
        false => format!("no {}", NAMES[*place]),
    };
    format!("{} with {}", choice(one), choice(other))
}

#[test]
fn each_pair_of_choices_occurs_in_some_case() {
    let cases = covering();
    assert!(cases.iter().all(|case| case.why_not().is_none()));
    let occurs = |pair: &Pair| {
        cases
            .iter()
            .any(|case| case.pairs().any(|own| own == *pair))
    };
    let missing = every_pair().into_iter().filter(|pair| !occurs(pair));
    let missing: Vec<String> = missing.map(|pair| name(&pair)).collect();
    assert_eq!(missing, Vec::<String>::new());
    assert!(cases.len() <= 20, "{} cases", cases.len());
}

#[test]
fn whatever_meets_in_a_booking_is_booked_moved_and_called_off() {
    let cases = covering();
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(case) =
                    cases.get(next.fetch_add(1, std::sync::atomic::Ordering::SeqCst))
                {
                    go(case);
                }
            });
        }
    });
}
