//! What no real provider says. Each lie alone keeps somebody out; the same without a lie lets them in.

use super::{SIGN_IN, is_in, lines, set_out};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    provider::{Provider, word},
};
use omotenashi::base::clock::Clock;
use std::time::Duration;

const LIES: [&str; 23] = [
    "issuer",
    "nobody",
    "endless",
    "audience",
    "audiences",
    "party",
    "old",
    "stale",
    "future",
    "nonce",
    "nonceless",
    "unsigned",
    "key",
    "unknown",
    "public",
    "secret",
    "altered",
    "subject",
    "tokenless",
    "nonsense",
    "elsewhere",
    "flood",
    "slow",
];

fn brings(app: &TestApp, lie: &str) -> Page {
    app.clock().set(Clock::default().now());
    let browser = app.browser();
    let way = set_out(&browser.open(SIGN_IN), "Sign in with Aozora");
    let code = format!("{lie}~{}", word(&way, "nonce"));
    let query = [("code", code), ("state", word(&way, "state"))];
    let query = serde_urlencoded::to_string(query).unwrap();
    browser.open(&format!("/account/with/aozora/return?{query}"))
}

#[test]
fn no_lie_is_believed() {
    let Some(liar) = Provider::liar() else { return };
    let app = TestApp::start(TestOptions {
        now: Clock::default().now(),
        providers: vec![liar.settings()],
        patience: Duration::from_secs(2),
        ..TestOptions::default()
    });
    let honest = brings(&app, "truth");
    assert_eq!(
        (honest.status, honest.heading().as_str()),
        (200, "Create your account")
    );
    honest.press("Create account");
    assert!(is_in(&honest.browser));
    let before = told(&app);
    for lie in LIES {
        let page = brings(&app, lie);
        let expected = match lie {
            "flood" | "slow" => 503,
            _ => 422,
        };
        assert_eq!(page.status, expected, "{lie}: {}", page.text());
        assert!(!is_in(&page.browser), "{lie}");
        assert!(page.browser.cookie("oc_offer").is_none(), "{lie}");
        app.platform(|tx| {
            crate::support::sql::run(tx.conn(), "delete from platform.rate_limits");
            Ok(())
        });
    }
    assert_eq!(told(&app), before);
}

fn told(app: &TestApp) -> Vec<String> {
    lines(
        app,
        "select subject as line from accounts.identities union all select subject from accounts.identity_offers",
    )
}
