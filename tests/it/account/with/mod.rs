//! Coming in by way of a provider: a real one, at whose own pages people sign in, and one that lies.

mod binding;
mod coming_in;
mod lies;
mod linking;
mod looks;
mod settings;
mod trouble;

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    provider::Provider,
    sql,
};
use omotenashi::{base::clock::Clock, oidc::Settings};
use serde_json::{Value, json};

const SIGN_IN: &str = "/en/account/sign-in";
const IDENTITIES: &str = "/en/account/identities";

/// A site and its provider.
struct Stage {
    app: TestApp,
    provider: Provider,
}

/// Who has an account at the provider.
fn accounts() -> Value {
    json!({
        "fumi-7": {"email": "fumi@example.com", "email_verified": true, "name": "勅使河原 ふみ"},
        "gen-8": {"email": "gen@example.com", "email_verified": false, "name": "Gen"},
        "like-daichi": {"email": "daichi@example.com", "email_verified": true, "name": "Daichi?"},
        "unproved-daichi": {"email": "daichi@example.com", "email_verified": false, "name": "Daichi?"},
        "silent": {},
    })
}

fn stage() -> Option<Stage> {
    staged(Provider::settings, &json!({}))
}

/// A site with a provider that knows it in a particular way.
fn staged(settings: impl Fn(&Provider) -> Settings, client: &Value) -> Option<Stage> {
    let mut provider = Provider::start()?;
    let app = site(vec![settings(&provider)]);
    provider.begin(&app.url(""), client, &accounts());
    Some(Stage { app, provider })
}

/// A site whose clock shows what the provider's does.
fn site(providers: Vec<Settings>) -> TestApp {
    TestApp::start(TestOptions {
        now: Clock::default().now(),
        providers,
        ..TestOptions::default()
    })
}

impl Stage {
    /// Presses the provider's button; gives where the page then leads.
    fn way(&self, browser: &Browser) -> String {
        set_out(&browser.open(SIGN_IN), "Sign in with Aozora")
    }

    /// The whole way, up to the page that the site shows then.
    fn comes(&self, browser: &Browser, login: &str) -> Page {
        self.tick();
        let back = self.provider.agree(&self.way(browser), login);
        self.tick();
        browser.open(&back)
    }

    /// The site's clock shows again what the provider's does.
    fn tick(&self) {
        self.app.clock().set(Clock::default().now());
    }

    /// Somebody comes for the first time and makes an account.
    fn moves_in(&self, login: &str) -> Browser {
        let browser = self.app.browser();
        let page = self.comes(&browser, login);
        assert_eq!(page.press("Create account").status, 200);
        browser
    }

    fn lines(&self, sql: &'static str) -> Vec<String> {
        lines(&self.app, sql)
    }

    fn linked(&self) -> Vec<String> {
        self.lines(
            "select u.email || ' ' || i.subject as line from accounts.identities i join accounts.users u on u.id = user_id",
        )
    }
}

/// Presses the provider's button on a page that has it.
fn set_out(page: &Page, button: &str) -> String {
    let going = page.form().send(button);
    assert_eq!(going.status, 200, "{}", going.text());
    assert_eq!(going.heading(), "Taking you to Aozora");
    going.link("Continue to Aozora")
}

fn lines(app: &TestApp, sql: &'static str) -> Vec<String> {
    app.platform(move |tx| Ok(sql::lines(tx.conn(), sql)))
}

fn is_in(browser: &Browser) -> bool {
    browser.visit("/en/account/sessions").status == 200
}
