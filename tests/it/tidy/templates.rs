//! Every template has its page, and none does what a browser must be told not to allow.

use super::{files, nothing_wrong};
use std::collections::BTreeSet;

/// A letter carries its own style: the programs that show it load nothing.
const STYLED: [&str; 1] = ["templates/letters/"];

#[test]
fn every_template_is_used_and_every_template_asked_for_is_there() {
    let templates: Vec<(String, String)> =
        [files("templates", "html"), files("templates", "txt")].concat();
    let rust: Vec<String> = files("src", "rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    nothing_wrong(&strays(&templates, &rust));
}

#[test]
fn no_template_has_script_or_style_of_its_own_or_trusts_what_it_is_given() {
    let mut wrong = Vec::new();
    for (file, text) in [files("templates", "html"), files("templates", "txt")].concat() {
        wrong.extend(unsafe_in(&file, &text));
    }
    nothing_wrong(&wrong);
}

/// Templates that nobody draws, and asked ones that are not there.
fn strays(templates: &[(String, String)], rust: &[String]) -> Vec<String> {
    let mut wanted = BTreeSet::new();
    for text in rust {
        wanted.extend(after(text, "#[template(path = \""));
    }
    for (_, text) in templates {
        for tag in [
            "{% extends \"",
            "{% include \"",
            "{% import \"",
            "{%- extends \"",
            "{%- include \"",
        ] {
            wanted.extend(after(text, tag));
        }
    }
    let there: BTreeSet<String> = templates
        .iter()
        .map(|(file, _)| file.trim_start_matches("templates/").to_owned())
        .collect();
    // A layout may stand before the first page that uses it.
    let alone = there
        .difference(&wanted)
        .filter(|name| !name.starts_with("layouts/"));
    let unused = alone.map(|name| format!("{name} is drawn by nobody"));
    let missing = wanted
        .difference(&there)
        .map(|name| format!("{name} does not exist"));
    unused.chain(missing).collect()
}

fn after(text: &str, mark: &str) -> Vec<String> {
    let rests = text.split(mark).skip(1);
    rests
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

fn unsafe_in(file: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut say = |what: &str| wrong.push(format!("{file} has {what}"));
    let spaceless = text.replace(' ', "");
    if spaceless.contains("|safe") {
        say("|safe: what people typed would become HTML");
    }
    if spaceless.contains("={{") {
        say("an attribute without quotation marks around its value");
    }
    if text.contains("<style") && !STYLED.iter().any(|letter| file.starts_with(letter)) {
        say("a style of its own");
    }
    if text.contains(" style=") {
        say("a style attribute");
    }
    for script in text.split("<script").skip(1) {
        let inside = script
            .split_once('>')
            .and_then(|(_, rest)| rest.split_once("</script>"));
        let data = script
            .trim_start()
            .starts_with("type=\"application/ld+json\"");
        if inside.is_none_or(|(inside, _)| !inside.trim().is_empty()) && !data {
            say("a script of its own");
        }
    }
    if has_handler(text) {
        say("a handler attribute");
    }
    if text.contains("javascript:") {
        say("a link that is a script");
    }
    wrong
}

/// ` onclick="…`: an attribute whose name begins with `on`.
fn has_handler(text: &str) -> bool {
    text.split(" on").skip(1).any(|rest| {
        let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
        !name.is_empty() && rest[name.len()..].starts_with("=\"")
    })
}

#[test]
fn a_stray_and_an_unsafe_template_are_seen() {
    let templates = [
        (
            "templates/a.html".to_owned(),
            "{% extends \"base.html\" %}".to_owned(),
        ),
        ("templates/lost.html".to_owned(), String::new()),
    ];
    let rust = ["#[template(path = \"a.html\")]".to_owned()];
    let found = strays(&templates, &rust);
    assert_eq!(
        found,
        ["lost.html is drawn by nobody", "base.html does not exist"]
    );
    for text in [
        "{{ name|safe }}",
        "<a href={{ url }}>",
        "<p style=\"color: red\">",
        "<style>p{}</style>",
        "<script>go()</script>",
        "<button onclick=\"go()\">",
        "<a href=\"javascript:go()\">",
    ] {
        assert_eq!(unsafe_in("templates/a.html", text).len(), 1, "{text}");
    }
    let fine =
        "<script type=\"module\" src=\"{{ url }}\"></script><a href=\"{{ url }}\">on time</a>";
    assert_eq!(unsafe_in("templates/a.html", fine), Vec::<String>::new());
}
