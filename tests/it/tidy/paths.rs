//! Every path of ours that a file names, wherever it stands: in a `use`, in the middle of a line, inside a macro.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The paths of a file from the root of the crate: `domain::bookings::take`. Those of other crates begin with `::`.
pub fn named(file: &str, rust: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(
        &place_of(file),
        rust.parse().expect("Rust can be read"),
        &mut found,
    );
    found.sort();
    found.dedup();
    found
}

/// Where a file stands: `src/domain/bookings/take.rs` is `domain, bookings, take`.
pub fn place_of(file: &str) -> Vec<String> {
    let path = file.strip_prefix("src/").unwrap_or(file);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let root = matches!(path, "lib" | "main");
    let parts = path.split('/').filter(|_| !root);
    parts.map(str::to_owned).collect()
}

fn walk(place: &[String], tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => walk(place, group.stream(), found),
            TokenTree::Ident(first) if begins_a_path(&tokens, at) => {
                let start = match first.to_string().as_str() {
                    "crate" => Some(Vec::new()),
                    "self" => Some(place.to_vec()),
                    "super" => Some(above(place)),
                    _ => None,
                };
                let (mut here, known) = start.map_or_else(
                    || (vec![String::new(), first.to_string()], false),
                    |here| (here, true),
                );
                let used = tree(&tokens[at + 1..], &mut here, known, found);
                at += used;
            }
            _ => {}
        }
        at += 1;
    }
}

/// An identifier with `::` behind it and none before.
fn begins_a_path(tokens: &[TokenTree], at: usize) -> bool {
    let before = at > 1 && is_colons(&tokens[at - 2..at]);
    !before && tokens.len() > at + 2 && is_colons(&tokens[at + 1..at + 3])
}

fn is_colons(pair: &[TokenTree]) -> bool {
    let colon = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ':');
    pair.iter().all(colon)
}

fn above(place: &[String]) -> Vec<String> {
    place[..place.len().saturating_sub(1)].to_vec()
}

/// Reads `::name::{a, b::c}` behind a beginning; returns how many tokens it took.
fn tree(rest: &[TokenTree], here: &mut Vec<String>, ours: bool, found: &mut Vec<String>) -> usize {
    let mut used = 0;
    while rest.len() > used + 2 && is_colons(&rest[used..used + 2]) {
        match &rest[used + 2] {
            TokenTree::Ident(name) if name == "super" && ours => {
                here.pop();
            }
            TokenTree::Ident(name) => here.push(name.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                branches(group.stream(), here, ours, found);
                return used + 3;
            }
            _ => break,
        }
        used += 3;
    }
    found.push(here.join("::"));
    used
}

fn branches(tokens: TokenStream, here: &[String], ours: bool, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let comma = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ',');
    for branch in tokens.split(comma) {
        match branch.first() {
            Some(TokenTree::Ident(name)) => {
                let mut here = here.to_vec();
                if name != "self" {
                    here.push(name.to_string());
                }
                tree(&branch[1..], &mut here, ours, found);
            }
            Some(_) => found.push(here.join("::")),
            None => {}
        }
    }
}

#[test]
fn paths_are_seen_wherever_they_stand() {
    let rust = "use crate::{db::{self, Db}, base::ids::BookingId as Id}; use super::status::*; use diesel::{dsl, prelude::*};
        fn f() { let x = format!(\"{}\", crate::web::links::home()); super::super::catalog::find(x); Vec::<u8>::new() }";
    let found = named("src/domain/bookings/take.rs", rust);
    for path in [
        "db",
        "db::Db",
        "base::ids::BookingId",
        "domain::bookings::status",
        "::diesel::dsl",
        "::diesel::prelude",
        "web::links::home",
        "domain::catalog::find",
    ] {
        assert!(found.contains(&path.to_owned()), "{path} in {found:?}");
    }
    assert!(!found.iter().any(|path| path.contains("status::find")));
}
