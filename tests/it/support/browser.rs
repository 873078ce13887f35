//! A person with a browser and no script: cookies, links, forms read from the page before they are sent, so that the
//! form's key is the real one.

use super::{
    form::{self, Wish},
    html::{Document, Field},
    wait::wait_for,
};
use reqwest::{
    Client, Method, Response, Url,
    header::{HeaderMap, SET_COOKIE},
    redirect::Policy,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, Mutex},
    time::Duration,
};

/// Never follows by itself, uses no proxy, and keeps no connection: the next test's server may get the same port.
static CLIENT: LazyLock<Client> = LazyLock::new(|| {
    // The product's own client may have chosen it before; ours needs one too, although it never speaks TLS.
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .pool_max_idle_per_host(0)
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap()
});

/// So many pages may send somebody on before it is called a circle.
const LONGEST_WAY: usize = 5;

/// One person's browser. A clone is another tab of the same one.
#[derive(Clone)]
pub struct Browser {
    base: String,
    headers: BTreeMap<String, String>,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
}

/// An answer, and the browser it came to.
#[derive(Clone)]
pub struct Page {
    pub status: u16,
    /// Path and query.
    pub url: String,
    pub html: String,
    /// What came, byte by byte: for what is no text.
    pub bytes: Vec<u8>,
    pub headers: HeaderMap,
    pub browser: Browser,
}

/// A form half filled in.
#[derive(Clone)]
pub struct Filling<'a> {
    page: &'a Page,
    wishes: Vec<(String, Wish)>,
}

impl Browser {
    /// Somebody who has never been here.
    pub fn new(base: &str) -> Self {
        Self {
            base: base.to_owned(),
            headers: BTreeMap::new(),
            cookies: Arc::default(),
        }
    }

    /// The same person, sending this header with everything.
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.insert(name.to_owned(), value.to_owned());
        other
    }

    /// Asks for a page, and looks at the very first answer.
    pub fn visit(&self, path: &str) -> Page {
        self.send(Method::GET, path, None)
    }

    /// Asks for a page and follows wherever it sends.
    pub fn open(&self, path: &str) -> Page {
        self.visit(path).settled()
    }

    /// Sends a form that no page has drawn: what an attacker or a broken browser would send.
    pub fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let body = serde_urlencoded::to_string(pairs).unwrap();
        self.send(Method::POST, path, Some(body.into_bytes()))
    }

    /// Any method, with or without the body of a form.
    pub fn send(&self, method: Method, path: &str, body: Option<Vec<u8>>) -> Page {
        let url = format!("{}{path}", self.base);
        let mut request = CLIENT.request(method.clone(), url);
        if !matches!(method, Method::GET | Method::HEAD) {
            // What a browser says of a form of the same site.
            request = request
                .header("origin", &self.base)
                .header("sec-fetch-site", "same-origin");
        }
        if let Some(body) = body {
            let kind = "application/x-www-form-urlencoded";
            request = request.header("content-type", kind).body(body);
        }
        let cookies = self.cookie_line();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies);
        }
        let mut request = request.build().unwrap();
        for (name, value) in &self.headers {
            // In the place of what is said above, not beside it.
            let name: reqwest::header::HeaderName = name.parse().unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        let (status, headers, bytes) = wait_for(async move {
            let answer: Response = CLIENT.execute(request).await.unwrap();
            let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
            let bytes = answer.bytes().await.unwrap();
            (status, headers, bytes.to_vec())
        });
        self.keep_cookies(&headers);
        Page {
            status,
            url: path.to_owned(),
            html: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
            headers,
            browser: self.clone(),
        }
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie there, as another tab, an attacker or a backup would.
    pub fn set_cookie(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Every cookie, name and value.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.lock().unwrap().clone()
    }

    fn cookie_line(&self) -> String {
        let cookies = self.cookies.lock().unwrap();
        let pairs: Vec<String> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        pairs.join("; ")
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().unwrap();
        for line in headers.get_all(SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if rest.to_lowercase().contains("max-age=0") {
                cookies.remove(name.trim());
            } else {
                cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
    }
}

impl Page {
    /// Follows until a page answers for itself; what leads to another site is not followed.
    pub fn settled(self) -> Self {
        let mut page = self;
        for _ in 0..LONGEST_WAY {
            match page.location() {
                Some(path) => page = page.browser.visit(&path),
                None => return page,
            }
        }
        panic!("sent on and on, at last to {}", page.url);
    }

    /// Where this answer sends, as a path of this site.
    pub fn location(&self) -> Option<String> {
        if !(300..400).contains(&self.status) {
            return None;
        }
        let location = self.header("location")?;
        let base = Url::parse(&self.browser.base).unwrap();
        let there = base.join(&self.url).unwrap().join(location).unwrap();
        (there.origin() == base.origin()).then(|| path_of(&there))
    }

    /// Clicks a link.
    pub fn follow(&self, text: &str) -> Self {
        let href = self.link(text);
        self.browser.open(&self.join(&href))
    }

    /// Types into a field, or chooses an option by its value.
    pub fn fill(&self, field: &str, value: &str) -> Filling<'_> {
        self.form().fill(field, value)
    }

    /// The forms of this page, nothing typed yet.
    pub fn form(&self) -> Filling<'_> {
        Filling {
            page: self,
            wishes: Vec::new(),
        }
    }

    /// Presses a button with nothing typed, and follows.
    pub fn press(&self, button: &str) -> Self {
        self.form().press(button)
    }

    /// The innermost element of a selector whose words hold `text`, as a page of its own: one row of a list.
    pub fn part(&self, selector: &str, text: &str) -> Self {
        let html = self.document().part(selector, text);
        Self {
            html: format!("<main>{html}</main>"),
            ..self.clone()
        }
    }

    pub fn document(&self) -> Document {
        Document::new(&self.html)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn heading(&self) -> String {
        self.document().heading()
    }

    pub fn text(&self) -> String {
        self.document().text()
    }

    pub fn error(&self, field: &str) -> Option<String> {
        self.document().error(field)
    }

    pub fn errors(&self) -> Vec<String> {
        self.document().errors()
    }

    pub fn flash(&self) -> Option<String> {
        self.document().flash()
    }

    pub fn link(&self, text: &str) -> String {
        self.document().link(text)
    }

    pub fn rows(&self) -> Vec<Vec<String>> {
        self.document().rows()
    }

    pub fn field(&self, name: &str) -> Field {
        self.document().field(name)
    }

    /// An address on this page as a path of the site.
    fn join(&self, href: &str) -> String {
        let base = Url::parse(&self.browser.base).unwrap();
        let there = base.join(&self.url).unwrap().join(href).unwrap();
        assert_eq!(there.origin(), base.origin(), "{href} leads away");
        path_of(&there)
    }
}

impl Filling<'_> {
    /// Types into a field, or chooses an option by its value.
    pub fn fill(mut self, field: &str, value: &str) -> Self {
        self.wishes
            .push((field.to_owned(), Wish::Fill(value.to_owned())));
        self
    }

    /// Ticks a box by its value.
    pub fn tick(mut self, field: &str, value: &str) -> Self {
        self.wishes
            .push((field.to_owned(), Wish::Tick(value.to_owned())));
        self
    }

    /// Takes the ticks of a field away.
    pub fn untick(mut self, field: &str) -> Self {
        self.wishes.push((field.to_owned(), Wish::Untick));
        self
    }

    /// Presses a button and follows wherever the answer sends.
    pub fn press(&self, button: &str) -> Page {
        self.send(button).settled()
    }

    /// Presses a button and looks at the very first answer. May be done again: a second click, a reload.
    pub fn send(&self, button: &str) -> Page {
        let sending = form::press(&self.page.document(), button, &self.wishes);
        let body = serde_urlencoded::to_string(&sending.pairs).unwrap();
        let path = self.page.join(&sending.action);
        let browser = &self.page.browser;
        if sending.method == "post" {
            return browser.send(Method::POST, &path, Some(body.into_bytes()));
        }
        let path = path.split('?').next().unwrap_or_default();
        browser.visit(&format!("{path}?{body}"))
    }
}

fn path_of(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}
