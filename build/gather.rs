//! Takes one file into the sentences of its language.

use super::sentence::{Sentence, Sentences, Source};
use fluent_syntax::{
    ast::{Attribute, Entry, Pattern, Resource},
    parser,
};

/// Adds the sentences of a file, and complains of what is wrong with the file by itself.
pub fn gather(source: &Source, sentences: &mut Sentences, complaints: &mut Vec<String>) {
    let place = format!("locales/{}/{}.ftl", source.language, source.file);
    let resource: Resource<&str> = match parser::parse(source.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let before = source.text.get(..error.pos.start).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                complaints.push(format!("{place}:{line}: {}", error.kind));
            }
            resource
        }
    };
    let mut keep = |key: String, pattern: &Pattern<&str>| {
        let sentence = Sentence::of(&source.file, pattern);
        if sentences.insert(key.clone(), sentence).is_some() {
            complaints.push(format!("{place}: {key} is written twice"));
        }
    };
    let mut names = Vec::new();
    for entry in &resource.body {
        let (id, value, attributes): (String, _, &[Attribute<&str>]) = match entry {
            Entry::Message(message) => {
                names.push(message.id.name);
                (
                    message.id.name.to_owned(),
                    message.value.as_ref(),
                    &message.attributes,
                )
            }
            Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(&term.value),
                &term.attributes,
            ),
            _ => continue,
        };
        if let Some(pattern) = value {
            keep(id.clone(), pattern);
        }
        for attribute in attributes {
            keep(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    for name in names {
        if name.split('-').next() != Some(source.file.as_str()) || !name.contains('-') {
            complaints.push(format!("{place}: {name} must begin with {}-", source.file));
        }
    }
}
