//! Asking a provider over HTTP: in bounded time, for an answer of bounded size, and never on to where it sends.

use super::OidcError;
use openidconnect::{HttpRequest, HttpResponse, http::Response};
use reqwest::{Client, redirect::Policy};
use rustls::crypto::{CryptoProvider, ring};
use std::time::Duration;

/// The largest answer that is read: keys and tokens are a few thousand bytes.
const LARGEST: usize = 256 * 1024;

/// Asks.
#[derive(Clone)]
pub(super) struct Asker {
    client: Client,
    patience: Duration,
}

impl Asker {
    pub(super) fn new(patience: Duration) -> Result<Self, OidcError> {
        // Where somebody has chosen one already, that is as good.
        if CryptoProvider::get_default().is_none() {
            ring::default_provider().install_default().ok();
        }
        let client = Client::builder()
            // An answer that sends elsewhere could send inside our own network.
            .redirect(Policy::none())
            .timeout(patience)
            .connect_timeout(patience)
            // Each worker has a runtime of its own, and a connection belongs to the one that opened it.
            .pool_max_idle_per_host(0)
            .user_agent("omotenashi-connect")
            .build()
            .map_err(|error| OidcError::Settings(told(&error)))?;
        Ok(Self { client, patience })
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
    }

    pub(super) async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, OidcError> {
        let unreachable = |error: reqwest::Error| OidcError::Unreachable(told(&error));
        let request = request.try_into().map_err(unreachable)?;
        let mut answer = self.client.execute(request).await.map_err(unreachable)?;
        let mut response = Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            *headers = answer.headers().clone();
        }
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(unreachable)? {
            if body.len() + piece.len() > LARGEST {
                return Err(OidcError::Unreachable("says too much".to_owned()));
            }
            body.extend_from_slice(&piece);
        }
        response
            .body(body)
            .map_err(|error| OidcError::Unreachable(error.to_string()))
    }
}

/// The kind of failure and its cause, without the address that was asked: a query may hold a code.
fn told(error: &reqwest::Error) -> String {
    let kind = if error.is_timeout() {
        "too slow"
    } else if error.is_connect() {
        "no connection"
    } else {
        "no answer"
    };
    let cause = std::error::Error::source(error).map(ToString::to_string);
    cause.map_or_else(|| kind.to_owned(), |cause| format!("{kind}: {cause}"))
}
