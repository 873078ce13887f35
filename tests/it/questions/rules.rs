//! Who is asked what, and which choice keeps its key.

use crate::support::app::tokyo;
use omotenashi::{
    base::{bilingual::Bilingual, ids::QuestionId},
    domain::catalog::question::{Choice, Condition, Kind, Question, asked, choices},
};
use uuid::Uuid;

fn id(place: u128) -> QuestionId {
    QuestionId(Uuid::from_u128(place))
}

/// Questions out of a line: each is a figure, alone or with the figure and the choice of the one it depends on: `1 2<1:2`.
fn questions(line: &str) -> Vec<Question> {
    let one = |word: &str| {
        let (own, cause) = word.split_once('<').unwrap_or((word, ""));
        Question {
            id: id(own.parse().unwrap()),
            kind: Kind::One,
            name: Bilingual::default(),
            hint: Bilingual::default(),
            wording: Bilingual::default(),
            choices: ["a", "b"]
                .iter()
                .zip(1..)
                .map(|(ja, key)| Choice {
                    key,
                    ja: (*ja).to_owned(),
                    en: String::new(),
                })
                .collect(),
            is_required: false,
            is_health: false,
            only_if: cause.split_once(':').map(|(question, choice)| Condition {
                question: id(question.parse().unwrap()),
                choice: choice.parse().unwrap(),
            }),
            since: tokyo("2026-11-01 09:00"),
        }
    };
    line.split_whitespace().map(one).collect()
}

#[track_caller]
fn check(line: &str, chosen: &[(u128, i16)], expected: &[u128]) {
    let all = questions(line);
    let has = |question: QuestionId, choice: i16| {
        let mut chosen = chosen.iter();
        chosen.any(|(own, key)| id(*own) == question && *key == choice)
    };
    let met: Vec<u128> = asked(&all, &has)
        .iter()
        .map(|one| one.id.0.as_u128())
        .collect();
    assert_eq!(met, expected, "{line} with {chosen:?}");
}

#[test]
fn a_question_is_asked_of_those_it_is_for() {
    check("", &[], &[]);
    check("1 2", &[], &[1, 2]);
    check("1 2<1:2", &[], &[1]);
    check("1 2<1:2", &[(1, 1)], &[1]);
    check("1 2<1:2", &[(1, 2)], &[1, 2]);
    // With several chosen, one of them is enough.
    check("1 2<1:2", &[(1, 1), (1, 2)], &[1, 2]);
}

#[test]
fn what_hangs_on_a_question_that_is_not_asked_is_not_asked_either() {
    check("1 2<1:1 3<2:1", &[(2, 1)], &[1]);
    check("1 2<1:1 3<2:1", &[(1, 1), (2, 1)], &[1, 2, 3]);
    check("1 2<1:1 3<2:1 4", &[(1, 2), (2, 1)], &[1, 4]);
}

#[test]
fn a_condition_that_nothing_before_it_can_meet_leaves_it_asked() {
    // Behind it, of another service, itself, in a ring, and a choice that is gone.
    check("2<1:1 1", &[], &[2, 1]);
    check("2<9:1", &[], &[2]);
    check("1<1:1", &[], &[1]);
    check("1<2:1 2<1:1", &[], &[1]);
    check("1<2:1 2<1:1", &[(1, 1)], &[1, 2]);
    check("1 2<1:7", &[], &[1, 2]);
}

#[track_caller]
fn keys(before: &[(i16, &str)], now: &[&str], expected: &[i16]) {
    let before: Vec<Choice> = before
        .iter()
        .map(|(key, ja)| Choice {
            key: *key,
            ja: (*ja).to_owned(),
            en: String::new(),
        })
        .collect();
    let now: Vec<String> = now.iter().map(|ja| (*ja).to_owned()).collect();
    let made = choices((&before, 0), &now, &[]);
    let met: Vec<i16> = made.iter().map(|one| one.key).collect();
    assert_eq!(met, expected, "{now:?}");
}

#[test]
fn a_choice_keeps_its_key_when_it_is_moved_or_called_otherwise() {
    let old = [(1, "卵"), (2, "乳"), (5, "そば")];
    keys(&[], &["卵", "乳"], &[1, 2]);
    keys(&old, &["そば", "卵", "乳"], &[5, 1, 2]);
    keys(&old, &["たまご", "乳", "そば"], &[1, 2, 5]);
    keys(&old, &["卵", "そば"], &[1, 5]);
    keys(&old, &["卵", "乳", "そば", "くるみ"], &[1, 2, 5, 6]);
    // One that is new never has the key of one that is gone.
    keys(&old, &["卵", "くるみ", "乳", "えび"], &[1, 6, 2, 7]);
}

#[test]
fn a_key_that_a_condition_still_names_is_given_to_nothing_new() {
    let kept = Choice {
        key: 1,
        ja: "卵".to_owned(),
        en: String::new(),
    };
    let now = ["卵", "くるみ"].map(str::to_owned);
    let made = choices((&[kept], 3), &now, &[]);
    let keys: Vec<i16> = made.iter().map(|one| one.key).collect();
    assert_eq!(keys, [1, 4], "2 and 3 were others'");
}
