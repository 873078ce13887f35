//! Nothing longer than a reader keeps in mind: 400 lines a file, 70 a function, 5 parameters.

use super::{files, nothing_wrong};
use proc_macro2::Span;
use syn::{ImplItemFn, ItemFn, Signature, spanned::Spanned, visit::Visit};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 70;
const PARAMETERS: usize = 5;

/// Written by a program, and read by nobody.
const GENERATED: [&str; 2] = ["src/schema/generated/", "tests/it/golden/"];

/// Too long as they are. Whoever divides one takes it away here.
const OWED: [&str; 0] = [];

#[test]
fn no_file_and_no_function_is_too_long() {
    let mut wrong = Vec::new();
    for (folder, extension) in [
        ("src", "rs"),
        ("build", "rs"),
        ("tests", "rs"),
        ("migrations", "sql"),
        ("templates", "html"),
        ("static", "css"),
        ("static", "js"),
    ] {
        for (file, text) in files(folder, extension) {
            if !GENERATED.iter().any(|path| file.starts_with(path)) {
                wrong.extend(too_long(&file, &text));
            }
        }
    }
    let owed = |complaint: &&String| {
        OWED.iter()
            .any(|file| complaint.starts_with(&format!("{file} has")))
    };
    let (paying, new): (Vec<_>, Vec<_>) = wrong.into_iter().partition(|complaint| owed(&complaint));
    nothing_wrong(&new);
    assert_eq!(
        paying.len(),
        OWED.len(),
        "paid; take it off the list: {paying:?}"
    );
}

fn too_long(file: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let lines = text.lines().count();
    if lines > FILE_LINES {
        wrong.push(format!(
            "{file} has {lines} lines; divide it by what it knows"
        ));
    }
    if file.ends_with(".rs") {
        let lines = text.lines().map(str::trim).collect();
        let mut seen = Functions {
            lines,
            wrong: Vec::new(),
        };
        seen.visit_file(&syn::parse_file(text).unwrap());
        wrong.extend(seen.wrong.into_iter().map(|long| format!("{file}: {long}")));
    }
    wrong
}

struct Functions<'a> {
    lines: Vec<&'a str>,
    wrong: Vec<String>,
}

impl Functions<'_> {
    /// Counts as clippy does: what is between the braces, without comments and empty lines.
    fn measure(&mut self, signature: &Signature, body: Span) {
        let name = &signature.ident;
        // A body on one line holds nothing between its lines.
        let inside = self.lines.get(body.start().line..body.end().line - 1);
        let inside = inside.unwrap_or_default();
        let lines = inside
            .iter()
            .filter(|line| !line.is_empty() && !line.starts_with("//"))
            .count();
        if lines > FUNCTION_LINES {
            self.wrong.push(format!("{name} has {lines} lines"));
        }
        let count = signature.inputs.len();
        if count > PARAMETERS {
            self.wrong
                .push(format!("{name} takes {count}; give them a name together"));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.measure(&function.sig, function.block.span());
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.measure(&function.sig, function.block.span());
        syn::visit::visit_impl_item_fn(self, function);
    }
}

#[test]
fn what_is_too_long_is_seen() {
    let of = |lines| {
        format!(
            "impl A {{ fn run() {{{}\n\n// why\n}} }}",
            "\nx();".repeat(lines)
        )
    };
    assert_eq!(too_long("a.rs", &of(71)), ["a.rs: run has 71 lines"]);
    assert!(too_long("a.rs", &of(70)).is_empty());
    let wide = "fn ask(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) {}";
    assert_eq!(
        too_long("a.rs", wide),
        ["a.rs: ask takes 6; give them a name together"]
    );
    assert_eq!(too_long("a.css", &"a{}\n".repeat(401)).len(), 1);
    assert!(too_long("a.css", &"a{}\n".repeat(400)).is_empty());
}
