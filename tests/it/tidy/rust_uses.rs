//! What Rust says: read from the tokens, so that calls inside macros are seen as well.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;

/// Everything in Rust that may name a message.
#[derive(Default)]
pub struct RustUses {
    /// Names after a point or a double colon.
    pub methods: BTreeSet<String>,
    /// String literals.
    pub literals: BTreeSet<String>,
    /// Ids of `Msg`, with the names given to it where they stand in the same expression.
    pub messages: Vec<(String, Option<BTreeSet<String>>)>,
    /// First arguments of `of_family`.
    pub families: BTreeSet<String>,
    /// Complaints about calls whose id cannot be read.
    pub without_literal: Vec<String>,
}

impl RustUses {
    pub fn of(rust: &str) -> Self {
        let mut uses = Self::default();
        uses.walk(rust.parse().unwrap());
        uses
    }

    pub fn add(&mut self, other: Self) {
        self.methods.extend(other.methods);
        self.literals.extend(other.literals);
        self.messages.extend(other.messages);
        self.families.extend(other.families);
        self.without_literal.extend(other.without_literal);
    }

    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for place in 0..tokens.len() {
            let rest = &tokens[place..];
            match &tokens[place] {
                TokenTree::Group(group) => self.walk(group.stream()),
                TokenTree::Literal(_) => self.literals.extend(text(&tokens[place])),
                TokenTree::Ident(name) if name == "Msg" => self.message(rest),
                TokenTree::Punct(point) if matches!(point.as_char(), '.' | ':') => {
                    let Some(TokenTree::Ident(name)) = rest.get(1) else {
                        continue;
                    };
                    self.methods.insert(name.to_string());
                    if name == "of_family" {
                        self.family(rest);
                    }
                }
                _ => {}
            }
        }
    }

    /// `Msg::new("id").with("name", …)` or `Msg { id: "id", … }`.
    fn message(&mut self, rest: &[TokenTree]) {
        if let Some(TokenTree::Group(fields)) = rest.get(1) {
            let fields: Vec<TokenTree> = fields.stream().into_iter().collect();
            if let [TokenTree::Ident(field), TokenTree::Punct(_), id, ..] = fields.as_slice()
                && field == "id"
                && let Some(id) = text(id)
            {
                self.messages.push((id, None));
            }
            return;
        }
        if rest.get(3).is_none_or(|name| name.to_string() != "new") {
            return;
        }
        // a path without a call is handed on to someone, who cannot be followed
        match rest.get(4).and_then(first_text) {
            Some(id) => self.messages.push((id, Some(given(&rest[5..])))),
            None => self
                .without_literal
                .push("Msg::new takes its id as a literal".into()),
        }
    }

    fn family(&mut self, rest: &[TokenTree]) {
        match rest.get(2).and_then(first_text) {
            Some(family) => drop(self.families.insert(family)),
            None => self
                .without_literal
                .push("of_family takes its family as a literal".into()),
        }
    }
}

/// The names in the `.with("name", …)` that follow.
fn given(mut rest: &[TokenTree]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    while let [
        TokenTree::Punct(point),
        TokenTree::Ident(with),
        arguments,
        after @ ..,
    ] = rest
        && point.as_char() == '.'
        && with == "with"
    {
        names.extend(first_text(arguments));
        rest = after;
    }
    names
}

/// The string literal that a call's arguments begin with.
fn first_text(arguments: &TokenTree) -> Option<String> {
    match arguments {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            text(&group.stream().into_iter().next()?)
        }
        _ => None,
    }
}

fn text(token: &TokenTree) -> Option<String> {
    let written = token.to_string();
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    Some(inner.to_owned())
}
