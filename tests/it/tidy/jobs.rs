//! A job's name is written in rows that outlive the program, so no two payloads may have the same.

use super::{files, nothing_wrong};
use std::collections::BTreeMap;
use syn::{Expr, ImplItem, Item, Lit, Type};

#[test]
fn every_payload_has_a_name_of_its_own() {
    let mut payloads = Vec::new();
    for (file, text) in files("src", "rs") {
        payloads.extend(
            names(&text)
                .into_iter()
                .map(|(of, name)| (format!("{file}: {of}"), name)),
        );
    }
    assert!(!payloads.is_empty(), "the house has jobs");
    nothing_wrong(&complaints(&payloads));
}

/// The types that a file makes jobs, and the names it gives them.
fn names(rust: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for item in syn::parse_file(rust).unwrap().items {
        let Item::Impl(made) = item else { continue };
        let is_job = made.trait_.is_some_and(|(_, path, _)| {
            path.segments.last().is_some_and(|last| last.ident == "Job")
        });
        let Type::Path(payload) = *made.self_ty else {
            continue;
        };
        let payload = payload.path.segments.last().unwrap().ident.to_string();
        for of_impl in made.items {
            if let ImplItem::Const(constant) = of_impl
                && is_job
                && constant.ident == "NAME"
                && let Expr::Lit(literal) = constant.expr
                && let Lit::Str(text) = literal.lit
            {
                found.push((payload.clone(), text.value()));
            }
        }
    }
    found
}

fn complaints(payloads: &[(String, String)]) -> Vec<String> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (payload, name) in payloads {
        let word = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !word || name.is_empty() {
            wrong.push(format!(
                "{payload} is called {name:?}; a name is lower_case"
            ));
        }
        if let Some(other) = first.insert(name, payload) {
            wrong.push(format!("{payload} has the name of {other}: {name}"));
        }
    }
    wrong
}

#[test]
fn two_of_the_same_name_are_seen() {
    let job = |payload: &str, name: &str| {
        names(&format!(
            "impl crate::queue::Job for {payload} {{ const NAME: &'static str = \"{name}\"; }}"
        ))
    };
    let three = [job("A", "send"), job("B", "send"), job("C", "Send it")].concat();
    assert_eq!(three.len(), 3);
    assert_eq!(complaints(&three).len(), 2);
    assert!(complaints(&three[..1]).is_empty());
}
