//! What a browser calls itself, said so that its owner knows it again: "Chrome, Windows". No parser of such names is kept
//! up to date in a crate of its own, and nothing depends on it: a name that is not known is said to be unknown.

use crate::i18n::Words;
use actix_web::HttpRequest;

/// The browser and the system, as their makers call them; `None` where the name tells nothing.
pub fn device(user_agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    let first = |known: &[(&str, &'static str)]| {
        known
            .iter()
            .find(|(part, _)| user_agent.contains(part))
            .map(|(_, name)| *name)
    };
    (first(&BROWSERS), first(&SYSTEMS))
}

/// The browser that sends this, said.
pub fn of(request: &HttpRequest, t: Words) -> String {
    let agent = request.headers().get("user-agent");
    name(
        agent
            .and_then(|agent| agent.to_str().ok())
            .unwrap_or_default(),
        t,
    )
}

/// A browser, said.
pub fn name(user_agent: &str, t: Words) -> String {
    match device(user_agent) {
        (Some(browser), Some(system)) => t.accounts_session_device(browser, system),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => t.accounts_session_unknown(),
    }
}

/// Others call themselves Chrome and Safari as well, so those come last.
const BROWSERS: [(&str, &str); 10] = [
    (" Line/", "LINE"),
    ("YJApp", "Yahoo! JAPAN"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// An Android tablet names Linux, an iPhone names Mac OS X.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];
