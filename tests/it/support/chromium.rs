//! The real browser, by WebDriver: what only it can tell (layout, scripts, keys, contrast). Everything else is asked
//! faster by `browser.rs`.

use super::{
    app::TestApp,
    browser::Browser,
    driver::{Command, Driver},
    html::Document,
    wait::wait_for,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, error::CmdError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{env, fs, io::Write, path::Path, time::Duration};

pub(super) const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// A window of the real browser, closed when this is dropped.
pub struct Chromium {
    client: Client,
    base: String,
    // Dropped after the window is closed.
    _driver: Driver,
}

impl Chromium {
    /// Opens a window of 1280 by 900. `None`, said aloud, where there is no driver and none is required.
    pub fn open(app: &TestApp) -> Option<Self> {
        Self::open_at(&app.url(""))
    }

    /// The same for a site that is reached by another address.
    pub fn open_at(base: &str) -> Option<Self> {
        let Some(driver) = Driver::start() else {
            missing("chromedriver");
            return None;
        };
        let options = json!({"args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=ja",
            "--window-size=1280,900", "--hide-scrollbars", "--force-prefers-reduced-motion",
            format!("--user-data-dir={}", driver.profile.path().display()),
        ]});
        let capabilities =
            json!({"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}});
        let address = driver.address.clone();
        let client = wait_for(async move {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.as_object().unwrap().clone())
                .connect(&address)
                .await
        });
        let opened = Self {
            client: client.unwrap(),
            base: base.to_owned(),
            _driver: driver,
        };
        opened.size(1280, 900);
        Some(opened)
    }

    /// Goes to a page.
    pub fn visit(&self, path: &str) -> &Self {
        let url = format!("{}{path}", self.base);
        self.ask(|client| async move { client.goto(&url).await });
        self
    }

    /// Whether a page comes at all, where there may be no network.
    pub fn comes(&self, path: &str) -> bool {
        let (client, url) = (self.client.clone(), format!("{}{path}", self.base));
        let there = "return Boolean(document.getElementById('main'))";
        let comes = wait_for(async move {
            // Of what a worker gives up the driver says nothing: the browser's own page is no page of ours.
            client.goto(&url).await.ok();
            client.execute(there, Vec::new()).await
        });
        comes.unwrap() == true
    }

    /// Goes to a page of another instance of the site.
    pub fn visit_at(&self, base: &str, path: &str) -> &Self {
        let url = format!("{base}{path}");
        self.ask(|client| async move { client.goto(&url).await });
        self
    }

    /// Presses the browser's arrow back.
    pub fn back(&self) -> &Self {
        self.ask(|client| async move { client.back().await });
        self
    }

    /// Takes over somebody's cookies, so that they need not sign in again here.
    pub fn as_of(&self, browser: &Browser) -> &Self {
        for (name, value) in browser.cookies() {
            let cookie = json!({"name": name, "value": value, "url": self.base, "httpOnly": true});
            self.devtools("Network.setCookie", cookie);
        }
        self
    }

    /// Forgets every cookie.
    pub fn forget(&self) -> &Self {
        // A page that still asks something would be given its cookies back with the answer.
        self.ask(|client| async move { client.goto("about:blank").await });
        self.devtools("Network.clearBrowserCookies", json!({}));
        self
    }

    /// Clicks the button, link or label with these words; scrolls there first, as people do.
    pub fn press(&self, words: &str) -> &Self {
        assert!(!words.contains('\''), "XPath has no escape");
        let exact = format!("normalize-space() = '{words}'");
        let within = format!("contains(normalize-space(), '{words}')");
        // A button is meant before a link of the same words, and the whole words before a part.
        let ways = [&exact, &within].map(|test| {
            let others = ["a", "summary", "label"].map(|name| format!("//{name}[{test}]"));
            [format!("//button[{test}]"), others.join(" | ")]
        });
        let words = words.to_owned();
        self.ask(move |client| async move {
            for round in 0..100 {
                // What is not there yet, or was just drawn anew, is looked for again, as eyes would.
                tokio::time::sleep(Duration::from_millis(round.min(50))).await;
                for way in ways.iter().flatten() {
                    match client.find(Locator::XPath(way)).await {
                        Err(_) => {}
                        Ok(found) => match found.click().await {
                            Err(error) if error.is_stale_element_reference() => {}
                            done => return done,
                        },
                    }
                }
            }
            panic!("nothing to press says {words:?}")
        });
        self
    }

    /// Types into a field in the place of what is there, or chooses an option by its value.
    pub fn fill(&self, name: &str, value: &str) -> &Self {
        let (name, value) = (name.to_owned(), value.to_owned());
        self.ask(move |client| async move {
            match put(&client, &name, &value).await {
                Err(error) if error.is_stale_element_reference() => {
                    put(&client, &name, &value).await
                }
                done => done,
            }
        });
        self
    }

    /// Types keys to whatever has the focus: `"\u{e004}"` is Tab, `"\u{e007}"` is Enter.
    pub fn keys(&self, keys: &str) -> &Self {
        let keys = keys.to_owned();
        self.ask(|client| async move {
            match client.active_element().await?.send_keys(&keys).await {
                // What was just drawn anew has the focus again, and nothing was typed yet.
                Err(error) if error.is_stale_element_reference() => {
                    client.active_element().await?.send_keys(&keys).await
                }
                done => done,
            }
        });
        self
    }

    /// Goes on inside the first page that stands within this one.
    pub fn within(&self) -> &Self {
        self.ask(|client| async move { client.enter_frame(0).await });
        self
    }

    /// Runs a script's body and gives back what it returns.
    pub fn execute(&self, script: &str) -> Value {
        let script = script.to_owned();
        self.ask(|client| async move { client.execute(&script, Vec::new()).await })
    }

    /// Waits until a script's expression is true; fails after half a minute, which a busy machine may need.
    pub fn until(&self, expression: &str) -> &Self {
        let script = format!("return Boolean({expression})");
        for _ in 0..600 {
            if self.execute(&script) == Value::Bool(true) {
                return self;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!(
            "never became true: {expression}; the page says {}",
            self.document().text()
        );
    }

    /// The page as it stands now, scripts' doings included.
    pub fn document(&self) -> Document {
        Document::new(&self.ask(|client| async move { client.source().await }))
    }

    /// Path and query of the page.
    pub fn path(&self) -> String {
        let url = self.ask(|client| async move { client.current_url().await });
        url.as_str().replacen(&self.base, "", 1)
    }

    /// The size of the window's inside, in CSS pixels.
    pub fn size(&self, width: u32, height: u32) -> &Self {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
        self
    }

    /// What the person's system prefers: `dark(true)` at night.
    pub fn dark(&self, dark: bool) -> &Self {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{"name": "prefers-color-scheme", "value": value}, {"name": "prefers-reduced-motion", "value": "reduce"}]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features}));
        self
    }

    /// Whether pages may run scripts, from the next page on.
    pub fn script(&self, on: bool) -> &Self {
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({"value": !on}),
        );
        self
    }

    /// Whether the page is wider than its window, which makes people scroll sideways.
    pub fn is_too_wide(&self) -> bool {
        self.execute(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth",
        ) == true
    }

    /// A picture of the whole page in `tests/it/seen/{name}.png`, for people to look at.
    pub fn picture(&self, name: &str) -> &Self {
        let shot = self.devtools(
            "Page.captureScreenshot",
            json!({"captureBeyondViewport": true}),
        );
        let bytes = STANDARD.decode(shot["data"].as_str().unwrap()).unwrap();
        let folder = Path::new(PROJECT).join("tests/it/seen");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
        self
    }

    /// What the browser itself complained of since the last time: scripts' errors, blocked styles, missing files.
    pub fn complaints(&self) -> Vec<String> {
        let command = Command::new("se/log", json!({"type": "browser"}));
        let lines = self.ask(|client| async move { client.issue_cmd(command).await });
        let lines = lines.as_array().unwrap().iter();
        lines.map(|line| line["message"].to_string()).collect()
    }

    /// What hands do: WebDriver's actions, such as those of a finger.
    pub fn actions(&self, actions: Value) -> &Self {
        let command = Command::new("actions", json!({"actions": actions}));
        self.ask(|client| async move { client.issue_cmd(command).await });
        self
    }

    pub fn devtools(&self, method: &str, params: Value) -> Value {
        let command = Command::new("goog/cdp/execute", json!({"cmd": method, "params": params}));
        self.ask(|client| async move { client.issue_cmd(command).await })
    }

    pub(super) fn ask<
        T: Send + 'static,
        F: Future<Output = Result<T, CmdError>> + Send + 'static,
    >(
        &self,
        work: impl FnOnce(Client) -> F,
    ) -> T {
        wait_for(work(self.client.clone())).unwrap()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let client = self.client.clone();
        // A window that is gone already is closed as well.
        wait_for(client.close()).ok();
    }
}

/// Finds a field and puts a value there.
async fn put(client: &Client, name: &str, value: &str) -> Result<(), CmdError> {
    let field = format!("[name='{name}']:not([type=hidden])");
    let field = client.find(Locator::Css(&field)).await?;
    let (tag, kind) = (field.tag_name().await?, field.attr("type").await?);
    match (tag.as_str(), kind.as_deref()) {
        ("select", _) => field.select_by_value(value).await,
        ("input", Some("radio" | "checkbox")) => {
            let chosen = format!("[name='{name}'][value='{value}']");
            click(client, client.find(Locator::Css(&chosen)).await?).await
        }
        // Typed keys go by the browser's locale there; the value does not.
        ("input", Some("date" | "time" | "color" | "range")) => {
            let set = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))";
            let field = serde_json::to_value(&field).unwrap();
            client
                .execute(set, vec![field, value.into()])
                .await
                .map(drop)
        }
        _ => {
            field.clear().await?;
            field.send_keys(value).await
        }
    }
}

/// A box that is drawn by its label cannot be hit itself.
async fn click(client: &Client, field: Element) -> Result<(), CmdError> {
    let element = serde_json::to_value(&field).unwrap();
    client
        .execute("arguments[0].click()", vec![element])
        .await
        .map(drop)
}

/// Fails where a browser is required, else says loudly that nothing was tried.
pub fn missing(what: &str) {
    let required = env::var_os("OC_REQUIRE_BROWSER").is_some_and(|value| value == "1");
    assert!(!required, "{what} is missing");
    // Not by a macro: what those print is shown of failed tests only.
    let line = format!("skipped: {what} is missing\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

#[cfg(test)]
mod tests {
    use super::Chromium;
    use crate::support::app::{TestApp, TestOptions};

    #[test]
    fn a_page_is_seen_pressed_and_judged_in_the_real_browser() {
        let app = TestApp::start(TestOptions::default());
        let Some(window) = Chromium::open(&app) else {
            return;
        };
        window
            .visit("/ja/account/sign-in")
            .fill("email", "nobody@example.com");
        window.fill("password", "wrong").press("ログインする");
        window.until("document.getElementById('errors')");
        assert_eq!(window.path(), "/ja/account/sign-in");
        assert_eq!(window.document().errors().len(), 1);
        assert_eq!(window.document().field("email").value, "nobody@example.com");
        assert!(!window.size(360, 740).picture("sign-in").is_too_wide());
        window.execute("document.querySelector('main').innerHTML += '<img src=\"/nothing.png\"><p style=\"width: 900px\">x</p>'");
        assert!(window.is_too_wide() || !window.complaints().is_empty());
        let found = window.violations();
        assert!(
            found.iter().any(|line| line.contains("image-alt")),
            "{found:?}"
        );
    }

    #[test]
    fn night_and_missing_scripts_can_be_tried() {
        let app = TestApp::start(TestOptions::default());
        let Some(window) = Chromium::open(&app) else {
            return;
        };
        let ink = "return getComputedStyle(document.body).color";
        let by_day = window.visit("/ja").execute(ink);
        let by_night = window.dark(true).execute(ink);
        assert_ne!(by_day, by_night);
        let focused = || window.execute("return document.activeElement.id");
        let wrong = || {
            window.visit("/en/account/sign-in").press("Sign in");
            // The press returns when the browser has begun to send, which on a busy machine is not yet an answer.
            let answered = (0..100).any(|_| {
                std::thread::sleep(std::time::Duration::from_millis(100));
                !window.document().errors().is_empty()
            });
            assert!(answered);
        };
        wrong();
        assert_eq!(
            focused(),
            "errors",
            "a script takes people to what is wrong"
        );
        window.script(false);
        wrong();
        assert_ne!(focused(), "errors");
    }
}
