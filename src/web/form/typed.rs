//! A form or a query as it was typed, read strictly: UTF-8, no field twice, no more than a form of ours can hold.

use crate::web::{error::Error, patience};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{StatusCode, header},
    web::Bytes,
};
use serde::de::DeserializeOwned;
use std::{
    collections::HashSet,
    future::{Ready, ready},
    pin::Pin,
};

/// The body of a form.
pub struct Typed<T>(pub T);

/// The query of an address.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Typed<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| {
                kind.split(';').next().unwrap_or("").trim() == "application/x-www-form-urlencoded"
            });
        let body = Bytes::from_request(request, payload);
        Box::pin(async move {
            if !is_form {
                return Err(Error::Unreadable);
            }
            let body = body.await.map_err(|error| {
                let status = error.as_response_error().status_code();
                match status {
                    StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
                    _ if patience::is_too_slow(&error) => Error::Slow,
                    _ => Error::Unreadable,
                }
            })?;
            read(&body).map(Typed)
        })
    }
}

impl<T: DeserializeOwned> FromRequest for Asked<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request.query_string().as_bytes()).map(Asked))
    }
}

/// Reads pairs into `T`; anything a browser would not have sent is refused.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_not_utf8| Error::Unreadable)?;
    let mut names = HashSet::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !is_utf8(name) || !is_utf8(value) || !names.insert(name) {
            return Err(Error::Unreadable);
        }
    }
    serde_urlencoded::from_str(text).map_err(|_shape| Error::Unreadable)
}

/// Whether percent-encoding decodes to UTF-8; the decoder below would put U+FFFD in the place of what is not.
fn is_utf8(encoded: &str) -> bool {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = (rest.next().and_then(hex), rest.next().and_then(hex));
        let (Some(high), Some(low)) = digits else {
            return false;
        };
        bytes.push(high * 16 + low);
    }
    std::str::from_utf8(&bytes).is_ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}
