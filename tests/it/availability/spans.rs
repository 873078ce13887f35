//! Sets of spans, against the plainest set there is: one truth value for each number.

use omotenashi::base::span::{Span, Spans};
use proptest::prelude::*;

const SIZE: i64 = 40;

fn spans() -> impl Strategy<Value = Spans> {
    let pairs = prop::collection::vec((0..SIZE, 1..9_i64), 0..8);
    pairs.prop_map(|pairs| {
        let spans = pairs.into_iter();
        spans
            .map(|(from, length)| span(from, (from + length).min(SIZE)))
            .collect()
    })
}

fn span(from: i64, until: i64) -> Span {
    Span::new(from, until).unwrap()
}

fn inside(spans: &Spans) -> Vec<bool> {
    let all: Vec<Span> = spans.iter().collect();
    (0..SIZE)
        .map(|number| {
            all.iter()
                .any(|span| span.from() <= number && number < span.until())
        })
        .collect()
}

/// Spans are never empty, in order, and something lies between any two.
fn is_tidy(spans: &Spans) -> bool {
    let all: Vec<Span> = spans.iter().collect();
    all.iter().all(|span| span.from() < span.until())
        && all.windows(2).all(|pair| pair[0].until() < pair[1].from())
}

fn both(a: &Spans, b: &Spans, rule: fn(bool, bool) -> bool) -> Vec<bool> {
    let pairs = inside(a).into_iter().zip(inside(b));
    pairs.map(|(a, b)| rule(a, b)).collect()
}

proptest! {
    #[test]
    fn sets_behave_as_sets(a in spans(), b in spans()) {
        for (made, rule) in [
            (a.union(&b), (|a, b| a || b) as fn(bool, bool) -> bool),
            (a.intersect(&b), |a, b| a && b),
            (a.subtract(&b), |a, b| a && !b),
        ] {
            prop_assert!(is_tidy(&made), "{made:?}");
            prop_assert_eq!(inside(&made), both(&a, &b, rule));
        }
        prop_assert!(is_tidy(&a));
        prop_assert_eq!(a.length(), inside(&a).into_iter().filter(|is| *is).count() as i64);
    }

    #[test]
    fn subtracting_and_adding_back_changes_nothing(a in spans(), b in spans()) {
        prop_assert_eq!(a.subtract(&b).union(&a.intersect(&b)), a.clone());
        prop_assert_eq!(a.union(&b).subtract(&b), a.subtract(&b));
    }

    #[test]
    fn gaps_and_spans_tile_the_day(a in spans()) {
        let day = span(0, SIZE);
        let gaps = a.gaps(day);
        prop_assert!(gaps.intersect(&a).is_empty());
        prop_assert_eq!(gaps.union(&a), [day].into_iter().collect());
        prop_assert_eq!(gaps.length() + a.length(), SIZE);
    }

    #[test]
    fn what_is_inside_is_found(a in spans(), from in 0..SIZE, length in 1..12_i64) {
        let looked_for = span(from, from + length);
        let whole = (from..from + length).all(|number| number < SIZE && inside(&a)[number as usize]);
        prop_assert_eq!(a.contains_span(looked_for), whole);
        prop_assert_eq!(a.beginnings(length).contains(from), whole);
        prop_assert_eq!(a.contains(from), inside(&a)[from as usize]);
        prop_assert!(is_tidy(&a.beginnings(length)));
    }

    #[test]
    fn the_hull_reaches_from_first_to_last(a in spans()) {
        let all: Vec<Span> = a.iter().collect();
        let ends = all.first().zip(all.last());
        prop_assert_eq!(a.hull(), ends.map(|(first, last)| span(first.from(), last.until())));
    }
}

#[test]
fn spans_are_half_open() {
    assert_eq!(Span::new(5, 5), None);
    assert_eq!(Span::new(6, 5), None);
    let (morning, noon) = (span(9, 12), span(12, 13));
    assert!(!morning.overlaps(noon) && morning.overlaps(span(11, 13)));
    assert!(morning.contains(9) && !morning.contains(12));
    assert_eq!(morning.intersect(noon), None);
    let touching: Spans = [noon, morning].into_iter().collect();
    assert_eq!(touching.iter().collect::<Vec<_>>(), [span(9, 13)]);
}

#[test]
fn the_whole_number_line_does_not_overflow() {
    let all: Spans = [span(i64::MIN, i64::MAX)].into_iter().collect();
    assert_eq!(all.length(), i64::MAX);
    assert!(all.contains(0) && all.beginnings(i64::MAX).contains(i64::MIN));
}
