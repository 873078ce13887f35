//! What is typed into the search, read.

use omotenashi::domain::{bookings::number, customers::search::Wanted};

fn patterns(typed: &str) -> Vec<String> {
    Wanted::read(typed).patterns
}

#[test]
fn names_are_folded_and_signs_are_taken_as_they_are() {
    assert_eq!(patterns("ﾀｶﾊｼ"), ["%たかはし%"]);
    assert_eq!(patterns("髙橋　一郎"), ["%高橋%", "%一郎%"]);
    assert_eq!(patterns("50%_a\\"), ["%50\\%\\_a\\\\%"]);
    assert_eq!(patterns(""), Vec::<String>::new());
    assert_eq!(patterns("a b c d e f g").len(), 5);
    assert_eq!(
        patterns("・"),
        [""],
        "a sign alone finds nobody, and not everybody"
    );
    assert!(Wanted::read(" 　").is_everybody());
}

#[test]
fn digits_are_a_number_or_its_end_and_perhaps_a_cards() {
    let of = |typed: &str| {
        let wanted = Wanted::read(typed);
        (wanted.patterns, wanted.numbers)
    };
    let both = |pattern: &str, number: i64| (vec![pattern.to_owned()], vec![number]);
    assert_eq!(of("５６７８"), both("%5678", 5678));
    assert_eq!(of("090-1234"), both("%901234%", 901_234));
    assert_eq!(of("+81 90 1234"), both("%81901234%", 81_901_234));
    let long = "9".repeat(30);
    assert_eq!(of(&long), (vec![format!("%{long}%")], vec![]));
}

#[test]
fn a_bookings_number_is_read_with_and_without_its_dash() {
    for typed in ["K7P-3MWX", "k7p3mwx", "Ｋ７Ｐ－３ＭＷＸ"] {
        let code = Wanted::read(typed).code;
        assert_eq!(
            code.as_deref().and_then(number::read).as_deref(),
            Some("K7P-3MWX"),
            "{typed}"
        );
    }
    for typed in ["K7P-3MW", "K7P-3MWXX", "K0P-3MWX", "髙橋一郎です"] {
        let code = Wanted::read(typed).code;
        assert_eq!(code.as_deref().and_then(number::read), None, "{typed}");
    }
}
