//! An amount as it is paid, tax included.

use askama::{Template, filters::HtmlSafe};

/// `amount` comes formatted (12,100円 / ¥12,100).
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/price.html")]
pub struct Price {
    pub amount: String,
    /// 「（税込）」
    pub tax: String,
    /// The price before a coupon, with the word that says so, read aloud.
    pub before: Option<(String, String)>,
    pub large: bool,
}

impl HtmlSafe for Price {}
