//! A site for which browsers make keys, and a window on a device that holds them.

use super::{
    app::{TestApp, TestOptions},
    chromium::Chromium,
    people::{Cast, Person},
};
use serde_json::json;

/// A site with a name: for a number no browser makes keys.
pub fn house() -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions {
        host: "localhost",
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    (app, cast)
}

/// A window on a device that has no key yet and knows its owner, and the name of that device.
pub fn window(app: &TestApp) -> Option<(Chromium, String)> {
    let window = Chromium::open(app)?;
    window.devtools("WebAuthn.enable", json!({}));
    let device = window.devtools(
        "WebAuthn.addVirtualAuthenticator",
        json!({"options": {
            "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true,
        }}),
    );
    let device = device["authenticatorId"].as_str().unwrap().to_owned();
    Some((window, device))
}

/// The device gets a key of somebody's account.
pub fn add(app: &TestApp, window: &Chromium, person: &Person) {
    window.as_of(&person.sign_in(app));
    window
        .visit("/ja/account/second-factor")
        .press("パスキーを追加する");
    heading(window, "リカバリーコード");
}

/// Waits for a page with this heading.
pub fn heading(window: &Chromium, words: &str) {
    window.until(&format!(
        "document.querySelector('h1')?.textContent.trim() === '{words}'"
    ));
}

/// From here on no script of the window sends a form; buttons do. [`answer`] reads what would have been sent.
pub fn hold_back(window: &Chromium) {
    window.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({"source": "HTMLFormElement.prototype.submit = () => {}"}),
    );
}

/// What the key has signed on this page: ticket and answer.
pub fn answer(window: &Chromium) -> (String, String) {
    window.until("document.querySelector('[name=answer]')?.value");
    let value = |name: &str| {
        let read = window.execute(&format!(
            "return document.querySelector('[name={name}]').value"
        ));
        read.as_str().unwrap().to_owned()
    };
    (value("ticket"), value("answer"))
}
