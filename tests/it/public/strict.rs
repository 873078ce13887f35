//! What holds for every page that a guest sees, whatever it is about: asked by everybody who opens one.

use crate::support::{app::TestApp, browser::Page};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// The most a page weighs: its HTML as it is written, and all that comes with it but photos as it is sent (UX 10.3).
const HEAVIEST: usize = 60 * 1024;

/// Looks a page over and gives it back.
pub trait Strict {
    /// Fails when the page breaks a rule that all pages keep.
    fn strict(self) -> Self;
}

impl Strict for Page {
    fn strict(self) -> Self {
        assert!(
            self.status < 500 || self.status == 503,
            "{} answered {}: {}",
            self.url,
            self.status,
            self.text()
        );
        assert!(!self.html.is_empty(), "{} is empty", self.url);
        assert!(
            self.html.len() <= HEAVIEST,
            "{} has {} bytes",
            self.url,
            self.html.len()
        );
        let strangers = elsewhere(&self.html);
        assert!(strangers.is_empty(), "{} names {strangers:?}", self.url);
        let page = self.document();
        assert_eq!(page.all("h1").len(), 1, "{} has one heading", self.url);
        let lang = page.attribute("html", "lang").unwrap_or_default();
        let asked = self.url.get(1..3).unwrap_or_default();
        assert_eq!(lang, asked, "{} speaks the language asked for", self.url);
        for words in [
            "{ $",
            "{$",
            "booking-",
            "ui-",
            "businesses-",
            "errors-",
            "None",
            "Some(",
        ] {
            assert!(
                !self.text().contains(words),
                "{} shows its inside: {words}",
                self.url
            );
        }
        self
    }
}

/// The bytes that come over the line with a page opened cold: itself, style, script and drawings of the frame, gzipped.
pub fn weight(app: &TestApp, page: &Page) -> usize {
    let mut paths: Vec<String> = Vec::new();
    let document = page.document();
    for (selector, attribute) in [
        ("link[rel=stylesheet], link[rel=icon]", "href"),
        ("script[src]", "src"),
        ("img[src$='.svg']", "src"),
    ] {
        let found = document.all(selector).into_iter();
        paths.extend(found.filter_map(|one| one.attr(attribute).map(str::to_owned)));
    }
    paths.sort();
    paths.dedup();
    let sent = paths.iter().map(|path| {
        let file = app.browser().visit(path);
        assert_eq!(file.status, 200, "{path} is there");
        gzipped(&file.html)
    });
    gzipped(&page.html) + sent.sum::<usize>()
}

fn gzipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// Hosts that a source names, but for the test's own server and XML namespaces.
fn elsewhere(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sign in ["http://", "https://", "=\"//", "url(//"] {
        for (at, _) in source.match_indices(sign) {
            let rest = &source[at + sign.len()..];
            let host: String = rest
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || ".-:".contains(*letter))
                .collect();
            if !host.starts_with("127.0.0.1:") && host != "www.w3.org" {
                found.push(host);
            }
        }
    }
    found
}

#[test]
fn a_stranger_on_a_page_is_seen() {
    let page = r#"<a href="http://127.0.0.1:80/ja"><svg xmlns="http://www.w3.org/2000/svg"><script src="//cdn.example/x.js">
        <img src="https://tracker.example/p">"#;
    assert_eq!(elsewhere(page), ["tracker.example", "cdn.example"]);
}
