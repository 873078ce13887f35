//! `tests/WCAG.md` says of each criterion of accessibility what shows that it holds, and the statement on the site says the
//! same in fewer words; here both are held to each other and to the tests.

use super::{asvs, files, nothing_wrong};
use omotenashi::web::public::accessibility::{Results, criteria::CRITERIA};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

#[test]
fn the_statement_says_what_the_list_says_and_what_the_list_names_is_there() {
    let text = fs::read_to_string("tests/WCAG.md").unwrap();
    nothing_wrong(&complaints(&text, &asvs::tests()));
}

#[test]
fn the_statement_counts_the_screens_of_every_round_and_of_none_that_is_gone() {
    let text = fs::read_to_string("src/web/public/accessibility/results.json").unwrap();
    let results: Results = serde_json::from_str(&text).unwrap();
    let told: BTreeSet<&str> = results.screens.keys().map(String::as_str).collect();
    let tests = files("tests/it", "rs");
    let rounds = tests
        .iter()
        .filter(|(path, _)| !path.ends_with("tidy/wcag.rs"))
        .flat_map(|(_, text)| text.split('"').skip(1))
        .filter(|word| {
            let whose = [
                "guests",
                "accounts",
                "counter",
                "office",
                "operators",
                "plain",
            ];
            word.split_once('/').is_some_and(|(audience, round)| {
                whose.contains(&audience)
                    && !round.is_empty()
                    && round.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            })
        });
    assert_eq!(told, rounds.collect::<BTreeSet<_>>());
    assert_eq!(results.axe, crate::support::statement::axe());
}

fn complaints(text: &str, tests: &BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let lines = text.lines().filter_map(|line| line.strip_prefix("- "));
    let mut told = BTreeMap::new();
    for line in lines.filter(|line| line.starts_with(|c: char| c.is_ascii_digit())) {
        let (head, why) = line.split_once(": ").unwrap_or((line, ""));
        let words: Vec<&str> = head.split(' ').collect();
        let [number, level, verdict] = words[..] else {
            wrong.push(format!("{head}: not a number, a level and a verdict"));
            continue;
        };
        if told.insert(number, format!("{level} {verdict}")).is_some() {
            wrong.push(format!("{number} stands twice"));
        }
        let names: Vec<&str> = why.split('`').skip(1).step_by(2).collect();
        let (paths, places): (Vec<&str>, Vec<&str>) =
            names.into_iter().partition(|name| asvs::is_path(name));
        let gone = paths.iter().filter(|path| !tests.contains(**path));
        let missing = places.iter().filter(|place| !Path::new(place).exists());
        wrong.extend(
            gone.chain(missing)
                .map(|name| format!("{number} names {name}, which is not there")),
        );
        let shown = match verdict {
            "tested" => !paths.is_empty(),
            "examined" => !places.is_empty(),
            _ => true,
        };
        if !shown {
            wrong.push(format!("{number} is {verdict}, and nothing shows it"));
        }
    }
    for (number, level, verdict) in CRITERIA {
        let said = format!("({}) {}", level.word(), verdict.word());
        if told.remove(number).as_deref() != Some(&said) {
            wrong.push(format!("the statement says of {number}: {said}"));
        }
    }
    wrong.extend(
        told.into_keys()
            .map(|number| format!("the statement does not know {number}")),
    );
    wrong
}

#[test]
fn what_is_wrong_in_the_list_of_criteria_is_seen() {
    let tests = BTreeSet::from(["there::it_holds".to_owned()]);
    let text = fs::read_to_string("tests/WCAG.md").unwrap();
    let line = |number: &str| {
        let begins = format!("- {number} ");
        let found = text.lines().find(|line| line.starts_with(&begins));
        found.unwrap().to_owned()
    };
    let changed = text
        .replace(&line("1.1.1"), "- 1.1.1 (A) tested: Names. `there::gone`.")
        .replace(
            &line("1.3.2"),
            "- 1.3.2 (A) tested: Names. `there::it_holds`.",
        )
        .replace(&line("1.3.3"), "- 1.3.3 (A) examined: Names. Somehow.")
        .replace(
            &line("1.4.1"),
            "- 9.9.9 (A) examined: Names. `src/nowhere`.",
        );
    let wrong = complaints(&changed, &tests);
    for told in [
        "1.1.1 names there::gone, which is not there",
        "the statement says of 1.3.2: (A) examined",
        "1.3.3 is examined, and nothing shows it",
        "9.9.9 names src/nowhere, which is not there",
        "the statement says of 1.4.1: (A) examined",
        "the statement does not know 9.9.9",
    ] {
        assert!(wrong.iter().any(|line| line == told), "{told}: {wrong:#?}");
    }
}
