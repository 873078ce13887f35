//! The Rust that is made of the sentences.

use super::{ORIGINAL, Sentences, Source, sentence::Sentence};
use std::{collections::BTreeMap, fmt::Write as _};

/// `bookings-cancel.hint` becomes `bookings_cancel_hint`.
pub fn method(key: &str) -> String {
    key.replace(['-', '.'], "_")
}

/// The Rust text: the files of each language, and a method per message. The body of each method
/// is one call to a plain function, because a body that is generic is compiled again at each use.
pub fn words(sources: &[Source], languages: &BTreeMap<String, Sentences>) -> String {
    let mut rust = String::new();
    for language in languages.keys() {
        let shout = language.to_uppercase();
        let _ = writeln!(rust, "pub(super) const {shout}: &[&str] = &[");
        for source in sources.iter().filter(|source| source.language == *language) {
            let path = format!("/locales/{language}/{}.ftl", source.file);
            let _ = writeln!(
                rust,
                "    include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})),"
            );
        }
        rust.push_str("];\n");
    }
    rust.push_str("impl Words {\n");
    for (key, sentence) in languages.get(ORIGINAL).into_iter().flatten() {
        if !key.starts_with('-') {
            write_method(&mut rust, key, sentence);
        }
    }
    rust.push_str("}\n");
    rust
}

fn write_method(rust: &mut String, key: &str, sentence: &Sentence) {
    let _ = writeln!(rust, "    #[doc = {:?}]", format!("「{}」", sentence.text));
    // the receiver counts as an argument for the lint, whose threshold is five
    if sentence.variables.len() > 4 {
        let reason = "as many as the sentence has";
        let _ = writeln!(
            rust,
            "    #[expect(clippy::too_many_arguments, reason = {reason:?})]"
        );
    }
    let life = if sentence.variables.is_empty() {
        ""
    } else {
        "<'a>"
    };
    let (mut takes, mut gives) = (String::new(), String::new());
    for name in &sentence.variables {
        let argument = name.replace('-', "_");
        let _ = write!(takes, ", {argument}: impl Into<Arg<'a>>");
        let _ = write!(gives, "({name:?}, {argument}.into()), ");
    }
    let (id, attribute) = match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    };
    let name = method(key);
    let _ = writeln!(
        rust,
        "    pub fn {name}{life}(self{takes}) -> String {{ self.say({id:?}, {attribute:?}, &[{gives}]) }}"
    );
}
