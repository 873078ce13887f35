//! What is refused.

use super::{ORIGINAL, Sentences, Source, gather::gather, method};
use std::collections::{BTreeMap, BTreeSet};

/// Names an argument cannot have, because it becomes a Rust argument.
const RUST_WORDS: [&str; 12] = [
    "type", "match", "for", "in", "use", "where", "as", "self", "ref", "move", "fn", "loop",
];

/// The sentences of each language, or every complaint at once.
pub fn check(sources: &[Source]) -> Result<BTreeMap<String, Sentences>, Vec<String>> {
    let mut complaints = Vec::new();
    let mut languages: BTreeMap<String, Sentences> = BTreeMap::new();
    for source in sources {
        let sentences = languages.entry(source.language.clone()).or_default();
        gather(source, sentences, &mut complaints);
    }
    for (language, sentences) in &mut languages {
        follow_mentions(language, sentences, &mut complaints);
        check_methods(language, sentences, &mut complaints);
    }
    match languages.get(ORIGINAL) {
        None => complaints.push(format!("locales/{ORIGINAL} is missing")),
        Some(original) => {
            for (language, sentences) in &languages {
                compare(original, language, sentences, &mut complaints);
            }
        }
    }
    if complaints.is_empty() {
        Ok(languages)
    } else {
        Err(complaints)
    }
}

/// A message needs the variables of the messages it mentions.
fn follow_mentions(language: &str, sentences: &mut Sentences, complaints: &mut Vec<String>) {
    let keys: Vec<String> = sentences.keys().cloned().collect();
    for key in keys {
        let mut seen = BTreeSet::new();
        let mut open = vec![key.clone()];
        let mut variables = BTreeSet::new();
        while let Some(next) = open.pop() {
            let Some(sentence) = sentences.get(&next) else {
                complaints.push(format!(
                    "{language}: {key} mentions {next}, which does not exist"
                ));
                continue;
            };
            if !next.starts_with('-') {
                variables.extend(sentence.variables.iter().cloned());
            }
            if next == key {
                for function in sentence.functions.iter().filter(|name| *name != "NUMBER") {
                    complaints.push(format!(
                        "{language}: {key} calls {function}, which is unknown"
                    ));
                }
            }
            for mention in &sentence.mentions {
                if *mention == key {
                    complaints.push(format!("{language}: {key} mentions itself"));
                } else if seen.insert(mention.clone()) {
                    open.push(mention.clone());
                }
            }
        }
        if let Some(sentence) = sentences.get_mut(&key) {
            sentence.variables = variables;
        }
    }
}

/// Every message and attribute becomes a method, so their names must be fit for one.
fn check_methods(language: &str, sentences: &Sentences, complaints: &mut Vec<String>) {
    let mut methods = BTreeMap::new();
    for (key, sentence) in sentences.iter().filter(|(key, _)| !key.starts_with('-')) {
        let kebab =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        for name in key
            .split('.')
            .chain(sentence.variables.iter().map(String::as_str))
        {
            if !name.chars().all(kebab) || name.ends_with('-') || name.contains("--") {
                complaints.push(format!("{language}: {key}: {name} is not kebab-case"));
            }
            if RUST_WORDS.contains(&name) {
                complaints.push(format!(
                    "{language}: {key}: an argument cannot be called {name}"
                ));
            }
        }
        if let Some(other) = methods.insert(method(key), key) {
            complaints.push(format!(
                "{language}: {key} and {other} would be the same method"
            ));
        }
    }
}

fn compare(
    original: &Sentences,
    language: &str,
    sentences: &Sentences,
    complaints: &mut Vec<String>,
) {
    for (key, ours) in original {
        match sentences.get(key) {
            None => complaints.push(format!("{language}: {key} of {ORIGINAL} is missing")),
            Some(theirs) if theirs.variables != ours.variables && !key.starts_with('-') => {
                complaints.push(format!(
                    "{key}: variables differ: {ORIGINAL} {:?}, {language} {:?}",
                    ours.variables, theirs.variables
                ));
            }
            Some(_) => {}
        }
    }
    for key in sentences.keys().filter(|key| !original.contains_key(*key)) {
        complaints.push(format!("{language}: {key} is not in {ORIGINAL}"));
    }
}
