//! One provider: the way to it, and what it says of somebody who comes back. Authorization code flow with PKCE; the
//! token's issuer, audience, signature, nonce and times are checked before a word of it is taken.

use super::{
    Algorithm, OidcError, SecretIn, Settings,
    asker::Asker,
    discovery::{self, Discovery, Known},
};
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    AccessToken, AuthType, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError,
    ClientId, ClientSecret, CsrfToken, EmptyAdditionalClaims, EndUserEmail, EndUserName,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, LanguageTag, LocalizedClaim, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError,
    Scope, SignatureVerificationError, TokenResponse, UserInfoClaims, UserInfoError,
    core::{
        CoreClient, CoreGenderClaim, CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm,
        CoreResponseType, CoreTokenResponse,
    },
};
use tokio::time::timeout;

/// How far a provider's clock may be from ours.
const SKEW: TimeDelta = TimeDelta::minutes(1);
/// How old a token may be: it was made a moment ago, for us.
const OLDEST: TimeDelta = TimeDelta::minutes(10);
/// The longest subject of the standard.
const LONGEST_SUBJECT: usize = 255;

/// What binds a provider's answer to one browser that set out: made by us, and known to nobody else.
pub struct Journey {
    /// Comes back in the address.
    pub state: String,
    /// Comes back in the token.
    pub nonce: String,
    /// Shows that whoever has the code is who set out.
    pub verifier: String,
}

/// Who somebody is, as the provider tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Theirs for ever, and nobody else's at this provider.
    pub subject: String,
    /// Their address, if they let it be told.
    pub email: Option<String>,
    /// Whether the provider has seen that the address is theirs.
    pub email_is_proved: bool,
    /// What they are called.
    pub name: Option<String>,
}

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// One provider.
pub struct Provider {
    settings: Settings,
    return_url: RedirectUrl,
    asker: Asker,
    discovery: Discovery,
}

impl Provider {
    pub(super) fn new(
        settings: Settings,
        public_url: &str,
        asker: Asker,
    ) -> Result<Self, OidcError> {
        let return_url = format!("{public_url}/account/with/{}/return", settings.name);
        Ok(Self {
            return_url: RedirectUrl::new(return_url)
                .map_err(|error| OidcError::Settings(error.to_string()))?,
            discovery: Discovery::new(&settings.issuer)?,
            asker,
            settings,
        })
    }

    /// Its name in addresses.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Its name on buttons.
    pub fn label(&self) -> &str {
        &self.settings.label
    }

    /// Its own address, to the letter.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where somebody goes to say who they are.
    pub async fn way(
        &self,
        journey: &Journey,
        lang: &str,
        now: DateTime<Utc>,
    ) -> Result<String, OidcError> {
        let known = self.in_time(self.discovery.known(&self.asker, now)).await?;
        let verifier = PkceCodeVerifier::new(journey.verifier.clone());
        let (state, nonce) = (journey.state.clone(), journey.nonce.clone());
        let client = self.client(&known);
        let (url, _, _) = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("profile".to_owned()))
            .add_scope(Scope::new("email".to_owned()))
            .add_ui_locale(LanguageTag::new(lang.to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url.into())
    }

    /// Who came back with a code.
    pub async fn who(
        &self,
        code: String,
        journey: &Journey,
        now: DateTime<Utc>,
    ) -> Result<Told, OidcError> {
        self.in_time(self.ask_who(code, journey, now)).await
    }

    async fn ask_who(
        &self,
        code: String,
        journey: &Journey,
        now: DateTime<Utc>,
    ) -> Result<Told, OidcError> {
        let known = self.discovery.known(&self.asker, now).await?;
        let client = self.client(&known);
        let answer = self.exchange(&client, code, journey).await?;
        let token = answer.id_token();
        let token = token.ok_or_else(|| OidcError::Untrue("gives no ID token".to_owned()))?;
        let claims = match self.judge(&client, token, &journey.nonce, now) {
            Err(Doubt::UnknownKey) => {
                // Keys are changed now and then. Whoever cannot show the new one at once is not believed.
                let known = self.discovery.learn(&self.asker, now).await?;
                self.judge(&self.client(&known), token, &journey.nonce, now)
            }
            judged => judged,
        };
        let claims = claims.map_err(|doubt| OidcError::Untrue(doubt.to_string()))?;
        let mut told = told(&claims)?;
        if told.email.is_none() && known.userinfo_endpoint().is_some() {
            self.ask_more(&client, answer.access_token().clone(), &claims, &mut told)
                .await?;
        }
        Ok(told)
    }

    fn client(&self, known: &Known) -> Client {
        let settings = &self.settings;
        let in_body = match settings.secret_in {
            Some(secret_in) => secret_in == SecretIn::Body,
            None => discovery::wants_the_body(known),
        };
        CoreClient::from_provider_metadata(
            known.as_ref().clone(),
            ClientId::new(settings.client_id.clone()),
            Some(ClientSecret::new(settings.client_secret.clone())),
        )
        .set_auth_type(if in_body {
            AuthType::RequestBody
        } else {
            AuthType::BasicAuth
        })
        .set_redirect_uri(self.return_url.clone())
    }

    async fn exchange(
        &self,
        client: &Client,
        code: String,
        journey: &Journey,
    ) -> Result<CoreTokenResponse, OidcError> {
        let ask = |request| self.asker.ask(request);
        client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| OidcError::Untrue(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(journey.verifier.clone()))
            .request_async(&ask)
            .await
            .map_err(|error| match error {
                // The word of the standard alone: what else is said may tell of somebody.
                RequestTokenError::ServerResponse(answer) => {
                    OidcError::Refused(answer.error().to_string())
                }
                RequestTokenError::Request(error) => error,
                RequestTokenError::Parse(error, _) => {
                    OidcError::Untrue(format!("an answer without {}", error.path()))
                }
                RequestTokenError::Other(why) => OidcError::Unreachable(why),
            })
    }

    fn judge(
        &self,
        client: &Client,
        token: &CoreIdToken,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<CoreIdTokenClaims, Doubt> {
        let algorithms = self.settings.algorithms.iter().map(|known| match known {
            Algorithm::Rs256 => CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            Algorithm::Es256 => CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            Algorithm::Hs256 => CoreJwsSigningAlgorithm::HmacSha256,
        });
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(algorithms)
            .set_time_fn(move || now - SKEW)
            .set_issue_time_verifier_fn(move |made| {
                if (now - OLDEST..=now + SKEW).contains(&made) {
                    Ok(())
                } else {
                    Err("made at another time".to_owned())
                }
            });
        let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned()))?;
        // The standard is of two minds about this one; where it is said, it has to be us.
        let party = claims.authorized_party().map(|party| party.as_str());
        if party.is_some_and(|party| party != self.settings.client_id) {
            return Err(Doubt::Lie("for another party".to_owned()));
        }
        Ok(claims.clone())
    }

    /// Providers tell an address in the token or, as the standard has it, when asked for it.
    async fn ask_more(
        &self,
        client: &Client,
        access: AccessToken,
        claims: &CoreIdTokenClaims,
        told: &mut Told,
    ) -> Result<(), OidcError> {
        let ask = |request| self.asker.ask(request);
        let about: Result<UserInfoClaims<EmptyAdditionalClaims, CoreGenderClaim>, _> = client
            .user_info(access, Some(claims.subject().clone()))
            .map_err(|error| OidcError::Untrue(error.to_string()))?
            .request_async(&ask)
            .await;
        match about {
            Ok(about) => {
                told.email = about.email().map(text);
                told.email_is_proved = told.email.is_some() && about.email_verified() == Some(true);
                told.name = told.name.take().or_else(|| name(about.name()));
                Ok(())
            }
            Err(UserInfoError::ClaimsVerification(doubt)) => {
                Err(OidcError::Untrue(Doubt::from(doubt).to_string()))
            }
            Err(UserInfoError::Request(error)) => Err(error),
            // A provider that says no more than it must is still one.
            Err(_) => Ok(()),
        }
    }

    async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, OidcError>>,
    ) -> Result<T, OidcError> {
        timeout(self.asker.patience(), work)
            .await
            .unwrap_or_else(|_| Err(OidcError::Unreachable("too slow".to_owned())))
    }
}

/// Why a token is not believed.
#[derive(Debug, thiserror::Error)]
enum Doubt {
    #[error("no key of theirs fits")]
    UnknownKey,
    #[error("a token {0}")]
    Lie(String),
}

impl From<ClaimsVerificationError> for Doubt {
    /// The kind alone: what the library says may quote the token.
    fn from(error: ClaimsVerificationError) -> Self {
        use ClaimsVerificationError as Wrong;
        let why = match error {
            Wrong::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
                return Self::UnknownKey;
            }
            Wrong::SignatureVerification(_) => "with a signature that does not hold",
            Wrong::Expired(_) => "of another time",
            Wrong::InvalidAudience(_) => "for another audience",
            Wrong::InvalidIssuer(_) => "of another issuer",
            Wrong::InvalidNonce(_) => "with another nonce",
            Wrong::InvalidSubject(_) => "about another person",
            _ => "that cannot be read",
        };
        Self::Lie(why.to_owned())
    }
}

fn told(claims: &CoreIdTokenClaims) -> Result<Told, OidcError> {
    let subject = claims.subject().as_str().to_owned();
    if subject.is_empty() || subject.len() > LONGEST_SUBJECT || subject.contains('\0') {
        return Err(OidcError::Untrue("a token about nobody".to_owned()));
    }
    let email = claims.email().map(text);
    Ok(Told {
        subject,
        email_is_proved: email.is_some() && claims.email_verified() == Some(true),
        email,
        name: name(claims.name()),
    })
}

fn text(email: &EndUserEmail) -> String {
    email.as_str().to_owned()
}

fn name(names: Option<&LocalizedClaim<EndUserName>>) -> Option<String> {
    let names = names?;
    let plain = names.get(None).or_else(|| names.iter().next().map(|n| n.1));
    plain.map(|name| name.as_str().to_owned())
}
