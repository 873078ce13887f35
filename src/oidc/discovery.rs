//! What a provider says of itself: where its doors are, and its keys. Remembered for a while, and asked again when a
//! token names a key that is not among them.

use super::{OidcError, asker::Asker, settings::may_be_asked};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    DiscoveryError, IssuerUrl,
    core::{CoreClientAuthMethod, CoreProviderMetadata},
};
use std::sync::{Arc, PoisonError, RwLock};

/// How long it is remembered: a key that a provider has given up is believed no longer than that.
const FRESH: TimeDelta = TimeDelta::minutes(10);

/// Both documents.
pub(super) type Known = Arc<CoreProviderMetadata>;

/// The memory of one provider.
pub(super) struct Discovery {
    issuer: IssuerUrl,
    strict: bool,
    known: RwLock<Option<(DateTime<Utc>, Known)>>,
}

impl Discovery {
    pub(super) fn new(issuer: &str) -> Result<Self, OidcError> {
        let issuer = IssuerUrl::new(issuer.to_owned())
            .map_err(|error| OidcError::Settings(error.to_string()))?;
        Ok(Self {
            strict: issuer.url().scheme() == "https",
            issuer,
            known: RwLock::new(None),
        })
    }

    /// What is known, asked for if that was too long ago.
    pub(super) async fn known(
        &self,
        asker: &Asker,
        now: DateTime<Utc>,
    ) -> Result<Known, OidcError> {
        let remembered = {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            known
                .as_ref()
                .filter(|(since, _)| *since <= now && now < *since + FRESH)
                .map(|(_, known)| Arc::clone(known))
        };
        match remembered {
            Some(known) => Ok(known),
            None => self.learn(asker, now).await,
        }
    }

    /// Asks anew, whatever is remembered.
    pub(super) async fn learn(
        &self,
        asker: &Asker,
        now: DateTime<Utc>,
    ) -> Result<Known, OidcError> {
        let ask = |request| asker.ask(request);
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &ask).await;
        let known = Arc::new(found.map_err(refused)?);
        self.check_doors(&known)?;
        let mut remembered = self.known.write().unwrap_or_else(PoisonError::into_inner);
        *remembered = Some((now, Arc::clone(&known)));
        Ok(known)
    }

    /// Every door is asked by https, as the issuer is: a secret and the codes go there.
    fn check_doors(&self, known: &CoreProviderMetadata) -> Result<(), OidcError> {
        let token = known.token_endpoint().map(|door| door.as_str());
        let Some(token) = token else {
            return Err(OidcError::Untrue("gives no tokens".to_owned()));
        };
        let about = known.userinfo_endpoint().map(|door| door.as_str());
        let doors = [
            known.authorization_endpoint().as_str(),
            known.jwks_uri().as_str(),
            token,
            about.unwrap_or(token),
        ];
        if doors.iter().all(|door| may_be_asked(door, self.strict)) {
            Ok(())
        } else {
            Err(OidcError::Untrue("has a door without https".to_owned()))
        }
    }
}

/// Whether it takes the secret in the body alone.
pub(super) fn wants_the_body(known: &CoreProviderMetadata) -> bool {
    known
        .token_endpoint_auth_methods_supported()
        .is_some_and(|ways| {
            ways.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !ways.contains(&CoreClientAuthMethod::ClientSecretBasic)
        })
}

fn refused(error: DiscoveryError<OidcError>) -> OidcError {
    match error {
        DiscoveryError::Request(error) => error,
        DiscoveryError::Response(status, _, _) => {
            OidcError::Unreachable(format!("answers {status}, or no JSON"))
        }
        DiscoveryError::Parse(error) => OidcError::Unreachable(error.path().to_string()),
        DiscoveryError::Validation(why) => OidcError::Untrue(why),
        _ => OidcError::Unreachable("cannot be read".to_owned()),
    }
}
