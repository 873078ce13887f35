//! The providers as the environment names them: `OC_OIDC=line,google,company` and, for each, `OC_OIDC_LINE_CLIENT_ID`
//! and so on. What is the same for everybody who uses LINE or Google need not be set.

use std::fmt;

/// How an ID token may be signed. `none` is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// RSA.
    Rs256,
    /// Elliptic curves.
    Es256,
    /// The client's secret itself. Only where it is asked for by name: LINE signs so what a web page gets.
    Hs256,
}

/// Where the client's secret is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretIn {
    /// As the standard prefers it.
    Header,
    /// Where a provider takes it nowhere else.
    Body,
}

/// One provider.
#[derive(Clone, PartialEq, Eq)]
pub struct Settings {
    /// Its name in addresses and variables, in small letters.
    pub name: String,
    /// Its name on buttons.
    pub label: String,
    /// Its address, to the letter.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// What proves that it is us.
    pub client_secret: String,
    /// How its tokens may be signed.
    pub algorithms: Vec<Algorithm>,
    /// Where the secret goes; `None` is as its own document says.
    pub secret_in: Option<SecretIn>,
}

impl fmt::Debug for Settings {
    /// Without the secret: settings are printed when something is wrong with them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// What is known of a provider by its name alone.
struct Preset {
    name: &'static str,
    label: &'static str,
    issuer: &'static str,
    algorithms: &'static str,
    secret_in: Option<&'static str>,
}

const PRESETS: [Preset; 2] = [
    Preset {
        name: "line",
        label: "LINE",
        issuer: "https://access.line.me",
        algorithms: "HS256",
        secret_in: Some("body"),
    },
    Preset {
        name: "google",
        label: "Google",
        issuer: "https://accounts.google.com",
        algorithms: "RS256",
        secret_in: None,
    },
];

/// A variable that cannot be used, and why.
pub type Complaint = (String, String);

/// Reads all of them from a source of variables. `strict` demands https, as a site that is reached by https does.
pub fn read(
    variable: &dyn Fn(&str) -> Option<String>,
    strict: bool,
) -> Result<Vec<Settings>, Vec<Complaint>> {
    let names = variable("OC_OIDC").unwrap_or_default();
    let mut reader = Reader {
        variable,
        complaints: Vec::new(),
    };
    let mut found: Vec<Settings> = Vec::new();
    for name in names.split(',').map(str::trim).filter(|n| !n.is_empty()) {
        let is_word = name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        if !is_word || found.iter().any(|known| known.name == name) {
            let why = format!("{name:?} must be small letters and digits, and stand there once");
            reader.complaints.push(("OC_OIDC".to_owned(), why));
            continue;
        }
        let settings = reader.provider(name, strict);
        if found.iter().any(|known| known.issuer == settings.issuer) {
            reader.complain(name, "ISSUER", "is another provider's already");
        }
        found.push(settings);
    }
    if reader.complaints.is_empty() {
        Ok(found)
    } else {
        Err(reader.complaints)
    }
}

struct Reader<'a> {
    variable: &'a dyn Fn(&str) -> Option<String>,
    complaints: Vec<Complaint>,
}

impl Reader<'_> {
    fn provider(&mut self, name: &str, strict: bool) -> Settings {
        let preset = PRESETS.iter().find(|preset| preset.name == name);
        let settings = Settings {
            label: self.text(name, "LABEL", preset.map(|preset| preset.label)),
            issuer: self.text(name, "ISSUER", preset.map(|preset| preset.issuer)),
            client_id: self.text(name, "CLIENT_ID", None),
            client_secret: self.text(name, "CLIENT_SECRET", None),
            algorithms: self.algorithms(name, preset.map_or("RS256,ES256", |p| p.algorithms)),
            secret_in: self.secret_in(name, preset.and_then(|preset| preset.secret_in)),
            name: name.to_owned(),
        };
        if !settings.issuer.is_empty() && !may_be_asked(&settings.issuer, strict) {
            let why = "must be https:// and a host (http:// only on this machine, in development)";
            self.complain(name, "ISSUER", why);
        }
        if settings.label.chars().count() > 30 {
            self.complain(name, "LABEL", "must be at most 30 characters");
        }
        settings
    }

    fn text(&mut self, name: &str, what: &str, preset: Option<&str>) -> String {
        let given = (self.variable)(&of(name, what)).map(|value| value.trim().to_owned());
        match given
            .filter(|value| !value.is_empty())
            .or(preset.map(str::to_owned))
        {
            Some(value) => value,
            None => {
                self.complain(name, what, "is required, as OC_OIDC names this provider");
                String::new()
            }
        }
    }

    fn algorithms(&mut self, name: &str, preset: &str) -> Vec<Algorithm> {
        let given = self.text(name, "ALGORITHMS", Some(preset));
        let known = |word: &str| match word {
            "RS256" => Some(Algorithm::Rs256),
            "ES256" => Some(Algorithm::Es256),
            "HS256" => Some(Algorithm::Hs256),
            _ => None,
        };
        match given.split(',').map(|word| known(word.trim())).collect() {
            Some(algorithms) => algorithms,
            None => {
                self.complain(name, "ALGORITHMS", "must be some of RS256, ES256, HS256");
                Vec::new()
            }
        }
    }

    fn secret_in(&mut self, name: &str, preset: Option<&str>) -> Option<SecretIn> {
        let given = (self.variable)(&of(name, "SECRET_IN"));
        match given.as_deref().or(preset)? {
            "header" => Some(SecretIn::Header),
            "body" => Some(SecretIn::Body),
            _ => {
                self.complain(name, "SECRET_IN", "must be one of header, body");
                None
            }
        }
    }

    fn complain(&mut self, name: &str, what: &str, why: &str) {
        self.complaints.push((of(name, what), why.to_owned()));
    }
}

fn of(name: &str, what: &str) -> String {
    format!("OC_OIDC_{}_{what}", name.to_uppercase())
}

/// Whether an address is one that we may ask: by https, or in development on this very machine.
pub(super) fn may_be_asked(address: &str, strict: bool) -> bool {
    let Ok(address) = reqwest::Url::parse(address) else {
        return false;
    };
    let is_here = matches!(
        address.host_str(),
        Some("127.0.0.1" | "localhost" | "[::1]")
    );
    match address.scheme() {
        "https" => address.has_host(),
        "http" => is_here && !strict,
        _ => false,
    }
}
