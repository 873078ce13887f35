//! Who a provider says that somebody is: LINE, Google or a company's own, by OpenID Connect. Nothing above this floor
//! knows a token or a key of theirs, and nothing here knows an account or a page.

mod asker;
mod discovery;
mod error;
mod provider;
pub mod settings;

pub use error::OidcError;
pub use provider::{Journey, Provider, Told};
pub use settings::{Algorithm, SecretIn, Settings};

use asker::Asker;
use std::time::Duration;

/// How long a provider may take for all that it is asked at one step of somebody's way: it is a person who waits.
pub const PATIENCE: Duration = Duration::from_secs(8);

/// The providers of a site, in the order of their settings.
#[derive(Default)]
pub struct Providers {
    all: Vec<Provider>,
}

impl Providers {
    /// The providers that the settings name; they are asked nothing yet, so one that is down stops nobody from starting.
    /// `public_url` is where people reach us.
    pub fn open(
        settings: &[Settings],
        public_url: &str,
        patience: Duration,
    ) -> Result<Self, OidcError> {
        if settings.is_empty() {
            return Ok(Self::default());
        }
        let asker = Asker::new(patience)?;
        let all = settings
            .iter()
            .map(|settings| Provider::new(settings.clone(), public_url, asker.clone()))
            .collect::<Result<_, _>>()?;
        Ok(Self { all })
    }

    /// The one of a name.
    pub fn named(&self, name: &str) -> Option<&Provider> {
        self.all.iter().find(|provider| provider.name() == name)
    }

    /// The one that speaks for an issuer.
    pub fn of_issuer(&self, issuer: &str) -> Option<&Provider> {
        self.all.iter().find(|provider| provider.issuer() == issuer)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.all.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
