//! What does not belong in Rust or in a template: a clock, the environment, a print, a sentence.

use super::{files, nothing_wrong, paths};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Lit;

/// Paths that only the named files may speak of.
const KEPT: [(&[&str], &[&str]); 4] = [
    (
        &["Utc::now", "Local::now", "SystemTime::now"],
        &["src/base/clock.rs"],
    ),
    (
        &["Instant::now"],
        &[
            "src/cluster/",
            "src/cli/",
            "src/work/",
            "src/web/middleware.rs",
        ],
    ),
    (
        &["env::var", "env::vars", "env::var_os"],
        &["src/config/mod.rs"],
    ),
    (
        &["process::exit", "process::abort"],
        &["src/main.rs", "src/cli/"],
    ),
];

/// Macros that write to the terminal, and where they may.
const PRINTS: [&str; 5] = ["println", "print", "eprintln", "eprint", "dbg"];
const TERMINAL: [&str; 2] = ["src/cli/", "src/main.rs"];

/// Files whose business is letters: they hold characters, not sentences.
const CHARACTERS: [&str; 11] = [
    "src/domain/bookings/guest_part.rs",
    "src/base/text.rs",
    "src/base/cells.rs",
    "src/base/lang.rs",
    "src/base/romaji.rs",
    "src/domain/platform/ken_all.rs",
    "src/base/holidays.rs",
    "src/base/year.rs",
    "src/i18n/",
    "src/cli/seed/",
    "src/web/ui/avatar.rs",
];

#[test]
fn no_clock_no_environment_no_print_and_no_sentence_in_rust() {
    let mut wrong = Vec::new();
    for (file, text) in files("src", "rs") {
        wrong.extend(in_rust(&file, &text));
    }
    nothing_wrong(&wrong);
}

#[test]
fn no_sentence_in_a_template() {
    let mut wrong = Vec::new();
    for (file, text) in [files("templates", "html"), files("templates", "txt")].concat() {
        for words in in_template(&text) {
            wrong.push(format!("{file} says {words:?}; words come from locales/"));
        }
    }
    nothing_wrong(&wrong);
}

fn in_rust(file: &str, text: &str) -> Vec<String> {
    let allowed = |places: &[&str]| places.iter().any(|place| file.starts_with(place));
    let mut wrong = Vec::new();
    for path in paths::named(file, text) {
        for (forbidden, places) in KEPT {
            let hit = forbidden
                .iter()
                .any(|end| path == *end || path.ends_with(&format!("::{end}")));
            if hit && !allowed(places) {
                wrong.push(format!(
                    "{file} uses {path}; only {} may",
                    places.join(", ")
                ));
            }
        }
    }
    let mut seen = Seen::default();
    seen.walk(text.parse().unwrap());
    if !allowed(&TERMINAL) {
        wrong.extend(
            seen.prints
                .iter()
                .map(|name| format!("{file} uses {name}!")),
        );
    }
    for literal in seen.literals {
        let foreign = literal.chars().any(is_japanese) && !allowed(&CHARACTERS);
        if foreign || (is_sentence(&literal) && !allowed(&["src/cli/", "src/config/"])) {
            wrong.push(format!("{file} says {literal:?}; words come from locales/"));
        }
    }
    wrong
}

#[derive(Default)]
struct Seen {
    literals: Vec<String>,
    prints: Vec<String>,
}

impl Seen {
    /// Attributes (documentation, reasons, messages of errors for the log) are passed over.
    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let before = |back: usize| at.checked_sub(back).map(|at| tokens[at].to_string());
            match token {
                TokenTree::Group(group) => {
                    let bracket = group.delimiter() == Delimiter::Bracket;
                    let hash = before(1).as_deref() == Some("#")
                        || (before(1).as_deref() == Some("!") && before(2).as_deref() == Some("#"));
                    if !(bracket && hash) {
                        self.walk(group.stream());
                    }
                }
                TokenTree::Literal(literal) => match syn::parse_str::<Lit>(&literal.to_string()) {
                    Ok(Lit::Str(text)) => self.literals.push(text.value()),
                    Ok(Lit::Char(one)) => self.literals.push(one.value().to_string()),
                    _ => {}
                },
                TokenTree::Ident(name) if PRINTS.contains(&name.to_string().as_str()) => {
                    let called = tokens
                        .get(at + 1)
                        .is_some_and(|next| next.to_string() == "!");
                    self.prints.extend(called.then(|| name.to_string()));
                }
                _ => {}
            }
        }
    }
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF66}'..='\u{FF9D}')
}

/// What is meant for people begins with a capital and goes on in small words; logs, SQL and headers do not.
fn is_sentence(text: &str) -> bool {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let capital = first.chars().next().is_some_and(|c| c.is_ascii_uppercase());
    let small_first = first
        .chars()
        .skip(1)
        .all(|c| c.is_ascii_lowercase() || c == '\'');
    let is_word = |word: &str| {
        word.len() > 1
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || ".,!?'".contains(c))
    };
    capital && small_first && words.filter(|word| is_word(word)).count() >= 2
}

/// Words that stand in a template themselves: between its tags, or in attributes that are read aloud.
fn in_template(text: &str) -> Vec<String> {
    let without_calls = without(&without(&without(text, "{#", "#}"), "{{", "}}"), "{%", "%}");
    let plain = without(&without_calls, "<style>", "</style>");
    let mut found = Vec::new();
    for attribute in ["alt", "title", "aria-label", "placeholder", "content"] {
        for rest in plain.split(&format!(" {attribute}=\"")).skip(1) {
            let value = rest.split('"').next().unwrap_or_default();
            if attribute != "content" && value.chars().any(char::is_alphabetic) {
                found.push(value.to_owned());
            }
        }
    }
    for piece in without(&without_attributes(&plain), "<", ">").split('\u{0}') {
        let said = piece.trim();
        if said.chars().filter(|c| c.is_alphabetic()).count() > 1 {
            found.push(said.to_owned());
        }
    }
    found
}

/// The text without `name="value"`, which blocks put into the tags of their layout.
fn without_attributes(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before.len()
            - before
                .chars()
                .rev()
                .take_while(|c| c.is_ascii_lowercase() || *c == '-')
                .count();
        kept.push_str(&before[..name]);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The text with everything between two marks taken out; a NUL stands in its place.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        kept.push('\u{0}');
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

#[test]
fn what_does_not_belong_is_seen() {
    for (file, text) in [
        ("src/domain/a.rs", "fn f() { chrono::Utc::now() }"),
        (
            "src/web/a.rs",
            "use std::env; fn f() { env::var(\"HOME\") }",
        ),
        ("src/web/a.rs", "fn f() { println!(\"x\") }"),
        ("src/web/a.rs", "const A: &str = \"予約\";"),
        (
            "src/web/a.rs",
            "fn f() { format!(\"Your booking is confirmed.\") }",
        ),
    ] {
        assert_eq!(in_rust(file, text).len(), 1, "{text}");
    }
    for text in [
        "/// 予約\n#[expect(x, reason = \"Because it is so\")] fn f() { tracing::warn!(\"rollback failed\") }",
        "const A: &str = \"select id from bookings\";",
        "const A: &str = \"Asia/Tokyo\";",
    ] {
        assert_eq!(in_rust("src/web/a.rs", text), Vec::<String>::new());
    }
    for text in [
        "<p>予約</p>",
        "<p>Book {{ name }} now</p>",
        "<img alt=\"A shop\" src=\"x\">",
    ] {
        assert_eq!(
            in_template(text).len(),
            1.max(text.matches('{').count()),
            "{text}"
        );
    }
    assert!(
        in_template("{% block root %} class=\"desk\" data-accent=\"{{ a }}\"{% endblock %}")
            .is_empty()
    );
    let fine = "{% if a %}<a class=\"btn small\" href=\"{{ b }}\">{{ t.c() }}</a> · {% endif %}{# why #}<style>p{}</style>";
    assert_eq!(in_template(fine), Vec::<String>::new());
}
