//! Where guests say which letters they want.

use crate::base::{ids::CustomerId, lang::Lang, token::Token};

/// The page of a guest of a business, for whoever holds its key.
pub fn letters(lang: Lang, slug: &str, (customer, token): (CustomerId, &Token)) -> String {
    let (lang, token) = (lang.code(), token.text());
    format!("/{lang}/b/{slug}/letters/{customer}/{token}")
}
