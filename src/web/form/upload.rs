//! Forms that carry files. They may be larger than other forms, so they have bounds of their own, and are read piece by
//! piece: of a file that is too large the rest is let pass, so that its sender is answered and not cut off.

use crate::web::error::Error;
use actix_multipart::{Multipart, MultipartError};
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::TryStreamExt;
use std::{
    collections::HashMap,
    future::{Ready, ready},
    pin::Pin,
};

/// The longest field that is no file.
const LONGEST_FIELD: usize = 4096;
/// So many fields that are no file a form of ours has at most.
const FIELDS: usize = 7;

/// How much a form may carry.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The largest file that is kept.
    pub largest: usize,
    /// So much is let pass at most.
    pub most: usize,
    /// So many files are kept; of more the form is none of ours.
    pub files: usize,
}

/// One paper.
const PAPER: Bounds = Bounds {
    largest: crate::domain::businesses::document::LARGEST,
    most: 4 * crate::domain::businesses::document::LARGEST,
    files: 1,
};

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

/// The body of a form with several.
#[derive(Clone, Debug, Default)]
pub struct SentFiles {
    fields: HashMap<String, String>,
    /// The files, in their order; none when none was chosen.
    pub files: Vec<Upload>,
}

/// A form with files that nobody has read yet: who may not send it is told so before it is.
pub struct Unread(Option<Multipart>);

impl Sent {
    /// A field; empty when it was not sent.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

impl SentFiles {
    /// A field; empty when it was not sent.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

impl FromRequest for Sent {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let unread = unread(request, payload);
        Box::pin(async move {
            let sent = unread.read(PAPER).await?;
            Ok(Self {
                fields: sent.fields,
                file: sent.files.into_iter().next(),
            })
        })
    }
}

impl FromRequest for Unread {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Ok(unread(request, payload)))
    }
}

impl Unread {
    /// Reads it.
    pub async fn read(self, bounds: Bounds) -> Result<SentFiles, Error> {
        read(self.0.ok_or(Error::Unreadable)?, bounds).await
    }
}

fn unread(request: &HttpRequest, payload: &mut Payload) -> Unread {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    Unread(is_form.then(|| Multipart::new(request.headers(), payload.take())))
}

async fn read(mut parts: Multipart, bounds: Bounds) -> Result<SentFiles, Error> {
    let unreadable = |_broken: MultipartError| Error::Unreadable;
    let (mut sent, mut passed, mut count) = (SentFiles::default(), 0, 0);
    while let Some(mut part) = parts.try_next().await.map_err(unreadable)? {
        count += 1;
        let about = part.content_disposition().ok_or(Error::Unreadable)?;
        let name = about.get_name().ok_or(Error::Unreadable)?.to_owned();
        let file = about.get_filename().map(str::to_owned);
        let most = if file.is_some() {
            bounds.largest + 1
        } else {
            LONGEST_FIELD
        };
        if count > FIELDS + bounds.files {
            return Err(Error::Unreadable);
        }
        let mut bytes = Vec::new();
        while let Some(piece) = part.try_next().await.map_err(unreadable)? {
            passed += piece.len();
            if passed > bounds.most {
                return Err(Error::TooLarge);
            }
            let room = most.saturating_sub(bytes.len());
            bytes.extend(piece.iter().take(room));
        }
        match file {
            // What a browser sends when nothing was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) if sent.files.len() < bounds.files => {
                sent.files.push(Upload { name: file, bytes });
            }
            Some(_too_many) => return Err(Error::Unreadable),
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
