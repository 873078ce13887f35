//! What a file says, taken apart: one sentence per message, attribute and term.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Messages and terms (`-term`) that stand in it.
    pub mentions: BTreeSet<String>,
    pub functions: BTreeSet<String>,
}

/// All sentences of one language by id.
pub type Sentences = BTreeMap<String, Sentence>;

impl Sentence {
    /// What stands in a pattern of a file.
    pub fn of(file: &str, pattern: &Pattern<&str>) -> Self {
        let mut sentence = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        sentence.text = look_through(pattern, &mut sentence);
        sentence
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
            let shown = arguments
                .positional
                .iter()
                .map(|one| look_inside(one, sentence));
            shown.collect()
        }
        InlineExpression::MessageReference { id, attribute } => {
            let key = dotted(id.name.to_owned(), attribute.as_ref().map(|one| one.name));
            sentence.mentions.insert(key.clone());
            format!("{{{key}}}")
        }
        // a term sees only the literal arguments written beside it, never the message's
        InlineExpression::TermReference { id, attribute, .. } => {
            let key = dotted(
                format!("-{}", id.name),
                attribute.as_ref().map(|one| one.name),
            );
            sentence.mentions.insert(key.clone());
            format!("{{{key}}}")
        }
        InlineExpression::Placeable { expression } => look_at(expression, sentence),
    }
}
