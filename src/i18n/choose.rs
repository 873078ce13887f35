//! Which language a visitor gets. What was said more deliberately wins: the address, then the
//! cookie of the language switch, the account, the browser, the business's own default, Japanese.

use crate::base::lang::Lang;
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::{LanguageIdentifier, langid};

/// More languages than a person speaks; the rest of a longer header is not looked at.
const MOST_LANGUAGES: usize = 32;

/// Everything that says something about the language; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// From the first segment of the path.
    pub address: Option<Lang>,
    /// The value of the cookie, whatever it is.
    pub cookie: Option<&'a str>,
    pub account: Option<Lang>,
    /// The header `Accept-Language`, whatever it is.
    pub accept_language: Option<&'a str>,
    /// The default of the business whose page it is.
    pub business: Option<Lang>,
}

/// The language to answer in; there always is one.
pub fn choose(wishes: &Wishes<'_>) -> Lang {
    wishes
        .address
        .or_else(|| wishes.cookie.and_then(Lang::from_code))
        .or(wishes.account)
        .or_else(|| wishes.accept_language.and_then(accepted))
        .or(wishes.business)
        .unwrap_or(Lang::Ja)
}

/// The language of ours that a browser likes best, if it accepts any of them.
fn accepted(header: &str) -> Option<Lang> {
    let mut liked: Vec<(u16, LanguageIdentifier)> = header
        .split(',')
        .take(MOST_LANGUAGES)
        .filter_map(one_language)
        .collect();
    // stable: what is liked equally stays in the order it was written
    liked.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    let liked: Vec<LanguageIdentifier> = liked.into_iter().map(|(_, language)| language).collect();
    let ours = [langid!("ja"), langid!("en")];
    let best = negotiate_languages(&liked, &ours, None, NegotiationStrategy::Lookup);
    best.first()
        .and_then(|language| Lang::from_code(language.language.as_str()))
}

/// A language and how much it is liked in thousandths. `None` for what is refused (`q=0`), for
/// `*`, which leaves the choice to the business, and for what is no language.
fn one_language(part: &str) -> Option<(u16, LanguageIdentifier)> {
    let mut pieces = part.split(';').map(str::trim);
    // what follows a single letter (`-u-ca-japanese`) concerns calendars and such
    let subtags = pieces.next()?.split('-').take_while(|one| one.len() != 1);
    let language: LanguageIdentifier = subtags.collect::<Vec<_>>().join("-").parse().ok()?;
    let quality = match pieces.find_map(|piece| piece.strip_prefix("q=")) {
        Some(text) => thousandths(text)?,
        None => 1000,
    };
    (quality > 0 && !language.language.is_empty()).then_some((quality, language))
}

/// A quality as the standard writes it: `1`, `0.8`, at most three decimals.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}
