//! Forms that carry files. They may be larger than other forms, so they have bounds of their own, and are read piece by
//! piece: of a file that is too large the rest is let pass, so that its sender is answered and not cut off.

use super::typed::{self, Typed};
use crate::web::error::Error;
use actix_multipart::{Multipart, MultipartError};
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::TryStreamExt;
use serde::de::DeserializeOwned;
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

/// What a form may carry beside its files, where it is longer than others.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// What its files may be.
    pub bounds: Bounds,
    /// So many fields that are no files.
    pub fields: usize,
    /// The longest of them.
    pub longest: usize,
    /// So much of all files together is kept; of what comes after, the name is.
    pub held: usize,
}

/// A file as it came.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// In which box it was put.
    pub field: String,
    /// The name that its sender gave it.
    pub name: String,
    /// What is in it, no more than one byte beyond what is taken.
    pub bytes: Vec<u8>,
    /// Whether there was no room for it beside the others.
    pub is_cut: bool,
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

    /// The fields as a form that carries no files would have sent them.
    pub fn typed<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let pairs: Vec<(&String, &String)> = self.fields.iter().collect();
        let line = serde_urlencoded::to_string(pairs).map_err(|_shape| Error::Unreadable)?;
        typed::read(line.as_bytes())
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
        read(self.0.ok_or(Error::Unreadable)?, &Limits::strict(bounds)).await
    }

    /// Reads a longer one, of whose files some may be too many: whoever sent it is told which.
    pub async fn read_in(self, room: Room) -> Result<SentFiles, Error> {
        let limits = Limits {
            room,
            is_strict: false,
        };
        read(self.0.ok_or(Error::Unreadable)?, &limits).await
    }
}

/// A form that may have come either way: with files, where the page asked for some, or without.
pub enum Mixed<T> {
    /// Without.
    Plain(T),
    /// With files, which nobody has read yet.
    Parts(Unread),
}

impl<T: DeserializeOwned + 'static> FromRequest for Mixed<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !is_multipart(request) {
            let plain = Typed::<T>::from_request(request, payload);
            return Box::pin(async move { Ok(Self::Plain(plain.await?.0)) });
        }
        let unread = unread(request, payload);
        Box::pin(async move { Ok(Self::Parts(unread)) })
    }
}

fn is_multipart(request: &HttpRequest) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    kind.and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// What is kept of a form, and whether more files make it none of ours.
struct Limits {
    room: Room,
    is_strict: bool,
}

impl Limits {
    fn strict(bounds: Bounds) -> Self {
        let room = Room {
            bounds,
            fields: FIELDS,
            longest: LONGEST_FIELD,
            held: usize::MAX,
        };
        Self {
            room,
            is_strict: true,
        }
    }
}

fn unread(request: &HttpRequest, payload: &mut Payload) -> Unread {
    let is_form = is_multipart(request);
    Unread(is_form.then(|| Multipart::new(request.headers(), payload.take())))
}

async fn read(mut parts: Multipart, limits: &Limits) -> Result<SentFiles, Error> {
    let unreadable = |_broken: MultipartError| Error::Unreadable;
    let Room {
        bounds,
        fields,
        longest,
        held,
    } = limits.room;
    let (mut sent, mut passed, mut count, mut kept) = (SentFiles::default(), 0, 0, 0);
    while let Some(mut part) = parts.try_next().await.map_err(unreadable)? {
        count += 1;
        let about = part.content_disposition().ok_or(Error::Unreadable)?;
        let name = about.get_name().ok_or(Error::Unreadable)?.to_owned();
        let file = about.get_filename().map(str::to_owned);
        let has_place = sent.files.len() < bounds.files;
        let most = match file.is_some() {
            true if has_place => bounds.largest + 1,
            true => 0,
            false => longest,
        };
        if count > fields + bounds.files {
            return Err(Error::Unreadable);
        }
        let (mut bytes, mut size) = (Vec::new(), 0);
        while let Some(piece) = part.try_next().await.map_err(unreadable)? {
            passed += piece.len();
            size += piece.len();
            if passed > bounds.most {
                return Err(Error::TooLarge);
            }
            let beside = if file.is_some() {
                held.saturating_sub(kept)
            } else {
                most
            };
            let room = most.min(beside).saturating_sub(bytes.len());
            bytes.extend(piece.iter().take(room));
        }
        let Some(file) = file else {
            let text = String::from_utf8(bytes).map_err(|_not_utf8| Error::Unreadable)?;
            if text.len() >= longest || sent.fields.insert(name, text).is_some() {
                return Err(Error::Unreadable);
            }
            continue;
        };
        // What a browser sends when nothing was chosen.
        if file.is_empty() && size == 0 {
            continue;
        }
        if limits.is_strict && !has_place {
            return Err(Error::Unreadable);
        }
        kept += bytes.len();
        sent.files.push(Upload {
            field: name,
            name: file,
            is_cut: bytes.len() < size.min(bounds.largest + 1),
            bytes,
        });
    }
    Ok(sent)
}
