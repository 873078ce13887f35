//! The letters in each tone: other words, the same facts.

use super::{
    letters::LETTERS,
    material::{desk, material},
};
use crate::support::golden;
use omotenashi::{
    base::lang::Lang,
    domain::notifications::{send::Kind, tone::Tone},
    mail::Letter,
    work::letters::{Material, draw},
};

/// The letters that most guests get, shown whole.
const MAIN: [&str; 11] = [
    "booking_confirmed",
    "booking_changed",
    "booking_changed_by_shop",
    "booking_cancelled",
    "booking_cancelled_by_shop",
    "booking_delayed",
    "booking_reminder",
    "booking_proposed",
    "request_received",
    "request_declined",
    "series_confirmed",
];

fn drawn(lang: Lang, kind: Kind, change: fn(&mut Material), tone: Tone) -> Letter {
    let mut material = material(lang);
    change(&mut material);
    material.style.tone = tone;
    draw(kind, &material, &desk()).unwrap()
}

#[test]
fn the_main_letters_sound_as_the_shop_wants() {
    for name in MAIN {
        let (_, kind, change) = LETTERS
            .into_iter()
            .find(|(known, ..)| *known == name)
            .unwrap();
        for lang in Lang::ALL {
            for tone in [Tone::Formal, Tone::Casual] {
                let letter = drawn(lang, kind, change, tone);
                let whole = format!("Subject: {}\n\n{}\n", letter.subject, letter.text);
                let tone = tone.label();
                golden::check(&format!("letters/tones/{name}.{tone}.{lang}.txt"), &whole);
            }
        }
    }
}

/// What is the same in each tone: the lines that tell facts, ways and terms, and who writes.
fn facts(letter: &Letter) -> Vec<&str> {
    let is_fact = |line: &&str| {
        ["■", "▼", "・", "http", "──", "03-", "+81"]
            .iter()
            .any(|mark| line.starts_with(mark))
            || (line.contains(": ") && !line.ends_with('.'))
            || line.contains('¥')
    };
    letter.text.lines().filter(is_fact).collect()
}

#[test]
fn each_tone_has_words_of_its_own_and_tells_the_same() {
    for (name, kind, change) in LETTERS
        .into_iter()
        .filter(|(_, kind, _)| !kind.is_for_shop())
    {
        for lang in Lang::ALL {
            let [formal, polite, casual] = Tone::ALL.map(|tone| drawn(lang, kind, change, tone));
            assert_ne!(formal.text, polite.text, "{name} {lang}");
            assert_ne!(casual.text, polite.text, "{name} {lang}");
            assert_ne!(casual.text, formal.text, "{name} {lang}");
            for other in [&formal, &casual] {
                assert_eq!(other.subject, polite.subject, "{name} {lang}");
                assert_eq!(other.calendar, polite.calendar, "{name} {lang}");
                assert_eq!(other.reply_to, polite.reply_to, "{name} {lang}");
                assert_eq!(facts(other), facts(&polite), "{name} {lang}");
            }
        }
    }
}

#[test]
fn what_goes_to_the_shop_has_no_tone() {
    for (name, kind, change) in LETTERS
        .into_iter()
        .filter(|(_, kind, _)| kind.is_for_shop())
    {
        for lang in Lang::ALL {
            let [formal, polite, casual] = Tone::ALL.map(|tone| drawn(lang, kind, change, tone));
            assert_eq!(formal, polite, "{name}");
            assert_eq!(casual, polite, "{name}");
        }
    }
}
