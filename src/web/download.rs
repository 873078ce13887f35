//! What people have sent us, given back as a file: named by us, typed by us, and never drawn by a browser.

use super::error::Error;
use actix_web::{
    HttpResponse, HttpResponseBuilder,
    http::header::{
        self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
    },
    web::Bytes,
};
use futures_util::{Stream, TryStreamExt};
use std::io;

/// A file to keep. Its type is what its bytes were judged to be; even so nothing in it may run, fetch or be guessed at.
pub fn attached(name: &str, content_type: &str, bytes: Vec<u8>) -> HttpResponse {
    headed(name, content_type).body(bytes)
}

/// The same, given piece by piece. One that breaks off is no whole file, and browsers say so.
pub fn flowing<S>(name: &str, content_type: &str, pieces: S) -> HttpResponse
where
    S: Stream<Item = Result<Bytes, Error>> + 'static,
{
    headed(name, content_type)
        .streaming(pieces.map_err(|error| io::Error::other(error.to_string())))
}

/// A file for few to see. A photograph that we made ourselves is shown; whatever else it may be is kept and never drawn.
pub fn private(name: &str, content_type: &str, bytes: Vec<u8>) -> HttpResponse {
    match content_type {
        "image/jpeg" => disposed(DispositionType::Inline, name, content_type).body(bytes),
        _ => attached(name, content_type, bytes),
    }
}

fn headed(name: &str, content_type: &str) -> HttpResponseBuilder {
    disposed(DispositionType::Attachment, name, content_type)
}

fn disposed(disposition: DispositionType, name: &str, content_type: &str) -> HttpResponseBuilder {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || ".-_ ".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let disposition = ContentDisposition {
        disposition,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.as_bytes().to_vec(),
            }),
        ],
    };
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(content_type)
        .insert_header(disposition)
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox; frame-ancestors 'none'",
        ))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CACHE_CONTROL, "private, no-store"));
    answer
}
