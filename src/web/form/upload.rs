//! A form that carries a file. It may be larger than other forms, so it has bounds of its own, and is read piece by piece:
//! of a file that is too large the rest is let pass, so that its sender is answered and not cut off.

use crate::web::error::Error;
use actix_multipart::{Multipart, MultipartError};
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::TryStreamExt;
use std::{collections::HashMap, pin::Pin};

/// The largest file that is kept.
const LARGEST: usize = crate::domain::businesses::document::LARGEST;
/// So much is let pass at most.
const MOST: usize = 4 * LARGEST;
/// The longest field that is no file.
const LONGEST_FIELD: usize = 4096;
/// So many parts a form of ours has at most.
const PARTS: usize = 8;

/// A file as it came.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The name that its sender gave it.
    pub name: String,
    /// What is in it, no more than one byte beyond what is taken.
    pub bytes: Vec<u8>,
}

/// The body of a form with a file.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    fields: HashMap<String, String>,
    /// The file; `None` when none was chosen.
    pub file: Option<Upload>,
}

impl Sent {
    /// A field; empty when it was not sent.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

impl FromRequest for Sent {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("multipart/form-data"));
        let parts = Multipart::from_request(request, payload);
        Box::pin(async move {
            if !is_form {
                return Err(Error::Unreadable);
            }
            let parts = parts.await.map_err(|_no_form| Error::Unreadable)?;
            read(parts).await
        })
    }
}

async fn read(mut parts: Multipart) -> Result<Sent, Error> {
    let unreadable = |_broken: MultipartError| Error::Unreadable;
    let (mut sent, mut passed, mut count) = (Sent::default(), 0, 0);
    while let Some(mut part) = parts.try_next().await.map_err(unreadable)? {
        count += 1;
        let about = part.content_disposition().ok_or(Error::Unreadable)?;
        let name = about.get_name().ok_or(Error::Unreadable)?.to_owned();
        let file = about.get_filename().map(str::to_owned);
        let most = if file.is_some() {
            LARGEST + 1
        } else {
            LONGEST_FIELD
        };
        if count > PARTS {
            return Err(Error::Unreadable);
        }
        let mut bytes = Vec::new();
        while let Some(piece) = part.try_next().await.map_err(unreadable)? {
            passed += piece.len();
            if passed > MOST {
                return Err(Error::TooLarge);
            }
            let room = most.saturating_sub(bytes.len());
            bytes.extend(piece.iter().take(room));
        }
        match file {
            // What a browser sends when nothing was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) if sent.file.is_none() => sent.file = Some(Upload { name: file, bytes }),
            Some(_second) => return Err(Error::Unreadable),
            None => {
                let text = String::from_utf8(bytes).map_err(|_not_utf8| Error::Unreadable)?;
                if text.len() >= LONGEST_FIELD || sent.fields.insert(name, text).is_some() {
                    return Err(Error::Unreadable);
                }
            }
        }
    }
    Ok(sent)
}
