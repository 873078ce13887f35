//! What a business begins with: every kind has something that can be booked, in both languages.

use omotenashi::{
    base::{romaji, time::LocalDate},
    domain::{
        businesses::{example, open, vertical::Vertical},
        catalog::service::Audience,
        scheduling::{resource::ResourceType, stock},
    },
};
use std::collections::BTreeSet;

#[test]
fn every_kind_has_examples_that_can_be_booked() {
    for vertical in Vertical::ALL {
        let kind = vertical.slug();
        let example = example::of(vertical).unwrap_or_else(|error| panic!("{kind}: {error}"));
        let week = example.week(LocalDate::default());
        for day in 0..7 {
            assert!(
                week.iter().any(|row| row.day_of_week == day),
                "{kind}: day {day}"
            );
        }
        assert!(week.iter().any(|row| row.open_minute.is_some()), "{kind}");
        assert!(example.services.len() >= 3, "{kind}");
        for service in &example.services {
            let both = [&service.name, &service.about, &service.category];
            assert!(
                both.iter()
                    .all(|words| !words.0.is_empty() && !words.1.is_empty()),
                "{kind}: {service:?}"
            );
            assert!(
                Audience::from_label(&service.audience).is_some(),
                "{kind}: {service:?}"
            );
            assert!(
                service.seats.is_some() || !example.resources.is_empty(),
                "{kind}: {service:?} takes nothing"
            );
            assert!(service.party.0 <= service.party.1 && (5..=1_440).contains(&service.minutes));
            let longest = week
                .iter()
                .filter_map(|row| Some(row.close_minute? - row.open_minute?))
                .max();
            assert!(
                longest.is_some_and(|longest| longest >= service.minutes),
                "{kind}: {service:?} fits no day"
            );
        }
        for resource in &example.resources {
            assert!(
                ResourceType::from_label(&resource.kind).is_some(),
                "{kind}: {resource:?}"
            );
            assert!(
                resource.owner || !resource.name.0.is_empty(),
                "{kind}: {resource:?}"
            );
        }
        let largest = example.resources.iter().map(|one| one.party_max).max();
        for service in example.services.iter().filter(|one| one.seats.is_none()) {
            assert!(
                largest >= Some(service.party.1),
                "{kind}: {service:?} has no place for all"
            );
        }
        if let Some(policy) = &example.policy {
            assert!(!stock::policy_of(policy).is_harsh(), "{kind}");
        }
        assert!(
            !example.notices.0.is_empty() && !example.notices.1.is_empty(),
            "{kind}"
        );
    }
}

#[test]
fn an_inn_and_a_school_begin_with_no_less_than_a_salon() {
    let salon = example::of(Vertical::Salon).unwrap();
    for vertical in [Vertical::Class, Vertical::Stay] {
        let (kind, example) = (vertical.slug(), example::of(vertical).unwrap());
        assert!(example.services.len() >= salon.services.len(), "{kind}");
        assert!(example.policy.is_some(), "{kind}");
        let headings: BTreeSet<&str> = example
            .services
            .iter()
            .map(|one| one.category.0.as_str())
            .collect();
        assert!(headings.len() >= 3, "{kind}: {headings:?}");
    }
}

#[test]
fn clinics_ask_for_no_cancellation_fee() {
    assert!(example::of(Vertical::Clinic).unwrap().policy.is_none());
}

#[test]
fn a_word_in_addresses_is_made_of_the_name() {
    for (name_en, kana, word) in [
        ("Hair Salon Hana", "", Some("hair-salon-hana")),
        ("Hana's Nails", "ハナノネイル", Some("hanas-nails")),
        ("", "ヘアサロンハナ", Some("heasaronhana")),
        ("", "キョウト マッチャ ジュク", Some("kyoto-matcha-juku")),
        ("Café", "", None::<&str>.or(Some("caf"))),
        ("", "", None),
        ("Admin", "", None),
    ] {
        assert_eq!(
            open::proposed(name_en, kana).as_deref(),
            word,
            "{name_en} {kana}"
        );
    }
    assert_eq!(romaji::spelled("シンジュク フジ"), "shinjuku fuji");
    assert_eq!(romaji::spelled("ファミリー"), "famiri");
}
