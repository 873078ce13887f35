//! What guests and shops read of a request: always that nothing is confirmed yet, and until when.

use super::material::{REMARK, desk, material};
use omotenashi::{
    base::lang::Lang,
    domain::{businesses::vertical::Vertical, notifications::send::Kind},
    mail::Letter,
    work::letters::{Material, draw},
};
use serde_json::{Value, json};

/// Until when somebody is to answer: Saturday at six in the evening.
const UNTIL: &str = "2026-11-21T09:00:00Z";

fn drawn(lang: Lang, kind: Kind, data: Value) -> Letter {
    let mut material: Material = material(lang);
    material.letter.data_json = data;
    draw(kind, &material, &desk()).unwrap()
}

/// Each letter: its kind, what its row remembers, and what it says in both languages.
fn letters() -> Vec<(Kind, Value, [&'static str; 2])> {
    let until = || json!({ "until": UNTIL });
    vec![
        (
            Kind::RequestReceived,
            until(),
            ["まだ確定していません", "It is not confirmed yet"],
        ),
        (
            Kind::RequestWaiting,
            until(),
            ["お客様が返信をお待ちです", "Your guest is waiting"],
        ),
        (
            Kind::RequestWaiting,
            json!({ "until": UNTIL, "reminder": true }),
            ["まだ返信していません", "has not been answered yet"],
        ),
        (
            Kind::RequestProposed,
            json!({ "until": UNTIL, "offers": [
                { "date": "2026-11-22", "start": "2026-11-22T05:00:00Z", "end": "2026-11-22T06:00:00Z" },
            ] }),
            ["別の日時または担当のご提案", "suggests another time"],
        ),
        (
            Kind::RequestAnswered,
            json!({ "answer": "taken" }),
            ["予約が確定しました", "The booking is confirmed"],
        ),
        (
            Kind::RequestAnswered,
            json!({ "answer": "declined", "until": UNTIL }),
            [
                "お客様のご都合に合いませんでした",
                "None of your suggestions",
            ],
        ),
        (
            Kind::RequestAnswered,
            json!({ "answer": "lapsed" }),
            ["期限までに返信がなかった", "not answered in time"],
        ),
        (
            Kind::RequestLapsed,
            json!({}),
            ["取り消されました。料金はかかりません", "Nothing is charged"],
        ),
        (
            Kind::BookingCancelled,
            json!({ "fee": 0, "declined": true }),
            ["お受けできませんでした", "could not accept this request"],
        ),
    ]
}

#[test]
fn each_letter_about_a_request_says_what_it_should_in_both_languages() {
    for (kind, data, said) in letters() {
        for (lang, words) in Lang::ALL.into_iter().zip(said) {
            let letter = drawn(lang, kind, data.clone());
            let what = format!("{kind:?} {data} in {lang:?}: {}", letter.text);
            for form in [&letter.text, &letter.html] {
                assert!(form.contains(words), "{what}");
                assert!(!form.contains(REMARK), "{what}");
            }
            if data.get("until").is_some() {
                let until = ["11月21日(土) 18:00", "Sat, 21 Nov 18:00"];
                assert!(
                    until.iter().any(|until| letter.text.contains(until)),
                    "{what}"
                );
            }
            assert!(letter.calendar.is_none(), "{what}");
            let width: usize = letter
                .subject
                .chars()
                .map(|one| if one.is_ascii() { 1 } else { 2 })
                .sum();
            let most = if lang == Lang::Ja { 60 } else { 80 };
            assert!(width <= most, "{width}: {}", letter.subject);
        }
    }
}

#[test]
fn the_shop_is_led_to_its_counter_and_the_guest_to_their_link() {
    for (kind, data, _) in letters() {
        let letter = drawn(Lang::Ja, kind, data);
        let is_at_counter = letter.text.contains("/ja/staff/");
        assert_eq!(is_at_counter, kind.is_for_shop(), "{kind:?}");
        assert_eq!(letter.text.contains("/ja/bookings/"), !kind.is_for_shop());
    }
}

#[test]
fn what_is_proposed_stands_in_the_letter() {
    let (kind, data, _) = letters().remove(3);
    let letter = drawn(Lang::Ja, kind, data);
    assert!(
        letter.text.contains("11月22日(日) 14:00〜15:00"),
        "{}",
        letter.text
    );
    assert!(letter.html.contains("11月22日(日) 14:00〜15:00"));
}

#[test]
fn a_clinic_says_only_that_there_is_something() {
    for (kind, data, _) in letters() {
        let mut material = material(Lang::Ja);
        material.profile.vertical = Vertical::Clinic;
        material.letter.data_json = data;
        let letter = draw(kind, &material, &desk()).unwrap();
        if !kind.is_for_shop() {
            assert!(!letter.subject.contains("11月"), "{}", letter.subject);
        }
    }
}
