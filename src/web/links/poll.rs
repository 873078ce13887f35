//! The addresses of questions to a group.

use crate::base::{ids::ServiceId, lang::Lang};

/// Where somebody asks a group about a service.
pub fn poll_new(lang: Lang, slug: &str, service: ServiceId) -> String {
    format!("{}?service={service}", poll_new_form(lang, slug))
}

/// The same without saying about what.
pub fn poll_new_form(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/polls/new", lang.code())
}

/// A question, for whoever has one of its keys.
pub fn poll(lang: Lang, slug: &str, token: &str) -> String {
    format!("/{}/b/{slug}/polls/{token}", lang.code())
}

/// Where whoever asked takes it back.
pub fn poll_end(lang: Lang, slug: &str, token: &str) -> String {
    format!("{}/end", poll(lang, slug, token))
}
