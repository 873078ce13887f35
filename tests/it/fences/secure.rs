//! The site as people reach it by https (ASVS 3.3, 3.4): its cookies, and what every answer tells a browser.

use crate::{
    every_route::{ROUTES, address},
    support::{
        app::{TestApp, TestOptions},
        people::{Cast, PASSWORD},
    },
};
use std::collections::BTreeSet;

fn by_https() -> TestApp {
    TestApp::start(TestOptions {
        https: true,
        ..TestOptions::default()
    })
}

#[test]
fn every_cookie_is_for_https_and_for_this_host_alone() {
    let app = by_https();
    Cast::of(&app);
    let browser = app.browser();
    let origin = app.url("").replace("http://", "https://");
    let browser = browser.with_header("origin", &origin);
    let inside = browser.post(
        "/ja/account/sign-in",
        &[("email", "aoi@example.com"), ("password", PASSWORD)],
    );
    assert_eq!(inside.status, 303);
    let mut names = Vec::new();
    for line in inside.headers.get_all("set-cookie") {
        let line = line.to_str().unwrap();
        let rules: BTreeSet<String> = line.split("; ").skip(1).map(str::to_lowercase).collect();
        for rule in ["secure", "httponly", "samesite=lax", "path=/"] {
            assert!(rules.contains(rule), "{rule}: {line}");
        }
        assert!(
            !rules.iter().any(|rule| rule.starts_with("domain")),
            "{line}"
        );
        names.push(line.split('=').next().unwrap().to_owned());
    }
    assert!(
        names.iter().all(|name| name.starts_with("__Host-")),
        "{names:?}"
    );
    assert!(names.contains(&"__Host-oc".to_owned()));
}

#[test]
fn every_answer_says_to_come_by_https_only_and_lets_no_other_site_read_it() {
    let app = by_https();
    let cast = Cast::of(&app);
    let evil = app.browser().with_header("origin", "https://evil.example");
    let mut answers: Vec<_> = ROUTES
        .iter()
        .filter(|(method, ..)| *method != "HEAD")
        .map(|(method, path, _)| {
            evil.send(method.parse().unwrap(), &address(path, "ja", &cast), None)
        })
        .collect();
    for path in ["/nothing", "/ja/b/nobody", "/static/0/site.css"] {
        answers.push(evil.visit(path));
    }
    answers.push(evil.send("TRACE".parse().unwrap(), "/ja", None));
    answers.push(evil.with_header("host", "evil.example").visit("/ja"));
    let mut numbers = BTreeSet::new();
    for answer in &answers {
        let said = answer
            .header("strict-transport-security")
            .unwrap_or_default();
        assert_eq!(
            said, "max-age=31536000; includeSubDomains",
            "{}",
            answer.url
        );
        assert!(
            answer.header("access-control-allow-origin").is_none(),
            "{}",
            answer.url
        );
        assert!(answer.header("server").is_none() && answer.header("x-powered-by").is_none());
        let policy = answer.header("content-security-policy").unwrap_or_default();
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{} lacks {part}", answer.url);
        }
        assert!(
            !policy.contains("unsafe") && !policy.contains('*'),
            "{policy}"
        );
        numbers.insert(answer.header("x-request-id").unwrap().to_owned());
    }
    assert_eq!(numbers.len(), answers.len(), "each has its own number");
    let plain = TestApp::start(TestOptions::default())
        .browser()
        .visit("/ja");
    assert!(plain.header("strict-transport-security").is_none());
}
