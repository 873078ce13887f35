//! `tests/ASVS.md` says of each requirement what shows that it holds; here it is held to that: no number is missing, none
//! stands twice, every test and every place that it names is there.

use super::{files, nothing_wrong};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use syn::Item;

/// How many requirements of levels 1 and 2 concern the product: those of RELIABILITY 5.1, and 13 about providers.
const ALL: usize = 211;

/// What a line may say of its requirement.
const VERDICTS: [&str; 8] = [
    "Test:",
    "Test (",
    "Code:",
    "Document:",
    "With ",
    "Not met:",
    "Not met here:",
    "Does not apply",
];

#[test]
fn every_requirement_has_one_line_and_what_it_names_is_there() {
    let text = fs::read_to_string("tests/ASVS.md").unwrap();
    let listed = lines(&text).count();
    assert_eq!(listed, ALL, "requirements that concern the product");
    nothing_wrong(&complaints(&text, &tests()));
}

/// The lines of requirements: number, and all that follows it.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let all = text.lines().filter_map(|line| line.strip_prefix("- "));
    all.filter_map(|line| {
        line.split_once(' ')
            .filter(|(number, _)| parts(number).is_some())
    })
}

fn parts(number: &str) -> Option<[u32; 3]> {
    let parts: Vec<u32> = number
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// Every test by its path, as `cargo test` names it.
pub(super) fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (file, text) in files("tests/it", "rs") {
        let path = file.trim_start_matches("tests/it/").trim_end_matches(".rs");
        let path = path.trim_end_matches("/mod").replace('/', "::");
        gather(&path, syn::parse_file(&text).unwrap().items, &mut found);
    }
    found
}

fn gather(path: &str, items: Vec<Item>, found: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Fn(function) if is_test(&function) => {
                found.insert(format!("{path}::{}", function.sig.ident));
            }
            Item::Mod(inner) => {
                let items = inner.content.map(|(_, items)| items).unwrap_or_default();
                gather(&format!("{path}::{}", inner.ident), items, found);
            }
            _ => {}
        }
    }
}

fn is_test(function: &syn::ItemFn) -> bool {
    function.attrs.iter().any(|attribute| {
        let last = attribute.path().segments.last();
        last.is_some_and(|last| last.ident == "test")
    })
}

fn complaints(text: &str, tests: &BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut sections: BTreeMap<[u32; 2], BTreeSet<u32>> = BTreeMap::new();
    let mut put = |number: &str, wrong: &mut Vec<String>| {
        if let Some([chapter, section, place]) = parts(number)
            && !sections
                .entry([chapter, section])
                .or_default()
                .insert(place)
        {
            wrong.push(format!("{number} stands twice"));
        }
    };
    for (number, said) in lines(text) {
        put(number, &mut wrong);
        if !VERDICTS.iter().any(|verdict| said.contains(verdict)) {
            wrong.push(format!("{number} does not say what shows it"));
        }
        for name in said.split('`').skip(1).step_by(2) {
            let is_place = ["src/", "tests/", "templates/", "static/"]
                .iter()
                .any(|folder| name.starts_with(folder));
            if is_place && !Path::new(name).exists() {
                wrong.push(format!("{number} names {name}, which is not there"));
            }
            if is_path(name) && !tests.contains(name) {
                wrong.push(format!(
                    "{number} names the test {name}, which is not there"
                ));
            }
        }
        if said.contains("Test:") && !said.split('`').any(is_path) {
            wrong.push(format!("{number} names no test"));
        }
    }
    let (_, left_out) = text
        .split_once("## Not of this product")
        .unwrap_or((text, ""));
    for word in left_out
        .split("\n## ")
        .next()
        .unwrap_or_default()
        .split([' ', ',', '\n', ':'])
    {
        put(word.trim_end_matches('.'), &mut wrong);
    }
    for ([chapter, section], places) in &sections {
        let last = places.last().copied().unwrap_or_default();
        let missing = (1..=last).filter(|place| !places.contains(place));
        wrong.extend(missing.map(|place| format!("{chapter}.{section}.{place} is missing")));
    }
    wrong
}

/// Whether a name is written as a test's path is: of Rust's own names only modules and functions have small letters.
pub(super) fn is_path(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == ':';
    name.contains("::") && name.chars().all(plain)
}

#[test]
fn what_is_wrong_in_the_list_is_seen() {
    let tests = BTreeSet::from(["there::it_holds".to_owned()]);
    let text = "- 1.1.1 (1) a. Test: `there::it_holds`.\n- 1.1.1 (1) again. Code: `src/lib.rs`.\n- 1.1.4 (2) b. Test: `there::gone`.\n\
        - 1.2.1 (1) c. Somehow.\n- 1.2.2 (1) d. Code: `src/nowhere.rs`.\n- 1.2.3 (1) e. Test: surely.\n## Not of this product\n1.1.3, 1.2.3.\n## X\n1.1.2";
    assert_eq!(
        complaints(text, &tests),
        [
            "1.1.1 stands twice",
            "1.1.4 names the test there::gone, which is not there",
            "1.2.1 does not say what shows it",
            "1.2.2 names src/nowhere.rs, which is not there",
            "1.2.3 names no test",
            "1.2.3 stands twice",
            "1.1.2 is missing",
        ]
    );
}
