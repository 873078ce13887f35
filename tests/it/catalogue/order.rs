//! Moving by a place, and telling versions apart. Pure.

use omotenashi::base::{
    fingerprint::fingerprint,
    order::{Toward, moved},
};

#[test]
fn a_thing_moves_by_one_place_and_stays_at_the_ends() {
    let all = [1, 2, 3];
    for (one, toward, order) in [
        (1, Toward::End, [2, 1, 3]),
        (2, Toward::Start, [2, 1, 3]),
        (2, Toward::End, [1, 3, 2]),
        (1, Toward::Start, [1, 2, 3]),
        (3, Toward::End, [1, 2, 3]),
        (1, Toward::Place(2), [2, 3, 1]),
        (3, Toward::Place(0), [3, 1, 2]),
        (2, Toward::Place(1), [1, 2, 3]),
        (1, Toward::Place(99), [2, 3, 1]),
    ] {
        assert_eq!(moved(&all, one, toward).unwrap(), order, "{one} {toward:?}");
    }
    assert_eq!(moved(&all, 4, Toward::Start), None);
    assert_eq!(moved(&[], 4, Toward::End), None);
    for toward in [Toward::Start, Toward::End, Toward::Place(7)] {
        assert_eq!(Toward::from_word(&toward.word()), Some(toward));
    }
    for word in ["", "-1", "left", "99999999999999999999999"] {
        assert_eq!(Toward::from_word(word), None, "{word}");
    }
}

#[test]
fn versions_are_told_apart_by_everything_in_them() {
    let one = ("cut", Some(5500), vec!["a", "b"]);
    assert_eq!(fingerprint(&one), fingerprint(&one.clone()));
    for other in [
        ("cut", Some(5501), vec!["a", "b"]),
        ("cut", None, vec!["a", "b"]),
        ("cut", Some(5500), vec!["b", "a"]),
        ("cut", Some(5500), vec!["a, b"]),
    ] {
        assert_ne!(fingerprint(&one), fingerprint(&other), "{other:?}");
    }
}
