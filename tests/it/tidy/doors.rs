//! Every room has a door that says what the room is for, and shows only what is its own.

use super::{files, nothing_wrong};
use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// A door says it in at least so many letters.
const A_SENTENCE: usize = 8;

#[test]
fn every_file_begins_by_saying_what_it_is_for_and_every_public_item_says_it_too() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "build"] {
        for (file, text) in files(folder, "rs") {
            if !file.starts_with("src/schema/generated/") {
                wrong.extend(complaints(&file, &text));
            }
        }
    }
    nothing_wrong(&wrong);
}

fn complaints(file: &str, text: &str) -> Vec<String> {
    let parsed = syn::parse_file(text).unwrap();
    let mut wrong = Vec::new();
    // A test's file has the name of what it tests, and its tests are sentences.
    let speaks = !file.starts_with("tests/") || file.ends_with("/mod.rs");
    if speaks && said(&parsed.attrs) < A_SENTENCE && file != "src/main.rs" {
        wrong.push(format!("{file} does not begin by saying what it is for"));
    }
    for item in &parsed.items {
        if let Item::Use(shown) = item
            && matches!(shown.vis, Visibility::Public(_))
        {
            wrong.extend(door(file, shown));
        }
        if file.starts_with("src/")
            && let Some(name) = silent(item)
        {
            wrong.push(format!(
                "{file}: {name} is public and does not say what it is for"
            ));
        }
    }
    wrong
}

fn door(file: &str, shown: &ItemUse) -> Option<String> {
    if file.starts_with("src/") && !file.ends_with("/mod.rs") {
        return Some(format!(
            "{file} shows what another file holds; only a room's door may"
        ));
    }
    everything(&shown.tree)
        .then(|| format!("{file} shows everything of another; name what is meant"))
}

fn everything(tree: &UseTree) -> bool {
    match tree {
        UseTree::Glob(_) => true,
        UseTree::Path(path) => everything(&path.tree),
        UseTree::Group(group) => group.items.iter().any(everything),
        UseTree::Name(_) | UseTree::Rename(_) => false,
    }
}

/// The name of a public item without a word about it. What a module is for stands in its own file.
fn silent(item: &Item) -> Option<String> {
    let (visibility, attributes, name) = match item {
        Item::Fn(it) => (&it.vis, &it.attrs, &it.sig.ident),
        Item::Struct(it) => (&it.vis, &it.attrs, &it.ident),
        Item::Enum(it) => (&it.vis, &it.attrs, &it.ident),
        Item::Trait(it) => (&it.vis, &it.attrs, &it.ident),
        Item::Const(it) => (&it.vis, &it.attrs, &it.ident),
        Item::Static(it) => (&it.vis, &it.attrs, &it.ident),
        Item::Type(it) => (&it.vis, &it.attrs, &it.ident),
        _ => return None,
    };
    let public = matches!(visibility, Visibility::Public(_));
    (public && said(attributes) == 0).then(|| name.to_string())
}

/// How many letters of documentation there are.
fn said(attributes: &[Attribute]) -> usize {
    let docs = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    docs.filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) => Some(&pair.value),
        _ => None,
    })
    .map(|value| match value {
        syn::Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => text.value().trim().chars().count(),
            _ => 0,
        },
        // `#[doc = include_str!("ARCHITECTURE.md")]`
        _ => A_SENTENCE,
    })
    .sum()
}

#[test]
fn a_silent_door_is_seen() {
    let says = "//! Whose time it is, and nothing else.\n";
    assert_eq!(complaints("src/a/mod.rs", "pub mod b;").len(), 1);
    assert_eq!(
        complaints("src/a/mod.rs", &format!("{says}pub mod b;")).len(),
        0
    );
    assert_eq!(
        complaints("src/a/mod.rs", &format!("{says}pub use b::*;")).len(),
        1
    );
    assert_eq!(
        complaints("src/a/b.rs", &format!("{says}pub use super::c::D;")).len(),
        1
    );
    assert_eq!(
        complaints("src/a/b.rs", &format!("{says}pub fn run() {{}}")).len(),
        1
    );
    assert_eq!(
        complaints("src/a/b.rs", &format!("{says}/// Runs.\npub fn run() {{}}")).len(),
        0
    );
}
