//! Providers of identities, as processes of their own: a real one (oidc-provider, certified), at whose own pages people
//! sign in and agree; and one that speaks the protocol and lies.

use super::{browser::Browser, chromium::missing};
use omotenashi::oidc::{Algorithm, SecretIn, Settings};
use reqwest::Url;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Lines, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

const TOOLS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tools");
/// What the site is to them.
pub const CLIENT: &str = "omotenashi";
const SECRET: &str = "a secret between the two, long enough for HS256";

/// A provider that runs until this is dropped.
pub struct Provider {
    /// Its address.
    pub issuer: String,
    process: Child,
    orders: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Provider {
    /// The real one. `None`, said aloud, where Node or its packages are missing and nobody requires them.
    pub fn start() -> Option<Self> {
        Self::run("provider.mjs", &[])
    }

    /// The one that lies.
    pub fn liar() -> Option<Self> {
        Self::run("liar.mjs", &[CLIENT, SECRET])
    }

    fn run(script: &str, arguments: &[&str]) -> Option<Self> {
        let package = Path::new(TOOLS).join("node_modules/oidc-provider");
        let started = Command::new("node")
            .arg(Path::new(TOOLS).join("oidc").join(script))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let (true, Ok(mut process)) = (package.exists(), started) else {
            missing("node with oidc-provider (make tools/node_modules/.package-lock.json)");
            return None;
        };
        let orders = process.stdin.take().unwrap();
        let mut answers = BufReader::new(process.stdout.take().unwrap()).lines();
        let first: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        Some(Self {
            issuer: first["issuer"].as_str().unwrap().to_owned(),
            process,
            orders,
            answers,
        })
    }

    /// How the site is told of it.
    pub fn settings(&self) -> Settings {
        Settings {
            name: "aozora".to_owned(),
            label: "Aozora".to_owned(),
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            client_secret: SECRET.to_owned(),
            algorithms: vec![Algorithm::Rs256, Algorithm::Es256],
            secret_in: None,
        }
    }

    /// How the site is told of one that does as LINE does.
    pub fn like_line(&self) -> Settings {
        Settings {
            algorithms: vec![Algorithm::Hs256],
            secret_in: Some(SecretIn::Body),
            ..self.settings()
        }
    }

    /// Begins, or begins anew with new keys: `extra` is how this client is known there beside the usual, `accounts` who
    /// has one there, by what they sign in with.
    pub fn begin(&mut self, site: &str, extra: &Value, accounts: &Value) {
        let mut client = json!({
            "client_id": CLIENT,
            "client_secret": SECRET,
            "redirect_uris": [format!("{site}/account/with/aozora/return")],
        });
        for (name, value) in extra.as_object().into_iter().flatten() {
            client[name] = value.clone();
        }
        self.order(&json!({"client": client, "accounts": accounts, "claims_in_token": extra["id_token_signed_response_alg"] == "HS256"}));
    }

    /// From now on it answers so late.
    pub fn delay(&mut self, milliseconds: u64) {
        self.order(&json!({"delay": milliseconds}));
    }

    /// It is gone.
    pub fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    fn order(&mut self, order: &Value) {
        writeln!(self.orders, "{order}").unwrap();
        let answer = self.answers.next().unwrap().unwrap();
        assert_eq!(answer, r#"{"done":true}"#);
    }

    /// Somebody signs in at its own page and agrees; gives where it sends them then.
    pub fn agree(&self, way: &str, login: &str) -> String {
        let page = Browser::new(&self.issuer).open(&path(way));
        let named = page.fill("login", login).fill("password", "theirs");
        let asked = named.press("Sign-in");
        sent_back(asked.press("Continue").header("location"))
    }

    /// Somebody looks at its page and goes back.
    pub fn deny(&self, way: &str) -> String {
        let page = Browser::new(&self.issuer).open(&path(way));
        sent_back(page.follow("Cancel").header("location"))
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Path and query of a whole address.
pub fn path(url: &str) -> String {
    let url = Url::parse(url).unwrap();
    format!("{}?{}", url.path(), url.query().unwrap_or_default())
}

/// One word of an address's query.
pub fn word(url: &str, name: &str) -> String {
    let url = Url::parse(url).unwrap();
    let mut words = url.query_pairs();
    let found = words.find(|(known, _)| known == name);
    found
        .unwrap_or_else(|| panic!("no {name} in {url}"))
        .1
        .into_owned()
}

fn sent_back(location: Option<&str>) -> String {
    path(location.expect("sent back to the site"))
}
