//! Reads `locales/` before the crate is compiled: refuses what is missing, doubled or different
//! between the languages, and writes one method per message, so that a wrong message id or a
//! missing argument in a page does not compile. `tests/it/i18n/catalogue.rs` tries each refusal.

use fluent_syntax::{
    ast::{Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

/// The language that is written first; the others are held against it.
const ORIGINAL: &str = "ja";

/// Names an argument cannot have, because it becomes a Rust argument.
const RUST_WORDS: [&str; 12] = [
    "type", "match", "for", "in", "use", "where", "as", "self", "ref", "move", "fn", "loop",
];

/// One file of one language.
pub struct Source {
    pub language: String,
    /// Its name without `.ftl`, which is also the first word of its ids.
    pub file: String,
    pub text: String,
}

/// What a message, an attribute (`id.attribute`) or a term (`-term`) says.
#[derive(Debug, Default)]
pub struct Sentence {
    pub file: String,
    /// As a reader would see it, with `{$name}` where something is filled in.
    pub text: String,
    /// Also those of the messages it mentions.
    pub variables: BTreeSet<String>,
    mentions: BTreeSet<String>,
    functions: BTreeSet<String>,
}

/// All sentences of one language by id.
pub type Sentences = BTreeMap<String, Sentence>;

fn main() -> io::Result<ExitCode> {
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&root);
    let mut cargo = io::stdout();
    for watched in ["locales", "migrations"] {
        // a folder that does not exist would make cargo run this script every time
        if root.join(watched).exists() {
            writeln!(cargo, "cargo::rerun-if-changed={watched}")?;
        }
    }
    let sources = read(&root.join("locales"))?;
    match check(&sources) {
        Ok(languages) => {
            let target = env::var_os("OUT_DIR").unwrap_or_default();
            let rust = write_words(&sources, &languages);
            fs::write(Path::new(&target).join("words.rs"), rust)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(complaints) => {
            for complaint in complaints {
                writeln!(cargo, "cargo::error={complaint}")?;
            }
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Reads `<folder>/<language>/<file>.ftl`, in the order of their names.
pub fn read(folder: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for language in fs::read_dir(folder)? {
        let language = language?;
        if !language.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(language.path())? {
            let path = file?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                sources.push(Source {
                    language: language.file_name().to_string_lossy().into_owned(),
                    file: name.into_owned(),
                    text: fs::read_to_string(&path)?,
                });
            }
        }
    }
    sources.sort_by(|a, b| (&a.language, &a.file).cmp(&(&b.language, &b.file)));
    Ok(sources)
}

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
    if complaints.is_empty() { Ok(languages) } else { Err(complaints) }
}

fn gather(source: &Source, sentences: &mut Sentences, complaints: &mut Vec<String>) {
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
        let mut sentence = Sentence { file: source.file.clone(), ..Sentence::default() };
        sentence.text = look_through(pattern, &mut sentence);
        if sentences.insert(key.clone(), sentence).is_some() {
            complaints.push(format!("{place}: {key} is written twice"));
        }
    };
    let mut names = Vec::new();
    for entry in &resource.body {
        let (id, value, attributes): (String, _, &[Attribute<&str>]) = match entry {
            Entry::Message(message) => {
                names.push(message.id.name);
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
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

/// Notes what a pattern refers to and returns it as one line for a reader.
fn look_through(pattern: &Pattern<&str>, sentence: &mut Sentence) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                text.push_str(&look_at(expression, sentence));
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn look_at(expression: &Expression<&str>, sentence: &mut Sentence) -> String {
    match expression {
        Expression::Inline(inline) => look_inside(inline, sentence),
        Expression::Select { selector, variants } => {
            look_inside(selector, sentence);
            let mut shown = String::new();
            for variant in variants {
                let text = look_through(&variant.value, sentence);
                if variant.default {
                    shown = text;
                }
            }
            shown
        }
    }
}

fn look_inside(inline: &InlineExpression<&str>, sentence: &mut Sentence) -> String {
    let dotted = |name: String, attribute: Option<&str>| match attribute {
        Some(attribute) => format!("{name}.{attribute}"),
        None => name,
    };
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            (*value).to_owned()
        }
        InlineExpression::VariableReference { id } => {
            sentence.variables.insert(id.name.to_owned());
            format!("{{${}}}", id.name)
        }
        InlineExpression::FunctionReference { id, arguments } => {
            sentence.functions.insert(id.name.to_owned());
            let shown = arguments.positional.iter().map(|one| look_inside(one, sentence));
            shown.collect()
        }
        InlineExpression::MessageReference { id, attribute } => {
            let key = dotted(id.name.to_owned(), attribute.as_ref().map(|one| one.name));
            sentence.mentions.insert(key.clone());
            format!("{{{key}}}")
        }
        // a term sees only the literal arguments written beside it, never the message's
        InlineExpression::TermReference { id, attribute, .. } => {
            let key = dotted(format!("-{}", id.name), attribute.as_ref().map(|one| one.name));
            sentence.mentions.insert(key.clone());
            format!("{{{key}}}")
        }
        InlineExpression::Placeable { expression } => look_at(expression, sentence),
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
                complaints.push(format!("{language}: {key} mentions {next}, which does not exist"));
                continue;
            };
            if !next.starts_with('-') {
                variables.extend(sentence.variables.iter().cloned());
            }
            if next == key {
                for function in sentence.functions.iter().filter(|name| *name != "NUMBER") {
                    complaints.push(format!("{language}: {key} calls {function}, which is unknown"));
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
        let kebab = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        for name in key.split('.').chain(sentence.variables.iter().map(String::as_str)) {
            if !name.chars().all(kebab) || name.ends_with('-') || name.contains("--") {
                complaints.push(format!("{language}: {key}: {name} is not kebab-case"));
            }
            if RUST_WORDS.contains(&name) {
                complaints.push(format!("{language}: {key}: an argument cannot be called {name}"));
            }
        }
        if let Some(other) = methods.insert(method(key), key) {
            complaints.push(format!("{language}: {key} and {other} would be the same method"));
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

/// `bookings-cancel.hint` becomes `bookings_cancel_hint`.
pub fn method(key: &str) -> String {
    key.replace(['-', '.'], "_")
}

/// The Rust text: the files of each language, and a method per message. The body of each method
/// is one call to a plain function, because a body that is generic is compiled again at each use.
fn write_words(sources: &[Source], languages: &BTreeMap<String, Sentences>) -> String {
    let mut rust = String::new();
    for language in languages.keys() {
        let shout = language.to_uppercase();
        let _ = writeln!(rust, "pub(super) const {shout}: &[&str] = &[");
        for source in sources.iter().filter(|source| source.language == *language) {
            let path = format!("/locales/{language}/{}.ftl", source.file);
            let _ = writeln!(rust, "    include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})),");
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
    let life = if sentence.variables.is_empty() { "" } else { "<'a>" };
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
